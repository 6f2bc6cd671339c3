// The only places where a draft changes a script: each an exact check, then one edit, which is one step for undo.
import * as vscode from 'vscode';
import { acceptAll, acceptHunk, refuseAll, refuseHunk } from '../core/drafts/acceptHunk';
import type { Draft } from '../core/drafts/draft';
import { hunksOf, type Hunk } from '../core/drafts/hunks';
import type { Edit } from '../core/edits/edit';
import type { Script } from '../core/fountain/script';
import { applyOne, notApplied, type Applied } from '../host/applyOne';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ScriptStore } from '../host/scriptStore';
import { markDraft } from './draftMark';
import type { DraftStore } from './draftStore';
import { createTakenList, type TakenList } from './draftTakenList';
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
  const all = createTakenList(scripts, recorder);
  const carryOut = yesTo(store, scripts, all);
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
      const applied = await carryOut(document, before, planned);
      if (applied === 'applied') {
        return;
      }
      if (applied === 'readOnly') {
        throw notApplied(applied);
      }
    }
    throw notApplied('missed');
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
      const applied = await applyOne(document, all.last(id, scripts.get(document)));
      if (applied !== 'applied') {
        throw notApplied(applied);
      }
    },
    dispose: () => all.dispose(),
  };
}

/** What marks a draft, makes the edit, and takes the mark back where nothing came of it. */
function yesTo(store: DraftStore, scripts: ScriptStore, all: TakenList) {
  return async (document: vscode.TextDocument, before: Draft, { edit, draft }: Planned): Promise<Applied> => {
    const mark = markDraft(before, draft);
    const following = scripts.onDidChange((step) => step.document === document && mark.follow(step));
    const taken = all.expect(before, edit, scripts.get(document));
    store.update(before.id, () => draft);
    const applied = await applyOne(document, edit);
    following.dispose();
    if (applied === 'applied') {
      taken.stood(document);
    } else {
      taken.failed();
      store.update(before.id, (now) => mark.withdrawn(now));
    }
    return applied;
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
