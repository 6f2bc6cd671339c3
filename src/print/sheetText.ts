// Text in so many columns of a sheet: broken between words, or cut with a mark that it is.
import { cellsOf, columnsOf } from '../core/page/columns';

/** Lines of at most so many columns. A word that is longer by itself is broken; an empty text is one empty line. */
export function wrapped(text: string, columns: number): string[] {
  const room = Math.max(1, Math.floor(columns));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columnsOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') {
      lines.push(line);
    }
    const broken = brokenWord(word, room);
    line = broken.pop() ?? '';
    lines.push(...broken);
  }
  return [...lines, line];
}

function brokenWord(word: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const cell of cellsOf(word)) {
    if (used + cell.columns > room && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += cell.text;
    used += cell.columns;
  }
  return [...parts, part];
}

/** As much of a text as fits into so many columns. */
export function clipped(text: string, columns: number): string {
  const room = Math.max(1, Math.floor(columns));
  if (columnsOf(text) <= room) {
    return text;
  }
  return `${brokenWord(text, Math.max(1, room - 1))[0] ?? ''}…`;
}
