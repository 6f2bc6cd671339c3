// A rewrite in a direction that a chat model gives: Backlot's own model writes it, once the writer has been told which one.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { stretchFits } from '../core/rewrite/rewriteRequest';
import { stretchOf } from '../core/rewrite/stretch';
import { joinMaterial, materialIn } from '../core/suggest/request/material';
import { plainMessage } from '../host/plainMessage';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';

export interface WishedRewrite {
  readonly document: vscode.TextDocument;
  readonly script: Script;
  /** A whole scene, or lines. */
  readonly what: 'scene' | 'selection';
  readonly span: Span;
  readonly title: string;
  readonly direction: string;
}

/** How often it is looked whether the draft is there. */
const LOOK_MS = 50;

/**
 * What the writer is asked before another model than the chat's reads their script, which a sentence in the script itself may
 * have talked the chat's into.
 */
export async function confirmation(models: ModelSource, direction: string): Promise<vscode.LanguageModelToolConfirmationMessages | undefined> {
  const model = await models.current();
  if (!('stream' in model)) {
    return undefined;
  }
  const name = plainMessage(model.label);
  const wish = plainMessage(direction);
  const message = model.local
    ? vscode.l10n.t('The model connected to Backlot, {0}, which runs on this machine, writes the draft: “{1}”. Your script does not change until you accept something of it.', name, wish)
    : vscode.l10n.t('Backlot sends your script, or the parts of it that the request needs, to the model connected to it, {0}, which is another service than this chat may be. It writes the draft: “{1}”. Your script does not change until you accept something of it.', name, wish);
  return { title: vscode.l10n.t('Have {0} write a draft?', name), message: new vscode.MarkdownString().appendText(message) };
}

/**
 * Has the connected model write a draft. Ends when the draft is open; it is written while the chat goes on.
 * @throws Error with a sentence for the model where there will be no draft
 */
export async function askForRewrite(models: ModelSource, review: Review, { document, script, what, span, title, direction }: WishedRewrite): Promise<string> {
  const model = await models.current();
  if (!('stream' in model)) {
    throw new Error(`${model.message} Or give the new version yourself, in "text".`);
  }
  const stretch = what === 'scene' ? span : stretchOf(script, span);
  if (joinMaterial(materialIn(script, stretch)).trim() === '') {
    throw new Error('There is nothing to rewrite on these lines: the title page, notes and cut passages are not given to models.');
  }
  if (!stretchFits(script, stretch, model.contextTokens)) {
    throw new Error(`${title} is too long for ${model.label} to rewrite in one piece. Name fewer lines.`);
  }
  const uri = document.uri.toString();
  const known = new Set(review.drafts.list().map(({ id }) => id));
  const isOpen = (): boolean => review.drafts.list().some((draft) => draft.uri === uri && !known.has(draft.id));
  const run = { ended: false };
  const end = (): void => void (run.ended = true);
  vscode.commands.executeCommand(`backlot.rewrite.${what}`, { uri, from: stretch.from, to: stretch.to, direction }).then(end, end);
  while (!isOpen() && !run.ended) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  if (!isOpen()) {
    throw new Error('No draft was opened. Backlot has told the writer why.');
  }
  return `${model.label} is writing a draft of ${title}: ${direction}. The screenplay is unchanged; the writer decides what of the draft goes in.`;
}
