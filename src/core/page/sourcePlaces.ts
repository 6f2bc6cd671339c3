// Where what is printed stands in the source: from places in an element's text to places in its block.
import type { Element } from '../fountain/elements';
import type { Block } from '../fountain/script';

/** The source lines of an element's text lines. */
interface SourceLine {
  /** Where the line begins in the element's text. */
  readonly text: number;
  /** Where that is in the block, and on which of its lines. */
  readonly offset: number;
  readonly line: number;
}

const LINE_END = /\r\n|\n|\r/g;

/** A function from places in the element's text to places in its block. Where the two differ by more than marks, the line's start is told. */
export function sourcePlaces(block: Block, element: Element): (at: number) => { offset: number; line: number } {
  const lines = sourceLines(block, element);
  return (at) => {
    let found = lines[0];
    for (const line of lines) {
      if (line.text > at) {
        break;
      }
      found = line;
    }
    return found ? { offset: Math.min(element.to, found.offset + at - found.text), line: found.line } : { offset: element.from, line: element.line };
  };
}

function sourceLines(block: Block, element: Element): SourceLine[] {
  if (!('text' in element)) {
    return [{ text: 0, offset: element.from, line: element.line }];
  }
  const source = block.text.slice(element.from, element.to);
  const starts = [0];
  LINE_END.lastIndex = 0;
  for (let match = LINE_END.exec(source); match; match = LINE_END.exec(source)) {
    starts.push(match.index + match[0].length);
  }
  const lines: SourceLine[] = [];
  let text = 0;
  let row = 0;
  for (const line of element.text.split('\n')) {
    // The text's lines are the source's, less what is trimmed or forces; where a hidden line dropped out, the next one that holds it.
    let at = row;
    let place = -1;
    for (; at < starts.length && place < 0; at++) {
      place = source.slice(starts[at], starts[at + 1]).indexOf(line);
    }
    if (place >= 0) {
      row = at - 1;
    }
    lines.push({ text, offset: element.from + (starts[row] ?? source.length) + Math.max(0, place), line: element.line + row });
    text += line.length + 1;
    row = Math.min(row + 1, starts.length - 1);
  }
  return lines;
}
