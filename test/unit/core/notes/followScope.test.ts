// What was left to be read is found again in a script that was closed, changed elsewhere and opened anew.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { findMarked, markSpan } from '../../../../src/core/notes/followScope';
import { scenesOf } from '../../../../src/core/script/outline';
import { randomFrom, randomText } from '../../../support/randomScript';
import { DINER } from '../proposals/sample';

const script = parse(DINER);
const [first, second] = scenesOf(script);
assert.ok(first && second);

function found(text: string, span = second): string | undefined {
  const place = findMarked(markSpan(script, span ?? first ?? { from: 0, to: 0 }), parse(text));
  return place && text.slice(place.from, place.to);
}

describe('scenes that are left to be read', () => {
  const last = DINER.slice(second.from);

  it('are found where nothing, something above, or something in them changed', () => {
    assert.equal(found(DINER), last);
    assert.equal(found(DINER, first), DINER.slice(first.from, first.to));
    assert.equal(found(`INT. NEW - DAY\n\nSomething.\n\n${DINER}`), last);
    assert.equal(found(`${DINER}\nMore is said.\n`), `${last}\nMore is said.\n`);
    assert.equal(found(DINER.replaceAll('\n', '\r\n'), first), DINER.slice(first.from, first.to).replaceAll('\n', '\r\n'));
  });

  it('end where the scene begins that followed them, or as long as they were where that is gone', () => {
    const longer = DINER.replace("You're late.", "You're late. Very late. And it is raining.");
    assert.equal(found(longer, first), longer.slice(first.from, longer.indexOf('EXT. PARKING LOT')));
    const without = DINER.slice(0, second.from);
    assert.equal(found(without, first), without.slice(first.from));
  });

  it('are nowhere where their heading is gone', () => {
    assert.equal(found('INT. ELSEWHERE - DAY\n\nNothing.\n'), undefined);
    assert.equal(found(''), undefined);
  });

  it('are at their place in an unchanged script, whatever is in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 30 }), fc.integer({ min: 1, max: 60 }), (seed, pieces) => {
        const text = randomText(randomFrom(seed), pieces);
        const any = parse(text);
        for (const scene of scenesOf(any)) {
          const place = findMarked(markSpan(any, scene), any);
          assert.ok(place && place.from >= scene.from && place.from < scene.to && place.to > place.from && place.to <= text.length);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
