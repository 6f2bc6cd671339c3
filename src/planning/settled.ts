// A script's production settled after each change of either: what settling added or saw a moment ago is where it begins.
import type { Breakdown } from '../core/breakdown/breakdown';
import { breakdownOf } from '../core/breakdown/breakdownOf';
import type { Layout } from '../core/page/page';
import type { Production } from '../core/production/production';
import { settle } from '../core/production/settle';
import { withoutUnused } from './withoutUnused';

export interface Settled {
  /** As the file has it. */
  readonly from: Production;
  readonly layout: Layout;
  readonly production: Production;
  readonly breakdown: Breakdown;
}

/**
 * What settling added before and still needs keeps its ids, though no file has them yet: views would lose their places otherwise.
 * @param before what came out last for the same production of the file, if any
 */
export function settledAnew(from: Production, layout: Layout, before: Production | undefined, newId: (production: Production) => string): Settled {
  const base = before ? withBefore(from, before) : from;
  const whole = settle(base, layout, () => newId(base));
  const breakdown = breakdownOf(layout, whole);
  const production = withoutUnused(from, whole, breakdown);
  return { from, layout, production, breakdown: production === whole ? breakdown : breakdownOf(layout, production) };
}

function withBefore(from: Production, before: Production): Production {
  // Scenes as they were seen last: one rewritten sentence by sentence is followed, though nothing is written meanwhile.
  return { ...from, scenes: { ...from.scenes, ...before.scenes }, elements: { ...before.elements, ...from.elements }, sets: { ...before.sets, ...from.sets } };
}
