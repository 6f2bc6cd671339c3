// Small problems: every set of units that one day can hold, with what it costs and the best order to shoot it in.
import { movesOf, orderOf } from './dayOrder';
import type { Model, Unit } from './model';
import { orderTable, type OrderTable } from './orderTable';
import { FINE_TIE, TIES } from './ties';

export interface DayTable {
  /** By set of units: Infinity where no day can hold it; resources that work are paid in it. */
  readonly money: Float64Array;
  /** 0 day, 1 night, 2 split. */
  readonly kind: Uint8Array;
  orderOf(units: number): readonly number[];
}

/** The most units, and scenes where their order matters. */
export const MOST_UNITS = 14;
const MOST_ORDERED = 12;

/** Undefined where the problem is too large. */
export function dayTable(model: Model): DayTable | undefined {
  const { units, problem, befores } = model;
  const { move, moveMinutes, setMove, setMoveMinutes } = problem.costs;
  const ordered = befores.length > 0 || setMove > move || setMoveMinutes > moveMinutes;
  if (units.length > MOST_UNITS || (ordered && problem.scenes.length > MOST_ORDERED)) {
    return undefined;
  }
  const orders = ordered ? orderTable(model) : undefined;
  const size = 1 << units.length;
  const money = new Float64Array(size);
  const kind = new Uint8Array(size);
  for (let set = 1; set < size; set += 1) {
    const members = units.filter((_, unit) => (set >> unit) & 1);
    const day = members.some(({ dayWork }) => dayWork > 0);
    const night = members.some(({ nightWork }) => nightWork > 0);
    kind[set] = night ? (day ? 2 : 1) : 0;
    money[set] = night && day && !problem.mayMix && members.reduce((sum, { scenes }) => sum + scenes.length, 0) > 0 ? Infinity : dayMoney(model, members, night, orders);
  }
  const membersOf = (set: number): number[] => units.flatMap(({ scenes }, unit) => ((set >> unit) & 1 ? scenes : []));
  return { money, kind, orderOf: (set) => (orders ? (orders.best(membersOf(set))?.order ?? []) : orderOf(model, membersOf(set))) };
}

function dayMoney(model: Model, members: readonly Unit[], night: boolean, orders: OrderTable | undefined): number {
  const { costs, dayEighths, dayMinutes, locations, resources } = model.problem;
  const scenes = members.flatMap((unit) => unit.scenes);
  const minutes = members.reduce((sum, unit) => sum + unit.minutes, 0);
  const many = scenes.length > 1;
  if (many && members.reduce((sum, { eighths }) => sum + eighths, 0) > dayEighths) {
    return Infinity;
  }
  const found = orders ? orders.best(scenes) : { ...movesOf(model, orderOf(model, scenes)), order: scenes };
  if (!found || (many && minutes + found.moves * costs.moveMinutes + found.setMoves * costs.setMoveMinutes > dayMinutes)) {
    return Infinity;
  }
  const places = new Set(members.flatMap(({ spots }) => [...spots].map((spot) => model.spotLocation[spot] as number)));
  const working = new Set(members.flatMap((unit) => [...unit.resources]));
  const sum = (indices: Iterable<number>, list: readonly { readonly dayCost: number }[]): number => [...indices].reduce((total, index) => total + (list[index]?.dayCost ?? 0), 0);
  const ties = places.size * TIES.location + found.moves * TIES.move + found.setMoves * TIES.setMove + (night ? TIES.night : 0);
  return sum(places, locations) + sum(working, resources) + (night ? costs.night : 0) + found.moves * costs.move + found.setMoves * costs.setMove + ties * FINE_TIE;
}
