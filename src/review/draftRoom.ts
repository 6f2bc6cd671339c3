// Where drafts live in the editor: the store, the two sides, the buttons, the list. Read when there is a draft.
import * as vscode from 'vscode';
import type { Draft, Wish } from '../core/drafts/draft';
import type { App } from '../host/app';
import { inBackground, tellWriter, type CommandHandler } from '../host/commands';
import { createDraftAccepting } from './draftAccepting';
import { draftCommands, forgetDraft, type DraftParts } from './draftCommands';
import { startAtFirstChange } from './draftCursor';
import { registerDraftLens } from './draftLens';
import { showDraftList } from './draftList';
import { markDrafts } from './draftMarks';
import { persistDrafts, restoreAllDrafts } from './draftMemory';
import type { DraftAsk, DraftOpening, DraftWriting } from './drafts';
import { openedDraft } from './draftOpened';
import { createDraftSides, type DraftFiles } from './draftSides';
import { draftState } from './draftState';
import { DraftStore } from './draftStore';
import { activeDraft, draftOfTab, showDraft } from './draftTabs';
import { createDraftWritings } from './draftWritings';
import type { Recorder } from './recorder';

export interface DraftRoom {
  readonly files: DraftFiles;
  readonly commands: Record<string, CommandHandler>;
  open(id: string, opening: DraftOpening, controller: AbortController): DraftWriting;
  rewrite(id: string, direction: string | undefined, wish: Wish | undefined, controller: AbortController): DraftWriting;
  list(): readonly Draft[];
  show(id: string): Promise<void>;
  dispose(): void;
}

interface Outside {
  readonly recorder: Recorder;
  readonly asked: vscode.EventEmitter<DraftAsk>;
  readonly changed: vscode.EventEmitter<vscode.FileChangeEvent[]>;
}

export function openDraftRoom({ context, scripts, log }: App, { recorder, asked, changed }: Outside): DraftRoom {
  const store = new DraftStore(scripts, restoreAllDrafts(context.workspaceState));
  const sides = createDraftSides(store, changed, log);
  const accepting = createDraftAccepting(store, scripts, recorder);
  const writings = createDraftWritings(store);
  const list = showDraftList(store);
  const parts: DraftParts = { store, sides, accepting, writings, list, recorder, ask: (ask) => asked.fire(ask), run: (promise) => void promise.catch((error: unknown) => tellWriter(log, 'drafts', error)) };
  const show = async (id: string) => {
    const draft = store.get(id);
    if (draft) {
      await showDraft(draft);
    }
  };
  const subscriptions = [persistDrafts(context.workspaceState, store), registerDraftLens(store), markDrafts(store, scripts), startAtFirstChange(store), tellActive(store), closeFinished(parts, (promise) => inBackground(log, 'closing a draft', promise)), list, accepting, sides, writings, store];
  return {
    files: sides,
    commands: draftCommands(parts),
    open(id, { document, script, span, reveal, kind, title, direction, wish, origin }, controller) {
      const uri = document.uri.toString();
      const optional = { ...(direction === undefined ? {} : { direction }), ...(wish === undefined ? {} : { wish }), ...(origin ? { origin } : {}) };
      store.add(openedDraft({ id, kind, uri, title, span, script, createdAt: Date.now(), ...optional }, scripts.get(document)));
      const writing = writings.begin(id, controller);
      if (reveal) {
        inBackground(log, 'showing a draft', show(id));
      }
      return writing;
    },
    rewrite(id, direction, wish, controller) {
      store.update(id, (draft) => ({ ...draft, ...(direction === undefined ? {} : { direction }), ...(wish ? { wish } : {}) }));
      return writings.begin(id, controller);
    },
    list: () => store.list(),
    show,
    dispose: () => void vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** Says which state the draft in the active editor is in: keys and buttons go by it. */
function tellActive(store: DraftStore): vscode.Disposable {
  let told: string | undefined;
  const tell = () => {
    const id = activeDraft();
    const draft = id === undefined ? undefined : store.get(id);
    const state = draft && draftState(draft);
    if (state !== told) {
      told = state;
      void vscode.commands.executeCommand('setContext', 'backlot.draftState', state);
    }
  };
  tell();
  return vscode.Disposable.from(store.onDidChange(tell), vscode.window.onDidChangeActiveTextEditor(tell), vscode.window.tabGroups.onDidChangeTabs(tell));
}

/** A draft of which nothing is left to decide goes with its tab. */
function closeFinished(parts: DraftParts, run: (promise: Promise<void>) => void): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) {
      const id = draftOfTab(input);
      const draft = id === undefined ? undefined : parts.store.get(id);
      const isOpen = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => draftOfTab(tab.input) === id));
      if (draft && !isOpen && draftState(draft) === 'finished') {
        run(forgetDraft(draft.id, parts));
      }
    }
  });
}
