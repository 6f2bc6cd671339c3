// Review in the editor: the store of open proposals, their decks, their overview and their commands.
import * as vscode from 'vscode';
import type { Proposal } from '../core/proposals/proposal';
import type { App } from '../host/app';
import type { Parts } from './reviewCommands';
import { Deck } from './deck';
import { noticeHiddenDecks } from './hiddenDecks';
import { persist, rememberOpenDeck, restoreAll } from './persistence';
import { Place } from './place';
import { ProposalStore } from './proposalStore';
import { createRecorder } from './record';
import { recordUndo } from './recordUndo';
import { registerDrafts } from './registerDrafts';
import type { Ask, Review } from './review';
import { markSpeech } from './speechMark';
import { createWritings } from './writings';

/** Starts review. Features open proposals through what it gives; the script changes at the writer's yes alone. */
export function registerReview(app: App): Review & { dispose(): void } {
  const { scripts, context } = app;
  const asked = new vscode.EventEmitter<Ask>();
  const recorder = createRecorder(app);
  const store = new ProposalStore(scripts, restoreAll(context.workspaceState));
  const deck = new Deck(store, scripts);
  const place = new Place(store, scripts, deck);
  const writings = createWritings(store, scripts);
  const ask = (proposal: Proposal, direction?: string) => asked.fire(direction === undefined || direction === '' ? { proposal } : { proposal, direction });
  // What carries out a writer's commands is read at the first of them.
  let whole: Promise<Parts> | undefined;
  const parts = () => (whole ??= import('./hands').then(({ withHands }) => withHands({ store, deck, place, writings, ask, recorder }, scripts)));
  const drafts = registerDrafts(app, recorder);
  const running = vscode.Disposable.from(
    drafts,
    persist(context.workspaceState, store, scripts),
    rememberOpenDeck(context.workspaceState, deck),
    app.commands.registerFamily('backlot.review.', async () => (await import('./reviewCommands')).reviewCommands(await parts())),
    vscode.window.registerWebviewViewProvider('backlot.proposals', { resolveWebviewView: async (view) => (await import('./overview')).showOverview(view, app, await parts()) }),
    markSpeech(deck, store),
    noticeHiddenDecks(deck),
    writings,
    place,
    deck,
    store,
    asked,
    recordUndo(store, recorder),
    recorder,
  );
  return {
    onDidAsk: asked.event,
    open(draft) {
      const writing = writings.begin(draft);
      if (draft.reveal) {
        // A deck that is open takes the room it needs: more in it is no reason to scroll.
        if (deck.open !== writing.id) {
          place.makeRoom(draft.document.uri.toString(), draft.span);
        }
        deck.reveal(writing.id);
      }
      return writing;
    },
    list: () => store.list(),
    drafts,
    recorder,
    keeper: () => recorder.keeper(),
    dispose: () => void running.dispose(),
  };
}
