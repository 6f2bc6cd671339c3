// A reader's note: what a reader says of some words of the script, and what to do next. Immutable; every change gives a new one.
import type { Span } from '../fountain/elements';
import type { Surroundings } from '../proposals/proposal';

/** What a note is about, in the order in which a reader's report goes through them. */
export const NOTE_KINDS = ['clarity', 'stakes', 'voice', 'sameVoice', 'continuity', 'setUp', 'pace'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** `kept`: it stands in the script as a `[[note]]`. `discarded`: remembered alone so that it is not given again. */
export type NoteState = 'open' | 'resolved' | 'kept' | 'discarded';

/** How the script stands to the quoted words: `here` they are; `changed`: something else is written there; `gone`: nothing is left. */
export type NoteStanding = 'here' | 'changed' | 'gone';

/** Where the quoted words are (or were last seen): offsets in the script as it stands now. */
export interface NoteAnchor extends Span {
  readonly standing: NoteStanding;
  readonly around: Surroundings;
}

/** The `[[note]]` that a note was kept as. */
export interface KeptNote extends Span {
  /** Its exact source, brackets included. */
  readonly text: string;
  /** Whether it is there: undo takes it away, redo brings it back. */
  readonly stands: boolean;
}

export interface ReaderNote {
  readonly id: string;
  /** The script's address, as a string. */
  readonly uri: string;
  readonly kind: NoteKind;
  readonly anchor: NoteAnchor;
  /** The exact source of the quoted words. */
  readonly quote: string;
  /** The heading of the scene they stood in; empty before the first. */
  readonly scene: string;
  /** What the reader says: plain text, on one line. */
  readonly text: string;
  /** A direction for a rewrite, on one line; may be empty. */
  readonly nextStep: string;
  readonly state: NoteState;
  readonly kept?: KeptNote;
  /** The id of the record's entry for the asking. */
  readonly record?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Whether what it speaks of has been changed or taken out since. */
export function isStale({ anchor }: ReaderNote): boolean {
  return anchor.standing !== 'here';
}

/** The note with another state; a kept one stays with what it was kept as. */
export function withState(note: ReaderNote, state: NoteState): ReaderNote {
  return note.state === state ? note : { ...note, state };
}

/** Says that the note is about to stand in the script. The edit that does it is followed like any other, and makes it `kept`. */
export function markNoteKept(note: ReaderNote, kept: KeptNote): ReaderNote {
  return { ...note, state: 'open', kept };
}
