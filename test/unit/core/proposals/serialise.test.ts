import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { addAlternative, addRefused, beginWriting, endWriting, markKept, markUsed, stateOf } from '../../../../src/core/proposals/proposal';
import { restoreProposals, serialiseProposals } from '../../../../src/core/proposals/serialise';
import { DINER, proposalOn, speechWith } from './sample';

const script = parse(DINER);
const open = addRefused(addAlternative(proposalOn(script, speechWith(script, 'Twice.')), { id: 'a', text: 'Parked.', intent: 'deflects' }), { text: 'x', reason: 'empty' });

describe('proposals as text', () => {
  it('come back as they were', () => {
    const many = [
      endWriting(open, { kind: 'idle' }),
      { ...endWriting(open, { kind: 'failed', message: 'The server is down.' }), id: 'b' },
      { ...markKept(markUsed(endWriting(beginWriting(open, 'colder'), { kind: 'idle', ended: 'cut' }), { alternative: 'a', text: 'Parked.' }), { text: '[[alt: x]]', gap: 0, stands: true }), id: 'c' },
    ];
    assert.deepEqual(restoreProposals(JSON.parse(JSON.stringify(serialiseProposals(many)))), many);
  });

  it('are no longer being written', () => {
    const [restored] = restoreProposals(serialiseProposals([open]));
    assert.ok(restored);
    assert.deepEqual(restored.activity, { kind: 'idle', ended: 'stopped' });
    assert.equal(stateOf(restored), 'open');
  });

  it('never take the same id twice', () => {
    assert.equal(restoreProposals(serialiseProposals([open, open])).length, 1);
  });

  it('are read from any rubbish without a word', () => {
    fc.assert(fc.property(fc.jsonValue(), (rubbish) => Array.isArray(restoreProposals(rubbish))));
    const whole = serialiseProposals([open]) as { version: number; proposals: [Record<string, unknown>] };
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole.proposals[0])), fc.jsonValue(), (key, rubbish) => {
        for (const restored of restoreProposals({ ...whole, proposals: [{ ...whole.proposals[0], [key]: rubbish }] })) {
          assert.equal(typeof stateOf(restored), 'string');
          assert.ok(restored.anchor.from <= restored.anchor.to && Array.isArray(restored.alternatives));
        }
      }),
    );
  });
});
