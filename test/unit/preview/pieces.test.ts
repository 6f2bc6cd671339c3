import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsOf } from '../../../src/core/page/columns';
import type { Run } from '../../../src/core/page/page';
import { isBidi, piecesOf } from '../../../src/preview/pieces';
import { BOLD, ITALIC, UNDERLINE, type Piece } from '../../../src/preview/protocol';

function run(text: string, column = 0, style: Partial<Run> = {}): Run {
  return { text, column, width: columnsOf(text), bold: false, italic: false, underline: false, ...style };
}
const textOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.text);

describe('piecesOf', () => {
  it('leaves plain text plain', () => {
    assert.deepEqual(piecesOf([run('Señora Łódź — “who?”')]), ['Señora Łódź — “who?”']);
  });

  it('tells styles, and blank columns between runs', () => {
    assert.deepEqual(piecesOf([run('It was ', 0), run('real', 7, { italic: true }), run('March', 14, { bold: true, underline: true })]), [
      'It was ',
      { text: 'real', style: ITALIC },
      { text: 'March', style: BOLD | UNDERLINE, gap: 3 },
    ]);
  });

  it('gives other scripts the columns that the layout gave them', () => {
    assert.deepEqual(piecesOf([run('ЖАННА says 你好，世界 😀!')]), [{ text: 'ЖАННА', columns: 5 }, ' says ', { text: '你好，世界', columns: 10, wide: true }, ' ', { text: '😀', columns: 2 }, '!']);
  });

  it('keeps a joined emoji and an accent that stands apart in one piece', () => {
    assert.deepEqual(piecesOf([run('a👨‍👩‍👧b')]), ['a', { text: '👨‍👩‍👧', columns: 2 }, 'b']);
    assert.deepEqual(piecesOf([run('xe\u0301y')]).map(textOf).join('|'), 'x|e\u0301|y');
  });

  it('leaves a line that is written from right to left whole, for the browser to put in order', () => {
    assert.deepEqual(piecesOf([run('مرحبا (beat) بالعالم')]), ['مرحبا (beat) بالعالم']);
    assert.deepEqual(piecesOf([run('שלום '), run('עולם', 5, { bold: true })]), ['שלום ', { text: 'עולם', style: BOLD }]);
    assert.ok(isBidi('שלום') && isBidi('a مرحبا') && !isBidi('Привет') && !isBidi('plain'));
  });

  it('says every character, in order, and takes exactly its columns', () => {
    const scripts = ['a', 'é', ' ', 'Ж', 'ω', '你', 'か', '한', '，', '😀', '👍🏽', 'e\u0301', '\u200b', '\ufffd', 'क्षि', 'ไทย', '★', '<', '&'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scripts), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const pieces = piecesOf([run(text)]);
        assert.equal(pieces.map(textOf).join(''), text);
        const columns = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? columnsOf(piece) : (piece.columns ?? columnsOf(piece.text))), 0);
        assert.equal(columns, columnsOf(text));
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});
