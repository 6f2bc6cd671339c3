// The sets of a script and the scenes that play there.
import type { Script } from '../fountain/script';
import { scenesOf } from './outline';

export interface Location {
  /** As first written. */
  readonly set: string;
  /** Indices into scenesOf. */
  readonly scenes: readonly number[];
}

/** Every set in order of first appearance. Written in another case or with other spaces it is the same set. */
export function locationsOf(script: Script): readonly Location[] {
  const sets = new Map<string, { set: string; scenes: number[] }>();
  for (const [index, { item }] of scenesOf(script).entries()) {
    if (item.set === '') {
      continue;
    }
    const key = item.set.replace(/\s+/gu, ' ').toUpperCase();
    const known = sets.get(key) ?? { set: item.set, scenes: [] };
    known.scenes.push(index);
    sets.set(key, known);
  }
  return [...sets.values()];
}
