// Puts a line of its own into a script (a page break, a section, a synopsis) without making something else of its neighbours.
import type { Edit } from '../edits/edit';
import { applyEdit } from '../edits/edit';
import { parse } from '../fountain/parse';
import { blockAt, textOf, type Script } from '../fountain/script';
import { elementsOf } from './elements';
import { lineEndOf } from './seams';
import { signatureOf } from './signatures';

export interface NewLine {
  readonly edit: Edit;
  /** Behind the new line's words, in the text after the edit. */
  readonly cursor: number;
}

/**
 * Puts a line where the cursor is: on its line where that is empty, else behind the paragraph or speech it stands in.
 * Blank lines are added where they are missing. Proven: every other element stays what it was.
 * @param words what the line says; it must be an element by itself
 * @returns undefined where there is no safe place, as inside a note
 */
export function insertLine(script: Script, offset: number, words: string): NewLine | undefined {
  const text = textOf(script);
  const lineEnd = lineEndOf(text);
  const place = placeFor(script, text, offset);
  const before = text.slice(0, place);
  const behind = text.slice(place);
  const lead = before.trim() === '' ? '' : lineEnd.repeat(Math.max(0, 2 - endsOf(before)));
  const trail = behind.trim() === '' ? (behind === '' ? lineEnd : '') : lineEnd.repeat(Math.max(0, 2 - startsOf(behind)));
  // A line of spaces at the cursor goes, so that it joins nothing.
  const spaces = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const isOwnLine = /[\r\n]$/.test(before.slice(0, before.length - spaces)) || before.length === spaces;
  const removed = isOwnLine ? spaces : 0;
  const edit = { offset: place - removed, removed, inserted: lead + words + trail };
  const wanted = [...elementsOf(script)].map(({ element }) => signatureOf(element));
  const said = [...elementsOf(parse(applyEdit(text, edit)))];
  const at = said.findIndex(({ from, to }) => from <= edit.offset + lead.length && edit.offset + lead.length < to);
  const others = said.filter((_, index) => index !== at).map(({ element }) => signatureOf(element));
  return at >= 0 && others.join('\n') === wanted.join('\n') ? { edit, cursor: edit.offset + lead.length + words.length } : undefined;
}

/** The empty line at the cursor, or the end of the block it stands in. */
function placeFor(script: Script, text: string, offset: number): number {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
  if (line.trim() === '') {
    return from + line.length;
  }
  const placed = blockAt(script, offset);
  return placed ? placed.offset + placed.block.text.trimEnd().length : text.length;
}

function endsOf(text: string): number {
  return (/(?:(?:\r\n|\r|\n)[ \t]*)*$/.exec(text.slice(-200))?.[0].match(/\r\n|\r|\n/g) ?? []).length;
}

function startsOf(text: string): number {
  return (/^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(0, 200))?.[0].match(/\r\n|\r|\n/g) ?? []).length;
}
