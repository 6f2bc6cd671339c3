// What may happen to a draft and its script, done to both and to the plain model of them.
import * as assert from 'node:assert/strict';
import { acceptAll, acceptHunk, refuseAll, refuseHunk } from '../../../../src/core/drafts/acceptHunk';
import { editDraft, rebaseDraft, relocateDraft } from '../../../../src/core/drafts/follow';
import { hunksOf } from '../../../../src/core/drafts/hunks';
import { restoreDrafts, serialiseDrafts } from '../../../../src/core/drafts/serialise';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { pick, randomProse, randomText } from '../../../support/randomScript';
import { COUNTS, settle, whole, type Model, type Random, type World } from './draftOracle';

function snippet(random: Random, lineEnd: string): string {
  const made = pick(random, [
    () => randomProse(random, 1 + Math.floor(random() * 8)),
    () => `\n\n${randomProse(random, 6)}\n\n`,
    () => `MARA\n${randomProse(random, 4)}\n\n`,
    () => 'x',
    () => '\n',
    () => ' ',
    () => randomText(random, 3),
    () => `INT. ${randomProse(random, 2).toUpperCase()} - DAY\n\n`,
  ])();
  return made.replace(/\r\n|\r|\n/g, lineEnd);
}

/** No oracle can tell which half of a CRLF an edit meant: editors never cut one. */
function whole2(text: string, at: number): number {
  return text[at - 1] === '\r' && text[at] === '\n' ? at + 1 : at;
}

function replaced(text: string, { offset, removed, inserted }: Edit): string {
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}

/** Applies one edit to script and draft as an editor would, and keeps its undo. */
function change(world: World, edit: Edit, model: Model, lost: boolean): void {
  const before = parse(world.script);
  const text = replaced(world.script, edit);
  assert.equal(text, whole(model), 'the oracle and the edit agree');
  const inverse: Edit = { offset: edit.offset, removed: edit.inserted.length, inserted: world.script.slice(edit.offset, edit.offset + edit.removed) };
  world.undo.push({ edits: [inverse], model: { ...world.model }, lost: world.lost, text: world.draft.text, edited: world.edited });
  world.draft = rebaseDraft(world.draft, { before, edits: [edit], after: parse(text) });
  world.script = text;
  world.model = model;
  world.lost = lost;
}

export function inside(world: World): void {
  const { random, model } = world;
  const from = whole2(model.stretch, Math.floor(random() * (model.stretch.length + 1)));
  const to = whole2(model.stretch, Math.min(model.stretch.length, from + Math.floor(random() * (random() < 0.2 ? 200 : 12))));
  const inserted = random() < 0.3 ? '' : snippet(random, world.lineEnd);
  // At its very ends what is written is a question of manners: asked in follow.test.ts.
  const empties = model.stretch.slice(0, from).trim() === '' && model.stretch.slice(to).trim() === '' && inserted.trim() === '';
  if (from === 0 || to === model.stretch.length || empties || (from === to && inserted === '')) {
    return;
  }
  const edit = { offset: model.before.length + from, removed: to - from, inserted };
  change(world, edit, { ...model, stretch: replaced(model.stretch, { ...edit, offset: from }) }, false);
}

export function outside(world: World): void {
  const { random, model } = world;
  const inserted = snippet(random, world.lineEnd);
  if (random() < 0.5 && model.before.length > 400) {
    const from = whole2(model.before, Math.floor(random() * (model.before.length - 300)));
    const to = whole2(model.before, Math.min(model.before.length - 2, from + Math.floor(random() * 30)));
    const edit = { offset: from, removed: Math.max(0, to - from), inserted };
    change(world, edit, { ...model, before: replaced(model.before, edit) }, world.lost);
  } else if (model.after.length > 2) {
    const from = whole2(model.after, 1 + Math.floor(random() * (model.after.length - 1)));
    const to = whole2(model.after, Math.min(model.after.length, from + Math.floor(random() * 30)));
    const edit = { offset: model.before.length + model.stretch.length + from, removed: to - from, inserted };
    change(world, edit, { ...model, after: replaced(model.after, { ...edit, offset: from }) }, world.lost);
  }
}

/** An edit across one end: what it takes of the stretch is gone, what it writes is outside. */
export function straddling(world: World): void {
  const { random, model } = world;
  if (model.stretch.trim().length < 60 || model.before.length < 20 || model.after.length < 20) {
    return;
  }
  const inserted = random() < 0.5 ? '' : snippet(random, world.lineEnd);
  if (random() < 0.5) {
    const from = whole2(model.before, model.before.length - 1 - Math.floor(random() * 10));
    const to = whole2(model.stretch, 1 + Math.floor(random() * 30));
    const removed = model.before.slice(from) + model.stretch.slice(0, to);
    // An editor that is given the same letters at both ends changes only what differs: not a straddling edit then.
    if (from === model.before.length || alikeAtEnds(removed, inserted) || model.stretch.slice(to).trim() === '') {
      return;
    }
    const edit = { offset: from, removed: removed.length, inserted };
    change(world, edit, { ...model, before: model.before.slice(0, from) + inserted, stretch: model.stretch.slice(to) }, false);
  } else {
    const from = whole2(model.stretch, model.stretch.length - 1 - Math.floor(random() * 30));
    const to = whole2(model.after, 1 + Math.floor(random() * 10));
    const removed = model.stretch.slice(from) + model.after.slice(0, to);
    if (from === model.stretch.length || alikeAtEnds(removed, inserted) || model.stretch.slice(0, from).trim() === '') {
      return;
    }
    const edit = { offset: model.before.length + from, removed: removed.length, inserted };
    change(world, edit, { ...model, stretch: model.stretch.slice(0, from), after: inserted + model.after.slice(to) }, false);
  }
}

function alikeAtEnds(a: string, b: string): boolean {
  return b !== '' && (a[0] === b[0] || a.at(-1) === b.at(-1));
}

/** The whole stretch goes; most often it comes back by undo. */
export function deletion(world: World): void {
  const { model } = world;
  if (model.stretch.trim() === '') {
    return;
  }
  COUNTS.lost++;
  change(world, { offset: model.before.length, removed: model.stretch.length, inserted: '' }, { ...model, stretch: '' }, true);
}

export function undo(world: World): void {
  const last = world.undo.pop();
  if (!last) {
    return;
  }
  COUNTS.undone++;
  const [edit] = last.edits;
  assert.ok(edit);
  const before = parse(world.script);
  const text = replaced(world.script, edit);
  assert.equal(text, whole(last.model));
  world.draft = rebaseDraft(world.draft, { before, edits: last.edits, after: parse(text) });
  world.script = text;
  world.model = last.model;
  world.lost = last.lost;
  if (last.edited === world.edited) {
    assert.equal(world.draft.text, last.text, 'undo brings the draft back as it was: what was accepted is open again');
  }
}

export function accept(world: World): void {
  const { random, draft, model } = world;
  const hunks = hunksOf(draft);
  const script = parse(world.script);
  const all = random() < 0.15;
  const hunk = hunks.length > 0 ? pick(random, hunks) : undefined;
  if (!all && !hunk) {
    return;
  }
  const overwrite = random() < 0.3;
  const result = all ? acceptAll(draft, script, { overwrite }) : hunk ? acceptHunk(draft, hunk, script, { overwrite }) : undefined;
  assert.ok(result);
  if (!result.ok) {
    COUNTS.unsafe += result.reason === 'unsafe' ? 1 : 0;
    COUNTS.touched += result.reason === 'touched' ? 1 : 0;
    assert.notEqual(result.reason, 'stale');
    assert.equal(result.reason === 'lost', world.lost);
    return;
  }
  const { edit } = result;
  const taken = all ? hunks.filter((one) => overwrite || !one.touched) : hunk ? [hunk] : [];
  // The oracle puts every hunk in its place by itself.
  let stretch = model.stretch;
  for (const one of [...taken].reverse()) {
    const place = stretch.slice(one.base.from, one.base.to);
    COUNTS.placed++;
    COUNTS.misplaced += place === one.removed ? 0 : 1;
    stretch = stretch.slice(0, one.base.from) + one.inserted.replace(/\r\n|\r|\n/g, world.lineEnd) + stretch.slice(one.base.to);
  }
  const text = replaced(world.script, edit);
  COUNTS.misplaced += text === model.before + stretch + model.after ? 0 : 1;
  assert.equal(text, model.before + stretch + model.after, 'what came stands exactly where what went stood');
  if (all && (overwrite || taken.length === hunks.length)) {
    assert.equal(stretch.replace(/\r\n|\r/g, '\n'), draft.text.replace(/\r\n|\r/g, '\n'), 'all of it is the draft to the letter');
  }
  COUNTS[all ? 'all' : 'accepted']++;
  assert.equal(neighbours(text, model.before.length + stretch.length, model), neighbours(world.script, model.before.length + model.stretch.length, model), 'what stands around parses as before');
  const inverse: Edit = { offset: edit.offset, removed: edit.inserted.length, inserted: world.script.slice(edit.offset, edit.offset + edit.removed) };
  world.undo.push({ edits: [inverse], model: { ...model }, lost: false, text: draft.text, edited: world.edited });
  // A caller may know that the edit is its own, or learn of it as of any other.
  const step = { before: script, edits: [edit], after: parse(text) };
  const knows = random() < 0.7;
  world.draft = rebaseDraft(knows ? result.draft : draft, step);
  if (knows) {
    assert.equal(world.draft.text, draft.text);
  }
  world.script = text;
  world.model = { ...model, stretch };
}

/** Every element outside the stretch, by a parse of the whole. */
function neighbours(text: string, end: number, { before }: Model): string {
  const found: string[] = [];
  let offset = 0;
  for (const chunk of parse(text).chunks) {
    for (const block of chunk.blocks) {
      for (const element of block.elements) {
        const [from, to] = [offset + element.from, offset + element.to];
        if (to <= before.length || from >= end) {
          found.push(`${element.kind} ${text.slice(from, to)}`);
        }
      }
      offset += block.text.length;
    }
  }
  return found.join('\n');
}

export function refuse(world: World): void {
  const { random, draft } = world;
  const hunks = hunksOf(draft);
  if (hunks.length === 0 || random() < 0.05) {
    world.draft = refuseAll(draft);
    assert.equal(hunksOf(world.draft).length, 0);
  } else {
    const hunk = pick(random, hunks);
    world.draft = refuseHunk(draft, hunk);
    assert.equal(world.draft.text, draft.text.slice(0, hunk.text.from) + hunk.removed + draft.text.slice(hunk.text.to));
    COUNTS.refused++;
  }
  assert.equal(world.draft.base, draft.base, 'no refusal changes the script');
  world.edited++;
}

export function edit(world: World): void {
  const { random, draft } = world;
  const from = whole2(draft.text, Math.floor(random() * (draft.text.length + 1)));
  const to = whole2(draft.text, Math.min(draft.text.length, from + Math.floor(random() * 20)));
  world.draft = editDraft(draft, draft.text.slice(0, from) + (random() < 0.3 ? '' : snippet(random, world.lineEnd)) + draft.text.slice(to));
  world.edited++;
}

export function reload(world: World): void {
  const [restored] = restoreDrafts(JSON.parse(JSON.stringify(serialiseDrafts([world.draft]))));
  assert.ok(restored);
  COUNTS.restored++;
  world.draft = relocateDraft(restored, parse(world.script));
  if (world.lost && !world.draft.anchor.lost) {
    // It may have been the same text elsewhere: then nothing is known of this stretch any more.
    assert.equal(world.script.slice(world.draft.anchor.from, world.draft.anchor.to), world.draft.base);
    settle(world);
  } else if (!world.lost && world.draft.anchor.lost) {
    COUNTS.astray++;
    settle(world);
  }
}
