// Scripts that get a name, or another one: their record goes with them.
import * as vscode from 'vscode';
import { textOf } from '../core/fountain/script';
import { isScript, type ScriptStore } from '../host/scriptStore';
import { ledgerUri, scriptName } from './recordFolder';

export interface NamingParts {
  /** Whether something of this script waits to be written. */
  has(uri: string): boolean;
  /** What waited for one address now waits for another. */
  rename(from: string, to: string): void;
  /** Lets go of what waits for a script that was never saved. */
  drop(uri: string): void;
  /** @param from the path it had, from the folder it is in now */
  moved(uri: string, from: string): void;
  /** Whether there is a record beside this script. */
  onRecord(uri: vscode.Uri): Promise<boolean>;
}

/** How long after an untitled script went a file that opens with its text counts as that script, saved. */
const SAVED_WITHIN_MS = 5000;

export interface Naming {
  renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void>;
  /** A file was saved: it may be what was an untitled script until now. */
  saved(): void;
  dispose(): void;
}

export function createNaming(parts: NamingParts, scripts: ScriptStore): Naming {
  const opened = new Map<string, number>();
  /** Untitled scripts that were emptied or closed, with their last text. VS Code does not say that one became a file. */
  const gone = new Map<string, { readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>();
  const match = (): void => {
    const isFresh = ({ uri }: vscode.TextDocument): boolean => Date.now() - (opened.get(uri.toString()) ?? 0) < SAVED_WITHIN_MS;
    const files = vscode.workspace.textDocuments.filter((document) => isScript(document) && isFresh(document));
    for (const [uri, { text, timer }] of gone) {
      const file = files.find((document) => plain(document.getText()) === plain(text));
      if (file) {
        clearTimeout(timer);
        gone.delete(uri);
        parts.rename(uri, file.uri.toString());
      }
    }
  };
  const left = (uri: string, text: string): void => {
    if (!gone.has(uri) && parts.has(uri)) {
      gone.set(uri, { text, timer: setTimeout(() => forget(uri), SAVED_WITHIN_MS) });
      match();
    }
  };
  const forget = (uri: string): void => {
    gone.delete(uri);
    // The next Untitled-1 is another script.
    if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri && !document.isClosed)) {
      parts.drop(uri);
    }
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isScript(document) && document.uri.scheme !== 'untitled') {
        opened.set(document.uri.toString(), Date.now());
        match();
      }
    }),
    // Saved under a name, an untitled script is emptied before it is closed.
    scripts.onDidChange(({ document, before, script }) => {
      if (document.uri.scheme === 'untitled' && script.length === 0 && before && before.length > 0) {
        left(document.uri.toString(), textOf(before));
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.uri.scheme === 'untitled') {
        left(document.uri.toString(), document.getText());
      }
    }),
    new vscode.Disposable(() => gone.forEach(({ timer }) => clearTimeout(timer))),
  );
  return {
    saved: match,
    dispose: () => void listening.dispose(),
    renamed: (files) => renamed(files, parts),
  };
}

async function renamed(files: Parameters<Naming['renamed']>[0], parts: NamingParts): Promise<void> {
  for (const { oldUri, newUri } of files) {
    if (parts.has(oldUri.toString())) {
      parts.rename(oldUri.toString(), newUri.toString());
    }
    const from = /\.(?:fountain|spmd)$/i.test(newUri.path) ? pathFrom(newUri, oldUri) : undefined;
    if (from !== undefined && (await parts.onRecord(oldUri))) {
      parts.moved(newUri.toString(), from);
    }
  }
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
