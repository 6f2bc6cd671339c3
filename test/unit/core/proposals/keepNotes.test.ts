import assert from 'node:assert/strict';
import { keepAsNotes } from '../../../../src/core/proposals/keepNotes';
import { endWriting, markKept, stateOf } from '../../../../src/core/proposals/proposal';
import { Desk, DINER } from './sample';

const TWICE = 'I drove around the block. Twice.';

function keep(desk: Desk, texts: string[]): Desk {
  const keeping = keepAsNotes(desk.proposal, texts, desk.script);
  assert.ok(keeping.ok);
  desk.proposal = markKept(endWriting(desk.proposal, { kind: 'idle' }), keeping.kept);
  return desk.apply(keeping.edit);
}

describe('alternatives kept as notes', () => {
  it('stand under the speech, which stays as it is', () => {
    const desk = keep(Desk.on(DINER, TWICE), ['Parked means I came.', '(beat)\nNot yet.']);
    assert.equal(desk.text, DINER.replace(TWICE, `${TWICE}\n\n[[alt: Parked means I came.]]\n[[alt: (beat)\nNot yet.]]`));
    assert.equal(desk.anchored, TWICE);
    assert.equal(stateOf(desk.proposal), 'kept');
  });

  it('are open again when undo takes them out, and kept when redo brings them back', () => {
    const desk = keep(Desk.on(DINER, TWICE), ['Parked.']).replace('\n\n[[alt: Parked.]]', '');
    assert.equal(stateOf(desk.proposal), 'open');
    assert.equal(stateOf(desk.replace(TWICE, `${TWICE}\n\n[[alt: Parked.]]`).proposal), 'kept');
  });

  it('hold no brackets that would end a note, and none of the writer\'s own notes', () => {
    const desk = keep(Desk.on(DINER, TWICE), ['Parked. [[check this]] ]] /* cut */']);
    assert.ok(desk.text.includes('[[alt: Parked.]]'));
  });

  it('stand at the end of a script, and in one with other line ends', () => {
    const crlf = keep(Desk.on(DINER.replace(/\n/g, '\r\n').trimEnd(), 'March to me'), ['No.\nNo.']);
    assert.ok(crlf.text.endsWith('together.\r\n\r\n[[alt: No.\r\nNo.]]'));
  });

  it('are not written when the speech is gone', () => {
    const desk = Desk.on(DINER, TWICE).replace(`MARA\n${TWICE}\n\n`, '');
    assert.deepEqual(keepAsNotes(desk.proposal, ['x'], desk.script), { ok: false, reason: 'stale' });
  });
});
