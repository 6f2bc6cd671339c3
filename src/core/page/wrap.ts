// Breaks printed text into lines of so many columns, as a typewriter does: greedily, at spaces and behind hyphens.
import LineBreaker from 'linebreak';
import { cellsOf } from './columns';
import type { Printed } from './printed';
import type { Measure } from './setting';

/** Where lines begin and end in the text: begin, end, begin, end ... Spaces at a line's end are left out. */
export type Breaks = readonly number[];

/**
 * The lines of a text. A "\n" always ends a line; a word wider than a line is cut.
 * @param from where they begin in the text
 * @param most how many lines are wanted: there may be a few more, but no long text is wrapped to its end for them
 */
export function breaksOf({ text, narrow }: Pick<Printed, 'text' | 'narrow'>, { width, hang }: Pick<Measure, 'width' | 'hang'>, from = 0, most = Infinity): number[] {
  if (narrow && from === 0 && text.length <= width && !text.includes('\n')) {
    // Most texts are one line: an array of two takes a fraction of the room of one that grows.
    return [0, trimmedEnd(text, 0, text.length)];
  }
  const breaks: number[] = [];
  const enough = 2 * most;
  for (let start = from; breaks.length < enough; ) {
    const end = text.indexOf('\n', start);
    const to = end < 0 ? text.length : end;
    if (narrow) {
      wrapNarrow(text, start, to, width, hang, breaks, enough);
    } else {
      wrapAny(text, start, to, width, hang, breaks, enough);
    }
    if (end < 0) {
      break;
    }
    start = end + 1;
  }
  return breaks;
}

const SPACE = 0x20;

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === SPACE) {
    end--;
  }
  return end;
}

function wrapNarrow(text: string, from: number, to: number, first: number, hang: number, breaks: number[], enough: number): void {
  let start = from;
  let width = first;
  while (to - start > width && breaks.length < enough) {
    let end = start + width;
    if (text.charCodeAt(end) !== SPACE) {
      let at = end;
      while (at > start && text.charCodeAt(at - 1) !== SPACE && !mayBreakAfter(text, at - 1)) {
        at--;
      }
      // A word wider than the line is cut at its edge.
      end = trimmedEnd(text, start, at) > start ? at : end;
    }
    breaks.push(start, trimmedEnd(text, start, end));
    while (end < to && text.charCodeAt(end) === SPACE) {
      end++;
    }
    if (end >= to) {
      return;
    }
    start = end;
    width = first - hang;
  }
  breaks.push(start, trimmedEnd(text, start, to));
}

/** Behind a hyphen or dash, where something other than another one follows (Unicode line breaking: HY, BA, B2). */
function mayBreakAfter(text: string, at: number): boolean {
  return isDash(text.charCodeAt(at)) && !isDash(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at + 1));
}

function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2013 || code === 0x2014 || code === 0x2010;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

// Code units that are looked at for each column of the lines that are wanted: more than any script's letters with their marks take.
const UNITS_A_COLUMN = 8;

/** The same for text in which columns and code units differ; break places by UAX #14, so that Chinese and Japanese break rightly. */
function wrapAny(whole: string, from: number, to: number, first: number, hang: number, breaks: number[], enough: number): void {
  const lines = enough / 2 + 2;
  const end = Math.min(to, from + lines * first * UNITS_A_COLUMN);
  const count = breaks.length;
  wrapCells(whole.slice(from, end), from, first, hang, breaks, enough);
  if (end < to && breaks.length < enough) {
    breaks.length = count;
    wrapCells(whole.slice(from, to), from, first, hang, breaks, enough);
  }
}

function wrapCells(text: string, from: number, first: number, hang: number, breaks: number[], enough: number): void {
  const breaker = new LineBreaker(text);
  const count = breaks.length;
  let place = breaker.nextBreak()?.position ?? Infinity;
  let start = 0;
  let width = first;
  let columns = 0;
  let lastPlace = 0;
  let columnsAtPlace = 0;
  for (const cell of cellsOf(text)) {
    while (place <= cell.at) {
      lastPlace = place;
      columnsAtPlace = columns;
      place = breaker.nextBreak()?.position ?? Infinity;
    }
    if (columns + cell.columns > width && cell.text !== ' ' && cell.at > start) {
      const end = lastPlace > start ? lastPlace : cell.at;
      breaks.push(from + start, from + trimmedEnd(text, start, end));
      columns -= lastPlace > start ? columnsAtPlace : columns;
      start = end;
      columnsAtPlace = 0;
      width = first - hang;
    }
    columns += cell.columns;
    if (breaks.length >= enough) {
      return;
    }
  }
  if (start < text.length || breaks.length === count) {
    breaks.push(from + start, from + trimmedEnd(text, start, text.length));
  }
}
