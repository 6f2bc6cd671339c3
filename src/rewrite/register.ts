// Rewriting a scene or a selection: what every start needs of it.
import type * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';

export function registerRewrite(app: App, models: ModelSource, review: Review): vscode.Disposable {
  const load = async () => (await import('./rewriting')).createRewriting(app, models, review);
  let loaded: ReturnType<typeof load> | undefined;
  const family = app.commands.registerFamily('backlot.rewrite.', async () => (await (loaded ??= load())).commands);
  const asking = review.drafts.onDidAsk((ask) => {
    void (loaded ??= load()).then((rewriting) => rewriting.again(ask)).catch((error: unknown) => tellWriter(app.log, 'rewrite.again', error));
  });
  return {
    dispose: () => {
      asking.dispose();
      family.dispose();
    },
  };
}
