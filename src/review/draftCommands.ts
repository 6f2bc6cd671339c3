// The commands on drafts: each finds the draft it is meant for, and does one thing.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { hunksOf, type Hunk } from '../core/drafts/hunks';
import { WriterError, type CommandHandler } from '../host/commands';
import type { DraftAccepting } from './draftAccepting';
import { readAddress } from './draftAddress';
import { offerBack, showStretch } from './draftBack';
import { draftEditor, goTo, hunkAtCursor } from './draftCursor';
import type { DraftList } from './draftList';
import type { DraftAsk } from './drafts';
import type { DraftSides } from './draftSides';
import { draftState } from './draftState';
import type { DraftStore } from './draftStore';
import { activeDraft, closeTabs, showDraft } from './draftTabs';
import type { DraftWritings } from './draftWritings';
import type { Recorder } from './recorder';

export interface DraftParts {
  readonly store: DraftStore;
  readonly sides: DraftSides;
  readonly accepting: DraftAccepting;
  readonly writings: DraftWritings;
  readonly list: DraftList;
  readonly recorder: Recorder;
  readonly ask: (ask: DraftAsk) => void;
  /** Lets a message wait for its answer, and tells the writer what goes wrong then. */
  readonly run: (promise: Promise<void>) => void;
}

/** For so long after a key in the list a row's own command is its doing. */
const OURS_MS = 300;

/** A row of the list or a button's draft (its id), "focused" from a key in the list, a tab's file, or nothing: then the draft in the active editor. */
type Meant = string | vscode.Uri | undefined;

/** The handlers, by their commands. */
export function draftCommands(parts: DraftParts): Record<string, CommandHandler> {
  const { store, accepting, writings } = parts;
  const at = (meant: Meant) => draftFor(meant, parts);
  let oursUntil = 0;
  const handlers: Record<string, (meant: Meant, hunk?: Hunk) => unknown> = {
    accept: (meant, hunk) => onHunk(at(meant), hunk, parts, (id, one) => accepting.accept(id, one)),
    refuse: (meant, hunk) => onHunk(at(meant), hunk, parts, (id, one) => accepting.refuse(id, one)),
    async acceptAll(meant) {
      const left = await accepting.acceptAll(decidable(at(meant)).id);
      if (left > 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Accepted. Where you had changed the script meanwhile, your words stand: look at those changes one by one.'));
      }
    },
    refuseAll(meant) {
      const draft = decidable(at(meant));
      accepting.refuseAll(draft.id);
      if (draftState(draft) === 'open') {
        parts.run(offerBack(vscode.l10n.t('All changes refused.'), draft, store));
      }
    },
    undoAccepted: (meant) => accepting.undoLast(at(meant).id),
    stop: (meant) => writings.stop(at(meant).id),
    writeAgain(meant) {
      const draft = at(meant);
      if (draft.kind === 'scenario') {
        throw new WriterError(vscode.l10n.t('This draft is a scene of a scenario: have it written again there.'));
      }
      parts.ask({ draft });
    },
    discard: (meant) => discard(at(meant), parts, true),
    /** Its own command, so that its key is not shown where that key does something else. */
    async discardRow(meant) {
      // VS Code tells which row is selected, not which has the focus: so that one is selected first, which would show it too.
      if (meant === 'focused') {
        oursUntil = Date.now() + OURS_MS;
        await vscode.commands.executeCommand('list.selectAndPreserveFocus');
      }
      await discard(at(meant === 'focused' ? (parts.list.tree.selection[0] ?? '') : meant), parts, meant !== 'focused');
    },
    async close(meant) {
      const draft = at(meant);
      const wasActive = activeDraft() === draft.id;
      await forgetDraft(draft.id, parts);
      if (wasActive) {
        await showStretch(draft);
      }
    },
    async show(meant) {
      if (Date.now() > oursUntil) {
        await showDraft(await shownDraft(meant, store));
      }
      oursUntil = 0;
    },
  };
  return Object.fromEntries(Object.entries(handlers).map(([verb, handler]) => [`backlot.drafts.${verb}`, handler]));
}

/** Takes a draft away with its tab. */
export async function forgetDraft(id: string, { store, sides, writings }: DraftParts): Promise<void> {
  writings.stop(id);
  await sides.settle(id);
  await closeTabs(id);
  store.remove(id);
}

/** `leaves`: the writer is in the draft rather than in the list, and is to be in the script afterwards. */
async function discard({ id }: Draft, parts: DraftParts, leaves: boolean): Promise<void> {
  const wasActive = activeDraft() === id;
  parts.writings.stop(id);
  await parts.sides.settle(id);
  const draft = parts.store.get(id);
  if (!draft) {
    return;
  }
  const { uri, record } = draft;
  if (record !== undefined && draftState(draft) !== 'finished') {
    parts.recorder.declined({ uri: vscode.Uri.parse(uri) }, record);
  }
  await forgetDraft(id, parts);
  if (wasActive && leaves) {
    await showStretch(draft);
  }
  if (draftState(draft) === 'open' || draftState(draft) === 'lost') {
    parts.run(offerBack(vscode.l10n.t('Draft discarded.'), draft, parts.store));
  }
}

async function shownDraft(meant: Meant, store: DraftStore): Promise<Draft> {
  const drafts = store.list();
  const named = typeof meant === 'string' ? store.get(meant) : undefined;
  if (named ?? drafts.length === 1) {
    return named ?? (drafts[0] as Draft);
  }
  const items = drafts.map((draft) => ({ label: draft.title, description: draft.direction ?? '', draft }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Show Draft') });
  if (!chosen) {
    throw new vscode.CancellationError();
  }
  return chosen.draft;
}

function draftFor(meant: Meant, { store, list }: DraftParts): Draft {
  const inView = list.tree.visible && activeDraft() === undefined ? list.tree.selection[0] : undefined;
  const id = typeof meant === 'string' ? meant : ((meant && readAddress(meant)?.id) ?? activeDraft() ?? inView);
  const draft = id === undefined ? undefined : store.get(id);
  if (!draft) {
    throw new WriterError(vscode.l10n.t('Open a draft first: they are listed in the sidebar.'));
  }
  return draft;
}

function decidable(draft: Draft): Draft {
  if (draft.activity.kind === 'writing') {
    throw new WriterError(vscode.l10n.t('The draft is still being written. Wait for its end, or stop it.'));
  }
  return draft;
}

/** Does something with the hunk named, or with the one at the cursor; then the cursor goes on to the next one. */
async function onHunk(draft: Draft, given: Hunk | undefined, { store }: DraftParts, act: (id: string, hunk: Hunk) => Promise<void> | void): Promise<void> {
  // A menu gives what it likes after the draft's address.
  const named = given && 'inserted' in given ? given : undefined;
  const hunk = named ?? hunkAtCursor(decidable(draft));
  if (!hunk) {
    return;
  }
  await act(decidable(draft).id, hunk);
  const now = store.get(draft.id);
  const editor = draftEditor(draft.id);
  const next = now && (hunksOf(now).find(({ base }) => base.from >= hunk.base.from) ?? hunksOf(now)[0]);
  // By a button, the writer looks on where the mouse is.
  if (named === undefined && editor && now && next) {
    await new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
    goTo(editor, now, next);
  }
}

/** Until the editor has read a side anew. */
const SHOWN_MS = 60;
