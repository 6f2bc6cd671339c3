// 10,000 random interleavings of writing, undo, moving and accepting. The judge is a model that knows nothing of text:
// every character has an identity of its own, and an accepted line must replace the very characters it was made for.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import type { Script } from '../../../../src/core/fountain/script';
import { acceptEdit } from '../../../../src/core/proposals/accept';
import { rebase } from '../../../../src/core/proposals/follow';
import { discardAlternative, markUsed, stateOf, type Proposal } from '../../../../src/core/proposals/proposal';
import { DINER, proposalOn, speechWith } from './sample';

const RUNS = 10_000;
const WRITTEN = ['x', '\n', '\n\n', 'No.', 'MARA\nNo.\n\n', 'DEV\n', 'Rain. ', '(beat)\n', '[[why?]]', 'INT. CAR - DAY\n\n', '/*', '*/', '\n\nMARA\nNo.\n\nDEV\nSay it, then.\n'];
const SAID = ['Parked means I came.', 'I said no.', '(beat)\nNot yet.', 'No.\nNot once.', 'Breaks out.\n\nSCENE'];

/** One undoable change: its edits, and who the characters are that came and went. */
interface Step {
  readonly edit: Edit;
  readonly removedText: string;
  readonly removedIds: readonly number[];
  readonly insertedIds: readonly number[];
}

class Model {
  text = DINER;
  ids: number[] = Array.from(DINER, (_char, i) => i);
  script: Script = parse(DINER);
  proposals: Proposal[];
  readonly originals: readonly { readonly ids: readonly number[]; readonly neighbours: ReadonlySet<number> }[];
  accepted = 0;
  private nextId = DINER.length;
  private readonly copyOf = new Map<number, number>();
  private done: Step[][] = [];
  private undone: Step[][] = [];
  private cut: { text: string; ids: readonly number[] } = { text: '', ids: [] };

  constructor() {
    const speeches = [speechWith(this.script, 'No.', 0), speechWith(this.script, 'No.', 1), speechWith(this.script, 'Twice.'), speechWith(this.script, '(beat)')];
    this.proposals = speeches.map((speech, i) => proposalOn(this.script, speech, `p${i}`));
    this.originals = speeches.map(({ from, to }) => ({ ids: this.ids.slice(from, to), neighbours: new Set([...this.ids.slice(from - 40, from), ...this.ids.slice(to, to + 40)]) }));
  }

  write(offset: number, removed: number, inserted: string, ids?: readonly number[]): void {
    this.change([{ offset, removed, inserted, ids: ids ?? Array.from({ length: inserted.length }, () => this.nextId++) }]);
  }

  move(from: number, to: number, target: number, together: boolean): void {
    const text = this.text.slice(from, to);
    const ids = this.ids.slice(from, to);
    const there = target <= from ? target : Math.max(from, target - (to - from));
    const out = { offset: from, removed: to - from, inserted: '', ids: [] };
    const back = { offset: there, removed: 0, inserted: text, ids };
    if (together) {
      this.change([out, back]);
    } else {
      this.change([out]);
      this.change([back]);
    }
  }

  cutOut(from: number, to: number): void {
    this.cut = { text: this.text.slice(from, to), ids: this.ids.slice(from, to) };
    this.write(from, to - from, '');
  }

  paste(offset: number): void {
    const { text, ids } = this.cut;
    this.write(offset, 0, text, ids);
    // Pasted once they are the characters that were cut; pasted again they are new ones.
    this.cut = { text, ids: ids.map((id) => this.copy(id)) };
  }

  private copy(id: number): number {
    this.copyOf.set(this.nextId, this.copyOf.get(id) ?? id);
    return this.nextId++;
  }

  undo(): void {
    const steps = this.done.pop();
    if (steps) {
      this.undone.push(steps);
      this.apply([...steps].reverse().map(({ edit, removedText, removedIds }) => ({ offset: edit.offset, removed: edit.inserted.length, inserted: removedText, ids: removedIds })));
    }
  }

  redo(): void {
    const steps = this.undone.pop();
    if (steps) {
      this.done.push(steps);
      this.apply(steps.map(({ edit, insertedIds }) => ({ ...edit, ids: insertedIds })));
    }
  }

  accept(index: number, words: string): void {
    const proposal = this.proposals[index];
    const original = this.originals[index];
    assert.ok(proposal && original);
    const acceptance = acceptEdit(proposal, words, this.script);
    if (!acceptance.ok) {
      return;
    }
    const { offset, removed, inserted } = acceptance.edit;
    this.judge(proposal, original, offset, removed);
    this.accepted += 1;
    this.proposals[index] = markUsed(proposal, { alternative: 'a', text: inserted });
    const before = this.text;
    this.write(offset, removed, inserted);
    assert.equal(this.stateAt(index), 'used');
    this.undo();
    assert.equal(this.text, before);
    assert.notEqual(this.stateAt(index), 'used');
    this.redo();
    assert.equal(this.stateAt(index), 'used');
  }

  private stateAt(index: number): string | undefined {
    const proposal = this.proposals[index];
    return proposal && stateOf(proposal);
  }

  private judge(proposal: Proposal, original: Model['originals'][number], offset: number, removed: number): void {
    const replaced = this.ids.slice(offset, offset + removed);
    if (replaced.every((id, i) => id === original.ids[i]) && replaced.length === original.ids.length) {
      return;
    }
    // The writer deleted the line and wrote it again: the same line only among the same neighbours, or as a copy of itself.
    assert.equal(this.text.slice(offset, offset + removed), proposal.original);
    const near = [...this.ids.slice(Math.max(0, offset - 60), offset), ...this.ids.slice(offset + removed, offset + removed + 60)];
    const witnesses = near.filter((id) => original.neighbours.has(this.copyOf.get(id) ?? id)).length;
    const atAnEdge = offset + removed + 1 >= this.text.trimEnd().length || this.text.slice(0, offset).trim() === proposal.speaker;
    assert.ok(witnesses >= 12 || atAnEdge || (this.isCopy(replaced, original.ids) && !this.standsWhole(original.ids)), `a stranger's line was replaced at ${offset}`);
  }

  private standsWhole(ids: readonly number[]): boolean {
    const at = this.ids.indexOf(ids[0] ?? -1);
    return at >= 0 && ids.every((id, i) => this.ids[at + i] === id);
  }

  private isCopy(replaced: readonly number[], ids: readonly number[]): boolean {
    return replaced.every((id, i) => this.copyOf.get(id) === ids[i]);
  }

  private change(edits: readonly (Edit & { ids: readonly number[] })[]): void {
    this.undone = [];
    this.done.push(this.apply(edits));
  }

  private apply(edits: readonly (Edit & { ids: readonly number[] })[]): Step[] {
    const before = this.script;
    const steps = edits.map(({ offset, removed, inserted, ids }): Step => {
      const step = { edit: { offset, removed, inserted }, removedText: this.text.slice(offset, offset + removed), removedIds: this.ids.slice(offset, offset + removed), insertedIds: ids };
      this.text = this.text.slice(0, offset) + inserted + this.text.slice(offset + removed);
      this.ids.splice(offset, removed, ...ids);
      this.script = reparse(this.script, step.edit);
      return step;
    });
    const plain = steps.map(({ edit }) => edit);
    this.proposals = this.proposals.map((proposal) => rebase(proposal, { before, edits: plain, after: this.script }));
    return steps;
  }
}

const move = fc.record({ what: fc.nat(11), a: fc.nat(), b: fc.nat(), words: fc.nat() });

function play(model: Model, { what, a, b, words }: { what: number; a: number; b: number; words: number }): void {
  const at = a % (model.text.length + 1);
  const to = Math.min(model.text.length, at + (b % 90));
  const anchor = model.proposals[b % model.proposals.length]?.anchor ?? { from: 0, to: 0 };
  const written = WRITTEN[words % WRITTEN.length] ?? '';
  const near = Math.max(0, Math.min(model.text.length, (words % 2 ? anchor.from : anchor.to) + ((a % 7) - 3)));
  switch (what) {
    case 0:
      model.write(at, 0, written);
      break;
    case 1:
      model.write(near, 0, written);
      break;
    case 2:
      model.write(near, Math.min(a % 5, model.text.length - near), written);
      break;
    case 3:
      model.write(at, to - at, '');
      break;
    case 4:
      model.move(at, to, words % (model.text.length + 1), b % 2 === 0);
      break;
    case 5:
      model.cutOut(Math.max(0, anchor.from - (a % 60)), Math.min(model.text.length, anchor.to + (words % 60)));
      break;
    case 6:
      model.paste(at);
      break;
    case 7:
      model.undo();
      break;
    case 8:
      model.redo();
      break;
    case 9:
      model.proposals = model.proposals.map((proposal) => discardAlternative(proposal, 'none'));
      break;
    default:
      model.accept(b % model.proposals.length, SAID[words % SAID.length] ?? '');
  }
}

describe('proposals among everything a writer does', () => {
  it(`never land in the wrong place, in ${RUNS} interleavings`, function () {
    this.timeout(120_000);
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 4, maxLength: 16 }), (moves) => {
        const model = new Model();
        moves.forEach((one) => play(model, one));
        accepted += model.accepted;
      }),
      { numRuns: RUNS },
    );
    // Or the property would hold because nothing was ever accepted.
    assert.ok(accepted > RUNS / 2, `only ${accepted} accepted`);
  });
});
