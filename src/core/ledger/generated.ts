// What an accept entry says of its words: which a model wrote, and what stood around them.
import type { Span } from '../fountain/elements';
import { alignWords } from './align';
import type { AcceptEntry } from './entry';
import { hashedText } from './hash';
import { fingerprintsOf, foldWord, ledgerWords } from './words';

/** How many words at each side are kept as witnesses of the place. */
const AROUND_WORDS = 12;
const AROUND_LENGTH = 600;
/** Fewer words in a row that were there before are the same by chance. */
const FEWEST_KEPT = 3;

/**
 * The runs [from, to) of the inserted words that a model wrote. A word is the model's if it is one of those offered, in
 * their order; unless it stood there before: a whole line (a cue, a paragraph), two words in a row at either end of the
 * replaced text, or three anywhere.
 */
export function generatedRuns(offered: string, inserted: string, replaced: string): [number, number][] {
  const ids = new Map<string, number>();
  const idsOf = (text: string): number[] => ledgerWords(text).map((word) => {
    const folded = foldWord(word);
    const id = ids.get(folded) ?? ids.size;
    ids.set(folded, id);
    return id;
  });
  const [words, from, before] = [idsOf(inserted), idsOf(offered), idsOf(replaced)];
  const generated = new Uint8Array(words.length);
  for (const [at] of alignWords(words, from)) {
    generated[at] = 1;
  }
  for (const at of keptOf(words, before)) {
    generated[at] = 0;
  }
  for (const [start, end] of keptLines(inserted, replaced)) {
    generated.fill(0, start, end);
  }
  return runsIn(generated);
}

/** The words [from, to) of lines that stood there before, in their order: "MARA" above another speech is the writer's cue. */
function keptLines(inserted: string, replaced: string): [number, number][] {
  const ids = new Map<string, number>();
  const linesOf = (text: string): { readonly id: number; readonly words: number }[] => text.split(/\r\n|\r|\n/).flatMap((line) => {
    const words = ledgerWords(line).map(foldWord);
    const key = words.join(' ');
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return words.length === 0 ? [] : [{ id, words: words.length }];
  });
  const lines = linesOf(inserted);
  const kept = new Set(alignWords(lines.map(({ id }) => id), linesOf(replaced).map(({ id }) => id)).map(([at]) => at));
  let from = 0;
  return lines.flatMap(({ words }, at): [number, number][] => {
    const start = from;
    from += words;
    return kept.has(at) ? [[start, from]] : [];
  });
}

/** The indices of words that stood there before. */
function keptOf(words: readonly number[], before: readonly number[]): number[] {
  const kept: number[] = [];
  let run: [number, number][] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    const atAnEnd = (first?.[0] === 0 && first[1] === 0) || (last?.[0] === words.length - 1 && last[1] === before.length - 1);
    if (run.length >= FEWEST_KEPT || (atAnEnd && run.length >= Math.min(2, before.length))) {
      run.forEach(([at]) => kept.push(at));
    }
    run = [];
  };
  for (const pair of alignWords(words, before)) {
    const last = run.at(-1);
    if (last && (pair[0] !== last[0] + 1 || pair[1] !== last[1] + 1)) {
      flush();
    }
    run.push([...pair]);
  }
  flush();
  return kept;
}

/** The runs of ones. */
function runsIn(flags: ArrayLike<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < flags.length; at++) {
    const last = runs.at(-1);
    if (flags[at] !== 1) {
      continue;
    }
    if (last?.[1] === at) {
      last[1] = at + 1;
    } else {
      runs.push([at, at + 1]);
    }
  }
  return runs;
}

/** What a recorder knows of a yes. */
export interface AcceptedText {
  /** The script's text as it stands now, with the inserted text in it. */
  readonly script: string;
  /** Where the inserted text stands in it. */
  readonly span: Span;
  readonly offered: string;
  readonly replaced: string;
  /** By chance, new for each entry. */
  readonly salt: string;
  readonly keepText: boolean;
}

/** The fields of an accept entry that speak of words. */
export function acceptedWords({ script, span, offered, replaced, salt, keepText }: AcceptedText): Pick<AcceptEntry, 'inserted' | 'generated' | 'replaced' | 'around'> {
  const inserted = script.slice(span.from, span.to);
  return {
    inserted: { ...hashedText(inserted, keepText), salt, fingerprints: fingerprintsOf(inserted, salt), lines: lineWords(inserted) },
    generated: generatedRuns(offered, inserted, replaced),
    replaced: hashedText(replaced, keepText),
    around: aroundOf(script, span, salt),
  };
}

/** Words a line, for lines that have any. */
function lineWords(text: string): number[] {
  return text.split(/\r\n|\r|\n/).map((line) => ledgerWords(line).length).filter((count) => count > 0);
}

/** The fingerprints of the words before and after a span. */
function aroundOf(script: string, { from, to }: Span, salt: string): NonNullable<AcceptEntry['around']> {
  // A word cut in two by the slice stands farthest away, and is dropped with those that are too many.
  const before = fingerprintsOf(script.slice(Math.max(0, from - AROUND_LENGTH), from), salt);
  const after = fingerprintsOf(script.slice(to, to + AROUND_LENGTH), salt);
  return { before: before.slice(-AROUND_WORDS), after: after.slice(0, AROUND_WORDS) };
}
