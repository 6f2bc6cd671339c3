// Boards held against each other: what each costs and asks, and how far each lies from the first.
import type { Board, BoardDay } from '../production/board';
import type { CheckedPlan, CostSummary } from '../schedule/checked';
import { isScene } from './strips';

/** A board, and what the checker found in it. */
export interface Weighed {
  readonly board: Board;
  readonly checked: CheckedPlan;
}

/** What of a board can be said in one number. Money in units of the currency, the rest counted. */
export interface Measures extends CostSummary {
  /** Days on which something is shot. */
  readonly shootingDays: number;
  /** Of all people and things together. */
  readonly heldDays: number;
  /** Between locations, and between sets of one. */
  readonly companyMoves: number;
  readonly changesOfSet: number;
  readonly nightDays: number;
  readonly redFlags: number;
}

export const MEASURES = ['total', 'company', 'worked', 'held', 'locations', 'nights', 'moves', 'setMoves', 'shootingDays', 'heldDays', 'companyMoves', 'changesOfSet', 'nightDays', 'redFlags'] as const satisfies readonly (keyof Measures)[];
/** Those that are sums of money. */
export const SUMS: ReadonlySet<keyof Measures> = new Set<keyof CostSummary>(['total', 'company', 'worked', 'held', 'locations', 'nights', 'moves', 'setMoves']);

export function measuresOf({ board, checked }: Weighed): Measures {
  const { cost, days, resources, flags } = checked;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return {
    ...cost,
    shootingDays: board.days.filter(isShot).length,
    heldDays: sum(resources.map(({ held }) => held)),
    companyMoves: sum(days.map(({ moves }) => moves)),
    changesOfSet: sum(days.map(({ setMoves }) => setMoves)),
    nightDays: days.filter(({ kind }) => kind !== 'day').length,
    redFlags: flags.length,
  };
}

export interface Comparison {
  readonly measures: readonly Measures[];
  /** For each board: scenes shot on another day than on the first board, or on one of the two alone; 0 for the first itself. */
  readonly elsewhere: readonly number[];
}

/** In the order given; the first is what the others are held against. */
export function compareBoards(boards: readonly Weighed[]): Comparison {
  const placed = boards.map(({ board }) => dayNumbers(board));
  const [first = new Map<string, number>()] = placed;
  const differs = (other: ReadonlyMap<string, number>): number => [...new Set([...first.keys(), ...other.keys()])].filter((scene) => first.get(scene) !== other.get(scene)).length;
  return { measures: boards.map(measuresOf), elsewhere: placed.map(differs) };
}

/** Which shooting day each scene is shot on, from 1; of one that stands there twice the first. */
export function dayNumbers(board: Board): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  board.days.filter(isShot).forEach((day, at) => {
    for (const strip of day.strips) {
      if (isScene(strip) && !numbers.has(strip.scene)) {
        numbers.set(strip.scene, at + 1);
      }
    }
  });
  return numbers;
}

const isShot = ({ kind, strips }: BoardDay): boolean => kind === 'shoot' && strips.some(isScene);
