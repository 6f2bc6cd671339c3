// An entry of the record: what a model was asked and offered, what the writer took, and what became of it. Plain data, one file each.

/** What every entry begins with. The order of the keys is the order in the file. */
export interface EntryHead {
  /** The form of the entry; a reader that does not know it leaves the entry as it is and says so. */
  readonly version: 1;
  /** New for every entry; other entries name it. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** A chance name of this installation: no machine name, no person. */
  readonly device: string;
  /** Number in this device's chain, from 1. */
  readonly number: number;
  /** Hash of the device's entry before it; empty for the first. */
  readonly previous: string;
  /** The script's path from the folder that holds `.backlot`, with `/`: "pilot.fountain". */
  readonly script: string;
}

export interface AskedModel {
  /** `new URL(base).origin` or `vscode-lm:<vendor>`. */
  readonly origin: string;
  readonly local: boolean;
  /** As it was asked for. */
  readonly asked: string;
  /** As the answer named it. */
  readonly returned?: string;
}

/** A text as the record knows it: its hash and its length; the text itself only where the writer's setting says so. */
export interface HashedText {
  /** SHA-256 of the text in UTF-8 with `\n` line ends, in hex. */
  readonly hash: string;
  /** In words as ledgerWords counts them: "well-known" is two, a character of Chinese is one. */
  readonly words: number;
  readonly text?: string;
}

/** A model was asked, and this is what it offered. Written once the answer has ended, however it ended. */
export interface OfferEntry {
  readonly kind: 'offer';
  /** The command that asked: "dialogue.suggest", "rewrite.scene", "scenarios.develop", "continuation", "chat.rewrite", ... */
  readonly command: string;
  readonly model: AskedModel;
  readonly direction?: HashedText;
  /** Of the request's messages exactly as sent. */
  readonly context: HashedText;
  readonly alternatives: readonly HashedText[];
  readonly ended: 'whole' | 'cut' | 'stopped' | 'failed';
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number; readonly cachedTokens?: number };
  /** Where it was asked for. */
  readonly place: EntryPlace;
}

/** Where in the script, as it stood then. */
export interface EntryPlace {
  /** The scene heading's text; empty before the first scene. */
  readonly scene: string;
  /** From 1, as editors show it. */
  readonly line: number;
}

/** The writer took text in. */
export interface AcceptEntry {
  readonly kind: 'accept';
  /** The offer it came from; missing when that was made while no record was kept. */
  readonly offer?: string;
  /** Which of the offer's alternatives, by hash; missing where only a part of one was taken (a hunk, a word of a continuation). */
  readonly alternative?: string;
  /** Whether the writer changed the words before they took them. */
  readonly edited: boolean;
  /** Exactly what came into the script, with the fingerprints of its words, by which it is found again wherever it moves. */
  readonly inserted: HashedText & {
    readonly salt: string;
    readonly fingerprints: readonly string[];
    /** How many words each of its lines has, for lines that have any. */
    readonly lines?: readonly number[];
  };
  /** The fingerprints (same salt) of some words before and after it: by them a line too short to be known by its own words is found. */
  readonly around?: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Which of the inserted words a model wrote: indices of runs [from, to) into the fingerprints. Words the writer changed, or that stood there before, are theirs. */
  readonly generated: readonly (readonly [number, number])[];
  /** What went out for it. */
  readonly replaced: HashedText;
  readonly place: EntryPlace;
}

/** The writer took their yes back by undo, or again by redo. */
export interface TakenBackEntry {
  readonly kind: 'takenBack' | 'takenAgain';
  readonly accept: string;
}

/** The writer said no: to these alternatives of an offer, or to all that was left of it. */
export interface DeclineEntry {
  readonly kind: 'decline';
  readonly offer: string;
  readonly alternatives: readonly string[] | 'all';
}

/** What the writer has made of an accepted text since, noted when the script is saved. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly accept: string;
  /** What stands in its place now; zero words when it is gone. */
  readonly now: HashedText;
  /** How many of the generated words are still there. */
  readonly kept: number;
}

/** The script has another name or place since: what was noted under the old one is about it too. */
export interface MovedEntry {
  readonly kind: 'moved';
  /** The path it had, from the folder that holds this entry's `.backlot`, with `/`: "draft.fountain", "../old/pilot.fountain". */
  readonly from: string;
}

export type EntryBody = OfferEntry | AcceptEntry | TakenBackEntry | DeclineEntry | ChangeEntry | MovedEntry;

/** `hash`: SHA-256 of the canonical JSON (sorted keys, no white space) of all else, keys unknown to this version too. */
export type Entry = EntryHead & EntryBody & { readonly hash: string };
