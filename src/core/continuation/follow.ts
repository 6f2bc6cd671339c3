// Keeps offered continuations in step with the writer: what they take or type of one, and when none fits any more.
import type { Edit } from '../edits/edit';

/** Continuations at one place. What stands in the script of them, from `offset` on, is `taken`. */
export interface Offered {
  readonly offset: number;
  readonly taken: string;
  /** Whole, as offered; empty as long as none has come. */
  readonly texts: readonly string[];
}

/** `typed`: by the writer's own keys; `accepted`: several letters of one at once, as word by word; `back`: some of it went again. */
export interface Followed {
  readonly offered: Offered;
  readonly by: 'typed' | 'accepted' | 'back';
}

/** The texts that what is taken may still become. */
export function standing({ texts, taken }: Offered): readonly string[] {
  return texts.filter((text) => text.length > taken.length && text.startsWith(taken));
}

/** After a change of the script: undefined when it is no step into any of them. */
export function follow(offered: Offered, edits: readonly Edit[]): Followed | undefined {
  const [edit] = edits;
  const end = offered.offset + offered.taken.length;
  if (edit === undefined || edits.length > 1) {
    return undefined;
  }
  const { offset, removed, inserted } = edit;
  if (removed > 0) {
    const isLast = inserted === '' && offset >= offered.offset && offset + removed === end;
    return isLast ? { offered: { ...offered, taken: offered.taken.slice(0, offset - offered.offset) }, by: 'back' } : undefined;
  }
  if (offset !== end) {
    return undefined;
  }
  const taken = offered.taken + inserted;
  const fits = offered.texts.length === 0 || offered.texts.some((text) => text.startsWith(taken));
  if (!fits) {
    return undefined;
  }
  // A key gives one letter, and Enter line ends; more at once is a word, a line or all of what is shown.
  const isTaken = offered.texts.length > 0 && (offered.texts.includes(taken) || ([...inserted].length > 1 && inserted.trim() !== ''));
  return { offered: { ...offered, taken }, by: isTaken ? 'accepted' : 'typed' };
}
