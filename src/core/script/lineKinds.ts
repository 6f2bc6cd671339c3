// What each line of a script is, and how a line that a change made something else of is kept what it was.
import { applyEdits } from '../edits/editList';
import type { Edit } from '../edits/edit';
import type { Element, ElementKind } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { lastAtOrBefore } from '../fountain/search';
import { textOf, type Script } from '../fountain/script';
import { elementsOf } from './elements';

/** The kind of element on each line; undefined on blank ones. */
export function lineKinds(script: Script): (ElementKind | undefined)[] {
  const kinds = Array<ElementKind | undefined>(script.lines + 1).fill(undefined);
  for (const { element, line, endLine } of elementsOf(script)) {
    kinds.fill(element.kind, line, endLine + 1);
  }
  return kinds;
}

/** The marks that force a line to be what it is not by itself. */
const FORCE: Partial<Readonly<Record<Element['kind'], string>>> = { character: '@', transition: '> ', action: '!', sceneHeading: '.' };

/**
 * The edits, with a forcing mark added to lines they change that would otherwise become something else: a cue in small
 * letters keeps its speech by an `@`.
 * @param edits from the end of the script to its start; none adds or takes away a line
 */
export function keepKinds(script: Script, edits: readonly Edit[]): Edit[] {
  const text = textOf(script);
  const wanted = lineKinds(script);
  const changed = applyEdits(text, edits);
  const now = lineKinds(parse(changed));
  if (wanted.length !== now.length || wanted.every((kind, line) => kind === now[line])) {
    return [...edits];
  }
  const starts = lineStarts(text);
  const forced = new Map<number, Edit>();
  for (const edit of edits) {
    for (let line = lineOf(starts, edit.offset); line <= lineOf(starts, edit.offset + edit.removed); line += 1) {
      const kind = wanted[line];
      const mark = kind && FORCE[kind];
      const at = firstLetter(text, starts[line] ?? 0);
      if (mark !== undefined && kind !== now[line]) {
        forced.set(at, { offset: at, removed: 0, inserted: mark });
      }
    }
  }
  return mergeAt(edits, [...forced.values()]);
}

/** Offsets at which lines begin. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** The line an offset is on, from 0. */
export function lineOf(starts: readonly number[], offset: number): number {
  return lastAtOrBefore(starts.length, (line) => starts[line], offset);
}

function firstLetter(text: string, from: number): number {
  return from + (/^[ \t]*/.exec(text.slice(from, from + 200))?.[0].length ?? 0);
}

/** Both lists as one, from the end to the start; insertions at an edit's own offset go in front of what it writes. */
function mergeAt(edits: readonly Edit[], insertions: readonly Edit[]): Edit[] {
  const left = [...insertions];
  const merged = edits.map((edit) => {
    const index = left.findIndex(({ offset }) => offset === edit.offset);
    const [mark] = index < 0 ? [] : left.splice(index, 1);
    return mark ? { ...edit, inserted: mark.inserted + edit.inserted } : edit;
  });
  return [...merged, ...left].sort((a, b) => b.offset - a.offset);
}
