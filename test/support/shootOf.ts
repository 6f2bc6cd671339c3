// A small shoot for tests of what is made from one: a script, its production as a writer would fill it in, and a board.
import { breakdownOf } from '../../src/core/breakdown/breakdownOf';
import { categoriesOf } from '../../src/core/breakdown/categories';
import { parse } from '../../src/core/fountain/parse';
import { layoutOf } from '../../src/core/page/layout';
import { STANDARD_PAGE } from '../../src/core/page/page';
import type { Board, BoardDay } from '../../src/core/production/board';
import { emptyProduction } from '../../src/core/production/emptyProduction';
import type { Production } from '../../src/core/production/production';
import { settle } from '../../src/core/production/settle';
import { check } from '../../src/core/schedule/check/check';
import { planOfBoard } from '../../src/core/schedule/planOfBoard';
import { problemOf } from '../../src/core/schedule/problemOf';
import type { SheetInput } from '../../src/core/sheets/input';

export const DINER = `Title: Closing Time

INT. DINER - DAY

= Mara hears the news.

Mara counts coins. A crowd of GUESTS eats.

MARA
Again.

DEV
Not again.

EXT. DINER - NIGHT

Dev smokes.

DEV
Cold.

INT. STATION - DAY

MARA
One ticket.

INT./EXT. TRAIN - DUSK

MARA
Goodbye.

INT. DINER - NIGHT

DEV
Closed.
`;

/** The script with its production settled, then as `change` leaves it. Ids are scene1, ... in the order in which they are given. */
export function shootOf(script: string, change: (production: Production) => Production = (production) => production): Omit<SheetInput, 'planned'> {
  const layout = layoutOf(parse(script), STANDARD_PAGE);
  let count = 0;
  const settled = settle(emptyProduction(), layout, () => `id${(count += 1)}`);
  const production = change(settled);
  return { title: 'closing.fountain', production, breakdown: breakdownOf(layout, production), categories: categoriesOf(production) };
}

/** The shoot with a board: each day's scenes counted from 1, a text for a banner, nothing for a day of waiting, 'off' for a day off. */
export function withBoard(shoot: Omit<SheetInput, 'planned'>, days: readonly ('off' | readonly (number | string)[])[], about: Partial<Board> = {}): SheetInput {
  const { production, breakdown } = shoot;
  const list = days.map((day, index): BoardDay => (day === 'off' ? { id: `day${index}`, kind: 'off', strips: [] } : { id: `day${index}`, kind: 'shoot', strips: day.map((strip) => (typeof strip === 'string' ? { banner: strip } : { scene: breakdown.scenes[strip - 1]?.id ?? '' })) }));
  const placed = new Set(days.flatMap((day) => (day === 'off' ? [] : day)));
  const boneyard = breakdown.scenes.filter((_, index) => !placed.has(index + 1)).map(({ id }) => id);
  const board: Board = { name: 'Ours', days: list, boneyard, seen: {}, made: { by: 'hand' }, ...about };
  const parts = problemOf(production, breakdown, { board });
  const plan = planOfBoard(board, parts);
  return { ...shoot, planned: { name: board.name, ...parts, plan, checked: check(parts.problem, plan), board } };
}

/** The id of the element of a name. */
export function elementNamed({ elements }: Production, name: string): string {
  return Object.entries(elements).find(([, element]) => element.name.toUpperCase() === name.toUpperCase())?.[0] ?? '';
}
