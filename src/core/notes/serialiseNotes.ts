// Reader's notes as text that outlives the window, and back. Reading takes any rubbish: what is not a note is left out.
import { NOTE_KINDS, type KeptNote, type NoteAnchor, type ReaderNote } from './note';

/** Raised when the shape changes so that older text cannot be read as it is. */
const VERSION = 1;
/** More than any reader gives; the oldest go first. */
const MOST = 1000;

/** Plain data (JSON) for some store. */
export function serialiseNotes(notes: readonly ReaderNote[]): unknown {
  return { version: VERSION, notes: notes.slice(-MOST) };
}

/** The notes in what a store gave back; those that cannot be read are left out, as is an id that is there twice. Never throws. */
export function restoreNotes(data: unknown): ReaderNote[] {
  if (!isRecord(data) || data['version'] !== VERSION || !Array.isArray(data['notes'])) {
    return [];
  }
  const ids = new Set<string>();
  return data['notes'].slice(-MOST).flatMap((item: unknown) => {
    const note = readNote(item);
    if (!note || ids.has(note.id)) {
      return [];
    }
    ids.add(note.id);
    return [note];
  });
}

/** Of kept notes by script, the `count` scripts whose newest note is the oldest. */
export function longestUntouched<T extends { readonly notes: readonly ReaderNote[] }>(kept: readonly T[], count: number): T[] {
  const newest = ({ notes }: T): number => notes.reduce((last, { createdAt }) => Math.max(last, createdAt), 0);
  return [...kept].sort((a, b) => newest(a) - newest(b)).slice(0, Math.max(0, count));
}

type Fields = Readonly<Record<string, unknown>>;

function readNote(data: unknown): ReaderNote | undefined {
  if (!isRecord(data)) {
    return undefined;
  }
  const { id, uri, quote, scene, text, nextStep, createdAt, record } = data;
  const kind = NOTE_KINDS.find((known) => known === data['kind']);
  const anchor = readAnchor(data['anchor']);
  if (!kind || !anchor || !isText(id) || !isText(uri) || !isText(quote) || typeof scene !== 'string' || !isText(text) || typeof nextStep !== 'string' || !isCount(createdAt)) {
    return undefined;
  }
  const kept = readKept(data['kept']);
  const state = data['state'] === 'resolved' || data['state'] === 'discarded' ? data['state'] : data['state'] === 'kept' && kept ? 'kept' : 'open';
  return { id, uri, kind, anchor, quote, scene, text, nextStep, state, ...(kept ? { kept } : {}), ...(isText(record) ? { record } : {}), createdAt };
}

function readAnchor(data: unknown): NoteAnchor | undefined {
  if (!isRecord(data) || !isRecord(data['around'])) {
    return undefined;
  }
  const { from, to, standing } = data;
  const { before, after } = data['around'];
  if (!isCount(from) || !isCount(to) || to < from || typeof before !== 'string' || typeof after !== 'string') {
    return undefined;
  }
  return standing === 'here' || standing === 'changed' || standing === 'gone' ? { from, to, standing, around: { before, after } } : undefined;
}

function readKept(data: unknown): KeptNote | undefined {
  return isRecord(data) && isText(data['text']) && isCount(data['from']) && isCount(data['to']) && data['to'] >= data['from']
    ? { text: data['text'], from: data['from'], to: data['to'], stands: data['stands'] === true }
    : undefined;
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
