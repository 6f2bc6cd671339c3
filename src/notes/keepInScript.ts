// The one place where notes change a script: a note kept as `[[...]]`, by an exact proof and one edit, which is one step for undo.
import * as vscode from 'vscode';
import { keepNote } from '../core/notes/keepNote';
import { markNoteKept } from '../core/notes/note';
import { applyOne, notApplied } from '../host/applyOne';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ScriptStore } from '../host/scriptStore';
import type { Recorder } from '../review/recorder';
import { openDocument } from '../review/scriptOf';
import type { NoteStore } from './noteStore';
import { keptWords, offeredWords } from './noteWords';

/** How often an edit is worked out anew when the writer typed in the very moment it was made. */
const TRIES = 5;

export interface Keeping extends vscode.Disposable {
  /** Writes a note into the script, under the paragraph or speech it is on. */
  keep(id: string): Promise<void>;
}

export function createKeeping(store: NoteStore, scripts: ScriptStore, recorder: Recorder): Keeping {
  /** The record's ids of the notes kept in this window: what is undone is told there. */
  const accepts = new Map<string, string>();
  const listening = store.onDidChange(({ before, after }) => {
    const accept = after && accepts.get(after.id);
    const stands = after?.kept?.stands;
    const document = after && openDocument(after.uri);
    if (accept !== undefined && document && before?.kept && stands !== undefined && before.kept.stands !== stands) {
      recorder.takenBack(document, accept, stands);
    }
  });
  return {
    async keep(id) {
      for (let i = 0; i < TRIES; i++) {
        const note = store.get(id);
        if (!note) {
          throw new WriterError(vscode.l10n.t('That note is not there any more.'));
        }
        if (note.kept?.stands) {
          throw new WriterError(vscode.l10n.t('That note stands in the script already.'));
        }
        const document = await reopenDocument(note.uri);
        const now = store.get(id) ?? note;
        const keeping = keepNote(now, keptWords(now), scripts.get(document));
        if (!keeping.ok) {
          throw new WriterError(keeping.reason === 'gone' ? vscode.l10n.t('The line that this note is on is gone. Undo brings it back.') : vscode.l10n.t('Put here, the note would change what stands around it in the script. Nothing was changed.'));
        }
        accepts.delete(id);
        store.put(markNoteKept(now, keeping.kept));
        const replaced = now;
        const applied = await applyOne(document, keeping.edit);
        if (applied === 'applied') {
          const kept = store.get(id)?.kept ?? keeping.kept;
          accepts.set(id, recorder.accepted({ document, ...(now.record === undefined ? {} : { record: now.record }), offered: offeredWords(now), inserted: kept.text, replaced: '', span: { from: kept.from, to: kept.to } }));
          return;
        }
        store.update(id, ({ kept: _kept, ...rest }) => ({ ...rest, state: replaced.state }));
        if (applied === 'readOnly') {
          throw notApplied(applied);
        }
      }
      throw notApplied('missed');
    },
    dispose: () => {
      listening.dispose();
    },
  };
}
