// Makes notes and boneyards of what is selected, and script of them again: the brackets come and go, the words stay.
import type { Edit } from '../edits/edit';
import { applyEdits, tidyEdits } from '../edits/editList';
import type { Mark, Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { placedBlocks, textOf, type Script } from '../fountain/script';

export type ToggleResult =
  | { readonly ok: true; readonly edits: readonly Edit[]; readonly selections: readonly Span[] }
  /** `holdsMarks`: brackets in the selection would end the new note or boneyard too early, or be cut in two. */
  | { readonly ok: false; readonly reason: 'holdsMarks' };

const BRACKETS = { note: ['[[', ']]'], boneyard: ['/* ', ' */'] } as const;

/**
 * Toggles a note or a boneyard on every selection; an empty one means its line, on an empty line a place to type.
 * Inside a note (or boneyard) it becomes script again. A note never holds an empty line, so every paragraph gets its own;
 * a boneyard holds anything.
 */
export function toggleHidden(script: Script, selections: readonly Span[], kind: Mark['kind']): ToggleResult {
  const text = textOf(script);
  const marks = marksOf(script);
  const changes: Edit[][] = [];
  const wrapped: Span[] = [];
  const gone: Mark[] = [];
  const empties: Span[] = [];
  const places: Span[] = [];
  for (const selection of selections) {
    const { from, to } = selection;
    const targets = targetsIn(text, selection, kind);
    // A caret, and a stretch of nothing but space, mean the note they stand in.
    const isBlank = from === to || targets.length === 0;
    const around = isBlank ? marks.find((mark) => mark.from < from && to < mark.to) : undefined;
    const own = around?.kind === kind ? [around] : targets.map((target) => marks.find((mark) => mark.kind === kind && mark.from <= target.from && target.to <= mark.to));
    if (own.length > 0 && own.every((mark) => mark !== undefined)) {
      changes.push(own.flatMap((mark) => unwrap(text, mark)));
      gone.push(...own);
      places.push(from === to ? selection : withAll(selection, own));
      continue;
    }
    if (around || targets.some((target) => marks.some((mark) => crosses(mark, target, kind)) || holdsBracket(text.slice(target.from, target.to), kind))) {
      return { ok: false, reason: 'holdsMarks' };
    }
    wrapped.push(...targets);
    places.push(selection);
    changes.push(targets.length > 0 ? targets.flatMap((target) => wrap(target, kind)) : [{ offset: from, removed: 0, inserted: BRACKETS[kind].join('') }]);
    if (targets.length === 0) {
      empties.push({ from, to: from });
    }
  }
  const edits = unique(changes.flat());
  const tidy = tidyEdits(text, edits);
  const kept = marks.filter((mark) => !gone.includes(mark) && !wrapped.some((target) => target.from <= mark.from && mark.to <= target.to));
  const wanted = [...[...wrapped, ...empties].map((target) => ({ ...afterEdits(target, edits, true), kind })), ...kept.map((mark) => ({ ...afterEdits(mark, edits, false), kind: mark.kind }))];
  if (!areMarks(parse(applyEdits(text, tidy)), wanted)) {
    return { ok: false, reason: 'holdsMarks' };
  }
  return { ok: true, edits: tidy, selections: places.map((place) => placedSelection(place, edits, kind)) };
}

/** All that becomes script again stays selected, so that the same once more hides the same. */
function withAll({ from, to }: Span, marks: readonly Span[]): Span {
  return { from: Math.min(from, ...marks.map((mark) => mark.from)), to: Math.max(to, ...marks.map((mark) => mark.to)) };
}

function marksOf(script: Script): Mark[] {
  return [...placedBlocks(script)].flatMap(({ block, offset }) => block.marks.map((mark) => ({ ...mark, from: mark.from + offset, to: mark.to + offset })));
}

/** What the brackets go around: the words of the line or selection; for notes paragraph by paragraph. */
function targetsIn(text: string, selection: Span, kind: Mark['kind']): Span[] {
  const span = selection.from === selection.to ? lineOf(text, selection.from) : selection;
  const part = text.slice(span.from, span.to);
  const parts = kind === 'note' ? [...part.matchAll(/[^\r\n]+(?:(?:\r\n|\r|\n)[ \t]*[^\s][^\r\n]*)*/g)] : [...part.matchAll(/[^]+/g)];
  return parts.flatMap((match) => {
    const trimmed = match[0].trim();
    const from = span.from + match.index + (match[0].length - match[0].trimStart().length);
    return trimmed === '' ? [] : [{ from, to: from + trimmed.length }];
  });
}

function lineOf(text: string, offset: number): Span {
  let from = offset;
  while (from > 0 && !/[\r\n]/.test(text.charAt(from - 1))) {
    from -= 1;
  }
  return { from, to: offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0) };
}

/** Whether a note or boneyard would be cut in two, or end the new one too early. */
function crosses(mark: Mark, target: Span, kind: Mark['kind']): boolean {
  const touches = mark.from < target.to && target.from < mark.to;
  const inside = target.from <= mark.from && mark.to <= target.to;
  return touches && !(inside && mark.kind !== kind && kind === 'boneyard');
}

function holdsBracket(text: string, kind: Mark['kind']): boolean {
  return (kind === 'note' ? /\[\[|\]\]|\/\*|\*\// : /\/\*|\*\//).test(text) || (kind === 'note' ? text.endsWith(']') || text.startsWith('[') : false);
}

function wrap({ from, to }: Span, kind: Mark['kind']): Edit[] {
  const [open, close] = BRACKETS[kind];
  return [{ offset: from, removed: 0, inserted: open }, { offset: to, removed: 0, inserted: close }];
}

/** The brackets, and with a boneyard's the one space that stands inside them. */
function unwrap(text: string, { kind, from, to }: Mark): Edit[] {
  const inner = text.slice(from + 2, to - 2);
  const space = kind === 'boneyard' && inner.length > 1 && inner.startsWith(' ') && inner.endsWith(' ') ? 1 : 0;
  return [{ offset: from, removed: 2 + space, inserted: '' }, { offset: to - 2 - space, removed: 2 + space, inserted: '' }];
}

function unique(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>();
  return edits.filter(({ offset, removed, inserted }) => {
    const key = `${offset} ${removed} ${inserted}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Where a stretch stands afterwards. `takesIn`: what is put in at its two ends belongs to it, as its new brackets do. */
function afterEdits({ from, to }: Span, edits: readonly Edit[], takesIn: boolean): Span {
  const shift = (offset: number, isBehind: boolean): number =>
    edits.reduce((at, edit) => (edit.offset < offset || (isBehind && edit.offset === offset) ? at + edit.inserted.length - Math.min(edit.removed, Math.max(0, offset - edit.offset)) : at), offset);
  return { from: shift(from, !takesIn), to: shift(to, takesIn) };
}

function areMarks(script: Script, wanted: readonly (Span & Pick<Mark, 'kind'>)[]): boolean {
  const found = new Set(marksOf(script).map(({ kind, from, to }) => `${kind} ${from} ${to}`));
  return wanted.every(({ kind, from, to }) => found.has(`${kind} ${from} ${to}`));
}

/** The same words as before; a caret on an empty line goes between its brackets. */
function placedSelection(selection: Span, edits: readonly Edit[], kind: Mark['kind']): Span {
  const [open, close] = BRACKETS[kind];
  const isNew = edits.some(({ offset, inserted }) => offset === selection.from && inserted === open + close);
  const shift = (offset: number, before: boolean): number =>
    edits.reduce((at, edit) => {
      const counts = edit.offset < offset || (edit.offset === offset && edit.removed === 0 && before && edit.inserted === open);
      return counts ? at + edit.inserted.length - Math.min(edit.removed, offset - edit.offset) : at;
    }, offset);
  const from = shift(selection.from, true);
  return isNew ? { from: from + open.length, to: from + open.length } : { from, to: Math.max(from, selection.from === selection.to ? from : shift(selection.to, false)) };
}
