// Shows in the script which words have notes, and tells the keys and menus whether there are any.
import * as vscode from 'vscode';
import { isStale, type ReaderNote } from '../core/notes/note';
import { rangeOf } from '../host/positions';
import { isScript } from '../host/scriptStore';
import type { NoteStore } from './noteStore';
import type { NoteThreads } from './noteThreads';
import { noteAtCursor } from './notePlace';

/** Marks the words of open notes in every split, with a sign in the overview ruler; the words of the note that is read more clearly. */
export function markNotes(store: NoteStore, threads: NoteThreads): vscode.Disposable {
  const overviewRulerColor = new vscode.ThemeColor('editorOverviewRuler.commentUnresolvedForeground');
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  const mark = vscode.window.createTextEditorDecorationType({ rangeBehavior, borderWidth: '0 0 1px 0', borderStyle: 'dotted', borderColor: new vscode.ThemeColor('editorCommentsWidget.unresolvedBorder'), overviewRulerColor, overviewRulerLane: vscode.OverviewRulerLane.Center });
  const read = vscode.window.createTextEditorDecorationType({ rangeBehavior, backgroundColor: new vscode.ThemeColor('editorCommentsWidget.rangeActiveBackground') });
  const told = new Map<string, boolean>();
  const tell = (key: string, value: boolean): void => {
    if (told.get(key) !== value) {
      told.set(key, value);
      void vscode.commands.executeCommand('setContext', key, value);
    }
  };
  const tellContext = (): void => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || isScript(editor.document)) {
      tell('backlot.hasNotes', editor !== undefined && store.shown(editor.document.uri.toString()).length > 0);
      tell('backlot.noteAtCursor', editor !== undefined && noteAtCursor(editor, store, threads) !== undefined);
    }
  };
  const draw = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const notes = store.shown(editor.document.uri.toString()).filter((note) => !isStale(note));
      const ranges = (wanted: (note: ReaderNote) => boolean): vscode.Range[] => notes.filter(wanted).map(({ anchor }) => rangeOf(editor.document, anchor));
      editor.setDecorations(mark, ranges(({ state }) => state === 'open'));
      editor.setDecorations(read, ranges(({ id }) => id === threads.open));
    }
    tellContext();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Drawn once for all the notes that one key moves: the editor has moved the marks themselves already.
  const drawSoon = (): void => void (timer ??= setTimeout(() => { timer = undefined; draw(); }, 50));
  draw();
  return vscode.Disposable.from(
    mark,
    read,
    store.onDidChange(drawSoon),
    threads.onDidOpen(draw),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.window.onDidChangeActiveTextEditor(tellContext),
    vscode.window.onDidChangeTextEditorSelection(tellContext),
    { dispose: () => clearTimeout(timer) },
  );
}
