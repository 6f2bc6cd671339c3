// The only places where a draft changes a script: each an exact check, then one edit, which is one step for undo.
import * as vscode from 'vscode';
import { acceptAll, acceptHunk, refuseAll, refuseHunk } from '../core/drafts/acceptHunk';
import type { Draft } from '../core/drafts/draft';
import { hunksOf, type Hunk } from '../core/drafts/hunks';
import type { Edit } from '../core/edits/edit';
import { sliceOf, type Script } from '../core/fountain/script';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ScriptStore } from '../host/scriptStore';
import { applyOne } from './accepting';
import type { DraftStore } from './draftStore';
import { followTaken, type Taken } from './draftTaken';
import type { Recorder } from './recorder';

/** How often an edit is worked out anew when the writer typed in the very moment it was made. */
const TRIES = 5;

export interface DraftAccepting {
  /** Takes a hunk over into the script. One that the writer changed meanwhile is asked about. */
  accept(id: string, hunk: Hunk): Promise<void>;
  /** Takes over all that is left, in one edit; gives how many of the writer's own changes were left alone. */
  acceptAll(id: string): Promise<number>;
  refuse(id: string, hunk: Hunk): void;
  refuseAll(id: string): void;
  /** Puts back what the last accepted change of the draft replaced. */
  undoLast(id: string): Promise<void>;
  dispose(): void;
}

interface Planned {
  readonly edit: Edit;
  /** As the draft is once the edit stands. */
  readonly draft: Draft;
}

export function createDraftAccepting(store: DraftStore, scripts: ScriptStore, recorder: Recorder): DraftAccepting {
  let taken: Taken[] = [];
  const following = scripts.onDidChange((change) => {
    const uri = change.document.uri.toString();
    taken = taken.flatMap((one) => {
      const now = one.uri === uri ? followTaken(one, change) : one;
      if (now && now.stands !== one.stands) {
        recorder.takenBack(change.document, one.accept, now.stands);
      }
      return now ?? [];
    });
  });
  /** Works out and makes one edit, against the script as it stands in the moment it is made. */
  const change = async (id: string, plan: (draft: Draft, script: Script) => Planned | Promise<Planned | undefined> | undefined): Promise<void> => {
    for (let i = 0; i < TRIES; i++) {
      const document = await reopenDocument(need(store, id).uri);
      // Opening the script has looked for the stretch again: the draft is read anew.
      const before = need(store, id);
      const script = scripts.get(document);
      const planned = await plan(before, script);
      if (!planned) {
        return;
      }
      if (need(store, id) !== before || scripts.get(document) !== script) {
        continue;
      }
      const { edit, draft } = planned;
      const replaced = sliceOf(script, edit.offset, edit.offset + edit.removed);
      store.update(id, () => draft);
      if (await applyOne(document, edit)) {
        const span = { from: edit.offset, to: edit.offset + edit.inserted.length };
        const inserted = sliceOf(scripts.get(document), span.from, span.to);
        const accept = recorder.accepted({ document, offered: before.written, inserted, replaced, span, ...(before.record === undefined ? {} : { record: before.record }) });
        taken.push({ draft: id, uri: before.uri, accept, span, inserted, removed: replaced, stands: true });
        return;
      }
      store.update(id, (now) => (now === draft ? before : now));
    }
    throw new WriterError(vscode.l10n.t('Your script was changing in that moment. It is as you left it; try again.'));
  };
  const declined = (draft: Draft, texts: readonly string[]) => {
    if (draft.record !== undefined) {
      recorder.declined({ uri: vscode.Uri.parse(draft.uri) }, draft.record, texts.filter((text) => text.trim() !== ''));
    }
  };
  return {
    accept: (id, hunk) =>
      change(id, async (draft, script) => {
        const now = sameHunk(draft, hunk);
        const first = acceptHunk(draft, now, script);
        const accepted = !first.ok && first.reason === 'touched' && (await overwrite()) ? acceptHunk(draft, now, script, { overwrite: true }) : first;
        if (!accepted.ok && accepted.reason === 'touched') {
          return undefined;
        }
        return readyOr(accepted);
      }),
    async acceptAll(id) {
      let left = 0;
      await change(id, (draft, script) => {
        const accepted = acceptAll(draft, script);
        if (accepted.ok) {
          left = accepted.left;
        }
        return readyOr(accepted);
      });
      return left;
    },
    refuse(id, hunk) {
      const draft = need(store, id);
      store.update(id, (now) => refuseHunk(now, sameHunk(now, hunk)));
      declined(draft, [hunk.inserted]);
    },
    refuseAll(id) {
      const draft = need(store, id);
      const texts = hunksOf(draft).map(({ inserted }) => inserted);
      store.update(id, refuseAll);
      declined(draft, texts);
    },
    async undoLast(id) {
      const document = await reopenDocument(need(store, id).uri);
      const last = taken.findLast((one) => one.draft === id && one.stands);
      if (!last) {
        throw new WriterError(vscode.l10n.t('No change that you accepted from this draft is left to undo.'));
      }
      const { from, to } = last.span;
      if (sliceOf(scripts.get(document), from, to) !== last.inserted) {
        throw new WriterError(vscode.l10n.t('You wrote on in the lines that were accepted last. Undo that in the script first.'));
      }
      if (!(await applyOne(document, { offset: from, removed: to - from, inserted: last.removed }))) {
        throw new WriterError(vscode.l10n.t('Your script was changing in that moment. It is as you left it; try again.'));
      }
    },
    dispose: () => void following.dispose(),
  };
}

function need(store: DraftStore, id: string): Draft {
  const draft = store.get(id);
  if (!draft) {
    throw new WriterError(vscode.l10n.t('This draft is not there any more.'));
  }
  return draft;
}

/** The hunk that was meant, in the draft as it is now: the writer may have typed since its button was drawn. */
export function sameHunk(draft: Draft, meant: Hunk): Hunk {
  const same = hunksOf(draft).filter(({ removed, inserted }) => removed === meant.removed && inserted === meant.inserted);
  const [nearest] = same.sort((a, b) => Math.abs(a.text.from - meant.text.from) - Math.abs(b.text.from - meant.text.from));
  if (!nearest) {
    throw new WriterError(vscode.l10n.t('This change was just changed. Look at it again.'));
  }
  return nearest;
}

async function overwrite(): Promise<boolean> {
  const use = vscode.l10n.t('Use the Draft’s Words');
  const chosen = await vscode.window.showWarningMessage(vscode.l10n.t('You changed these lines of the script after the draft was written. The left side shows them as they are now. Shall the draft’s words go in their place?'), { modal: true }, use);
  return chosen === use;
}

function readyOr(accepted: ({ readonly ok: true } & Planned) | { readonly ok: false; readonly reason: string }): Planned {
  if (accepted.ok) {
    return accepted;
  }
  throw new WriterError(refusal(accepted.reason));
}

function refusal(reason: string): string {
  switch (reason) {
    case 'lost':
      return vscode.l10n.t('The lines this draft is for are not in the script any more. Undo brings them back; until then you can copy from the draft.');
    case 'unsafe':
      return vscode.l10n.t('Put here, these words would change what stands around them in the script. Nothing was changed.');
    case 'touched':
      return vscode.l10n.t('You changed all that is left of these lines yourself. Accept them one by one.');
    case 'nothing':
      return vscode.l10n.t('Nothing of this draft is left to accept.');
    default:
      return vscode.l10n.t('The script has changed since this was written. Look at the change again.');
  }
}
