// Why no plan keeps all the rules: which of them clash, each with the place where it could be changed.
import type { Clash } from '../core/schedule/clash/clash';
import { sayClash, sayConstraint } from '../core/schedule/clash/sayClash';
import type { Constraint } from '../core/schedule/clash/constraint';
import { stretchesOf, type Names as SaidNames, type Said } from '../core/schedule/said';
import type { OpenTarget, RunView } from './protocol';
import { dateOf, namesOf, type Names } from './names';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

export function clashView(clash: Clash, weighed: WeighedBoard, telling: Telling): NonNullable<RunView['clash']> {
  const names = namesOf(weighed, telling);
  const said = saidNames(weighed, names, telling);
  const sentence = ({ text, values }: Said): string => telling.say(text, ...values);
  const all = sayClash(weighed.problem, clash, said).map(sentence);
  // The lead is the heading; a sentence for each constraint is an item; then where they meet.
  const [lead = '', ...rest] = all;
  const title = lead.replace(/[:：]$/u, '');
  const told = rest.slice(clash.constraints.length).join(' ');
  const items = clash.constraints.map((constraint) => ({ text: sentence(sayConstraint(weighed.problem, constraint, said, clash.scenes)), ...openOf(constraint, names, telling) }));
  return { title, told, items };
}

/** Numbers by the names that the schedule's sentences ask for. */
export function saidNames(weighed: WeighedBoard, names: Names, telling: Telling): SaidNames {
  const sets = new Map(weighed.breakdown.scenes.map(({ id, set }) => [id, set]));
  return {
    scene: (scene) => names.scene(scene),
    resource: (resource) => names.resource(resource),
    location: (location) => names.location(location),
    set: (scene) => sets.get(names.sceneId(scene) ?? '') ?? '',
    date: (day) => dateOf(weighed, day, telling) ?? names.day(day),
    day: (day) => dayNamed(day, weighed, names, telling),
    days: (days) => daysNamed(days, weighed, names, telling),
    money: telling.money,
  };
}

/** "Day 3 (Tue, May 12)", as it is headed on the board; without dates, what no day of the board takes is a day on which nothing is shot. */
function dayNamed(day: number, weighed: WeighedBoard, names: Names, telling: Telling): string {
  const number = names.number(day);
  const date = dateOf(weighed, day, telling, 'short');
  return number === undefined ? (date ?? telling.say('a day on which nothing is shot')) : date === undefined ? telling.say('Day {0}', number) : telling.say('Day {0} ({1})', number, date);
}

function daysNamed(days: readonly number[], weighed: WeighedBoard, names: Names, telling: Telling): string {
  const { say } = telling;
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  if (days.length === 1) {
    return dayNamed(first, weighed, names, telling);
  }
  const shot = days.flatMap((day) => names.number(day) ?? []);
  const idle = days.length - shot.length;
  const runs = stretchesOf(shot).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
  const told = [...(shot.length === 0 ? [] : [shot.length === 1 ? say('Day {0}', runs) : say('Days {0}', runs)]), ...(idle === 0 ? [] : [telling.count(idle, '{0} day without a number', '{0} days without a number')])].join(', ');
  const [from, to] = [dateOf(weighed, first, telling, 'short'), dateOf(weighed, last, telling, 'short')];
  return from === undefined || to === undefined ? told : `${told}, ${from} – ${to}`;
}

function openOf(constraint: Constraint, names: Names, { say }: Telling): { open?: OpenTarget } {
  switch (constraint.kind) {
    case 'resource':
      return names.openResource(constraint.resource);
    case 'location':
      return names.openLocation(constraint.location);
    case 'demand':
      return names.openDemand(constraint.demand);
    case 'closed':
      return constraint.why === 'off' ? {} : { open: { label: constraint.why === 'crew' ? say('Open the crew') : say('Open the rules'), what: constraint.why === 'crew' ? 'crew' : 'rules' } };
    default:
      return { open: { label: say('Open the rules'), what: 'rules' } };
  }
}
