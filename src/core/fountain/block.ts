// Reads one block: line after line to where it ends, which only the speech being read may put off.
import { judge } from './judge';
import { readLine, type Line, type Source } from './lines';
import { add, closeOpen, note, type Reading } from './reading';
import type { Block } from './script';
import { readTitlePage } from './titlePage';

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
