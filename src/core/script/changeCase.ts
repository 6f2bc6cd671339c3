// Changes the case of what prints in a stretch of script: capitals, small letters, a title, a sentence, and round again.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import type { Element, Span } from '../fountain/elements';
import { sceneNumber } from '../fountain/rules';
import { placedBlocks, textOf, type PlacedBlock, type Script } from '../fountain/script';
import { keepKinds } from './lineKinds';

/**
 * The edits that give every stretch its next case. Each is taken by itself: capitals, small letters, a capital at each word,
 * a capital at each sentence. Notes, boneyards, scene numbers and title page keys keep theirs, and a line that
 * is what it is by its capitals (a cue, a transition) keeps being it, by a forcing mark.
 * @returns from the end of the script to its start; none where nothing has a case
 */
export function changeCase(script: Script, spans: readonly Span[]): Edit[] {
  const text = textOf(script);
  const edits = spans.flatMap((span) => {
    const pieces = casedPieces(script, span);
    const joined = pieces.map(({ from, to }, index) => (isNewLine(text, pieces[index - 1], from) ? '\n' : '') + text.slice(from, to)).join(SEAM);
    const parts = nextCase(joined).split(SEAM).map((part) => (part.startsWith('\n') ? part.slice(1) : part));
    const changed = pieces.map(({ from, to }, index) => ({ offset: from, removed: to - from, inserted: parts[index] ?? '' }));
    const after = parts.join('');
    return changed.every(({ offset, removed, inserted }) => text.slice(offset, offset + removed) === inserted) ? [] : [...changed, ...(after === after.toUpperCase() ? needlessMarks(script, span) : [])];
  });
  const tidy = tidyEdits(text, edits);
  return tidy.length === 0 ? tidy : keepKinds(script, tidy);
}

// Stands between two pieces while their case is changed as one text; no letter, and in nobody's script.
const SEAM = '\uFDD0';

function isNewLine(text: string, before: Span | undefined, from: number): boolean {
  return before !== undefined && /[\r\n]/.test(text.slice(before.to, from));
}

/** The text in its next case. Sentences and mixed letters go to capitals first: that is what a script mostly needs. */
export function nextCase(text: string): string {
  const small = text.toLowerCase();
  const round = [text.toUpperCase(), small, titled(small), sentences(small)];
  if (!round.includes(text)) {
    return text.toUpperCase();
  }
  const at = round.lastIndexOf(text);
  for (let step = 1; step <= round.length; step += 1) {
    const next = round[(at + step) % round.length] ?? text;
    if (next !== text) {
      return next;
    }
  }
  return text;
}

function sentences(small: string): string {
  return small.replace(/(^|[.!?…]["”’')\]]*\s+|[\r\n])([^\p{L}\r\n]*)(\p{L})/gu, (_all, before: string, between: string, letter: string) => before + between + letter.toUpperCase());
}

function titled(small: string): string {
  const words = small.replace(/(?<![\p{L}\p{M}\p{N}]['’]?)\p{L}/gu, (letter) => letter.toUpperCase());
  // O'Neill and D'Angelo, but don't and I'll.
  return words.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}['’]\p{L}(?=\p{L}{2})/gu, (start) => start.toUpperCase());
}

/** What of a stretch has a case of its own: neither notes and boneyards, nor scene numbers, nor title page keys. */
function casedPieces(script: Script, span: Span): Span[] {
  const pieces: Span[] = [];
  for (const placed of placedBlocks(script, span.from)) {
    if (placed.offset >= span.to) {
      break;
    }
    let from = Math.max(span.from, placed.offset);
    const to = Math.min(span.to, placed.offset + placed.block.text.length);
    for (const kept of [...keptSpans(placed), { from: to, to }]) {
      if (kept.from > from) {
        pieces.push({ from, to: Math.min(kept.from, to) });
      }
      from = Math.max(from, Math.min(kept.to, to));
    }
  }
  const text = textOf(script);
  // Line by line, so that no edit reaches over the start of a line, where a forcing mark may have to go.
  return pieces.flatMap(({ from, to }) => [...text.slice(from, to).matchAll(/[^\r\n]+/g)].map((match) => ({ from: from + match.index, to: from + match.index + match[0].length })));
}

function keptSpans({ block, offset }: PlacedBlock): Span[] {
  const kept: Span[] = [...block.marks];
  for (const element of block.elements) {
    const source = block.text.slice(element.from, element.to);
    const mark = forcingMark(block.text, element);
    if (mark) {
      kept.push(mark);
    }
    if (element.kind === 'sceneHeading' && element.number !== undefined) {
      const found = sceneNumber(source.trimEnd());
      const from = element.from + (found?.at ?? source.lastIndexOf('#', source.lastIndexOf('#') - 1));
      kept.push({ from, to: element.from + source.lastIndexOf('#') + 1 });
    } else if (element.kind === 'titlePage') {
      kept.push(...[...source.matchAll(/^[^\s:][^:\r\n]*:/gmu)].map((match) => ({ from: element.from + match.index, to: element.from + match.index + match[0].length })));
    }
  }
  return kept.sort((a, b) => a.from - b.from).map(({ from, to }) => ({ from: from + offset, to: to + offset }));
}

/** The forcing marks of cues and transitions that lie whole in a stretch: in capitals they need none. */
function needlessMarks(script: Script, span: Span): Edit[] {
  const marks: Edit[] = [];
  for (const { block, offset } of placedBlocks(script, span.from)) {
    if (offset >= span.to) {
      break;
    }
    for (const element of block.elements) {
      const mark = forcingMark(block.text, element);
      if (mark && span.from <= offset + mark.to && offset + element.to <= span.to) {
        marks.push({ offset: offset + mark.from, removed: mark.to - mark.from, inserted: '' });
      }
    }
  }
  return marks;
}

function forcingMark(text: string, element: Element): Span | undefined {
  if ((element.kind !== 'character' && element.kind !== 'transition') || !element.forced) {
    return undefined;
  }
  const [, indent, mark] = /^([ \t]*)(@|>[ \t]*)/.exec(text.slice(element.from, element.to)) ?? [];
  return indent === undefined || mark === undefined ? undefined : { from: element.from + indent.length, to: element.from + indent.length + mark.length };
}
