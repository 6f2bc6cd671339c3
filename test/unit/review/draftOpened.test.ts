import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { sliceOf } from '../../../src/core/fountain/script';
import { openedDraft, spanNow } from '../../../src/review/draftOpened';

const SCENE = 'INT. DINER - NIGHT\n\nMARA sits.\n\nDEV\nYou came.\n\n';
const TEXT = `EXT. ROAD - DAY\n\nA truck goes by.\n\n${SCENE}INT. CAR - DAY\n\nThey drive.\n`;
const span = { from: TEXT.indexOf('INT. DINER'), to: TEXT.indexOf('INT. CAR') };
const fields = { id: 'd', kind: 'rewrite', uri: 'u', title: 't', createdAt: 0, span, script: parse(TEXT) } as const;

describe('a draft opened on a stretch that was read a moment ago', () => {
  for (const [what, now, base] of [
    ['nothing', TEXT, SCENE],
    ['words above', TEXT.replace('A truck', 'A slow, red truck'), SCENE],
    ['a scene above', `FADE IN:\n\n${TEXT}`, SCENE],
    ['words below', TEXT.replace('They drive.', 'They drive on.'), SCENE],
    ['words above and below', TEXT.replace('A truck', 'Two trucks').replace('They drive.', 'They drive on.'), SCENE],
    ['words inside', TEXT.replace('You came.', 'You came late.'), SCENE.replace('You came.', 'You came late.')],
    ['all above gone', TEXT.slice(span.from), SCENE],
    ['other line ends', TEXT.replace(/\n/g, '\r\n'), SCENE.replace(/\n/g, '\r\n')],
  ] as const) {
    it(`lies on exactly that stretch after ${what}`, () => {
      const script = parse(now);
      const { anchor, ...draft } = openedDraft(fields, script);
      assert.equal(anchor.lost, false);
      assert.equal(sliceOf(script, anchor.from, anchor.to), base);
      assert.equal(draft.base, base);
      assert.equal(draft.text.replace(/\r\n/g, '\n'), base.replace(/\r\n/g, '\n'));
      assert.deepEqual(spanNow(span, fields.script, script), { from: anchor.from, to: anchor.to });
    });
  }

  it('is lost where the stretch went, not laid on its neighbours', () => {
    const script = parse(TEXT.replace(SCENE, ''));
    assert.equal(openedDraft(fields, script).anchor.lost, true);
    assert.equal(spanNow(span, fields.script, script), undefined);
  });

  it('keeps an empty place for new scenes between the lines it was between', () => {
    const at = { from: span.to, to: span.to };
    const now = `FADE IN:\n\n${TEXT}`;
    const script = parse(now);
    const { anchor } = openedDraft({ ...fields, span: at }, script);
    assert.equal(anchor.lost, false);
    assert.equal(anchor.from, now.indexOf('INT. CAR'));
    assert.equal(anchor.to, anchor.from);
  });
});
