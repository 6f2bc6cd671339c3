// What the view knows: the state the extension sent, and what is the view's own: what is selected, carried, looked for, open.
import type { BoardEdit, BoardState, DayFigures, Figures, ShownBoard } from '../../src/board/protocol';
import { arranged, type Arrangement } from './arranged';
import { NOTHING, type Choice } from './choice';
import { walkOrder, type WalkDay } from './walk';

/** A move that is being made: shown at once. Once `sent`, it stays until the extension's state comes. */
export interface Trial {
  readonly edit: BoardEdit;
  readonly sent: boolean;
  /** Held by the mouse: the figures show what would be, the strips still lie where they lay. */
  readonly lifted: boolean;
  /** The answer to its preview, once there. */
  readonly figures?: Figures;
}

export type PanelName = 'flags' | 'changes' | 'reasons' | 'comparison' | 'keys';

export interface View {
  state: BoardState | undefined;
  trial: Trial | undefined;
  choice: Choice;
  /** The key that has the focus, or had it last. */
  at: string | undefined;
  panel: PanelName | undefined;
  /** The proposed plan is on the desk in the place of the board. */
  showsProposal: boolean;
  find: string;
  /** An element's id whose strips are picked out. */
  cast: string | undefined;
  compact: boolean;
  /** Whether the boneyard is open. */
  boneyardOpen: boolean;
}

export const BONEYARD = '#boneyard';
export const TO_PLACE = '#toPlace';

export const view: View = { state: undefined, trial: undefined, choice: NOTHING, at: undefined, panel: undefined, showsProposal: false, find: '', cast: undefined, compact: false, boneyardOpen: false };

/** What lies on the desk: the proposal if it is looked at, else the board with what is being moved. */
export function onDesk(shown: ShownBoard): Arrangement {
  const proposal = proposalShown();
  if (proposal) {
    return { days: proposal.days, boneyard: [], toPlace: [] };
  }
  return view.trial?.lifted === false ? arranged(shown, view.trial.edit) : shown;
}

export function proposalShown() {
  return view.showsProposal ? view.state?.run?.proposal : undefined;
}

/** The figures of one day. A day is called as its file calls it: that may be a name every object has. */
export function figuresOf(figures: Figures, day: string): DayFigures | undefined {
  return Object.hasOwn(figures.days, day) ? figures.days[day] : undefined;
}

/** The newest figures of what lies on the desk. */
export function figuresNow(shown: ShownBoard): Figures {
  return proposalShown()?.figures ?? view.trial?.figures ?? shown.figures;
}

/** The days as one walks them: those of the shoot, then what waits to be placed, then the boneyard. */
export function walkDays(): WalkDay[] {
  const shown = view.state?.shown;
  if (!shown) {
    return [];
  }
  const { days, boneyard, toPlace } = onDesk(shown);
  const fixed = proposalShown() !== undefined;
  const aside = [
    ...(toPlace.length > 0 ? [{ id: TO_PLACE, takes: false, keys: toPlace.map(({ key }) => key) }] : []),
    ...(fixed ? [] : [{ id: BONEYARD, takes: false, keys: view.boneyardOpen ? boneyard.map(({ key }) => key) : [] }]),
  ];
  return [...days.map(({ id, kind, strips }) => ({ id, takes: kind === 'shoot', keys: strips.map(({ key }) => key) })), ...aside];
}

export function stripOrder(): string[] {
  return walkDays().flatMap(({ keys }) => keys);
}

export function allKeys(): string[] {
  return walkOrder(walkDays());
}

/** The day a key lies on, a strip's or a day's own. */
export function dayOfKey(key: string | undefined): WalkDay | undefined {
  return key === undefined ? undefined : walkDays().find(({ id, keys }) => key === `day:${id}` || keys.includes(key));
}
