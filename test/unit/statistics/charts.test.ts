// The pictures of the statistics: everything stands within the frame, says what it is, and leads to its place.
import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { statisticsOf } from '../../../src/core/statistics/statistics';
import { clip, frameOf, pageAxis, pageScale, textWidth } from '../../../src/statistics/charts/canvas';
import { exchangesChart, namesThatFit } from '../../../src/statistics/charts/exchanges';
import { presenceChart } from '../../../src/statistics/charts/presence';
import { rhythmChart } from '../../../src/statistics/charts/rhythm';
import { sceneLengthsChart } from '../../../src/statistics/charts/sceneLengths';
import { splitChart } from '../../../src/statistics/charts/split';
import type { Drawing, Shape } from '../../../src/statistics/protocol';
import { featureScript } from '../../support/randomScript';

const crowd = (count: number): string => Array.from({ length: count }, (_, index) => `INT. SET ${index % 7} - DAY\n\nPERSON ${index} WITH A VERY LONG NAME INDEED\nHello there.\n\n@שרה ${index % 3}\nשלום.`).join('\n\n');
const SCRIPTS: Readonly<Record<string, string>> = {
  feature: featureScript(60),
  oneLine: 'MARA\nYes.\n',
  oneCharacter: 'INT. A - DAY\n\nMARA\nYes.\n\nINT. B - NIGHT\n\nMARA\nNo.\n',
  silent: 'INT. A - DAY\n\nRain.\n\n# Act\n\nEXT. B\n\nSnow.\n',
  crowd: crowd(200),
};

function drawingsOf(text: string, width: number): Record<string, Drawing> {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  const { pages, sections, scenes, characters, extent, pairs, places } = statisticsOf(layout);
  const frame = frameOf(width);
  return {
    rhythm: rhythmChart(frame, pages, pages.map((_, index) => index), sections, { label: 'Rhythm', action: 'Action', dialogue: 'Dialogue', page: (index) => `Page ${index + 1}`, section: ({ name }) => name }),
    lengths: sceneLengthsChart(frame, scenes, { label: 'Lengths', scene: (index) => `Scene ${index + 1}`, number: (index) => String(index + 1), pages: (eighths) => String(eighths / 8) }),
    presence: presenceChart(frame, { characters: characters.slice(0, 16), scenes, extent, pages: pages.length }, { label: 'Presence', character: ({ name }) => name, scene: ({ name }, index) => `${name} ${index}` }),
    exchanges: exchangesChart(frame, characters.slice(0, namesThatFit(frame)).map(({ name }) => name), pairs, { label: 'Exchanges', pair: ({ names }) => names.join(' ') }),
    split: splitChart(frame, [{ name: 'Where', parts: places.map(({ name, share, at }) => ({ name, share, figure: `${Math.round(share * 100)}%`, told: name, target: at })) }], 'Split'),
  };
}

function rightOf(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return shape.x + shape.r;
    case 'line':
      return Math.max(shape.x1, shape.x2);
    case 'text':
      return shape.anchor === 'start' ? shape.x + textWidth(shape.text, shape.size) : shape.anchor === 'middle' ? shape.x + textWidth(shape.text, shape.size) / 2 : shape.x;
    default:
      return shape.x + shape.width;
  }
}

describe('statistics: charts', () => {
  for (const [name, text] of Object.entries(SCRIPTS)) {
    for (const width of [240, 700, 1400]) {
      it(`stay in the frame and in the finite: ${name}, ${width} wide`, () => {
        for (const [chart, { shapes, height, width: wide, label }] of Object.entries(drawingsOf(text, width))) {
          assert.ok(label !== '' && wide <= width && height >= 0 && Number.isFinite(height), chart);
          for (const shape of shapes) {
            assert.ok(Object.values(shape).every((value) => typeof value !== 'number' || Number.isFinite(value)), `${chart}: ${JSON.stringify(shape)}`);
            // A page number under the last page may reach over by half of itself.
            assert.ok(rightOf(shape) <= wide + 12, `${chart}: ${JSON.stringify(shape)} in ${wide}`);
            if (shape.kind === 'rect' || shape.kind === 'spot') {
              assert.ok(shape.width >= 0 && shape.height >= 0 && shape.x >= -0.1 && shape.y >= -0.1 && shape.y + shape.height <= height + 1, `${chart}: ${JSON.stringify(shape)} in ${height}`);
            }
          }
        }
      });
    }
  }

  it('have a spot for each page, scene and meeting, leading there', () => {
    const layout = layoutOf(parse(SCRIPTS['feature'] ?? ''), STANDARD_PAGE);
    const { scenes, pages, characters } = statisticsOf(layout);
    const drawings = drawingsOf(SCRIPTS['feature'] ?? '', 900);
    const spots = (drawing?: Drawing) => (drawing?.shapes ?? []).filter((shape) => shape.kind === 'spot');
    assert.equal(spots(drawings['rhythm']).filter(({ label }) => label.startsWith('Page')).length, pages.length);
    assert.deepEqual(spots(drawings['lengths']).map(({ target }) => target), scenes.map(({ at }) => at));
    assert.equal(spots(drawings['presence']).length, characters.slice(0, 16).reduce((sum, each) => sum + 1 + each.scenes.length, 0));
  });

  it('draw action and dialogue to one measure, as high as their rows are many', () => {
    const { shapes } = rhythmChart(frameOf(900), [{ action: 10, dialogue: 30, other: 2 }, { action: 20, dialogue: 0, other: 0 }], [0, 1], [], { label: 'x', action: 'a', dialogue: 'd', page: String, section: String });
    const bars = shapes.filter((shape) => shape.kind === 'rect' && shape.width > 20).map((shape) => (shape.kind === 'rect' ? [shape.role, shape.height] : []));
    assert.deepEqual(bars.map(([role]) => role), ['action', 'dialogue', 'action']);
    assert.ok(Math.abs(Number(bars[1]?.[1]) / Number(bars[0]?.[1]) - 3) < 0.02 && Math.abs(Number(bars[2]?.[1]) / Number(bars[0]?.[1]) - 2) < 0.02);
  });

  it('draw a disc’s area as exchanges are many, and a ring for none', () => {
    const pair = (a: string, b: string, exchanges: number) => ({ names: [a, b] as const, exchanges, scenes: 1, at: 0 });
    const { shapes } = exchangesChart(frameOf(900), ['A', 'B', 'C'], [pair('A', 'B', 64), pair('A', 'C', 16), pair('B', 'C', 0)], { label: 'x', pair: () => '' });
    const discs = shapes.filter((shape) => shape.kind === 'circle');
    assert.equal(discs.length, 3);
    assert.ok(Math.abs((discs[0]?.r ?? 0) / (discs[1]?.r ?? 1) - 2) < 0.02);
    assert.equal(discs[2]?.outlined, true);
  });

  it('cut text at whole letters, and only where it must', () => {
    assert.equal(clip('MARA', 100, 11), 'MARA');
    assert.equal(clip('MAYOR PELLEGRINO', 60, 11), 'MAYOR P…');
    assert.equal(clip('MAYOR', 12, 11), '');
    assert.equal(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 60, 11).replaceAll('👩‍👩‍👧‍👦', 'x').replace('…', ''), 'xxx');
  });

  it('number pages as often as there is room', () => {
    const numbers = (width: number, pages: number): string[] => {
      const frame = frameOf(width);
      return pageAxis(frame, pageScale(frame, pages), pages, 0).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    };
    assert.deepEqual(numbers(900, 4), ['1', '2', '3', '4']);
    assert.deepEqual(numbers(900, 120), ['1', '10', '20', '30', '40', '50', '60', '70', '80', '90', '100', '110', '120']);
    assert.deepEqual(numbers(300, 120).slice(0, 3), ['1', '20', '40']);
  });
});
