// What a keystroke costs the breakdown: layout, settling, breaking down, suggesting, of a script as it is typed in.
import { breakdownOf } from '../../src/core/breakdown/breakdownOf';
import { suggestionsOf } from '../../src/core/breakdown/suggestions';
import { parse } from '../../src/core/fountain/parse';
import { reparse } from '../../src/core/fountain/reparse';
import { layoutOf } from '../../src/core/page/layout';
import { STANDARD_PAGE } from '../../src/core/page/page';
import { emptyProduction } from '../../src/core/production/emptyProduction';
import { settle } from '../../src/core/production/settle';
import { medianOf, row } from './measure';

export function benchBreakdown(text: string): void {
  let ids = 0;
  const newId = (): string => `id${ids++}`;
  let script = parse(text);
  let production = settle(emptyProduction(), layoutOf(script, STANDARD_PAGE), newId);
  const at = text.indexOf('the', text.length / 2);
  let typed = 0;
  const type = (): void => {
    script = reparse(script, { offset: at + typed, removed: 0, inserted: typed % 6 === 5 ? ' ' : 'x' });
    typed++;
    const layout = layoutOf(script, STANDARD_PAGE);
    production = settle(production, layout, newId);
    suggestionsOf(layout, production, breakdownOf(layout, production));
  };
  row('keystroke: layout, settle, breakdown, suggestions (ms)', medianOf(300, type));
  row('the whole breakdown of a script just opened (ms)', medianOf(5, () => {
    const layout = layoutOf(parse(text), STANDARD_PAGE);
    const fresh = settle(emptyProduction(), layout, newId);
    suggestionsOf(layout, fresh, breakdownOf(layout, fresh));
  }));
}
