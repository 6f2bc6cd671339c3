// Where the editor has carried a deck's thread: it moves threads with edits above them, and loses its way in some.

import type { Anchor } from '../core/proposals/proposal';

/** As the editor tells of a change: in the document as it was just before this one. */
export interface Change {
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** A scene that moves is a deletion and an insertion: the thread stays at the hole, or is forgotten, and its speech is elsewhere. */
export class ThreadPlace {
  /** Nobody can say where the thread stands now: a new one has to take its place. */
  torn = false;

  constructor(private offset: number) {}

  /** A new thread stands there. */
  placed(offset: number): void {
    this.offset = offset;
    this.torn = false;
  }

  /**
   * Goes along with changes of the script; false when the thread cannot be where it belongs any more.
   * @param shown whether an editor shows the script: without one the editor moves no threads at all
   * @param speech where the deck's speech is after the changes
   */
  follow(changes: readonly Change[], shown: boolean, speech: Pick<Anchor, 'to' | 'standing'>): boolean {
    for (const { range, rangeOffset, rangeLength, text } of changes) {
      if (rangeOffset > this.offset) {
        continue;
      }
      const end = rangeOffset + rangeLength;
      // Lines that come or go right at the thread may take it with them or leave it behind.
      const lines = range.start.line !== range.end.line || /[\r\n]/u.test(text);
      this.torn ||= lines && (end >= this.offset || !shown);
      this.offset = end <= this.offset ? this.offset + text.length - rangeLength : rangeOffset;
    }
    const found = speech.standing === 'here' || speech.standing === 'used';
    return !this.torn && !(found && this.offset !== speech.to);
  }
}
