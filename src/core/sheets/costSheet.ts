// The cost summary: what the plan costs, by item, by name and by location.
import { costsOf } from '../production/emptyProduction';
import { cell, column, emptySheet, figure, sheet, sum } from './build';
import { whenText } from './dayOutOfDaysSheet';
import { flagLines } from './flagWords';
import type { PlannedInput, SheetInput } from './input';
import { categoryName, outOfDaysOf, own } from './lookUp';
import type { Sheet, SheetFact, SheetPart, SheetRow, SheetTable } from './sheet';
import { ENGLISH, fill, type SheetText, type SheetWords } from './words';

/** What the plan costs, as the checker found it. */
export function costSheet(input: SheetInput, words: SheetWords = ENGLISH): Sheet {
  const { planned } = input;
  if (!planned || planned.plan.days.length === 0) {
    return emptySheet('costs', input, words, words.texts.noPlan);
  }
  const tables = [itemsTable(input, planned, words), namesTable(input, planned, words), locationsTable(input, planned, words)];
  const assumed: SheetPart[] = costsOf(input.production) === 'assumed' ? [{ kind: 'paragraph', text: words.texts.assumed }] : [];
  const parts = tables.filter(({ rows }) => rows.length > 0).map((table): SheetPart => ({ kind: 'table', table }));
  return sheet('costs', input, words, { facts: costFacts(input, planned, words), parts: [...assumed, ...parts] });
}

function costFacts(input: SheetInput, planned: PlannedInput, words: SheetWords): SheetFact[] {
  const { texts } = words;
  const { checked, board } = planned;
  const { proved = false, bound } = board?.made ?? {};
  // What was proved was proved of the plan as it was found: not of one that breaks something now, or costs another sum.
  const { total } = checked.cost;
  const holds = checked.flags.length === 0 && (bound === undefined || (proved ? Math.abs(bound - total) < 1 : bound <= total));
  const standing = !holds ? undefined : proved ? texts.provedCheapest : bound === undefined ? undefined : fill(texts.boundedBy, words.money(Math.floor(bound), input.production.rules.currency));
  return [
    { label: texts.total, value: words.money(total, input.production.rules.currency) },
    ...(standing === undefined ? [] : [{ label: texts.plan, value: standing }]),
    ...(checked.flags.length === 0 ? [] : [{ label: texts.redFlags, value: flagLines(input, planned, words).map(({ text }) => text).join('\n') }]),
  ];
}

/** Each kind of cost with how many days or moves it is for. */
function itemsTable(input: SheetInput, { checked, problem }: PlannedInput, words: SheetWords): SheetTable {
  const { texts } = words;
  const { cost, days, resources } = checked;
  const first = days[0]?.day ?? 0;
  const open = problem.calendar.slice(first, (days.at(-1)?.day ?? first) + 1).filter(({ closed }) => closed === undefined).length;
  const all = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0);
  const items: readonly (readonly [SheetText, number, number])[] = [
    ['company', open, cost.company],
    ['castAndOthers', all(resources.map(({ worked }) => worked)), cost.worked],
    ['castAndOthersHeld', all(resources.map(({ held }) => held)), cost.held],
    ['locations', locationDays(checked, problem, input), cost.locations],
    ['nights', days.filter(({ kind }) => kind !== 'day').length, cost.nights],
    ['movesOfCompany', all(days.map(({ moves }) => moves)), cost.moves],
    ['movesOfSet', all(days.map(({ setMoves }) => setMoves)), cost.setMoves],
  ];
  return {
    caption: texts.costByItem,
    columns: [column(texts.item, 16), column(texts.times, 6, 'right'), column(texts.amount, 8, 'right')],
    rows: [
      ...items.map(([text, count, amount]): SheetRow => ({ kind: 'cells', cells: [cell(texts[text]), figure(count), sum(amount, input, words)] })),
      { kind: 'cells', total: true, cells: [cell(texts.total), cell(''), sum(cost.total, input, words)] },
    ],
  };
}

/** How many days locations that cost something are shot at, all together. */
function locationDays({ days }: PlannedInput['checked'], problem: PlannedInput['problem'], { planned }: SheetInput): number {
  return days.reduce((total, { day }) => total + locationsOn(problem, planned?.plan.days.find((each) => each.day === day)?.scenes ?? []).filter((location) => (problem.locations[location]?.dayCost ?? 0) > 0).length, 0);
}

function locationsOn({ scenes }: PlannedInput['problem'], shot: readonly number[]): number[] {
  return [...new Set(shot.flatMap((scene) => scenes[scene]?.location ?? []))];
}

/** Whoever is paid by the day. */
function namesTable(input: SheetInput, planned: PlannedInput, words: SheetWords): SheetTable {
  const { texts } = words;
  const paid = outOfDaysOf(input, planned).filter(({ element: { category }, rate }) => rate > 0 || category === 'cast');
  const row = ({ id, element, rate, worked, held, dropped, start, finish, workedCost, heldCost }: (typeof paid)[number]): SheetRow => ({
    kind: 'cells',
    about: { kind: 'element', id },
    cells: [
      element.castNumber === undefined ? cell('') : figure(element.castNumber), { text: element.name, category: element.category }, cell(categoryName(input, element.category), 'quiet'),
      cell(whenText(input, planned, start, words)), cell(whenText(input, planned, finish, words)), figure(worked), figure(held), figure(dropped, true),
      sum(rate, input, words), sum(workedCost, input, words), sum(heldCost, input, words), sum(workedCost + heldCost, input, words),
    ],
  });
  const all = (of: (person: (typeof paid)[number]) => number): number => paid.reduce((total, person) => total + of(person), 0);
  const [worked, held] = [all(({ workedCost }) => workedCost), all(({ heldCost }) => heldCost)];
  const total: SheetRow = { kind: 'cells', total: true, cells: [cell(''), cell(texts.total), cell(''), cell(''), cell(''), figure(all((each) => each.worked)), figure(all((each) => each.held)), figure(all((each) => each.dropped)), cell(''), sum(worked, input, words), sum(held, input, words), sum(worked + held, input, words)] };
  return {
    caption: texts.costByName,
    columns: [
      column(texts.number, 3, 'right'), column(texts.name, 10), column(texts.category, 6), column(texts.start, 5), column(texts.finish, 5),
      ...[texts.worked, texts.held, texts.dropped].map((head) => column(head, 4, 'right')), ...[texts.rate, texts.worked, texts.held, texts.total].map((head) => column(head, 7, 'right')),
    ],
    rows: paid.length === 0 ? [] : [...paid.map(row), total],
  };
}

function locationsTable(input: SheetInput, planned: PlannedInput, words: SheetWords): SheetTable {
  const { texts } = words;
  const { problem, plan, locationIds } = planned;
  const rows = problem.locations.flatMap(({ dayCost }, index): SheetRow[] => {
    const days = plan.days.filter(({ scenes }) => locationsOn(problem, scenes).includes(index)).length;
    const id = locationIds[index];
    const name = own(input.production.locations, id)?.name ?? own(input.production.sets, id)?.name;
    // A set without a location is a place of its own, and costs nothing.
    return days === 0 || dayCost === 0 ? [] : [{ kind: 'cells', cells: [cell(name ?? ''), figure(days), sum(dayCost, input, words), sum(days * dayCost, input, words)] }];
  });
  return { caption: texts.costByLocation, columns: [column(texts.location, 16), column(texts.days, 4, 'right'), column(texts.rate, 7, 'right'), column(texts.total, 7, 'right')], rows };
}
