// One request for one speech: from the model's stream, alternative by alternative, into review.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { sceneAt } from '../core/script/outline';
import { findAgain, type Speech } from '../core/script/speeches';
import type { ChatRequest } from '../core/suggest/chat';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import type { ScriptStore } from '../host/scriptStore';
import { alternativesPerRequest } from '../host/settings';
import { connectedModel } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import type { Recording } from '../review/recorder';
import type { Review, Writing } from '../review/review';
import { writeAll } from './writeAll';

/** A speech in a script as it stood when the writer asked. */
export interface Target {
  readonly document: vscode.TextDocument;
  readonly script: Script;
  readonly speech: Speech;
}

export interface Question extends Target {
  /** As the writer said it: "colder". */
  readonly direction?: string;
  /** What the model is told for it. */
  readonly instruction?: string;
  /** Whether the deck opens at once. */
  readonly reveal: boolean;
}

export interface Asker {
  /** Asks, with a notification from which it can be cancelled. Ends when the answer does; failures are shown in the deck. */
  ask(question: Question): Promise<void>;
  /** Opens all proposals at once and has them written `atOnce` at a time. `written` is called as each is done. */
  askAll(questions: readonly Question[], atOnce: number, signal: AbortSignal, written: () => void): Promise<void>;
  /** The connected model, or none: then the writer was offered to connect one. */
  model(): Promise<Model | undefined>;
  /** The request as `ask` would send it first. */
  request(question: Question, model: Model): Promise<ChatRequest>;
}

export function createAsker(app: App, models: ModelSource, review: Review): Asker {
  const request = createRequests();
  const model = () => connectedModel(models);
  const write = async (question: Question, from: Model, writing: Writing) => {
    const started = Date.now();
    let recording: Recording | undefined;
    try {
      const { readAnswer } = await import('./readAnswer');
      const asked = await request(question, from, writing.already);
      recording = review.recorder.begin({ ...question, span: question.speech, command: 'dialogue.suggest', model: from, request: asked });
      const outcome = await readAnswer(from.stream(asked, writing.signal), question, writing, recording);
      app.log.info(`dialogue: ${outcome} after ${Date.now() - started} ms`);
    } finally {
      // Does nothing after an answer's end. Should anything be thrown (no key can be read), no deck is left writing for ever.
      writing.stop();
      recording?.end({ ended: 'failed' });
    }
  };
  return {
    model,
    request,
    async ask(question) {
      const from = await model();
      if (!from) {
        return;
      }
      const current = asItIsNow(question, app.scripts);
      if (!current) {
        throw new WriterError(vscode.l10n.t('The line changed in that moment. Put the cursor into it and ask again.'));
      }
      const writing = openProposal(review, current);
      const title = vscode.l10n.t('Writing alternatives for {0}', plainMessage(question.speech.name));
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
        const cancelling = token.onCancellationRequested(() => writing.stop());
        await write(current, from, writing);
        cancelling.dispose();
      });
    },
    async askAll(questions, atOnce, signal, written) {
      const from = await model();
      if (!from) {
        return;
      }
      const current = questions.flatMap((question) => asItIsNow(question, app.scripts) ?? []);
      const all = current.map((question) => ({ question, writing: openProposal(review, question) }));
      await writeAll(all, atOnce, signal, ({ question, writing }) => write(question, from, writing), written);
    },
  };
}

/** The request for a question, over the snapshot of the script that earlier ones sent. */
function createRequests() {
  // By the model's origin too: what one server was shown is no reason to show another more than it needs.
  const snapshots = new WeakMap<vscode.TextDocument, Map<string, Script>>();
  return async (question: Question, model: Model, already: readonly string[] = []) => {
    const { dialogueRequest, snapshotOf } = await import('./readAnswer');
    const { document, script, speech, instruction } = question;
    const held = snapshots.get(document) ?? new Map<string, Script>();
    const snapshot = snapshotOf(held.get(model.origin), script);
    snapshots.set(document, held.set(model.origin, snapshot));
    const wish = instruction === undefined ? {} : { direction: instruction };
    return dialogueRequest({ script, speech, count: alternativesPerRequest(), already, contextTokens: model.contextTokens, snapshot, ...wish });
  };
}

/** The question in the script as it stands: the writer may have typed while the model was being made ready. */
function asItIsNow(question: Question, scripts: ScriptStore): Question | undefined {
  const script = scripts.get(question.document);
  const speech = script === question.script ? question.speech : findAgain(script, question.speech);
  return speech && { ...question, script, speech };
}

function openProposal(review: Review, { document, script, speech, direction, reveal }: Question): Writing {
  const scene = sceneAt(script, speech.from)?.item.heading ?? '';
  const draft = { document, span: { from: speech.from, to: speech.to }, speaker: speech.name, scene, reveal };
  return review.open(direction === undefined ? draft : { ...draft, direction });
}
