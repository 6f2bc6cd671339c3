// A new scene behind another one: the edit, and where the writer goes on typing.
import type { Edit } from '../edits/edit';
import { textOf, type Script } from '../fountain/script';
import { wholeSpans } from './nestOutline';
import { blankLineAfter, coreEnd, lineEndOf } from './seams';

export interface NewScene {
  readonly edit: Edit;
  /** Behind the new heading, in the text after the edit. */
  readonly cursor: number;
}

/**
 * Puts a scene heading, begun but not finished, behind an item of the outline: behind a scene, or behind the
 * heading of a section and what stands there before its first scene.
 * @param index in outlineOf(script); -1 puts it at the end of the script
 * @param heading what the heading begins with: it must parse as one, as "INT. " does
 */
export function insertSceneAfter(script: Script, index: number, heading = 'INT. '): NewScene {
  const text = textOf(script);
  const starts = wholeSpans(script).map((span) => span.from);
  const from = index < 0 ? 0 : (starts[index] ?? 0);
  const to = index < 0 ? text.length : (starts[index + 1] ?? text.length);
  const lineEnd = lineEndOf(text);
  // What stands behind an item separates it from the next one; at the end of the file nothing may stand there.
  const core = coreEnd(text, from, to);
  const next = text.slice(core, to);
  const atEnd = to === text.length;
  const isEmpty = core === 0;
  const before = isEmpty ? '' : atEnd ? lineEnd + lineEnd : blankLineAfter(next, lineEnd);
  const inserted = before + heading;
  const missing = atEnd || blankLineAfter(next, lineEnd) === next ? '' : lineEnd;
  return { edit: { offset: core, removed: 0, inserted: inserted + missing }, cursor: core + inserted.length };
}
