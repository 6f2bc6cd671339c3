import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { acceptEdit } from '../../../../src/core/proposals/accept';
import { refreshSurroundings, relocate } from '../../../../src/core/proposals/follow';
import { markUsed, stateOf } from '../../../../src/core/proposals/proposal';
import { Desk, DINER } from './sample';

const TWICE = 'I drove around the block. Twice.';

describe('a proposal follows its line', () => {
  it('through words written above and below', () => {
    const desk = Desk.on(DINER, TWICE).replace('Rain', 'Hard rain').replace('Say it', 'Do say it');
    assert.equal(desk.proposal.anchor.standing, 'here');
    assert.equal(desk.anchored, TWICE);
  });

  it('is the same object when what is written is below it', () => {
    const desk = Desk.on(DINER, TWICE);
    const { proposal } = desk;
    assert.equal(desk.replace('Say it', 'Do say it').proposal, proposal);
  });

  it('stays when the writer goes on under it', () => {
    const desk = Desk.on(DINER, TWICE).replace(TWICE, `${TWICE}\n\nDEV\nWhy?`);
    assert.equal(desk.proposal.anchor.standing, 'here');
    assert.equal(desk.anchored, TWICE);
  });

  it('stays when a speech is put in above its cue', () => {
    const desk = Desk.on(DINER, TWICE).replace(`MARA\n${TWICE}`, `MARA\nWait.\n\nMARA\n${TWICE}`);
    assert.equal(desk.anchored, TWICE);
    assert.equal(desk.proposal.anchor.standing, 'here');
  });

  it('turns stale when words are written inside, at its start or at its end, and comes back with undo', () => {
    for (const [old, by] of [['around', 'round'], ['I drove', 'And I drove'], ['Twice.', 'Twice. Really.']] as const) {
      const desk = Desk.on(DINER, TWICE).replace(old, by);
      assert.equal(stateOf({ ...desk.proposal, activity: { kind: 'idle' } }), 'stale', by);
      desk.replace(by, old);
      assert.equal(desk.proposal.anchor.standing, 'here', by);
      assert.equal(desk.anchored, TWICE);
    }
  });

  it('turns stale when its cue is gone, although its words stand', () => {
    const desk = Desk.on(DINER, TWICE).replace(`MARA\n${TWICE}`, TWICE);
    assert.equal(desk.proposal.anchor.standing, 'changed');
    desk.replace(TWICE, `MARA\n${TWICE}`);
    assert.equal(desk.proposal.anchor.standing, 'here');
  });

  it('follows a cue that gets another name', () => {
    const desk = Desk.on(DINER, TWICE).replace(`MARA\n${TWICE}`, `MARGOT\n${TWICE}`);
    assert.equal(desk.proposal.anchor.standing, 'here');
    assert.equal(desk.proposal.speaker, 'MARGOT');
  });

  it('finds a deleted speech again when undo brings it back', () => {
    const speech = `MARA\n${TWICE}\n\n`;
    const desk = Desk.on(DINER, TWICE).replace(speech, '');
    assert.equal(desk.proposal.anchor.standing, 'gone');
    desk.replace('DEV\nDid', `${speech}DEV\nDid`);
    assert.equal(desk.proposal.anchor.standing, 'here');
    assert.equal(desk.anchored, TWICE);
  });

  it('finds the right one of two equal short lines after the whole script was deleted and came back', () => {
    for (const nth of [0, 1]) {
      const desk = Desk.on(DINER, 'No.', nth);
      const { from } = desk.proposal.anchor;
      desk.replace(DINER, '').apply({ offset: 0, removed: 0, inserted: DINER });
      assert.equal(desk.proposal.anchor.standing, 'here');
      assert.equal(desk.proposal.anchor.from, from);
    }
  });

  it('does not jump to an equal line elsewhere when its own is deleted', () => {
    const desk = Desk.on(DINER, 'No.', 0).replace('MARA\nNo.\n\n', '').replace('Say it', 'Do say it');
    assert.equal(desk.proposal.anchor.standing, 'gone');
    assert.equal(relocate(desk.proposal, desk.script).anchor.standing, 'gone');
  });

  it('moves with its scene, cut and pasted in one change or in two', () => {
    const scene = DINER.slice(DINER.indexOf('EXT.'));
    const cut = DINER.indexOf('EXT.');
    const paste = DINER.indexOf('INT.');
    const one = Desk.on(DINER, 'No.', 1).apply({ offset: cut, removed: scene.length, inserted: '' }, { offset: paste, removed: 0, inserted: `${scene}\n` });
    const two = Desk.on(DINER, 'No.', 1).apply({ offset: cut, removed: scene.length, inserted: '' }).apply({ offset: paste, removed: 0, inserted: `${scene}\n` });
    for (const desk of [one, two]) {
      assert.equal(desk.proposal.anchor.standing, 'here');
      assert.equal(desk.proposal.anchor.from, desk.text.indexOf('No.'));
    }
  });

  it('stays with the original when its scene is copied', () => {
    const scene = DINER.slice(DINER.indexOf('EXT.'));
    const desk = Desk.on(DINER, 'No.', 1).apply({ offset: DINER.indexOf('INT.'), removed: 0, inserted: `${scene}\n` });
    assert.equal(desk.proposal.anchor.from, desk.text.lastIndexOf('No.'));
  });

  it('tells use, undo and redo from the text alone, also when the editor makes the change as small as it can', () => {
    const desk = Desk.on(DINER, TWICE);
    desk.proposal = markUsed(desk.proposal, { alternative: 'a', text: `${TWICE} Slowly.` });
    desk.replace(TWICE, `${TWICE} Slowly.`);
    assert.equal(desk.proposal.anchor.standing, 'used');
    desk.replace(' Slowly.', '');
    assert.equal(desk.proposal.anchor.standing, 'here');
    desk.replace('Twice.', 'Twice. Slowly.');
    assert.equal(desk.proposal.anchor.standing, 'used');
    assert.equal(desk.anchored, `${TWICE} Slowly.`);
  });

  it('is found in a file that changed while it was closed, and not where it cannot be told', () => {
    const { proposal } = Desk.on(DINER, 'No.', 1);
    const moved = DINER.replace('Rain on', 'A lot of rain, more than was asked for, on');
    assert.equal(relocate(proposal, parse(moved)).anchor.from, moved.lastIndexOf('No.'));
    const without = DINER.slice(0, DINER.indexOf('EXT.'));
    assert.equal(relocate(proposal, parse(without)).anchor.standing, 'gone');
    assert.equal(relocate(proposal, parse('')).anchor.standing, 'gone');
    assert.equal(relocate(proposal, parse(DINER.replace(/\n/g, '\r\n'))).anchor.standing, 'here');
  });

  it('is found again after a reload in a scene that is in the script more than once', () => {
    const scene = `INT. THE SAME ROOM - DAY\n\nRain again.\n\nMARA\nNo.\n\nDEV\nThen we begin once more, from the very first word of it all.\n\nHe turns the page back, and looks at her until she looks away.\n\n`;
    const script = parse(scene.repeat(4));
    for (const index of [0, 1, 2, 3]) {
      const { proposal } = Desk.on(scene.repeat(4), 'No.', index);
      assert.equal(relocate(proposal, script), proposal);
    }
    // Where a scene more came in, nothing tells which of them it was.
    const { proposal } = Desk.on(scene.repeat(4), 'No.', 1);
    assert.notEqual(relocate(proposal, parse(`A page more.\n\n${scene.repeat(5)}`)).anchor.standing, 'here');
  });

  it('is not taken for a line the writer types elsewhere with the same answer under it', () => {
    const lost = Desk.on(DINER, 'No.', 1).replace('It was real in March.\n\nMARA\nNo.', 'It was real in March.');
    assert.equal(lost.proposal.anchor.standing, 'gone');
    for (const place of ['MARA\nI drove', 'DEV\nDid you']) {
      const desk = Desk.on(DINER, 'No.', 1).replace('It was real in March.\n\nMARA\nNo.', 'It was real in March.');
      desk.replace(place, `MARA\nNo.\n\nDEV\nSay it, then.\n\n${place}`);
      assert.equal(desk.proposal.anchor.standing, 'gone', place);
    }
  });

  it('remembers what stands around it when asked', () => {
    const desk = Desk.on(DINER, 'No.', 1).replace("You don't get", 'Nobody gets');
    assert.match(refreshSurroundings(desk.proposal, desk.script).anchor.around.after, /Nobody gets/);
  });
});

describe('accepting', () => {
  it('replaces exactly the original', () => {
    const desk = Desk.on(DINER, TWICE).replace('Rain', 'Hard rain');
    const accepted = acceptEdit(desk.proposal, 'Parked means I came.', desk.script);
    assert.ok(accepted.ok);
    assert.equal(desk.apply(accepted.edit).text, DINER.replace('Rain', 'Hard rain').replace(TWICE, 'Parked means I came.'));
  });

  it('refuses when the line has changed', () => {
    const desk = Desk.on(DINER, TWICE).replace('Twice', 'Once');
    assert.deepEqual(acceptEdit(desk.proposal, 'Parked.', desk.script), { ok: false, reason: 'stale' });
    const longer = Desk.on(DINER, TWICE).replace(TWICE, `${TWICE}\nMore.`);
    assert.deepEqual(acceptEdit(longer.proposal, 'Parked.', longer.script), { ok: false, reason: 'stale' });
  });

  it('refuses what would break out of the speech', () => {
    const desk = Desk.on(DINER, TWICE);
    for (const text of ['One.\n\nTwo.', 'One.\n\nDEV\nTwo.', 'One.\n', '']) {
      assert.deepEqual(acceptEdit(desk.proposal, text, desk.script), { ok: false, reason: 'unsafe' }, JSON.stringify(text));
    }
  });

  it('writes the script\'s own line ends', () => {
    const desk = Desk.on(DINER.replace(/\n/g, '\r\n'), TWICE);
    const accepted = acceptEdit(desk.proposal, '(beat)\nTwice.', desk.script);
    assert.ok(accepted.ok);
    assert.equal(accepted.edit.inserted, '(beat)\r\nTwice.');
  });
});
