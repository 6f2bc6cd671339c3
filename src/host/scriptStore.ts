// The store of parsed scripts: one Script for each open Fountain document, kept in step edit by edit.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { parse } from '../core/fountain/parse';
import { reparse } from '../core/fountain/reparse';
import type { Script } from '../core/fountain/script';
import { editsOf } from './positions';

/** The language id of Fountain documents. */
export const FOUNTAIN = 'fountain';

export interface ScriptChange {
  readonly document: vscode.TextDocument;
  /** As it was just before, where that is known: not when the document was opened. */
  readonly before?: Script;
  readonly script: Script;
  /** From `before` to `script`, in the order they were applied; empty when the document was opened. */
  readonly edits: readonly Edit[];
}

export class ScriptStore implements vscode.Disposable {
  private readonly scripts = new Map<string, { script: Script; version: number }>();
  private readonly changed = new vscode.EventEmitter<ScriptChange>();
  private readonly closed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires after every change of a Fountain document, once its Script is in step. Not debounced. */
  readonly onDidChange = this.changed.event;
  readonly onDidClose = this.closed.event;

  constructor() {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isScript(document)) {
          this.changed.fire({ document, script: this.get(document), edits: [] });
        }
      }),
    ];
  }

  /** The Script of a document as it stands now. */
  get(document: vscode.TextDocument): Script {
    const key = document.uri.toString();
    const known = this.scripts.get(key);
    if (known?.version === document.version) {
      return known.script;
    }
    const script = parse(document.getText());
    // A closed one is not kept: nobody would forget it, and opened again its versions start anew.
    if (!document.isClosed) {
      this.scripts.set(key, { script, version: document.version });
    }
    return script;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed, this.closed).dispose();
    this.scripts.clear();
  }

  private follow(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    if (!isScript(document) || event.contentChanges.length === 0) {
      return;
    }
    const key = document.uri.toString();
    const known = this.scripts.get(key);
    if (known === undefined || known.version >= document.version) {
      this.changed.fire({ document, script: this.get(document), edits: editsOf(event) });
      return;
    }
    // Several steps told as one (an undo that changes line ends too) do not all speak of the text we know: taken as a whole.
    const edits = known.version === document.version - 1 ? editsOf(event) : [{ offset: 0, removed: known.script.length, inserted: document.getText() }];
    const script = edits.reduce(reparse, known.script);
    this.scripts.set(key, { script, version: document.version });
    this.changed.fire({ document, before: known.script, script, edits });
  }

  private forget(document: vscode.TextDocument): void {
    if (this.scripts.delete(document.uri.toString())) {
      this.closed.fire(document);
    }
  }
}

/** Whether a document is a script of the writer's: Fountain, and not the text of a comment box or a view of ours. */
export function isScript(document: vscode.TextDocument): boolean {
  return document.languageId === FOUNTAIN && document.uri.scheme !== 'comment' && !document.uri.scheme.startsWith('backlot');
}
