// Our pages against Final Draft's, on a script that it saved (../shared/data, which is not part of the project).
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { formatEighths, sceneLengthsOf } from '../../../../src/core/page/sceneLengths';

const FOLDER = '../shared/data/big-fish';

describe('our pages and those of Final Draft', () => {
  it('agree on 97 of 100 scenes and on 120 pages (../shared/data/big-fish)', function () {
    if (!existsSync(FOLDER)) {
      this.skip();
    }
    const truth = JSON.parse(readFileSync(`${FOLDER}/scene-pages-1-100.json`, 'utf8')) as { scene: string; page: number; eighths: string }[];
    const layout = layoutOf(parse(readFileSync(`${FOLDER}/big-fish.forced.fountain`, 'utf8')), STANDARD_PAGE);
    const lengths = sceneLengthsOf(layout);
    const onPage = truth.filter(({ page }, index) => lengths[index]?.page === page).length;
    const eighths = truth.filter((scene, index) => formatEighths(lengths[index]?.eighths ?? 0) === scene.eighths).length;
    assert.equal(layout.pages.length, 120);
    assert.ok(onPage >= 97, `${onPage} scenes on Final Draft's page`);
    assert.ok(eighths >= 95, `${eighths} scenes as long as Final Draft says`);
  });
});
