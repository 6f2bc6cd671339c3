// What the charts share: the size of things, text cut to the room it has, and the axis of pages that several of them stand on.
import { columnsOf } from '../../core/page/columns';
import type { Role, Shape } from '../protocol';

/** How large a chart may be, and what its numbers look like. */
export interface Frame {
  readonly width: number;
  /** Height of letters. */
  readonly text: number;
  /** Room at the left, for names: the same in all charts over the script, so that they stand under one another. */
  readonly gutter: number;
}

/** The frame for a width: narrow ones leave less to names. */
export function frameOf(width: number, text = 11): Frame {
  return { width, text, gutter: Math.round(Math.min(text * 12, width * 0.24)) };
}

// Of a letter's height.
const LETTER = 0.65;

/** The width of a text, as far as can be told without drawing it: a column is 0.6 of the letters’ height in Courier, and capitals take a little more in UI fonts. */
export function textWidth(text: string, size: number): number {
  return columnsOf(text) * size * LETTER;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as much of it as fits with "…" behind; nothing where not even three letters would. */
export function clip(text: string, room: number, size: number): string {
  return clipColumns(text, room / (size * LETTER));
}

/** The same, where the room is so many columns. */
export function clipColumns(text: string, room: number): string {
  if (columnsOf(text) <= room) {
    return text;
  }
  let clipped = '';
  let letters = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (columnsOf(`${clipped}${segment}…`) > room) {
      break;
    }
    clipped += segment;
    letters++;
  }
  return letters < 3 ? '' : `${clipped.trimEnd()}…`;
}

/** From pages to places across a frame. */
export type PageScale = (pages: number) => number;

/** A short script does not fill the width with a page or two: its bars would be walls. */
const FEWEST_PAGES = 6;

export function pageScale({ width, gutter }: Frame, pages: number): PageScale {
  const all = Math.max(FEWEST_PAGES, Math.ceil(pages));
  return (at) => gutter + (at / all) * (width - gutter);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Page numbers under a chart, as many as stand apart. */
export function pageAxis(frame: Frame, scale: PageScale, pages: number, y: number): Shape[] {
  const { text, gutter } = frame;
  const last = Math.ceil(pages);
  const step = STEPS.find((each) => scale(each) - scale(0) >= text * 3.2) ?? last;
  const numbers = Array.from({ length: last }, (_, index) => index + 1).filter((number) => number === 1 || number % step === 0);
  const room = (scale(1) - scale(0)) / 2;
  // The first page's number and that of the first step may be too near.
  const apart = numbers.filter((number) => number !== 1 || step === 1 || scale(step) - scale(1) > text * 2.4);
  return [
    line(gutter, y, frame.width, y, 'axis'),
    ...apart.map((number) => label(scale(number - 1) + room, y + text * 1.5, String(number), 'faint', 'middle', text)),
  ];
}

export function label(x: number, y: number, text: string, role: Role, anchor: 'start' | 'middle' | 'end', size: number, bold = false): Shape {
  return { kind: 'text', x: tenth(x), y: tenth(y), text, role, anchor, size, ...(bold && { bold }) };
}

export function line(x1: number, y1: number, x2: number, y2: number, role: Role, dashed = false): Shape {
  return { kind: 'line', x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2), role, ...(dashed && { dashed }) };
}

export function rect(x: number, y: number, width: number, height: number, role: Role, radius = 0): Shape {
  return { kind: 'rect', x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), role, ...(radius > 0 && { radius }) };
}

export function spot(x: number, y: number, width: number, height: number, told: string, target: number): Shape {
  return { kind: 'spot', x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), label: told, target };
}

/** A tenth of a pixel is as fine as anyone sees. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
