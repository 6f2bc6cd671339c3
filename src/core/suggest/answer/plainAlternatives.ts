// The last rung: alternatives in an answer that is no JSON at all, numbered, bulleted or set apart by lines.
import { LONGEST_TEXT } from './jsonString';
import type { RawAlternative } from './rawAlternative';

/** `1.`, `2)`, `(3)`, `-`, `*`, `Alternative 4:`, `**Option 5**` at the head of a line. */
const ITEM =
  /^\s*(?:\*{0,2}#{0,4}\s?(?:alternative|option|version|line)\s+\d{1,2}\s*[:.)-]?\*{0,2}[:.]?|\(?\d{1,2}[.)]|[-*+\u2022](?=\s))\s*/i;
/** A line that only sets alternatives apart. */
const SEPARATOR = /^\s*(?:-{3,}|={3,}|\*{3,}|_{3,}|#{3,})\s*$/;
/** `**goes quiet:** ...` or `[goes quiet] ...`: the intent before the line. */
const LABEL = /^(?:\*\*([^*\n]{2,40}?):?\*\*:?|\[([^\]\n]{2,40})\]:?|_([^_\n]{2,40}?):_|\*([^*\n]{2,40}?):\*)\s+/;
const INTENT_LINE = /^\s*[*_]{0,2}(?:intent|intention)[*_]{0,2}\s*:[*_]{0,2}\s*(\S.*)$/i;
const TEXT_LINE = /^\s*[*_]{0,2}(?:text|line|dialogue|speech)[*_]{0,2}\s*:[*_]{0,2}\s*/i;

/** Lines of each item: from its number to the first blank line behind it. Undefined when no line is numbered. */
function numberedItems(lines: readonly string[]): string[][] | undefined {
  const items: string[][] = [];
  let open = false;
  for (const line of lines) {
    const mark = ITEM.exec(line);
    if (mark) {
      items.push([line.slice(mark[0].length)]);
      open = true;
    } else if (line.trim() === '') {
      // `1.` on a line of its own goes on behind a blank one; anything else there is the model talking to the writer.
      open = open && items.at(-1)?.every((part) => part.trim() === '') === true;
    } else if (open) {
      items.at(-1)?.push(line);
    }
  }
  return items.length > 0 ? items : undefined;
}

/** What stands between lines of dashes; undefined when there is no such line. */
function delimitedItems(lines: readonly string[]): string[][] | undefined {
  const items: string[][] = [[]];
  for (const line of lines) {
    if (SEPARATOR.test(line)) {
      items.push([]);
    } else {
      items.at(-1)?.push(line);
    }
  }
  return items.length > 1 ? items : undefined;
}

/** Paragraphs that are wholly in quotes: nothing else unmarked can be told from talk. */
function quotedItems(lines: readonly string[]): string[][] {
  return lines.filter((line) => /^\s*(?:"[^"]+"|\u201c[^\u201d]+\u201d|\u00ab[^\u00bb]+\u00bb|\u300c[^\u300d]+\u300d)\s*$/.test(line)).map((line) => [line]);
}

function readItem(lines: readonly string[]): RawAlternative | undefined {
  let intent: string | undefined;
  const spoken: string[] = [];
  for (const line of lines) {
    const said = INTENT_LINE.exec(line)?.[1];
    if (said !== undefined) {
      intent = said.trim();
    } else {
      spoken.push(line.replace(TEXT_LINE, ''));
    }
  }
  let text = spoken.join('\n').trim();
  const label = LABEL.exec(text);
  if (label && intent === undefined) {
    intent = (label[1] ?? label[2] ?? label[3] ?? label[4] ?? '').trim();
    text = text.slice(label[0].length);
  }
  if (text.length > LONGEST_TEXT || !/[\p{L}\p{N}]/u.test(text)) {
    return undefined;
  }
  return intent === undefined ? { text } : { text, intent };
}

/**
 * The alternatives in `text`, in order; none where nothing numbers, delimits or quotes them, so that an apology is
 * never taken for a line. `cut`: the last one may lack its end, and is left out.
 */
export function readPlainAlternatives(text: string, cut: boolean): RawAlternative[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !/^\s*```/.test(line));
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (/^(?:\{|\[\s*(?:$|["'{]))/.test(first)) {
    return []; // JSON that was no answer
  }
  const items = numberedItems(lines) ?? delimitedItems(lines) ?? quotedItems(lines);
  return (cut ? items.slice(0, -1) : items).map(readItem).filter((item) => item !== undefined);
}
