// Alternatives for every speech of one character in one scene.
import * as vscode from 'vscode';
import { sceneAt } from '../core/script/outline';
import { speechesOf } from '../core/script/speeches';
import { plainMessage } from '../host/plainMessage';
import type { Asker, Target } from './asker';

/** Servers on a writer's own machine answer one or two at a time well, and no more. */
const AT_ONCE = 2;

/** Asks for all of them, with progress; cancelled, what is whole is kept. The deck of the speech at the cursor opens. */
export async function suggestForCharacter(asker: Asker, { document, script, speech }: Target): Promise<void> {
  const speeches = speechesOf(script, sceneAt(script, speech.from)).filter(({ name }) => name === speech.name);
  const questions = speeches.map((one) => ({ document, script, speech: one, reveal: one.from === speech.from }));
  const title = vscode.l10n.t('Writing alternatives for {0}', plainMessage(speech.name));
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const controller = new AbortController();
    const cancelling = token.onCancellationRequested(() => controller.abort());
    let done = 0;
    const written = () => {
      done += 1;
      progress.report({ message: vscode.l10n.t('{0} of {1} speeches', done, questions.length), increment: 100 / questions.length });
    };
    await asker.askAll(questions, AT_ONCE, controller.signal, written);
    cancelling.dispose();
  });
}
