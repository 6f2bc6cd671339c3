// Reads one block: decides what each of its lines is, and where the block ends.
import type { Element, Mark, Problem } from './elements';
import { countLineEnds, skipSpace, trim, trimEnd, trimStart } from './space';
import { readLine, sourceOffset, type Line, type Source } from './lines';
import { endsInTo, hasHeadingPrefix, isCueName, isForcedHeading, isPageBreak, isSilentByMark, isSynopsis, isTransition, sceneNumber, splitCue } from './rules';
import type { Block } from './script';
import { readTitlePage } from './titlePage';

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
interface Reading {
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

/**
 * Reads the block that starts at `start` and tells where the next one does. What comes out depends on the block's own
 * text and on `first` alone: `reparse` stands on that.
 * @param first whether this is the script's first block, the only one that may be a title page
 */
export function readBlock(source: Source, start: number, first: boolean): { block: Block; end: number } {
  const reading: Reading = {
    source,
    start,
    count: 0,
    marks: undefined,
    problems: undefined,
    line: 0,
    inSpeech: false,
    clearAbove: true,
    open: undefined,
  };
  const from = first && source.text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  const end = (first ? endOfTitlePage(reading, from) : undefined) ?? readLines(reading, from);
  closeOpen(reading);
  const { marks = NONE, problems = NONE, line } = reading;
  const elements = source.elements.slice(0, reading.count);
  return { block: { text: source.text.slice(start, end), lines: line, elements, marks, problems }, end };
}

// One empty list for the many blocks that need none.
const NONE: readonly never[] = [];

function endOfTitlePage(reading: Reading, from: number): number | undefined {
  const titlePage = readTitlePage(reading.source, from);
  if (!titlePage) {
    return undefined;
  }
  for (const line of titlePage.lines) {
    note(reading, line);
  }
  const { start } = reading;
  const endLine = titlePage.lineCount - 1;
  add(reading, { kind: 'titlePage', from: from - start, to: titlePage.to - start, line: 0, endLine, entries: titlePage.entries });
  reading.line = endLine + (titlePage.next > titlePage.to ? 1 : 0);
  return skipBlankLines(reading, titlePage.next);
}

/** Reads lines to the end of the block. Returns where the next block starts. */
function readLines(reading: Reading, from: number): number {
  const { source } = reading;
  let line = readLine(source, from);
  if (!line || line.blank) {
    return skipBlankLines(reading, from);
  }
  for (;;) {
    const next = readLine(source, line.next);
    note(reading, line);
    judge(reading, line, next);
    reading.line += line.innerLines + (line.next > line.to ? 1 : 0);
    if (!next) {
      return line.next;
    }
    if (!next.blank) {
      line = next;
      continue;
    }
    const joined = reading.inSpeech ? joinedLine(reading, next) : undefined;
    if (!joined) {
      return skipBlankLines(reading, line.next);
    }
    line = joined;
  }
}

function skipBlankLines(reading: Reading, from: number): number {
  let at = from;
  for (let line = readLine(reading.source, at); line?.blank; line = readLine(reading.source, at)) {
    reading.line += line.next > line.to ? 1 : 0;
    at = line.next;
  }
  return at;
}

/** Behind lines of two columns and more inside a speech, the text that they join to it, if any follows. */
function joinedLine(reading: Reading, blank: Line): Line | undefined {
  let line: Line | undefined = blank;
  let count = 0;
  while (line?.blank) {
    if (line.columns < 2) {
      return undefined;
    }
    count++;
    line = readLine(reading.source, line.next);
  }
  if (line) {
    reading.line += count;
    if (reading.open?.kind === 'dialogue') {
      reading.open.texts.push(...Array<string>(count).fill(''));
    }
  }
  return line;
}

/** Takes over a line's notes, boneyards and problems, relative to the block. */
function note(reading: Reading, line: Line): void {
  for (const { kind, from, to, text } of line.marks) {
    (reading.marks ??= []).push({ kind, from: from - reading.start, to: to - reading.start, text });
  }
  for (const { kind, from, to } of line.problems) {
    addProblem(reading, kind, from, to);
  }
}

function addProblem(reading: Reading, kind: Problem['kind'], from: number, to: number): void {
  (reading.problems ??= []).push({ kind, from: from - reading.start, to: to - reading.start });
}

function judge(reading: Reading, line: Line, next: Line | undefined): void {
  if (reading.inSpeech) {
    judgeInSpeech(reading, line);
    return;
  }
  if (line.silent) {
    judgeSilent(reading, line);
    reading.clearAbove = true;
    return;
  }
  const text = trimStart(line.plain);
  const silent = judgeMarked(reading, line, text) ?? judgePlain(reading, line, text, next);
  reading.clearAbove = silent;
}

/** A line with nothing but notes and boneyards, outside a speech. */
function judgeSilent(reading: Reading, line: Line): void {
  const boneyard = line.marks.some((mark) => mark.kind === 'boneyard');
  if (!boneyard && reading.open) {
    // A note line directly under an action line is inline in that paragraph (fountain.md, note-line-stays-in-paragraph).
    extendOpen(reading, line, trim(sourceText(reading, line)));
    return;
  }
  closeOpen(reading);
  const { text } = reading.source;
  let at = reading.line;
  let counted = line.from;
  for (const mark of line.marks) {
    at += countLineEnds(text, counted, mark.from);
    counted = mark.from;
    add(reading, {
      kind: mark.kind,
      from: mark.from - reading.start,
      to: mark.to - reading.start,
      line: at,
      endLine: at + countLineEnds(text, mark.from, mark.to),
      text: tidy(mark.text),
    });
  }
}

/** Lines told by their first letter. Returns whether the line is a silent one, or undefined when no mark decides. */
function judgeMarked(reading: Reading, line: Line, text: string): boolean | undefined {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
      if (isPageBreak(trimEnd(text))) {
        add(reading, { kind: 'pageBreak', ...placeOf(reading, line) });
        return true;
      }
      if (isSynopsis(text)) {
        add(reading, { kind: 'synopsis', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
        return true;
      }
      return undefined;
    case 0x23: {
      let depth = 1;
      while (text.charCodeAt(depth) === 0x23) {
        depth++;
      }
      add(reading, { kind: 'section', ...placeOf(reading, line), text: withoutLead(reading, line, depth), depth });
      return true;
    }
    case 0x21: // !
      return addAction(reading, line);
    case 0x7e: // ~
      add(reading, { kind: 'lyrics', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
      return false;
    case 0x3e: // >
      return judgeAngle(reading, line, trimEnd(text));
    default:
      return undefined;
  }
}

/** `> centred <`, or a forced transition. A lone `>` forces nothing. */
function judgeAngle(reading: Reading, line: Line, text: string): boolean | undefined {
  if (text.length > 1 && text.endsWith('<')) {
    const source = withoutLead(reading, line, 1);
    const close = source.lastIndexOf('<');
    add(reading, { kind: 'centered', ...placeOf(reading, line), text: trim(source.slice(0, close) + source.slice(close + 1)) });
    return false;
  }
  if (text.length === 1) {
    return undefined;
  }
  add(reading, { kind: 'transition', ...placeOf(reading, line), text: withoutLead(reading, line, 1), forced: true });
  return false;
}

/** Lines told by their words and neighbours: headings, cues, transitions, action. */
function judgePlain(reading: Reading, line: Line, text: string, next: Line | undefined): boolean {
  if (reading.clearAbove) {
    if (isForcedHeading(text)) {
      pushHeading(reading, line, true);
      return false;
    }
    if (hasHeadingPrefix(text)) {
      if (clearBelow(next)) {
        pushHeading(reading, line, false);
        return false;
      }
      addProblem(reading, 'headingNeedsBlankAfter', line.from, line.to);
    }
    const ending = line.marks.length > 0 ? trimEnd(text) : text;
    if (isTransition(ending) && clearBelow(next)) {
      add(reading, { kind: 'transition', ...placeOf(reading, line), text: trim(sourceText(reading, line)), forced: false });
      return false;
    }
    if (pushCue(reading, line, text)) {
      return false;
    }
  }
  return addAction(reading, line);
}

/** Whether the line below, if there is one, counts as blank: fountain.md, silent-lines-count-as-blank. */
function clearBelow(next: Line | undefined): boolean {
  return !next || next.blank || next.silent || isSilentByMark(trim(next.plain));
}

function pushHeading(reading: Reading, line: Line, forced: boolean): void {
  const text = withoutLead(reading, line, forced ? 1 : 0);
  const plain = trimEnd(line.plain);
  const numbered = sceneNumber(plain);
  if (!numbered) {
    add(reading, { kind: 'sceneHeading', ...placeOf(reading, line), text, forced });
    return;
  }
  const lead = skipSpace(line.plain, 0, plain.length) + (forced ? 1 : 0);
  const { text: source } = reading.source;
  const head = leadText(reading, line, lead, sourceOffset(line, numbered.at));
  // A note behind the number is looked through, and stays in the text.
  const tail = trim(source.slice(sourceOffset(line, plain.length - 1) + 1, line.to));
  const whole = tail === '' ? trimEnd(head) : `${trimEnd(head)} ${tail}`;
  add(reading, { kind: 'sceneHeading', ...placeOf(reading, line), text: trim(whole), number: numbered.number, forced });
}

/** A cue, where the line is one: clear above (the caller's business), text below, and a name. */
function pushCue(reading: Reading, line: Line, text: string): boolean {
  const forced = text.charCodeAt(0) === 0x40;
  const cue = forced || (mayBeCue(text) && !endsInTo(text)) ? splitCue(forced ? text.slice(1) : text) : undefined;
  if (!cue || (forced ? cue.name === '' : !isCueName(cue.name)) || !hasTextBelow(reading.source, line.next)) {
    return false;
  }
  const { from, to, line: at, endLine } = placeOf(reading, line);
  const { name, extension, caret } = cue;
  add(
    reading,
    extension === undefined
      ? { kind: 'character', from, to, line: at, endLine, name, caret, forced }
      : { kind: 'character', from, to, line: at, endLine, name, extension, caret, forced },
  );
  reading.inSpeech = true;
  return true;
}

/** A quick no for prose: its first two letters already hold a small one, before any bracket. */
function mayBeCue(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  return !((first >= 0x61 && first <= 0x7a) || (second >= 0x61 && second <= 0x7a && first !== 0x28));
}

/** Whether a speech follows: text, looked for behind lines of notes and boneyards and lines two columns wide. */
function hasTextBelow(source: Source, from: number): boolean {
  for (let line = readLine(source, from); line; line = readLine(source, line.next)) {
    if (line.blank) {
      if (line.columns < 2) {
        return false;
      }
    } else if (!line.silent) {
      return !isPageBreak(trim(line.plain));
    }
  }
  return false;
}

function judgeInSpeech(reading: Reading, line: Line): void {
  const text = trim(line.plain);
  const first = text.charCodeAt(0);
  if (isPageBreak(text)) {
    add(reading, { kind: 'pageBreak', ...placeOf(reading, line) });
    reading.inSpeech = false;
    reading.clearAbove = true;
  } else if (first === 0x28 && text.endsWith(')')) {
    add(reading, { kind: 'parenthetical', ...placeOf(reading, line), text: trim(sourceText(reading, line)) });
  } else if (first === 0x7e) {
    add(reading, { kind: 'lyrics', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
  } else if (reading.open) {
    extendOpen(reading, line, trim(sourceText(reading, line)));
  } else {
    startOpen(reading, line, 'dialogue', trim(sourceText(reading, line)));
  }
}

/** Adds a line of action to the paragraph above it, or starts one. Returns false: it is no silent line. */
function addAction(reading: Reading, line: Line): boolean {
  const bang = line.plain.charCodeAt(skipSpace(line.plain, 0, line.plain.length)) === 0x21;
  const source = bang ? withoutBang(reading, line) : sourceText(reading, line);
  const indent = skipSpace(source, 0, source.length);
  const text = source.slice(0, indent).replaceAll('\t', '    ') + source.slice(indent);
  if (reading.open) {
    extendOpen(reading, line, text);
  } else {
    startOpen(reading, line, 'action', text);
  }
  return false;
}

function withoutBang(reading: Reading, line: Line): string {
  const at = sourceOffset(line, skipSpace(line.plain, 0, line.plain.length));
  const { text } = reading.source;
  return unifyLineEnds(text.slice(line.from, at) + text.slice(at + 1, line.to));
}

function startOpen(reading: Reading, line: Line, kind: Open['kind'], text: string): void {
  reading.open = { kind, from: line.from, to: line.to, line: reading.line, endLine: reading.line + line.innerLines, texts: [text] };
}

function extendOpen(reading: Reading, line: Line, text: string): void {
  if (reading.open) {
    reading.open.texts.push(text);
    reading.open.to = line.to;
    reading.open.endLine = reading.line + line.innerLines;
  }
}

function closeOpen(reading: Reading): void {
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
function placeOf(reading: Reading, line: Line): { from: number; to: number; line: number; endLine: number } {
  closeOpen(reading);
  const { start } = reading;
  return { from: line.from - start, to: line.to - start, line: reading.line, endLine: reading.line + line.innerLines };
}

function add(reading: Reading, element: Element): void {
  reading.source.elements[reading.count++] = element;
}

function sourceText(reading: Reading, line: Line): string {
  const text = reading.source.text.slice(line.from, line.to);
  return line.innerLines > 0 ? unifyLineEnds(text) : text;
}

/** The line's source without its first `length` letters that are neither space nor note, outer spaces gone. */
function withoutLead(reading: Reading, line: Line, length: number): string {
  return trim(leadText(reading, line, skipSpace(line.plain, 0, line.plain.length) + length, line.to));
}

/** The source from the letter at `index` of the plain line up to `to`, with the notes that stand before that letter. */
function leadText(reading: Reading, line: Line, index: number, to: number): string {
  const { text } = reading.source;
  if (line.marks.length === 0) {
    return text.slice(line.from + index, to);
  }
  const at = sourceOffset(line, index);
  const before = line.marks.filter((mark) => mark.to <= at).map((mark) => text.slice(mark.from, mark.to));
  return unifyLineEnds(before.join('') + text.slice(at, to));
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text of a note or boneyard for reading: outer white space gone, line ends alike. */
function tidy(text: string): string {
  return unifyLineEnds(text).trim();
}
