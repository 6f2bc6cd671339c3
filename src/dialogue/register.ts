// Suggesting dialogue alternatives: the commands, the lightbulb, and what happens when the writer asks for more.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { DialogueCommands } from './dialogueCommands';
import { registerLightbulb } from './lightbulb';

export function registerDialogue(app: App, models: ModelSource, review: Review): vscode.Disposable {
  let loaded: Promise<DialogueCommands> | undefined;
  const commands = () => (loaded ??= import('./dialogueCommands').then(({ dialogueCommands }) => dialogueCommands(app, models, review)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.dialogue.', async () => (await commands()).handlers),
    registerLightbulb(app.scripts),
    review.onDidAsk((ask) => {
      void commands()
        .then(({ more }) => more(ask))
        .catch((error: unknown) => tellWriter(app.log, 'dialogue.more', error));
    }),
  );
}
