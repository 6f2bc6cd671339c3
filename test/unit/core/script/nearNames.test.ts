import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likenessOf, nearNames, wordsOf } from '../../../../src/core/script/nearNames';
import { pick, randomFrom } from '../../../support/randomScript';

const like = (a: string, b: string): string | undefined => {
  const both = likenessOf(wordsOf(a), wordsOf(b));
  assert.equal(likenessOf(wordsOf(b), wordsOf(a)), both, `${a} and ${b} the other way round`);
  return both;
};
const people = (...all: (readonly [string, number])[]): { name: string; speeches: number }[] => all.map(([name, speeches]) => ({ name, speeches }));
const slips = (...all: (readonly [string, number])[]): string[] => nearNames(people(...all)).map(({ rare, common }) => `${rare} for ${common}`);

/** A name as it is sometimes typed: a letter doubled, lost, swapped or another, an accent or a space too many or too few. */
function slipIn(random: () => number, name: string): string {
  const at = Math.floor(random() * name.length);
  const [before, letter, next, behind] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  const typed = pick(random, [name, before + letter + letter + next + behind, before + next + behind, before + next + letter + behind, `${before}E${next}${behind}`, `${name}A`, `${before}${letter} ${next}${behind}`, name.replace('E', 'É'), name.replace(/[ '-]/, '')]);
  return random() < 0.3 ? slipIn(random, typed) : typed;
}

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

  it('property: finds what comparing everyone with everyone finds', () => {
    const ofAll = (all: readonly { name: string; speeches: number }[]): string[] =>
      all.flatMap((person, index) => {
        let found: (typeof all)[number] | undefined;
        for (const [at, other] of all.entries()) {
          const isCommoner = other.speeches > person.speeches || (other.speeches === person.speeches && at < index);
          const likeness = isCommoner && other.speeches > (found?.speeches ?? 0) ? likenessOf(wordsOf(person.name), wordsOf(other.name)) : undefined;
          const isSlip = likeness === 'close' ? person.speeches <= Math.max(1, other.speeches / 4) : likeness === 'near' && person.speeches === 1 && other.speeches >= 5;
          found = isSlip ? other : found;
        }
        return found ? [`${person.name} for ${found.name}`] : [];
      });
    let found = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const names = new Set(Array.from({ length: 30 }, () => slipIn(random, pick(random, ['MARA', 'KATHERINE', 'HARBOUR MASTER', 'JOHN', "O'NEILL", 'INÉS', 'ANNE-MARIE', 'MAN 1', 'COP A', 'GUARD']))));
      const all = [...names].map((name) => ({ name, speeches: pick(random, [1, 1, 1, 2, 5, 9, 40]) }));
      const wanted = ofAll(all);
      assert.deepEqual(nearNames(all).map(({ rare, common }) => `${rare} for ${common}`), wanted, `seed ${seed}`);
      found += wanted.length;
    }
    assert.ok(found > 1000, String(found));
  });

  it('compares only names that may be alike, in a crowd of any size', () => {
    const letter = (at: number): string => String.fromCodePoint(0x4e00 + at);
    for (const nameOf of [(at: number) => `PERSON ${at}`, (at: number) => `AAAAAAA${letter(at)}`, (at: number) => `AAA${letter(at)}AAAA`, (at: number) => `${letter(at)}${letter(at + 1)}${letter(at + 2)}${letter(at + 3)}`]) {
      let asked = 0;
      const crowd = Array.from({ length: 2000 }, (_, at) => ({
        name: nameOf(at),
        get speeches() {
          asked += 1;
          return 1;
        },
      }));
      nearNames([...crowd, { name: 'MARRA', speeches: 1 }, { name: 'MARA', speeches: 30 }]);
      // Everyone with everyone would ask four million times and more.
      assert.ok(asked < 2_000_000, String(asked));
    }
    assert.deepEqual(nearNames([{ name: `${'A'.repeat(100_000)}B`, speeches: 1 }, { name: 'A'.repeat(100_000), speeches: 9 }]), []);
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
