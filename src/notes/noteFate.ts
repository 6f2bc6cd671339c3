// What becomes of a note by the writer's word: the one way for threads, keys, palette and list, so that each is on record and can be undone.
import * as vscode from 'vscode';
import { withState, type ReaderNote } from '../core/notes/note';
import type { NoteParts } from './noteCommands';
import { countNotes, offeredWords } from './noteWords';

/** Gives a note another state. One that is discarded is on record as refused, and a message brings it back. */
export function settleNote(note: ReaderNote, state: ReaderNote['state'], parts: Pick<NoteParts, 'store' | 'threads' | 'review'>): void {
  const { store, threads, review } = parts;
  const now = store.get(note.id);
  if (!now || now.state === state) {
    return;
  }
  if (threads.open === note.id && state !== 'open') {
    // What is done with folds away; the writer is back where they were.
    threads.letGo();
  }
  store.put(withState(now, state));
  if (state === 'discarded') {
    if (now.record !== undefined) {
      // Its script may be closed: the list shows notes all the same.
      review.recorder.declined({ uri: vscode.Uri.parse(now.uri) }, now.record, [offeredWords(now)]);
    }
    offerUndo(vscode.l10n.t('Note discarded.'), [now], parts);
  }
}

/** Every open note of a script is done with. */
export function resolveAll(uri: string, { store }: Pick<NoteParts, 'store'>): void {
  store.shown(uri).filter(({ state }) => state === 'open').forEach((note) => store.put(withState(note, 'resolved')));
}

/** What is done with is not shown any more. Remembered all the same, so that a reader does not say it again. */
export function clearResolved(uri: string, parts: Pick<NoteParts, 'store'>): void {
  const done = parts.store.shown(uri).filter(({ state }) => state === 'resolved' || state === 'kept');
  done.forEach((note) => parts.store.put(withState(note, 'discarded')));
  if (done.length > 0) {
    offerUndo(vscode.l10n.t('{0} cleared.', countNotes(done.length)), done, parts);
  }
}

/** Not awaited: nobody waits for a message to be closed. */
function offerUndo(message: string, were: readonly ReaderNote[], { store }: Pick<NoteParts, 'store'>): void {
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, undo).then((chosen) => {
    if (chosen === undo) {
      // Where each is by now stays; what was kept in the script may have been taken out there meanwhile.
      were.forEach(({ id, state }) => store.update(id, (now) => (now.state === 'discarded' ? withState(now, state === 'kept' && !now.kept?.stands ? 'open' : state) : now)));
    }
  });
}
