// Boards side by side, each against the first.
import { compareBoards, MEASURES, SUMS, type Measures } from '../core/board/compare';
import type { NamedBoard } from './boards';
import { costLabels } from './figures';
import { madeShort } from './boardState';
import type { ComparisonView } from './protocol';
import type { Telling } from './telling';
import { weigh, type Ground } from './weigh';

/** @param boards at least one; the first is what the others are held against */
export function comparisonOf(ground: Ground, boards: readonly NamedBoard[], telling: Telling): ComparisonView {
  const { say, count } = telling;
  const { measures, elsewhere } = compareBoards(boards.map(({ board }) => weigh(ground, board)));
  const labels = measureLabels(telling);
  const rows = MEASURES.filter((measure) => ALWAYS.has(measure) || measures.some((each) => Math.round(each[measure]) !== 0)).map((measure) => ({
    label: labels[measure],
    cells: measures.map((each, at) => cell(measure, each[measure], at === 0 ? undefined : measures[0]?.[measure], telling)),
  }));
  return {
    columns: boards.map(({ id, board }) => ({ id, name: board.name, made: madeShort(board, say) })),
    rows,
    moved: elsewhere.slice(1).map((scenes) => (scenes === 0 ? say('Every scene is shot on the same day.') : count(scenes, '{0} scene is shot on another day.', '{0} scenes are shot on another day.'))),
  };
}

const ALWAYS: ReadonlySet<keyof Measures> = new Set<keyof Measures>(['total', 'shootingDays', 'heldDays', 'redFlags']);

function measureLabels(telling: Telling): Readonly<Record<keyof Measures, string>> {
  const { say } = telling;
  return {
    ...costLabels(telling), total: say('Total'), shootingDays: say('Shooting days'), heldDays: say('Held days'), companyMoves: say('Moves between locations'),
    changesOfSet: say('Moves between sets'), nightDays: say('Days with night work'), redFlags: say('Red flags'),
  };
}

/** Of everything here less is better. */
function cell(measure: keyof Measures, value: number, against: number | undefined, { money }: Telling): ComparisonView['rows'][number]['cells'][number] {
  const show = (number: number): string => (SUMS.has(measure) ? money(number) : String(number));
  const difference = against === undefined ? 0 : Math.round(value - against);
  return { text: show(value), ...(difference !== 0 && { difference: `${difference > 0 ? '+' : '−'}${show(Math.abs(difference))}`, better: difference < 0 }) };
}
