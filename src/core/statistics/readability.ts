// How hard speeches are to follow: Flesch's measures, which were made for English and mean nothing in another language.
import { flesch } from 'flesch';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { SpeechFacts } from './blockFacts';

export interface Readability {
  /** Flesch-Kincaid: the school year of the United States that follows it; conversation is around 2 to 6. 0 for what is easier than any school. */
  readonly grade: number;
  /** Flesch reading ease: 100 very easy, 0 very hard; short lines go beyond, and count as 100. */
  readonly ease: number;
  /** English words to a sentence. */
  readonly wordsPerSentence: number;
}

/** Why there is a figure, or none: Flesch counted samples of a hundred words; fewer, or another language, give none. */
export type Measured = { readonly kind: 'english'; readonly readability: Readability } | { readonly kind: 'tooShort' } | { readonly kind: 'notEnglish' };

const FEWEST_WORDS = 100;
// Of the words of English dialogue 20 to 40 in a hundred are among these; in a language that shares letters with it 0 to 4.
const ENGLISH = new Set(
  'the and you of that it what this with have not for but they your are be will would my his her their from about know just there who how were been when them i i’m you’re it’s that’s don’t can’t'.split(' '),
);
const ENGLISH_SHARE = 0.14;

interface Counts {
  readonly words: number;
  readonly english: number;
  readonly sentences: number;
  syllables: number | undefined;
}

const counted = new WeakMap<SpeechFacts, Counts>();
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
const SENTENCE_END = /[.!?…‽]+["'”’»)\]]*(?:\s|$)|[-–—]{1,3}\s*$/gmu;

/** How hard the speeches of one speaker (or of all) are to follow. */
export function readabilityOf(speeches: readonly SpeechFacts[]): Measured {
  let words = 0;
  let english = 0;
  let sentences = 0;
  for (const speech of speeches) {
    const counts = countsOf(speech);
    words += counts.words;
    english += counts.english;
    sentences += counts.sentences;
  }
  const spoken = speeches.reduce((sum, speech) => sum + speech.words, 0);
  if (spoken < FEWEST_WORDS) {
    return { kind: 'tooShort' };
  }
  if (words < FEWEST_WORDS || english / words < ENGLISH_SHARE) {
    return { kind: 'notEnglish' };
  }
  const syllables = speeches.reduce((sum, speech) => sum + syllablesOf(speech), 0);
  const counts = { word: words, sentence: sentences, syllable: syllables };
  return { kind: 'english', readability: { grade: Math.max(0, round(fleschKincaid(counts))), ease: Math.min(100, Math.max(0, round(flesch(counts)))), wordsPerSentence: round(words / sentences) } };
}

function countsOf(speech: SpeechFacts): Counts {
  let counts = counted.get(speech);
  if (!counts) {
    const text = speech.said.join('\n');
    const words = wordsOf(speech);
    const english = words.filter((word) => ENGLISH.has(word.toLowerCase().replaceAll("'", '’'))).length;
    // Said to no full stop, it is a sentence all the same.
    counts = { words: words.length, english, sentences: Math.max(words.length > 0 ? 1 : 0, text.match(SENTENCE_END)?.length ?? 0), syllables: undefined };
    counted.set(speech, counts);
  }
  return counts;
}

function syllablesOf(speech: SpeechFacts): number {
  const counts = countsOf(speech);
  counts.syllables ??= wordsOf(speech).reduce((sum, word) => sum + syllablesIn(word), 0);
  return counts.syllables;
}

function wordsOf({ said }: SpeechFacts): readonly string[] {
  return said.join('\n').match(WORD) ?? [];
}

// A script says few words often. More than any script has are begun anew.
const MOST_WORDS = 50_000;
const syllables = new Map<string, number>();

function syllablesIn(word: string): number {
  let count = syllables.get(word);
  if (count === undefined) {
    if (syllables.size > MOST_WORDS) {
      syllables.clear();
    }
    count = syllable(word);
    syllables.set(word, count);
  }
  return count;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
