import assert from 'node:assert/strict';
import { ThreadPlace, type Change } from '../../../src/review/threadPlace';

const TEXT = 'INT. A\n\nDEV\nOne.\n\nINT. B\n\nMARA\nTwo.\n';
const END = TEXT.indexOf('One.') + 4;

/** One change of the text above, as the editor tells of it. */
function changeOf(offset: number, length: number, text: string): Change {
  const line = (at: number) => TEXT.slice(0, at).split('\n').length - 1;
  return { range: { start: { line: line(offset) }, end: { line: line(offset + length) } }, rangeOffset: offset, rangeLength: length, text };
}

describe('where the editor has carried a thread', () => {
  const here = (to: number) => ({ to, standing: 'here' }) as const;

  it('is where its speech is when lines come or go above, and below', () => {
    const place = new ThreadPlace(END);
    assert.ok(place.follow([changeOf(0, 0, 'FADE IN:\n\n')], true, here(END + 10)));
    assert.ok(place.follow([changeOf(END + 12, 0, 'More.\n')], true, here(END + 10)));
  });

  it('is unknown when its scene is cut out and put back elsewhere', () => {
    const place = new ThreadPlace(END);
    const scene = TEXT.slice(0, TEXT.indexOf('INT. B'));
    const moved = [changeOf(TEXT.length, 0, `\n${scene}`), changeOf(0, scene.length, '')];
    assert.ok(!place.follow(moved, true, here(TEXT.length + 1 - scene.length + END)));
    assert.ok(place.torn);
    place.placed(END);
    assert.ok(place.follow([changeOf(0, 0, 'A')], true, here(END + 1)));
  });

  it('is unknown when a line ends right at it, but not when words are written there', () => {
    assert.ok(!new ThreadPlace(END).follow([changeOf(END, 0, '\nMore.')], true, { to: END, standing: 'changed' }));
    assert.ok(new ThreadPlace(END).follow([changeOf(END, 0, ' More.')], true, { to: END, standing: 'changed' }));
  });

  it('is unknown when lines came above it in a script that no editor showed', () => {
    assert.ok(!new ThreadPlace(END).follow([changeOf(0, 0, 'FADE IN:\n\n')], false, here(END + 10)));
    assert.ok(new ThreadPlace(END).follow([changeOf(0, 0, 'AN ')], false, here(END + 3)));
  });

  it('is wrong when its speech was found again somewhere else', () => {
    assert.ok(!new ThreadPlace(END).follow([changeOf(TEXT.length, 0, 'DEV\nOne.\n')], true, here(TEXT.length + 8)));
  });
});
