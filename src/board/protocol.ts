// What the stripboard and the extension say to each other. Plain data, words and figures ready to be read; the view imports this and nothing else.
import type { DayView, Figures, Money, OpenTarget, SceneStrip, StripKey } from './boardView';
import type { Words } from './word';

export type { BannerStrip, CostPart, DayFigures, DayView, Figures, FlagView, Lane, Money, OpenTarget, Person, SceneStrip, StripKey, StripView } from './boardView';
export type { Word, Words } from './word';

export interface BoardRow {
  readonly id: string;
  readonly name: string;
  /** "Script order", "By hand", "Proved when found", "Best found". */
  readonly made: string;
  readonly cost: Money;
  /** "12 days · 3 held · 2 flags". */
  readonly told: string;
  readonly flags: number;
  readonly shown: boolean;
}

export interface ShownBoard {
  readonly id: string;
  readonly name: string;
  /** How it was made and what that is worth, a sentence. */
  readonly made: string;
  readonly days: readonly DayView[];
  /** Not to be shot for now. */
  readonly boneyard: readonly SceneStrip[];
  /** New in the script, on no day yet. */
  readonly toPlace: readonly SceneStrip[];
  readonly figures: Figures;
  /** What changed in the script since the board was looked over: "2 scenes changed, 1 new, 1 dropped"; empty: nothing. */
  readonly changed: string;
}

/** How the search goes. Sent by itself while it runs (`run`), and within each state. */
export interface RunView {
  readonly state: 'running' | 'done' | 'failed';
  /** Both in whole seconds. */
  readonly seconds: number;
  readonly elapsed: number;
  /** The proposal is the cheapest there can be: proved. */
  readonly proved: boolean;
  /** "Nothing can cost less than € 9,100."; empty where nothing is known. */
  readonly bound: string;
  /** "Searching…", "Proved the cheapest.", "Best found: € 10,200. None can cost less than € 9,100." */
  readonly told: string;
  /** The best plan so far, beside the writer's: nothing is rescheduled before `take`. */
  readonly proposal?: ProposalView;
  /** No plan can keep all rules: which of them clash. */
  readonly clash?: { readonly title: string; /** Where they meet; empty where that says nothing. */ readonly told: string; readonly items: readonly { readonly text: string; readonly open?: OpenTarget }[] };
}

export interface ProposalView {
  readonly days: readonly DayView[];
  readonly figures: Figures;
  /** "Saves € 1,400 against the board shown." */
  readonly difference: string;
  /** "Proved when found", "Best found". */
  readonly quality: string;
  /** It may take the place of the board shown: that one is still as it was when the search began, and is kept. */
  readonly replaces?: true;
  /** The script or the rules are not what they were when the search began: what that means. */
  readonly stale?: string;
}

/** Why something is as it is, and what one change would save. */
export interface ReasonView {
  readonly id: string;
  /** `plan`: what would save over the whole plan, in its title. */
  readonly subject: 'plan' | 'held' | 'move' | 'night' | 'empty' | 'day';
  readonly day?: string;
  /** "Anna is held on day 3". */
  readonly title: string;
  readonly why: readonly string[];
  /** "Moving scene 12 to day 2 would save € 300."; missing while it is not known. */
  readonly saving?: { readonly text: string; readonly money: Money };
  readonly open?: OpenTarget;
}

export interface ReasonsView {
  readonly state: 'running' | 'done' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly told: string;
  readonly reasons: readonly ReasonView[];
  /** The board has changed since: the reasons speak of the one before. */
  readonly stale?: string;
}

/** Boards side by side; the first column is what the others are held against. */
export interface ComparisonView {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly made: string }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly { readonly text: string; readonly difference?: string; readonly better?: boolean }[] }[];
  /** "4 scenes are shot on another day": one for each column but the first. */
  readonly moved: readonly string[];
}

export interface BoardState {
  readonly kind: 'show';
  /** Of the script: what the view keeps with setState({ uri }) to be restored. */
  readonly uri: string;
  readonly title: string;
  /** Rises with each state. */
  readonly version: number;
  /** Nothing can be shown: no scenes, an unreadable file; with something to do. Then `shown` is missing. */
  readonly empty?: { readonly title: string; readonly hint: string; readonly open?: OpenTarget };
  /** Shown above the board: "Nothing is kept yet: ...". */
  readonly notice?: string;
  /** What could be done about it. */
  readonly noticeOpen?: OpenTarget;
  readonly boards: readonly BoardRow[];
  readonly shown?: ShownBoard;
  readonly run?: RunView;
  readonly reasons?: ReasonsView;
  readonly comparison?: ComparisonView;
  /** What can be chosen for the seconds of a search, and the choice that is made. */
  readonly seconds: { readonly choices: readonly number[]; readonly chosen: number };
  /** What undo and redo would take back: "Move scene 12". Missing: nothing. */
  readonly undo?: string;
  readonly redo?: string;
  /** The view's keys and what they do, as rows. */
  readonly help: readonly { readonly keys: string; readonly told: string }[];
  readonly words: Words;
}

export type ToBoard =
  | BoardState
  /** Answer to `preview`: `seq` as sent. Of several waiting only the last is answered. */
  | { readonly kind: 'preview'; readonly seq: number; readonly figures: Figures }
  | { readonly kind: 'run'; readonly run?: RunView }
  | { readonly kind: 'reasons'; readonly reasons?: ReasonsView }
  /** Put the focus and the selection there, scrolled into sight. */
  | { readonly kind: 'reveal'; readonly strip?: StripKey; readonly day?: string }
  /** What a change did, or why it was not done, in a sentence to be spoken; the state follows as it stands. */
  | { readonly kind: 'told'; readonly text: string; /** For screen readers alone: it can be seen. */ readonly quiet?: true };

/** A change of the board: sent with `edit`, or as a trial with `preview`. `before` missing: at the end. */
export type BoardEdit =
  /** From wherever they are: days, boneyard, scenes to place. Their order on the board is kept. Scenes and banners. */
  | { readonly op: 'moveStrips'; readonly strips: readonly StripKey[]; readonly day: string; readonly before?: StripKey }
  | { readonly op: 'toBoneyard'; readonly strips: readonly StripKey[] }
  /** A new shooting day, holding these strips, before that day. */
  | { readonly op: 'moveToNewDay'; readonly strips: readonly StripKey[]; readonly before?: string }
  | { readonly op: 'moveDay'; readonly day: string; readonly before?: string }
  | { readonly op: 'addDay'; readonly before?: string }
  | { readonly op: 'addOff'; readonly before?: string }
  /** Its strips go to the shooting day before, after, or to the boneyard. */
  | { readonly op: 'removeDay'; readonly day: string; readonly strips: 'before' | 'after' | 'boneyard' }
  /** A day break before that strip. */
  | { readonly op: 'splitDay'; readonly day: string; readonly at: StripKey }
  /** The next shooting day's strips come to this day's end. */
  | { readonly op: 'joinDays'; readonly day: string }
  /** Without text the extension asks for it. */
  | { readonly op: 'addBanner'; readonly day: string; readonly before?: StripKey; readonly text?: string }
  | { readonly op: 'editBanner'; readonly strip: StripKey; readonly text?: string }
  | { readonly op: 'removeBanner'; readonly strip: StripKey }
  | { readonly op: 'note'; readonly day: string; readonly text?: string }
  /** The script's changes are looked over: marks go; dropped scenes leave the board. Without scenes: all. */
  | { readonly op: 'acceptChanges'; readonly scenes?: readonly string[] };

/** What a search may change: all; days from this one on; these days only. */
export type OptimiseScope = { readonly from: 'all' } | { readonly from: 'day'; readonly day: string } | { readonly from: 'days'; readonly days: readonly string[] };

export type SheetKind = 'dood' | 'oneLine' | 'shooting' | 'call' | 'costs';

export type FromBoard =
  /** The view has come up and wants all. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'edit'; readonly edit: BoardEdit }
  /** What if: sent as one drags; `seq` rises. */
  | { readonly kind: 'preview'; readonly seq: number; readonly edit: BoardEdit }
  /** What is selected: commands of the palette act on it. */
  | { readonly kind: 'selected'; readonly strips: readonly StripKey[]; readonly day?: string }
  | { readonly kind: 'undo' | 'redo' }
  /** `seconds` is remembered. */
  | { readonly kind: 'optimise'; readonly scope: OptimiseScope; readonly seconds: number }
  /** Of a search or of explaining: stops at once, keeps what it has. */
  | { readonly kind: 'cancel'; readonly what: 'run' | 'reasons' }
  /** The proposal becomes a board of its own, or takes the place of the one shown; or is left. */
  | { readonly kind: 'take'; readonly as: 'new' | 'replace' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'closeReasons' | 'closeComparison' }
  | { readonly kind: 'board'; readonly what: 'choose' | 'duplicate' | 'delete'; readonly board: string }
  /** Without a name the extension asks for it. */
  | { readonly kind: 'rename'; readonly board: string; readonly name?: string }
  /** In script order, packed into days. */
  | { readonly kind: 'newBoard' }
  /** These held against each other; without: all. */
  | { readonly kind: 'compare'; readonly boards?: readonly string[] }
  | { readonly kind: 'goTo'; readonly scene: string }
  | { readonly kind: 'open'; readonly target: OpenTarget }
  /** Without a sheet the extension asks which. */
  | { readonly kind: 'sheets'; readonly sheet?: SheetKind; readonly day?: string };
