// A script with lines that are easy to mistake for each other, and proposals on them.
import assert from 'node:assert/strict';
import { applyEdit, type Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { sliceOf, type Script } from '../../../../src/core/fountain/script';
import { surroundingsOf } from '../../../../src/core/proposals/surroundings';
import { createProposal, type Proposal } from '../../../../src/core/proposals/proposal';
import { rebase } from '../../../../src/core/proposals/follow';
import { speechesOf, type Speech } from '../../../../src/core/script/speeches';

export const DINER = [
  'Title: The Long Way Down',
  '',
  'INT. ALL-NIGHT DINER - NIGHT',
  '',
  'Rain on the windows. MARA (40s, coat still on) slides into the booth.',
  '',
  'DEV',
  "You're late.",
  '',
  'MARA',
  'I drove around the block. Twice.',
  '',
  'DEV',
  'Did you open it?',
  '',
  'MARA',
  'No.',
  '',
  'EXT. PARKING LOT - LATER',
  '',
  'DEV',
  '(beat)',
  'It was real in March.',
  '',
  'MARA',
  'No.',
  '',
  'DEV',
  'Say it, then.',
  '',
  'MARA',
  "You don't get to say March to me like it's a place we went together.",
  '',
].join('\n');

export function proposalOn(script: Script, speech: Speech, id = 'p'): Proposal {
  return createProposal({
    id,
    kind: 'dialogue',
    uri: 'file:///diner.fountain',
    span: { from: speech.from, to: speech.to },
    original: sliceOf(script, speech.from, speech.to),
    around: surroundingsOf(script, speech),
    speaker: speech.name,
    scene: '',
    createdAt: 0,
  });
}

/** The nth speech of a script whose words contain `words`. */
export function speechWith(script: Script, words: string, nth = 0): Speech {
  const speech = speechesOf(script).filter(({ from, to }) => sliceOf(script, from, to).includes(words))[nth];
  assert.ok(speech, `no speech says ${words}`);
  return speech;
}

/** A text and one proposal on it, which follows what happens to the text. */
export class Desk {
  script: Script;
  constructor(
    public text: string,
    public proposal: Proposal,
  ) {
    this.script = parse(text);
  }

  static on(text: string, words: string, nth = 0): Desk {
    const script = parse(text);
    return new Desk(text, proposalOn(script, speechWith(script, words, nth)));
  }

  /** Several edits of one change event. */
  apply(...edits: Edit[]): this {
    const before = this.script;
    this.script = edits.reduce(reparse, before);
    this.text = edits.reduce(applyEdit, this.text);
    this.proposal = rebase(this.proposal, { before, edits, after: this.script });
    return this;
  }

  /** Replaces the nth place where `old` stands. */
  replace(old: string, by: string, nth = 0): this {
    let at = -1;
    for (let i = 0; i <= nth; i++) {
      at = this.text.indexOf(old, at + 1);
    }
    assert.ok(at >= 0, `the text does not hold ${old}`);
    return this.apply({ offset: at, removed: old.length, inserted: by });
  }

  get anchored(): string {
    return this.text.slice(this.proposal.anchor.from, this.proposal.anchor.to);
  }
}
