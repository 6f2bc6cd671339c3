// What the writer does with notes: ask for them, go through them, act on one, act on all.
import * as vscode from 'vscode';
import type { ReaderNote } from '../core/notes/note';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import type { Review } from '../review/review';
import type { NotesAsker } from './askNotes';
import type { Keeping } from './keepInScript';
import { clearResolved, resolveAll, settleNote } from './noteFate';
import { backToScript, noteAtCursor, stepNotes } from './notePlace';
import { copyNotes, openAsMarkdown } from './notesMarkdownFile';
import { askAndTell } from './notesProgress';
import { scopeMeant, type ScopeKind } from './notesScope';
import type { NotesChoice } from './notesWish';
import type { NoteStore } from './noteStore';
import type { NoteComment, NoteThreads } from './noteThreads';

export interface NoteParts {
  readonly app: App;
  readonly store: NoteStore;
  readonly threads: NoteThreads;
  readonly keeping: Keeping;
  readonly review: Review;
  readonly asker: NotesAsker;
}

/** What a key says that works in the thread of the note that is read, and in no other. */
const READ = 'read';

/** What a command is given: a note's row, its thread, its id, a key's word, or nothing from the palette. */
type Meant = NoteComment | vscode.CommentThread | { readonly thread: vscode.CommentThread } | { readonly note: string } | typeof READ | undefined;

/** The handlers, by their commands. */
export function noteCommands(parts: NoteParts): Record<string, CommandHandler> {
  const { app, store, threads, keeping } = parts;
  const ask = async (kind: ScopeKind, meant: unknown, wish: NotesChoice = {}): Promise<void> => askAndTell(parts, await scopeMeant(kind, meant, app.scripts), wish);
  const script = async (meant?: unknown): Promise<string> => (await scriptMeant(meant)).uri.toString();
  return {
    'backlot.notes.scene': (meant?: unknown) => ask('scene', meant),
    'backlot.notes.section': (meant?: unknown) => ask('section', meant),
    'backlot.notes.script': (meant?: unknown) => ask('script', meant),
    'backlot.notes.ask': async () => {
      const { chooseNotes } = await import('./notesWish');
      const chosen = await chooseNotes();
      if (chosen) {
        await ask(chosen.scope, undefined, chosen.wish);
      }
    },
    'backlot.notes.next': () => stepNotes(scriptEditor(), 1, store, threads),
    'backlot.notes.previous': () => stepNotes(scriptEditor(), -1, store, threads),
    'backlot.notes.leave': () => backToScript(undefined),
    'backlot.notes.rewrite': (meant: Meant) => rewrite(noteMeant(meant, parts)),
    'backlot.notes.resolve': (meant: Meant) => setState(noteMeant(meant, parts), 'resolved', parts),
    'backlot.notes.reopen': (meant: Meant) => setState(noteMeant(meant, parts), 'open', parts),
    'backlot.notes.discard': (meant: Meant) => setState(noteMeant(meant, parts), 'discarded', parts),
    'backlot.notes.keep': async (meant: Meant) => {
      const note = noteMeant(meant, parts);
      await keeping.keep(note.id);
      await backToScript(note.uri);
    },
    'backlot.notes.list': async (meant?: unknown) => (await import('./notesList')).showNotes(parts, await scriptMeant(meant)),
    'backlot.notes.resolveAll': async (meant?: unknown) => resolveAll(await script(meant), parts),
    'backlot.notes.clearResolved': async (meant?: unknown) => clearResolved(await script(meant), parts),
    'backlot.notes.copy': async (meant?: unknown) => copyNotes(await scriptMeant(meant), parts),
    'backlot.notes.export': async (meant?: unknown) => openAsMarkdown(await scriptMeant(meant), parts),
  };
}

/** Opens a rewrite of the place with the reader's next step as its direction. */
export async function rewrite({ uri, anchor, nextStep, text }: ReaderNote): Promise<void> {
  if (anchor.standing === 'gone') {
    throw new WriterError(vscode.l10n.t('The line that this note is on is gone. Undo brings it back.'));
  }
  await vscode.commands.executeCommand('backlot.rewrite.scene', { uri, from: anchor.from, direction: nextStep === '' ? text : nextStep });
}

async function setState(note: ReaderNote, state: ReaderNote['state'], parts: NoteParts): Promise<void> {
  settleNote(note, state, parts);
  await backToScript(note.uri);
}

function scriptEditor(): vscode.TextEditor {
  const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find((one) => one?.document.languageId === 'fountain' && one.document.uri.scheme !== 'comment');
  if (!editor) {
    throw new WriterError(vscode.l10n.t('Open a Fountain script first.'));
  }
  return editor;
}

function noteMeant(meant: Meant, { store, threads }: NoteParts): ReaderNote {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  const id = meant === READ ? threads.open : meant === undefined ? editor && noteAtCursor(editor, store, threads)?.id : 'note' in meant ? meant.note : threads.noteOf('thread' in meant ? meant.thread : meant);
  const note = id === undefined ? undefined : store.get(id);
  // Never another one instead: it would be discarded, or sent, unseen.
  if (!note) {
    throw new WriterError(meant === undefined ? vscode.l10n.t('There is no note at the cursor. "Backlot: Next Note" goes to one.') : vscode.l10n.t('That note is not there any more.'));
  }
  return note;
}
