// The figures of each character: how much they say, where they are, how long they are silent, how hard they are to follow.
import type { SpeechFacts } from './blockFacts';
import { readabilityOf, type Measured } from './readability';
import type { SpeechPlace } from './tally';

/** A character in one scene. */
export interface Presence {
  /** Index of the scene, -1 before the first heading. */
  readonly scene: number;
  readonly speeches: number;
  readonly words: number;
  /** Offset of their first cue there. */
  readonly at: number;
}

/** From the end of one speech to the character's next. */
export interface Silence {
  /** Pages between the two, a fraction: where lines stand on the page counts. */
  readonly pages: number;
  /** Scenes between the two in which they say nothing. */
  readonly scenes: number;
  /** Offsets of the cue before the silence and of the one that ends it. */
  readonly from: number;
  readonly to: number;
}

export interface CharacterStatistics {
  readonly name: string;
  readonly words: number;
  readonly speeches: number;
  /** Of all words spoken, 0 to 1. */
  readonly share: number;
  readonly wordsPerSpeech: number;
  /** Printed page numbers of their first and last cue. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Offset of their first cue. */
  readonly at: number;
  readonly scenes: readonly Presence[];
  /** The longest between two of their speeches; absent with fewer than two. */
  readonly silence?: Silence;
  readonly readability: Measured;
}

/** Where an offset is printed: pages from the start of page 1, a fraction. */
export type PagePosition = (offset: number) => number;

/** Every speaking character, the one with the most words first. */
export function characterStatisticsOf(speeches: readonly SpeechPlace[], position: PagePosition): CharacterStatistics[] {
  const people = new Map<string, SpeechPlace[]>();
  let total = 0;
  for (const speech of speeches) {
    const known = people.get(speech.facts.name);
    if (known) {
      known.push(speech);
    } else {
      people.set(speech.facts.name, [speech]);
    }
    total += speech.facts.words;
  }
  return [...people]
    .map(([name, theirs]) => figuresOf(name, theirs, total, position))
    .sort((a, b) => b.words - a.words || b.speeches - a.speeches || (a.name < b.name ? -1 : 1));
}

function figuresOf(name: string, speeches: readonly SpeechPlace[], total: number, position: PagePosition): CharacterStatistics {
  const words = speeches.reduce((sum, { facts }) => sum + facts.words, 0);
  const at = speeches[0]?.at ?? 0;
  const silence = longestSilence(speeches, position);
  return {
    name,
    words,
    speeches: speeches.length,
    share: total === 0 ? 0 : words / total,
    wordsPerSpeech: words / speeches.length,
    firstPage: 1 + Math.floor(position(at)),
    lastPage: 1 + Math.floor(position(speeches.at(-1)?.at ?? at)),
    at,
    scenes: presenceOf(speeches),
    ...(silence && { silence }),
    readability: readabilityOf(speeches.map(({ facts }): SpeechFacts => facts)),
  };
}

function presenceOf(speeches: readonly SpeechPlace[]): Presence[] {
  const scenes: { scene: number; speeches: number; words: number; at: number }[] = [];
  for (const { scene, at, facts } of speeches) {
    const last = scenes.at(-1);
    if (last?.scene === scene) {
      last.speeches++;
      last.words += facts.words;
    } else {
      scenes.push({ scene, speeches: 1, words: facts.words, at });
    }
  }
  return scenes;
}

function longestSilence(speeches: readonly SpeechPlace[], position: PagePosition): Silence | undefined {
  let longest: Silence | undefined;
  let before: SpeechPlace | undefined;
  for (const speech of speeches) {
    if (before) {
      const pages = Math.max(0, position(speech.at) - position(before.to));
      if (longest === undefined || pages > longest.pages) {
        longest = { pages, scenes: Math.max(0, speech.scene - before.scene - 1), from: before.at, to: speech.at };
      }
    }
    before = speech;
  }
  return longest;
}
