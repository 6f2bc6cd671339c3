import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../src/core/edits/edit';
import { parse } from '../../../src/core/fountain/parse';
import { reparse } from '../../../src/core/fountain/reparse';
import { sliceOf, type Script } from '../../../src/core/fountain/script';
import { followTaken, type Taken } from '../../../src/review/draftTaken';

const TEXT = 'INT. DINER - NIGHT\n\nMARA sits.\n\nDEV\nYou came.\n\nRain.\n';

/** A change taken over at the words given, and the script after it. */
function taken(removed: string, inserted: string): { taken: Taken; script: Script; edit: Edit } {
  const from = TEXT.indexOf(removed);
  const edit = { offset: from, removed: removed.length, inserted };
  const span = { from, to: from + inserted.length };
  return { taken: { draft: 'd', uri: 'u', accept: 'a', span, inserted, removed, stands: true }, script: reparse(parse(TEXT), edit), edit };
}

const step = (before: Script, ...edits: Edit[]) => ({ before, edits, script: edits.reduce(reparse, before) });

describe('a change that was taken over', () => {
  for (const [removed, inserted] of [['MARA sits.', 'MARA stands at the door.'], ['Rain.\n', ''], ['', 'FADE IN:\n\n']] as const) {
    it(`is taken back by undo and brought in again by redo: ${JSON.stringify(removed)} -> ${JSON.stringify(inserted)}`, () => {
      const made = taken(removed, inserted);
      const undo = step(made.script, { offset: made.edit.offset, removed: inserted.length, inserted: removed });
      const undone = followTaken(made.taken, undo);
      assert.equal(undone?.stands, false);
      const redone = followTaken(undone, step(undo.script, made.edit));
      assert.equal(redone?.stands, true);
      assert.deepEqual(redone.span, made.taken.span);
    });
  }

  it('stands while the writer writes elsewhere, and is still found by undo after', () => {
    const made = taken('You came.', 'You came after all.');
    const above = step(made.script, { offset: 0, removed: 0, inserted: 'Title: x\n\n' });
    const moved = followTaken(made.taken, above);
    assert.equal(moved?.stands, true);
    assert.equal(sliceOf(above.script, moved.span.from, moved.span.to), 'You came after all.');
    const back = followTaken(moved, step(above.script, { offset: moved.span.from, removed: moved.inserted.length, inserted: moved.removed }));
    assert.equal(back?.stands, false);
  });

  it('stands when the writer makes other words of it: those are neither taken back nor forgotten', () => {
    const made = taken('You came.', 'You came after all.');
    const edited = step(made.script, { offset: made.taken.span.from, removed: 3, inserted: 'She' });
    const now = followTaken(made.taken, edited);
    assert.equal(now?.stands, true);
    assert.equal(followTaken(now, step(edited.script, { offset: made.taken.span.from, removed: 3, inserted: 'You' }))?.stands, true);
  });

  it('is let go where the script came anew without it', () => {
    const made = taken('You came.', 'You came after all.');
    assert.equal(followTaken(made.taken, { edits: [], script: parse(TEXT) }), undefined);
    assert.equal(followTaken(made.taken, { edits: [], script: made.script }), made.taken);
  });

  it('never says it stands where its words do not, nor the other way, whatever is typed outside', () => {
    const made = taken('You came.', 'You came after all.');
    const typing = fc.array(fc.record({ at: fc.nat(400), cut: fc.nat(6), words: fc.string({ maxLength: 8 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(typing, (edits) => {
        let now: Taken | undefined = made.taken;
        let script = made.script;
        for (const { at, cut, words } of edits) {
          const offset: number = at % (script.length + 1);
          const { from, to }: Taken['span'] = now.span;
          const removed = Math.min(cut, script.length - offset);
          if (offset < to && offset + removed > from) {
            continue;
          }
          const made: ReturnType<typeof step> = step(script, { offset, removed, inserted: words });
          now = followTaken(now, made);
          script = made.script;
          assert.ok(now?.stands);
          assert.equal(sliceOf(script, now.span.from, now.span.to), 'You came after all.');
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
