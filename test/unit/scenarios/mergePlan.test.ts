import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { acceptAll } from '../../../src/core/drafts/acceptHunk';
import { createDraft, editDraft, rebaseDraft, writeDraft } from '../../../src/core/drafts/follow';
import { assemble } from '../../../src/core/scenarios/assemble';
import { scopeOf } from '../../../src/core/scenarios/place';
import type { DevelopedScene } from '../../../src/core/scenarios/scenario';
import { draftOfStep, draftOutdated, generatedIn, mergeSteps, type MergeStep, type OpenDraft } from '../../../src/scenarios/mergePlan';

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

describe('the drafts of a merge', () => {
  const drafted = (text: string, step: MergeStep, id: string) =>
    writeDraft(createDraft({ id, kind: 'scenario', uri: 'u', title: `${id}. INT. DINER`, origin: { id: 's', part: step.part }, span: step.span, script: parse(text), createdAt: 1 }), step.text);
  const stepsOf = (text: string, plan = PLAN): MergeStep[] => mergeSteps(madeOf(text, plan), text, plan);
  const shown = (drafts: readonly OpenDraft[], steps: readonly MergeStep[], scenario = 's') => steps.map((step) => draftOfStep(drafts, scenario, step)?.id);

  it('are known again, those of another scenario are not', () => {
    const steps = stepsOf(SCRIPT);
    const drafts = steps.map((step, at) => drafted(SCRIPT, step, String(at)));
    assert.deepEqual(shown(drafts, steps), ['0', '1', '2']);
    assert.deepEqual(shown(drafts, steps, 'other'), [undefined, undefined, undefined]);
  });

  it('are known again once the first was accepted, though all the others have another number', () => {
    const steps = stepsOf(SCRIPT);
    const drafts = steps.map((step, at) => drafted(SCRIPT, step, String(at)));
    const taken = drafts[0] && acceptAll(drafts[0], parse(SCRIPT));
    assert.ok(taken?.ok);
    const { offset, removed, inserted } = taken.edit;
    const now = SCRIPT.slice(0, offset) + inserted + SCRIPT.slice(offset + removed);
    const left = stepsOf(now);
    assert.equal(left.length, 2);
    assert.deepEqual(shown([taken.draft, ...drafts.slice(1)].map((draft) => rebaseDraft(draft, { before: parse(SCRIPT), edits: [taken.edit], after: parse(now) })), left), ['1', '2']);
  });

  it('do not hide what was written anew, and give way to it where the writer has written nothing', () => {
    const [step] = stepsOf(SCRIPT);
    assert.ok(step);
    const draft = drafted(SCRIPT, step, 'old');
    const [anew] = stepsOf(SCRIPT, PLAN.map((line, at) => (at === 0 ? { ...line, text: 'INT. DINER - NIGHT\n\nSnow, for once.' } : line)));
    assert.ok(anew);
    assert.equal(draftOfStep([draft], 's', anew), undefined);
    assert.equal(draftOutdated([draft], 's', anew)?.id, 'old');
    assert.equal(draftOutdated([draft], 'other', anew), undefined);
    assert.equal(draftOutdated([{ ...draft, anchor: { ...draft.anchor, lost: true } }], 's', anew), undefined);
  });

  it('of which all was refused, or whose place is gone, do not count', () => {
    const [step] = stepsOf(SCRIPT);
    assert.ok(step);
    const draft = drafted(SCRIPT, step, 'old');
    assert.equal(draftOfStep([editDraft(draft, draft.base)], 's', step), undefined);
    assert.equal(draftOfStep([{ ...draft, anchor: { ...draft.anchor, lost: true } }], 's', step), undefined);
  });

  it('say which line of the plan they carry out, and that it broke off', () => {
    assert.deepEqual(stepsOf(SCRIPT).map(({ part, cut }) => [part, cut]), [[0, undefined], [1, undefined], [3, undefined]]);
    assert.deepEqual(stepsOf(SCRIPT, PLAN.map((line, at) => (at === 2 ? { ...line, cut: true as const } : line))).map(({ cut }) => cut), [undefined, true, undefined]);
  });
});
