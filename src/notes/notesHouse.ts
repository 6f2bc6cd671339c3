// All of script notes: the store, the threads, the marks and the commands. Read when notes are first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { CommandHandler } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import { createNotesAsker } from './askNotes';
import { createKeeping } from './keepInScript';
import { noticeHiddenNotes } from './hiddenNotes';
import { noteCommands } from './noteCommands';
import { markNotes } from './noteMarks';
import { NoteStore } from './noteStore';
import { NoteThreads } from './noteThreads';

export interface NotesHouse {
  readonly commands: Readonly<Record<string, CommandHandler>>;
}

export function openNotes(app: App, models: ModelSource, review: Review): NotesHouse {
  const store = new NoteStore(app.scripts, app.context.workspaceState);
  const threads = new NoteThreads(store);
  const keeping = createKeeping(store, app.scripts, review.recorder);
  app.context.subscriptions.push(noticeHiddenNotes(store), markNotes(store, threads), keeping, threads, store);
  const commands = noteCommands({ app, store, threads, keeping, review, asker: createNotesAsker(app, models, review, store) });
  if (app.context.extensionMode === vscode.ExtensionMode.Test) {
    // The tests of notes look at the store itself; nobody else can.
    app.context.subscriptions.push(app.commands.register('_backlot.notes', () => ({ store, threads })));
  }
  return { commands };
}
