import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Calm } from '../../../src/statistics/calm';

describe('what follows the writing', () => {
  let done: number[] = [];
  let calm = new Calm(120, 500, () => undefined);

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    done = [];
    calm = new Calm(120, 500, () => done.push(Date.now()));
  });
  afterEach(() => {
    calm.dispose();
    mock.timers.reset();
  });

  /** Lets so many milliseconds go by. */
  function wait(milliseconds: number): void {
    for (let gone = 0; gone < milliseconds; gone += 10) {
      mock.timers.tick(10);
    }
  }

  /** Asks so many times, so many milliseconds apart, and tells when the work was done. */
  function asked(times: number, apart: number): number[] {
    for (let at = 0; at < times; at++) {
      calm.ask();
      wait(apart);
    }
    wait(1000);
    return done;
  }

  it('is done once, a pause after the last key', () => {
    assert.deepEqual(asked(4, 50), [3 * 50 + 120]);
  });

  it('is done now and then where there is no pause', () => {
    assert.deepEqual(asked(21, 50), [500, 1000, 1120]);
  });

  it('is done at each key where each is followed by a pause', () => {
    assert.deepEqual(asked(3, 200), [120, 320, 520]);
  });

  it('is never done once it is over', () => {
    calm.ask();
    calm.dispose();
    assert.deepEqual(asked(0, 0), []);
  });
});
