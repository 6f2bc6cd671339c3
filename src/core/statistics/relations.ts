// Who speaks with whom, and who cuts whom off.
import type { SpeechPlace } from './tally';

/** Two characters who speak in the same scene. */
export interface Pair {
  /** In the order of their names. */
  readonly names: readonly [string, string];
  /** How often one of them speaks right after the other, in one scene, whatever is done between. */
  readonly exchanges: number;
  /** Scenes in which both speak. */
  readonly scenes: number;
  /** Offset of the first cue that answers the other; of the first scene's later cue where they never answer each other. */
  readonly at: number;
}

/** One speech broken off and another begun at once: nothing prints between them. */
export interface Interruption {
  /** Whose speech breaks off, and who speaks next. */
  readonly interrupted: string;
  readonly by: string;
  /** A dash cuts it off; after dots the other takes the word up. */
  readonly ending: 'cutOff' | 'trailsOff';
  /** Offset of the cue that is broken off, and of the one that follows it. */
  readonly at: number;
  readonly byAt: number;
  readonly scene: number;
}

interface Counted {
  readonly names: readonly [string, string];
  exchanges: number;
  scenes: number;
  at: number;
}

/** Every pair that shares a scene, those with the most exchanges first. */
export function pairsOf(speeches: readonly SpeechPlace[]): Pair[] {
  const pairs: Counted[] = [];
  const known = new Map<string, Map<string, Counted>>();
  const pairOf = (one: string, other: string, at: number): Counted => {
    const names: readonly [string, string] = one < other ? [one, other] : [other, one];
    let others = known.get(names[0]);
    if (!others) {
      others = new Map();
      known.set(names[0], others);
    }
    let pair = others.get(names[1]);
    if (!pair) {
      pair = { names, exchanges: 0, scenes: 0, at };
      others.set(names[1], pair);
      pairs.push(pair);
    }
    return pair;
  };
  let present: Set<string> = new Set();
  for (const [index, speech] of speeches.entries()) {
    const { name } = speech.facts;
    const before = speeches[index - 1];
    const inScene = before?.scene === speech.scene;
    if (!inScene) {
      present = new Set();
    }
    if (inScene && before.facts.name !== name) {
      const pair = pairOf(before.facts.name, name, speech.at);
      pair.at = pair.exchanges === 0 ? speech.at : pair.at;
      pair.exchanges++;
    }
    if (!present.has(name)) {
      present.forEach((other) => pairOf(other, name, speech.at).scenes++);
      present.add(name);
    }
  }
  return pairs.sort((a, b) => b.exchanges - a.exchanges || b.scenes - a.scenes || a.at - b.at);
}

/** Every interruption, in order. */
export function interruptionsOf(speeches: readonly SpeechPlace[]): Interruption[] {
  const found: Interruption[] = [];
  for (const [index, { facts, follows, at, scene }] of speeches.entries()) {
    const before = speeches[index - 1];
    if (follows && before && before.facts.ending !== 'complete' && before.facts.name !== facts.name) {
      found.push({ interrupted: before.facts.name, by: facts.name, ending: before.facts.ending, at: before.at, byAt: at, scene });
    }
  }
  return found;
}
