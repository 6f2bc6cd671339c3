// Which fonts stand in for what Courier Prime lacks, and in which order they are looked at.
import assert from 'node:assert/strict';
import { candidates, findFallbacks, type FontSource } from '../../../src/print/fallbackFonts';
import { courierPrime, liberationSans } from '../../support/pdfFonts';

const FILES: Readonly<Record<string, Uint8Array | undefined>> = {
  '/fonts/Broken-Regular.ttf': new Uint8Array([1, 2, 3]),
  '/fonts/LiberationMono-Regular.ttf': courierPrime().regular,
  '/fonts/arial.ttf': liberationSans(),
  '/fonts/notes.txt': new Uint8Array(3),
  '/fonts/Unreadable.ttf': undefined,
};

function source(): FontSource & { readonly reads: string[]; readonly listed: () => number } {
  const reads: string[] = [];
  let lists = 0;
  return {
    reads,
    listed: () => lists,
    list: () => {
      lists += 1;
      return Promise.resolve(Object.keys(FILES));
    },
    read: (path) => {
      reads.push(path);
      return Promise.resolve(FILES[path]);
    },
  };
}

describe('fonts that stand in', () => {
  it('are not looked for where nothing is missing', async () => {
    const fonts = source();
    assert.deepEqual(await findFallbacks(new Set(), { source: fonts, chosen: ['/fonts/arial.ttf'] }), []);
    assert.deepEqual([fonts.reads, fonts.listed()], [[], 0]);
  });

  it('are found by what they can really show, past broken ones and those that lack it', async () => {
    const found = await findFallbacks(new Set(['ж', 'λ', '日']), { source: source(), chosen: [] });
    assert.deepEqual(found.map(({ shapes }) => shapes.postscriptName), ['LiberationSans']);
    assert.deepEqual(['ж', 'λ', '日', 'a'].map((text) => found[0]?.formOf(text)), ['ж', 'λ', undefined, 'a']);
  });

  it('are those that the writer chose, first, and then nothing else is read', async () => {
    const fonts = source();
    const found = await findFallbacks(new Set(['ж']), { source: fonts, chosen: ['/fonts/Unreadable.ttf', '/fonts/arial.ttf'] });
    assert.equal(found.length, 1);
    assert.deepEqual([fonts.reads, fonts.listed()], [['/fonts/Unreadable.ttf', '/fonts/arial.ttf'], 0]);
  });

  it('stop being looked for when the export is cancelled', async () => {
    await assert.rejects(findFallbacks(new Set(['ж']), { source: source(), chosen: ['/fonts/arial.ttf'], signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('are typewriter-like first for alphabets, the usual ones of a script next, bold and slanted ones last', () => {
    const files = ['ZLast.ttf', 'ABold-Bold.ttf', 'NotoSansCJK-Regular.ttc', 'cour.ttf', 'DejaVuSans.ttf', 'LiberationMono-Regular.ttf', 'msgothic.ttc', 'readme.md'].map((name) => `C:\\Windows\\Fonts\\${name}`);
    const names = (wanted: string): string[] => candidates(files, new Set(wanted)).map((path) => path.replace(/^.*\\/, ''));
    assert.deepEqual(names('ж'), ['cour.ttf', 'LiberationMono-Regular.ttf', 'DejaVuSans.ttf', 'msgothic.ttc', 'NotoSansCJK-Regular.ttc', 'ZLast.ttf', 'ABold-Bold.ttf']);
    assert.deepEqual(names('日').slice(0, 2), ['NotoSansCJK-Regular.ttc', 'msgothic.ttc']);
  });
});
