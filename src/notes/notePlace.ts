// Ways between the script and its notes. All of these run at a command of the writer: nothing else here moves focus or scroll.
import * as vscode from 'vscode';
import type { ReaderNote } from '../core/notes/note';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { isScript } from '../host/scriptStore';
import { editorOf } from '../review/scriptOf';
import type { NoteStore } from './noteStore';
import type { NoteThreads } from './noteThreads';

/** The note whose lines the cursor is in: the one that is read, else an open one, else any. */
export function noteAtCursor(editor: vscode.TextEditor, store: NoteStore, threads: NoteThreads): ReaderNote | undefined {
  const { document, selection } = editor;
  const here = store.shown(document.uri.toString()).filter(({ anchor }) => {
    const [from, to] = [document.positionAt(anchor.from).line, document.positionAt(anchor.to).line];
    return selection.active.line >= from && selection.active.line <= to;
  });
  return here.find(({ id }) => id === threads.open) ?? here.find(({ state }) => state === 'open') ?? here[0];
}

/** Shows a note's words with its thread open; the cursor goes to the words. */
export async function goToNote(note: ReaderNote, store: NoteStore, threads: NoteThreads): Promise<void> {
  const document = await reopenDocument(note.uri);
  const shown = editorOf(note.uri);
  const { anchor } = store.get(note.id) ?? note;
  const [from, to] = [document.positionAt(anchor.from), document.positionAt(anchor.to)];
  const editor = await vscode.window.showTextDocument(document, shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn });
  editor.selection = new vscode.Selection(from, from);
  editor.revealRange(new vscode.Range(from, to), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  threads.reveal(note.id);
}

/** Gives the focus back to the script, cursor and scroll as they were. */
export async function backToScript(uri: string | undefined): Promise<void> {
  const editor = uri === undefined ? vscode.window.visibleTextEditors.find(({ document }) => isScript(document)) : editorOf(uri);
  if (editor) {
    await vscode.window.showTextDocument(editor.document, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn });
  }
}

/** The next open note behind the cursor (or before it), through the end of the script to its other end. */
export async function stepNotes(editor: vscode.TextEditor, way: 1 | -1, store: NoteStore, threads: NoteThreads): Promise<void> {
  const all = store.shown(editor.document.uri.toString());
  const notes = all.filter(({ state, anchor }) => state === 'open' && anchor.standing !== 'gone');
  const cursor = editor.document.offsetAt(editor.selection.active);
  // Of several notes on the same words each has its turn.
  const at = notes.findIndex(({ id, anchor }) => id === threads.open && anchor.from <= cursor && cursor <= anchor.to);
  const behind = notes.findIndex(({ anchor }) => anchor.from > cursor);
  const before = notes.findLastIndex(({ anchor }) => anchor.from < cursor);
  const next = way === 1 ? (at >= 0 ? at + 1 : behind) : at >= 0 ? at - 1 : before;
  const note = notes[next] ?? (way === 1 ? notes[0] : notes.at(-1));
  if (!note) {
    throw new WriterError(all.length === 0 ? vscode.l10n.t('No notes yet. Ask for some with Script Notes.') : vscode.l10n.t('There are no open notes in this script.'));
  }
  await goToNote(note, store, threads);
}
