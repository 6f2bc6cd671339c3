// A scope found again after edits: by its words, headings and numbers, never mistaken for its double where it can be helped.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { sliceOf } from '../../../../src/core/fountain/script';
import { findScene, placeScope, scopeOf, scopeSpan } from '../../../../src/core/scenarios/place';
import type { Scope } from '../../../../src/core/scenarios/scenario';
import { scenesOf } from '../../../../src/core/script/outline';

const SCRIPT = 'FADE IN:\n\n# Act one\n\nINT. CAR - DAY\n\nOne.\n\nEXT. ROAD - DAY\n\nTwo.\n\n# Act two\n\nINT. CAR - DAY\n\nThree.\n\nEXT. SEA - NIGHT\n\nFour.\n';

function scope(text: string, from: string, kind: Scope['kind'] = 'scene', to = from): Scope {
  return scopeOf(parse(text), { from: text.indexOf(from), to: text.indexOf(to) + 1 }, kind);
}

/** The words of the place, and whether they are said to be unchanged. */
function found(text: string, wanted: Scope): [string, boolean] | undefined {
  const script = parse(text);
  const place = placeScope(script, wanted);
  return place && [sliceOf(script, place.from, place.to).trim(), place.unchanged];
}

describe('scopeOf', function () {
  this.timeout(60_000);

  it('takes whole scenes, a section with all that is in it, or all to the end', () => {
    const script = parse(SCRIPT);
    const text = (from: string, kind: Scope['kind']): string => {
      const at = SCRIPT.indexOf(from);
      const span = scopeSpan(script, { from: at, to: at }, kind);
      return sliceOf(script, span.from, span.to);
    };
    assert.equal(text('Two', 'scene'), 'EXT. ROAD - DAY\n\nTwo.\n\n');
    assert.match(text('Two', 'section'), /^# Act one\n[^]*Two\.\n\n$/);
    assert.match(text('Two', 'toEnd'), /^EXT\. ROAD[^]*Four\.\n$/);
    assert.equal(text('FADE', 'scene'), 'INT. CAR - DAY\n\nOne.\n\n', 'the scene behind it');
    assert.equal(text('# Act two', 'toEnd'), SCRIPT.slice(SCRIPT.lastIndexOf('INT. CAR')));
    assert.deepEqual(scopeSpan(parse('Text.'), { from: 2, to: 2 }, 'scene'), { from: 0, to: 5 });
    assert.equal(scope(SCRIPT, 'FADE', 'section').kind, 'range', 'where no section is');
  });

  it('keeps headings and numbers within what a file holds', () => {
    const long = `INT. ${'X'.repeat(2000)} - DAY #1#\n\nOne.\n`;
    const kept = scope(long, 'One');
    assert.equal(kept.from.length, 300);
    assert.deepEqual(found(long, kept)?.[1], true);
  });
});

describe('placeScope', function () {
  this.timeout(60_000);

  it('finds it moved, and says that it reads as it did', () => {
    const moved = SCRIPT.replace('EXT. SEA - NIGHT\n\nFour.\n', '').replace('FADE IN:', 'EXT. SEA - NIGHT\n\nFour.');
    assert.deepEqual(found(moved, scope(SCRIPT, 'Four')), ['EXT. SEA - NIGHT\n\nFour.', true]);
    assert.deepEqual(found(SCRIPT.replaceAll('\n', '\r\n'), scope(SCRIPT, 'Two')), ['EXT. ROAD - DAY\r\n\r\nTwo.', true]);
    assert.deepEqual(found(`${SCRIPT}\n\n`, scope(SCRIPT, 'Four')), ['EXT. SEA - NIGHT\n\nFour.', true]);
  });

  it('says when it has changed', () => {
    assert.deepEqual(found(SCRIPT.replace('Four', 'Five'), scope(SCRIPT, 'Four')), ['EXT. SEA - NIGHT\n\nFive.', false]);
    assert.deepEqual(found(`${SCRIPT}\nINT. END\n\nNew.\n`, scope(SCRIPT, 'Two', 'toEnd'))?.[1], false);
  });

  it('tells doubles apart by their words, then by their place among them', () => {
    const second = scope(SCRIPT, 'Three');
    assert.equal(second.nth, 1);
    const without = SCRIPT.replace('INT. CAR - DAY\n\nOne.\n\n', '');
    assert.deepEqual(found(without, second), ['INT. CAR - DAY\n\nThree.', true]);
    assert.deepEqual(found(SCRIPT.replace('Three', 'Changed'), second), ['INT. CAR - DAY\n\nChanged.', false]);
    const twice = SCRIPT.replace('Three', 'One');
    const other = scope(twice, 'INT. CAR - DAY\n\nOne.\n\nEXT. SEA');
    const place = placeScope(parse(twice), other);
    assert.equal(place?.from, twice.lastIndexOf('INT. CAR'));
  });

  it('finds it by its number where the heading was rewritten, and by its words where neither is left', () => {
    const numbered = SCRIPT.replace('EXT. SEA - NIGHT', 'EXT. SEA - NIGHT #12#');
    assert.deepEqual(found(numbered.replace('EXT. SEA - NIGHT', 'EXT. OCEAN - DAWN'), scope(numbered, 'Four')), ['EXT. OCEAN - DAWN #12#\n\nFour.', false]);
    assert.deepEqual(found(SCRIPT.replace('EXT. SEA - NIGHT', 'EXT. OCEAN - DAWN'), scope(SCRIPT, 'Four')), ['EXT. OCEAN - DAWN\n\nFour.', false]);
    assert.equal(found(SCRIPT.replace('EXT. SEA - NIGHT\n\nFour.', ''), scope(SCRIPT, 'Four')), undefined);
  });

  it('finds sections by their text and ranges by both ends', () => {
    const range = scope(SCRIPT, 'Two', 'range', 'Three');
    assert.deepEqual(found(SCRIPT.replace('Two.', 'Two and more.\n\nINT. NEW - DAY\n\nNew.'), range), ['EXT. ROAD - DAY\n\nTwo and more.\n\nINT. NEW - DAY\n\nNew.\n\n# Act two\n\nINT. CAR - DAY\n\nThree.', false]);
    assert.deepEqual(found(SCRIPT.replace('# Act one', '## Act One'), scope(SCRIPT, 'Two', 'section'))?.[1], false);
    assert.deepEqual(found(SCRIPT, scope(SCRIPT, 'Two', 'section'))?.[1], true);
  });

  it('gives back every scope of every script as it was asked about', () => {
    const piece = fc.constantFrom('INT. A - DAY\n\n', 'INT. A - DAY\n\nText.\n\n', 'EXT. B #2#\n\n', '# Act\n\n', '# Act\n', '## Sub\n\n', 'Text.\n\n', '/* out\n\n*/\n\n', 'MARA\nGo.\n', 'INT. C\r\n\r\n');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 16 }), fc.nat(), fc.nat(120), fc.constantFrom<Scope['kind'][]>('scene', 'section', 'range', 'toEnd'), (pieces, at, length, kind) => {
        const text = pieces.join('');
        const script = parse(text);
        const from = at % text.length;
        const span = { from, to: Math.min(text.length, from + length) };
        const wanted = scopeOf(script, span, kind);
        const whole = scopeSpan(script, span, kind);
        const place = placeScope(script, wanted);
        if (whole.to > whole.from) {
          assert.equal(place?.unchanged, true);
          assert.equal(sliceOf(script, place.from, place.to).trim(), sliceOf(script, whole.from, whole.to).trim());
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('a long script with one set', function () {
  // What is looked for here took a minute and more while every stretch was read to its end.
  this.timeout(30_000);
  const scene = (at: number): string => `INT. JURY ROOM - DAY\n\nThe jurors talk of thing ${at}.\n\nFOREMAN\nVote ${at * 7} now.\n\n`;
  const text = Array.from({ length: 3000 }, (_, at) => scene(at)).join('');
  const long = parse(text);
  const at = (words: string, from = text): number => from.indexOf(words);

  it('has the place found by its words, whatever was changed', () => {
    for (const kind of ['scene', 'range', 'toEnd'] as const) {
      const wanted = scopeOf(long, { from: at('thing 1200.'), to: kind === 'range' ? at('thing 1210.') : at('thing 1200.') }, kind);
      const before = scene(1200).trim();
      assert.ok(found(text, wanted)?.[0].startsWith(before), kind);
      const elsewhere = text.replace('thing 7.', 'something else.').replace('thing 1500.', 'another.');
      assert.ok(found(elsewhere, wanted)?.[0].startsWith(before), kind);
      // One scene came before it, and a word of it is another.
      const moved = scene(9999) + text.replace(kind === 'scene' ? 'thing 1200.' : 'thing 1205.', 'no such thing.');
      const [words, unchanged] = found(moved, wanted) ?? [];
      assert.equal(unchanged, false, kind);
      assert.ok(kind === 'scene' || words?.startsWith(before), kind);
    }
  });

  it('has it found by what stands below the heading, where every heading was rewritten', () => {
    const other = text.replaceAll('JURY ROOM', 'COURT');
    const wanted = scopeOf(long, { from: at('thing 1200.'), to: at('thing 1200.') }, 'scene');
    assert.ok(found(other, wanted)?.[0].includes('thing 1200.'));
    assert.equal(found(other.replace('thing 1200.', 'gone.'), wanted), undefined);
    assert.equal(found(other, scopeOf(long, { from: at('thing 40.'), to: at('thing 40.') }, 'toEnd')), undefined, 'its headings below are part of its words');
  });

  it('has an end found where every scene reads like every other', () => {
    const same = 'INT. JURY ROOM - DAY\n\nThe same.\n\n'.repeat(3000);
    const wanted = scopeOf(parse(same), { from: 0, to: same.length - 2 }, 'range');
    assert.equal(found(same, wanted)?.[1], true);
    assert.equal(found(same.replace('The same.', 'Not.'), wanted)?.[1], false);
    assert.equal(found(same.replaceAll('JURY', 'BIG'), wanted), undefined);
  });
});

describe('findScene', () => {
  it('finds the scene a consequence names, from a place on', () => {
    const script = parse(SCRIPT);
    assert.equal(findScene(script, { scene: 'INT. CAR - DAY' })?.from, SCRIPT.indexOf('INT. CAR'));
    assert.equal(findScene(script, { scene: 'int. car – day' }, SCRIPT.indexOf('Two'))?.from, SCRIPT.lastIndexOf('INT. CAR'));
    assert.equal(findScene(script, { scene: 'EXT. SEA' })?.item, scenesOf(script)[3]?.item);
    assert.equal(findScene(script, { scene: 'INT. SEA' }), undefined);
    assert.equal(findScene(script, {}), undefined);
  });
});
