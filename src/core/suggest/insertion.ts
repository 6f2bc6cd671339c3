// The exact source that puts new words in a speech's place, and the proof by parsing that nothing else changes.
import { printedText } from '../fountain/inline';
import { reparse } from '../fountain/reparse';
import type { Script } from '../fountain/script';
import { lineEndOf, withLineEnd } from '../proposals/lineEnd';
import { proveInsertion } from '../proposals/proveInsertion';
import { elementsOf } from '../script/elements';
import type { Speech } from '../script/speeches';

/** A note or boneyard of the writer's in a speech. */
interface KeptMark {
  readonly source: string;
  /** It stood on lines of its own. */
  readonly alone: boolean;
}

/** The notes and boneyards in a speech, in order. Undefined when one reaches out of it: then nothing may be replaced. */
function marksIn(speech: Speech): KeptMark[] | undefined {
  const { block, blockOffset } = speech;
  const from = speech.from - blockOffset;
  const to = speech.to - blockOffset;
  const kept: KeptMark[] = [];
  for (const mark of block.marks) {
    if (mark.to <= from || mark.from >= to) {
      continue;
    }
    if (mark.from < from || mark.to > to) {
      return undefined;
    }
    const lineStart = /[^\r\n]*$/.exec(block.text.slice(from, mark.from))?.[0] ?? '';
    const lineRest = /^[^\r\n]*/.exec(block.text.slice(mark.to, to))?.[0] ?? '';
    kept.push({ source: block.text.slice(mark.from, mark.to), alone: lineStart.trim() === '' && lineRest.trim() === '' });
  }
  return kept;
}

/** The words as source: a blank line inside is one of two spaces; the writer's notes and boneyards behind the words. */
function compose(words: string, marks: readonly KeptMark[], lineEnd: string): string {
  let source = withLineEnd(
    words
      .split('\n')
      .map((line) => (line === '' ? '  ' : line))
      .join('\n'),
    lineEnd,
  );
  for (const { source: mark, alone } of marks) {
    source += (alone ? lineEnd : ' ') + mark;
  }
  return source;
}

/** Lines to compare by: white space folded, blank ones left out. */
function linesOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/\s+/gu, ' ').trim().replace(/^~ /, '~'))
    .filter((line) => line !== '')
    .join('\n');
}

/** What a speech says, line by line, as it prints, blank lines left out. Undefined when it is more than a speech. */
function linesSaid(script: Script, from: number, to: number): string | undefined {
  const lines: string[] = [];
  for (const { element, from: at } of elementsOf(script, from)) {
    if (at >= to) {
      break;
    }
    if (at < from) {
      continue;
    }
    if (element.kind === 'dialogue' || element.kind === 'parenthetical') {
      lines.push(...printedText(element.text).split('\n'));
    } else if (element.kind === 'lyrics') {
      lines.push(`~${printedText(element.text)}`);
    } else {
      return undefined;
    }
  }
  return linesOf(lines);
}

/**
 * The source to put in place of `speech.from`..`speech.to` so that the speech says `words`: in the script's line ends,
 * the speech's own notes and boneyards kept behind the words. Undefined where no source is read back so: proven by
 * parsing the script with it, every element around being what it was.
 * @param words lines parted by "\n", cleaned: trimmed, no two blank ones in a row
 */
export function insertableSource(script: Script, speech: Speech, words: string): string | undefined {
  const marks = marksIn(speech);
  if (!marks || words === '') {
    return undefined;
  }
  const source = compose(words, marks, lineEndOf(script, speech));
  if (!proveInsertion(script, speech, source)) {
    return undefined;
  }
  const changed = reparse(script, { offset: speech.from, removed: speech.to - speech.from, inserted: source });
  return linesSaid(changed, speech.from, speech.from + source.length) === linesOf(words.split('\n')) ? source : undefined;
}
