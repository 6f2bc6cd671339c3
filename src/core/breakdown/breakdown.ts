// The breakdown: what each scene needs, from the script and from what the production adds. Plain data; `breakdownOf` makes it.
import type { Place } from '../script/heading';
import type { Quote, SceneLight } from '../production/production';

export interface Breakdown {
  /** Index for index with `scenesOf(script)`. */
  readonly scenes: readonly BreakdownScene[];
  /** Scene records that no scene of the script matches, to reattach or to let go. */
  readonly orphans: readonly Orphan[];
}

export interface Orphan {
  readonly id: string;
  readonly heading: string;
  readonly number?: string;
}

export interface BreakdownScene {
  /** The id of its scene record. */
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The printed page its heading is on, from 1. */
  readonly page: number;
  readonly place?: Place;
  /** As the heading has it; `setId` where it is a set of the production. */
  readonly set: string;
  readonly setId?: string;
  readonly locationId?: string;
  readonly light: SceneLight;
  /** Said by its heading, taken from the scene before (continuous), assumed (nothing said: day), or set by hand. */
  readonly lightFrom: 'heading' | 'before' | 'assumed' | 'hand';
  /** In the story: '1', '2', ...; proposed from headings, or set by hand. */
  readonly storyDay: string;
  readonly storyDayFrom: 'proposed' | 'hand';
  readonly eighths: number;
  readonly minutes: number;
  readonly synopsis?: string;
  readonly elements: readonly SceneElement[];
  /** Cast who are heard here in voice-over alone, as element ids: recorded later, they are not called. Whoever the writer puts in is in `elements`. */
  readonly voices?: readonly string[];
}

/** An element in a scene and how it came there. */
export interface SceneElement {
  readonly id: string;
  readonly category: string;
  readonly name: string;
  readonly castNumber?: number;
  /** 'speaks': has a cue; 'silent': named in action only; 'hand': put there by the writer. */
  readonly from: 'speaks' | 'silent' | 'hand';
  /** Where in the script it is tagged or named, absolute. A tag whose words are gone has none and says so with `lost`. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly lost?: readonly Quote[];
  readonly count?: number;
}

/** Something that may be an element, for the writer to accept or refuse. Offline from the lexicon, or from a model. */
export interface Suggestion {
  /** The same for the same thing in the same scene: refused ones are known by it. */
  readonly key: string;
  readonly sceneId: string;
  readonly category: string;
  readonly name: string;
  /** Absolute, in the script. */
  readonly from: number;
  readonly to: number;
  readonly source: 'lexicon' | 'model';
}
