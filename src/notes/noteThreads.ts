// Notes in the editor: a comment thread under the line each is on. Threads are replaced, never changed: a thread that the writer
// has once clicked takes the focus back whenever anything of it changes, and keys meant for the script would be lost.
import * as vscode from 'vscode';
import type { ReaderNote } from '../core/notes/note';
import { openDocument } from '../review/scriptOf';
import { ThreadPlace } from '../review/threadPlace';
import type { NoteChange, NoteStore } from './noteStore';
import { kindLabel, noteBody, stateLabel } from './noteWords';

/** A note as the editor gives it back to commands. */
export class NoteComment implements vscode.Comment {
  readonly mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly body: string;
  readonly contextValue: string;
  readonly label?: string;

  constructor(
    readonly note: string,
    model: Model,
  ) {
    this.author = { name: model.author };
    // A plain string is shown to the letter: no links, no images, no commands, whatever a model writes.
    this.body = model.body;
    this.contextValue = model.kind;
    if (model.label !== undefined) {
      this.label = model.label;
    }
  }
}

/** All that is seen of a note: as long as this is the same, nothing is painted. */
interface Model {
  readonly title: string;
  readonly author: string;
  readonly label: string | undefined;
  readonly body: string;
  readonly kind: string;
}

interface View {
  thread: vscode.CommentThread;
  readonly uri: string;
  readonly place: ThreadPlace;
  shown: string;
}

/** How long the script must rest before threads move to where their lines are now. */
const SETTLE_MS = 350;
/** A new thread takes some frames to stand: taken away at once, the old one would let the script jump. */
const SWAP_MS = 128;

export class NoteThreads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('backlot.notes', vscode.l10n.t('Script notes'));
  private readonly views = new Map<string, View>();
  private readonly opened = new vscode.EventEmitter<string | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  private settle: ReturnType<typeof setTimeout> | undefined;
  private openId: string | undefined;

  /** Fires when another note, or none, is the open one. */
  readonly onDidOpen = this.opened.event;

  constructor(private readonly store: NoteStore) {
    this.subscriptions = [
      this.controller,
      this.opened,
      store.onDidChange((change) => this.changed(change)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.showAll(uri.toString())),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.closeAll(uri.toString())),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.edited(document.uri.toString(), contentChanges)),
    ];
    vscode.workspace.textDocuments.forEach(({ uri }) => this.showAll(uri.toString()));
  }

  /** The note whose thread is the open one (it may be folded by the writer: the editor does not tell). */
  get open(): string | undefined {
    return this.openId;
  }

  /** The note a thread belongs to. */
  noteOf(thread: vscode.CommentThread): string | undefined {
    return [...this.views].find(([, view]) => view.thread === thread)?.[0];
  }

  /** Opens a note and folds the one that was open. Takes no focus. */
  reveal(id: string | undefined): void {
    const last = this.openId;
    this.openId = id;
    for (const one of new Set([last, id])) {
      if (one !== undefined) {
        this.renew(one);
      }
    }
    if (last !== id) {
      this.opened.fire(id);
    }
  }

  /** No note is the open one any more. The change of its state that follows folds it: a thread made and taken away at once leaves its sign behind. */
  letGo(): void {
    this.openId = undefined;
    this.opened.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.settle);
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.views.clear();
  }

  private changed({ before, after }: NoteChange): void {
    if (!after || after.state === 'discarded') {
      this.close((after ?? before)?.id ?? '');
      return;
    }
    const view = this.views.get(after.id);
    if (view?.uri !== after.uri) {
      this.close(after.id);
      this.show(after);
    } else if (after.state !== before?.state) {
      // The writer did that, in the thread or by a command: not a moment to wait.
      this.renew(after.id);
    } else if (view.shown !== JSON.stringify(modelOf(after))) {
      this.settleSoon();
    }
  }

  private showAll(uri: string): void {
    this.store.shown(uri).filter(({ id }) => !this.views.has(id)).forEach((note) => this.show(note));
  }

  private show(note: ReaderNote): void {
    const document = openDocument(note.uri);
    if (document) {
      const at = lineEnd(document, note);
      this.views.set(note.id, { thread: this.create(note, document, at), uri: note.uri, place: new ThreadPlace(document.offsetAt(at)), shown: JSON.stringify(modelOf(note)) });
    }
  }

  private create(note: ReaderNote, document: vscode.TextDocument, at: vscode.Position): vscode.CommentThread {
    const model = modelOf(note);
    // Empty, at the end of the line: a range over the words would cut a wrapped paragraph in two. They are marked by our own decoration.
    const thread = this.controller.createCommentThread(document.uri, new vscode.Range(at, at), [new NoteComment(note.id, model)]);
    thread.label = model.title;
    // Keys bring no word of whose thread they were pressed in: they work in this one alone, which is known.
    thread.contextValue = note.id === this.openId ? `${model.kind}-read` : model.kind;
    thread.canReply = false;
    thread.state = note.state === 'open' ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    thread.collapsibleState = note.id === this.openId ? vscode.CommentThreadCollapsibleState.Expanded : vscode.CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  /** Puts a new thread in the place of the old one, which the editor then forgets with all it thinks has the focus. */
  private renew(id: string): void {
    const view = this.views.get(id);
    const note = this.store.get(id);
    const document = note && openDocument(note.uri);
    if (view && note && document) {
      const old = view.thread;
      const at = lineEnd(document, note);
      view.thread = this.create(note, document, at);
      view.place.placed(document.offsetAt(at));
      view.shown = JSON.stringify(modelOf(note));
      setTimeout(() => old.dispose(), id === this.openId ? SWAP_MS : 0);
    }
  }

  private edited(uri: string, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const document = changes.length > 0 ? openDocument(uri) : undefined;
    if (!document) {
      return;
    }
    const shown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    // From the end to the start, as the editor applied them: none moves another.
    const ordered = [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset);
    for (const [id, view] of this.views) {
      const note = view.uri === uri ? this.store.get(id) : undefined;
      if (note) {
        // The end of its line is where the thread belongs; typed words push it along.
        const to = document.offsetAt(lineEnd(document, note));
        if (!view.place.follow(ordered, shown, { to, standing: note.anchor.standing })) {
          view.place.torn = true;
          this.settleSoon();
        }
      }
    }
  }

  private settleSoon(): void {
    clearTimeout(this.settle);
    this.settle = setTimeout(() => {
      for (const [id, view] of this.views) {
        const note = this.store.get(id);
        if (note && (view.place.torn || view.shown !== JSON.stringify(modelOf(note)))) {
          this.renew(id);
        }
      }
    }, SETTLE_MS);
  }

  private closeAll(uri: string): void {
    [...this.views].filter(([, view]) => view.uri === uri).forEach(([id]) => this.close(id));
  }

  private close(id: string): void {
    this.views.get(id)?.thread.dispose();
    this.views.delete(id);
    if (this.openId === id) {
      this.openId = undefined;
      this.opened.fire(undefined);
    }
  }
}

function modelOf(note: ReaderNote): Model {
  const stale = note.anchor.standing === 'here' ? '' : `-${note.anchor.standing}`;
  return { title: kindLabel(note.kind), author: vscode.l10n.t('Reader'), label: stateLabel(note), body: noteBody(note), kind: `${note.state}${stale}` };
}

/** The end of the last line a note is on. */
function lineEnd(document: vscode.TextDocument, { anchor }: ReaderNote): vscode.Position {
  return document.lineAt(document.positionAt(Math.max(anchor.from, anchor.to - 1))).range.end;
}
