// What each key does on the board.
import assert from 'node:assert/strict';
import { actOf } from '../../../../media/board/keys';

const press = (key: string, ...with_: ('ctrl' | 'shift' | 'alt')[]) => actOf({ key, ctrl: with_.includes('ctrl'), shift: with_.includes('shift'), alt: with_.includes('alt') });

describe('the keys of the board', () => {
  it('walk, and select on the way with Shift', () => {
    assert.deepEqual(press('ArrowDown'), { do: 'step', step: 'next', stretch: false });
    assert.deepEqual(press('ArrowUp', 'shift'), { do: 'step', step: 'before', stretch: true });
    assert.deepEqual(press('ArrowRight'), { do: 'step', step: 'nextDay', stretch: false });
    assert.deepEqual(press('End'), { do: 'step', step: 'last', stretch: false });
  });

  it('carry with Alt, by a day with Shift too', () => {
    assert.deepEqual(press('ArrowDown', 'alt'), { do: 'nudge', down: true });
    assert.deepEqual(press('ArrowUp', 'alt', 'shift'), { do: 'nudgeDay', down: false });
    assert.deepEqual(press('Escape', 'alt'), { do: 'escape' });
  });

  it('change, in capitals too', () => {
    assert.deepEqual(['b', 'B', 'd', 'Delete', 'Backspace', 'Enter', ' ', '?', '/', 'm'].map((key) => press(key)?.do), ['banner', 'banner', 'dayBreak', 'toBoneyard', 'toBoneyard', 'goTo', 'select', 'help', 'find', 'menu']);
    assert.deepEqual(press('F10', 'shift'), { do: 'menu' });
  });

  it('undo and redo', () => {
    assert.deepEqual([press('z', 'ctrl'), press('Z', 'ctrl', 'shift'), press('y', 'ctrl')].map((act) => act?.do), ['undo', 'redo', 'redo']);
  });

  it('leave alone what is not theirs, whatever its name', () => {
    for (const key of ['q', 'F10', 'Tab', '__proto__', 'constructor', 'toString']) {
      assert.equal(press(key), undefined);
    }
    assert.equal(press('b', 'ctrl'), undefined);
    assert.equal(press('b', 'alt'), undefined);
    assert.equal(press('z', 'ctrl', 'alt'), undefined);
  });
});
