import assert from 'node:assert/strict';
import { acceptHunk } from '../../../src/core/drafts/acceptHunk';
import type { Draft } from '../../../src/core/drafts/draft';
import { createDraft, editDraft, rebaseDraft } from '../../../src/core/drafts/follow';
import { hunksOf } from '../../../src/core/drafts/hunks';
import { parse } from '../../../src/core/fountain/parse';
import { reparse } from '../../../src/core/fountain/reparse';
import { sliceOf } from '../../../src/core/fountain/script';
import { markDraft } from '../../../src/review/draftMark';
import { expectTaken, followTaken } from '../../../src/review/draftTaken';

const TEXT = 'INT. DINER - NIGHT\n\nMARA sits.\n\nDEV\nYou came.\n\nRain.\n\nINT. CAR - DAY\n\nThey drive.\n';

/** A draft of the first scene with two changes, the first of them about to be taken over. */
function planned() {
  const script = parse(TEXT);
  const to = TEXT.indexOf('INT. CAR');
  const opened = createDraft({ id: 'd', kind: 'rewrite', uri: 'u', title: 't', createdAt: 0, span: { from: 0, to }, script });
  const before: Draft = editDraft({ ...opened, activity: { kind: 'idle' } }, opened.text.replace('MARA sits.', 'MARA stands at the door.').replace('Rain.', 'Thunder.'));
  const [first] = hunksOf(before);
  assert.ok(first);
  const accepted = acceptHunk(before, first, script);
  assert.ok(accepted.ok);
  return { script, before, ...accepted };
}

describe('a yes of which nothing came', () => {
  for (const [where, at, words] of [['above the stretch', 0, 'FADE IN:\n\n'], ['in the change itself', TEXT.indexOf('sits.'), 'slowly '], ['in another change', TEXT.indexOf('Rain.'), 'Cold. ']] as const) {
    it(`leaves the draft whole when somebody writes ${where} in that moment`, () => {
      const { script, before, draft } = planned();
      const edit = { offset: at, removed: 0, inserted: words };
      const step = { before: script, edits: [edit], after: reparse(script, edit) };
      const mark = markDraft(before, draft);
      mark.follow({ before: script, edits: [edit], script: step.after });
      const now = mark.withdrawn(rebaseDraft(draft, step));
      assert.equal(now.anchor.lost, false);
      assert.equal(sliceOf(step.after, now.anchor.from, now.anchor.to), now.base);
      assert.deepEqual(hunksOf(now).map(({ inserted }) => inserted.trim()).filter((text) => text !== ''), ['MARA stands at the door.', 'Thunder.']);
    });
  }

  it('gives the very draft back where nothing else happened, with what was typed into it meanwhile', () => {
    const { before, draft } = planned();
    assert.equal(markDraft(before, draft).withdrawn(draft).text, before.text);
    assert.equal(markDraft(before, draft).withdrawn(draft).base, before.base);
    const typed = editDraft(draft, draft.text.replace('Thunder.', 'Thunder, far off.'));
    const now = markDraft(before, draft).withdrawn(typed);
    assert.equal(now.base, before.base);
    assert.ok(now.text.includes('Thunder, far off.') && now.text.includes('MARA stands'));
  });
});

describe('a change that is on its way', () => {
  for (const [removed, inserted] of [['MARA sits.', 'MARA stands.'], ['Rain.\n', ''], ['', 'FADE IN:\n\n']] as const) {
    it(`stands once its edit is there, not before: ${JSON.stringify(removed)} -> ${JSON.stringify(inserted)}`, () => {
      const script = parse(TEXT);
      const edit = { offset: TEXT.indexOf(removed), removed: removed.length, inserted };
      const expected = expectTaken({ draft: 'd', uri: 'u' }, edit, script);
      assert.equal(expected.stands, false);
      const elsewhere = { offset: TEXT.indexOf('They drive.'), removed: 0, inserted: 'Slowly. ' };
      const waiting = followTaken(expected, { before: script, edits: [elsewhere], script: reparse(script, elsewhere) });
      assert.equal(waiting?.stands, false);
      const after = reparse(script, edit);
      const now = followTaken(expected, { before: script, edits: [edit], script: after });
      assert.equal(now?.stands, true);
      assert.equal(sliceOf(after, now.span.from, now.span.to), inserted);
      // Written on in the same moment: what is there is not what was accepted, and says so.
      if (inserted !== '') {
        const on = { offset: edit.offset + 2, removed: 0, inserted: 'x' };
        const script2 = reparse(after, on);
        const written = followTaken(now, { before: after, edits: [on], script: script2 });
        assert.ok(written && sliceOf(script2, written.span.from, written.span.to) !== written.inserted);
      }
    });
  }
});
