// Small problems solved outright: what the rest of the shoot costs at least, from every day and every set of scenes already shot,
// reckoned backwards; and, where gaps may be dropped, a search along that bound.
import type { Plan } from '../problem';
import { movesOf } from './dayOrder';
import { dayTable, type DayTable } from './dayTable';
import { dropSearch } from './dropSearch';
import type { Model } from './model';
import { FINE_TIE, TIES } from './ties';

export interface Exact {
  /** The cheapest plan; undefined where there is none, or where the search for it was given up. */
  readonly plan?: Plan;
  /** No plan costs less; Infinity where there is none. */
  readonly bound: number;
  /** Whether `plan`, or that there is none, is proved. */
  readonly proved: boolean;
}

/** What the backward reckoning knows: costs from slot `slot` on with the units `done` shot, in a context of rest. */
export interface Outlook {
  readonly model: Model;
  readonly days: DayTable;
  readonly all: number;
  /** Transitions of a set of done units: from `start[done]` to `start[done + 1]`. */
  readonly start: Int32Array;
  readonly sets: Int32Array;
  readonly costs: Float64Array;
  /** By slot, the units that can be shot there; for a kept slot exactly what is kept. */
  readonly allowed: Int32Array;
  /** Contexts: kind before * frees + free days since; the last is that nothing was shot. */
  readonly contexts: number;
  /** What a kept order costs more than the best; Infinity where it breaks something. */
  readonly extra: Float64Array;
  readonly least: Float64Array;
}

const MOST_TRANSITIONS = 3_000_000;
const MOST_CELLS = 6_000_000;
const SLICE = 150_000;

/** Undefined where the problem is too large for it. Yields every few milliseconds of work. `atMost`: what a known plan costs. */
export function* exact(model: Model, atMost: number): Generator<undefined, Exact | undefined> {
  const rests = Math.max(...model.rest) + 1;
  const contexts = model.hasRest ? 3 * rests + 1 : 1;
  if (model.units.length > 14 || (1 << model.units.length) * (model.slots + 1) * contexts > MOST_CELLS) {
    return undefined;
  }
  if ([...model.befores.keys()].some((at) => at % 2 === 0 && model.befores[at] === model.befores[at + 1]) || keptBreaks(model)) {
    return { bound: Infinity, proved: true };
  }
  const days = dayTable(model);
  yield undefined;
  const transitions = days && (yield* transitionsOf(model, days));
  if (!days || !transitions) {
    return undefined;
  }
  const outlook: Outlook = { model, days, all: (1 << model.units.length) - 1, ...transitions, allowed: allowedOn(model), contexts, extra: extraOf(model, days), least: new Float64Array((1 << model.units.length) * (model.slots + 1) * contexts).fill(Infinity) };
  yield* reckon(outlook);
  const bound = outlook.least[contexts - 1] as number;
  if (bound === Infinity) {
    return { bound, proved: true };
  }
  return model.slots === 0 ? { plan: { days: [] }, bound: 0, proved: true } : yield* dropSearch(outlook, atMost);
}

/** What is kept cannot be mended: breaches within kept days, or scenes of them that must share a day with others. */
function keptBreaks(model: Model): boolean {
  const split = model.problem.demands.some((demand) => demand.kind === 'sameDay' && new Set(demand.scenes.filter((scene) => model.problem.scenes[scene]).map((scene) => model.units[model.unitOf[scene] as number]).map((unit) => (unit && unit.fixed >= 0 ? unit.fixed : -1))).size > 1);
  return split || [...model.keptScenes].some(([slot, scenes]) => scenes.length > 0 && model.problem.calendar[model.calendar[slot] as number]?.closed !== undefined);
}

function allowedOn({ slots, units, bad, kept }: Model): Int32Array {
  return Int32Array.from({ length: slots }, (_, slot) => units.reduce((set, { fixed }, unit) => (bad[unit * slots + slot] === 0 && (kept[slot] === 1 ? fixed === slot : fixed === -1) ? set | (1 << unit) : set), 0));
}

function extraOf(model: Model, days: DayTable): Float64Array {
  const { costs, dayMinutes, scenes } = model.problem;
  return Float64Array.from({ length: model.slots }, (_, slot) => {
    const order = model.keptScenes.get(slot) ?? [];
    const set = model.units.reduce((bits, { fixed }, unit) => (fixed === slot ? bits | (1 << unit) : bits), 0);
    const [kept, best] = [movesOf(model, order), movesOf(model, (days.money[set] as number) < Infinity ? days.orderOf(set) : [])];
    const minutes = order.reduce((sum, scene) => sum + (scenes[scene]?.minutes ?? 0), 0) + kept.moves * costs.moveMinutes + kept.setMoves * costs.setMoveMinutes;
    const broken = kept.broken > 0 || (order.length > 1 && minutes > dayMinutes);
    return broken ? Infinity : (kept.moves - best.moves) * costs.move + (kept.setMoves - best.setMoves) * costs.setMove;
  });
}

function* transitionsOf(model: Model, days: DayTable): Generator<undefined, Pick<Outlook, 'start' | 'sets' | 'costs'> | undefined> {
  const size = 1 << model.units.length;
  const start = new Int32Array(size + 1);
  const sets: number[] = [];
  const costs: number[] = [];
  const needed = neededBefore(model);
  const stay = stays(model);
  let work = 0;
  for (let done = 0; done < size; done += 1) {
    start[done] = sets.length;
    const left = size - 1 - done;
    const onSet = stay.filter(({ units }) => (units & done) !== 0 && (units & left) !== 0);
    for (let set = left; set >= 0; set = set === 0 ? -1 : (set - 1) & left) {
      work += 1;
      if ((days.money[set] as number) < Infinity && (needed(set) & ~(done | set)) === 0) {
        sets.push(set);
        costs.push((days.money[set] as number) + onSet.reduce((sum, { units, held }) => ((units & set) === 0 ? sum + held : sum), 0));
      }
    }
    if (sets.length > MOST_TRANSITIONS) {
      return undefined;
    }
    if (work > SLICE) {
      work = 0;
      yield undefined;
    }
  }
  start[size] = sets.length;
  return { start, sets: Int32Array.from(sets), costs: Float64Array.from(costs) };
}

/** For a set of units, those that must not be shot later. */
function neededBefore({ befores, unitOf, units }: Model): (set: number) => number {
  const needs = new Int32Array(units.length);
  for (let at = 0; at < befores.length; at += 2) {
    const then = unitOf[befores[at + 1] as number] as number;
    needs[then] = (needs[then] as number) | (1 << (unitOf[befores[at] as number] as number));
  }
  return (set) => needs.reduce((sum, need, unit) => ((set >> unit) & 1 ? sum | need : sum), 0);
}

/** Resources with what holding them costs a day; where a gap may be dropped, nothing, for the sake of the bound. */
function stays({ problem, units }: Model): { units: number; held: number }[] {
  return problem.resources.map(({ dayCost, holdShare, dropAfter }, resource) => ({
    units: units.reduce((set, unit, index) => (unit.resources.includes(resource) ? set | (1 << index) : set), 0),
    held: (dropAfter === undefined ? dayCost * holdShare : 0) + TIES.held * FINE_TIE,
  }));
}

/** Whether the company is paid on a slot, and whether that is before all. */
export function companyOn({ model, all }: Outlook, slot: number, done: number, set: number): number {
  const firstWait = model.waits.indexOf(1);
  const begun = done !== 0 || set !== 0 || (firstWait >= 0 && slot >= firstWait);
  const over = done === all && slot > model.waits.lastIndexOf(1);
  return over ? 0 : begun ? model.problem.costs.companyDay + TIES.day * FINE_TIE : TIES.late * FINE_TIE;
}

/** The context behind a day; -1 where the rest before it is too short. */
export function contextAfter({ model, days, contexts }: Outlook, slot: number, context: number, set: number): number {
  if (contexts === 1) {
    return 0;
  }
  const rests = (contexts - 1) / 3;
  const nothing = contexts - 1;
  const step = slot + 1 < model.slots ? (model.calendar[slot + 1] as number) - (model.calendar[slot] as number) : rests;
  if (set === 0) {
    return context === nothing ? nothing : Math.floor(context / rests) * rests + Math.min(rests - 1, (context % rests) + step);
  }
  const kind = days.kind[set] as number;
  if (context !== nothing && context % rests < (model.rest[Math.floor(context / rests) * 3 + kind] as number)) {
    return -1;
  }
  return kind * rests + Math.min(rests - 1, step - 1);
}

function* reckon(outlook: Outlook): Generator<undefined, void> {
  const { model, all, contexts, least } = outlook;
  const size = all + 1;
  const row = (slot: number): number => slot * size * contexts;
  for (let context = 0; context < contexts; context += 1) {
    least[row(model.slots) + all * contexts + context] = 0;
  }
  let work = 0;
  for (let slot = model.slots - 1; slot >= 0; slot -= 1) {
    for (let done = 0; done < size; done += 1) {
      work += reckonFrom(outlook, slot, done, row(slot), row(slot + 1));
      if (work > SLICE) {
        work = 0;
        yield undefined;
      }
    }
  }
}

function reckonFrom(outlook: Outlook, slot: number, done: number, here: number, next: number): number {
  const { model, start, sets, costs, allowed, contexts, extra, least } = outlook;
  const [from, to] = [start[done] as number, start[done + 1] as number];
  const open = allowed[slot] as number;
  const [idle, busy] = [companyOn(outlook, slot, done, 0), companyOn(outlook, slot, done, 1)];
  for (let context = 0; context < contexts; context += 1) {
    let best = Infinity;
    for (let at = from; at < to; at += 1) {
      const set = sets[at] as number;
      if ((set & ~open) !== 0 || (model.kept[slot] === 1 && set !== open)) {
        continue;
      }
      const after = contextAfter(outlook, slot, context, set);
      if (after >= 0) {
        const cost = (costs[at] as number) + (set === 0 ? idle : busy) + (extra[slot] as number) + (least[next + (done | set) * contexts + after] as number);
        if (cost < best) {
          best = cost;
        }
      }
    }
    least[here + done * contexts + context] = best;
  }
  return (to - from) * contexts;
}
