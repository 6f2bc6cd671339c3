import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likenessOf, nearNames, wordsOf } from '../../../../src/core/script/nearNames';

const like = (a: string, b: string): string | undefined => {
  const both = likenessOf(wordsOf(a), wordsOf(b));
  assert.equal(likenessOf(wordsOf(b), wordsOf(a)), both, `${a} and ${b} the other way round`);
  return both;
};
const people = (...all: (readonly [string, number])[]): { name: string; speeches: number }[] => all.map(([name, speeches]) => ({ name, speeches }));
const slips = (...all: (readonly [string, number])[]): string[] => nearNames(people(...all)).map(({ rare, common }) => `${rare} for ${common}`);

describe('nearNames', () => {
  it('knows slips of the keyboard', () => {
    for (const [a, b] of [
      ['MARA', 'MARRA'], ['MATHEW', 'MATTHEW'], ['MARTHA', 'MARHTA'], ['INES', 'INÉS'], ['HARBOUR MASTER', 'HARBOURMASTER'], ['DR. FOX', 'DR FOX'], ['THE HARBOURMASTER', 'THE HARBORMASTER'],
      ['OLD KATHERINE', 'OLD KATHARINE'], ["O'NEILL", 'ONEILL'], ['НАТАША', 'НАТТАША'], ['ANNE-MARIE', 'ANNE MARIE'],
    ] as const) {
      assert.equal(like(a, b), 'close', `${a}, ${b}`);
    }
  });

  it('takes people for people', () => {
    for (const [a, b] of [
      ['MAN 1', 'MAN 2'], ['MAN', 'MEN'], ['COP A', 'COP B'], ['GUARD', 'GUARDS'], ['MR FOX', 'MRS FOX'], ['HARRY', 'BARRY'], ['TOM', 'TIM'], ['MARA', 'MARK'], ['JANE', 'JUNE'], ['R2D2', 'R2D3'],
      ['MARA', 'YOUNG MARA'], ['DEV', 'EVE'], ['李明', '李红'], ['KING', 'RING'], ['FIRST COP', 'THIRD COP'], ['MOTHER', 'FATHER'], ['ANN', 'DAN'], ['A', 'AA'],
    ] as const) {
      assert.equal(like(a, b), undefined, `${a}, ${b}`);
    }
    for (const [a, b] of [['JON', 'JOHN'], ['MARIA', 'MARIO'], ['PAUL', 'PAULA'], ['ANDREA', 'ANDREAS'], ['JULIA', 'JULIE'], ['АЛЕКСАНДР', 'АЛЕКСАНДРА']] as const) {
      assert.ok(like(a, b) !== 'close', `${a}, ${b}`);
    }
  });

  it('says so only where one of them is rare', () => {
    assert.deepEqual(slips(['MARA', 40], ['MARRA', 2]), ['MARRA for MARA']);
    assert.deepEqual(slips(['MARA', 2], ['MARRA', 1]), ['MARRA for MARA']);
    assert.deepEqual(slips(['MARA', 40], ['MARRA', 30]), []);
    assert.deepEqual(slips(['JOHN', 30], ['JON', 20]), []);
    assert.deepEqual(slips(['JOHN', 30], ['JON', 1]), ['JON for JOHN']);
    assert.deepEqual(slips(['JOHN', 3], ['JON', 1]), []);
    assert.deepEqual(slips(['MARIA', 30], ['MARIO', 2]), []);
  });

  it('gives a rare name to the commonest of those it is like', () => {
    assert.deepEqual(slips(['MARA', 40], ['MARRA', 6], ['MARRRA', 1]), ['MARRA for MARA', 'MARRRA for MARRA']);
    assert.deepEqual(slips(['KATHERINE', 10], ['KATHARINE', 2], ['KATHERRINE', 1]), ['KATHARINE for KATHERINE', 'KATHERRINE for KATHERINE']);
  });

  it('property: a letter doubled in a name of four letters or more is found; a name is never a slip for itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{4,9}$/), fc.nat(), (name, at) => {
        const place = at % name.length;
        const doubled = name.slice(0, place + 1) + name.charAt(place) + name.slice(place + 1);
        const isPlural = doubled === `${name}S`;
        assert.deepEqual(slips([name, 20], [doubled, 1]), isPlural ? [] : [`${doubled} for ${name}`]);
        assert.deepEqual(slips([name, 20]), []);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
