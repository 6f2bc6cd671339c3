// Which scenes matter to a stretch: neighbours, shared people (rare ones more), the same set, later scenes that speak of them.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { salienceOf, salientScenes } from '../../../../src/core/scenarios/salience';

const scene = (set: string, ...said: string[]): string => `INT. ${set} - DAY\n\nSomething.\n\n${said.join('\n\n')}\n\n`;
const speech = (name: string, words = 'Well.'): string => `${name}\n${words}`;

describe('salienceOf', () => {
  const filler = Array.from({ length: 6 }, (_, at) => scene(`ROOM ${at}`, speech('MARA')));
  const script = parse(
    [
      scene('CELLAR', speech('OLD MAN')), // 0: the rare one, before
      ...filler.slice(0, 3), // 1..3
      scene('KITCHEN', speech('MARA'), speech('OLD MAN')), // 4: the stretch
      ...filler.slice(3), // 5..7
      scene('KITCHEN', speech('TOBIAS')), // 8: the same set
      scene('PIER', speech('TOBIAS', 'The Old Man is gone.')), // 9: spoken of
      scene('ATTIC', speech('OLD MAN')), // 10: the rare one, behind
      scene('STREET', speech('TOBIAS')), // 11: nothing
      scene('STREET', speech('MARA')), // 12: the one who is everywhere
    ].join(''),
  );
  const scores = salienceOf(script, { first: 4, last: 4 });
  const score = (index: number): number => scores[index] ?? NaN;

  it('puts neighbours and rare people first, behind the stretch before what leads up to it', () => {
    assert.equal(score(4), 0);
    assert.ok(score(10) > score(0) && score(10) > score(12));
    assert.ok(score(8) > score(11) && score(9) > score(11) && score(12) > score(11));
    assert.ok(score(5) > score(6) && score(3) > score(2));
    assert.equal(score(11), 0);
  });

  it('orders all others, each once', () => {
    const order = salientScenes(script, { first: 4, last: 4 });
    assert.equal(order.length, 12);
    assert.equal(order[0], 5);
    assert.equal(order.at(-1), 11);
    assert.deepEqual([...order].sort((a, b) => a - b), [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
