// The cheapest plan along the backward reckoning; where gaps may be dropped, by depth first search, since what a gap costs shows only behind it.
import type { Plan } from '../problem';
import { companyOn, contextAfter, type Exact, type Outlook } from './exact';

/** Differences of cost less than this are ties between plans of equal cost. */
const SAME = 1e-4;
const SLICE = 4000;
const MOST_NODES = 1_500_000;

interface Level {
  readonly done: number;
  readonly context: number;
  readonly spent: number;
  /** Gaps so far: by drop resource its last slot, its held days, and the most held days of one gap that may be dropped. */
  readonly gaps: Int32Array;
  readonly choices: readonly Choice[];
  at: number;
}

interface Choice {
  readonly set: number;
  readonly after: number;
  readonly spent: number;
  /** At least, for the whole shoot. */
  readonly total: number;
}

interface Dropping {
  readonly units: number;
  readonly held: number;
  readonly dropAfter: number;
}

/** `atMost` is the cost of a plan that is known: where nothing beats it, it is proved, and no plan is given. */
export function* dropSearch(outlook: Outlook, atMost: number): Generator<undefined, Exact> {
  const { model, contexts, least } = outlook;
  const drops = droppingOf(outlook);
  const bound = least[contexts - 1] as number;
  // A plan of the same cost is looked for, too: the one told is then the best of equals.
  let best = atMost + 2 * SAME;
  let sets: number[] | undefined;
  let nodes = 0;
  const stack: Level[] = [level(outlook, drops, 0, 0, contexts - 1, 0, new Int32Array(drops.length * 3).map((_, at) => (at % 3 === 0 ? -1 : 0)), best)];
  while (stack.length > 0) {
    const top = stack.at(-1) as Level;
    const choice = top.choices[top.at];
    top.at += 1;
    if (!choice || choice.total >= best - SAME) {
      stack.pop();
      continue;
    }
    nodes += 1;
    if (nodes > MOST_NODES) {
      return { bound, proved: false, ...(sets && { plan: planOf(outlook, sets) }) };
    }
    if (nodes % SLICE === 0) {
      yield undefined;
    }
    if (stack.length === model.slots) {
      best = choice.total;
      sets = stack.map(({ choices, at }) => choices[at - 1]?.set ?? 0);
      continue;
    }
    const gaps = gapsAfter(outlook, drops, top.gaps, stack.length - 1, choice.set);
    stack.push(level(outlook, drops, stack.length, top.done | choice.set, choice.after, choice.spent, gaps, best));
  }
  return { bound: Math.min(best, atMost), proved: true, ...(sets && { plan: planOf(outlook, sets) }) };
}

function level(outlook: Outlook, drops: readonly Dropping[], slot: number, done: number, context: number, spent: number, gaps: Int32Array, best: number): Level {
  const { model, all, start, sets, costs, allowed, contexts, least } = outlook;
  const open = allowed[slot] as number;
  const next = (slot + 1) * (all + 1) * contexts;
  const choices: Choice[] = [];
  for (let at = start[done] as number; at < (start[done + 1] as number); at += 1) {
    const set = sets[at] as number;
    if ((set & ~open) !== 0 || (model.kept[slot] === 1 && set !== open)) {
      continue;
    }
    const after = contextAfter(outlook, slot, context, set);
    if (after < 0) {
      continue;
    }
    const now = spent + (costs[at] as number) + companyOn(outlook, slot, done, set) + (outlook.extra[slot] as number);
    const total = now + (least[next + (done | set) * contexts + after] as number) + heldOf(drops, drops.length === 0 ? gaps : gapsAfter(outlook, drops, gaps, slot, set));
    if (total < best - SAME) {
      choices.push({ set, after, spent: now, total });
    }
  }
  choices.sort((a, b) => a.total - b.total);
  return { done, context, spent, gaps, choices, at: 0 };
}

function gapsAfter({ model }: Outlook, drops: readonly Dropping[], gaps: Int32Array, slot: number, set: number): Int32Array {
  const after = gaps.slice();
  drops.forEach(({ units, dropAfter }, index) => {
    if ((units & set) === 0) {
      return;
    }
    const last = gaps[index * 3] as number;
    const held = last < 0 ? 0 : slot - last - 1;
    after[index * 3] = slot;
    after[index * 3 + 1] = (gaps[index * 3 + 1] as number) + held;
    if (held > (gaps[index * 3 + 2] as number) && (model.calendar[slot] as number) - (model.calendar[last] as number) - 1 >= dropAfter) {
      after[index * 3 + 2] = held;
    }
  });
  return after;
}

const heldOf = (drops: readonly Dropping[], gaps: Int32Array): number => drops.reduce((sum, { held }, index) => sum + held * ((gaps[index * 3 + 1] as number) - (gaps[index * 3 + 2] as number)), 0);

/** Resources of which a gap may be dropped, where that makes a difference. */
function droppingOf({ model }: Outlook): Dropping[] {
  return model.problem.resources.flatMap(({ dayCost, holdShare, dropAfter }, resource) => {
    const units = model.units.reduce((set, unit, index) => (unit.resources.includes(resource) ? set | (1 << index) : set), 0);
    return dropAfter !== undefined && dayCost * holdShare > 0 && (units & (units - 1)) !== 0 ? [{ units, held: dayCost * holdShare, dropAfter }] : [];
  });
}

function planOf({ model, days }: Outlook, sets: readonly number[]): Plan {
  return {
    days: sets.flatMap((set, slot) => {
      const scenes = model.kept[slot] === 1 ? (model.keptScenes.get(slot) ?? []) : days.orderOf(set);
      return scenes.length > 0 || model.waits[slot] === 1 ? [{ day: model.calendar[slot] as number, scenes }] : [];
    }),
  };
}
