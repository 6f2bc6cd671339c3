// Day Out of Days: who starts, works, waits and finishes when.
import type { DayMark } from '../schedule/checked';
import { cell, column, emptySheet, figure, sheet } from './build';
import type { PlannedInput, SheetInput } from './input';
import { categoryName, hasDates, outOfDaysOf, type OutOfDays } from './lookUp';
import type { CellTone, Sheet, SheetCell, SheetColumn, SheetRow, SheetTable } from './sheet';
import { ENGLISH, fill, type SheetWords } from './words';

/** Calendar days beside each other on a turned page, with the totals behind the last. */
const DAYS_A_TABLE = 28;

/**
 * The Day Out of Days of the plan: cast, and whoever else is paid by the day. Columns are the calendar days from the first shooting day
 * to the last; a long shoot goes on in further tables, the totals stand in the last.
 */
export function dayOutOfDaysSheet(input: SheetInput, words: SheetWords = ENGLISH): Sheet {
  const { planned } = input;
  const first = planned?.plan.days[0]?.day;
  const last = planned?.plan.days.at(-1)?.day;
  if (!planned || first === undefined || last === undefined) {
    return emptySheet('dayOutOfDays', input, words, words.texts.noPlan);
  }
  const people = paidByDay(input, planned);
  if (people.length === 0) {
    return emptySheet('dayOutOfDays', input, words, words.texts.noCast);
  }
  const blocks: (readonly [number, number])[] = [];
  for (let from = first; from <= last; from += DAYS_A_TABLE) {
    blocks.push([from, Math.min(last, from + DAYS_A_TABLE - 1)]);
  }
  const tables = blocks.map(([from, to], index) => tableOf(input, planned, people, { from, to, totals: index === blocks.length - 1 }, words));
  return sheet('dayOutOfDays', input, words, {
    parts: [...tables.flatMap((table, index) => [...(index > 0 ? [{ kind: 'pageBreak' as const }] : []), { kind: 'table' as const, table }]), { kind: 'paragraph', text: words.texts.marks }],
  });
}

/** Whoever is on the Day Out of Days: cast, and of everything else what has a cost. */
export function paidByDay(input: SheetInput, planned: PlannedInput): OutOfDays[] {
  return outOfDaysOf(input, planned).filter(({ element: { category }, rate }) => category === 'cast' || rate > 0);
}

interface Block {
  /** Calendar days, both included. */
  readonly from: number;
  readonly to: number;
  readonly totals: boolean;
}

function tableOf(input: SheetInput, planned: PlannedInput, people: readonly OutOfDays[], block: Block, words: SheetWords): SheetTable {
  const days = Array.from({ length: block.to - block.from + 1 }, (_, index) => block.from + index);
  const several = new Set(people.map(({ element }) => element.category)).size > 1;
  let category: string | undefined;
  const rows = people.flatMap((person): SheetRow[] => {
    const group: SheetRow[] = several && person.element.category !== category ? [{ kind: 'section', text: categoryName(input, person.element.category), tone: 'group' }] : [];
    category = person.element.category;
    return [...group, { kind: 'cells', about: { kind: 'element', id: person.id }, cells: [...nameCells(person), ...days.map((day) => markCell(person.marks[day], planned, day)), ...(block.totals ? totalCells(input, planned, person, words) : [])] }];
  });
  const { texts } = words;
  return {
    caption: texts.dayOutOfDays,
    columns: [
      column(texts.number, 2, 'right'),
      column(texts.name, 10),
      ...days.map((day) => dayColumn(input, planned, day, words)),
      ...(block.totals ? [...[texts.worked, texts.held, texts.total].map((head) => column(head, 3, 'right')), ...[texts.start, texts.finish].map((head) => column(head, 5, 'right'))] : []),
    ],
    rows: [...rows, workingRow(planned, people, days, block, words)],
  };
}

function nameCells({ element: { castNumber, name, category } }: OutOfDays): SheetCell[] {
  return [castNumber === undefined ? cell('') : figure(castNumber), { text: name, category }];
}

/** From the top: the shooting day's number, and, where days have dates, weekday, day and month. */
function dayColumn(input: SheetInput, { problem, plan }: PlannedInput, day: number, words: SheetWords): SheetColumn {
  const date = problem.calendar[day]?.date;
  const nth = plan.days.findIndex((each) => each.day === day);
  const number = nth < 0 ? '' : String(nth + 1);
  const head = date === undefined || !hasDates(input) ? [number] : [number, words.date(date, 'weekday'), words.date(date, 'dayOfMonth'), words.date(date, 'month')];
  return { head, align: 'centre', width: 2, ...(problem.calendar[day]?.closed === undefined ? {} : { closed: true }) };
}

const TONES: Readonly<Record<DayMark, CellTone>> = { SW: 'start', SWF: 'start', SWD: 'start', W: 'work', WF: 'finish', WD: 'dropped', PW: 'start', PWF: 'finish', PWD: 'dropped', H: 'held' };

function markCell(mark: DayMark | undefined, { problem }: PlannedInput, day: number): SheetCell {
  return mark === undefined ? cell('', problem.calendar[day]?.closed === undefined ? undefined : 'closed') : cell(mark, TONES[mark]);
}

function totalCells(input: SheetInput, planned: PlannedInput, { worked, held, start, finish }: OutOfDays, words: SheetWords): SheetCell[] {
  return [figure(worked), figure(held), figure(worked + held), ...[start, finish].map((day) => cell(whenText(input, planned, day, words)))];
}

/** "12 May", or "Day 3" where the shoot has no dates. */
export function whenText(input: SheetInput, { problem, plan }: PlannedInput, day: number | undefined, words: SheetWords): string {
  const date = day === undefined ? undefined : problem.calendar[day]?.date;
  if (date === undefined) {
    return '';
  }
  return hasDates(input) ? words.date(date, 'dayMonth') : fill(words.texts.day, plan.days.findIndex((each) => each.day === day) + 1);
}

/** How many work on each day. */
function workingRow({ problem }: PlannedInput, people: readonly OutOfDays[], days: readonly number[], block: Block, words: SheetWords): SheetRow {
  const working = days.map((day) => people.filter(({ marks }) => marks[day] !== undefined && marks[day] !== 'H').length);
  const all = (of: (person: OutOfDays) => number): number => people.reduce((total, person) => total + of(person), 0);
  const totals = block.totals ? [figure(all(({ worked }) => worked)), figure(all(({ held }) => held)), figure(all(({ worked, held }) => worked + held)), cell(''), cell('')] : [];
  const marked = working.map((count, index): SheetCell => (problem.calendar[days[index] ?? -1]?.closed !== undefined && count === 0 ? cell('', 'closed') : figure(count, true)));
  return { kind: 'cells', total: true, cells: [cell(''), cell(words.texts.worked), ...marked, ...totals] };
}
