// Continuation on demand: ghost text for the next line or beat. What it is made of is read when first asked for.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { FOUNTAIN } from '../host/scriptStore';
import { continuesByItself } from '../host/settings';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { GhostText } from './ghostText';

export function registerContinuation(app: App, models: ModelSource, review: Review): vscode.Disposable {
  let ghost: Promise<GhostText> | undefined;
  const load = async (): Promise<GhostText> => (ghost ??= import('./ghostText').then((part) => new part.GhostText(app, models, review)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.continuation.', async () => (await load()).commands),
    vscode.languages.registerInlineCompletionItemProvider({ language: FOUNTAIN }, {
      // VS Code asks at every key. Unasked, there is nothing to say.
      provideInlineCompletionItems: async (...asked) => (ghost !== undefined || continuesByItself() ? (await load()).provide(...asked) : undefined),
    }),
    { dispose: () => void ghost?.then((text) => text.dispose(), () => undefined) },
  );
}
