// Open proposals as text that outlives the window, and back. Reading takes any rubbish: what is not a proposal is left out.
import type { Activity, Alternative, Anchor, Kept, Proposal, Refused, Used } from './proposal';

/** Raised when the shape changes so that older text cannot be read as it is. */
const VERSION = 1;

/** Plain data (JSON) for some store. What was being written counts as stopped: nobody goes on writing it. */
export function serialiseProposals(proposals: readonly Proposal[]): unknown {
  return { version: VERSION, proposals: proposals.map((proposal) => ({ ...proposal, activity: settled(proposal.activity) })) };
}

/** The proposals in what a store gave back; those that cannot be read are left out. Never throws. */
export function restoreProposals(data: unknown): Proposal[] {
  if (!isRecord(data) || data['version'] !== VERSION || !Array.isArray(data['proposals'])) {
    return [];
  }
  const ids = new Set<string>();
  return data['proposals'].flatMap((item: unknown) => {
    const proposal = readProposal(item);
    if (!proposal || ids.has(proposal.id)) {
      return [];
    }
    ids.add(proposal.id);
    return [proposal];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function readProposal(data: unknown): Proposal | undefined {
  if (!isRecord(data) || data['kind'] !== 'dialogue') {
    return undefined;
  }
  const { id, uri, original, speaker, scene, createdAt } = data;
  const anchor = readAnchor(data['anchor']);
  if (!anchor || !isText(id) || !isText(uri) || !isText(original) || !isText(speaker) || typeof scene !== 'string' || !isCount(createdAt)) {
    return undefined;
  }
  const used = readUsed(data['used']);
  const kept = readKept(data['kept']);
  const { direction, before } = data;
  return {
    id,
    kind: 'dialogue',
    uri,
    anchor,
    original,
    speaker,
    scene,
    ...(isText(direction) ? { direction } : {}),
    alternatives: listOf(data['alternatives'], readAlternative),
    refused: listOf(data['refused'], readRefused),
    activity: readActivity(data['activity']),
    ...(isCount(before) ? { before } : {}),
    ...(used ? { used } : {}),
    ...(kept ? { kept } : {}),
    createdAt,
  };
}

function readAnchor(data: unknown): Anchor | undefined {
  if (!isRecord(data) || !isRecord(data['around'])) {
    return undefined;
  }
  const { from, to, standing } = data;
  const { before, after } = data['around'];
  if (!isCount(from) || !isCount(to) || to < from || typeof before !== 'string' || typeof after !== 'string') {
    return undefined;
  }
  const known = standing === 'here' || standing === 'used' || standing === 'changed' || standing === 'gone';
  return known ? { from, to, standing, around: { before, after } } : undefined;
}

function readAlternative(data: unknown): Alternative | undefined {
  if (!isRecord(data) || !isText(data['id']) || !isText(data['text'])) {
    return undefined;
  }
  const { intent, record } = data;
  const state = data['state'] === 'discarded' ? 'discarded' : 'offered';
  return { id: data['id'], text: data['text'], ...(isText(intent) ? { intent } : {}), ...(isText(record) ? { record } : {}), state };
}

function readRefused(data: unknown): Refused | undefined {
  return isRecord(data) && typeof data['text'] === 'string' && isText(data['reason'])
    ? { text: data['text'], reason: data['reason'] }
    : undefined;
}

function readUsed(data: unknown): Used | undefined {
  if (!isRecord(data) || !isText(data['alternative']) || !isText(data['text'])) {
    return undefined;
  }
  const { alternative, text, undone, accept } = data;
  return { alternative, text, ...(undone === true ? { undone } : {}), ...(isText(accept) ? { accept } : {}) };
}

function readKept(data: unknown): Kept | undefined {
  return isRecord(data) && isText(data['text']) && isCount(data['gap'])
    ? { text: data['text'], gap: data['gap'], stands: data['stands'] === true }
    : undefined;
}

function readActivity(data: unknown): Activity {
  if (isRecord(data) && data['kind'] === 'failed' && isText(data['message'])) {
    return { kind: 'failed', message: data['message'] };
  }
  const ended = isRecord(data) ? data['ended'] : undefined;
  return ended === 'stopped' || ended === 'cut' ? { kind: 'idle', ended } : { kind: 'idle' };
}

function settled(activity: Activity): Activity {
  return activity.kind === 'writing' ? { kind: 'idle', ended: 'stopped' } : activity;
}

function listOf<T>(data: unknown, read: (item: unknown) => T | undefined): T[] {
  return Array.isArray(data) ? data.flatMap((item: unknown) => read(item) ?? []) : [];
}

function isRecord(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isText(data: unknown): data is string {
  return typeof data === 'string' && data.length > 0;
}

function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
}
