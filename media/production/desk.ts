// What all parts of the form share: words, lists, what is sent, and which field waits for which answer.
import type { FromProduction, ListId, Option, Shown, Words } from '../../src/production/protocol';

/** Something that can be told what became of what was typed in it. */
export interface Answered {
  readonly node: HTMLElement;
  /** @param said what was sent, where a cell holds several */
  refused(text: string, said?: string): void;
  saved(said?: string): void;
}

/** A part of the form and how it takes a newer state without losing what is typed in it. */
export interface Part<T> {
  readonly node: HTMLElement;
  /** Where sentences about it stand: problems and warnings. */
  readonly notes?: HTMLElement;
  update(from: T): void;
}

export interface Desk {
  shown: Shown;
  /** While the form is patched, a field that is moved loses the focus: that is no end of typing. */
  patching: boolean;
  readonly fields: Map<string, Answered>;
  readonly unsaved: Map<string, string>;
  say(message: FromProduction): void;
  /** To be kept over a time out of sight. */
  keep(): void;
  /** For screen readers: what stands on the screen already. */
  tell(text: string): void;
}

export const wordsOf = (desk: Desk): Words => desk.shown.words;

export function listOf(desk: Desk, id: ListId): readonly Option[] {
  return desk.shown.lists[id];
}

export function filled(text: string, value: string): string {
  return text.replace('{0}', () => value);
}

/** Remembers what is typed and not taken; undefined forgets it. */
export function keepUnsaved(desk: Desk, key: string, text: string | undefined): void {
  if (text === undefined) {
    desk.unsaved.delete(key);
  } else {
    desk.unsaved.set(key, text);
  }
  desk.keep();
}
