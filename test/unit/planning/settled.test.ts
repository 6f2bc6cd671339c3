// A production settled change by change: what was seen a moment ago counts, though no file has it.
import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout } from '../../../src/core/page/page';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import { settle } from '../../../src/core/production/settle';
import { settledAnew, type Settled } from '../../../src/planning/settled';

const layout = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);
const WORDS = 'river stone lantern window mother engine silver corner summer bottle garden thunder ladder pocket shoulder whisper'.split(' ');
const paragraph = (from: number): string => Array.from({ length: 14 }, (_, at) => `${WORDS[(at * 5 + from) % WORDS.length] ?? ''}${from * 31 + at}`).join(' ');

describe('a production settled anew', () => {
  it('follows a scene that is renamed and rewritten paragraph by paragraph while its file stands still', () => {
    let count = 0;
    const newId = (): string => `id${(count += 1)}`;
    const script = (heading: string, paragraphs: readonly string[]): Layout => layout(`INT. MILL - DAY\n\n${paragraph(900)}.\n\n${heading}\n\n${paragraphs.join('.\n\n')}.\n`);
    const old = Array.from({ length: 12 }, (_, at) => paragraph(at));
    const fresh = Array.from({ length: 12 }, (_, at) => paragraph(at + 100));
    const file = settle(emptyProduction(), script('INT. HOUSE - DAY', old), newId);
    const [, house = ''] = Object.keys(file.scenes);
    let last: Settled = settledAnew(file, script('EXT. QUARRY - NIGHT', old), undefined, newId);
    for (let done = 1; done <= 12; done++) {
      last = settledAnew(file, script('EXT. QUARRY - NIGHT', [...fresh.slice(0, done), ...old.slice(done)]), last.production, newId);
      assert.equal(last.breakdown.scenes[1]?.id, house, `after ${done}`);
    }
    assert.deepEqual(last.breakdown.orphans, []);
  });
});
