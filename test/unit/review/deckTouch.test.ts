import assert from 'node:assert/strict';
import { DeckTouch } from '../../../src/review/deckTouch';

describe('a guess about where the focus is', () => {
  const fresh = () => {
    const touch = new DeckTouch();
    touch.created(0);
    return touch;
  };

  it('lets a new thread change, also while the writer types on', () => {
    const touch = fresh();
    for (let now = 100; now < 5000; now += 300) {
      touch.workedInScript(now);
    }
    assert.ok(touch.mayChange);
  });

  it('is careful after a click into the script, and after a pause in which the deck may have been clicked', () => {
    const clicked = fresh();
    clicked.clickedScript(200);
    assert.ok(!clicked.mayChange);
    const paused = fresh();
    paused.workedInScript(2000);
    assert.ok(!paused.mayChange);
  });

  it('lets the thread change while the writer is in it, and not once they are back', () => {
    const touch = fresh();
    touch.entered();
    assert.ok(touch.mayChange);
    touch.workedInScript(10);
    assert.ok(!touch.mayChange);
  });

  it('starts anew with a new thread', () => {
    const touch = fresh();
    touch.clickedScript(100);
    touch.created(300);
    assert.ok(touch.mayChange);
  });
});
