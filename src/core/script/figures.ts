// What a script says in figures of one character, one set, one section.
import type { SceneLength } from '../page/sceneLengths';
import type { Script } from '../fountain/script';
import { charactersOf, type CharacterFigures } from './characters';
import { endIndex } from './nestOutline';
import { outlineOf, scenesOf, type OutlineItem, type Scene } from './outline';
import { partsOfSet, setKey } from './setPlace';

export interface Length {
  readonly eighths: number;
  readonly seconds: number;
}

export interface CharacterSummary extends CharacterFigures {
  /** Place among all who speak, from 1, by words. */
  readonly rank: number;
  readonly of: number;
  /** Indices into scenesOf; absent where they speak before the first heading alone. */
  readonly firstScene?: number;
  readonly lastScene?: number;
  /** Who else speaks in their scenes and in how many of them, the most frequent first. */
  readonly company: readonly { readonly name: string; readonly scenes: number }[];
}

/** @param name canonical */
export function characterSummary(script: Script, name: string): CharacterSummary | undefined {
  const all = charactersOf(script);
  const rank = all.findIndex((person) => person.name === name);
  const figures = all[rank];
  if (figures === undefined) {
    return undefined;
  }
  const scenes = scenesOf(script);
  const shared = new Map<string, number>();
  const own = figures.scenes.map(({ scene }) => scene).filter((scene) => scene >= 0);
  for (const scene of own) {
    for (const other of scenes[scene]?.item.characters ?? []) {
      if (other !== name) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
  }
  const company = [...shared].map(([other, count]) => ({ name: other, scenes: count })).sort((a, b) => b.scenes - a.scenes);
  const [firstScene] = own;
  const lastScene = own.at(-1);
  return { ...figures, rank: rank + 1, of: all.length, company, ...(firstScene !== undefined && { firstScene }), ...(lastScene !== undefined && { lastScene }) };
}

export interface SetSummary extends Length {
  /** As first written, down to the part that was asked about. */
  readonly set: string;
  /** Indices into scenesOf. */
  readonly scenes: readonly number[];
  /** Times of day as written and how many scenes have them, in order of first appearance. */
  readonly times: readonly { readonly time: string; readonly scenes: number }[];
  /** The sets within it: KITCHEN of HOUSE. As first written. */
  readonly rooms: readonly string[];
}

/** @param path keys of the set's parts: see SetSubject */
export function setSummary(script: Script, path: readonly string[], lengths: readonly SceneLength[]): SetSummary | undefined {
  const scenes: number[] = [];
  const times = new Map<string, number>();
  const rooms = new Map<string, string>();
  let set: string | undefined;
  let total: Length = { eighths: 0, seconds: 0 };
  for (const [index, { item }] of scenesOf(script).entries()) {
    const parts = partsOfSet(item.set);
    if (parts.length < path.length || !path.every((key, at) => setKey(parts[at]?.text ?? '') === key)) {
      continue;
    }
    scenes.push(index);
    total = plus(total, lengths[index]);
    set ??= parts.slice(0, path.length).map(({ text }) => text).join(' - ');
    const room = parts.slice(path.length).map(({ text }) => text).join(' - ');
    if (room !== '' && !rooms.has(setKey(room))) {
      rooms.set(setKey(room), room);
    }
    if (item.time !== undefined) {
      const time = item.time.toUpperCase();
      times.set(time, (times.get(time) ?? 0) + 1);
    }
  }
  return set === undefined ? undefined : { set, scenes, ...total, times: [...times].map(([time, count]) => ({ time, scenes: count })), rooms: [...rooms.values()] };
}

/** The lengths of all items of the outline, index for index: a section's is that of its scenes together. */
export function outlineLengths(script: Script, lengths: readonly SceneLength[]): (Length & { readonly scenes: number })[] {
  const items = outlineOf(script);
  // Running totals before each item, so that a section's length is one difference, however many scenes it has.
  const before = [{ eighths: 0, seconds: 0, scenes: 0 }];
  for (const item of items) {
    const last = before.at(-1) ?? { eighths: 0, seconds: 0, scenes: 0 };
    before.push(isScene(item) ? { ...plus(last, lengths[last.scenes]), scenes: last.scenes + 1 } : last);
  }
  return items.map((item, index) => {
    const start = before[index] ?? { eighths: 0, seconds: 0, scenes: 0 };
    const end = before[isScene(item) ? index + 1 : endIndex(items, index)] ?? start;
    return { eighths: end.eighths - start.eighths, seconds: end.seconds - start.seconds, scenes: end.scenes - start.scenes };
  });
}

function isScene(item: OutlineItem): item is OutlineItem<Scene> {
  return item.item.kind === 'scene';
}

function plus(a: Length, b: Length | undefined): Length {
  return { eighths: a.eighths + (b?.eighths ?? 0), seconds: a.seconds + (b?.seconds ?? 0) };
}
