// A draft keeps in step with its script: typed beside, inside, across; moved, deleted, brought back; reloaded.
import * as assert from 'node:assert/strict';
import { acceptAll, acceptHunk, refuseHunk } from '../../../../src/core/drafts/acceptHunk';
import type { Draft } from '../../../../src/core/drafts/draft';
import { createDraft, editDraft, rebaseDraft, relocateDraft, writeDraft } from '../../../../src/core/drafts/follow';
import { hunksOf } from '../../../../src/core/drafts/hunks';
import { restoreDrafts, serialiseDrafts } from '../../../../src/core/drafts/serialise';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf, type Script } from '../../../../src/core/fountain/script';

const FIRST = 'INT. FERRY - DAWN\n\nWater against the hull, again and again.\n\n';
const SCENE = 'INT. DINER - NIGHT\n\nMara folds the map.\n\nMARA\nYou came back.\n\nDEV\nFor the map.\n\n';
const LAST = 'EXT. HARBOUR - DAY\n\nThe boat is gone. Nobody asks where it went.\n';
const TEXT = FIRST + SCENE + LAST;
const NEW = SCENE.replace('You came back.', 'Back, then.').replace('Mara folds the map.', 'Mara folds the map twice.');

function open(text = TEXT, from = FIRST.length, to = FIRST.length + SCENE.length): { draft: Draft; script: Script } {
  const script = parse(text);
  const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'file:///a', title: 'DINER', span: { from, to }, script, createdAt: 1 });
  return { draft: { ...draft, activity: { kind: 'idle' } }, script };
}

function written(): { draft: Draft; script: Script } {
  const { draft, script } = open();
  return { draft: writeDraft(draft, NEW), script };
}

/** The script and the draft after edits, in the order given. */
function after({ draft, script }: { draft: Draft; script: Script }, ...edits: Edit[]): { draft: Draft; script: Script } {
  let text = textOf(script);
  for (const { offset, removed, inserted } of edits) {
    text = text.slice(0, offset) + inserted + text.slice(offset + removed);
  }
  const next = parse(text);
  const rebased = rebaseDraft(draft, { before: script, edits, after: next });
  if (!rebased.anchor.lost) {
    assert.equal(text.slice(rebased.anchor.from, rebased.anchor.to), rebased.base);
  }
  return { draft: rebased, script: next };
}

const at = (words: string): number => TEXT.indexOf(words);

describe('a draft', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('says what the script says until something is written, and stands between its blank lines', () => {
    const { draft } = open();
    assert.equal(draft.text, SCENE);
    assert.equal(hunksOf(draft).length, 0);
    assert.equal(writeDraft(draft, '\n\nINT. DINER - NIGHT\n\nRain.').text, 'INT. DINER - NIGHT\n\nRain.\n\n');
    assert.equal(writeDraft(draft, '  ').text, SCENE);
  });

  it('takes what is written where both agree, and marks the hunk where they do not', () => {
    const agreed = after(written(), { offset: at('For the map.'), removed: 3, inserted: 'Only for' });
    assert.ok(agreed.draft.text.includes('Only for the map.'));
    assert.deepEqual(hunksOf(agreed.draft).map(({ touched }) => touched), [false, false]);
    const other = after(written(), { offset: at('You came'), removed: 3, inserted: 'They' });
    assert.deepEqual(hunksOf(other.draft).map(({ touched }) => touched), [false, true]);
    assert.ok(other.draft.text.includes('Back, then.') && other.draft.base.includes('They came back.'));
  });

  it('keeps a touched hunk from being taken unless the writer says so twice', () => {
    const { draft, script } = after(written(), { offset: at('You came'), removed: 3, inserted: 'They' });
    const hunk = hunksOf(draft)[1];
    assert.ok(hunk);
    assert.deepEqual(acceptHunk(draft, hunk, script), { ok: false, reason: 'touched' });
    const all = acceptAll(draft, script);
    assert.ok(all.ok && all.left === 1 && all.draft.base.includes('They came back.') && all.draft.base.includes('map twice'));
    const sure = acceptHunk(draft, hunk, script, { overwrite: true });
    assert.ok(sure.ok && sure.draft.base.includes('Back, then.'));
  });

  it('opens a hunk again when its acceptance is undone, and closes it when that is redone', () => {
    const { draft, script } = written();
    const hunk = hunksOf(draft)[0];
    assert.ok(hunk);
    const taken = acceptHunk(draft, hunk, script);
    assert.ok(taken.ok);
    const done = after({ draft: taken.draft, script }, taken.edit);
    assert.equal(hunksOf(done.draft).length, 1);
    const inverse = { offset: taken.edit.offset, removed: taken.edit.inserted.length, inserted: hunk.removed };
    const undone = after(done, inverse);
    assert.deepEqual(hunksOf(undone.draft), hunksOf(draft));
    assert.equal(hunksOf(after(undone, taken.edit).draft).length, 1);
  });

  it('leaves whole lines written at its ends to its neighbours, and has what is typed on its own lines', () => {
    const above = after(open(), { offset: FIRST.length, removed: 0, inserted: 'More water.\n\n' });
    assert.equal(above.draft.base, SCENE);
    const below = after(open(), { offset: FIRST.length + SCENE.length, removed: 0, inserted: 'EXT. PIER - DAY\n\n' });
    assert.equal(below.draft.base, SCENE);
    const typed = after(open(), { offset: FIRST.length, removed: 0, inserted: 'X' });
    assert.equal(typed.draft.base, `X${SCENE}`);
    assert.equal(typed.draft.text, `X${SCENE}`);
  });

  it('loses the part that an edit across its end takes', () => {
    const across = after(open(), { offset: FIRST.length - 5, removed: 5 + 'INT. DINER - NIGHT\n\n'.length, inserted: '' });
    assert.ok(across.draft.base.startsWith('Mara folds'));
    assert.equal(across.draft.anchor.lost, false);
    const back = after(across, { offset: FIRST.length - 5, removed: 0, inserted: TEXT.slice(FIRST.length - 5, FIRST.length + 'INT. DINER - NIGHT\n\n'.length) });
    assert.equal(back.draft.base, SCENE);
    assert.equal(back.draft.text, SCENE);
  });

  it('is lost with its stretch, found by undo and by a paste, and can be accepted in neither state by mistake', () => {
    const start = written();
    const gone = after(start, { offset: FIRST.length, removed: SCENE.length, inserted: '' });
    assert.equal(gone.draft.anchor.lost, true);
    assert.equal(gone.draft.text, start.draft.text);
    const hunk = hunksOf(gone.draft)[0];
    assert.ok(hunk);
    assert.deepEqual(acceptHunk(gone.draft, hunk, gone.script), { ok: false, reason: 'lost' });
    const back = after(gone, { offset: FIRST.length, removed: 0, inserted: SCENE });
    assert.equal(back.draft.anchor.lost, false);
    assert.deepEqual(hunksOf(back.draft), hunksOf(start.draft));
    const pasted = after(gone, { offset: 0, removed: 0, inserted: SCENE });
    assert.deepEqual([pasted.draft.anchor.from, pasted.draft.anchor.lost], [0, false]);
    assert.equal(hunksOf(pasted.draft).length, 2);
  });

  it('goes along when its scene is moved in one step, to the script\'s end too', () => {
    const up = after(written(), { offset: FIRST.length, removed: SCENE.length, inserted: '' }, { offset: 0, removed: 0, inserted: SCENE });
    assert.deepEqual([up.draft.anchor.from, up.draft.anchor.lost, hunksOf(up.draft).length], [0, false, 2]);
    const end = TEXT.length;
    const down = after(written(), { offset: end, removed: 0, inserted: `\n${SCENE.trimEnd()}\n` }, { offset: FIRST.length, removed: SCENE.length, inserted: '' });
    assert.equal(down.draft.anchor.lost, false);
    assert.equal(down.draft.base, `${SCENE.trimEnd()}\n`);
    assert.equal(hunksOf(down.draft).length, 2);
  });

  it('takes no longer for a key when many were typed over others before it', () => {
    const long = Array.from({ length: 900 }, (_, i) => `MARA\nThe ${i} boats of harbour ${i % 7}.\n\n`).join('');
    let now = open(FIRST + long + LAST, FIRST.length, FIRST.length + long.length);
    const start = now;
    let typed = 0;
    const type = (keys: number): number => {
      const began = performance.now();
      for (const end = typed + keys; typed < end; typed++) {
        const offset = FIRST.length + 500 + typed;
        now = after(now, { offset, removed: 1, inserted: textOf(now.script)[offset] === 'x' ? 'y' : 'x' });
      }
      return performance.now() - began;
    };
    type(5);
    const early = Math.min(type(5), type(5), type(5));
    type(135);
    const late = Math.min(type(5), type(5), type(5));
    assert.ok(late < 4 * early + 100, 'a key costs what it cost before');
    assert.equal(now.draft.past.length, 170);
    // And all of it in one step is still known for what it is.
    const back = after(now, { offset: FIRST.length + 500, removed: 170, inserted: long.slice(500, 670) });
    assert.deepEqual([back.draft.past.length, back.draft.future.length, back.draft.base], [0, 170, start.draft.base]);
    const again = after(back, { offset: FIRST.length + 500, removed: 170, inserted: now.draft.base.slice(500, 670) });
    assert.deepEqual([again.draft.past.length, again.draft.base], [170, now.draft.base]);
  });

  it('makes no title page at the start of a script, written or accepted', () => {
    const text = SCENE + LAST;
    const start = open(text, 0, SCENE.length);
    for (const line of ['SUPER: 1944', 'Over black: a voice.']) {
      const draft = writeDraft(start.draft, `${line}\n\n${NEW}`);
      assert.ok(draft.text.startsWith(`!${line}\n`));
      assert.ok(acceptAll(draft, start.script).ok);
      const byHand = editDraft(start.draft, `${line}\n\n${SCENE}`);
      const [hunk] = hunksOf(byHand);
      assert.ok(hunk);
      for (const result of [acceptAll(byHand, start.script), acceptHunk(byHand, hunk, start.script)]) {
        assert.equal(result.ok ? undefined : result.reason, 'unsafe');
      }
    }
    assert.ok(writeDraft(written().draft, `SUPER: 1944\n\n${NEW}`).text.startsWith('SUPER'));
  });

  it('comes in while it is written in a time that grows with its length', () => {
    const time = (count: number): number => {
      const long = Array.from({ length: count }, (_, i) => `MARA\nThe ${i} boats of harbour ${i % 7}. [[note ${i}]]\n\n`).join('');
      const { draft } = open(FIRST + long + LAST, FIRST.length, FIRST.length + long.length);
      const start = performance.now();
      writeDraft(draft, long.replace(/\[\[.*?\]\]/g, ''));
      return performance.now() - start;
    };
    time(300);
    assert.ok(Math.min(time(6000), time(6000)) < 100 * Math.min(time(300), time(300), time(300)) + 300);
  });

  it('follows many edits at once, as replacing a name everywhere makes them', () => {
    const places = [...TEXT.matchAll(/Mara|MARA/g)].map((match) => match.index).reverse();
    const edits = places.map((offset) => ({ offset, removed: 4, inserted: 'LENA' }));
    const { draft } = after(written(), ...edits);
    assert.ok(!/mara/i.test(draft.base));
    assert.equal(draft.anchor.lost, false);
    assert.deepEqual(hunksOf(draft).map(({ touched }) => touched), [true, true]);
  });

  it('is found after a reload: where it was, moved, or changed inside between what stood around it', () => {
    const start = written();
    const [restored] = restoreDrafts(JSON.parse(JSON.stringify(serialiseDrafts([start.draft]))));
    assert.ok(restored);
    assert.deepEqual(relocateDraft(restored, start.script), restored);
    const moved = relocateDraft(restored, parse(`INT. NEW - DAY\n\nA scene before all.\n\n${TEXT}`));
    assert.deepEqual([moved.anchor.lost, moved.base, hunksOf(moved).length], [false, SCENE, 2]);
    const changed = TEXT.replace('For the map.', 'For the boat.').replace('You came', 'They came');
    const inside = relocateDraft(restored, parse(changed));
    assert.equal(inside.anchor.lost, false);
    assert.ok(inside.base.includes('For the boat.') && inside.text.includes('For the boat.') && inside.text.includes('Back, then.'));
    assert.deepEqual(hunksOf(inside).map(({ touched }) => touched), [false, true]);
    assert.equal(relocateDraft(restored, parse('INT. OTHER - DAY\n\nQuite another film.\n')).anchor.lost, true);
    const windows = relocateDraft(restored, parse(TEXT.replace(/\n/g, '\r\n')));
    assert.deepEqual([windows.anchor.lost, windows.base, hunksOf(windows).length], [false, SCENE.replace(/\n/g, '\r\n'), 2]);
  });

  it('is not taken for one of two scenes that are the same', () => {
    const { draft } = written();
    const twice = parse(`INT. A - DAY\n\nx\n\n${SCENE}INT. B - DAY\n\ny\n\n${SCENE}INT. C - DAY\n`);
    assert.equal(relocateDraft(draft, twice).anchor.lost, true);
  });

  it('takes hunks in the line ends of the script', () => {
    const text = TEXT.replace(/\n/g, '\r\n');
    const script = parse(text);
    const from = text.indexOf('INT. DINER');
    const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'x', title: '', span: { from, to: text.indexOf('EXT. HARBOUR') }, script, createdAt: 1 });
    const edited = editDraft({ ...draft, activity: { kind: 'idle' } }, NEW);
    const all = acceptAll(edited, script);
    assert.ok(all.ok);
    assert.equal(all.draft.base, NEW.replace(/\n/g, '\r\n'));
    assert.equal(hunksOf(all.draft).length, 0);
  });

  it('refuses what would change the script around it, and says so', () => {
    const { draft, script } = open();
    for (const text of [SCENE.trimEnd(), `${SCENE}MARA\n`, `${SCENE.trimEnd()}\n`]) {
      const edited = editDraft(draft, text);
      const result = acceptAll(edited, script);
      assert.deepEqual(result, { ok: false, reason: 'unsafe' }, JSON.stringify(text));
    }
  });

  it('inserts scenes where there is nothing yet, apart from what stands there', () => {
    for (const where of [0, FIRST.length, FIRST.length + SCENE.length, TEXT.length]) {
      const { draft, script } = open(TEXT, where, where);
      const made = writeDraft(draft, 'INT. CELLAR - NIGHT\n\nDark.');
      const all = acceptAll(made, script);
      assert.ok(all.ok, String(where));
      const text = TEXT.slice(0, where) + all.edit.inserted + TEXT.slice(where);
      assert.match(text, /(?:^|\n\n)INT\. CELLAR - NIGHT\n\nDark\.\n(?:\n|$)/);
    }
  });

  it('keeps notes and boneyards that no model was shown, spacing and quotes of the script, where a paragraph was only copied', () => {
    const base = "INT. A - DAY\n\n\nIt's late. [[ask Lena]] He waits.\n\n/* an old\n\nending */\n\nMARA\nNo. [[or yes?]]\n\n===\n\nHe goes.\n\n";
    const script = parse(base + LAST);
    const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'x', title: '', span: { from: 0, to: base.length }, script, createdAt: 1 });
    const copied = writeDraft(draft, 'INT. A - DAY\n\nIt\u2019s late. He waits.\n\nMARA\nNo.\n\nHe goes.');
    assert.equal(copied.text, base);
    const changed = writeDraft(draft, 'INT. A - DAY\n\nIt\u2019s late. He waits.\n\nMARA\nNever, no.\n\nHe goes.');
    assert.equal(changed.text, base.replace('No. [[or yes?]]', 'Never, no. [[or yes?]]'));
  });

  it('has the blank lines before its stretch once', () => {
    const base = '\n\nINT. A - DAY\n\nRain.\n\n\n';
    const script = parse(`INT. Z - DAY${base}${LAST}`);
    const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'x', title: '', span: { from: 12, to: 12 + base.length }, script, createdAt: 1 });
    assert.equal(writeDraft(draft, 'INT. A - DAY\n\nRain.').text, base);
    assert.equal(writeDraft(draft, 'INT. A - DAY\n\nSnow.').text, base.replace('Rain', 'Snow'));
  });

  it('leaves the script alone when a hunk is refused', () => {
    const { draft } = written();
    const [hunk] = hunksOf(draft);
    assert.ok(hunk);
    const refused = refuseHunk(draft, hunk);
    assert.equal(hunksOf(refused).length, 1);
    assert.equal(refused.base, draft.base);
    assert.equal(refuseHunk(refused, hunk), refused, 'a hunk of another state changes nothing');
  });

  it('is read from a store whatever is in it', () => {
    const { draft } = written();
    const good = serialiseDrafts([draft]) as { version: number; drafts: Record<string, unknown>[] };
    assert.equal(restoreDrafts(good).length, 1);
    for (const rubbish of [undefined, null, 1, 'x', [], {}, { version: 2, drafts: good.drafts }, { version: 1, drafts: [null, 1, {}, { ...good.drafts[0], base: 1 }, { ...good.drafts[0], anchor: { from: 3, to: 1 } }] }]) {
      assert.deepEqual(restoreDrafts(rubbish), []);
    }
    assert.equal(restoreDrafts({ version: 1, drafts: [...good.drafts, ...good.drafts] }).length, 1);
    assert.deepEqual(restoreDrafts({ version: 1, drafts: [{ ...good.drafts[0], past: [{ shift: 'x' }], touched: [{ from: 0, to: 1e9 }], wish: { lines: -1 } }] })[0]?.past, []);
  });
});
