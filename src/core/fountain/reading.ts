// The state of a block being read: the elements finished so far, and the one that may still take lines.
import type { Element, Mark, Problem } from './elements';
import { sourceOffset, type Line, type Source } from './lines';
import { skipSpace, trim } from './space';

/** The element under construction that may still take lines. */
interface Open {
  readonly kind: 'action' | 'dialogue';
  from: number;
  to: number;
  line: number;
  endLine: number;
  texts: string[];
}

/** What is known while a block is read. Offsets are the source's; they are made relative as elements are finished. */
export interface Reading {
  readonly source: Source;
  readonly start: number;
  /** How many of the source's elements are this block's. */
  count: number;
  marks: Mark[] | undefined;
  problems: Problem[] | undefined;
  /** The number of the current line, from the block's first. */
  line: number;
  inSpeech: boolean;
  /** Whether the line above is blank or silent, as headings, cues and transitions ask. */
  clearAbove: boolean;
  open: Open | undefined;
}

/** Takes over a line's notes, boneyards and problems, relative to the block. */
export function note(reading: Reading, line: Line): void {
  for (const { kind, from, to, text } of line.marks) {
    (reading.marks ??= []).push({ kind, from: from - reading.start, to: to - reading.start, text });
  }
  for (const { kind, from, to } of line.problems) {
    addProblem(reading, kind, from, to);
  }
}

export function addProblem(reading: Reading, kind: Problem['kind'], from: number, to: number): void {
  (reading.problems ??= []).push({ kind, from: from - reading.start, to: to - reading.start });
}

export function startOpen(reading: Reading, line: Line, kind: Open['kind'], text: string): void {
  reading.open = { kind, from: line.from, to: line.to, line: reading.line, endLine: reading.line + line.innerLines, texts: [text] };
}

export function extendOpen(reading: Reading, line: Line, text: string): void {
  if (reading.open) {
    reading.open.texts.push(text);
    reading.open.to = line.to;
    reading.open.endLine = reading.line + line.innerLines;
  }
}

export function closeOpen(reading: Reading): void {
  const { open, start } = reading;
  if (!open) {
    return;
  }
  reading.open = undefined;
  const { kind, texts, from, to, line, endLine } = open;
  while (kind === 'dialogue' && texts.at(-1) === '') {
    texts.pop();
  }
  const text = texts.length === 1 ? (texts[0] ?? '') : texts.join('\n');
  add(reading, { kind, from: from - start, to: to - start, line, endLine, text });
}

/** Ends the open element and gives the place of a one-line element, in the block's own terms. */
export function placeOf(reading: Reading, line: Line): { from: number; to: number; line: number; endLine: number } {
  closeOpen(reading);
  const { start } = reading;
  return { from: line.from - start, to: line.to - start, line: reading.line, endLine: reading.line + line.innerLines };
}

export function add(reading: Reading, element: Element): void {
  reading.source.elements[reading.count++] = element;
}

export function sourceText(reading: Reading, line: Line): string {
  const text = reading.source.text.slice(line.from, line.to);
  return line.innerLines > 0 ? unifyLineEnds(text) : text;
}

/** The line's source without its first `length` letters that are neither space nor note, outer spaces gone. */
export function withoutLead(reading: Reading, line: Line, length: number): string {
  return trim(leadText(reading, line, skipSpace(line.plain, 0, line.plain.length) + length, line.to));
}

/** The source from the letter at `index` of the plain line up to `to`, with the notes that stand before that letter. */
export function leadText(reading: Reading, line: Line, index: number, to: number): string {
  const { text } = reading.source;
  if (line.marks.length === 0) {
    return text.slice(line.from + index, to);
  }
  const at = sourceOffset(line, index);
  const before = line.marks.filter((mark) => mark.to <= at).map((mark) => text.slice(mark.from, mark.to));
  return unifyLineEnds(before.join('') + text.slice(at, to));
}

export function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text of a note or boneyard for reading: outer white space gone, line ends alike. */
export function tidy(text: string): string {
  return unifyLineEnds(text).trim();
}
