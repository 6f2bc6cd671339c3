// Of plans that cost the same, the one that begins earliest and waits least: a plan's days moved up as far as that costs nothing.
import type { Plan } from '../problem';
import type { Model } from './model';
import { priceOf } from './price';

/** The most prices asked: each takes a fraction of a millisecond. */
const MOST_TRIES = 24;
/** The same to move the whole plan up: not each start will do, as the weekends lie elsewhere then. */
const MOST_STARTS = 120;

/** The plan, or one that costs and breaks no more and is over earlier. Kept days stay, and then all others do. */
export function settleDays(model: Model, plan: Plan): Plan {
  if (model.keptScenes.size > 0 || plan.days.length === 0) {
    return plan;
  }
  const slotOf = new Map([...model.calendar].map((day, slot) => [day, slot]));
  const price = priceOf(model, plan);
  let best = plan.days.map(({ day }) => slotOf.get(day) ?? 0);
  let tries = 0;
  const able = (slots: readonly number[]): boolean => {
    tries += 1;
    const other = priceOf(model, planOn(model, plan, slots));
    return other.breaches <= price.breaches && other.money <= price.money + 1e-9;
  };
  const early = best[0] ?? 0;
  for (let shift = Math.min(early, MOST_STARTS); shift > 0 && early === best[0]; shift -= 1) {
    const moved = best.map((slot) => slot - shift);
    best = able(moved) ? moved : best;
  }
  tries = 0;
  for (let from = 1; from < best.length && tries < MOST_TRIES; from += 1) {
    // A day and all behind it move up towards the day before it.
    const room = (best[from] ?? 0) - (best[from - 1] ?? 0) - 1;
    for (let shift = room; shift > 0 && tries < MOST_TRIES; shift = shift > 8 ? Math.floor(shift / 2) : shift - 1) {
      const moved = best.map((slot, at) => (at < from ? slot : slot - shift));
      if (able(moved)) {
        best = moved;
        break;
      }
    }
  }
  return planOn(model, plan, best);
}

function planOn({ calendar }: Model, { days }: Plan, slots: readonly number[]): Plan {
  return { days: days.map(({ scenes }, at) => ({ day: calendar[slots[at] ?? 0] ?? 0, scenes })) };
}
