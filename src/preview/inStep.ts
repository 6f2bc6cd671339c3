// Keeps the preview and the editor of its script at the same place, both ways: cursor and scrolling.
import * as vscode from 'vscode';
import type { Layout } from '../core/page/page';
import { isSameMark, lineAtRow, markAt, sourceOf } from './marks';
import type { Mark, ToPreview } from './protocol';

/** What it needs to know of the preview, as it stands at the moment. */
export interface Shown {
  document(): vscode.TextDocument | undefined;
  /** As the page was last told. */
  layout(): Layout | undefined;
  /** Whether the text has gone on since: places will be told with the next patch. */
  isStale(): boolean;
  /** Whether the writer wants the two in step. */
  isOn(): boolean;
  say(message: ToPreview): void;
}

// VS Code tells of a scroll that we asked for a moment later, as of any other; it is not to come back.
const ECHO_MS = 250;
// A scroll right after a change is the editor's own, which keeps the cursor in sight: the preview does the same by itself.
const TYPED_MS = 150;

export class InStep implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private quietUntil = 0;
  private typedAt = 0;
  /** The line of the cursor as the page was last told, undefined also when it may show another place by now. */
  private told: Mark | undefined;

  constructor(private readonly shown: Shown) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === this.editor && this.tellCursor()),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor !== undefined && editor === this.editor && this.tellCursor()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => textEditor === this.editor && this.tellScroll(textEditor, visibleRanges)),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** The line of the cursor. Asked with each patch, so it also tells that the writer types. */
  mark(): Mark | undefined {
    this.typedAt = Date.now();
    this.told = this.cursorMark();
    return this.told;
  }

  /** The writer scrolled the preview: the editor goes along, its cursor does not. */
  scrolled(sheet: number, row: number): void {
    this.told = undefined;
    const { editor } = this;
    const layout = this.shown.layout();
    const mark = layout && lineAtRow(layout, sheet, row);
    const source = mark && sourceOf(layout, mark);
    if (!editor || !source || !this.shown.isOn() || this.shown.isStale()) {
      return;
    }
    this.quietUntil = Date.now() + ECHO_MS;
    const line = Math.min(source.line, editor.document.lineCount - 1);
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }

  /** Puts the cursor there, in the editor that shows the script or in a new one. */
  async jump(offset: number, focus: boolean): Promise<void> {
    const document = this.shown.document();
    if (!document) {
      return;
    }
    const position = document.positionAt(offset);
    const selection = new vscode.Selection(position, position);
    const { editor } = this;
    this.quietUntil = Date.now() + ECHO_MS;
    if (editor) {
      editor.selection = selection;
      editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    if (focus || !editor) {
      await vscode.window.showTextDocument(document, { viewColumn: editor?.viewColumn ?? columnOf(document), selection, preserveFocus: !focus });
    }
  }

  /** The editor of the script: the active one, else any in sight. */
  private get editor(): vscode.TextEditor | undefined {
    const document = this.shown.document();
    const active = vscode.window.activeTextEditor;
    return active && active.document === document ? active : vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  }

  private tellCursor(): void {
    if (this.shown.isStale()) {
      return;
    }
    const mark = this.cursorMark();
    // VS Code tells of the cursor after each key, whose patch has said its line already.
    if (mark && this.told && isSameMark(mark, this.told)) {
      return;
    }
    this.told = mark;
    this.shown.say({ kind: 'cursor', reveal: this.shown.isOn(), ...(mark && { mark }) });
  }

  private cursorMark(): Mark | undefined {
    const { editor } = this;
    const layout = this.shown.layout();
    return editor && layout && markAt(layout, editor.document.offsetAt(editor.selection.active));
  }

  /**
   * The editor scrolled. The cursor's line, or the end of what is in sight that is nearer to it, goes to the same height in the preview:
   * so what the writer looks at stays beside itself, without a jump when the cursor leaves the sight.
   */
  private tellScroll({ document, selection }: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
    const layout = this.shown.layout();
    const [first, last] = [ranges[0]?.start.line, ranges.at(-1)?.end.line];
    const now = Date.now();
    if (!layout || first === undefined || last === undefined || !this.shown.isOn() || this.shown.isStale() || now < this.quietUntil || now - this.typedAt < TYPED_MS) {
      return;
    }
    const line = Math.max(first, Math.min(last, selection.active.line));
    const mark = markAt(layout, document.offsetAt(new vscode.Position(line, 0)));
    if (mark) {
      this.told = undefined;
      this.shown.say({ kind: 'scroll', mark, height: last > first ? (line - first) / (last - first + 1) : 0 });
    }
  }
}

/** The column of a tab that holds the document, for one whose editor is not in sight; the first one otherwise, where the preview hardly is. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const uri = document.uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri));
  return group?.viewColumn ?? vscode.ViewColumn.One;
}
