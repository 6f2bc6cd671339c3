// backlot dood: Day Out of Days of a plan: who starts, works, waits and finishes when.
import path from 'node:path';
import { boardOfScript } from '../core/board/boardOfScript';
import { categoriesOf } from '../core/breakdown/categories';
import type { Board } from '../core/production/board';
import { costsOf } from '../core/production/emptyProduction';
import { check } from '../core/schedule/check/check';
import { planOfBoard } from '../core/schedule/planOfBoard';
import type { Plan } from '../core/schedule/problem';
import { problemOf, type ProblemParts } from '../core/schedule/problemOf';
import { dayOutOfDaysSheet, paidByDay } from '../core/sheets/dayOutOfDaysSheet';
import { flagLines } from '../core/sheets/flagWords';
import type { PlannedInput, SheetInput } from '../core/sheets/input';
import { hasDates, type OutOfDays } from '../core/sheets/lookUp';
import { ENGLISH } from '../core/sheets/words';
import { onlyFile, readOptions } from './options';
import { planOnCores } from './planOnCores';
import { PAPER, pageOptionsFrom } from './printing';
import { readShoot, type ScriptShoot } from './production';
import { sheetText } from './sheetText';
import { InputError, UsageError, type Io, type Verb } from './verb';

export const doodVerb: Verb = {
  name: 'dood',
  summary: 'Day Out of Days: who starts, works, waits and finishes when',
  usage: `backlot dood FILE [--production P.json] [--board NAME] [--seconds S] [--json] [--paper letter|a4]
  Of the board with that name; without --board of the production's first board, and where there is none of the script's own order,
  packed into days by the production's limits. With --seconds of the cheapest plan found in so many seconds instead.
  The production is the file beside the script (diner.production.json beside diner.fountain) unless another is named.

  SW start, W work, WF finish, SWF all on one day, H held, WD drop, PW pick up.

The fields of --json:

  board       {name, from}: from is "board", "script" (its own order) or "search"
  dated       whether the shoot has a start; without, dates count from Monday 2024-01-01
  days        [{day, date, shooting, closed}] every calendar day from the first shooting day to the last; shooting counts from 1
  cast        [{number, name, category, marks: {DATE: MARK}, worked, held, dropped, start, finish, workedCost, heldCost}]; others paid by the day too
  totals      {worked, held, dropped, workedCost, heldCost}
  cost        {company, worked, held, locations, nights, moves, setMoves, total} of the whole plan
  flags       what the plan breaks, as plain data; empty: nothing
  currency    of all costs
  proved      with --seconds: whether the plan is proved the cheapest; bound: no plan costs less`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, production: { type: 'string' }, board: { type: 'string' }, seconds: { type: 'string' }, ...PAPER });
    if (values.board !== undefined && values.seconds !== undefined) {
      throw new UsageError('A board is taken as it stands: name --board or --seconds, not both.');
    }
    const seconds = secondsFrom(values.seconds);
    const file = onlyFile(positionals);
    const shoot = await readShoot(file, values.production, pageOptionsFrom(values), io);
    const chosen = seconds === undefined ? boardPlan(shoot, values.board) : await searchPlan(shoot, seconds, io);
    const input: SheetInput = { title: path.basename(file), production: shoot.production, breakdown: shoot.breakdown, categories: categoriesOf(shoot.production), planned: chosen.planned };
    io.write(values.json === true ? `${JSON.stringify(doodJson(input, chosen))}\n` : `${sheetText(dayOutOfDaysSheet(input))}${standingText(input, chosen)}`);
    return 0;
  },
};

interface Chosen {
  readonly from: 'board' | 'script' | 'search';
  readonly planned: PlannedInput;
  readonly proved?: boolean;
  readonly bound?: number;
}

const MOST_SECONDS = 3600;

function secondsFrom(text: string | undefined): number | undefined {
  const seconds = text === undefined ? undefined : Number(text);
  if (seconds !== undefined && !(text?.trim() !== '' && seconds > 0 && seconds <= MOST_SECONDS)) {
    throw new UsageError(`--seconds takes a number from 0 to ${MOST_SECONDS}.`);
  }
  return seconds;
}

/** The board named, else the first, else the script's own order. */
function boardPlan({ production, breakdown }: ScriptShoot, name: string | undefined): Chosen {
  const boards = Object.values(production.boards);
  const found = name === undefined ? boards[0] : boards.find((board) => board.name === name);
  if (name !== undefined && !found) {
    throw new InputError(`There is no board ${name}. ${boards.length === 0 ? 'The production has no boards yet.' : `There are: ${boards.map((board) => board.name).join(', ')}.`}`);
  }
  let days = 0;
  const board: Board = found ?? boardOfScript(breakdown.scenes, production.rules, 'Script order', () => `day${(days += 1)}`);
  const parts = problemOf(production, breakdown, { board });
  return { from: found ? 'board' : 'script', planned: plannedOf(board.name, parts, planOfBoard(board, parts), board) };
}

/** The cheapest plan that is found in the time, or until Ctrl+C. */
async function searchPlan({ production, breakdown }: ScriptShoot, seconds: number, { signal }: Io): Promise<Chosen> {
  const parts = problemOf(production, breakdown);
  const { plan, nearest = { days: [] }, proved, bound } = await planOnCores(parts.problem, { seed: 1 }, { seconds, signal });
  return { from: 'search', proved, bound, planned: plannedOf('Cheapest plan found', parts, plan ?? nearest) };
}

function plannedOf(name: string, parts: ProblemParts, plan: Plan, board?: Board): PlannedInput {
  return { name, ...parts, plan, checked: check(parts.problem, plan), ...(board && { board }) };
}

function doodJson(input: SheetInput, { from, planned, proved, bound }: Chosen): unknown {
  const { problem, plan, checked, name } = planned;
  const dateOf = (day: number | undefined): string | null => (day === undefined ? null : (problem.calendar[day]?.date ?? null));
  const people = paidByDay(input, planned);
  const [first = 0, last = -1] = [plan.days[0]?.day, plan.days.at(-1)?.day];
  const all = (of: (person: OutOfDays) => number): number => people.reduce((total, person) => total + of(person), 0);
  return {
    board: { name, from },
    dated: hasDates(input),
    days: problem.calendar.slice(first, last + 1).map(({ date, closed }, index) => {
      const nth = plan.days.findIndex(({ day }) => day === first + index);
      return { day: index + 1, date, shooting: nth < 0 ? null : nth + 1, closed: closed ?? null };
    }),
    cast: people.map(({ element, marks, worked, held, dropped, start, finish, workedCost, heldCost }) => ({
      number: element.castNumber ?? null,
      name: element.name,
      category: element.category,
      marks: Object.fromEntries(marks.flatMap((mark, day) => (mark === undefined ? [] : [[dateOf(day) ?? '', mark]]))),
      worked,
      held,
      dropped,
      start: dateOf(start),
      finish: dateOf(finish),
      workedCost,
      heldCost,
    })),
    totals: { worked: all(({ worked }) => worked), held: all(({ held }) => held), dropped: all(({ dropped }) => dropped), workedCost: all(({ workedCost }) => workedCost), heldCost: all(({ heldCost }) => heldCost) },
    cost: checked.cost,
    flags: checked.flags,
    currency: input.production.rules.currency,
    ...(from === 'search' && { proved, bound }),
  };
}

/** What the plan costs, how good it is known to be, and whether it breaks anything. */
function standingText(input: SheetInput, { from, planned, proved, bound = 0 }: Chosen): string {
  const { production } = input;
  const { checked, plan } = planned;
  if (plan.days.length === 0) {
    return '';
  }
  const money = (amount: number): string => ENGLISH.money(amount, production.rules.currency);
  const good = from !== 'search' ? '' : checked.flags.length > 0 ? (proved === true ? ' It is proved that every plan breaks something.' : '') : proved === true ? ' Proved the cheapest.' : ` Best found; no plan costs less than ${money(Math.floor(bound))}.`;
  const free = checked.cost.total > 0 ? '' : ' The production has no costs, so no plan is cheaper than another.';
  const assumed = costsOf(production) === 'assumed' ? ' The sums are assumed until the production has its own.' : '';
  const broken = checked.flags.length === 0 ? '' : `\nRed flags:\n${flagLines(input, planned, ENGLISH).map(({ text }) => `  ${text}\n`).join('')}`.trimEnd();
  return `\nThe plan costs ${money(checked.cost.total)}, of it ${money(checked.cost.held)} for held days.${free === '' ? good : free}${assumed}${broken}\n`;
}
