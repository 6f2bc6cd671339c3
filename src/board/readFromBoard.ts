// What the board's view said, if it is something that it may say. A webview is a browser: nothing of it is taken on trust.
import type { BoardEdit, FromBoard, OpenTarget, OptimiseScope, SheetKind } from './protocol';

/** Longer than any id, banner or note; shorter than anything that could hurt. */
const LONGEST = 2000;
const MOST = 5000;
const SHEETS: readonly SheetKind[] = ['dood', 'oneLine', 'shooting', 'call', 'costs'];
const TARGETS: readonly OpenTarget['what'][] = ['rules', 'element', 'location', 'crew', 'demand', 'scene', 'file', 'breakdown', 'production'];

type Said = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Said => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length <= MOST && value.every(isText);
const isSeq = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((each) => each === value);
/** `key` where it is given; undefined: it is given and no text. */
const maybe = <K extends string>(said: Said, key: K): Partial<Record<K, string>> | undefined => {
  const value = said[key];
  return value === undefined ? {} : isText(value) ? ({ [key]: value } as Partial<Record<K, string>>) : undefined;
};

export function readFromBoard(value: unknown): FromBoard | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { kind } = value;
  switch (kind) {
    case 'ready':
    case 'undo':
    case 'redo':
    case 'leave':
    case 'explain':
    case 'closeReasons':
    case 'closeComparison':
    case 'newBoard':
      return { kind };
    case 'edit':
    case 'preview':
      return readEdited(kind, value);
    case 'selected': {
      const day = maybe(value, 'day');
      return isTexts(value['strips']) && day ? { kind, strips: value['strips'], ...day } : undefined;
    }
    case 'optimise':
    case 'cancel':
    case 'take':
    case 'board':
    case 'rename':
    case 'compare':
      return readWish(kind, value);
    default:
      return readGoing(value);
  }
}

function readEdited(kind: 'edit' | 'preview', said: Said): FromBoard | undefined {
  const edit = readEdit(said['edit']);
  if (!edit) {
    return undefined;
  }
  return kind === 'edit' ? { kind, edit } : isSeq(said['seq']) ? { kind, edit, seq: said['seq'] } : undefined;
}

function readWish(kind: 'optimise' | 'cancel' | 'take' | 'board' | 'rename' | 'compare', said: Said): FromBoard | undefined {
  switch (kind) {
    case 'optimise': {
      const scope = readScope(said['scope']);
      const seconds = said['seconds'];
      return scope && typeof seconds === 'number' && seconds >= 1 && seconds <= 3600 ? { kind, scope, seconds: Math.round(seconds) } : undefined;
    }
    case 'cancel': {
      const what = oneOf(['run', 'reasons'], said['what']);
      return what && { kind, what };
    }
    case 'take': {
      const as = oneOf(['new', 'replace'], said['as']);
      return as && { kind, as };
    }
    case 'board': {
      const what = oneOf(['choose', 'duplicate', 'delete'], said['what']);
      return what && isText(said['board']) ? { kind, what, board: said['board'] } : undefined;
    }
    case 'rename': {
      const name = maybe(said, 'name');
      return isText(said['board']) && name ? { kind, board: said['board'], ...name } : undefined;
    }
    case 'compare':
      return said['boards'] === undefined ? { kind } : isTexts(said['boards']) ? { kind, boards: said['boards'] } : undefined;
  }
}

function readGoing(said: Said): FromBoard | undefined {
  switch (said['kind']) {
    case 'goTo':
      return isText(said['scene']) ? { kind: 'goTo', scene: said['scene'] } : undefined;
    case 'open': {
      const target = isRecord(said['target']) ? said['target'] : {};
      const what = oneOf(TARGETS, target['what']);
      const id = maybe(target, 'id');
      return what && id && isText(target['label']) ? { kind: 'open', target: { label: target['label'], what, ...id } } : undefined;
    }
    case 'sheets': {
      const sheet = oneOf(SHEETS, said['sheet']);
      const day = maybe(said, 'day');
      return day && (sheet || said['sheet'] === undefined) ? { kind: 'sheets', ...(sheet && { sheet }), ...day } : undefined;
    }
    default:
      return undefined;
  }
}

function readScope(value: unknown): OptimiseScope | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  switch (value['from']) {
    case 'all':
      return { from: 'all' };
    case 'day':
      return isText(value['day']) ? { from: 'day', day: value['day'] } : undefined;
    case 'days':
      return isTexts(value['days']) ? { from: 'days', days: value['days'] } : undefined;
    default:
      return undefined;
  }
}

function readEdit(value: unknown): BoardEdit | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { op, day, strips } = value;
  const before = maybe(value, 'before');
  const text = maybe(value, 'text');
  switch (op) {
    case 'moveStrips':
      return isTexts(strips) && isText(day) && before ? { op, strips, day, ...before } : undefined;
    case 'moveToNewDay':
      return isTexts(strips) && before ? { op, strips, ...before } : undefined;
    case 'toBoneyard':
      return isTexts(strips) ? { op, strips } : undefined;
    case 'moveDay':
      return isText(day) && before ? { op, day, ...before } : undefined;
    case 'addDay':
    case 'addOff':
      return before && { op, ...before };
    case 'removeDay': {
      const to = oneOf(['before', 'after', 'boneyard'], strips);
      return isText(day) && to ? { op, day, strips: to } : undefined;
    }
    case 'splitDay':
      return isText(day) && isText(value['at']) ? { op, day, at: value['at'] } : undefined;
    case 'joinDays':
      return isText(day) ? { op, day } : undefined;
    case 'addBanner':
      return isText(day) && before && text ? { op, day, ...before, ...text } : undefined;
    case 'editBanner':
      return isText(value['strip']) && text ? { op, strip: value['strip'], ...text } : undefined;
    case 'removeBanner':
      return isText(value['strip']) ? { op, strip: value['strip'] } : undefined;
    case 'note':
      return isText(day) && text ? { op, day, ...text } : undefined;
    case 'acceptChanges':
      return value['scenes'] === undefined ? { op } : isTexts(value['scenes']) ? { op, scenes: value['scenes'] } : undefined;
    default:
      return undefined;
  }
}
