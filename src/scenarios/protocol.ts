// What the view of the scenarios and the extension say to each other. Plain data; the view imports this and nothing else.

/** A scene of a developed scenario beside the script's own. */
export interface ShownScene {
  readonly fate: 'keep' | 'change' | 'new' | 'drop';
  /** "changed", "new", ...: for the writer. */
  readonly told: string;
  readonly heading: string;
  readonly beat: string;
  /** Whether it stands in the script, so that one can go there. */
  readonly found: boolean;
  /** "written", "to be written", where it is to be written at all. */
  readonly state: string;
  /** The model's output ended before the scene did: it can be written again. */
  readonly cut?: true;
}

/** What Develop made of a scenario. */
export interface Development {
  /** "7 scenes: 3 kept, 2 changed, 1 new, 1 dropped". */
  readonly told: string;
  /** Pages and people, each a line. */
  readonly effects: readonly string[];
  readonly scenes: readonly ShownScene[];
  /** Whether all that is to be written has been. */
  readonly whole: boolean;
  /** Whether something has been written that can be compared and merged. */
  readonly started: boolean;
}

export interface Consequence {
  readonly scene: string;
  readonly change: string;
  /** Whether the scene stands in the script as it is now. */
  readonly found: boolean;
}

export interface Card {
  readonly id: string;
  readonly title: string;
  /** "who knows": what makes it another story. */
  readonly turn: string;
  readonly logline: string;
  readonly beats: readonly string[];
  readonly consequences: readonly Consequence[];
  readonly fate: 'open' | 'kept' | 'developed' | 'discarded';
  /** "kept", "developed", ...; empty for an open one. */
  readonly told: string;
  /** The writer's wish it came from. */
  readonly steer?: string;
  readonly development?: Development;
  /** While it is being developed. */
  readonly busy?: { readonly told: string; readonly done: number; readonly total: number };
  /** Why its development is not whole, and what to do. */
  readonly message?: string;
}

/** All scenarios of one place in the script. */
export interface Group {
  readonly key: string;
  readonly heading: string;
  /** "Scene", "From here to the end". */
  readonly kind: string;
  readonly found: boolean;
  /** That the place has changed, or is gone. */
  readonly note?: string;
  readonly cards: readonly Card[];
  /** While a model is being asked: "Asking for other ways…". */
  readonly asking?: string;
  /** Why there are none, or fewer than asked for; `again`: it can be tried once more. */
  readonly message?: { readonly text: string; readonly again: boolean };
}

/** A file beside the script that cannot be read as a scenario. */
export interface Broken {
  readonly file: string;
  readonly reason: string;
}

/** Every word the view shows of itself, in the writer's language. */
export interface Words {
  readonly list: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noScript: string;
  readonly noScriptHint: string;
  readonly askScene: string;
  readonly askSection: string;
  readonly askToEnd: string;
  readonly steer: string;
  readonly others: string;
  readonly askWish: string;
  readonly stop: string;
  readonly again: string;
  readonly goTo: string;
  readonly keep: string;
  readonly unkeep: string;
  readonly discard: string;
  readonly restore: string;
  readonly develop: string;
  readonly goOn: string;
  readonly anew: string;
  readonly compare: string;
  readonly merge: string;
  readonly branch: string;
  readonly beats: string;
  readonly later: string;
  readonly outline: string;
  readonly discarded: string;
  readonly deleteDiscarded: string;
  readonly broken: string;
  readonly brokenHint: string;
  readonly openFile: string;
  readonly saveNow: string;
  readonly wish: string;
  readonly keys: string;
  readonly notInScript: string;
  readonly writeAgain: string;
}

export interface Shown {
  readonly kind: 'show';
  /** Missing when no script is open. */
  readonly script?: string;
  readonly groups: readonly Group[];
  readonly discarded: readonly Card[];
  readonly broken: readonly Broken[];
  /** That nothing can be kept on disk, and why; `retry`: it may work now. */
  readonly memory?: { readonly text: string; readonly retry: boolean };
  readonly words: Words;
}

export type ToScenarios = Shown | { readonly kind: 'reveal'; readonly id: string };

const ON_CARD = ['opened', 'goTo', 'keep', 'unkeep', 'discard', 'restore', 'develop', 'anew', 'stopDeveloping', 'compare', 'merge', 'branch'] as const;
const ON_PLACE = ['consequence', 'scene', 'writeAgain'] as const;
const ON_GROUP = ['stop', 'again', 'goToGroup'] as const;
const PLAIN = ['ready', 'deleteDiscarded', 'saveNow'] as const;
const WHERES = ['scene', 'section', 'toEnd'] as const;

export type FromScenarios =
  | { readonly kind: (typeof PLAIN)[number] }
  | { readonly kind: 'whatIf'; readonly where: (typeof WHERES)[number] }
  /** `opened` with an empty id: all cards are folded. */
  | { readonly kind: (typeof ON_CARD)[number]; readonly id: string }
  | { readonly kind: (typeof ON_PLACE)[number]; readonly id: string; readonly index: number }
  | { readonly kind: (typeof ON_GROUP)[number]; readonly key: string }
  | { readonly kind: 'others'; readonly key: string; readonly steer: string }
  | { readonly kind: 'openFile'; readonly file: string };

/** Longer than any wish, shorter than anything that could hurt. */
const MOST = 4000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST;
const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100_000;
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((each) => each === value);

/** What the view said, if it is something that it may say; undefined otherwise. A webview is a browser: nothing of it is taken on trust. */
export function readFromScenarios(value: unknown): FromScenarios | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { kind, id, index, key, steer, file, where } = value as Readonly<Record<string, unknown>>;
  const plain = oneOf(PLAIN, kind);
  if (plain) {
    return { kind: plain };
  }
  const onCard = oneOf(ON_CARD, kind);
  if (onCard) {
    return isText(id) ? { kind: onCard, id } : undefined;
  }
  const onPlace = oneOf(ON_PLACE, kind);
  if (onPlace) {
    return isText(id) && isIndex(index) ? { kind: onPlace, id, index } : undefined;
  }
  const onGroup = oneOf(ON_GROUP, kind);
  if (onGroup) {
    return isText(key) ? { kind: onGroup, key } : undefined;
  }
  switch (kind) {
    case 'whatIf': {
      const chosen = oneOf(WHERES, where);
      return chosen && { kind, where: chosen };
    }
    case 'others':
      return isText(key) && isText(steer) ? { kind, key, steer } : undefined;
    case 'openFile':
      return isText(file) ? { kind, file } : undefined;
    default:
      return undefined;
  }
}
