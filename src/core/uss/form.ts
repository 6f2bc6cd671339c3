// The Universal Schedule Standard as JSON, version 1.0.0: what is written and what is read of it.
// Source: docs/docs.md of github.com/UniversalScheduleStandard/UniversalScheduleStandard, and its Category Identification Standard.

export interface UssDocument {
  readonly universalScheduleStandard: UssSchedule;
}

export interface UssSchedule {
  readonly id: string;
  readonly author: string | null;
  readonly company: string | null;
  readonly created: string;
  readonly description: string | null;
  readonly episode: string | null;
  readonly episodeName: string | null;
  readonly name: string;
  readonly project: string | null;
  readonly schedColor: string | null;
  readonly schedDate: string | null;
  readonly scriptColor: string | null;
  readonly scriptDate: string | null;
  readonly season: string | null;
  readonly source: string;
  readonly version: string;
  readonly breakdowns: readonly UssBreakdown[];
  readonly calendars: readonly UssCalendar[];
  readonly categories: readonly UssCategory[];
  readonly elements: readonly UssElement[];
  readonly stripboards: readonly UssStripboard[];
}

export interface UssBreakdown {
  readonly id: string;
  readonly comments: string | null;
  readonly created: string;
  readonly description: string | null;
  readonly elements: readonly string[];
  /** Decimal pages: 1/8 is 0.125. */
  readonly pages: number | null;
  readonly scene: string | null;
  readonly scriptPage: string | null;
  /** Milliseconds to shoot it. */
  readonly time: number | null;
  readonly type: 'scene' | 'day' | 'banner';
}

export interface UssCategory {
  readonly id: string;
  readonly created: string;
  readonly elements: readonly string[];
  readonly name: string;
  readonly ucid: number;
}

export interface UssElement {
  readonly id: string;
  readonly created: string;
  readonly doodDropAllow: boolean;
  readonly doodDropDays: number;
  readonly doodHoldAllow: boolean;
  readonly doodInclude: boolean;
  /** The cast number. */
  readonly elementId: string;
  readonly elementIdLock: boolean;
  readonly events: readonly UssEvent[];
  readonly linkedElements: readonly string[];
  readonly name: string;
}

export interface UssEvent {
  readonly id: string;
  readonly date: string;
  readonly type: 'start' | 'dayOff' | 'event';
  readonly name: string | null;
}

export interface UssCalendar {
  readonly id: string;
  readonly daysOff: readonly number[];
  readonly events: readonly UssEvent[];
  readonly name: string;
}

export interface UssStripboard {
  readonly id: string;
  readonly boards: readonly { readonly id: string; readonly name: string; readonly breakdownIds: readonly string[] }[];
  readonly calendar: string;
  readonly name: string;
}

/** The standard's numbers of what belongs to a scene as a whole. */
export const SCENE_CATEGORIES = { set: 0, place: 1, light: 2, storyDay: 3, location: 6 } as const;

/** The standard's numbers of our categories; labour is the standard's "Additional Labor". */
export const ELEMENT_CATEGORIES: Readonly<Record<string, number>> = {
  cast: 100, extras: 101, stunts: 102, vehicles: 103, props: 104, specialEffects: 105, wardrobe: 106, makeup: 107, animals: 108, music: 111, sound: 112, setDressing: 114,
  greenery: 115, security: 116, equipment: 117, labour: 118, visualEffects: 119,
};

/** Where a writer's own categories begin. */
export const OWN_CATEGORIES = 500;
