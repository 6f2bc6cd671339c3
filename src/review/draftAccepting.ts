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
  const all = followAllTaken(scripts, recorder);
  /** Works out and makes one edit, against the script as it stands in the moment it is made. */
  const change = async (id: string, plan: (draft: Draft, script: Script) => Planned | Promise<Planned | undefined>): Promise<void> => {
    for (let i = 0; i < TRIES; i++) {
      const document = await reopenDocument(need(store, id).uri);
      // Opening the script has looked for the stretch again: the draft is read anew.
      const before = need(store, id);
      const script = scripts.get(document);
      const planned = await plan(before, script);
      if (!planned) {
        return;
      }
      if (store.get(id) !== before || scripts.get(document) !== script) {
        continue;
      }
      store.update(id, () => planned.draft);
      if (await applyOne(document, planned.edit)) {
        all.take(before, document, planned.edit, script);
        return;
      }
      store.update(id, (now) => (now === planned.draft ? before : now));
    }
    throw new WriterError(vscode.l10n.t('Your script was changing in that moment. It is as you left it; try again.'));
  };
  return {
    accept: (id, hunk) => change(id, (draft, script) => planHunk(draft, sameHunk(draft, hunk), script)),
    async acceptAll(id) {
      let left = 0;
      await change(id, (draft, script) => {
        const accepted = acceptAll(draft, script);
        left = accepted.ok ? accepted.left : 0;
        return readyOr(accepted);
      });
      return left;
    },
    refuse(id, hunk) {
      const draft = need(store, id);
      store.update(id, (now) => refuseHunk(now, sameHunk(now, hunk)));
      tellDeclined(recorder, draft, [hunk.inserted]);
    },
    refuseAll(id) {
      const draft = need(store, id);
      store.update(id, refuseAll);
      tellDeclined(recorder, draft, hunksOf(draft).map(({ inserted }) => inserted));
    },
    async undoLast(id) {
      const document = await reopenDocument(need(store, id).uri);
      const { from, removed, inserted } = all.last(id, scripts.get(document));
      if (!(await applyOne(document, { offset: from, removed, inserted }))) {
        throw new WriterError(vscode.l10n.t('Your script was changing in that moment. It is as you left it; try again.'));
      }
    },
    dispose: () => all.dispose(),
  };
}

/** Keeps the changes taken over, and tells the record of each that undo takes back or redo brings in again. */
function followAllTaken(scripts: ScriptStore, recorder: Recorder) {
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
  return {
    /** @param script as it was before the edit */
    take({ id, uri, written, record }: Draft, document: vscode.TextDocument, { offset, removed, inserted: wanted }: Edit, script: Script): void {
      const span = { from: offset, to: offset + wanted.length };
      const inserted = sliceOf(scripts.get(document), span.from, span.to);
      const replaced = sliceOf(script, offset, offset + removed);
      const accept = recorder.accepted({ document, offered: written, inserted, replaced, span, ...(record === undefined ? {} : { record }) });
      taken.push({ draft: id, uri, accept, span, inserted, removed: replaced, stands: true });
    },
    /** What takes back the last change of a draft that still stands. */
    last(id: string, script: Script): { readonly from: number; readonly removed: number; readonly inserted: string } {
      const last = taken.findLast((one) => one.draft === id && one.stands);
      if (!last) {
        throw new WriterError(vscode.l10n.t('No change that you accepted from this draft is left to undo.'));
      }
      const { from, to } = last.span;
      if (to > script.length || sliceOf(script, from, to) !== last.inserted) {
        throw new WriterError(vscode.l10n.t('You wrote on in the lines that were accepted last. Undo that in the script first.'));
      }
      return { from, removed: to - from, inserted: last.removed };
    },
    dispose: () => void following.dispose(),
  };
}

/** Nothing where the writer's own words are to stand. */
async function planHunk(draft: Draft, hunk: Hunk, script: Script): Promise<Planned | undefined> {
  const first = acceptHunk(draft, hunk, script);
  if (first.ok || first.reason !== 'touched') {
    return readyOr(first);
  }
  return (await overwrite()) ? readyOr(acceptHunk(draft, hunk, script, { overwrite: true })) : undefined;
}

function tellDeclined(recorder: Recorder, { uri, record }: Draft, texts: readonly string[]): void {
  const said = texts.filter((text) => text.trim() !== '');
  if (record !== undefined && said.length > 0) {
    recorder.declined({ uri: vscode.Uri.parse(uri) }, record, said);
  }
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
