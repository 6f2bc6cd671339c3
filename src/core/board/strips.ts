// Strips on a board: how one is named, where it stands, and the days without it.
import type { Board, BoardDay, Strip } from '../production/board';

/**
 * Names a strip of one board: a scene's by its id, a banner's by its day and which of its banners it is. A scene that stands on the
 * board twice (two branches merged) has a name for each.
 */
export type StripKey = string;

export const keyOfScene = (scene: string): StripKey => `s:${scene}`;

/** The scene that a key names; undefined: it names a banner. */
export function sceneOfKey(key: StripKey): string | undefined {
  return key.startsWith('s:') ? key.slice(2).replace(/#\d+$/, '') : undefined;
}

export const isScene = (strip: Strip): strip is { readonly scene: string } => 'scene' in strip;

/** The keys of all strips of the days, day for day and strip for strip. */
export function keysOf(days: readonly BoardDay[]): StripKey[][] {
  const times = new Map<string, number>();
  return days.map(({ id, strips }) => {
    let banners = 0;
    return strips.map((strip) => {
      if (!isScene(strip)) {
        banners += 1;
        return `b:${id}:${banners}`;
      }
      const time = (times.get(strip.scene) ?? 0) + 1;
      times.set(strip.scene, time);
      return time === 1 ? keyOfScene(strip.scene) : `${keyOfScene(strip.scene)}#${time}`;
    });
  });
}

/** Scenes on the board's days, in the order of shooting; one that stands there twice comes twice. */
export function scenesOfDays(days: readonly BoardDay[]): string[] {
  return days.flatMap(({ strips }) => strips.flatMap((strip) => (isScene(strip) ? [strip.scene] : [])));
}

/** Whether a scene stands anywhere on the board. */
export function scenesOnBoard(board: Board): Set<string> {
  return new Set([...scenesOfDays(board.days), ...board.boneyard]);
}

/** A board of which strips were taken off. */
export interface Lifted {
  readonly days: readonly BoardDay[];
  readonly boneyard: readonly string[];
  /** In the order of the board: days, boneyard, then what stood nowhere, as given. Each scene once. */
  readonly strips: readonly Strip[];
  /** Where `before` stands: the first strip from it on that was not taken; undefined: none, or no such strip. */
  anchor(before: StripKey | undefined): Strip | undefined;
}

/** Takes strips off a board. Wherever a scene that is taken stands besides (twice, or in the boneyard too), it is taken there as well. */
export function lift(board: Board, taken: readonly StripKey[]): Lifted {
  const keys = keysOf(board.days);
  const wanted = new Set(taken);
  const scenes = new Set(taken.flatMap((key) => sceneOfKey(key) ?? []));
  const isTaken = (strip: Strip, key: StripKey | undefined): boolean => (isScene(strip) ? scenes.has(strip.scene) : key !== undefined && wanted.has(key));
  const strips: Strip[] = [];
  const left = new Set(scenes);
  const take = (strip: Strip): void => {
    if (!isScene(strip) || left.delete(strip.scene)) {
      strips.push(strip);
    }
  };
  const days = board.days.map((day, at): BoardDay => {
    const rest = day.strips.filter((strip, index) => {
      const goes = isTaken(strip, keys[at]?.[index]);
      if (goes) {
        take(strip);
      }
      return !goes;
    });
    return rest.length === day.strips.length ? day : { ...day, strips: rest };
  });
  const boneyard = board.boneyard.filter((scene) => !scenes.has(scene));
  board.boneyard.filter((scene) => scenes.has(scene)).forEach((scene) => take({ scene }));
  left.forEach((scene) => strips.push({ scene }));
  return { days, boneyard, strips, anchor: (before) => anchorIn(board.days, keys, before, isTaken) };
}

function anchorIn(days: readonly BoardDay[], keys: readonly StripKey[][], before: StripKey | undefined, isTaken: (strip: Strip, key: StripKey | undefined) => boolean): Strip | undefined {
  const at = before === undefined ? -1 : keys.findIndex((ofDay) => ofDay.includes(before));
  const from = keys[at]?.indexOf(before ?? '') ?? 0;
  return days[at]?.strips.slice(from).find((strip, index) => !isTaken(strip, keys[at]?.[from + index]));
}

/** Puts strips before one of them (the same object), or behind all. */
export function insertBefore(strips: readonly Strip[], added: readonly Strip[], anchor: Strip | undefined): Strip[] {
  const at = anchor === undefined ? -1 : strips.indexOf(anchor);
  return at < 0 ? [...strips, ...added] : [...strips.slice(0, at), ...added, ...strips.slice(at)];
}
