// Untitled scripts that become files: VS Code tells nobody which file one was saved as, so its text is looked for.
import * as vscode from 'vscode';
import { textOf } from '../core/fountain/script';
import { isScript, type ScriptStore } from './scriptStore';

/** Something that keeps what belongs to scripts under their addresses. */
export interface KeptByAddress {
  /** Whether anything is kept for this script. */
  holds(uri: string): boolean;
  /** The untitled script `from` is the file `to` from now on; its document may be open already. */
  named(from: string, to: string): void;
  /** An untitled script was closed and never saved: the next Untitled-1 is another one. */
  gone?(uri: string): void;
}

/** How long after an untitled script went a file that opens with its text counts as that script, saved. */
const SAVED_WITHIN_MS = 5000;

/** An untitled script that was emptied or closed, with its last text. */
interface Left {
  readonly text: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Tells of each untitled script for which something is kept that it was saved as a file, or is gone. */
export function onScriptNamed(scripts: ScriptStore, kept: KeptByAddress): vscode.Disposable {
  const opened = new Map<string, number>();
  const all = new Map<string, Left>();
  const take = (uri: string) => taken(all, uri);
  const match = (): void => {
    for (const [uri, { text }] of all) {
      const file = freshFile(text, opened);
      if (file) {
        take(uri);
        kept.named(uri, file.uri.toString());
      }
    }
  };
  const left = (uri: string, text: string): void => {
    if (!all.has(uri) && kept.holds(uri)) {
      all.set(uri, { text, timer: setTimeout(() => forget(uri), SAVED_WITHIN_MS) });
      match();
    }
  };
  const forget = (uri: string): void => {
    take(uri);
    if (!isOpen(uri)) {
      kept.gone?.(uri);
    }
  };
  const came = (document: vscode.TextDocument): void => {
    const uri = document.uri.toString();
    if (document.uri.scheme !== 'untitled') {
      opened.set(uri, Date.now());
      match();
      return;
    }
    // The same text under the same name is the same script: a change of language closes it and opens it again.
    const was = take(uri);
    if (was && plain(document.getText()) !== plain(was.text)) {
      kept.gone?.(uri);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => isScript(document) && came(document)),
    vscode.workspace.onDidSaveTextDocument(match),
    // Saved under a name, an untitled script is emptied before it is closed.
    scripts.onDidChange(({ document, before, script }) => {
      if (document.uri.scheme === 'untitled' && script.length === 0 && before && before.length > 0) {
        left(document.uri.toString(), textOf(before));
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      opened.delete(document.uri.toString());
      if (document.uri.scheme === 'untitled') {
        left(document.uri.toString(), document.getText());
      }
    }),
    new vscode.Disposable(() => all.forEach(({ timer }) => clearTimeout(timer))),
  );
}

function taken(all: Map<string, Left>, uri: string): Left | undefined {
  const was = all.get(uri);
  clearTimeout(was?.timer);
  all.delete(uri);
  return was;
}

function isOpen(uri: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri && !document.isClosed);
}

/** The script with this text that was opened just now: the latest, where several have it. */
function freshFile(text: string, opened: ReadonlyMap<string, number>): vscode.TextDocument | undefined {
  const since = ({ uri }: vscode.TextDocument): number => Date.now() - (opened.get(uri.toString()) ?? 0);
  const same = vscode.workspace.textDocuments.filter((document) => isScript(document) && since(document) < SAVED_WITHIN_MS && plain(document.getText()) === plain(text));
  return same.sort((a, b) => since(a) - since(b))[0];
}

/** What a place under `from` (a file, or a folder) is called once that is called `to`; undefined where it is not under it. */
export function movedAddress(uri: string, from: string, to: string): string | undefined {
  return uri === from || uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : undefined;
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}
