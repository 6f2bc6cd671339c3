import assert from 'node:assert/strict';
import { createGlances } from '../../../src/scenarios/glances';

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

describe('glances', () => {
  it('are given while there is something to look at, one after the other, and not once there is nothing', async () => {
    let [looks, open, inSight] = [0, 0, true];
    const glances = createGlances(
      () => inSight,
      async () => {
        looks += 1;
        open += 1;
        assert.equal(open, 1, 'never two at once');
        await new Promise((resolve) => setTimeout(resolve, 3));
        open -= 1;
      },
      1,
    );
    glances.start();
    glances.start();
    await until(() => looks >= 3);
    inSight = false;
    await until(() => open === 0);
    const so = looks;
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(looks, so);
    glances.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(looks, so, 'nor when it is asked to begin with nothing to look at');
    inSight = true;
    glances.start();
    await until(() => looks > so);
    glances.dispose();
    await until(() => open === 0);
    const last = looks;
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(looks, last);
  });
});
