// Centres lines of action between > and <, and takes them back.
import type { Edit } from '../edits/edit';
import { applyEdits } from '../edits/editList';
import type { Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { textOf, type Script } from '../fountain/script';
import { lineKinds, lineOf, lineStarts } from './lineKinds';

export type CentreResult =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  /** Nothing on these lines can be centred: it is a heading, a speech, or nothing at all. */
  | { readonly ok: false };

/** Centres every line of action in the selections; takes it back where all of them are centred. */
export function toggleCentre(script: Script, selections: readonly Span[]): CentreResult {
  const text = textOf(script);
  const kinds = lineKinds(script);
  const starts = lineStarts(text);
  const lines = new Set(selections.flatMap(({ from, to }) => linesBetween(lineOf(starts, from), lineOf(starts, to > from && starts.includes(to) ? to - 1 : to))));
  const chosen = [...lines].filter((line) => kinds[line] === 'action' || kinds[line] === 'centered');
  const areCentred = chosen.every((line) => kinds[line] === 'centered');
  const edits = chosen.flatMap((line) => {
    const from = starts[line] ?? 0;
    const source = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
    return areCentred ? bare(source, from) : kinds[line] === 'centered' ? [] : centred(source, from);
  });
  const ordered = edits.sort((a, b) => b.offset - a.offset);
  if (ordered.length === 0) {
    return { ok: false };
  }
  // Out of its > < a line in capitals may be a cue, or words with INT. a heading: an ! keeps them action.
  const safe = areCentred ? keepAction(script, chosen, ordered) : ordered;
  const after = lineKinds(parse(applyEdits(text, safe)));
  const wanted = areCentred ? 'action' : 'centered';
  return kinds.every((kind, line) => after[line] === (lines.has(line) && chosen.includes(line) ? wanted : kind)) ? { ok: true, edits: safe } : { ok: false };
}

function linesBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

function centred(source: string, from: number): Edit[] {
  const [, indent = '', words = ''] = /^([ \t]*)(.*?)[ \t]*$/su.exec(source) ?? [];
  const bang = words.startsWith('!') ? 1 : 0;
  return words.length === bang ? [] : [{ offset: from + indent.length, removed: bang, inserted: '> ' }, { offset: from + indent.length + words.length, removed: 0, inserted: ' <' }];
}

function bare(source: string, from: number): Edit[] {
  const [, indent = '', open = '', words = '', close = ''] = /^([ \t]*)(>[ \t]?)(.*?)([ \t]?<)[ \t]*$/su.exec(source) ?? [];
  if (open === '') {
    return [];
  }
  const start = from + indent.length;
  return [{ offset: start, removed: open.length, inserted: '' }, { offset: start + open.length + words.length, removed: close.length, inserted: '' }];
}

function keepAction(script: Script, chosen: readonly number[], edits: readonly Edit[]): Edit[] {
  const text = textOf(script);
  const after = lineKinds(parse(applyEdits(text, edits)));
  const starts = lineStarts(text);
  const wrong = new Set(chosen.filter((line) => after[line] !== 'action'));
  return edits.map((edit) => (edit.inserted === '' && wrong.has(lineOf(starts, edit.offset)) && /^>/.test(text.slice(edit.offset)) ? { ...edit, inserted: '!' } : edit));
}

