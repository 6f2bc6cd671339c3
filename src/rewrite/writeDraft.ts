// One request for one stretch: from the model's stream, as clean Fountain, into a draft.
import * as vscode from 'vscode';
import { createDraftReader } from '../core/rewrite/draftReader';
import type { ChatRequest } from '../core/suggest/chat';
import type { App } from '../host/app';
import { plainMessage } from '../host/plainMessage';
import { readAnswered } from '../models/ask';
import type { Model } from '../models/model';
import type { DraftWriting } from '../review/drafts';
import type { Review } from '../review/review';
import type { Chosen } from './rewriteDirections';
import type { Target } from './rewriteTarget';

export interface Asking {
  readonly target: Target;
  readonly model: Model;
  readonly request: ChatRequest;
  readonly chosen: Chosen;
}

/** Asks, with a notification from which it can be cancelled. Ends when the answer does; failures are shown in the draft. */
export async function writeDraft(app: App, review: Review, { target, model, request, chosen }: Asking, writing: DraftWriting): Promise<void> {
  const title = vscode.l10n.t('Rewriting {0}', plainMessage(target.title));
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const cancelling = token.onCancellationRequested(() => writing.stop());
    const { id, origin, local } = model;
    if (writing.signal.aborted) {
      cancelling.dispose();
      return;
    }
    const recording = review.recorder.begin({ document: target.document, command: target.command, model: { id, origin, local }, direction: chosen.label, request, span: target.span });
    writing.recorded(recording.id);
    const reader = createDraftReader();
    const started = Date.now();
    let first: number | undefined;
    let whole = '';
    const take = (text: string) => {
      if (text !== '') {
        first ??= Date.now() - started;
        whole += text;
        writing.write(text);
      }
    };
    try {
      const answered = await readAnswered(model.stream(request, writing.signal), (text) => take(reader.push(text)));
      take(reader.end());
      if (whole.trim() !== '') {
        recording.offered(whole);
      }
      recording.end({ ended: answered.ended, ...(answered.model === undefined ? {} : { model: answered.model }), ...(answered.usage ? { usage: answered.usage } : {}) });
      if (answered.ended === 'failed') {
        writing.fail(answered.message ?? vscode.l10n.t('The draft could not be written. Try again.'));
      } else {
        writing.finish(answered.ended === 'whole' ? undefined : answered.ended);
      }
      app.log.info(`rewrite: ${answered.ended}, first words after ${first ?? '-'} ms, all after ${Date.now() - started} ms`);
    } finally {
      // Do nothing after an answer's end. Should anything be thrown (no key can be read), no draft is left writing for ever, and no asking is left out of the record.
      recording.end({ ended: 'failed' });
      writing.stop();
      cancelling.dispose();
    }
  });
}
