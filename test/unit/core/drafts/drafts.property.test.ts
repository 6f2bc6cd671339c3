// Ten thousand random steps of writing, accepting, refusing and undoing, checked against a plain model of three strings.
import * as assert from 'node:assert/strict';
import { featureScript, pick, randomFrom, randomText } from '../../../support/randomScript';
import { accept, deletion, edit, inside, outside, refuse, reload, straddling, undo } from './draftMoves';
import { begin, check, COUNTS, write, type World } from './draftOracle';

const MOVES: readonly (readonly [weight: number, move: (world: World) => void])[] = [
  [26, inside],
  [12, outside],
  [5, straddling],
  [22, accept],
  [16, undo],
  [6, refuse],
  [8, edit],
  [4, write],
  [3, reload],
  [1, deletion],
];

function step(world: World): void {
  if (world.lost) {
    // Nothing can be written in what is not there: undo, look on, or try to accept all the same.
    const move = pick(world.random, [undo, undo, undo, outside, accept, reload]);
    world.did = move.name;
    move(world);
    return;
  }
  let at = world.random() * MOVES.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, move] of MOVES) {
    at -= weight;
    if (at < 0) {
      world.did = move.name;
      move(world);
      return;
    }
  }
}

const STEPS = Number(process.env['BACKLOT_DRAFT_STEPS'] ?? 10_000);

describe('drafts under random work', () => {
  it(`${STEPS} steps: no hunk misplaced, no byte outside the stretch changed, undo opens what was accepted`, function () {
    this.timeout(0);
    for (let seed = 0; COUNTS.steps < STEPS; seed++) {
      const random = randomFrom(seed);
      const lineEnd = seed % 3 === 0 ? '\r\n' : '\n';
      const script = (seed % 5 === 4 ? featureScript(4, seed) + randomText(random, 60) + featureScript(3, seed + 1) : featureScript(6, seed)).replace(/\r\n|\r|\n/g, lineEnd);
      const world = begin(random, script, lineEnd);
      for (let i = 0; i < 100 && COUNTS.steps < STEPS; i++, COUNTS.steps++) {
        step(world);
        check(world, `seed ${seed} step ${i} ${world.did}`);
      }
    }
    assert.equal(COUNTS.misplaced, 0);
    assert.equal(COUNTS.astray, 0);
    assert.ok(COUNTS.accepted > STEPS / 20 && COUNTS.undone > STEPS / 20 && COUNTS.placed > STEPS / 10, JSON.stringify(COUNTS));
    if (process.env['BACKLOT_DRAFT_STEPS'] !== undefined) {
      console.log(JSON.stringify(COUNTS));
    }
  });
});
