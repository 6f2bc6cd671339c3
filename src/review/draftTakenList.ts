// The changes of drafts that the writer took over in this window: followed, told to the record, and taken back by "Undo Last Accepted".
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import type { Edit } from '../core/edits/edit';
import { sliceOf, type Script } from '../core/fountain/script';
import { WriterError } from '../host/commands';
import { movedAddress, onScriptNamed } from '../host/scriptNamed';
import type { ScriptStore } from '../host/scriptStore';
import { expectTaken, followTaken, type Taken } from './draftTaken';
import type { Recorder } from './recorder';

export interface TakenList {
  /** A change is about to be made. Call what it gives once it stands, or never will. */
  expect(draft: Draft, edit: Edit, script: Script): { stood(document: vscode.TextDocument): void; failed(): void };
  /** The edit that takes back the last change of a draft that still stands. */
  last(draft: string, script: Script): Edit;
  dispose(): void;
}

export function createTakenList(scripts: ScriptStore, recorder: Recorder): TakenList {
  let all: readonly { readonly key: object; readonly taken: Taken }[] = [];
  const move = (from: string, to: string): void => {
    all = all.map(({ key, taken }) => ({ key, taken: { ...taken, uri: movedAddress(taken.uri, from, to) ?? taken.uri } }));
  };
  const following = vscode.Disposable.from(
    onScriptNamed(scripts, { holds: (uri) => all.some(({ taken }) => taken.uri === uri), named: move }),
    vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => move(oldUri.toString(), newUri.toString()))),
    scripts.onDidChange((change) => {
      const uri = change.document.uri.toString();
      all = all.flatMap(({ key, taken }) => {
        const now = taken.uri === uri ? followTaken(taken, change) : taken;
        // Its own edit is no redo: what was not recorded yet has no id.
        if (now && now.stands !== taken.stands && taken.accept !== '') {
          recorder.takenBack(change.document, taken.accept, now.stands);
        }
        return now ? [{ key, taken: now }] : [];
      });
    }),
  );
  return {
    expect({ id, uri, written, record }, edit, script) {
      const key = {};
      const expected = expectTaken({ draft: id, uri }, edit, script);
      const { removed: replaced, inserted } = expected;
      all = [...all, { key, taken: expected }];
      return {
        stood(document) {
          const span = all.find((one) => one.key === key)?.taken.span ?? { from: edit.offset, to: edit.offset + inserted.length };
          const accept = recorder.accepted({ document, offered: written, inserted, replaced, span, ...(record === undefined ? {} : { record }) });
          all = all.map((one) => (one.key === key ? { key, taken: { ...one.taken, accept } } : one));
        },
        failed: () => void (all = all.filter((one) => one.key !== key)),
      };
    },
    last(draft, script) {
      const last = all.findLast(({ taken }) => taken.draft === draft && taken.stands)?.taken;
      if (!last) {
        throw new WriterError(vscode.l10n.t('No change that you accepted from this draft is left to undo.'));
      }
      const { from, to } = last.span;
      if (to > script.length || sliceOf(script, from, to) !== last.inserted) {
        throw new WriterError(vscode.l10n.t('You wrote on in the lines that were accepted last. Undo that in the script first.'));
      }
      return { offset: from, removed: to - from, inserted: last.removed };
    },
    dispose: () => void following.dispose(),
  };
}
