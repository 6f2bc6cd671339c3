// Where the writer is: the script they work in, and the proposal at their cursor.
import * as vscode from 'vscode';
import { stateOf, type Proposal } from '../core/proposals/proposal';
import type { Span } from '../core/fountain/elements';
import { speechAt, type Speech } from '../core/script/speeches';
import { rangeOf } from '../host/positions';
import { isScript, type ScriptStore } from '../host/scriptStore';
import type { Deck } from './deck';
import { isChoosable } from './deckModel';
import type { ProposalStore } from './proposalStore';

/** About what a deck with its first alternative takes. */
const ROOM_LINES = 8;

export class Place implements vscode.Disposable {
  private last: vscode.TextEditor | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly store: ProposalStore,
    private readonly scripts: ScriptStore,
    private readonly deck: Deck,
  ) {
    const follow = () => this.follow();
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(follow),
      // Also when the editor that is there becomes a script: a change of language counts as opening.
      vscode.workspace.onDidOpenTextDocument(follow),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === this.last && follow()),
      store.onDidChange(() => this.followSoon()),
      deck.onDidOpen(follow),
    ];
    follow();
  }

  /** The editor of the script the writer works in; in a deck's box, the one around it. */
  get editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    // In the steer box the active editor is the box itself, a document of the editor's own.
    return active && isScript(active.document) ? active : this.last;
  }

  /** The proposal whose speech the cursor is in. */
  atCursor(): Proposal | undefined {
    const { editor } = this;
    if (!editor) {
      return undefined;
    }
    const { document } = editor;
    const offset = document.offsetAt(editor.selection.active);
    const speech = this.speech();
    return this.store.list(document.uri.toString()).find(({ anchor }) => (speech ? speech.from < anchor.to && speech.to > anchor.from : anchor.from <= offset && offset <= anchor.to));
  }

  private speech(): Speech | undefined {
    const { editor } = this;
    return editor && speechAt(this.scripts.get(editor.document), editor.document.offsetAt(editor.selection.active));
  }

  /** What a command without a named proposal is meant for: the one at the cursor, else the open deck of the same script. */
  current(): Proposal | undefined {
    const open = this.deck.open === undefined ? undefined : this.store.get(this.deck.open);
    return this.atCursor() ?? (open?.uri === this.editor?.document.uri.toString() ? open : undefined);
  }

  /**
   * Makes room for a deck that would open below the window's edge. Only for the speech at the cursor, in the moment the
   * writer asks for it: nothing scrolls while a request runs.
   */
  makeRoom(uri: string, span: Span): void {
    const editor = vscode.window.activeTextEditor;
    const last = editor?.visibleRanges.at(-1)?.end.line;
    if (editor?.document.uri.toString() !== uri || last === undefined) {
      return;
    }
    const speech = rangeOf(editor.document, span);
    const atCursor = Math.abs(editor.selection.active.line - speech.start.line) <= 1 || speech.contains(editor.selection.active);
    if (atCursor && last - speech.end.line < ROOM_LINES) {
      editor.revealRange(speech, vscode.TextEditorRevealType.InCenter);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** One key above many proposals moves them all: looked at once. */
  private followSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.follow();
    }, 0);
  }

  private follow(): void {
    const active = vscode.window.activeTextEditor;
    if (active && isScript(active.document)) {
      this.last = active;
    } else if (this.last && !vscode.window.visibleTextEditors.includes(this.last)) {
      this.last = undefined;
    }
    const here = this.atCursor();
    setContext('backlot.speechAtCursor', this.speech() !== undefined);
    const uri = this.editor?.document.uri.toString();
    const inScript = uri === undefined ? [] : this.store.list(uri);
    // Of a deck that is folded nothing is used by a number: the writer would not see what.
    setContext('backlot.deckAtCursor', here !== undefined && here.id === this.deck.open && isChoosable(here));
    setContext('backlot.proposalAtCursor', here !== undefined);
    setContext('backlot.writing', inScript.some((proposal) => stateOf(proposal) === 'writing'));
    setContext('backlot.hasProposals', this.store.list().length > 0);
  }
}

const known = new Map<string, boolean>();

/** Sent only when it changes: this runs at every key. */
function setContext(key: string, value: boolean): void {
  if (known.get(key) !== value) {
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
