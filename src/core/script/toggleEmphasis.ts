// Bold, italic and underline put around words or taken away: line by line, as Fountain's marks never cross a line end.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import type { Span } from '../fountain/elements';
import { inlineMarks } from '../fountain/inline';
import { textOf, type Script } from '../fountain/script';
import { provenChanges } from './toggleProof';

export type Emphasis = 'bold' | 'italic' | 'underline';

/** Edits from the end of the script to its start, and what is selected afterwards, index for index with what was. */
export interface Toggled {
  readonly edits: readonly Edit[];
  readonly selections: readonly Span[];
}

const MARKS: Readonly<Record<Emphasis, string>> = { bold: '**', italic: '*', underline: '_' };
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
// What forces a line stays in front of the mark, and brackets around it; the caret of a cue and the `<` of centred text stay last.
const LEAD = /^[ \t]*(?:[.!@~>#=]+[ \t]*)?\(?/u;
const TITLE_KEY = /^\uFEFF?(?:[^\s:][^:]*:)?[ \t]*/u;
const TAIL = /(?:\)|[ \t]*[\^<])?[ \t]*$/u;

/**
 * Toggles an emphasis on every selection; an empty one means the word it stands in, and in no word a pair of marks to type
 * between. Where all of it has the emphasis, it is taken away, also from the middle of a longer stretch.
 */
export function toggleEmphasis(script: Script, selections: readonly Span[], emphasis: Emphasis): Toggled {
  const text = textOf(script);
  const pairs: Piece[] = [];
  const changes: Piece[] = [];
  for (const selection of selections) {
    const isCaret = selection.from === selection.to;
    const targets = isCaret ? wordAt(text, selection.from, emphasis) : linesOf(text, selection, endOfTitlePage(script));
    if (targets.length === 0 && isCaret) {
      pairs.push(emptyPair(text, selection.from, MARKS[emphasis]));
    }
    changes.push(...changesOf(script, text, targets, emphasis));
  }
  const pieces = [...withoutRepeats(changes), ...pairs];
  return { edits: tidyEdits(text, pieces), selections: selections.map((selection) => placed(selection, pieces, pairs)) };
}

/** Where all that can have the emphasis has it, it goes; else it comes. A line that would become something else counts for nothing. */
function changesOf(script: Script, text: string, targets: readonly Span[], emphasis: Emphasis): Piece[] {
  const isOn = (target: Span): boolean => coverOf(text, target, emphasis) !== undefined;
  const added = targets.filter((target) => !isOn(target)).map((target) => putAround(text, target, emphasis));
  const good = provenChanges(script, added);
  if (good.length > 0) {
    return good.flat();
  }
  return provenChanges(script, targets.filter(isOn).map((target) => takeAway(text, target, emphasis))).flat();
}

/** Where a selection is afterwards; a caret that was given a pair of marks stands between them. */
function placed(selection: Span, pieces: readonly Piece[], pairs: readonly Piece[]): Span {
  const { from, to } = moved(selection, pieces);
  const pair = selection.from === selection.to ? pairs.find(({ offset, removed }) => offset === selection.from && removed === 0) : undefined;
  const back = pair ? pair.inserted.length / 2 : 0;
  return { from: from - back, to: to - back };
}

interface Line {
  readonly from: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  let from = offset;
  while (from > 0 && !/[\r\n]/.test(text.charAt(from - 1))) {
    from -= 1;
  }
  return { from, text: /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '' };
}

/** The word at an offset: all of the stretch that has the emphasis where it stands in one. */
function wordAt(text: string, offset: number, emphasis: Emphasis): Span[] {
  const line = lineAt(text, offset);
  const at = offset - line.from;
  const mark = inlineMarks(line.text).find(({ type, from, to }) => type === emphasis && from < at && at < to);
  const word = mark ?? [...line.text.matchAll(WORD)].map((match) => ({ from: match.index, to: match.index + match[0].length })).find(({ from, to }) => from <= at && at <= to);
  return word ? [{ from: line.from + word.from, to: line.from + word.to }] : [];
}

/** The part of every line in a selection that marks may stand around. */
function linesOf(text: string, { from, to }: Span, titleEnd: number): Span[] {
  const targets: Span[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\r\n]+/g)) {
    const line = lineAt(text, from + match.index);
    const start = Math.max(from + match.index, line.from + ((line.from < titleEnd ? TITLE_KEY : LEAD).exec(line.text)?.[0].length ?? 0));
    const end = Math.min(from + match.index + match[0].length, line.from + (TAIL.exec(line.text)?.index ?? line.text.length));
    const part = text.slice(start, Math.max(start, end));
    const inner = part.trim();
    if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(inner)) {
      const lead = part.length - part.trimStart().length;
      targets.push({ from: start + lead, to: start + lead + inner.length });
    }
  }
  return targets;
}

function endOfTitlePage(script: Script): number {
  const first = script.chunks[0]?.blocks[0]?.elements[0];
  return first?.kind === 'titlePage' ? first.to : 0;
}

interface Marked extends Span {
  /** Between the marks. */
  readonly inner: Span;
}

/** The stretches of a line that have the emphasis, absolute. */
function stretchesOf(line: Line, emphasis: Emphasis): Marked[] {
  const { length } = MARKS[emphasis];
  return inlineMarks(line.text)
    .filter(({ type }) => type === emphasis)
    .map(({ from, to }) => ({ from: line.from + from, to: line.from + to, inner: { from: line.from + from + length, to: line.from + to - length } }));
}

/** The stretch that covers a target; other marks between the two do not count. */
function coverOf(text: string, { from, to }: Span, emphasis: Emphasis): Marked | undefined {
  return stretchesOf(lineAt(text, from), emphasis).find((each) => isBare(text, from, each.from) && isBare(text, each.to, to));
}

/** Whether the target reaches out of the stretch by marks alone, or not at all. */
function isBare(text: string, from: number, to: number): boolean {
  return from >= to || /^[*_]*$/.test(text.slice(from, to));
}

function takeAway(text: string, target: Span, emphasis: Emphasis): Piece[] {
  const mark = MARKS[emphasis];
  const cover = coverOf(text, target, emphasis);
  if (!cover) {
    return [];
  }
  const { inner } = cover;
  const edits = [cut(cover.from, mark.length), cut(inner.to, mark.length)];
  const before = text.slice(inner.from, Math.max(inner.from, target.from)).trimEnd();
  const behind = text.slice(Math.min(inner.to, target.to), inner.to);
  // What stays emphasised keeps its own marks at its outer end and gets one at its inner end.
  if (/[^*_\s]/.test(before)) {
    edits[0] = put(inner.from + before.length, mark, 'closes');
  }
  if (/[^*_\s]/.test(behind)) {
    edits[1] = put(inner.to - behind.trimStart().length, mark, 'opens');
  }
  return edits;
}

function putAround(text: string, target: Span, emphasis: Emphasis): Piece[] {
  const mark = MARKS[emphasis];
  // Stretches that touch the target, or stand beside it with nothing but space between, become one with it.
  const joined = stretchesOf(lineAt(text, target.from), emphasis).filter(
    (each) => (each.to >= target.from || /^[ \t]*$/.test(text.slice(each.to, target.from))) && (each.from <= target.to || /^[ \t]*$/.test(text.slice(target.to, each.from))),
  );
  const first = joined.find((each) => each.from < target.from);
  const last = joined.find((each) => each.to > target.to);
  return [
    ...joined.filter((each) => each !== first).map((each) => cut(each.from, mark.length)),
    ...joined.filter((each) => each !== last).map((each) => cut(each.inner.to, mark.length)),
    ...(first ? [] : [put(target.from, mark, 'opens')]),
    ...(last ? [] : [put(target.to, mark, 'closes')]),
  ];
}

/** A pair of marks to type between; taken away again when nothing was typed. */
function emptyPair(text: string, offset: number, mark: string): Piece {
  const isEmpty = text.startsWith(mark, offset) && text.slice(0, offset).endsWith(mark);
  return isEmpty ? cut(offset - mark.length, mark.length * 2) : put(offset, mark + mark, 'opens');
}

/** An edit that knows on which side of the words its mark stands, for who stands at the same place. */
interface Piece extends Edit {
  readonly side: 'opens' | 'closes' | 'goes';
}

function put(offset: number, inserted: string, side: 'opens' | 'closes'): Piece {
  return { offset, removed: 0, inserted, side };
}

function cut(offset: number, removed: number): Piece {
  return { offset, removed, inserted: '', side: 'goes' };
}

function withoutRepeats(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter(({ offset, removed, inserted, side }) => {
    const key = `${offset} ${removed} ${inserted} ${side}`;
    return !seen.has(key) && seen.add(key);
  });
}

function moved(selection: Span, pieces: readonly Piece[]): Span {
  const shift = (offset: number): number => {
    let by = 0;
    for (const piece of pieces) {
      if (piece.offset < offset || (piece.offset === offset && piece.side === 'opens')) {
        by += piece.inserted.length - Math.min(piece.removed, offset - piece.offset);
      }
    }
    return offset + by;
  };
  return { from: shift(selection.from), to: shift(selection.to) };
}
