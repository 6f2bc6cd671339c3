// The store of reader's notes: the one owner of their state. Keeps each on its words while the script changes, and past the window.
import * as vscode from 'vscode';
import { rebaseNotes, refreshNote, relocateNotes } from '../core/notes/followNotes';
import type { ReaderNote } from '../core/notes/note';
import { longestUntouched, restoreNotes, serialiseNotes } from '../core/notes/serialiseNotes';
import { movedAddress, onScriptNamed } from '../host/scriptNamed';
import { isScript, type ScriptChange, type ScriptStore } from '../host/scriptStore';
import { openDocument, openScript } from '../review/scriptOf';
import { NOTES_KEY } from './register';

/** `before` is missing when the note is new, `after` when it went. */
export interface NoteChange {
  readonly before?: ReaderNote;
  readonly after?: ReaderNote;
}

/** Long enough that typing above a note does not write at every key, short enough that little is lost with the power. */
const PAUSE_MS = 400;
/** Of how many scripts notes are remembered: a deleted one may come back from the bin, or by undo. */
const MOST_SCRIPTS = 300;

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
    const kept = memory.keys().filter((key) => key.startsWith(NOTES_KEY)).map((key) => ({ key, notes: restoreNotes(memory.get(key)) }));
    const surplus = new Set(longestUntouched(kept, kept.length - MOST_SCRIPTS));
    for (const script of kept) {
      if (surplus.has(script)) {
        void memory.update(script.key, undefined);
      } else {
        script.notes.forEach((note) => this.notes.set(note.id, note));
      }
    }
    this.subscriptions = [
      // Before the changes are followed: saved, an untitled script is emptied, which is no change of the writer's.
      onScriptNamed(scripts, {
        holds: (uri) => this.all(uri).length > 0,
        named: (from, to) => {
          this.moveFile(from, to);
          const document = openDocument(to);
          if (document) {
            this.follow({ document, script: scripts.get(document), edits: [] });
          }
        },
        gone: (uri) => this.forget(uri),
      }),
      scripts.onDidChange((change) => this.follow(change)),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.moveFile(oldUri.toString(), newUri.toString()))),
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
    const notes = this.all(document.uri.toString());
    // What was opened anew may have changed in any way: it is looked through as a whole.
    const followed = notes.length === 0 ? [] : before ? rebaseNotes(notes, { before, edits, after: script }) : relocateNotes(notes, script);
    followed.forEach((note) => this.put(note));
  }

  /** An untitled script that is closed and was never saved: the next Untitled-1 is another one. */
  private forget(gone: string): void {
    for (const note of this.all(gone)) {
      this.notes.delete(note.id);
      this.tell({ before: note });
    }
  }

  private moveFile(from: string, to: string): void {
    for (const note of [...this.notes.values()]) {
      const uri = movedAddress(note.uri, from, to);
      if (uri !== undefined) {
        this.put({ ...note, uri });
      }
    }
  }
}
