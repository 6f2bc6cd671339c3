// Open proposals outlive the window: kept in the workspace's own storage, one entry a script.
import * as vscode from 'vscode';
import { refreshSurroundings } from '../core/proposals/follow';
import { stateOf, type Proposal } from '../core/proposals/proposal';
import { restoreProposals, serialiseProposals } from '../core/proposals/serialise';
import type { Deck } from './deck';
import { openScript } from './scriptOf';
import type { ProposalStore } from './proposalStore';
import type { ScriptStore } from '../host/scriptStore';

const PREFIX = 'proposals:';
const OPEN_DECK = 'openDeck';
/** Long enough that typing above a deck does not write at every key, short enough that little is lost with the power. */
const PAUSE_MS = 400;

/** What an earlier window left open. What was used is over: its undo went with that window. */
export function restoreAll(memory: vscode.Memento): Proposal[] {
  const ids = new Set<string>();
  return memory
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => restoreProposals(memory.get(key)))
    .filter((proposal) => stateOf(proposal) !== 'used' && !ids.has(proposal.id) && ids.add(proposal.id));
}

/** Writes every change of the store to the memory, a moment later; at once when disposed. */
export function persist(memory: vscode.Memento, store: ProposalStore, scripts: ScriptStore): vscode.Disposable {
  // What is there from earlier windows is written anew once, or entries of which nothing was restored would stay for ever.
  const dirty = new Set(memory.keys().flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [])));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    for (const uri of dirty) {
      const proposals = store.list(uri).map((proposal) => {
        const script = openScript(scripts, uri);
        return script ? refreshSurroundings(proposal, script) : proposal;
      });
      void memory.update(PREFIX + uri, proposals.length > 0 ? serialiseProposals(proposals) : undefined);
    }
    dirty.clear();
  };
  const listening = store.onDidChange(({ before, after }) => {
    for (const proposal of [before, after]) {
      if (proposal) {
        dirty.add(proposal.uri);
      }
    }
    timer ??= setTimeout(write, PAUSE_MS);
  });
  timer = dirty.size > 0 ? setTimeout(write, PAUSE_MS) : undefined;
  return new vscode.Disposable(() => {
    listening.dispose();
    clearTimeout(timer);
    write();
  });
}

/** Opens the deck that was open in an earlier window, and notes which one is. */
export function rememberOpenDeck(memory: vscode.Memento, deck: Deck): vscode.Disposable {
  const open = memory.get(OPEN_DECK);
  if (typeof open === 'string') {
    deck.reveal(open);
  }
  return deck.onDidOpen((id) => void memory.update(OPEN_DECK, id));
}
