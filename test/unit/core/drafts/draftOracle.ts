// What drafts are checked against: a plain model of three strings, which knows nothing of drafts.
import * as assert from 'node:assert/strict';
import type { Draft } from '../../../../src/core/drafts/draft';
import { createDraft, writeDraft } from '../../../../src/core/drafts/follow';
import { hunksOf } from '../../../../src/core/drafts/hunks';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf } from '../../../../src/core/fountain/script';
import { scenesOf } from '../../../../src/core/script/outline';
import { pick, randomProse } from '../../../support/randomScript';

export type Random = () => number;

/** The oracle: what stands before the stretch, in it, and behind it. It knows nothing of drafts. */
export interface Model {
  before: string;
  stretch: string;
  after: string;
}

export interface Undo {
  /** The edits that take the step back, in order. */
  readonly edits: readonly Edit[];
  readonly model: Model;
  readonly lost: boolean;
  /** The draft's text and hunks before the step: the same again after undo, as long as nobody edited the draft. */
  readonly text: string;
  readonly edited: number;
}

export interface World {
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

/** What was done, and what went wrong. */
export const COUNTS = { steps: 0, accepted: 0, refused: 0, all: 0, undone: 0, unsafe: 0, touched: 0, lost: 0, restored: 0, /** Living drafts that came back lost. */ astray: 0, placed: 0, misplaced: 0 };

export function whole(model: Model): string {
  return model.before + model.stretch + model.after;
}

function rewritten(random: Random, stretch: string): string {
  return stretch
    .split(/\r\n|\r|\n/)
    .map((line) => (random() < 0.25 && /[a-z]/.test(line) ? randomProse(random, 4 + Math.floor(random() * 6)) : line))
    .flatMap((line) => (random() < 0.05 ? [line, '', randomProse(random, 6), ''] : random() < 0.05 && !/^[A-Z]/.test(line) ? [] : [line]))
    .join('\n');
}

export function write(world: World): void {
  world.draft = writeDraft({ ...world.draft, activity: { kind: 'writing' } }, rewritten(world.random, world.draft.base));
  world.draft = { ...world.draft, activity: { kind: 'idle' } };
  world.edited++;
}

/** Begins anew with another scene, where the old one cannot be told any more. */
export function settle(world: World): void {
  Object.assign(world, { ...begin(world.random, world.script, world.lineEnd, world.edited + 1), did: `${world.did}, settled` });
}

export function begin(random: Random, script: string, lineEnd: string, edited = 0): World {
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

export function check(world: World, label: string): void {
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
