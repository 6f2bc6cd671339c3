// What changed between two short texts, word by word: for showing an alternative against the original.

/** A piece of one text or both. All pieces but the added ones make the text before, all but the removed the one after. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many differing words the middle is shown as replaced: nobody reads a finer answer, and it costs a square. */
const MOST_DIFFERENT = 400;

// Words with their apostrophes; one character at a time where no spaces part words; emoji and letters with their marks
// whole; runs of white space. By rule and not by Intl.Segmenter: V8's copies the whole text into every segment, which is
// quadratic, and what one sees should not depend on the platform.
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
const EMOJI = '\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}]*(?:\\u200d\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*)*';
const WORDS = new RegExp(`[${UNSPACED}]\\p{M}*|${LETTER}+(?:['\\u2019](?=\\p{L})${LETTER}+)*|${EMOJI}|\\r\\n|[^\\S\\r\\n]+|[^]\\p{M}*`, 'gu');

/** Words, runs of white space and single signs; nothing lost. */
function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/**
 * For each number of edits, how far along each diagonal one comes (Myers, 1986). Undefined when more are needed than
 * allowed.
 */
function trace(a: readonly string[], b: readonly string[]): readonly Int32Array[] | undefined {
  const most = Math.min(a.length + b.length, MOST_DIFFERENT);
  const middle = most + 1;
  let reach = new Int32Array(2 * most + 3);
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    steps.push(reach);
    reach = reach.slice();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reach[middle + diagonal + 1] ?? 0;
      const right = (reach[middle + diagonal - 1] ?? 0) + 1;
      const goDown = diagonal === -edits || (diagonal !== edits && right <= down);
      let x = goDown ? down : right;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        x++;
      }
      reach[middle + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) {
        return [...steps, reach];
      }
    }
  }
  return undefined;
}

/** The pieces of two lists of words that begin and end differently, one a word, backwards from the end of the trace. */
function differences(a: readonly string[], b: readonly string[]): DiffPiece[] {
  const steps = a.length > 0 && b.length > 0 ? trace(a, b) : undefined;
  if (!steps) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  }
  const pieces: DiffPiece[] = [];
  const middle = ((steps[0]?.length ?? 3) - 3) / 2 + 1;
  let x = a.length;
  let y = b.length;
  for (let edits = steps.length - 2; edits >= 0; edits--) {
    const reach = steps[edits] ?? new Int32Array();
    const diagonal = x - y;
    const down = reach[middle + diagonal + 1] ?? 0;
    const right = (reach[middle + diagonal - 1] ?? 0) + 1;
    const goDown = diagonal === -edits || (diagonal !== edits && right <= down);
    const fromX = edits === 0 ? 0 : goDown ? down : right - 1;
    const fromY = edits === 0 ? 0 : goDown ? down - (diagonal + 1) : right - 1 - (diagonal - 1);
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      pieces.push({ kind: 'same', text: a[--x] ?? '' });
      y--;
    }
    if (edits > 0) {
      pieces.push(goDown ? { kind: 'added', text: b[--y] ?? '' } : { kind: 'removed', text: a[--x] ?? '' });
    }
  }
  return pieces.reverse();
}

/** Neighbours of a kind joined. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const made: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (last?.kind === piece.kind) {
      made[made.length - 1] = { kind: last.kind, text: last.text + piece.text };
    } else if (piece.text !== '') {
      made.push(piece);
    }
  }
  return made;
}

/**
 * In each run of changes what went stands before what came. White space and signs alone between two changes are taken
 * into them: islands of a space or a comma make a text unreadable.
 */
function readable(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs = joined(pieces);
  const made: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    made.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of runs.entries()) {
    const island = kind === 'same' && removed !== '' && added !== '' && index < runs.length - 1 && !/[\p{L}\p{N}\n]/u.test(text);
    if (kind === 'same' && !island) {
      flush();
      made.push({ kind, text });
    } else {
      removed += kind === 'added' ? '' : text;
      added += kind === 'removed' ? '' : text;
    }
  }
  flush();
  return joined(made);
}

/**
 * The differences from one text to another by whole words, in any script; few and readable rather than fewest by the
 * letter. Quick where texts are alike, bounded where they are not.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail++;
  }
  const same = (words: readonly string[]): DiffPiece[] => words.map((text) => ({ kind: 'same', text }));
  return readable([
    ...same(a.slice(0, head)),
    ...differences(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ]);
}
