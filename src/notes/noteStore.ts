// The store of reader's notes: the one owner of their state. Keeps each on its words while the script changes, and past the window.
import * as vscode from 'vscode';
import { rebaseNote, refreshNote, relocateNote } from '../core/notes/followNotes';
import type { ReaderNote } from '../core/notes/note';
import { restoreNotes, serialiseNotes } from '../core/notes/serialiseNotes';
import { isScript, type ScriptChange, type ScriptStore } from '../host/scriptStore';
import { openScript } from '../review/scriptOf';
import { NOTES_KEY } from './register';

/** `before` is missing when the note is new, `after` when it went. */
export interface NoteChange {
  readonly before?: ReaderNote;
  readonly after?: ReaderNote;
}

/** Long enough that typing above a note does not write at every key, short enough that little is lost with the power. */
const PAUSE_MS = 400;

export class NoteStore implements vscode.Disposable {
  private readonly notes = new Map<string, ReaderNote>();
  private readonly changed = new vscode.EventEmitter<NoteChange>();
  private readonly dirty = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires at every change of a note, at once. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly scripts: ScriptStore,
    private readonly memory: vscode.Memento,
  ) {
    for (const key of memory.keys().filter((each) => each.startsWith(NOTES_KEY))) {
      for (const note of restoreNotes(memory.get(key))) {
        this.notes.set(note.id, note);
      }
    }
    this.subscriptions = [
      scripts.onDidChange((change) => this.follow(change)),
      scripts.onDidClose((document) => this.leave(document)),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.moveFile(oldUri.toString(), newUri.toString()))),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.forget(uri.toString()))),
    ];
    for (const document of vscode.workspace.textDocuments.filter(isScript)) {
      this.follow({ document, script: scripts.get(document), edits: [] });
    }
  }

  /** Every note of a script, discarded ones included, in the script's order. */
  all(uri: string): ReaderNote[] {
    return [...this.notes.values()].filter((note) => note.uri === uri).sort((a, b) => a.anchor.from - b.anchor.from || a.createdAt - b.createdAt);
  }

  /** Those that the writer sees. */
  shown(uri: string): ReaderNote[] {
    return this.all(uri).filter(({ state }) => state !== 'discarded');
  }

  get(id: string): ReaderNote | undefined {
    return this.notes.get(id);
  }

  /** Adds a note, or puts another in the place of the one with its id. */
  put(after: ReaderNote): void {
    const before = this.notes.get(after.id);
    if (before !== after) {
      this.notes.set(after.id, after);
      this.tell(before ? { before, after } : { after });
    }
  }

  /** Replaces a note by what `change` makes of it; nothing happens when it is not there any more. */
  update(id: string, change: (note: ReaderNote) => ReaderNote): void {
    const note = this.notes.get(id);
    if (note) {
      this.put(change(note));
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.write();
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }

  private tell(change: NoteChange): void {
    for (const note of [change.before, change.after]) {
      if (note) {
        this.dirty.add(note.uri);
      }
    }
    this.timer ??= setTimeout(() => this.write(), PAUSE_MS);
    this.changed.fire(change);
  }

  private write(): void {
    this.timer = undefined;
    for (const uri of this.dirty) {
      const script = openScript(this.scripts, uri);
      const notes = this.all(uri).map((note) => (script ? refreshNote(note, script) : note));
      void this.memory.update(NOTES_KEY + uri, notes.length > 0 ? serialiseNotes(notes) : undefined);
    }
    this.dirty.clear();
  }

  private follow({ document, before, script, edits }: ScriptChange): void {
    for (const note of this.all(document.uri.toString())) {
      // What was opened anew may have changed in any way: it is looked through as a whole.
      this.put(before ? rebaseNote(note, { before, edits, after: script }) : relocateNote(note, script));
    }
  }

  /** A script that was never saved is gone once it is closed: the next Untitled-1 is another one. */
  private leave({ uri }: vscode.TextDocument): void {
    // Not at once: a change of language closes a document too, and opens it again in the same breath.
    setTimeout(() => {
      if (uri.scheme === 'untitled' && !vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) {
        this.forget(uri.toString());
      }
    }, 0);
  }

  private forget(gone: string): void {
    for (const note of [...this.notes.values()].filter(({ uri }) => uri === gone || uri.startsWith(`${gone}/`))) {
      this.notes.delete(note.id);
      this.tell({ before: note });
    }
  }

  private moveFile(from: string, to: string): void {
    for (const note of [...this.notes.values()].filter(({ uri }) => uri === from || uri.startsWith(`${from}/`))) {
      this.put({ ...note, uri: to + note.uri.slice(from.length) });
    }
  }
}
