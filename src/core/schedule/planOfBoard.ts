// A board as a plan of its problem: each of its shooting days takes the next open day of the calendar.
import type { Board } from '../production/board';
import type { Plan } from './problem';
import type { ProblemParts } from './problemOf';

/**
 * The plan that a board stands for; index for index with its days of kind 'shoot', those without scenes too.
 * @param parts made with this board, so that its days off are closed. Banners, and scenes that the problem does not have, are left out;
 * so are days for which the calendar has no open day left.
 */
export function planOfBoard(board: Board, { problem, sceneIds }: Pick<ProblemParts, 'problem' | 'sceneIds'>): Plan {
  const indices = new Map(sceneIds.map((id, index) => [id, index]));
  const open = [...problem.calendar.entries()].filter(([, { closed }]) => closed === undefined).map(([day]) => day);
  const shoot = board.days.filter(({ kind }) => kind === 'shoot');
  return {
    days: shoot.slice(0, open.length).map(({ strips }, at) => ({
      day: open[at] ?? 0,
      scenes: strips.flatMap((strip) => ('scene' in strip ? (indices.get(strip.scene) ?? []) : [])),
    })),
  };
}
