// Lines with words that are read from the right, as the eye sees them from the left.
import assert from 'node:assert/strict';
import { cellsOf } from '../../../src/core/page/columns';
import { directionOf, hasRightToLeft, visualOrder } from '../../../src/print/visualOrder';

const seen = (text: string, direction: 'ltr' | 'rtl' | 'auto' = 'auto'): string => visualOrder([...cellsOf(text)], direction).map((placed) => placed.text).join('');

describe('visual order', () => {
  it('turns words round, brackets with them, and leaves numbers as they are', () => {
    assert.equal(seen('אבג (דה) 12'), '12 (הד) גבא');
    assert.equal(seen('He said אבג ok', 'ltr'), 'He said גבא ok');
    assert.equal(seen('He said אבג.', 'rtl'), '.גבא He said');
    assert.equal(seen('plain'), 'plain');
  });

  it('keeps marks with their letters', () => {
    assert.equal(seen('שָׁלוֹם'), ['ם', 'וֹ', 'ל', 'שָׁ'].join(''));
  });

  it('knows a paragraph’s direction by its first letter', () => {
    assert.deepEqual(['12 abc שלום', '... שלום abc', '123', ''].map(directionOf), ['ltr', 'rtl', undefined, undefined]);
  });

  it('takes nothing for it that is not: a byte order mark is none', () => {
    assert.deepEqual(['\ufeffTitle', 'naïve', 'ж', '日本', 'سلام', 'שלום'].map(hasRightToLeft), [false, false, false, false, true, true]);
  });
});
