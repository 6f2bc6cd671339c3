// What counts as revised, and which printed lines say so.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesSince, isRevised } from '../../../src/print/revisions';

const changed = (before: string, after: string): string[] => changesSince(before, after).map(({ from, to }) => after.slice(from, to));

describe('changes since an earlier version', () => {
  it('are the words that differ, not the whole paragraph', () => {
    assert.deepEqual(changed('A net lies there.\n\nMARA\nYes.\n', 'A net sinks there.\n\nMARA\nYes.\n'), ['sinks']);
  });

  it('are whole lines where lines were put in', () => {
    assert.deepEqual(changed('One.\n\nThree.\n', 'One.\n\nTwo.\n\nThree.\n').map((text) => text.trim()), ['Two.']);
  });

  it('are an empty place where something was taken out', () => {
    assert.deepEqual(changesSince('One two three.\n', 'One three.\n'), [{ from: 4, to: 4 }]);
    assert.deepEqual(changesSince('One.\n\nTwo.\n\nThree.\n', 'One.\n\nThree.\n').length, 1);
  });

  it('are none where only line ends, space at line ends or blank lines differ', () => {
    assert.deepEqual(changed('One. \r\n\r\nTwo.\r\n', 'One.\n\n\nTwo.\n'), []);
  });

  it('are everything in a script that has hardly a line of the old one', () => {
    assert.deepEqual(changed('', 'All new.\n').map((text) => text.trim()), ['All new.']);
  });

  it('come in order, never overlap, and name no text that both have alike', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ж', '\n', ' ', 'MARA', '\r\n', 'word word'), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const spans = changesSince(before, after);
        spans.forEach(({ from, to }, index) => assert.ok(from <= to && to <= after.length && from >= (spans[index - 1]?.to ?? 0)));
        assert.deepEqual(changesSince(after, after), []);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('a printed line', () => {
  const spans = [{ from: 3, to: 5 }, { from: 9, to: 9 }];
  it('is revised where it shares a letter with a change, or something was taken out of it', () => {
    const revised = (from: number, to: number): boolean => isRevised(spans, from, to);
    assert.deepEqual([revised(0, 3), revised(0, 4), revised(4, 8), revised(5, 8), revised(8, 12), revised(10, 12), revised(4, 4)], [false, true, true, false, true, false, false]);
  });
});
