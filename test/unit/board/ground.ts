// A production of a script as the board stands on it, for tests: settled, with costs, and a plain way to speak.
import { breakdownOf } from '../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import type { Production } from '../../../src/core/production/production';
import { settle } from '../../../src/core/production/settle';
import { telling, type Say } from '../../../src/board/telling';
import type { Ground } from '../../../src/board/weigh';

export const say: Say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
export const TELLING = telling(say, 'en', 'EUR');

let last = 0;
export const newId = (): string => `id${(last += 1)}`;

/** @param base what was kept before; ids of scenes are found again in it */
export function groundOf(text: string, base: Production = emptyProduction(), change: (production: Production) => Production = (production) => production): Ground {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  const settled = settle(base, layout, newId);
  const production = change(settled);
  return { production, breakdown: breakdownOf(layout, production) };
}

/** Each of the cast costs so much a day, the company a thousand, a night 500, a move 200. */
export function paid(production: Production): Production {
  const elements = Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, element.category === 'cast' ? { ...element, dayCost: 100 * (element.castNumber ?? 1) } : element]));
  return { ...production, elements, rules: { ...production.rules, start: '2026-05-11', dayEighths: 16, companyDayCost: 1000, nightCost: 500, moveCost: 200 } };
}
