// Script notes: what a reader says of scenes, sections and the whole script. All but this is read when notes are asked for or were left open.
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { NotesHouse } from './notesHouse';

/** Where notes are kept in the workspace's own storage: one entry a script. */
export const NOTES_KEY = 'notes:';

export function registerNotes(app: App, models: ModelSource, review: Review): { dispose(): void } {
  let house: Promise<NotesHouse> | undefined;
  const open = (): Promise<NotesHouse> => (house ??= import('./notesHouse').then(({ openNotes }) => openNotes(app, models, review)));
  if (app.context.workspaceState.keys().some((key) => key.startsWith(NOTES_KEY))) {
    inBackground(app.log, 'notes', open());
  }
  return app.commands.registerFamily('backlot.notes.', async () => (await open()).commands);
}
