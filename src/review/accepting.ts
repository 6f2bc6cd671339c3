// The only places where review changes a script: each an exact check, then one edit, which is one step for undo.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { acceptEdit } from '../core/proposals/accept';
import { keepAsNotes } from '../core/proposals/keepNotes';
import { markKept, markUsed, offered, type Proposal } from '../core/proposals/proposal';
import { applyOne, notApplied } from '../host/applyOne';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ScriptStore } from '../host/scriptStore';
import type { ProposalStore } from './proposalStore';
import type { Recorder } from './recorder';

/** How often an edit is worked out anew when the writer typed in the very moment it was made. */
const TRIES = 5;

export interface Accepting {
  /** Puts an alternative, or the writer's version of it, in the original's place. */
  use(id: string, alternative: string, words?: string): Promise<void>;
  /** Writes alternatives into the script as notes; all that are offered when none is named. */
  keep(id: string, alternative?: string): Promise<void>;
}

export function createAccepting(store: ProposalStore, scripts: ScriptStore, recorder: Recorder): Accepting {
  /** Works out and makes one edit, against the script as it stands in the moment it is made. */
  const change = async (id: string, plan: (proposal: Proposal, document: vscode.TextDocument) => Planned): Promise<Done> => {
    for (let i = 0; i < TRIES; i++) {
      const proposal = store.get(id);
      if (!proposal) {
        throw new WriterError(vscode.l10n.t('These alternatives are not there any more.'));
      }
      const document = await reopenDocument(proposal.uri);
      const { edit, mark } = plan(store.get(id) ?? proposal, document);
      store.update(id, mark);
      const applied = await applyOne(document, edit);
      if (applied === 'applied') {
        return { document, edit, proposal };
      }
      store.update(id, (now) => unmarked(now, proposal));
      if (applied === 'readOnly') {
        throw notApplied(applied);
      }
    }
    throw notApplied('missed');
  };
  return {
    async use(id, alternative, words) {
      const { document, edit, proposal } = await change(id, (proposal, document) => {
        const text = words ?? proposal.alternatives.find((one) => one.id === alternative)?.text;
        if (text === undefined) {
          throw new WriterError(vscode.l10n.t('That alternative is not there any more.'));
        }
        const acceptance = acceptEdit(proposal, text, scripts.get(document));
        if (!acceptance.ok) {
          throw new WriterError(refusal(acceptance.reason));
        }
        const { edit } = acceptance;
        return { edit, mark: (now) => markUsed(now, { alternative, text: edit.inserted }) };
      });
      const { text = edit.inserted, record } = proposal.alternatives.find((one) => one.id === alternative) ?? {};
      const span = { from: edit.offset, to: edit.offset + edit.inserted.length };
      const accept = recorder.accepted({ document, offered: text, inserted: edit.inserted, replaced: proposal.original, span, ...(record !== undefined && { record }) });
      store.update(id, (now) => (now.used && accept !== '' ? markUsed(now, { ...now.used, accept }) : now));
    },
    async keep(id, alternative) {
      await change(id, (proposal, document) => {
        const kept = offered(proposal).filter((one) => alternative === undefined || one.id === alternative);
        const keeping = keepAsNotes(proposal, kept.map(({ text }) => text), scripts.get(document));
        if (kept.length === 0) {
          throw new WriterError(vscode.l10n.t('There is no alternative to keep.'));
        }
        if (!keeping.ok) {
          throw new WriterError(refusal(keeping.reason));
        }
        return { edit: keeping.edit, mark: (now) => markKept(now, keeping.kept) };
      });
    },
  };
}

/** An edit that stands, and the proposal as it was just before. */
interface Done {
  readonly document: vscode.TextDocument;
  readonly edit: Edit;
  readonly proposal: Proposal;
}

interface Planned {
  readonly edit: Edit;
  readonly mark: (proposal: Proposal) => Proposal;
}

function refusal(reason: 'stale' | 'unsafe'): string {
  return reason === 'stale'
    ? vscode.l10n.t('The line has changed since these were written. Undo your change to use one, or ask again for the line as it is now.')
    : vscode.l10n.t('Put here, these words would change what stands around them in the script. Nothing was changed.');
}

function unmarked(now: Proposal, before: Proposal): Proposal {
  const { used: _used, kept: _kept, ...rest } = now;
  return { ...rest, ...(before.used ? { used: before.used } : {}), ...(before.kept ? { kept: before.kept } : {}) };
}
