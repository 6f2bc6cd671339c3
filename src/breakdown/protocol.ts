// What the breakdown view and the extension say to each other. Plain data; the view imports this and nothing else.

/** An element in a scene. */
export interface ShownElement {
  readonly id: string;
  readonly name: string;
  readonly number?: number;
  readonly from: 'speaks' | 'silent' | 'hand';
  readonly count?: number;
  /** How many places in the script one can go to. */
  readonly places: number;
  /** Words it was tagged on that the scene has no more. */
  readonly lost: readonly string[];
  /** For screen readers and the pointer: "Umbrella, Props, in 3 scenes". */
  readonly told: string;
}

/** A row of a breakdown sheet: a category, or for cast who speaks, who is silent and who was put there by hand. */
export interface ShownRow {
  readonly key: string;
  readonly category: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly elements: readonly ShownElement[];
}

export const FIELDS = ['light', 'storyDay', 'minutes', 'synopsis', 'notes'] as const;
export type FieldName = (typeof FIELDS)[number];

/** What can be set by hand: what was, and what holds where nothing was. */
export interface Field {
  readonly value: string;
  readonly proposed: string;
}

export interface ShownScene {
  readonly id: string;
  readonly number: string;
  /** "INT", "EXT", "INT/EXT" or nothing. */
  readonly place: string;
  readonly set: string;
  readonly heading: string;
  /** "Night", and where it comes from where the heading does not say it: "from the scene before". */
  readonly light: string;
  readonly lightNote: string;
  /** The strip's colour in the trade: white, yellow, blue, green. */
  readonly strip: 'intDay' | 'extDay' | 'intNight' | 'extNight';
  /** "p. 3 · 1 4/8 · day 2 · 6 min". */
  readonly facts: string;
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly rows: readonly ShownRow[];
  /** Cast that was taken out and can be put back. */
  readonly out: readonly { readonly id: string; readonly name: string }[];
  readonly suggestions: number;
}

export interface ListedElement {
  readonly id: string;
  readonly name: string;
  readonly number?: number;
  /** In script order. */
  readonly scenes: readonly { readonly id: string; readonly number: string }[];
  readonly told: string;
  /** In no scene and on no words: it can go. */
  readonly unused?: true;
}

export interface ListedCategory {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly elements: readonly ListedElement[];
}

export interface ShownSuggestion {
  readonly key: string;
  readonly scene: string;
  readonly category: string;
  readonly categoryName: string;
  readonly colour: string;
  readonly name: string;
  /** The words in the script with what stands around them on the page. */
  readonly before: string;
  readonly words: string;
  readonly behind: string;
  readonly fromModel: boolean;
}

export interface ShownOrphan {
  readonly id: string;
  readonly told: string;
}

/** Every word the view shows of itself, in the writer's language. `{0}` is filled in by the view. */
export type Words = Readonly<Record<(typeof WORDS)[number], string>>;
export const WORDS = [
  'scenes', 'elements', 'suggestions', 'views', 'filter', 'filterHint', 'noMatch', 'light', 'storyDay', 'minutes', 'synopsis', 'notes', 'asScript', 'day', 'night', 'dawn', 'dusk',
  'add', 'addTo', 'remove', 'takeOut', 'takenOut', 'putBack', 'suggestionsHere', 'askScene', 'ask', 'stop', 'sheets', 'sheet', 'lists', 'accept', 'refuse', 'acceptAll', 'refuseAll', 'acceptAllIn', 'refuseAllIn', 'acceptNamed', 'refuseNamed',
  'byScene', 'byKind', 'groupBy', 'byModel', 'noSuggestions', 'noSuggestionsHint', 'noElements', 'noElementsHint', 'rename', 'merge', 'category', 'removeElement', 'count', 'more', 'inScenes', 'lostWords', 'reattach', 'letGo', 'find',
  'openFile', 'keys', 'undo', 'redo', 'undoWhat', 'redoWhat', 'goToScene', 'nextLost', 'board', 'production',
] as const;

export interface Shown {
  readonly kind: 'show';
  readonly uri: string;
  readonly title: string;
  /** "12 scenes · 9 2/8 pages · 37 min". */
  readonly totals: string;
  readonly scenes: readonly ShownScene[];
  readonly categories: readonly ListedCategory[];
  readonly suggestions: readonly ShownSuggestion[];
  readonly orphans: readonly ShownOrphan[];
  /** "1 scene is not in the script any more"; missing where there is none. */
  readonly orphansTold?: string;
  /** "2 tags have lost their words", and the scenes they are in; missing where there is none. */
  readonly lostTags?: { readonly told: string; readonly scenes: readonly string[] };
  /** Why the production cannot be read: nothing can be changed then. */
  readonly trouble?: string;
  /** Where changes are kept, or will be. */
  readonly keeping: string;
  /** While a model is asked: how far it is. */
  readonly asking?: string;
  /** Whether there is something to take back, and to do again. */
  readonly undo: boolean;
  readonly redo: boolean;
  readonly words: Words;
}

export interface Nothing {
  readonly kind: 'nothing';
  readonly uri: string;
  readonly title: string;
  readonly hint: string;
  /** A script that must be saved first. */
  readonly save?: string;
}

export type ToBreakdown = Shown | Nothing | { readonly kind: 'reveal'; readonly scene?: string; readonly element?: string; readonly tab?: 'suggestions' };

const PLAIN = ['ready', 'undo', 'redo', 'openFile', 'save', 'ask', 'askChosen', 'stop'] as const;
const ON_SCENE = ['askScene', 'sheet'] as const;
const ON_ELEMENT = ['rename', 'merge', 'category', 'removeElement'] as const;
const ON_BOTH = ['remove', 'putBack', 'count'] as const;
const ON_LOST = ['reattachTag', 'letGoTag', 'findLost'] as const;
const ON_ORPHAN = ['reattach', 'letGo'] as const;
const ON_KEYS = ['accept', 'refuse'] as const;

/** A message of each kind, apart, so that one kind can be taken out of all. */
type Each<Kind extends string, Rest = object> = Kind extends string ? { readonly kind: Kind } & Readonly<Rest> : never;

export type FromBreakdown =
  | Each<(typeof PLAIN)[number]>
  | Each<(typeof ON_SCENE)[number], { scene: string }>
  | Each<(typeof ON_ELEMENT)[number], { element: string }>
  | Each<(typeof ON_BOTH)[number], { scene: string; element: string }>
  /** `at`: which of the lost words. */
  | Each<(typeof ON_LOST)[number], { scene: string; element: string; at: number }>
  | Each<(typeof ON_ORPHAN)[number], { orphan: string }>
  | Each<(typeof ON_KEYS)[number], { keys: readonly string[] }>
  /** Without an element: the scene's heading; `at`: which of its places. */
  | { readonly kind: 'goTo'; readonly scene: string; readonly element?: string; readonly at: number }
  | { readonly kind: 'goToSuggestion'; readonly key: string }
  | { readonly kind: 'set'; readonly scene: string; readonly field: FieldName; readonly value: string }
  | { readonly kind: 'add'; readonly scene: string; readonly category?: string }
  | { readonly kind: 'go'; readonly to: 'board' | 'production' }
  | { readonly kind: 'sheets'; readonly sheet: 'breakdown' | 'elements' };

/** Longer than any synopsis, shorter than anything that could hurt. */
const MOST = 8000;
const MOST_KEYS = 20_000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST;
const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100_000;
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((each) => each === value);

/** What the view said, if it is something that it may say; undefined otherwise. A webview is a browser: nothing of it is taken on trust. */
export function readFromBreakdown(said: unknown): FromBreakdown | undefined {
  if (typeof said !== 'object' || said === null) {
    return undefined;
  }
  const { kind, scene, element, at, orphan, keys, key, category, sheet, to } = said as Readonly<Record<string, unknown>>;
  const plain = oneOf(PLAIN, kind);
  if (plain) {
    return { kind: plain };
  }
  const onScene = oneOf(ON_SCENE, kind);
  if (onScene) {
    return isText(scene) ? { kind: onScene, scene } : undefined;
  }
  const onElement = oneOf(ON_ELEMENT, kind);
  if (onElement) {
    return isText(element) ? { kind: onElement, element } : undefined;
  }
  const onBoth = oneOf(ON_BOTH, kind);
  if (onBoth) {
    return isText(scene) && isText(element) ? { kind: onBoth, scene, element } : undefined;
  }
  const onLost = oneOf(ON_LOST, kind);
  if (onLost) {
    return isText(scene) && isText(element) && isIndex(at) ? { kind: onLost, scene, element, at } : undefined;
  }
  const onOrphan = oneOf(ON_ORPHAN, kind);
  if (onOrphan) {
    return isText(orphan) ? { kind: onOrphan, orphan } : undefined;
  }
  const onKeys = oneOf(ON_KEYS, kind);
  if (onKeys) {
    return Array.isArray(keys) && keys.length <= MOST_KEYS && keys.every(isText) ? { kind: onKeys, keys } : undefined;
  }
  switch (kind) {
    case 'goTo':
      return isText(scene) && isIndex(at) ? { kind, scene, at, ...(isText(element) ? { element } : {}) } : undefined;
    case 'goToSuggestion':
      return isText(key) ? { kind, key } : undefined;
    case 'add':
      return isText(scene) ? { kind, scene, ...(isText(category) ? { category } : {}) } : undefined;
    case 'go': {
      const chosen = oneOf(['board', 'production'] as const, to);
      return chosen && { kind, to: chosen };
    }
    case 'sheets': {
      const chosen = oneOf(['breakdown', 'elements'] as const, sheet);
      return chosen && { kind, sheet: chosen };
    }
    case 'set':
      return readSet(said as Readonly<Record<string, unknown>>);
    default:
      return undefined;
  }
}

/** Which script the view shows while it says so: another may be in front by then. */
export function scriptSaid(said: unknown): string | undefined {
  const uri = typeof said === 'object' && said !== null && 'uri' in said ? said.uri : undefined;
  return isText(uri) ? uri : undefined;
}

function readSet({ scene, field, value }: Readonly<Record<string, unknown>>): FromBreakdown | undefined {
  const named = oneOf(FIELDS, field);
  return named && isText(scene) && isText(value) ? { kind: 'set', scene, field: named, value } : undefined;
}
