// After a draft: back in the script where it was for, and the draft itself back with one button.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { rangeOf } from '../host/positions';
import { reopenDocument } from '../host/reopenDocument';
import type { DraftStore } from './draftStore';

/** Shows the script with the cursor in the stretch that the draft was for. Where its file is gone nothing is shown. */
export async function showStretch({ uri, anchor }: Draft): Promise<void> {
  const document = await reopenDocument(uri).catch(() => undefined);
  if (!document) {
    return;
  }
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri));
  const editor = await vscode.window.showTextDocument(document, { preview: false, ...(group ? { viewColumn: group.viewColumn } : {}) });
  const stretch = rangeOf(document, anchor);
  if (!anchor.lost && !stretch.contains(editor.selection.active)) {
    editor.selection = new vscode.Selection(stretch.start, stretch.start);
    editor.revealRange(stretch, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/**
 * Says what was done to a draft, with a button that brings the draft back as it was.
 * @throws WriterError when the writer has written on in it since
 */
export async function offerBack(said: string, draft: Draft, store: DraftStore): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(plainMessage(said), undo)) !== undo) {
    return;
  }
  const now = store.get(draft.id);
  if (now && (now.activity.kind === 'writing' || now.text !== now.base)) {
    throw new WriterError(vscode.l10n.t('This draft was written in since. Undo that in the draft first.'));
  }
  store.restore(now ? { ...draft, uri: now.uri } : draft);
}
