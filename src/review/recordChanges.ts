// What the writer has made of accepted texts since, noted some time after the script was saved.
import * as vscode from 'vscode';
import type { ChangeEntry, Entry } from '../core/ledger/entry';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import type { ScriptStore } from '../host/scriptStore';
import { recordSettings } from '../host/settings';
import { changesIn } from './changedTexts';

/** Saved at every pause by itself, a script would leave an entry every few seconds. */
const REST_MS = 20_000;

export interface Changes {
  saved(document: vscode.TextDocument): void;
  /** Notes at once what waits to be noted. */
  settled(): Promise<void>;
  dispose(): void;
}

/**
 * @param entriesOf what is on record beside a script, in order of time
 * @param nameOf a script's name in its entries
 */
export function createChanges(scripts: ScriptStore, log: Log, entriesOf: (script: vscode.Uri) => Promise<readonly Entry[]>, nameOf: (script: vscode.Uri) => string, add: (uri: string, body: ChangeEntry) => void): Changes {
  const resting = new Map<string, { readonly document: vscode.TextDocument; readonly timer: ReturnType<typeof setTimeout> }>();
  const note = async (document: vscode.TextDocument): Promise<void> => {
    clearTimeout(resting.get(document.uri.toString())?.timer);
    resting.delete(document.uri.toString());
    const entries = await entriesOf(document.uri);
    const name = nameOf(document.uri);
    if (recordSettings().enabled && entries.some((entry) => entry.kind === 'accept' && entry.script === name)) {
      changesIn(scripts.get(document), entries, name, recordSettings().keepText).forEach((body) => add(document.uri.toString(), body));
    }
  };
  const closing = vscode.workspace.onDidCloseTextDocument((document) => {
    if (resting.has(document.uri.toString())) {
      inBackground(log, 'record', note(document));
    }
  });
  return {
    saved(document) {
      const key = document.uri.toString();
      clearTimeout(resting.get(key)?.timer);
      resting.set(key, { document, timer: setTimeout(() => inBackground(log, 'record', note(document)), REST_MS) });
    },
    async settled() {
      await Promise.all([...resting.values()].map(({ document }) => note(document)));
    },
    dispose() {
      resting.forEach(({ timer }) => clearTimeout(timer));
      closing.dispose();
    },
  };
}
