// Review's commands: each finds the proposal it is meant for, and does one thing.
import * as vscode from 'vscode';
import { discardAlternative, forgetRefused, offered, stateOf, type Proposal } from '../core/proposals/proposal';
import { WriterError, type Commands } from '../host/commands';
import type { Accepting } from './accepting';
import type { Deck } from './deck';
import { DeckComment } from './deckThread';
import type { Place } from './place';
import type { ProposalStore } from './proposalStore';
import type { Travel } from './travel';
import type { Writings } from './writings';

export interface Parts {
  readonly store: ProposalStore;
  readonly deck: Deck;
  readonly place: Place;
  readonly travel: Travel;
  readonly accepting: Accepting;
  readonly writings: Writings;
  readonly ask: (proposal: Proposal, direction?: string) => void;
}

/** What the editor hands to a command: a row of a deck, its thread, the text of its box, a number from a key binding, or nothing. */
type Meant = DeckComment | vscode.CommentThread | { readonly thread: vscode.CommentThread; readonly text: string } | number | undefined;

export function registerReviewCommands(commands: Commands, parts: Parts): vscode.Disposable {
  const { store, deck, travel, accepting } = parts;
  const at = (meant: Meant) => proposalFor(meant, parts);

  const use = async (meant: Meant) => {
    const { proposal, alternative } = alternativeFor(meant, parts);
    await accepting.use(proposal.id, alternative);
    await travel.backToScript();
  };
  const edit = (meant: Meant) => {
    const { proposal, alternative } = alternativeFor(meant, parts);
    const row = deck.row(proposal.id, alternative);
    if (row) {
      deck.edit(row, true);
    }
  };
  const useEdited = async (row: DeckComment) => {
    if (row.alternative !== undefined) {
      // Refused, the words stay in their box: nothing the writer typed is lost.
      await accepting.use(row.proposal, row.alternative, wordsIn(row));
    }
    deck.edit(row, false);
    await travel.backToScript();
  };
  const cancelEdit = async (meant: Meant) => {
    const row = meant instanceof DeckComment ? meant : deck.editedRow();
    if (row) {
      deck.edit(row, false);
    }
    await travel.backToScript();
  };
  const discard = async (meant: Meant) => {
    const { proposal, alternative } = alternativeFor(meant, parts);
    deck.entered(proposal.id);
    store.update(proposal.id, (now) => discardAlternative(now, alternative));
    const left = store.get(proposal.id);
    if (left && offered(left).length === 0 && left.activity.kind !== 'writing') {
      store.remove(proposal.id);
      await travel.backToScript();
    }
  };
  const discardAll = async (meant: Meant) => {
    store.remove(at(meant).id);
    await travel.backToScript();
  };
  const steer = async (meant: Meant) => {
    const proposal = at(meant);
    const words = meant && typeof meant === 'object' && 'text' in meant ? meant.text.trim() : undefined;
    deck.entered(proposal.id);
    parts.ask(proposal, words);
    await travel.backToScript();
  };
  const keep = async (meant: Meant) => {
    const proposal = at(meant);
    await accepting.keep(proposal.id, meant instanceof DeckComment ? meant.alternative : undefined);
    await travel.backToScript();
  };

  return vscode.Disposable.from(
    commands.register('backlot.review.use', use),
    commands.register('backlot.review.edit', edit),
    commands.register('backlot.review.useEdited', useEdited),
    commands.register('backlot.review.cancelEdit', cancelEdit),
    commands.register('backlot.review.discard', discard),
    commands.register('backlot.review.discardAll', discardAll),
    commands.register('backlot.review.keep', keep),
    commands.register('backlot.review.keepOne', keep),
    commands.register('backlot.review.more', (meant: Meant) => travel.enterBox(at(meant))),
    commands.register('backlot.review.steer', steer),
    commands.register('backlot.review.askAgain', (meant: Meant) => parts.ask(at(meant), at(meant).direction)),
    commands.register('backlot.review.dismissNotice', (meant: Meant) => store.update(at(meant).id, forgetRefused)),
    commands.register('backlot.review.stop', (meant?: Meant) => stopWriting(meant, parts)),
    commands.register('backlot.review.goToDeck', (meant?: Meant) => travel.enterDeck(at(meant))),
    commands.register('backlot.review.leaveDeck', () => travel.backToScript()),
    commands.register('backlot.review.next', () => travel.step(1)),
    commands.register('backlot.review.previous', () => travel.step(-1)),
    commands.register('backlot.review.showAll', () => vscode.commands.executeCommand('backlot.proposals.focus')),
  );
}

/** Stops the one that is meant; from the script, all that are being written in it. */
function stopWriting(meant: Meant, { store, place, writings, deck }: Parts): void {
  const named = meant === undefined ? undefined : proposalOf(meant, store, deck);
  const uri = place.editor?.document.uri.toString();
  for (const proposal of named ? [named] : store.list(uri)) {
    if (proposal.activity.kind === 'writing') {
      writings.stop(proposal.id);
    }
  }
}

function proposalFor(meant: Meant, { store, deck, place }: Parts): Proposal {
  const proposal = proposalOf(meant, store, deck) ?? (typeof meant === 'object' ? undefined : place.current());
  if (!proposal) {
    throw new WriterError(vscode.l10n.t('There are no alternatives at the cursor. Put it into a speech and suggest some first.'));
  }
  return proposal;
}

function proposalOf(meant: Meant, store: ProposalStore, deck: Deck): Proposal | undefined {
  if (meant instanceof DeckComment) {
    return store.get(meant.proposal);
  }
  if (meant === undefined || typeof meant === 'number') {
    return undefined;
  }
  const id = deck.proposalOf('thread' in meant ? meant.thread : meant);
  return id === undefined ? undefined : store.get(id);
}

function alternativeFor(meant: Meant, parts: Parts): { proposal: Proposal; alternative: string } {
  const proposal = proposalFor(meant, parts);
  const named = meant instanceof DeckComment ? meant.alternative : undefined;
  // A number is the one the writer reads beside the alternative: it stays when others are discarded.
  const numbered = typeof meant === 'number' ? proposal.alternatives[meant - 1] : undefined;
  const alternative = proposal.alternatives.find(({ id, state }) => state === 'offered' && (id === named || id === numbered?.id));
  if (!alternative) {
    const number = typeof meant === 'number' ? meant : 0;
    throw new WriterError(
      stateOf(proposal) === 'writing' && number > proposal.alternatives.length
        ? vscode.l10n.t('Alternative {0} is not written yet.', number)
        : vscode.l10n.t('There is no such alternative here.'),
    );
  }
  return { proposal, alternative: alternative.id };
}

/** What the writer made of an alternative. A blank line would end the speech; one of two spaces stands for it in a script. */
function wordsIn({ body }: DeckComment): string {
  return body
    .trim()
    .split(/\r\n|\r|\n/u)
    .map((line) => (line.trim() === '' ? '  ' : line.trimEnd()))
    .join('\n');
}
