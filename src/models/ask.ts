// Asking the connected model: what every feature does the same way, whatever it asks for.
import * as vscode from 'vscode';
import { plainMessage } from '../host/plainMessage';
import type { Finish, Model, ModelEvent, ModelFailure, Usage } from './model';
import type { ModelSource } from './modelSource';

/** The connected model, or undefined: then the writer was told why and offered to connect one. */
export async function connectedModel(models: ModelSource): Promise<Model | undefined> {
  const current = await models.current();
  if ('stream' in current) {
    return current;
  }
  void offerModel(current, models);
  return undefined;
}

async function offerModel({ message }: ModelFailure, models: ModelSource): Promise<void> {
  const connect = vscode.l10n.t('Connect a Model');
  if ((await vscode.window.showInformationMessage(plainMessage(message, 600), connect)) === connect) {
    await models.connect();
  }
}

/** How an answer ended. */
export interface Answered {
  readonly ended: 'whole' | 'cut' | 'stopped' | 'failed';
  /** As the answer named it. */
  readonly model?: string;
  readonly usage?: Usage;
  /** A sentence for the writer, where it failed. */
  readonly message?: string;
}

/** Reads an answer to its end, handing on its text as it comes. Never rejects, unless `take` throws. */
export async function readAnswered(events: AsyncIterable<ModelEvent>, take: (text: string) => void): Promise<Answered> {
  for await (const event of events) {
    switch (event.kind) {
      case 'text':
        take(event.text);
        break;
      case 'done':
        return { ended: endedBy(event.finish), model: event.model, ...(event.usage ? { usage: event.usage } : {}) };
      case 'failed':
        return event.failure.kind === 'cancelled' ? { ended: 'stopped' } : { ended: 'failed', message: sentenceFor(event.failure) };
    }
  }
  return { ended: 'cut' };
}

function endedBy(finish: Finish): 'whole' | 'cut' {
  return finish === 'stop' ? 'whole' : 'cut';
}

/** What went wrong, with the server's own words where it gave some. */
export function sentenceFor({ message, said }: ModelFailure): string {
  return said === undefined ? message : vscode.l10n.t('{0} The server said: {1}', message, said);
}
