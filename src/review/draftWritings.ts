// Drafts while they are being written: who may still write into which, how often it is shown, and who has to stop.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { writeDraft } from '../core/drafts/follow';
import type { DraftWriting } from './drafts';
import type { DraftStore } from './draftStore';

/** The first words are shown at once. Then: often enough to read along, seldom enough that a slow machine keeps up. */
const APART_MS = 150;

export interface DraftWritings {
  /** Begins a draft's writing; an older one of the same draft ends. */
  begin(id: string, controller: AbortController): DraftWriting;
  /** Ends the writing of a draft; what has come is kept. */
  stop(id: string): void;
  dispose(): void;
}

export function createDraftWritings(store: DraftStore): DraftWritings {
  const running = new Map<string, { readonly controller: AbortController; readonly flush: () => void }>();
  const end = (id: string, activity: Draft['activity']) => {
    const writing = running.get(id);
    writing?.flush();
    running.delete(id);
    store.update(id, (draft) => (draft.activity.kind === 'writing' ? { ...draft, activity } : draft));
    return writing;
  };
  const stop = (id: string) => end(id, { kind: 'idle', ended: 'stopped' })?.controller.abort();
  const removed = store.onDidChange(({ id, after }) => {
    if (!after) {
      running.get(id)?.controller.abort();
      running.delete(id);
    }
  });
  return {
    stop,
    begin(id, controller) {
      stop(id);
      let written = '';
      let timer: ReturnType<typeof setTimeout> | undefined;
      const flush = () => {
        clearTimeout(timer);
        timer = undefined;
        if (running.get(id)?.controller === controller && written.trim() !== '') {
          store.update(id, (draft) => writeDraft(draft, written));
        }
      };
      running.set(id, { controller, flush });
      store.update(id, (draft) => ({ ...draft, activity: { kind: 'writing' } }));
      // Stopped or begun anew, an older answer has nothing to say any more.
      const mine = () => running.get(id)?.controller === controller;
      return {
        id,
        signal: controller.signal,
        write(text) {
          if (!mine()) {
            return;
          }
          const first = written.trim() === '';
          written += text;
          if (first) {
            flush();
          } else {
            timer ??= setTimeout(flush, APART_MS);
          }
        },
        finish(ended) {
          if (mine()) {
            end(id, written.trim() === '' ? nothingCame(ended) : { kind: 'idle', ...(ended ? { ended } : {}) });
          }
        },
        stop: () => mine() && stop(id),
        fail(message) {
          if (mine()) {
            end(id, { kind: 'failed', message });
          }
        },
        recorded: (record) => record !== '' && store.update(id, (draft) => ({ ...draft, record })),
      };
    },
    dispose() {
      removed.dispose();
      for (const id of [...running.keys()]) {
        stop(id);
      }
    },
  };
}

function nothingCame(ended: 'stopped' | 'cut' | undefined): Draft['activity'] {
  return ended === 'stopped' ? { kind: 'idle', ended } : { kind: 'failed', message: vscode.l10n.t('The model sent nothing that is a screenplay. Write the draft again, perhaps with other words.') };
}
