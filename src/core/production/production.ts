// What is known of a production besides its script: kept in a file beside it, under git. Everything else is worked out from both.
import type { Board } from './board';
import type { Demand, Rules } from './rules';

/** The whole of `<script>.production.json`. Keys of records are ids: short random letters, given in by the caller, never used again. */
export interface Production {
  readonly version: 1;
  /** Who and what is broken down: cast, extras, vehicles, props, ... */
  readonly elements: Readonly<Record<string, BreakdownElement>>;
  /** Changes to the built-in categories, and the writer's own. */
  readonly categories: Readonly<Record<string, Category>>;
  readonly scenes: Readonly<Record<string, SceneRecord>>;
  readonly sets: Readonly<Record<string, SetRecord>>;
  readonly locations: Readonly<Record<string, Location>>;
  readonly crew: Readonly<Record<string, CrewMember>>;
  readonly rules: Rules;
  /** What must hold besides the rules: an order, a day shared, a day pinned. */
  readonly demands: Readonly<Record<string, Demand>>;
  readonly boards: Readonly<Record<string, Board>>;
  /** Suggestions that the writer refused, by `suggestionKey`, so that they are not made again. */
  readonly refused: Readonly<Record<string, true>>;
  /** The highest cast number ever given, where nobody has it any more: it is not given again (castNumbers.ts). */
  readonly numbered?: number;
}

export interface Category {
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** When somebody or something can be had: calendar dates `YYYY-MM-DD`, first and last included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** What somebody or something costs and when it can be had. */
export interface Terms {
  /** For a day worked, in whole units of the production's currency. */
  readonly dayCost?: number;
  /** What share of `dayCost` a held day costs, 0 to 1. Without: 1. */
  readonly holdShare?: number;
  /** Let go and hired again where at least so many calendar days lie between two worked days. Once in a production. Without: never. */
  readonly dropAfter?: number;
  /** Only then. Without or empty: always. */
  readonly available?: readonly Window[];
  /** Not then. */
  readonly away?: readonly Window[];
}

export interface BreakdownElement extends Terms {
  /** The id of a category: 'cast', 'extras', 'vehicles', ... (core/breakdown/categories.ts). */
  readonly category: string;
  readonly name: string;
  /** For cast: the canonical name in the script (core/script/names.ts), by which speeches and mentions are found. */
  readonly character?: string;
  /** For cast: other canonical names in the script that are the same person: elements that were made one (core/breakdown/elements.ts). */
  readonly also?: readonly string[];
  /** For cast: the number on strips, fixed once given. */
  readonly castNumber?: number;
  /** Who plays it, an agent, a source. */
  readonly played?: string;
  readonly contact?: string;
  readonly notes?: string;
}

/** The light a scene is shot in, as the breakdown resolves it from its heading. */
export type SceneLight = 'day' | 'night' | 'dawn' | 'dusk';

/** What is remembered of a scene. It is found again by its content, not its number (matchScenes.ts). */
export interface SceneRecord {
  /** Its heading and number as last seen: what it is called when it cannot be found any more. */
  readonly heading: string;
  readonly number?: string;
  /** Its content as last seen, in a form that bears edits: one line. */
  readonly mark: string;
  /** Set by hand, each in the place of what the script says. */
  readonly light?: SceneLight;
  readonly storyDay?: string;
  readonly synopsis?: string;
  /** Shooting time. Without: by the rules' minutes an eighth. */
  readonly minutes?: number;
  readonly notes?: string;
  /** What the writer put into the scene, by element id. */
  readonly tags: Readonly<Record<string, Tag>>;
  /** Cast that the script's text would put here and the writer took out, by element id. */
  readonly without?: Readonly<Record<string, true>>;
}

/** An element in a scene. */
export interface Tag {
  /** The words it was tagged on, with the words around them. Empty: added by hand, without a place in the text. */
  readonly quotes: readonly Quote[];
  /** How many: extras, cars. */
  readonly count?: number;
  readonly notes?: string;
}

/** A place in a scene's text. */
export interface Quote {
  readonly words: string;
  /** A few words before and behind, to find it again among equal ones. */
  readonly before: string;
  readonly behind: string;
}

/** A set as headings name it. */
export interface SetRecord {
  /** As headings have it, in their spelling. */
  readonly name: string;
  /** Location id. Without: a place of its own. */
  readonly location?: string;
  readonly notes?: string;
}

export interface Location extends Omit<Terms, 'holdShare' | 'dropAfter'> {
  readonly name: string;
  readonly address?: string;
  readonly contact?: string;
  /** For call sheets. */
  readonly parking?: string;
  readonly hospital?: string;
  readonly notes?: string;
}

/** Crew are paid for each day of the shoot. */
export interface CrewMember extends Omit<Terms, 'holdShare' | 'dropAfter'> {
  readonly name: string;
  readonly department: string;
  readonly job?: string;
  readonly contact?: string;
  /** Nobody shoots without: days on which they are away are closed. */
  readonly key?: boolean;
  /** Their own call before or after the general one, minutes. */
  readonly callOffset?: number;
}
