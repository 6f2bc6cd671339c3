// Text to logical lines: notes and boneyards are found first, and a line end inside one ends no line.
import type { Element, Mark, Problem } from './elements';
import { afterLineEnd, countLineEnds, isLineEnd, isSpace } from './space';

/** A text being read, with what is already known of it, so that no search is made twice (linear time). */
export interface Source {
  readonly text: string;
  /** Asked when no boneyard's end is left in `text`: whether one follows behind it. Absent where nothing follows. */
  readonly closesLater?: () => boolean;
  /** From here on no boneyard ends: set once a search has failed. */
  noBoneyardEndFrom: number;
  /** Between these offsets no note ends. */
  noNoteEnd: { from: number; to: number };
  /** The line read last: the one looked ahead at is the next one read. */
  lastLine: Line | undefined;
  /** Room for the elements of the block being read. Used again for each, so that a block keeps no more than it needs. */
  readonly elements: Element[];
  readonly nextReturn: Sighting;
  readonly nextNote: Sighting;
  readonly nextBoneyard: Sighting;
}

/** Where a mark is next: none stands from `from` up to `at`. Native search, once for each occurrence. */
interface Sighting {
  readonly of: string;
  from: number;
  at: number;
}

/** Thrown to `reparse` alone, by way of readLine: the region read so far ends inside a boneyard. */
export class NeedsMoreText extends Error {}

/** A line as the rules see it, offsets in the source's text. */
export interface Line {
  readonly from: number;
  /** Before the line end. */
  readonly to: number;
  /** Behind the line end. */
  readonly next: number;
  /** Line ends inside the line's notes and boneyards. */
  readonly innerLines: number;
  /** The line without its notes and boneyards: what is judged (fountain.md, judged-without-notes). */
  readonly plain: string;
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
  /** Nothing but white space in the source. */
  readonly blank: boolean;
  /** Not blank, and yet nothing is left of it without its notes and boneyards. */
  readonly silent: boolean;
  /** Of a blank line: its width, a tab counting four. Two or more join a speech or a note. */
  readonly columns: number;
}

const NONE: readonly never[] = [];

export function createSource(text: string, closesLater?: () => boolean): Source {
  const source = {
    text,
    noBoneyardEndFrom: text.length,
    noNoteEnd: { from: 0, to: 0 },
    lastLine: undefined,
    elements: [],
    nextReturn: { of: '\r', from: 0, at: -1 },
    nextNote: { of: '[[', from: 0, at: -1 },
    nextBoneyard: { of: '/*', from: 0, at: -1 },
  };
  return closesLater ? { ...source, closesLater } : source;
}

/** Where the mark stands next from `from` on; the text's length where it does no more. */
function sight(text: string, sighting: Sighting, from: number): number {
  if (from < sighting.from || from > sighting.at) {
    const at = text.indexOf(sighting.of, from);
    sighting.from = from;
    sighting.at = at < 0 ? text.length : at;
  }
  return sighting.at;
}

/** The logical line that starts at `from`, or undefined at the end of the text. */
export function readLine(source: Source, from: number): Line | undefined {
  if (source.lastLine?.from === from) {
    return source.lastLine;
  }
  const { text } = source;
  if (from >= text.length) {
    return undefined;
  }
  let to = text.indexOf('\n', from);
  to = to < 0 ? text.length : to;
  let next = to < text.length ? to + 1 : to;
  if (sight(text, source.nextReturn, from) < to) {
    to = source.nextReturn.at;
    next = afterLineEnd(text, to);
  }
  const marked = sight(text, source.nextNote, from) < to || sight(text, source.nextBoneyard, from) < to;
  source.lastLine = marked ? readMarkedLine(source, from) : readPlainLine(text, from, to, next);
  return source.lastLine;
}

function readPlainLine(text: string, from: number, to: number, next: number): Line {
  let columns = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code)) {
      return { from, to, next, innerLines: 0, plain: text.slice(from, to), marks: NONE, problems: NONE, blank: false, silent: false, columns: 0 };
    }
    columns += code === 0x09 ? 4 : 1;
  }
  return { from, to, next, innerLines: 0, plain: '', marks: NONE, problems: NONE, blank: true, silent: false, columns };
}

function opensMark(text: string, at: number, code: number): boolean {
  return (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) || (code === 0x5b && text.charCodeAt(at + 1) === 0x5b);
}

/** The same for a line that holds an opening mark, in which line ends may not count. */
function readMarkedLine(source: Source, from: number): Line {
  const { text } = source;
  const marks: Mark[] = [];
  const problems: Problem[] = [];
  let plain = '';
  let plainFrom = from;
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) {
    if (!opensMark(text, at, text.charCodeAt(at))) {
      at++;
      continue;
    }
    const kind = text.charCodeAt(at) === 0x2f ? 'boneyard' : 'note';
    const end = kind === 'boneyard' ? boneyardEnd(source, at) : noteEnd(source, at);
    if (end < 0) {
      problems.push({ kind: kind === 'note' ? 'unclosedNote' : 'unclosedBoneyard', from: at, to: at + 2 });
      at += 2;
      continue;
    }
    marks.push({ kind, from: at, to: end, text: text.slice(at + 2, end - 2) });
    plain += text.slice(plainFrom, at);
    plainFrom = end;
    at = end;
  }
  plain += text.slice(plainFrom, at);
  return {
    from,
    to: at,
    next: afterLineEnd(text, at),
    innerLines: marks.length > 0 ? countLineEnds(text, from, at) : 0,
    plain,
    marks,
    problems,
    blank: false,
    silent: marks.length > 0 && isBlank(plain),
    columns: 0,
  };
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

/** Behind the boneyard opened at `from`, or -1: the first closing mark ends it, and an open one hides nothing. */
function boneyardEnd(source: Source, from: number): number {
  if (from >= source.noBoneyardEndFrom) {
    return -1;
  }
  const end = source.text.indexOf('*/', from + 2);
  if (end >= 0) {
    return end + 2;
  }
  if (source.closesLater?.()) {
    throw new NeedsMoreText();
  }
  source.noBoneyardEndFrom = from;
  return -1;
}

/** Behind the note opened at `from`, or -1: the first `]]` ends it; a blank line under two columns wide comes too early. */
function noteEnd(source: Source, from: number): number {
  const { text, noNoteEnd } = source;
  if (from >= noNoteEnd.from && from < noNoteEnd.to) {
    return -1;
  }
  let at = from + 2;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x5d && text.charCodeAt(at + 1) === 0x5d) {
      return at + 2;
    }
    if (isLineEnd(code)) {
      at = afterLineEnd(text, at);
      if (blankLineAt(text, at)) {
        break;
      }
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
      // Boneyards are found first: a closing mark inside one closes no note.
      const end = boneyardEnd(source, at);
      at = end < 0 ? at + 2 : end;
    } else {
      at++;
    }
  }
  source.noNoteEnd = { from, to: at };
  return -1;
}

/** Whether a line too narrow to join stands at `at`: empty, or one space wide. */
function blankLineAt(text: string, at: number): boolean {
  let columns = 0;
  for (let end = at; ; end++) {
    const code = end < text.length ? text.charCodeAt(end) : 0x0a;
    if (isLineEnd(code)) {
      return columns < 2;
    }
    if (!isSpace(code)) {
      return false;
    }
    columns += code === 0x09 ? 4 : 1;
  }
}

/** Where the character at `index` of `line.plain` stands in the source. `plain.length` gives the line's end. */
export function sourceOffset(line: Line, index: number): number {
  if (index >= line.plain.length) {
    return line.to;
  }
  let offset = line.from + index;
  for (const mark of line.marks) {
    if (mark.from > offset) {
      break;
    }
    offset += mark.to - mark.from;
  }
  return offset;
}
