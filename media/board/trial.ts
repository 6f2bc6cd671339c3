// A move in the making: what it would cost is asked for at once, and it is made when the hand lets go.
import type { BoardEdit, Figures } from '../../src/board/protocol';
import { arranged, sameOrder } from './arranged';
import { say } from './elements';
import { view } from './view';

let asked = 0;
let last = '';

/** Tries a move, in the place of the one tried before. */
export function tryMove(edit: BoardEdit, lifted: boolean): void {
  const same = JSON.stringify(edit) === last && view.trial !== undefined;
  const figures = view.trial?.figures;
  view.trial = { edit, lifted, sent: false, ...(figures ? { figures } : {}) };
  if (!same) {
    last = JSON.stringify(edit);
    asked += 1;
    say({ kind: 'preview', seq: asked, edit });
  }
}

/** Takes the answer to the last question; whether it was that. */
export function answered(seq: number, figures: Figures): boolean {
  if (seq !== asked || !view.trial) {
    return false;
  }
  view.trial = { ...view.trial, figures };
  return true;
}

/** Makes the move that is tried. One that leads back to where all lay before is none. */
export function makeMove(): void {
  const { trial, state } = view;
  if (!trial || trial.sent || !state?.shown) {
    return;
  }
  if (sameOrder(state.shown, arranged(state.shown, trial.edit)) && MOVES.has(trial.edit.op)) {
    dropTrial();
    return;
  }
  const sent = { ...trial, lifted: false, sent: true };
  view.trial = sent;
  say({ kind: 'edit', edit: trial.edit });
  setTimeout(() => {
    if (view.trial === sent) {
      dropTrial();
      unanswered();
    }
  }, PATIENCE_MS);
}

/** Long past any answer: what is drawn is then what the extension last said. */
const PATIENCE_MS = 8000;
let unanswered: () => void = () => undefined;

/** Calls back when a move that was made is not answered: nothing came of it. */
export function whenUnanswered(then: () => void): void {
  unanswered = then;
}

const MOVES: ReadonlySet<BoardEdit['op']> = new Set(['moveStrips', 'moveDay', 'toBoneyard']);

export function dropTrial(): void {
  view.trial = undefined;
  last = '';
}

/** Whether something is in the hand: not yet sent. */
export function carrying(): boolean {
  return view.trial !== undefined && !view.trial.sent;
}

/** A new state has come: what was sent is in it. What is still in the hand stays there while all of it is on the board. */
export function settleTrial(): void {
  const { trial, state } = view;
  if (!trial) {
    return;
  }
  const there = new Set([...(state?.shown?.days ?? []).flatMap(({ id, strips }) => [id, ...strips.map(({ key }) => key)]), ...(state?.shown?.boneyard ?? []).map(({ key }) => key), ...(state?.shown?.toPlace ?? []).map(({ key }) => key)]);
  const { edit } = trial;
  const whole = edit.op === 'moveDay' ? there.has(edit.day) : 'strips' in edit && typeof edit.strips !== 'string' && edit.strips.every((key) => there.has(key));
  if (trial.sent || !whole) {
    dropTrial();
  }
}
