// What changed since an earlier version of a script, as places in the new one: for the asterisks of revised pages.
import { diffArrays } from 'diff';
import { wordDiff } from '../core/edits/wordDiff';
import type { Span } from '../core/fountain/elements';

// Two different scripts have no use for asterisks, and would keep the diff busy for long.
const TIMEOUT = 3000;

/**
 * Changed stretches of `after`, in order, not overlapping: UTF-16 offsets. Where something was only taken out, an empty stretch
 * stands in its place. Line ends and space at the ends of lines do not count. Where hardly anything is left, all of it.
 */
export function changesSince(before: string, after: string): Span[] {
  const linesBefore = linesIn(before);
  const linesAfter = linesIn(after);
  const hunks = diffArrays(linesBefore.map(bare), linesAfter.map(bare), { timeout: TIMEOUT }) as ReturnType<typeof diffArrays> | undefined;
  if (!hunks) {
    return [{ from: 0, to: after.length }];
  }
  const spans: Span[] = [];
  let end = 0;
  const offsets = [0, ...linesAfter.map((line) => (end += line.length))];
  let oldLine = 0;
  let newLine = 0;
  for (const [index, { added, removed, count = 0 }] of hunks.entries()) {
    const from = newLine < linesAfter.length ? (offsets[newLine] ?? 0) : after.length;
    if (removed) {
      // Taken out and put in side by side is a change: told below, with what was put in.
      if (!hunks[index + 1]?.added && linesBefore.slice(oldLine, oldLine + count).some((line) => line.trim() !== '')) {
        spans.push({ from, to: from });
      }
      oldLine += count;
    } else if (added) {
      const was = index > 0 ? hunks[index - 1] : undefined;
      const old = was?.removed ? linesBefore.slice(oldLine - was.count, oldLine).join('') : '';
      spans.push(...changedWords(old, linesAfter.slice(newLine, newLine + count).join(''), from));
      newLine += count;
    } else {
      oldLine += count;
      newLine += count;
    }
  }
  return spans;
}

/** Whether the source from `from` to `to` holds a change. */
export function isRevised(spans: readonly Span[], from: number, to: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (let span = spans[low]; span && from < to && span.from <= to; span = spans[++low]) {
    // An empty stretch marks the line it stands in; a full one must share a character with the line.
    if (span.from === span.to || (span.from < to && span.to > from)) {
      return true;
    }
  }
  return false;
}

function linesIn(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

const bare = (line: string): string => line.trimEnd();

/** Within lines that changed, the words that did: a long paragraph wraps into many printed lines, and few of them changed. */
function changedWords(before: string, after: string, offset: number): Span[] {
  if (before === '') {
    return after.trim() === '' ? [] : [{ from: offset, to: offset + after.length }];
  }
  const spans: Span[] = [];
  let at = offset;
  for (const { kind, text } of wordDiff(before, after)) {
    if (kind === 'added' && text.trim() !== '') {
      if (spans.at(-1)?.from === at) {
        // What was taken out here has this in its place.
        spans.pop();
      }
      spans.push({ from: at, to: at + text.length });
    } else if (kind === 'removed' && text.trim() !== '' && spans.at(-1)?.to !== at) {
      spans.push({ from: at, to: at });
    }
    at += kind === 'removed' ? 0 : text.length;
  }
  return spans;
}
