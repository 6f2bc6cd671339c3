import assert from 'node:assert/strict';
import { speechEnd } from '../../../../src/core/fountain/elements';
import { parse } from '../../../../src/core/fountain/parse';
import { lastAtOrBefore } from '../../../../src/core/fountain/search';
import { elementsOf } from '../../../../src/core/script/elements';
import { randomFrom } from '../../../support/randomScript';

describe('lastAtOrBefore', () => {
  it('is -1 before the first, and among none', () => {
    assert.equal(lastAtOrBefore(0, () => 0, 5), -1);
    assert.equal(lastAtOrBefore(2, (index) => [3, 8][index], 2), -1);
    assert.equal(lastAtOrBefore(2, (index) => [3, 8][index], 3), 0);
    assert.equal(lastAtOrBefore(2, (index) => [3, 8][index], 900), 1);
  });

  it('property: finds what looking at each finds, the last of equal ones', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomFrom(seed);
      const places = Array.from({ length: Math.floor(random() * 20) }, () => Math.floor(random() * 30)).sort((a, b) => a - b);
      for (let offset = -1; offset <= 31; offset++) {
        assert.equal(lastAtOrBefore(places.length, (index) => places[index], offset), places.findLastIndex((place) => place <= offset), `seed ${seed} offset ${offset}`);
      }
    }
  });
});

describe('speechEnd', () => {
  it('is behind the words, brackets and songs under a cue', () => {
    const elements = [...elementsOf(parse('MARA\n(low)\nStay.\n~La la.\n\nShe goes.\n'))].map(({ element }) => element);
    assert.equal(elements[speechEnd(elements, 1)]?.kind, 'action');
    assert.equal(speechEnd(elements, 4), 4);
    assert.equal(speechEnd(elements, elements.length), elements.length);
  });
});
