// What a stripboard shows: strips, days and figures as plain data, ready to be read.

/** Tells a strip within one state: for a scene its id with `s:` before, for a banner `b:` and its place. Never kept from one state to the next but for scenes. */
export type StripKey = string;

/** A flag: something that the board breaks, as a sentence. */
export interface FlagView {
  readonly id: string;
  readonly text: string;
  readonly day?: string;
  readonly strips: readonly StripKey[];
  /** Opens the place where it could be changed: "Open the rules", "Open Anna". Sent back as `open` with the same target. */
  readonly open?: OpenTarget;
}

/** Where something of the production is set: told back by the view as it came. */
export interface OpenTarget {
  readonly label: string;
  readonly what: 'rules' | 'element' | 'location' | 'crew' | 'demand' | 'scene' | 'file' | 'breakdown' | 'production';
  readonly id?: string;
}

export interface SceneStrip {
  readonly kind: 'scene';
  readonly key: StripKey;
  /** Scene id. */
  readonly scene: string;
  readonly number: string;
  /** 'I', 'E', 'I/E' or ''. */
  readonly place: string;
  /** 'D', 'N', 'Dawn', 'Dusk' in the writer's language. */
  readonly light: string;
  /** The strip's colour: class names on the strip. Trade: white INT day, yellow EXT day, blue INT night, green EXT night. */
  readonly colour: { readonly place: 'int' | 'ext' | 'both' | 'none'; readonly light: 'day' | 'night' | 'dawn' | 'dusk' };
  readonly set: string;
  readonly heading: string;
  readonly synopsis: string;
  readonly eighths: number;
  /** "1 4/8". */
  readonly length: string;
  /** "1, 2, 5": cast numbers. */
  readonly cast: string;
  /** The same, one by one, for finding and lighting up who plays together. */
  readonly people: readonly Person[];
  readonly location: string;
  readonly storyDay: string;
  /** Changed or new since the board was looked over, or dropped from the script; `told` says how, a line each. */
  readonly state?: { readonly kind: 'changed' | 'new' | 'dropped'; readonly label: string; readonly told: readonly string[] };
  /** Everything in one sentence for screen readers. */
  readonly spoken: string;
}

export interface BannerStrip {
  readonly kind: 'banner';
  readonly key: StripKey;
  readonly text: string;
}

export type StripView = SceneStrip | BannerStrip;

export interface DayView {
  readonly id: string;
  readonly kind: 'shoot' | 'off';
  /** Of shooting days, from 1. */
  readonly number?: number;
  /** "Day 3", "Day off". */
  readonly name: string;
  /** "Mon 5 Jan 2026"; missing where the shoot has no start date. */
  readonly date?: string;
  /** Closed calendar days before this one: "Sat 10 – Sun 11 Jan: weekend". */
  readonly gap?: string;
  readonly note?: string;
  readonly strips: readonly StripView[];
}

/** What is recomputed when something moves: all that `preview` answers. */
export interface Figures {
  readonly total: Money;
  /** What the total is made of; parts of 0 left out. */
  readonly parts: readonly CostPart[];
  /** "12 shooting days · 3 held days · 4 moves · 2 red flags". */
  readonly headline: string;
  readonly shootingDays: number;
  readonly heldDays: number;
  readonly moves: number;
  /** By day id. */
  readonly days: Readonly<Record<string, DayFigures>>;
  readonly flags: readonly FlagView[];
  /** Cast by number, each with its marks down the days: lanes beside the board. */
  readonly lanes: readonly Lane[];
  /** For a preview: against the board as it stands: "€ 1,200 more", "2 held days fewer"; empty where nothing changes. */
  readonly changes: readonly { readonly text: string; readonly good: boolean }[];
}

export interface Person {
  /** Element id. */
  readonly id: string;
  /** Cast number; empty for what has none. */
  readonly number: string;
  readonly name: string;
}

export interface Lane extends Person {
  /** By day id: 'SW', 'W', 'H', ... as a Day Out of Days has them; days without are left out. */
  readonly marks: Readonly<Record<string, string>>;
  readonly worked: number;
  readonly held: number;
}

export interface Money {
  readonly value: number;
  /** In the production's currency and the writer's language. */
  readonly text: string;
}

export interface CostPart extends Money {
  readonly id: 'company' | 'worked' | 'held' | 'locations' | 'nights' | 'moves' | 'setMoves';
  readonly label: string;
}

export interface DayFigures {
  /** A preview may move days, so that dates and numbers change too. */
  readonly name: string;
  readonly date?: string;
  readonly gap?: string;
  readonly kind: 'day' | 'night' | 'split' | 'empty' | 'off';
  /** "Night", "Split day", "Waiting"; empty for a plain day. */
  readonly kindLabel: string;
  readonly scenes: number;
  /** "4 6/8 pages". */
  readonly length: string;
  /** "7 h 20 min". */
  readonly time: string;
  /** Above a limit of the rules. */
  readonly over: boolean;
  readonly moves: number;
  /** Who is held on this day, paid without work. */
  readonly held: readonly Person[];
  /** Ids of flags that speak of this day. */
  readonly flags: readonly string[];
  /** The strip that closes a day: "End of Day 3 – Tue 12 May 2026 – 4 5/8 pages – 3 moves"; empty for a day off. */
  readonly end: string;
  /** "Day 3, Mon 5 Jan: 4 scenes, 4 6/8 pages, ...": for screen readers. */
  readonly spoken: string;
}
