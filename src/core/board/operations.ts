// What a hand does to a board: each operation gives a new board, on which every scene of the old one stands exactly once.
// One that names a day or a strip that is not there gives the same board back: the view may be a moment behind.
import type { Board, BoardDay, Strip } from '../production/board';
import { insertBefore, isScene, keysOf, lift, scenesOfDays, sceneOfKey, type StripKey } from './strips';

/** Ids of days: each call gives another one. */
export type NewId = () => string;

/** Moves strips, from wherever they are, to a day before one of its strips (without: to its end). Their order on the board is kept. */
export function moveStrips(board: Board, keys: readonly StripKey[], day: string, before?: StripKey): Board {
  const target = board.days.find(({ id }) => id === day);
  const lifted = lift(board, keys);
  if (target?.kind !== 'shoot' || lifted.strips.length === 0) {
    return board;
  }
  const anchor = lifted.anchor(before);
  const days = lifted.days.map((each) => (each.id === day ? { ...each, strips: insertBefore(each.strips, lifted.strips, anchor) } : each));
  return sameDays(days, board.days) && lifted.boneyard.length === board.boneyard.length ? board : byHand({ ...board, days, boneyard: lifted.boneyard });
}

/** Moves strips to a new shooting day before a day (without: after all). */
export function moveToNewDay(board: Board, keys: readonly StripKey[], newId: NewId, before?: string): Board {
  const { days, boneyard, strips } = lift(board, keys);
  return strips.length === 0 || (before !== undefined && !hasDay(board, before)) ? board : byHand({ ...board, days: insertDay(days, { id: newId(), kind: 'shoot', strips }, before), boneyard });
}

/** Scenes that are not to be shot for now; banners among the strips go. */
export function toBoneyard(board: Board, keys: readonly StripKey[]): Board {
  const { days, boneyard, strips } = lift(board, keys);
  const scenes = strips.flatMap((strip) => (isScene(strip) ? [strip.scene] : []));
  return strips.length === 0 ? board : byHand({ ...board, days, boneyard: [...boneyard, ...scenes] });
}

/** Moves a whole day before another (without: to the end). */
export function moveDay(board: Board, day: string, before?: string): Board {
  const moved = board.days.find(({ id }) => id === day);
  if (!moved || before === day || (before !== undefined && !hasDay(board, before))) {
    return board;
  }
  const days = insertDay(board.days.filter((each) => each !== moved), moved, before);
  return sameDays(days, board.days) ? board : byHand({ ...board, days });
}

/** A day without strips: of shooting (until it has some, the company waits) or off. */
export function addDay(board: Board, kind: BoardDay['kind'], newId: NewId, before?: string): Board {
  return before !== undefined && !hasDay(board, before) ? board : byHand({ ...board, days: insertDay(board.days, { id: newId(), kind, strips: [] }, before) });
}

/**
 * Takes a day away. Its strips go to the end of the shooting day before it, to the beginning of the one after it, or to the boneyard:
 * there too where no such day is; its banners then go.
 */
export function removeDay(board: Board, day: string, to: 'before' | 'after' | 'boneyard'): Board {
  const at = board.days.findIndex(({ id }) => id === day);
  const removed = board.days[at];
  if (!removed) {
    return board;
  }
  const rest = board.days.filter((_, index) => index !== at);
  const shooting = ({ kind }: BoardDay): boolean => kind === 'shoot';
  const target = to === 'boneyard' ? undefined : to === 'before' ? rest.slice(0, at).findLast(shooting) : rest.slice(at).find(shooting);
  if (!target) {
    const onDays = new Set([...scenesOfDays(rest), ...board.boneyard]);
    const scenes = [...new Set(scenesOfDays([removed]))].filter((scene) => !onDays.has(scene));
    return byHand({ ...board, days: rest, boneyard: [...board.boneyard, ...scenes] });
  }
  const strips = to === 'before' ? [...target.strips, ...removed.strips] : [...removed.strips, ...target.strips];
  return byHand({ ...board, days: rest.map((each) => (each === target ? { ...each, strips } : each)) });
}

/** A day break: this strip and all behind it begin a day of their own. Not before a day's first strip. */
export function splitDay(board: Board, day: string, at: StripKey, newId: NewId): Board {
  const place = board.days.findIndex(({ id }) => id === day);
  const found = board.days[place];
  const from = keysOf(board.days)[place]?.indexOf(at) ?? -1;
  if (!found || from < 1) {
    return board;
  }
  const second: BoardDay = { id: newId(), kind: found.kind, strips: found.strips.slice(from) };
  return byHand({ ...board, days: board.days.toSpliced(place, 1, { ...found, strips: found.strips.slice(0, from) }, second) });
}

/** The strips of the next shooting day come to this one's end, and that day goes. Days off between stay. */
export function joinDays(board: Board, day: string): Board {
  const at = board.days.findIndex(({ id }) => id === day);
  const next = board.days.slice(at + 1).find(({ kind }) => kind === 'shoot');
  const first = board.days[at];
  if (first?.kind !== 'shoot' || !next) {
    return board;
  }
  const joined: BoardDay = { ...first, strips: [...first.strips, ...next.strips], ...noteOf(first, next) };
  return byHand({ ...board, days: board.days.filter((each) => each !== next).map((each) => (each === first ? joined : each)) });
}

/** A banner before a strip (without: at the day's end). What is shot when stays, so a proof does too. */
export function addBanner(board: Board, day: string, text: string, before?: StripKey): Board {
  const anchor = lift(board, []).anchor(before);
  return withDay(board, day, (each) => ({ ...each, strips: insertBefore(each.strips, [{ banner: text }], anchor) }));
}

export function editBanner(board: Board, key: StripKey, text: string): Board {
  return withBanner(board, key, () => [{ banner: text }]);
}

export function removeBanner(board: Board, key: StripKey): Board {
  return withBanner(board, key, () => []);
}

/** A note on a day; an empty text takes it away. */
export function noteDay(board: Board, day: string, text: string): Board {
  return withDay(board, day, ({ note: _, ...rest }) => (text === '' ? rest : { ...rest, note: text }));
}

/** Days of one id each: a merge of two branches may have left two of the same. */
export function uniqueDays(board: Board): Board {
  const known = new Set<string>();
  const days = board.days.map((day) => {
    let { id } = day;
    for (let time = 2; known.has(id); time += 1) {
      id = `${day.id}-${time}`;
    }
    known.add(id);
    return id === day.id ? day : { ...day, id };
  });
  return sameDays(days, board.days) ? board : { ...board, days };
}

const hasDay = (board: Board, day: string): boolean => board.days.some(({ id }) => id === day);

/** Days of the same things in the same order. */
function sameDays(some: readonly BoardDay[], others: readonly BoardDay[]): boolean {
  const alike = (left: BoardDay, right: BoardDay | undefined): boolean => left === right || (left.id === right?.id && left.strips.length === right.strips.length && left.strips.every((strip, at) => strip === right.strips[at]));
  return some.length === others.length && some.every((day, at) => alike(day, others[at]));
}

/** What a hand has changed is no engine's any more, and nothing of it is proved. */
const byHand = (board: Board): Board => ({ ...board, made: { by: 'hand' } });

function insertDay(days: readonly BoardDay[], added: BoardDay, before: string | undefined): BoardDay[] {
  const at = before === undefined ? days.length : days.findIndex(({ id }) => id === before);
  return days.toSpliced(at, 0, added);
}

function noteOf({ note: first }: BoardDay, { note: second }: BoardDay): { note?: string } {
  const notes = [first, second].filter((note) => note !== undefined);
  return notes.length === 0 ? {} : { note: notes.join(' ') };
}

function withDay(board: Board, day: string, change: (day: BoardDay) => BoardDay): Board {
  return hasDay(board, day) ? { ...board, days: board.days.map((each) => (each.id === day ? change(each) : each)) } : board;
}

function withBanner(board: Board, key: StripKey, change: () => Strip[]): Board {
  const keys = keysOf(board.days);
  const place = sceneOfKey(key) === undefined ? keys.findIndex((ofDay) => ofDay.includes(key)) : -1;
  const found = board.days[place];
  const at = keys[place]?.indexOf(key) ?? -1;
  return found && at >= 0 ? { ...board, days: board.days.with(place, { ...found, strips: found.strips.toSpliced(at, 1, ...change()) }) } : board;
}
