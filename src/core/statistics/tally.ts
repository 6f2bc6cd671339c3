// One walk over a script: every speech with its scene, the words of each scene, and what stands between speeches.
import { placedBlocks, type Script } from '../fountain/script';
import { sceneIndexAt, scenesOf } from '../script/outline';
import { blockFacts, type SpeechFacts } from './blockFacts';

/** A speech with its place. */
export interface SpeechPlace {
  readonly facts: SpeechFacts;
  /** Index into scenesOf, -1 before the first heading. */
  readonly scene: number;
  /** Offset of the cue, absolute, and of the end of what is said. */
  readonly at: number;
  readonly to: number;
  /** Line of the cue. */
  readonly line: number;
  /** Nothing prints between it and the speech before, and both are in one scene. */
  readonly follows: boolean;
}

export interface SceneWords {
  dialogue: number;
  action: number;
  speeches: number;
}

export interface Tally {
  readonly speeches: readonly SpeechPlace[];
  /** Index for index with scenesOf; one more at the end holds what stands before the first heading. */
  readonly scenes: readonly SceneWords[];
}

const tallies = new WeakMap<Script, Tally>();

/** The walk's result, kept with the script. Blocks that an edit left alone are not counted again. */
export function tallyOf(script: Script): Tally {
  let tally = tallies.get(script);
  if (!tally) {
    tally = walk(script);
    tallies.set(script, tally);
  }
  return tally;
}

function walk(script: Script): Tally {
  const found = scenesOf(script);
  const scenes: SceneWords[] = Array.from({ length: found.length + 1 }, () => ({ dialogue: 0, action: 0, speeches: 0 }));
  const speeches: SpeechPlace[] = [];
  let scene = -1;
  let follows = false;
  for (const { block, offset, line } of placedBlocks(script)) {
    for (const facts of blockFacts(block)) {
      const at = offset + facts.from;
      // A section ends no scene here: what is said below it and before the next heading is still said there.
      scene = facts.kind === 'sceneHeading' ? sceneIndexAt(found, at) : scene;
      const words = scenes[scene < 0 ? found.length : scene];
      if (facts.kind !== 'speech') {
        follows = false;
        if (words) {
          words.action += facts.words;
        }
        continue;
      }
      speeches.push({ facts, scene, at, to: offset + facts.to, line: line + facts.line, follows });
      follows = true;
      if (words) {
        words.dialogue += facts.words;
        words.speeches++;
      }
    }
  }
  return { speeches, scenes };
}
