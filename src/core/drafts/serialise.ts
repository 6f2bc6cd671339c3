// Open drafts as text that outlives the window, and back. Reading takes any rubbish: what is no draft is left out.
import type { Activity } from '../proposals/proposal';
import type { Draft, DraftOrigin, DraftStep, Replaced, Touched, Wish } from './draft';

/** Raised when the shape changes so that older text cannot be read as it is. */
const VERSION = 1;
/** How many characters of a draft's past are kept: undo after a reload reaches no further back. */
const MOST_PAST = 100_000;

/** Plain data (JSON) for some store. What was being written counts as stopped: nobody goes on writing it. */
export function serialiseDrafts(drafts: readonly Draft[]): unknown {
  return {
    version: VERSION,
    drafts: drafts.map((draft) => ({ ...draft, activity: settled(draft.activity), past: lastOf(draft.past), future: lastOf(draft.future) })),
  };
}

/** The drafts in what a store gave back; those that cannot be read are left out. Never throws. */
export function restoreDrafts(data: unknown): Draft[] {
  if (!isRecord(data) || data['version'] !== VERSION || !Array.isArray(data['drafts'])) {
    return [];
  }
  const ids = new Set<string>();
  return data['drafts'].flatMap((item: unknown) => {
    const draft = readDraft(item);
    if (!draft || ids.has(draft.id)) {
      return [];
    }
    ids.add(draft.id);
    return [draft];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function readDraft(data: unknown): Draft | undefined {
  if (!isRecord(data)) {
    return undefined;
  }
  const { id, kind, uri, title, direction, base, text, written, record, createdAt } = data;
  const anchor = readAnchor(data['anchor']);
  const known = kind === 'rewrite' || kind === 'scenario' || kind === 'chat';
  if (!known || !anchor || !isText(id) || !isText(uri) || !isString(title) || !isString(base) || !isString(text) || !isCount(createdAt)) {
    return undefined;
  }
  const origin = readOrigin(data['origin']);
  const frame = isRecord(data['frame']) ? data['frame'] : {};
  return {
    id,
    kind,
    uri,
    title,
    ...(isText(direction) ? { direction } : {}),
    wish: readWish(data['wish']),
    ...(origin ? { origin } : {}),
    anchor,
    base,
    text,
    written: isString(written) ? written : '',
    touched: listOf(data['touched'], readSpan).filter((span) => span.to <= base.length),
    frame: { before: blank(frame['before']), after: blank(frame['after']) },
    past: stepsOf(data['past']),
    future: stepsOf(data['future']),
    activity: readActivity(data['activity']),
    ...(isText(record) ? { record } : {}),
    createdAt,
  };
}

function readWish(data: unknown): Wish {
  if (!isRecord(data)) {
    return {};
  }
  const { eighths, lines } = data;
  return {
    ...(isCount(eighths) && eighths > 0 ? { eighths } : {}),
    ...(isCount(lines) && lines > 0 ? { lines } : {}),
    ...(data['newCast'] === true ? { newCast: true } : {}),
    ...(data['newHeadings'] === true ? { newHeadings: true } : {}),
  };
}

function readOrigin(data: unknown): DraftOrigin | undefined {
  return isRecord(data) && isText(data['id']) && isCount(data['part']) ? { id: data['id'], part: data['part'] } : undefined;
}

function readAnchor(data: unknown): Draft['anchor'] | undefined {
  const span = readSpan(data);
  if (!span || !isRecord(data) || !isRecord(data['around'])) {
    return undefined;
  }
  const { before, after } = data['around'];
  return isString(before) && isString(after) ? { ...span, around: { before, after }, lost: data['lost'] === true } : undefined;
}

function readSpan(data: unknown): Touched | undefined {
  return isRecord(data) && isCount(data['from']) && isCount(data['to']) && data['from'] <= data['to'] ? { from: data['from'], to: data['to'] } : undefined;
}

/** All steps or none: with one missing, those before it would be taken back at the wrong place. */
function stepsOf(data: unknown): DraftStep[] {
  const steps = listOf(data, readStep);
  return Array.isArray(data) && steps.length === data.length ? steps : [];
}

function readStep(data: unknown): DraftStep | undefined {
  if (!isRecord(data) || typeof data['shift'] !== 'number' || !Number.isSafeInteger(data['shift'])) {
    return undefined;
  }
  const base = readReplaced(data['base']);
  const text = data['text'] === 'none' || data['text'] === 'unknown' ? data['text'] : readReplaced(data['text']);
  return base && text
    ? { shift: data['shift'], base, text, touchedBefore: listOf(data['touchedBefore'], readSpan), touchedAfter: listOf(data['touchedAfter'], readSpan) }
    : undefined;
}

function readReplaced(data: unknown): Replaced | undefined {
  return isRecord(data) && isCount(data['at']) && isString(data['removed']) && isString(data['inserted'])
    ? { at: data['at'], removed: data['removed'], inserted: data['inserted'] }
    : undefined;
}

/** The last steps that are not too much to keep. */
function lastOf(steps: readonly DraftStep[]): readonly DraftStep[] {
  let left = MOST_PAST;
  let first = steps.length;
  while (first > 0) {
    const step = steps[first - 1];
    left -= step ? sizeOf(step.base) + (typeof step.text === 'string' ? 0 : sizeOf(step.text)) + 100 : 0;
    if (left < 0) {
      break;
    }
    first--;
  }
  return steps.slice(first);
}

function sizeOf({ removed, inserted }: Replaced): number {
  return removed.length + inserted.length;
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

/** Blank lines and nothing else. */
function blank(data: unknown): string {
  return isString(data) && /^\s*$/.test(data) ? data : '';
}

function listOf<T>(data: unknown, read: (item: unknown) => T | undefined): T[] {
  return Array.isArray(data) ? data.flatMap((item: unknown) => read(item) ?? []) : [];
}

function isRecord(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isString(data: unknown): data is string {
  return typeof data === 'string';
}

function isText(data: unknown): data is string {
  return isString(data) && data.length > 0;
}

function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
}
