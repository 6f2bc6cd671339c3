// One deck in the editor: a comment thread whose comments are the alternatives. Knows how to be painted, not when.
import * as vscode from 'vscode';
import type { DeckModel, DeckRow } from './deckModel';

/** A row of a deck, as the editor gives it back to commands. */
export class DeckComment implements vscode.Comment {
  mode = vscode.CommentMode.Preview;
  author: vscode.CommentAuthorInformation;
  body: string;
  label?: string;
  contextValue: string;

  constructor(
    readonly proposal: string,
    readonly alternative: string | undefined,
    row: DeckRow,
  ) {
    this.author = { name: row.name };
    this.body = row.body;
    this.contextValue = row.kind;
    if (row.label !== undefined) {
      this.label = row.label;
    }
  }
}

const EDITING = 'editing';

export class DeckThread implements vscode.Disposable {
  private thread: vscode.CommentThread;
  /** The model painted last, as text: most changes of a proposal (its place) show nothing. */
  private shown = '';
  private stirred = false;
  private rows = new Map<string, DeckComment>();

  constructor(
    private readonly controller: vscode.CommentController,
    readonly proposal: string,
    readonly uri: vscode.Uri,
    position: vscode.Position,
    model: DeckModel,
    expanded: boolean,
  ) {
    this.thread = this.create(position, model, expanded);
  }

  owns(thread: vscode.CommentThread): boolean {
    return thread === this.thread;
  }

  row(alternative: string): DeckComment | undefined {
    return [...this.rows.values()].find((comment) => comment.alternative === alternative);
  }

  get editing(): boolean {
    return this.editedRow() !== undefined;
  }

  editedRow(): DeckComment | undefined {
    return [...this.rows.values()].find((comment) => comment.mode === vscode.CommentMode.Editing);
  }

  /** Whether the thread already looks like this. */
  shows(model: DeckModel, expanded: boolean): boolean {
    const { thread, shown } = this;
    const folded = thread.collapsibleState === vscode.CommentThreadCollapsibleState.Collapsed;
    return JSON.stringify(model) === shown && folded !== expanded;
  }

  /** Changes the thread that is there. Only while that cannot pull the focus out of the script (see DeckTouch). */
  update(model: DeckModel, expanded: boolean): void {
    const { thread } = this;
    this.shown = JSON.stringify(model);
    const comments = this.commentsOf(model);
    if (thread.comments.length !== comments.length || comments.some((comment, i) => comment !== thread.comments[i])) {
      thread.comments = comments;
    } else if (this.stirred) {
      thread.comments = [...comments];
    }
    if (thread.label !== model.title) {
      thread.label = model.title;
    }
    if (thread.contextValue !== model.kind) {
      thread.contextValue = model.kind;
      thread.state = threadState(model);
    }
    this.fold(!expanded);
  }

  /** Puts a new thread in the place of the old one, which the editor then forgets with all it thinks has the focus. */
  replace(position: vscode.Position, model: DeckModel, expanded: boolean): void {
    const old = this.thread;
    this.rows = new Map();
    this.thread = this.create(position, model, expanded);
    // Disposed at once, the script would jump up and down again: the new thread takes some frames to stand.
    setTimeout(() => old.dispose(), expanded ? SWAP_MS : 0);
  }

  fold(folded: boolean): void {
    const state = folded ? vscode.CommentThreadCollapsibleState.Collapsed : vscode.CommentThreadCollapsibleState.Expanded;
    if (this.thread.collapsibleState !== state) {
      this.thread.collapsibleState = state;
    }
  }

  /** Opens or closes the edit box of one alternative. */
  edit(comment: DeckComment, editing: boolean, contextValue: string): void {
    comment.mode = editing ? vscode.CommentMode.Editing : vscode.CommentMode.Preview;
    comment.contextValue = editing ? EDITING : contextValue;
    this.thread.comments = [...this.thread.comments];
  }

  dispose(): void {
    this.thread.dispose();
  }

  private create(position: vscode.Position, model: DeckModel, expanded: boolean): vscode.CommentThread {
    this.shown = JSON.stringify(model);
    // Empty, at the end of the speech: a range over the speech would cut a wrapped paragraph in two.
    const thread = this.controller.createCommentThread(this.uri, new vscode.Range(position, position), this.commentsOf(model));
    thread.label = model.title;
    thread.contextValue = model.kind;
    thread.state = threadState(model);
    thread.canReply = true;
    thread.collapsibleState = expanded ? vscode.CommentThreadCollapsibleState.Expanded : vscode.CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  /** The comments of a model. Those that are shown already are the same objects, so the editor touches nothing of them. */
  private commentsOf(model: DeckModel): DeckComment[] {
    const rows = new Map<string, DeckComment>();
    this.stirred = false;
    for (const row of model.rows) {
      const known = this.rows.get(row.key);
      const comment = known ?? new DeckComment(this.proposal, row.alternative, row);
      if (known && known.mode !== vscode.CommentMode.Editing && (known.contextValue !== row.kind || known.body !== row.body || known.label !== row.label)) {
        known.contextValue = row.kind;
        known.body = row.body;
        if (row.label === undefined) {
          delete known.label;
        } else {
          known.label = row.label;
        }
        this.stirred = true;
      }
      rows.set(row.key, comment);
    }
    this.rows = rows;
    return [...rows.values()];
  }
}

const SWAP_MS = 128;

/** Gives an open deck the editor's colours for what waits for an answer. */
function threadState({ state }: DeckModel): vscode.CommentThreadState {
  return state === 'used' || state === 'kept' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
}
