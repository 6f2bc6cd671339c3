// What a board costs and asks, ready to be read: totals, days, who waits, red flags. Made anew while strips are dragged, so it must be quick.
import type { CheckedDay } from '../core/schedule/checked';
import { measuresOf } from '../core/board/compare';
import { isScene } from '../core/board/strips';
import type { BoardDay } from '../core/production/board';
import type { CostPart, DayFigures, Figures, FlagView, Lane, Person } from './boardView';
import { dayNames, type DayName } from './dayViews';
import { flagViews } from './flagTexts';
import { namesOf, type Names } from './names';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

/** @param against for a trial: the board as it stands */
export function figuresOf(weighed: WeighedBoard, telling: Telling, against?: WeighedBoard): Figures {
  const { checked, board } = weighed;
  const { count, say, money } = telling;
  const names = namesOf(weighed, telling);
  const flags = flagViews(checked.flags, names, telling);
  const measures = measuresOf({ board, checked });
  const headline = [
    count(measures.shootingDays, '{0} shooting day', '{0} shooting days'),
    count(measures.heldDays, '{0} held day', '{0} held days'),
    count(measures.companyMoves, '{0} move', '{0} moves'),
    flags.length === 0 ? say('no red flags') : count(flags.length, '{0} red flag', '{0} red flags'),
  ];
  return {
    total: { value: checked.cost.total, text: money(checked.cost.total) },
    parts: costParts(weighed, telling),
    headline: headline.join(' · '),
    shootingDays: measures.shootingDays,
    heldDays: measures.heldDays,
    moves: measures.companyMoves,
    days: daysFigures(weighed, telling, names, flags),
    flags,
    lanes: lanesOf(weighed, names),
    changes: against ? differences(against, weighed, telling) : [],
  };
}

export function costLabels({ say }: Telling): Readonly<Record<CostPart['id'], string>> {
  return {
    company: say('Company'), worked: say('Days worked'), held: say('Days held'), locations: say('Locations'), nights: say('Nights'), moves: say('Company moves'), setMoves: say('Changes of set'),
  };
}

function costParts({ checked: { cost } }: WeighedBoard, telling: Telling): CostPart[] {
  const labels = costLabels(telling);
  const ids = ['company', 'worked', 'held', 'locations', 'nights', 'moves', 'setMoves'] as const;
  return ids.filter((id) => cost[id] !== 0).map((id) => ({ id, label: labels[id], value: cost[id], text: telling.money(cost[id]) }));
}

function daysFigures(weighed: WeighedBoard, telling: Telling, names: Names, flags: readonly FlagView[]): Record<string, DayFigures> {
  const { board, places, checked } = weighed;
  const byDay = new Map(checked.days.map((day) => [day.day, day]));
  const called = dayNames(weighed, telling);
  return Object.fromEntries(board.days.map((day, at): [string, DayFigures] => {
    const place = places[at];
    const found = place === undefined ? undefined : byDay.get(place);
    const held = place === undefined ? [] : checked.resources.flatMap(({ marks }, resource) => (marks[place] === 'H' ? (names.person(resource) ?? []) : []));
    return [day.id, dayFigures(day, called[at] ?? { name: '' }, found, held, flags, weighed, telling)];
  }));
}

function dayFigures(day: BoardDay, called: DayName, found: CheckedDay | undefined, held: readonly Person[], flags: readonly FlagView[], { problem }: WeighedBoard, telling: Telling): DayFigures {
  const { say, count } = telling;
  const scenes = day.strips.filter(isScene).length;
  const kind = day.kind === 'off' ? 'off' : scenes === 0 ? 'empty' : (found?.kind ?? 'day');
  const kindLabel = { off: '', empty: say('The company waits'), day: '', night: say('Night'), split: say('Day and night') }[kind];
  const eighths = found?.eighths ?? 0;
  const minutes = found?.minutes ?? 0;
  const moves = found?.moves ?? 0;
  const ofDay = flags.filter((flag) => flag.day === day.id);
  const whose = [called.name, ...(called.date === undefined ? [] : [called.date])];
  const facts = kind === 'off' ? [] : [telling.pages(eighths), ...(moves > 0 ? [count(moves, '{0} move', '{0} moves')] : [])];
  const waiting = held.length === 0 ? [] : [say('held: {0}', telling.list(held.map(({ name }) => name)))];
  return {
    ...called, kind, kindLabel, scenes, length: telling.pages(eighths), time: telling.hours(minutes), moves, held,
    over: scenes > 1 && (eighths > problem.dayEighths || minutes > problem.dayMinutes),
    flags: ofDay.map(({ id }) => id),
    end: kind === 'off' ? '' : [say('End of {0}', called.name), ...whose.slice(1), ...facts].join(' – '),
    spoken: [...whose, ...(kind === 'off' ? [] : [count(scenes, '{0} scene', '{0} scenes')]), ...facts, kindLabel, ...waiting, ...ofDay.map(({ text }) => text)].filter((part) => part !== '').join(', '),
  };
}

/** Cast by number, then whoever else is paid, as far as they work. */
function lanesOf({ board, places, checked }: WeighedBoard, names: Names): Lane[] {
  const lanes = checked.resources.flatMap(({ marks, worked, held }, resource): Lane[] => {
    const person = worked === 0 ? undefined : names.person(resource);
    const shown = board.days.flatMap(({ id }, at) => {
      const mark = marks[places[at] ?? -1];
      return mark === undefined ? [] : [[id, mark] as const];
    });
    return person ? [{ ...person, marks: Object.fromEntries(shown), worked, held }] : [];
  });
  return lanes.toSorted((left, right) => (Number(left.number) || NO_NUMBER) - (Number(right.number) || NO_NUMBER));
}

const NO_NUMBER = 1e9;

function differences(before: WeighedBoard, after: WeighedBoard, telling: Telling): Figures['changes'] {
  const { say, count, money } = telling;
  const [was, is] = [measuresOf(before), measuresOf(after)];
  const changes: { text: string; good: boolean }[] = [];
  const add = (difference: number, more: (size: string) => string, fewer: (size: string) => string, size: (absolute: number) => string): void => {
    if (Math.round(difference) !== 0) {
      changes.push({ text: difference > 0 ? more(size(difference)) : fewer(size(-difference)), good: difference < 0 });
    }
  };
  add(is.total - was.total, (size) => say('{0} more', size), (size) => say('{0} less', size), money);
  const counted = (difference: number, one: string, many: string): void => add(difference, (size) => say('{0} more', size), (size) => say('{0} fewer', size), (size) => count(size, one, many));
  counted(is.heldDays - was.heldDays, '{0} held day', '{0} held days');
  counted(is.companyMoves - was.companyMoves, '{0} move', '{0} moves');
  counted(is.shootingDays - was.shootingDays, '{0} shooting day', '{0} shooting days');
  counted(is.nightDays - was.nightDays, '{0} night', '{0} nights');
  counted(is.redFlags - was.redFlags, '{0} red flag', '{0} red flags');
  return changes;
}
