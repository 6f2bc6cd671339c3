// What the writer takes or types of a continuation, step by step.
import assert from 'node:assert/strict';
import { follow, standing, type Followed, type Offered } from '../../../../src/core/continuation/follow';

const OFFERED: Offered = { offset: 10, taken: '', texts: ['\n\nMARA\nNot here.', '\n\nMARA\nNo.', '\n\nA door.'] };
const at = (offset: number, inserted: string, removed = 0) => [{ offset, removed, inserted }];

function step(offered: Offered, edits: ReturnType<typeof at>): Followed {
  const followed = follow(offered, edits);
  assert.ok(followed);
  return followed;
}

describe('follow', () => {
  it('tells letters typed from words taken, and narrows', () => {
    const typed = step(OFFERED, at(10, '\n\n'));
    assert.equal(typed.by, 'typed');
    const name = step(typed.offered, at(12, 'MARA'));
    assert.equal(name.by, 'accepted');
    assert.deepEqual(standing(name.offered), OFFERED.texts.slice(0, 2));
    const words = step(name.offered, at(16, '\nNot'));
    assert.deepEqual(standing(words.offered), [OFFERED.texts[0]]);
    const back = step(words.offered, at(17, '', 3));
    assert.equal(back.by, 'back');
    assert.equal(back.offered.taken, '\n\nMARA\n');
  });

  it('takes all of one at once, and lets go when the writer goes another way', () => {
    const whole = step(OFFERED, at(10, '\n\nMARA\nNo.'));
    assert.equal(whole.by, 'accepted');
    assert.deepEqual(standing(whole.offered), []);
    for (const edits of [at(10, 'x'), at(9, '\n'), at(11, '\n'), at(10, '', 1), at(0, 'x'), [...at(10, '\n'), ...at(0, 'a')], []]) {
      assert.equal(follow(OFFERED, edits), undefined, JSON.stringify(edits));
    }
  });

  it('waits with what is typed until something comes that fits it', () => {
    const waiting = step({ ...OFFERED, texts: [] }, at(10, 'Not'));
    assert.equal(waiting.by, 'typed');
    assert.deepEqual(standing({ ...waiting.offered, texts: ['Not here.', 'No.'] }), ['Not here.']);
  });
});
