// Scripts that get a name, or another one: their record goes with them.
import * as vscode from 'vscode';
import { isScript } from '../host/scriptStore';
import { ledgerUri, scriptName } from './recordFolder';

export interface NamingParts {
  /** Whether something of this script waits to be written. */
  has(uri: string): boolean;
  /** What waited for one address now waits for another. */
  rename(from: string, to: string): void;
  /** @param from the path it had, from the folder it is in now */
  moved(uri: string, from: string): void;
  /** Whether there is a record beside this script. */
  onRecord(uri: vscode.Uri): Promise<boolean>;
}

/** How long after an untitled script was closed a file with its text counts as that script, saved. */
const SAVED_WITHIN_MS = 5000;

export function createNaming(parts: NamingParts): { renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void>; dispose(): void } {
  const opened = new Map<string, number>();
  const closed = new Map<string, { readonly text: string; readonly at: number }>();
  const named = (document: vscode.TextDocument): void => {
    for (const [uri, { text, at }] of closed) {
      if (Date.now() - at > SAVED_WITHIN_MS) {
        closed.delete(uri);
      } else if (plain(text) === plain(document.getText())) {
        closed.delete(uri);
        parts.rename(uri, document.uri.toString());
      }
    }
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isScript(document) && document.uri.scheme !== 'untitled') {
        opened.set(document.uri.toString(), Date.now());
        named(document);
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      if (document.uri.scheme !== 'untitled' || !parts.has(uri)) {
        return;
      }
      // VS Code does not say that an untitled script became a file: the file opens with its text, before or after it closes.
      const text = document.getText();
      const file = vscode.workspace.textDocuments.find((each) => Date.now() - (opened.get(each.uri.toString()) ?? 0) < SAVED_WITHIN_MS && isScript(each) && plain(each.getText()) === plain(text));
      if (file) {
        parts.rename(uri, file.uri.toString());
      } else {
        closed.set(uri, { text, at: Date.now() });
      }
    }),
  );
  return {
    dispose: () => void listening.dispose(),
    async renamed(files) {
      for (const { oldUri, newUri } of files) {
        if (parts.has(oldUri.toString())) {
          parts.rename(oldUri.toString(), newUri.toString());
        }
        const from = /\.(?:fountain|spmd)$/i.test(newUri.path) ? pathFrom(newUri, oldUri) : undefined;
        if (from !== undefined && (await parts.onRecord(oldUri))) {
          parts.moved(newUri.toString(), from);
        }
      }
    },
  };
}

/** The path of a script's former place from the folder it is in now; undefined on another disk or computer. */
export function pathFrom(now: vscode.Uri, former: vscode.Uri): string | undefined {
  if (now.scheme !== former.scheme || now.authority !== former.authority || !ledgerUri(now)) {
    return undefined;
  }
  const here = now.path.split('/').slice(0, -1);
  const there = former.path.split('/').slice(0, -1);
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) {
    shared++;
  }
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared), scriptName(former)].join('/');
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}
