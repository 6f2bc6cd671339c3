// The name in the source of a cue, and the cue with another name in its place.
import type { Character, Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { elementsOf } from './elements';

/**
 * Where the name stands in a cue's source: from its first to its last letter, without the forcing mark, emphasis
 * around it, extension and caret. Relative to the source.
 * @param source the cue's line
 * @param marks the notes and boneyards in it, relative to it
 */
export function nameSpan(source: string, cue: Character, marks: readonly Span[]): Span | undefined {
  const wanted = [...cue.name.replace(/\s+/gu, '')];
  let from: number | undefined;
  let next = 0;
  for (let at = 0; at < source.length; ) {
    const hidden = marks.find((mark) => mark.from <= at && at < mark.to);
    if (hidden !== undefined) {
      at = hidden.to;
      continue;
    }
    const letter = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (letter === wanted[next]) {
      from ??= at;
      next += 1;
      if (next === wanted.length) {
        return { from, to: at + letter.length };
      }
    } else if (from !== undefined && !/[\s*_\\]/u.test(letter)) {
      from = undefined;
      next = 0;
    }
    at += letter.length;
  }
  return undefined;
}

/**
 * The cue's source with the new name: extension, caret, notes and white space around stay as they are. A forcing `@`
 * is there exactly when the name needs it. Undefined when no way of writing it is read back as this name.
 */
export function withName(source: string, cue: Character, marks: readonly Span[], name: string): string | undefined {
  const span = nameSpan(source, cue, marks);
  if (span === undefined) {
    return undefined;
  }
  const indent = /^[ \t]*/.exec(source)?.[0] ?? '';
  const notes = marks.filter((mark) => mark.from >= span.from && mark.to <= span.to).map((mark) => ` ${source.slice(mark.from, mark.to)}`);
  const before = source.slice(indent.length, span.from).replace(/^@[ \t]*/, '');
  const after = source.slice(span.to);
  const bare = (text: string): string => text.replace(/[*_]/g, '');
  const written = [
    before + name + notes.join('') + after,
    // Emphasis that began or ended inside the old name is of no use around the new one.
    bare(before) + name + notes.join('') + after.replace(/^[*_]+/, ''),
  ];
  return [...written, ...written.map((line) => `@${line}`)].map((line) => indent + line).find((line) => readsAs(line, name, cue));
}

/** Whether a line, with words below it, is the cue of this very name, with the extension and caret it had. */
function readsAs(line: string, name: string, cue: Character): boolean {
  const read = [...elementsOf(parse(`\n${line}\n-`))];
  const first = read[0]?.element;
  return (
    read.length === 2 && first?.kind === 'character' && first.name === name && first.extension === cue.extension && first.caret === cue.caret
  );
}
