// Rows of the bench on pages: laying out a script, and laying it out again after a keystroke.
import type { Edit } from '../../src/core/edits/edit';
import { parse } from '../../src/core/fountain/parse';
import { reparse } from '../../src/core/fountain/reparse';
import type { Script } from '../../src/core/fountain/script';
import { layoutOf } from '../../src/core/page/layout';
import { STANDARD_PAGE } from '../../src/core/page/page';
import { medianOf, row } from './measure';

/** The rows for one script. */
export function benchPages(text: string): void {
  const parsing = medianOf(40, () => parse(text));
  // Each run lays out a script that nothing knows yet.
  const laying = medianOf(40, (script: Script) => layoutOf(script, STANDARD_PAGE), () => parse(text));
  const { key, kept } = keystrokes(text);
  console.log(`  medians in ms: layout of ${layoutOf(parse(text), STANDARD_PAGE).pages.length} pages ${laying.toFixed(2)}, again after a key ${key.toFixed(4)}`);
  row('layout / parse', laying / parsing, { most: 3 });
  row('layout after a keystroke / layout', key / laying, { most: 0.05 });
  row('pages kept after a keystroke, of all', kept);
  // What a paste out of a PDF gives: no blank line left, one paragraph of a hundred pages and more.
  const paragraph = `!${text.replace(/\s+/g, ' ')}`;
  const pasted = medianOf(8, (script: Script) => layoutOf(script, STANDARD_PAGE), () => parse(paragraph));
  row('layout of the same text as one paragraph / layout', pasted / laying);
}

/** The median of laying out after one more letter in the middle, and the share of pages that stay the same objects. */
function keystrokes(text: string): { key: number; kept: number } {
  const at = text.indexOf('the', text.length / 2);
  let script: Script = parse(text);
  let pages = layoutOf(script, STANDARD_PAGE).pages;
  let typed = 0;
  let kept = 0;
  let all = 0;
  const times: number[] = [];
  while (typed < 2000) {
    const edit: Edit = { offset: at + typed, removed: 0, inserted: typed % 6 === 5 ? ' ' : 'x' };
    script = reparse(script, edit);
    const start = performance.now();
    const layout = layoutOf(script, STANDARD_PAGE);
    times.push(performance.now() - start);
    const before = new Set(pages);
    kept += layout.pages.filter((page) => before.has(page)).length;
    all += layout.pages.length;
    ({ pages } = layout);
    typed++;
  }
  // The first half warms up: a keystroke is the path that is always warm.
  const warm = times.slice(1000).sort((a, b) => a - b);
  return { key: warm[warm.length >> 1] ?? NaN, kept: kept / all };
}
