// From a script's address to its open document and its Script.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { isScript, type ScriptStore } from '../host/scriptStore';

/** The open document at an address; none when it is closed. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri && isScript(document));
}

/** The Script at an address, when its document is open. */
export function openScript(scripts: ScriptStore, uri: string): Script | undefined {
  const document = openDocument(uri);
  return document && scripts.get(document);
}

/** The editor that shows a document: the active split if it does, else any other. */
export function editorOf(uri: string): vscode.TextEditor | undefined {
  const shows = (editor: vscode.TextEditor | undefined) => editor?.document.uri.toString() === uri;
  const active = vscode.window.activeTextEditor;
  return shows(active) ? active : vscode.window.visibleTextEditors.find(shows);
}
