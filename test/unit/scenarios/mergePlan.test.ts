import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { assemble } from '../../../src/core/scenarios/assemble';
import { scopeOf } from '../../../src/core/scenarios/place';
import type { DevelopedScene } from '../../../src/core/scenarios/scenario';
import { generatedIn, mergeSteps } from '../../../src/scenarios/mergePlan';

const SCRIPT = ['INT. DINER - NIGHT', '', 'Rain.', '', 'EXT. LOT - LATER', '', 'DEV', 'Say it, then.', '', 'INT. CAR - NIGHT', '', 'She drives.', ''].join('\n');
const PLAN: readonly DevelopedScene[] = [
  { fate: 'change', scene: 'INT. DINER - NIGHT', heading: 'INT. DINER - NIGHT', beat: 'It is dry.', text: 'INT. DINER - NIGHT\n\nNo rain at all.', record: 'r1' },
  { fate: 'new', scene: 'INT. DINER - NIGHT', heading: 'INT. KITCHEN - NIGHT', beat: 'The cook.', text: 'INT. KITCHEN - NIGHT\n\nThe cook counts.', record: 'r2' },
  { fate: 'new', scene: 'INT. DINER - NIGHT', heading: 'INT. CELLAR - NIGHT', beat: 'The safe.', text: 'INT. CELLAR - NIGHT\n\nA safe, open.' },
  { fate: 'drop', scene: 'EXT. LOT - LATER', heading: 'EXT. LOT - LATER', beat: '' },
  { fate: 'change', scene: 'INT. CAR - NIGHT', heading: 'INT. CAR - NIGHT', beat: 'She waits.' },
];

function madeOf(text: string, plan: readonly DevelopedScene[]) {
  const script = parse(text);
  const made = assemble(script, { scope: scopeOf(script, { from: 0, to: text.length }, 'toEnd'), scenes: plan });
  assert.ok(made);
  return made;
}

/** The script with every step carried out. */
function carriedOut(text: string, steps: ReturnType<typeof mergeSteps>): string {
  return [...steps].reverse().reduce((now, { span, text: put }) => now.slice(0, span.from) + put + now.slice(span.to), text);
}

describe('merging a scenario scene by scene', () => {
  it('is a step for each scene that changes, comes or goes, new ones that stand together one', () => {
    const steps = mergeSteps(madeOf(SCRIPT, PLAN), SCRIPT, PLAN);
    assert.deepEqual(steps.map(({ fate, heading, record }) => [fate, heading, record]), [
      ['change', 'INT. DINER - NIGHT', 'r1'],
      ['new', 'INT. KITCHEN - NIGHT / INT. CELLAR - NIGHT', 'r2'],
      ['drop', 'EXT. LOT - LATER', undefined],
    ]);
    assert.equal(SCRIPT.slice(steps[0]?.span.from, steps[0]?.span.to), 'INT. DINER - NIGHT\n\nRain.\n\n');
    // What goes is seen beside what stays behind it.
    assert.equal(SCRIPT.slice(steps[2]?.span.from, steps[2]?.span.to), SCRIPT.slice(SCRIPT.indexOf('EXT.')));
    assert.equal(steps[2]?.text, SCRIPT.slice(SCRIPT.indexOf('INT. CAR')));
  });

  it('comes to the branch when every step is taken, in any of the ways lines end', () => {
    for (const text of [SCRIPT, SCRIPT.replace(/\n/g, '\r\n'), SCRIPT.trimEnd()]) {
      const made = madeOf(text, PLAN);
      assert.equal(carriedOut(text, mergeSteps(made, text, PLAN)), made.whole);
    }
  });

  it('shows a last scene that goes beside the one before it', () => {
    const last: DevelopedScene[] = [{ fate: 'drop', scene: 'INT. CAR - NIGHT', heading: 'INT. CAR - NIGHT', beat: '' }];
    const made = madeOf(SCRIPT, last);
    const steps = mergeSteps(made, SCRIPT, last);
    assert.deepEqual(steps.map(({ fate, span }) => [fate, SCRIPT.slice(span.from, span.to)]), [['drop', SCRIPT.slice(SCRIPT.indexOf('EXT.'))]]);
    assert.ok(steps[0]?.text.startsWith('EXT. LOT'));
    assert.equal(carriedOut(SCRIPT, steps), made.whole);
  });

  it('leaves out what is not written, and what changes nothing', () => {
    const same: DevelopedScene[] = [{ fate: 'change', scene: 'INT. DINER - NIGHT', heading: 'INT. DINER - NIGHT', beat: '', text: 'INT. DINER - NIGHT\n\nRain.' }, { fate: 'new', heading: 'INT. ATTIC - DAY', beat: 'Dust.' }];
    assert.deepEqual(mergeSteps(madeOf(SCRIPT, same), SCRIPT, same), []);
  });

  it('tells the record what a model wrote of a branch, and where it stands', () => {
    const made = madeOf(SCRIPT, PLAN);
    const generated = generatedIn(made, PLAN);
    assert.deepEqual(generated.map(({ record }) => record), ['r1', 'r2', undefined]);
    for (const { text, span } of generated) {
      assert.equal(made.whole.slice(span.from, span.to), text);
    }
    assert.ok(generated[0]?.text.startsWith('INT. DINER - NIGHT\n\nNo rain at all.'));
  });
});
