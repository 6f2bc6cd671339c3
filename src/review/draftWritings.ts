// Drafts while they are being written: who may still write into which, how often it is shown, and who has to stop.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { endEarly } from '../core/drafts/endEarly';
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

/** One answer on its way into a draft. */
interface Running {
  readonly controller: AbortController;
  written: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function createDraftWritings(store: DraftStore): DraftWritings {
  const all = new Map<string, Running>();
  const flush = (id: string, running: Running) => {
    clearTimeout(running.timer);
    running.timer = undefined;
    if (running.written.trim() !== '') {
      store.update(id, (draft) => writeDraft(draft, running.written));
    }
  };
  const end = (id: string, activity: (running: Running) => Draft['activity']) => {
    const running = all.get(id);
    if (running) {
      flush(id, running);
      all.delete(id);
      const ended = activity(running);
      // What was never written is no change that one could say yes to.
      const early = ended.kind === 'failed' || (ended.kind === 'idle' && ended.ended !== undefined);
      store.update(id, (draft) => ({ ...(early && running.written.trim() !== '' ? endEarly(draft) : draft), activity: ended }));
    }
    return running;
  };
  const stop = (id: string) => end(id, () => ({ kind: 'idle', ended: 'stopped' }))?.controller.abort();
  const removed = store.onDidChange(({ id, after }) => {
    if (!after) {
      const running = all.get(id);
      clearTimeout(running?.timer);
      all.delete(id);
      running?.controller.abort();
    }
  });
  return {
    stop,
    begin(id, controller) {
      stop(id);
      if (!store.get(id)) {
        // Discarded before it began: nobody is asked for what nobody would see.
        controller.abort();
        return nothingToWrite(id, controller.signal);
      }
      const running: Running = { controller, written: '', timer: undefined };
      all.set(id, running);
      store.update(id, (draft) => ({ ...draft, activity: { kind: 'writing' } }));
      // Stopped or begun anew, an older answer has nothing to say any more.
      const mine = (act: () => void) => all.get(id) === running && act();
      return {
        id,
        signal: controller.signal,
        write: (text) => mine(() => take(running, text, () => flush(id, running))),
        finish: (ended) => mine(() => end(id, ({ written }) => (written.trim() === '' ? nothingCame(ended) : { kind: 'idle', ...(ended ? { ended } : {}) }))),
        stop: () => mine(() => stop(id)),
        fail: (message) => mine(() => end(id, () => ({ kind: 'failed', message }))),
        recorded: (record) => record !== '' && store.update(id, (draft) => ({ ...draft, record })),
      };
    },
    dispose() {
      removed.dispose();
      [...all.keys()].forEach(stop);
    },
  };
}

function nothingToWrite(id: string, signal: AbortSignal): DraftWriting {
  const nothing = () => undefined;
  return { id, signal, write: nothing, finish: nothing, stop: nothing, fail: nothing, recorded: nothing };
}

function take(running: Running, text: string, flush: () => void): void {
  const first = running.written.trim() === '';
  running.written += text;
  if (first) {
    flush();
  } else {
    running.timer ??= setTimeout(flush, APART_MS);
  }
}

function nothingCame(ended: 'stopped' | 'cut' | undefined): Draft['activity'] {
  return ended === 'stopped' ? { kind: 'idle', ended } : { kind: 'failed', message: vscode.l10n.t('The model sent nothing that is a screenplay. Write the draft again, perhaps with other words.') };
}
