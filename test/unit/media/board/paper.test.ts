// Strips can be read on every desk, and told apart.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contrast, inkOn, paperOf, paperProperties, quietInkOn } from '../../../../media/board/paper';

const DESKS = ['light', 'dark', 'contrast'] as const;
const LIGHTS = ['day', 'night', 'dawn', 'dusk'] as const;
const PLACES = ['int', 'ext'] as const;

describe('the paper of strips', () => {
  it('has an ink of at least 4.5 to 1 on every one, for quiet words too', () => {
    for (const desk of DESKS) {
      for (const paper of LIGHTS.flatMap((light) => PLACES.map((place) => paperOf(desk, light, place)))) {
        assert.ok(contrast(paper, inkOn(paper)) >= 4.5, paper);
        assert.ok(contrast(paper, quietInkOn(paper)) >= 6, paper);
      }
    }
  });

  it('measures contrast as the guidelines do', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#777777'), 1);
    assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.01);
    assert.equal(inkOn('#101010'), '#ffffff');
  });

  it('is another for each light and place, and the trade\'s white, yellow, blue, green', () => {
    for (const desk of DESKS) {
      assert.equal(new Set(LIGHTS.flatMap((light) => PLACES.map((place) => paperOf(desk, light, place)))).size, 8);
    }
    const [red, green, blue] = [1, 3, 5].map((at) => (paper: string) => Number.parseInt(paper.slice(at, at + 2), 16));
    for (const desk of DESKS) {
      const yellow = paperOf(desk, 'day', 'ext');
      const night = paperOf(desk, 'night', 'int');
      const leaf = paperOf(desk, 'night', 'ext');
      assert.ok((red?.(yellow) ?? 0) > (blue?.(yellow) ?? 0) + 60);
      assert.ok((blue?.(night) ?? 0) > (red?.(night) ?? 0) + 30);
      assert.ok((green?.(leaf) ?? 0) > Math.max(red?.(leaf) ?? 0, blue?.(leaf) ?? 0) + 20);
    }
    assert.equal(paperOf('light', 'day', 'int'), '#ffffff');
  });

  it('gives every name that the style asks for', () => {
    const asked = new Set([...readFileSync('media/board/main.css', 'utf8').matchAll(/var\((--(?:paper|ink|quiet)-[a-z-]+)\)/g)].map(([, name]) => name));
    const given = new Set(paperProperties('dark').map(([name]) => name));
    assert.ok(asked.size >= 20);
    assert.deepEqual([...asked].filter((name) => name !== undefined && !given.has(name)), []);
  });
});
