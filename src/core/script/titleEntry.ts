// One key of the title page: read, set or taken away, the rest of the page left as it is.
import type { Edit } from '../edits/edit';
import { applyEdit } from '../edits/edit';
import type { TitlePage } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { textOf, type Script } from '../fountain/script';
import { elementsOf } from './elements';
import { lineEndOf } from './seams';
import { signatureOf } from './signatures';

/** The title page key under which a script keeps its scene numbers locked: unknown keys are kept by every reader and printed by none. */
export const SCENE_NUMBERS_KEY = 'Scene numbers';

/** The values of a key, joined by line ends; undefined when the title page has no such key. Keys are compared without case. */
export function titleEntry(script: Script, key: string): string | undefined {
  const entry = titlePageOf(script)?.entries.find((each) => isKey(each.key, key));
  return entry?.values.join('\n');
}

/** Whether the numbers that stand are kept for good, so that new scenes get letters: `Scene numbers: locked` on the title page. */
export function areNumbersLocked(script: Script): boolean {
  return titleEntry(script, SCENE_NUMBERS_KEY)?.trim().toLowerCase() === 'locked';
}

/**
 * Sets a key of the title page to one line, or takes it away. A script without a title page gets one of this key alone,
 * and loses it with its last key.
 * @returns undefined when nothing is to do, or when what stands at the start of the script leaves no safe way
 */
export function setTitleEntry(script: Script, key: string, value: string | undefined): Edit | undefined {
  const text = textOf(script);
  const page = titlePageOf(script);
  const edit = page ? entryEdit(text, page, key, value) : firstEntry(text, key, value);
  if (!edit || (edit.removed === 0 && edit.inserted === '') || text.slice(edit.offset, edit.offset + edit.removed) === edit.inserted) {
    return undefined;
  }
  const after = parse(applyEdit(text, edit));
  const isSet = value === undefined ? titleEntry(after, key) === undefined : titleEntry(after, key) === value.trim();
  return isSet && saidBelow(script) === saidBelow(after) && others(script, key) === others(after, key) ? edit : undefined;
}

function titlePageOf(script: Script): TitlePage | undefined {
  const first = script.chunks[0]?.blocks[0]?.elements[0];
  return first?.kind === 'titlePage' ? first : undefined;
}

function isKey(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.toLowerCase();
}

function firstEntry(text: string, key: string, value: string | undefined): Edit | undefined {
  const lineEnd = lineEndOf(text);
  return value === undefined ? undefined : { offset: text.startsWith('\uFEFF') ? 1 : 0, removed: 0, inserted: `${key}: ${value}${lineEnd}${lineEnd}` };
}

function entryEdit(text: string, page: TitlePage, key: string, value: string | undefined): Edit | undefined {
  const lines = linesUpTo(text, page.to);
  const at = lines.findIndex(({ from, to }) => isKey(/^\uFEFF?([^\s:][^:]*):/u.exec(text.slice(from, to))?.[1]?.replace('\uFEFF', '') ?? '', key));
  const line = lines[at];
  if (!line) {
    return value === undefined ? undefined : { offset: page.to, removed: 0, inserted: `${lineEndOf(text)}${key}: ${value}` };
  }
  // Its values on lines of their own are indented.
  let last = at;
  while (/^[ \t]+\S/.test(text.slice(lines[last + 1]?.from ?? text.length, lines[last + 1]?.to ?? text.length))) {
    last += 1;
  }
  const end = lines[last]?.to ?? line.to;
  if (value !== undefined) {
    const colon = text.indexOf(':', line.from) + 1;
    return { offset: colon, removed: end - colon, inserted: ` ${value}` };
  }
  const next = lines[last + 1]?.from;
  if (next !== undefined) {
    return { offset: line.from, removed: next - line.from, inserted: '' };
  }
  const above = lines[at - 1];
  if (above) {
    return { offset: above.to, removed: end - above.to, inserted: '' };
  }
  // The only key: the page goes, with the blank line behind it.
  const gap = /^(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))?/.exec(text.slice(end))?.[0].length ?? 0;
  return { offset: line.from, removed: end + gap - line.from, inserted: '' };
}

function linesUpTo(text: string, to: number): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  for (const match of text.slice(0, to).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (match[0] !== '') {
      lines.push({ from: match.index + (match[0].startsWith('\uFEFF') ? 1 : 0), to: match.index + match[0].replace(/[\r\n]+$/, '').length });
    }
  }
  return lines;
}

function saidBelow(script: Script): string {
  return [...elementsOf(script)].flatMap(({ element }) => (element.kind === 'titlePage' ? [] : [signatureOf(element)])).join('\n');
}

function others(script: Script, key: string): string {
  return JSON.stringify(titlePageOf(script)?.entries.filter((entry) => !isKey(entry.key, key)) ?? []);
}
