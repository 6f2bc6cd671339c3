// Ten thousand random steps of writing, accepting, refusing and undoing, checked against a plain model of three strings.
import * as assert from 'node:assert/strict';
import { acceptAll, acceptHunk, refuseAll, refuseHunk } from '../../../../src/core/drafts/acceptHunk';
import type { Draft } from '../../../../src/core/drafts/draft';
import { createDraft, editDraft, rebaseDraft, relocateDraft, writeDraft } from '../../../../src/core/drafts/follow';
import { hunksOf } from '../../../../src/core/drafts/hunks';
import { restoreDrafts, serialiseDrafts } from '../../../../src/core/drafts/serialise';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf } from '../../../../src/core/fountain/script';
import { scenesOf } from '../../../../src/core/script/outline';
import { featureScript, pick, randomFrom, randomProse, randomText } from '../../../support/randomScript';

type Random = () => number;

/** The oracle: what stands before the stretch, in it, and behind it. It knows nothing of drafts. */
interface Model {
  before: string;
  stretch: string;
  after: string;
}

interface Undo {
  /** The edits that take the step back, in order. */
  readonly edits: readonly Edit[];
  readonly model: Model;
  readonly lost: boolean;
  /** The draft's text and hunks before the step: the same again after undo, as long as nobody edited the draft. */
  readonly text: string;
  readonly edited: number;
}

interface World {
  /** What was done last, to be told when something is wrong. */
  did: string;
  readonly random: Random;
  readonly lineEnd: string;
  script: string;
  model: Model;
  draft: Draft;
  lost: boolean;
  /** How often the draft's own text was changed by hand. */
  edited: number;
  undo: Undo[];
}

const COUNTS = { steps: 0, accepted: 0, refused: 0, all: 0, undone: 0, unsafe: 0, touched: 0, lost: 0, restored: 0, placed: 0, misplaced: 0 };

function whole(model: Model): string {
  return model.before + model.stretch + model.after;
}

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

function inside(world: World): void {
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

function outside(world: World): void {
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
function straddling(world: World): void {
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
function deletion(world: World): void {
  const { model } = world;
  if (model.stretch.trim() === '') {
    return;
  }
  COUNTS.lost++;
  change(world, { offset: model.before.length, removed: model.stretch.length, inserted: '' }, { ...model, stretch: '' }, true);
}

function undo(world: World): void {
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

function accept(world: World): void {
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

function refuse(world: World): void {
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

function edit(world: World): void {
  const { random, draft } = world;
  const from = whole2(draft.text, Math.floor(random() * (draft.text.length + 1)));
  const to = whole2(draft.text, Math.min(draft.text.length, from + Math.floor(random() * 20)));
  world.draft = editDraft(draft, draft.text.slice(0, from) + (random() < 0.3 ? '' : snippet(random, world.lineEnd)) + draft.text.slice(to));
  world.edited++;
}

function rewritten(random: Random, stretch: string): string {
  return stretch
    .split(/\r\n|\r|\n/)
    .map((line) => (random() < 0.25 && /[a-z]/.test(line) ? randomProse(random, 4 + Math.floor(random() * 6)) : line))
    .flatMap((line) => (random() < 0.05 ? [line, '', randomProse(random, 6), ''] : random() < 0.05 && !/^[A-Z]/.test(line) ? [] : [line]))
    .join('\n');
}

function write(world: World): void {
  world.draft = writeDraft({ ...world.draft, activity: { kind: 'writing' } }, rewritten(world.random, world.draft.base));
  world.draft = { ...world.draft, activity: { kind: 'idle' } };
  world.edited++;
}

function reload(world: World): void {
  const [restored] = restoreDrafts(JSON.parse(JSON.stringify(serialiseDrafts([world.draft]))));
  assert.ok(restored);
  COUNTS.restored++;
  world.draft = relocateDraft(restored, parse(world.script));
  if (world.lost && !world.draft.anchor.lost) {
    // It may have been the same text elsewhere: then nothing is known of this stretch any more.
    assert.equal(world.script.slice(world.draft.anchor.from, world.draft.anchor.to), world.draft.base);
    settle(world);
  } else if (!world.lost && world.draft.anchor.lost) {
    settle(world);
  }
}

/** Begins anew with another scene, where the old one cannot be told any more. */
function settle(world: World): void {
  Object.assign(world, { ...begin(world.random, world.script, world.lineEnd, world.edited + 1), did: `${world.did}, settled` });
}

function begin(random: Random, script: string, lineEnd: string, edited = 0): World {
  const parsed = parse(script);
  const scenes = scenesOf(parsed).filter((scene) => script.slice(scene.from, scene.to).trim().length > 100);
  const scene = scenes.length > 0 ? pick(random, scenes) : { from: 0, to: script.length };
  const span = { from: scene.from, to: scene.to };
  const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'file:///a.fountain', title: 'A', span, script: parsed, createdAt: 1 });
  const world: World = {
    random,
    lineEnd,
    script,
    model: { before: script.slice(0, span.from), stretch: script.slice(span.from, span.to), after: script.slice(span.to) },
    draft,
    lost: false,
    edited,
    undo: [],
    did: 'begin',
  };
  write(world);
  return world;
}

function check(world: World, label: string): void {
  const { draft, model } = world;
  assert.equal(draft.anchor.lost, world.lost, `${label}: lost`);
  assert.equal(draft.anchor.from, model.before.length, `${label}: the stretch begins where it does`);
  if (!world.lost) {
    assert.equal(draft.anchor.to, model.before.length + model.stretch.length, `${label}: and ends where it does`);
    assert.equal(draft.base, model.stretch, `${label}: the left side is the script's`);
    assert.equal(textOf(parse(world.script)).slice(draft.anchor.from, draft.anchor.to), draft.base);
  }
  const hunks = hunksOf(draft);
  let [a, b] = [0, 0];
  for (const hunk of hunks) {
    const same = draft.base.slice(a, hunk.base.from).replace(/\r\n|\r/g, '\n');
    assert.equal(same, draft.text.slice(b, hunk.text.from).replace(/\r\n|\r/g, '\n'), `${label}: between hunks both sides agree`);
    [a, b] = [hunk.base.to, hunk.text.to];
  }
  assert.equal(draft.base.slice(a).replace(/\r\n|\r/g, '\n'), draft.text.slice(b).replace(/\r\n|\r/g, '\n'), label);
}

const MOVES: readonly (readonly [weight: number, move: (world: World) => void])[] = [
  [26, inside],
  [12, outside],
  [5, straddling],
  [22, accept],
  [16, undo],
  [6, refuse],
  [8, edit],
  [4, write],
  [3, reload],
  [1, deletion],
];

function step(world: World): void {
  if (world.lost) {
    // Nothing can be written in what is not there: undo, look on, or try to accept all the same.
    const move = pick(world.random, [undo, undo, undo, outside, accept, reload]);
    world.did = move.name;
    move(world);
    return;
  }
  let at = world.random() * MOVES.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, move] of MOVES) {
    at -= weight;
    if (at < 0) {
      world.did = move.name;
      move(world);
      return;
    }
  }
}

const STEPS = Number(process.env['BACKLOT_DRAFT_STEPS'] ?? 10_000);

describe('drafts under random work', () => {
  it(`${STEPS} steps: no hunk misplaced, no byte outside the stretch changed, undo opens what was accepted`, function () {
    this.timeout(0);
    for (let seed = 0; COUNTS.steps < STEPS; seed++) {
      const random = randomFrom(seed);
      const lineEnd = seed % 3 === 0 ? '\r\n' : '\n';
      const script = (seed % 5 === 4 ? featureScript(4, seed) + randomText(random, 60) + featureScript(3, seed + 1) : featureScript(6, seed)).replace(/\r\n|\r|\n/g, lineEnd);
      const world = begin(random, script, lineEnd);
      for (let i = 0; i < 100 && COUNTS.steps < STEPS; i++, COUNTS.steps++) {
        step(world);
        check(world, `seed ${seed} step ${i} ${world.did}`);
      }
    }
    assert.equal(COUNTS.misplaced, 0);
    assert.ok(COUNTS.accepted > STEPS / 20 && COUNTS.undone > STEPS / 20 && COUNTS.placed > STEPS / 10, JSON.stringify(COUNTS));
    if (process.env['BACKLOT_DRAFT_STEPS'] !== undefined) {
      console.log(JSON.stringify(COUNTS));
    }
  });
});
