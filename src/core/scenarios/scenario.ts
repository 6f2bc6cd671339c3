// A scenario: another way the story could go from a place in the script. Plain data; each is a file of its own beside the script.
import type { Span } from '../fountain/elements';

/** What makes scenarios truly different: what in the story turns. */
export type Turn = 'knows' | 'wants' | 'pays' | 'turns';

/** What it does to a later scene. */
export interface Consequence {
  /** The heading as it stands in the script (and its number where it has one), by which the scene is found again. */
  readonly scene: string;
  readonly sceneNumber?: string;
  /** One sentence. */
  readonly change: string;
  /** The script had no such scene when the answer came: shown, and marked. */
  readonly unknown?: true;
}

export type Fate = 'open' | 'kept' | 'developed' | 'discarded';

/** The part of the script it is about, by what it says rather than by where it is: files are shared, scripts change. */
export interface Scope {
  readonly kind: 'scene' | 'section' | 'range' | 'toEnd';
  /** The first scene's heading (for a section: the section's text). */
  readonly from: string;
  readonly fromNumber?: string;
  /** The last scene's heading. */
  readonly to: string;
  readonly toNumber?: string;
  /** Hash of the stretch's text as it was asked about: says whether it has changed since. */
  readonly hash: string;
  /** The same without the first line: by it a scope is found whose heading was rewritten. */
  readonly body?: string;
  /** The same of the first scene alone, and of that without its heading: by them a long stretch is told from others without reading it to its end. */
  readonly first?: string;
  readonly firstBody?: string;
  /** How many scenes or sections of the same name stand before it; missing for the first. */
  readonly nth?: number;
  /** How many scenes it holds. */
  readonly scenes?: number;
}

export interface Scenario {
  readonly version: 1;
  readonly id: string;
  /** Asked for together. */
  readonly round: string;
  readonly scope: Scope;
  readonly title: string;
  readonly logline: string;
  readonly turn: Turn;
  readonly beats: readonly string[];
  readonly consequences: readonly Consequence[];
  /** The writer's wish in their words. */
  readonly steer?: string;
  readonly fate: Fate;
  /** ISO 8601. */
  readonly createdAt: string;
  /** As the answer named it. */
  readonly model?: string;
  /** The recording's id. */
  readonly record?: string;
  /** Written by Develop: its scenes in order, Fountain text each; missing ones are still to be written. */
  readonly scenes?: readonly DevelopedScene[];
}

export interface DevelopedScene {
  /** `keep`: the script's scene as it is. `change`: a new version of it. `new`: in no scene's place. `drop`: leaves. */
  readonly fate: 'keep' | 'change' | 'new' | 'drop';
  /** The script's scene it is about (for keep, change, drop); missing for `new`, whose place is between its neighbours in the list. */
  readonly scene?: string;
  readonly sceneNumber?: string;
  /** The heading of the scene to write. */
  readonly heading: string;
  /** What happens, one or two sentences. */
  readonly beat: string;
  /** Fountain, heading included; for change and new, once written. */
  readonly text?: string;
  /** The model's output ended before the scene did: `text` is what came. */
  readonly cut?: true;
  /** The recording's id of the asking that wrote this scene. */
  readonly record?: string;
}

/** A scenario's scope found in a script as it stands. */
export interface Placed extends Span {
  /** Whether the stretch still reads as it was asked about. */
  readonly unchanged: boolean;
}
