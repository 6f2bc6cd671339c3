// All previews that are open: one that follows the script being written, and those that are locked to theirs.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { reopenDocument } from '../host/reopenDocument';
import { scriptInSight, scriptMeant } from '../host/scriptMeant';
import { isScript } from '../host/scriptStore';
import { Preview, PREVIEW_OPTIONS } from './preview';
import { readKept } from './protocol';
import { VIEW_TYPE } from './register';

export interface Previews {
  /** @throws WriterError when no script is open to show, or no telling which */
  open(uri: unknown): Promise<void>;
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

let started: Previews | undefined;

/** The previews of this window. */
export function previewsOf(app: App): Previews {
  return (started ??= startPreviews(app));
}

function startPreviews(app: App): Previews {
  const all = new Set<Preview>();
  const add = (panel: vscode.WebviewPanel, document: vscode.TextDocument | undefined, locked: boolean): void => {
    const preview = new Preview(app, panel, document, locked);
    all.add(preview);
    panel.onDidDispose(() => {
      all.delete(preview);
      preview.dispose();
    });
  };
  app.context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isScript(editor.document)) {
        all.forEach((preview) => preview.follow(editor.document));
      }
    }),
    { dispose: () => (started = undefined) },
  );
  if (app.context.extensionMode === vscode.ExtensionMode.Test) {
    // The tests hear what the pages hear; nobody else can.
    app.context.subscriptions.push(app.commands.register('_backlot.previews', () => [...all]));
  }
  return {
    async open(uri) {
      const document = await scriptMeant(uri);
      const shown = [...all].find((preview) => preview.shows(document)) ?? [...all].find((preview) => !preview.locked);
      if (shown) {
        shown.follow(document);
        shown.panel.reveal(undefined, true);
        return;
      }
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      add(vscode.window.createWebviewPanel(VIEW_TYPE, '', place, PREVIEW_OPTIONS), document, false);
    },
    async restore(panel, state) {
      const { uri, locked = false } = readKept(state);
      const kept = uri === undefined ? undefined : await reopenDocument(uri).catch(() => undefined);
      add(panel, locked ? kept : (scriptInSight() ?? kept), locked && kept !== undefined);
    },
  };
}
