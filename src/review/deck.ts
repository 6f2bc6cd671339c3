// The decks in the editor: which proposals have one, which one is open, and when each is painted.
import * as vscode from 'vscode';
import type { Proposal } from '../core/proposals/proposal';
import { speechAt } from '../core/script/speeches';
import type { ScriptStore } from '../host/scriptStore';
import { deckModel, isWorthOpening, type DeckModel } from './deckModel';
import { DeckThread, type DeckComment } from './deckThread';
import { DeckTouch } from './deckTouch';
import type { ProposalStore } from './proposalStore';
import { editorOf, openDocument } from './scriptOf';
import { ThreadPlace } from './threadPlace';

/** Threads that change faster are never painted by the editor. */
const PAINT_MS = 250;
/** How long the script must rest before a deck moves to where its speech ends now. */
const SETTLE_MS = 350;

interface View {
  readonly thread: DeckThread;
  readonly touch: DeckTouch;
  readonly place: ThreadPlace;
  /** How many lines the speech had when the thread was placed: the editor follows edits above by itself, not these. */
  lines: number;
  lost: boolean;
  paintedAt: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
  settle?: ReturnType<typeof setTimeout> | undefined;
}

export class Deck implements vscode.Disposable {
  private readonly controller: vscode.CommentController;
  private readonly views = new Map<string, View>();
  private readonly subscriptions: { dispose(): unknown }[];
  private readonly opened = new vscode.EventEmitter<string | undefined>();
  private openId: string | undefined;

  /** Fires when another deck, or none, is the open one. */
  readonly onDidOpen = this.opened.event;

  constructor(
    private readonly store: ProposalStore,
    private readonly scripts: ScriptStore,
  ) {
    this.controller = vscode.comments.createCommentController('backlot', vscode.l10n.t('Backlot alternatives'));
    this.controller.options = { prompt: vscode.l10n.t('Ask for more: colder, more subtext, shorter…'), placeHolder: vscode.l10n.t('Say what you want: colder, more subtext, shorter…') };
    this.subscriptions = [
      this.controller,
      this.opened,
      store.onDidChange(({ id, after }) => (after ? this.changed(after) : this.close(id))),
      scripts.onDidClose(({ uri }) => store.list(uri.toString()).forEach(({ id }) => this.closeView(id))),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => store.list(uri.toString()).forEach((proposal) => this.changed(proposal))),
      vscode.window.onDidChangeTextEditorSelection((event) => this.selected(event)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.edited(document.uri.toString(), contentChanges)),
    ];
    for (const proposal of store.list()) {
      this.changed(proposal);
    }
  }

  /** The proposal whose deck is the open one (it may be folded by the writer: the editor does not tell). */
  get open(): string | undefined {
    return this.openId;
  }

  /** Opens a deck and folds the one that was open. Takes no focus. */
  reveal(id: string): void {
    const last = this.openId;
    if (!this.store.get(id)) {
      return;
    }
    if (last === id) {
      this.renew(id);
      return;
    }
    this.openId = id;
    for (const one of [last, id]) {
      const proposal = one === undefined ? undefined : this.store.get(one);
      if (proposal) {
        this.changed(proposal);
      }
    }
    this.opened.fire(id);
  }

  /** The writer has put the focus into a deck, or acts in it. */
  entered(id: string): void {
    this.views.get(id)?.touch.entered();
  }

  /** Puts a deck in place that was about to wait until the script rests; says whether it had to. */
  settleNow(id: string): boolean {
    const settle = this.views.get(id)?.settle;
    clearTimeout(settle);
    if (settle !== undefined) {
      this.settle(id);
    }
    return settle !== undefined;
  }

  /** The writer is back in the script. */
  left(): void {
    for (const { touch } of this.views.values()) {
      touch.clickedScript(Date.now());
    }
  }

  /** The row of one alternative, for its edit box. */
  row(id: string, alternative: string): DeckComment | undefined {
    return this.views.get(id)?.thread.row(alternative);
  }

  /** The row whose edit box is open. */
  editedRow(): DeckComment | undefined {
    return [...this.views.values()].map(({ thread }) => thread.editedRow()).find((row) => row !== undefined);
  }

  edit(comment: DeckComment, editing: boolean): void {
    const view = this.views.get(comment.proposal);
    const proposal = this.store.get(comment.proposal);
    const row = proposal && this.model(proposal).rows.find(({ alternative }) => alternative === comment.alternative);
    if (view && row) {
      view.touch.entered();
      comment.body = row.body;
      view.thread.edit(comment, editing, row.kind);
      this.paintSoon(comment.proposal, view);
      if (view.place.torn) {
        this.settleSoon(comment.proposal);
      }
    }
  }

  /** The proposal a thread belongs to. */
  proposalOf(thread: vscode.CommentThread): string | undefined {
    return [...this.views.values()].find((view) => view.thread.owns(thread))?.thread.proposal;
  }

  dispose(): void {
    for (const id of [...this.views.keys()]) {
      this.close(id);
    }
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private changed(proposal: Proposal): void {
    const view = this.views.get(proposal.id);
    // None yet, or one in a document that is gone: the file was renamed or moved.
    if (view?.thread.uri.toString() !== proposal.uri) {
      this.closeView(proposal.id);
      this.show(proposal);
      return;
    }
    const lines = this.linesOf(proposal);
    const lost = proposal.anchor.standing === 'gone';
    if (lost !== view.lost || (!lost && lines !== view.lines)) {
      this.settleSoon(proposal.id);
    }
    this.paintSoon(proposal.id, view);
  }

  private show(proposal: Proposal): void {
    const document = openDocument(proposal.uri);
    if (!document) {
      return;
    }
    const position = document.positionAt(proposal.anchor.to);
    const thread = new DeckThread(this.controller, proposal.id, document.uri, position, this.model(proposal), this.expanded(proposal));
    const touch = new DeckTouch();
    touch.created(Date.now());
    this.views.set(proposal.id, { thread, touch, place: new ThreadPlace(proposal.anchor.to), lines: this.linesOf(proposal), lost: proposal.anchor.standing === 'gone', paintedAt: Date.now() });
  }

  private paintSoon(id: string, view: View): void {
    if (view.timer === undefined) {
      const wait = Math.max(0, view.paintedAt + PAINT_MS - Date.now());
      view.timer = setTimeout(() => {
        view.timer = undefined;
        this.paint(id, view);
      }, wait);
    }
  }

  private paint(id: string, view: View): void {
    const proposal = this.store.get(id);
    const document = proposal && openDocument(proposal.uri);
    if (!proposal || !document) {
      return;
    }
    const model = this.model(proposal);
    const expanded = this.expanded(proposal);
    // An edit box the writer left open must neither lose its words nor take the focus: the deck waits until it is closed.
    const waits = !view.touch.mayChange && view.thread.editing;
    if (waits || view.thread.shows(model, expanded)) {
      return;
    }
    view.paintedAt = Date.now();
    if (view.touch.mayChange) {
      view.thread.update(model, expanded);
    } else {
      this.replace(view, proposal, document, model);
    }
  }

  /** Puts the deck to where its speech ends now. */
  private settle(id: string): void {
    const view = this.views.get(id);
    const proposal = this.store.get(id);
    if (view && proposal) {
      view.settle = undefined;
      if (!view.thread.editing) {
        view.lost = proposal.anchor.standing === 'gone';
        view.lines = this.linesOf(proposal);
        this.renew(id);
      }
    }
  }

  private renew(id: string): void {
    const view = this.views.get(id);
    const proposal = this.store.get(id);
    const document = proposal && openDocument(proposal.uri);
    if (view && proposal && document) {
      this.replace(view, proposal, document, this.model(proposal));
    }
  }

  private replace(view: View, proposal: Proposal, document: vscode.TextDocument, model: DeckModel): void {
    view.thread.replace(document.positionAt(proposal.anchor.to), model, this.expanded(proposal));
    view.place.placed(proposal.anchor.to);
    view.touch.created(Date.now());
    view.paintedAt = Date.now();
  }

  private model(proposal: Proposal): DeckModel {
    return deckModel(proposal, proposal.id === this.openId);
  }

  private expanded(proposal: Proposal): boolean {
    return proposal.id === this.openId && isWorthOpening(proposal);
  }

  /** How many lines lie between a speech's cue and its end. */
  private linesOf(proposal: Proposal): number {
    const document = openDocument(proposal.uri);
    const speech = document && speechAt(this.scripts.get(document), proposal.anchor.from);
    return speech ? speech.endLine - speech.cueLine : 0;
  }

  private selected({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): void {
    if (kind === vscode.TextEditorSelectionChangeKind.Mouse) {
      this.viewsOf(textEditor.document.uri.toString()).forEach(({ touch }) => touch.clickedScript(Date.now()));
    } else if (kind === vscode.TextEditorSelectionChangeKind.Keyboard) {
      this.worked(textEditor.document.uri.toString());
    }
  }

  private edited(uri: string, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (changes.length === 0) {
      return;
    }
    this.worked(uri);
    const shown = editorOf(uri) !== undefined;
    for (const { id, anchor } of this.store.list(uri)) {
      if (this.views.get(id)?.place.follow(changes, shown, anchor) === false) {
        this.settleSoon(id);
      }
    }
  }

  private settleSoon(id: string): void {
    const view = this.views.get(id);
    if (view) {
      clearTimeout(view.settle);
      view.settle = setTimeout(() => this.settle(id), SETTLE_MS);
    }
  }

  private worked(uri: string): void {
    this.viewsOf(uri).forEach(({ touch }) => touch.workedInScript(Date.now()));
  }

  private viewsOf(uri: string): View[] {
    return [...this.views].filter(([id]) => this.store.get(id)?.uri === uri).map(([, view]) => view);
  }

  private close(id: string): void {
    this.closeView(id);
    if (this.openId === id) {
      this.openId = undefined;
      this.opened.fire(undefined);
    }
  }

  private closeView(id: string): void {
    const view = this.views.get(id);
    clearTimeout(view?.timer);
    clearTimeout(view?.settle);
    view?.thread.dispose();
    this.views.delete(id);
  }
}
