// What the writer sees of an asking: one sentence at its end, and what to do next.
import * as vscode from 'vscode';
import { inBackground } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { countFound, type ElementsOutcome } from './askElements';
import type { ActionParts } from './viewActions';

/** For a sentence with what a server said, in characters. */
const LONGEST_SENTENCE = 400;

/** Asks about these scenes, and tells how it went. */
export async function askScenes(document: vscode.TextDocument, sceneIds: readonly string[], parts: Pick<ActionParts, 'app' | 'asker'>): Promise<ElementsOutcome | undefined> {
  const outcome = await parts.asker.ask(document, sceneIds);
  if (outcome) {
    // Not awaited: who asked is not kept waiting until the writer has closed the message.
    inBackground(parts.app.log, 'breakdown.ask', tell(document, outcome, parts));
  }
  return outcome;
}

async function tell(document: vscode.TextDocument, outcome: ElementsOutcome, parts: Pick<ActionParts, 'app' | 'asker'>): Promise<void> {
  const { ended, found, rest } = outcome;
  if (ended === 'stopped' && found === 0) {
    return;
  }
  const [show, again] = [vscode.l10n.t('Show'), vscode.l10n.t('Ask for the Rest')];
  const offers = [...(found > 0 ? [show] : []), ...(rest.length > 0 ? [again] : [])];
  const message = sentences(outcome).join(' ');
  const chosen = await (ended === 'failed' ? vscode.window.showWarningMessage(message, ...offers) : vscode.window.showInformationMessage(message, ...offers));
  if (chosen === again) {
    await askScenes(document, rest, parts);
  } else if (chosen === show) {
    await vscode.commands.executeCommand('backlot.breakdown.open', { uri: document.uri.toString(), tab: 'suggestions' });
  }
}

function sentences({ ended, found, refused, message, rest }: ElementsOutcome): string[] {
  const absent = refused.notOnPage ?? 0;
  return [
    found === 0 ? vscode.l10n.t('The model named nothing new.') : vscode.l10n.t('{0} to look at.', countFound(found)),
    ...(absent === 0 ? [] : [absent === 1 ? vscode.l10n.t('1 was left out: its words are not in the scene.') : vscode.l10n.t('{0} were left out: their words are not in the scene.', absent)]),
    ...(message === undefined ? [] : [plainMessage(message, LONGEST_SENTENCE)]),
    ...(ended === 'cut' ? [vscode.l10n.t('The answer broke off in scenes that are not read to their end: {0}.', rest.length)] : []),
    ...(ended === 'stopped' ? [vscode.l10n.t('You stopped it; scenes left: {0}.', rest.length)] : []),
  ];
}
