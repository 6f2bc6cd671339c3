// What a day of a plan amounts to: its kind, eighths, minutes and moves.
import type { DayKind, Problem, ProblemScene } from '../problem';
import type { PlacedDay } from './placed';

export interface DayFacts {
  readonly day: number;
  readonly scenes: readonly number[];
  readonly kind: DayKind;
  readonly eighths: number;
  readonly minutes: number;
  readonly moves: number;
  readonly setMoves: number;
}

/** Adds up one day. A day without scenes is a 'day' of nothing. */
export function dayFacts(problem: Problem, { day, scenes }: PlacedDay): DayFacts {
  const shot = scenes.flatMap((scene) => problem.scenes[scene] ?? []);
  const night = shot.some(({ light }) => light === 'night');
  const light = shot.some((scene) => scene.light === 'day');
  const { moves, setMoves } = movesOf(shot);
  return {
    day,
    scenes,
    kind: night ? (light ? 'split' : 'night') : 'day',
    eighths: sum(shot.map(({ eighths }) => eighths)),
    minutes: sum(shot.map(({ minutes }) => minutes)) + moves * problem.costs.moveMinutes + setMoves * problem.costs.setMoveMinutes,
    moves,
    setMoves,
  };
}

function movesOf(shot: readonly ProblemScene[]): { moves: number; setMoves: number } {
  let moves = 0;
  let setMoves = 0;
  shot.forEach((scene, index) => {
    const before = shot[index - 1];
    if (!before) {
      return;
    }
    if (before.location !== scene.location) {
      moves += 1;
    } else if (before.set !== scene.set) {
      setMoves += 1;
    }
  });
  return { moves, setMoves };
}

/** The sum of some figures; 0 of none. */
export function sum(figures: readonly number[]): number {
  return figures.reduce((all, figure) => all + figure, 0);
}
