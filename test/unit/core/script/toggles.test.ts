// Toggles of notes, boneyards, dual dialogue and centred lines, and lines put in between: twice is as before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { placedBlocks } from '../../../../src/core/fountain/script';
import { dualCues, dualDialogueOf } from '../../../../src/core/script/dualDialogue';
import { elementsOf } from '../../../../src/core/script/elements';
import { insertLine } from '../../../../src/core/script/insertLine';
import { speechAt } from '../../../../src/core/script/speeches';
import { toggleCentre } from '../../../../src/core/script/toggleCentre';
import { toggleDual } from '../../../../src/core/script/toggleDual';
import { toggleHidden } from '../../../../src/core/script/toggleHidden';
import { signatureOf } from '../../../../src/core/script/signatures';
import { featureScript, pick, randomFrom, randomText } from '../../../support/randomScript';

const said = (text: string): string[] => [...elementsOf(parse(text))].map(({ element }) => signatureOf(element));

function spanIn(marked: string): { text: string; from: number; to: number } {
  const caret = marked.indexOf('|');
  const text = marked.replace(/[‹›|]/g, '');
  return { text, from: caret >= 0 ? caret : marked.indexOf('‹'), to: caret >= 0 ? caret : marked.indexOf('›') - 1 };
}

function hidden(marked: string, kind: 'note' | 'boneyard'): string {
  const { text, ...selection } = spanIn(marked);
  const result = toggleHidden(parse(text), [selection], kind);
  if (!result.ok) {
    return result.reason;
  }
  const after = applyEdits(text, result.edits);
  const { from, to } = result.selections[0] ?? { from: 0, to: 0 };
  return from === to ? `${after.slice(0, from)}|${after.slice(from)}` : `${after.slice(0, from)}‹${after.slice(from, to)}›${after.slice(to)}`;
}

describe('toggleHidden', () => {
  it('makes a note of what is selected, and script of it again', () => {
    assert.equal(hidden('She ‹turns›.\n', 'note'), 'She [[‹turns›]].\n');
    assert.equal(hidden('She [[‹turns›]].\n', 'note'), 'She ‹turns›.\n');
    assert.equal(hidden('She ‹[[turns]]›.\n', 'note'), 'She ‹turns›.\n');
    assert.equal(hidden('She [[tu|rns]].\n', 'note'), 'She tu|rns.\n');
  });

  it('means the line where nothing is selected, and gives a place to type on an empty one', () => {
    assert.equal(hidden('One.\r\n\r\n  She tu|rns. \r\n', 'note'), 'One.\r\n\r\n  [[She tu|rns.]] \r\n');
    assert.equal(hidden('One.\n\n|\n\nTwo.\n', 'note'), 'One.\n\n[[|]]\n\nTwo.\n');
    assert.equal(hidden('INT. A|\n\nOne.\n', 'boneyard'), '/* INT. A| */\n\nOne.\n');
  });

  it('gives every paragraph a note of its own, since a note holds no empty line', () => {
    assert.equal(hidden('‹One\ntwo.\n\nThree.\n›', 'note'), '[[‹One\ntwo.]]\n\n[[Three.]]\n›');
    assert.equal(hidden('[[‹One\ntwo.]]\n\n[[Three.]]\n›', 'note'), '‹One\ntwo.\n\nThree.\n›');
  });

  it('cuts whole scenes into one boneyard, notes in them included', () => {
    assert.equal(hidden('‹INT. A\n\nOne. [[why]]\n\nINT. B\n\nTwo.›\n', 'boneyard'), '/* ‹INT. A\n\nOne. [[why]]\n\nINT. B\n\nTwo.› */\n');
    assert.equal(hidden('/* ‹INT. A\n\nOne. [[why]]\n\nINT. B\n\nTwo.› */\n', 'boneyard'), '‹INT. A\n\nOne. [[why]]\n\nINT. B\n\nTwo.›\n');
    assert.equal(hidden('/*I|NT. A*/\n', 'boneyard'), 'I|NT. A\n');
  });

  it('refuses where brackets in it would end it too early, or be cut in two', () => {
    for (const [marked, kind] of [['‹One [[two]]› three', 'note'], ['‹One [[two› three]]', 'note'], ['‹One */› two', 'boneyard'], ['‹One /* two */› three', 'boneyard'], ['One [[t‹wo]] three›', 'boneyard'], ['One /* t|wo */', 'note']] as const) {
      assert.equal(hidden(marked, kind), 'holdsMarks', marked);
    }
  });

  it('means the note that a space stands in, and breaks no other', () => {
    assert.equal(hidden('One [[a‹ ›b]] two.\n', 'note'), 'One ‹a b› two.\n');
    assert.equal(hidden('One /* a‹ ›b */ two.\n', 'boneyard'), 'One ‹a b› two.\n');
    assert.equal(hidden('One /* a‹ ›b */ two.\n', 'note'), 'holdsMarks');
    assert.equal(hidden('One [[a‹ ›b]] two.\n', 'boneyard'), 'holdsMarks');
    assert.equal(hidden('/*\n|\n*/\n', 'note'), 'holdsMarks');
  });

  it('stands right beside another note', () => {
    assert.equal(hidden('‹One›[[a]].\n', 'note'), '[[‹One›]][[a]].\n');
    assert.equal(hidden('[[a]]‹One›.\n', 'boneyard'), '[[a]]/* ‹One› */.\n');
    assert.equal(hidden('[[a]][[b|c]].\n', 'note'), '[[a]]b|c.\n');
    assert.equal(hidden('[[a|b]][[c]].\n', 'note'), 'a|b[[c]].\n');
  });

  it('keeps all selected that becomes script again, so that the same once more hides the same', () => {
    assert.equal(hidden('[[no‹te]]›\n', 'note'), '‹note›\n');
    assert.equal(hidden('She [[turns ‹away›]].\n', 'note'), 'She ‹turns away›.\n');
    assert.equal(hidden('She ‹turns away›.\n', 'note'), 'She [[‹turns away›]].\n');
    assert.equal(hidden('/* One.\n\nT‹w›o. */\n', 'boneyard'), '‹One.\n\nTwo.›\n');
  });

  it('property: what was hidden prints only where it was asked for, and no word goes', () => {
    const words = (text: string): string => text.replace(/\[\[|\]\]|\/\*|\*\/|\s/g, '');
    let [hid, showed] = [0, 0];
    for (let seed = 1; seed <= 3000; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: 3 + Math.floor(random() * 8) }, () => pick(random, ['One', ' ', ' ', '\n', '\n\n', '[[a b]]', '[[ c ]]', '/* d e */', '/* f\n\ng */', 'MARA\nHi.', '[[h\ni]]', '[[j /* k */ l]]', '(m)'])).join('');
      const from = Math.floor(random() * text.length);
      const to = Math.min(text.length, from + Math.floor(random() * 12));
      const kind = pick(random, ['note', 'boneyard'] as const);
      const script = parse(text);
      const result = toggleHidden(script, [{ from, to }], kind);
      if (!result.ok || result.edits.length === 0) {
        continue;
      }
      const after = applyEdits(text, result.edits);
      assert.equal(words(after), words(text), `seed ${seed}`);
      const marks = [...placedBlocks(script)].flatMap(({ block }) => block.marks.map((mark) => mark.kind + mark.text.trim()));
      const now = [...placedBlocks(parse(after))].flatMap(({ block }) => block.marks.map((mark) => mark.kind + mark.text.trim()));
      if (result.edits.every(({ removed }) => removed === 0)) {
        // Those that are no longer there stand in the new one.
        assert.ok(marks.every((mark) => now.some((each) => each.includes(mark.replace(/^note|^boneyard/, '')))), `seed ${seed}`);
        assert.ok(now.length > 0);
        hid += 1;
      } else {
        // All that was touched is script, and hidden again by the same: the words still selected.
        const again = to > from ? toggleHidden(parse(after), result.selections, kind) : undefined;
        assert.ok(!again?.ok || words(applyEdits(after, again.edits)) === words(text), `seed ${seed}`);
        showed += 1;
      }
    }
    assert.ok(hid > 300 && showed > 150, `${hid} ${showed}`);
  });

  it('property: twice is as before, whatever is selected', () => {
    let tried = 0;
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomFrom(seed);
      const text = seed % 10 === 0 ? featureScript(3, seed) : randomText(random, 2 + Math.floor(random() * 20));
      const from = Math.floor(random() * text.length);
      const to = Math.min(text.length, from + 1 + Math.floor(random() * 200));
      const kind = seed % 2 === 0 ? 'note' : 'boneyard';
      const on = toggleHidden(parse(text), [{ from, to }], kind);
      if (!on.ok || on.edits.length === 0 || on.edits.every(({ removed }) => removed > 0) || text.slice(from, to).trim() === '') {
        continue;
      }
      const middle = applyEdits(text, on.edits);
      const off = toggleHidden(parse(middle), on.selections, kind);
      assert.ok(off.ok, `seed ${seed}`);
      assert.equal(applyEdits(middle, off.edits), text, `seed ${seed}`);
      tried += 1;
    }
    assert.ok(tried > 500, `only ${tried}`);
  });
});

describe('toggleDual', () => {
  const two = 'INT. A\n\nMARA\nStay.\n\nDEV (V.O.) [[n]]  \n(low)\nNo.\n\nShe goes.\n';
  const dual = 'INT. A\n\nMARA\nStay.\n\nDEV (V.O.) [[n]] ^  \n(low)\nNo.\n\nShe goes.\n';
  const toggled = (text: string, at: string): string => {
    const result = toggleDual(parse(text), text.indexOf(at));
    return result.ok ? applyEdits(text, result.edits) : result.reason;
  };

  it('puts two speeches side by side and takes them apart, from either of them', () => {
    assert.equal(toggled(two, 'No.'), dual);
    assert.equal(toggled(two, 'MARA'), dual);
    assert.equal(toggled(dual, 'Stay'), two);
    assert.equal(toggled(dual, '(low)'), two);
    assert.equal(dualCues(parse(dual)).size, 1);
  });

  it('keeps CRLF and non-Latin names', () => {
    const text = '@李明\r\n你好。\r\n\r\nЖАННА\r\nДа.\r\n';
    assert.equal(toggled(text, '你好'), '@李明\r\n你好。\r\n\r\nЖАННА ^\r\nДа.\r\n');
  });

  it('leaves a caret without a partner as it is, for it means nothing', () => {
    assert.equal(toggled('DEV ^\nHi.\n', ' ^'), 'noNeighbour');
    assert.equal(toggled('MARA ^\nStay.\n\nDEV\nNo.\n', 'Stay'), 'MARA ^\nStay.\n\nDEV ^\nNo.\n');
    assert.equal(toggled('MARA ^\nStay.\n\nDEV ^\nNo.\n', 'Stay'), 'MARA ^\nStay.\n\nDEV\nNo.\n');
  });

  it('takes two apart for good, also where a caret behind them waits for a partner', () => {
    const apart = 'MARA\nStay.\n\nDEV\nNo.\n\nZOE\nOh.\n';
    for (const at of ['Stay', 'DEV', 'No.']) {
      assert.equal(toggled('MARA\nStay.\n\nDEV ^\nNo.\n\nZOE ^\nOh.\n', at), apart, at);
    }
    assert.equal(toggled(apart, 'DEV'), 'MARA\nStay.\n\nDEV ^\nNo.\n\nZOE\nOh.\n');
    assert.equal(toggled('MARA\nStay.\n\nDEV ^ ^\nNo.\n', 'DEV'), 'MARA\nStay.\n\nDEV\nNo.\n');
  });

  it('property: of any cues and carets, together and apart again is as before, and apart they stay', () => {
    const PIECES = ['MARA\nStay.\n\n', 'DEV ^\nNo.\n\n', 'ZOE^\n(low)\nOh.\n\n', 'OSKAR (V.O.) [[n ^]]\nHm.\n\n', '@Inés ^ [[n]]\nAh.\n\n', 'MARA ^ ^\nStay.\n\n', 'She goes.\n\n', '[[a note]]\n\n', '===\n\n', 'INT. A\n\n'];
    let together = 0;
    let apart = 0;
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(random, PIECES)).join('');
      const offset = Math.floor(random() * text.length);
      const first = toggleDual(parse(text), offset);
      if (!first.ok) {
        continue;
      }
      const on = applyEdits(text, first.edits);
      const moved = first.edits.reduce((at, edit) => (edit.offset < offset ? at + edit.inserted.length - Math.min(edit.removed, offset - edit.offset) : at), offset);
      const now = parse(on);
      const cue = speechAt(now, moved)?.cue;
      assert.ok(cue, `seed ${seed}`);
      assert.equal(dualDialogueOf(now).has(cue), first.isDual, `seed ${seed}`);
      if (first.isDual) {
        const second = toggleDual(now, moved);
        assert.ok(second.ok, `seed ${seed}`);
        assert.equal(applyEdits(on, second.edits), text, `seed ${seed}`);
        together += 1;
      } else {
        // Whom it stands beside next is the speech's own choice, but it finds somebody.
        assert.ok(toggleDual(now, moved).ok, `seed ${seed}`);
        apart += 1;
      }
    }
    assert.ok(together > 150 && apart > 150, `${together} ${apart}`);
  });

  it('says where there is no speech, or no neighbour', () => {
    assert.equal(toggled(two, 'She goes'), 'noSpeech');
    assert.equal(toggled('MARA\nStay.\n\nShe goes.\n\nDEV\nNo.\n', 'Stay'), 'noNeighbour');
    assert.equal(toggled('MARA\nStay.\n\nDEV ^\nNo.\n\nINT. B\n\nOSKAR\nOh.\n', 'Oh.'), 'noNeighbour');
  });

  it('property: twice is as before, and only the two cues change', () => {
    const text = featureScript(6, 9);
    const script = parse(text);
    let pairs = 0;
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (offset) => {
        const result = toggleDual(script, offset);
        if (result.ok) {
          const on = applyEdits(text, result.edits);
          assert.equal(said(on).filter((each, index) => each !== said(text)[index]).length, 1);
          const off = toggleDual(parse(on), offset + ((result.edits[0]?.offset ?? 0) < offset ? 2 : 0));
          assert.ok(off.ok && !off.isDual);
          assert.equal(applyEdits(on, off.edits), text);
          pairs += 1;
        }
      }),
      { seed: 3, numRuns: 100 },
    );
    assert.ok(pairs > 20, String(pairs));
  });
});

describe('toggleCentre', () => {
  const toggled = (marked: string): string => {
    const { text, ...selection } = spanIn(marked);
    const result = toggleCentre(parse(text), [selection]);
    return result.ok ? applyEdits(text, result.edits) : 'nothing';
  };

  it('centres a line of action, and takes it back', () => {
    assert.equal(toggled('One.\r\n\r\n  THE E|ND \r\n'), 'One.\r\n\r\n  > THE END < \r\n');
    assert.equal(toggled('One.\r\n\r\n  > THE E|ND < \r\n'), 'One.\r\n\r\n  THE END \r\n');
    assert.equal(toggled('‹One\ntwo\n\nThree›\n'), '> One <\n> two <\n\n> Three <\n');
    assert.equal(toggled('‹> One <\nTwo\n›Three\n'), '> One <\n> Two <\nThree\n');
  });

  it('leaves headings and speeches alone, and keeps action what it is', () => {
    assert.equal(toggled('INT. A|\n\nOne.\n'), 'nothing');
    assert.equal(toggled('MARA\nSta|y.\n'), 'nothing');
    assert.equal(toggled('> THE E|ND <\nHe falls.\n'), '!THE END\nHe falls.\n');
    assert.equal(toggled('|\n'), 'nothing');
  });
});

describe('insertLine', () => {
  const put = (marked: string, words: string): string => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const line = insertLine(parse(text), offset, words);
    return line ? `${applyEdit(text, line.edit).slice(0, line.cursor)}|${applyEdit(text, line.edit).slice(line.cursor)}` : 'nowhere';
  };

  it('puts it on an empty line, with blank lines where they are missing', () => {
    assert.equal(put('One.\n\n|\n\nTwo.\n', '==='), 'One.\n\n===|\n\nTwo.\n');
    assert.equal(put('One.\n|\nTwo.\n', '==='), 'One.\n\n===|\n\nTwo.\n');
    assert.equal(put('One.\r\n|', '# Act'), 'One.\r\n\r\n# Act|\r\n');
    assert.equal(put('|', '= All'), '= All|\n');
  });

  it('goes behind the paragraph or speech it stands in', () => {
    assert.equal(put('One |and\ntwo.\n\nThree.\n', '==='), 'One and\ntwo.\n\n===|\n\nThree.\n');
    assert.equal(put('MARA\nSt|ay.\n\nShe goes.\n', '==='), 'MARA\nStay.\n\n===|\n\nShe goes.\n');
    assert.equal(put('INT. A|\n\nOne.\n', '= What happens'), 'INT. A\n\n= What happens|\n\nOne.\n');
  });

  it('property: every other element stays what it was', () => {
    let put = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const random = randomFrom(seed);
      const text = seed % 4 === 0 ? featureScript(3, seed) : randomText(random, 2 + Math.floor(random() * 20));
      const line = insertLine(parse(text), Math.floor(random() * (text.length + 1)), '===');
      if (line) {
        const after = said(applyEdit(text, line.edit));
        assert.equal(after.length, said(text).length + 1);
        put += 1;
      }
    }
    assert.ok(put > 500, String(put));
  });
});
