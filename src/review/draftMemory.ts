// Open drafts outlive the window: kept in the workspace's own storage, each under its own key.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { restoreDrafts, serialiseDrafts } from '../core/drafts/serialise';
import { DRAFT_KEY } from './draftAddress';
import type { DraftStore } from './draftStore';

/** Long enough that a draft that streams in is not written at every word, short enough that little is lost with the power. */
const PAUSE_MS = 500;

/** What an earlier window left open. What was being written then has stopped. */
export function restoreAllDrafts(memory: vscode.Memento): Draft[] {
  return memory
    .keys()
    .filter((key) => key.startsWith(DRAFT_KEY))
    .flatMap((key) => restoreDrafts(memory.get(key)));
}

/** Writes every change of the store to the memory, a moment later; at once when disposed. */
export function persistDrafts(memory: vscode.Memento, store: DraftStore): vscode.Disposable {
  // Entries of which nothing could be restored are cleared away once.
  const dirty = new Set(memory.keys().flatMap((key) => (key.startsWith(DRAFT_KEY) ? [key.slice(DRAFT_KEY.length)] : [])));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    for (const id of dirty) {
      const draft = store.get(id);
      void memory.update(DRAFT_KEY + id, draft ? serialiseDrafts([draft]) : undefined);
    }
    dirty.clear();
  };
  const listening = store.onDidChange(({ id }) => {
    dirty.add(id);
    timer ??= setTimeout(write, PAUSE_MS);
  });
  timer = dirty.size > 0 ? setTimeout(write, PAUSE_MS) : undefined;
  return new vscode.Disposable(() => {
    listening.dispose();
    clearTimeout(timer);
    write();
  });
}
