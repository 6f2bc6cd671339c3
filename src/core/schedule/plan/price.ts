// What a whole plan costs and breaks, reckoned from nothing: what the search keeps by hand is never handed out unless this agrees.
import type { Plan, PlanDay, Resource } from '../problem';
import { movesOf } from './dayOrder';
import type { Model } from './model';

export interface Price {
  readonly money: number;
  /** How many things are broken: 0 is a plan that may be shot. */
  readonly breaches: number;
}

interface DayPrice {
  readonly money: number;
  readonly breaches: number;
  readonly kind: number;
}

/** Prices a plan that has no scene twice. A scene that has no day is a breach. */
export function priceOf(model: Model, { days }: Plan): Price {
  const { problem } = model;
  const priced = days.map((day) => priceDay(model, day));
  const first = days[0]?.day ?? 0;
  const last = days.at(-1)?.day ?? -1;
  const open = openBetween(model, first, last + 1);
  const worked = problem.resources.map((): number[] => []);
  for (const { day, scenes } of days) {
    for (const resource of new Set(scenes.flatMap((scene) => problem.scenes[scene]?.resources ?? []))) {
      worked[resource]?.push(day);
    }
  }
  const resources = problem.resources.reduce((sum, resource, index) => sum + priceResource(model, resource, worked[index] ?? []), 0);
  const money = priced.reduce((sum, day) => sum + day.money, 0) + open * problem.costs.companyDay + resources;
  const unplaced = problem.scenes.length - days.reduce((sum, { scenes }) => sum + scenes.length, 0);
  return { money, breaches: unplaced + priced.reduce((sum, day) => sum + day.breaches, 0) + restBroken(model, days, priced) + ordersBroken(model, days) + daysSplit(model, days) };
}

function openBetween({ problem }: Model, from: number, to: number): number {
  let open = 0;
  for (let day = from; day < to; day += 1) {
    open += problem.calendar[day]?.closed === undefined ? 1 : 0;
  }
  return open;
}

function priceDay(model: Model, { day, scenes }: PlanDay): DayPrice {
  const { costs, dayEighths, dayMinutes, mayMix, locations, demands, calendar, resources } = model.problem;
  const all = scenes.flatMap((scene) => model.problem.scenes[scene] ?? []);
  const { moves, setMoves } = movesOf(model, scenes);
  const [light, dark] = [all.some((scene) => scene.light === 'day'), all.some((scene) => scene.light === 'night')];
  const used = [...new Set(all.map(({ location }) => location))].flatMap((location) => locations[location] ?? []);
  const needed = [...new Set(all.flatMap((scene) => scene.resources))].flatMap((resource) => resources[resource] ?? []);
  const eighths = all.reduce((sum, scene) => sum + scene.eighths, 0);
  const minutes = all.reduce((sum, scene) => sum + scene.minutes, 0) + moves * costs.moveMinutes + setMoves * costs.setMoveMinutes;
  const broken = [
    all.length > 0 && calendar[day]?.closed !== undefined,
    all.length > 1 && eighths > dayEighths,
    all.length > 1 && minutes > dayMinutes,
    light && dark && !mayMix,
    ...[...used, ...needed].map(({ available }) => available?.[day] === false),
    ...demands.map((demand) => demand.kind === 'pinned' && demand.day !== day && scenes.includes(demand.scene)),
  ];
  const money = used.reduce((sum, { dayCost }) => sum + dayCost, 0) + (dark ? costs.night : 0) + moves * costs.move + setMoves * costs.setMove;
  return { money, breaches: broken.filter(Boolean).length, kind: dark ? (light ? 2 : 1) : 0 };
}

function priceResource(model: Model, { dayCost, holdShare, dropAfter }: Resource, worked: readonly number[]): number {
  const gaps = worked.slice(1).map((day, index) => ({ held: openBetween(model, (worked[index] ?? 0) + 1, day), calendar: day - (worked[index] ?? 0) - 1 }));
  const dropped = dropAfter === undefined ? 0 : Math.max(0, ...gaps.filter((gap) => gap.calendar >= dropAfter).map(({ held }) => held));
  const held = gaps.reduce((sum, gap) => sum + gap.held, 0) - dropped;
  return worked.length * dayCost + held * dayCost * holdShare;
}

function restBroken({ rest }: Model, days: readonly PlanDay[], priced: readonly DayPrice[]): number {
  const shot = days.map(({ day, scenes }, index) => ({ day, kind: priced[index]?.kind ?? 0, empty: scenes.length === 0 })).filter(({ empty }) => !empty);
  return shot.filter(({ day, kind }, index) => {
    const before = shot[index - 1];
    return before !== undefined && day - before.day - 1 < (rest[before.kind * 3 + kind] as number);
  }).length;
}

function ordersBroken(model: Model, days: readonly PlanDay[]): number {
  const order = days.flatMap(({ scenes }) => scenes);
  return movesOf(model, order).broken;
}

function daysSplit({ problem }: Model, days: readonly PlanDay[]): number {
  return problem.demands.filter((demand) => demand.kind === 'sameDay' && days.filter(({ scenes }) => scenes.some((scene) => demand.scenes.includes(scene))).length > 1).length;
}
