// Which script the sidebar speaks of: that of the last active editor that held one, for as long as it is open.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { isScript, type ScriptStore } from '../host/scriptStore';

// A pause in typing this long brings the sidebar up to date; with the drawing it stays under a tenth of a second.
const PAUSE_MS = 40;
// VS Code draws a tree's first change at once and holds back those that follow within 200 ms, starting anew with each:
// who types on would never see one. So the next change comes only when it is drawn at once again.
const APART_MS = 210;

export class FollowedScript implements vscode.Disposable {
  private current: vscode.TextDocument | undefined;
  private lastChange = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly moved = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** Another script, or a pause after the text of this one changed. */
  readonly onDidChange = this.changed.event;
  /** The cursor went elsewhere, or another editor of the script became active. */
  readonly onDidMoveCursor = this.moved.event;

  constructor(private readonly scripts: ScriptStore) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.choose()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.choose()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.choose()),
      vscode.workspace.onDidCloseTextDocument((document) => document === this.current && this.choose()),
      vscode.workspace.onDidOpenTextDocument(() => this.choose()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === this.current && this.moved.fire()),
      scripts.onDidChange(({ document, edits }) => document === this.current && edits.length > 0 && this.changeSoon()),
    ];
    this.choose();
  }

  get document(): vscode.TextDocument | undefined {
    return this.current;
  }

  get script(): Script | undefined {
    return this.current && this.scripts.get(this.current);
  }

  /** The editor that shows the script: the active one, else any that is visible. */
  get editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    return active?.document === this.current ? active : vscode.window.visibleTextEditors.find((editor) => editor.document === this.current);
  }

  /** Where the cursor is in the script, when an editor shows it. */
  get cursor(): number | undefined {
    const { editor } = this;
    return editor?.document.offsetAt(editor.selection.active);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed, this.moved).dispose();
  }

  private choose(): void {
    const active = vscode.window.activeTextEditor?.document;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document);
    const kept = this.current !== undefined && isScript(this.current) && isOpen(this.current) ? this.current : undefined;
    const chosen = active && isScript(active) ? active : (kept ?? visible.find(isScript));
    if (chosen === this.current) {
      this.moved.fire();
      return;
    }
    this.current = chosen;
    this.changeNow();
  }

  private changeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changeNow(), Math.max(PAUSE_MS, this.lastChange + APART_MS - Date.now()));
  }

  private changeNow(): void {
    clearTimeout(this.timer);
    this.lastChange = Date.now();
    this.changed.fire();
  }
}

/** Whether a tab or an editor still holds the document: VS Code keeps closed documents for a while. */
function isOpen(document: vscode.TextDocument): boolean {
  const uri = document.uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return (
    !document.isClosed &&
    (vscode.window.visibleTextEditors.some((editor) => editor.document === document) ||
      tabs.some(({ input }) => urisOf(input).some((each) => each.toString() === uri)))
  );
}

function urisOf(input: unknown): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
