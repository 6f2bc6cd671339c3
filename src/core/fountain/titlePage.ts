// The title page: key: value lines at the very head of the file.
import type { TitlePageEntry } from './elements';
import { printedText } from './inline';
import { readLine, type Line, type Source } from './lines';
import { hasHeadingPrefix } from './rules';
import { isSpace, trim } from './space';

// fountain.md, title-key-letters: what may stand in a key; anything else before the colon makes the line prose.
const KEY = /^([\p{L}\p{N}][\p{L}\p{M}\p{N} \-_&/'’]*):/u;

export interface TitlePageLines {
  readonly entries: readonly TitlePageEntry[];
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /** The end of the last line, and where the line behind it starts. */
  readonly to: number;
  readonly next: number;
}

/** The title page that starts at `from`, or undefined where the text opens with something else. */
export function readTitlePage(source: Source, from: number): TitlePageLines | undefined {
  const first = readLine(source, from);
  if (!first || first.blank || !KEY.test(first.plain) || hasHeadingPrefix(first.plain)) {
    return undefined;
  }
  const entries: { key: string; values: string[] }[] = [];
  const lines: Line[] = [];
  let lineCount = 0;
  for (let line: Line | undefined = first; line && !line.blank; line = readLine(source, line.next)) {
    const text = source.text.slice(line.from, line.to);
    const indented = isSpace(text.charCodeAt(0));
    const key = indented ? undefined : KEY.exec(text)?.[1];
    if (key !== undefined) {
      entries.push({ key: trim(key), values: [] });
    } else if (!indented) {
      break;
    }
    const value = trim(key === undefined ? text : text.slice(key.length + 1));
    if (value !== '') {
      entries.at(-1)?.values.push(value);
    }
    lines.push(line);
    lineCount += 1 + line.innerLines;
  }
  const last = lines.at(-1);
  // Without one value it is no title page: FADE IN: opens many a script. A note is no value.
  return last && entries.some((entry) => entry.values.some((value) => printedText(value) !== ''))
    ? { entries, lines, lineCount, to: last.to, next: last.next }
    : undefined;
}
