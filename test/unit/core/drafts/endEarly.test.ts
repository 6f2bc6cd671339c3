// What stays of a draft whose writing was stopped or broke off.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptAll } from '../../../../src/core/drafts/acceptHunk';
import { endEarly } from '../../../../src/core/drafts/endEarly';
import { createDraft, writeDraft } from '../../../../src/core/drafts/follow';
import { hunksOf } from '../../../../src/core/drafts/hunks';
import { parse } from '../../../../src/core/fountain/parse';

const SCENE = 'INT. BAR - NIGHT\n\nRain. MARA waits.\n\nMARA\nYou came.\n\nTOM\nI was told to.\n\n[[ask the barman]]\n\nMARA\nBy whom?\n\nTOM\nBy you.\n';
const SCRIPT = `INT. HALL - DAY\n\nEmpty.\n\n${SCENE}\nEXT. STREET - NIGHT\n\nNobody.\n`;

function stopped(written: string, lineEnd = '\n') {
  const source = SCRIPT.replaceAll('\n', lineEnd);
  const script = parse(source);
  const from = source.indexOf('INT. BAR');
  const to = source.indexOf('EXT. STREET');
  const open = createDraft({ id: 'd', kind: 'rewrite', uri: 'file:///a.fountain', title: 'bar', createdAt: 0, span: { from, to }, script });
  return { script, source, draft: endEarly(writeDraft(open, written)) };
}

describe('a draft that ended early', () => {
  it('keeps the rest of the scene as the script has it, and drops half a speech', () => {
    const { draft } = stopped('INT. BAR - NIGHT\n\nRain. MARA waits.\n\nMARA\nYou took your time.\n\nTOM\nI was to');
    assert.equal(draft.text, draft.base.replace('You came.', 'You took your time.'));
    assert.equal(hunksOf(draft).length, 1);
    assert.match(draft.written, /I was to$/);
  });

  it('takes the new units behind the last common one for new versions of as many', () => {
    const { draft } = stopped('INT. BAR - NIGHT\n\nRain. MARA waits.\n\nMARA\nHere at last.\n\nTOM\nSomebody called.\n\nMARA\nWh');
    assert.match(draft.text, /Here at last\.\n\nTOM\nSomebody called\.\n\n\[\[ask the barman\]\]\n\nMARA\nBy whom\?\n\nTOM\nBy you\.\n/);
    assert.doesNotMatch(draft.text, /You came|I was told/);
  });

  it('changes nothing where no unit came whole', () => {
    for (const written of ['', 'INT. BAR', 'INT. BAR - NIGHT\n']) {
      const { draft } = stopped(written);
      assert.equal(draft.text, draft.base);
    }
  });

  it('keeps the line ends of the script', () => {
    const { draft } = stopped('INT. BAR - NIGHT\n\nRain.\n\nMARA', '\r\n');
    assert.doesNotMatch(draft.text, /[^\r]\n/);
    assert.match(draft.text, /By you\.\r\n/);
  });

  it('never loses a unit that the model had not come to, wherever a copy is cut', () => {
    // No model is shown the note.
    const copied = SCENE.replace('[[ask the barman]]\n\n', '');
    fc.assert(
      fc.property(fc.nat({ max: copied.length }), (cut) => {
        const { draft, script, source } = stopped(copied.slice(0, cut));
        assert.equal(draft.text, draft.base);
        const all = acceptAll(draft, script);
        assert.ok(!all.ok || source.slice(all.edit.offset, all.edit.offset + all.edit.removed) === all.edit.inserted);
      }),
    );
  });
});
