// Review's commands: each finds the proposal it is meant for, and does one thing.
import * as vscode from 'vscode';
import { discardAlternative, forgetRefused, offered, stateOf, type Proposal } from '../core/proposals/proposal';
import { WriterError, type CommandHandler } from '../host/commands';
import type { Accepting } from './accepting';
import type { Deck } from './deck';
import { DeckComment } from './deckThread';
import type { Place } from './place';
import type { Recorder } from './recorder';
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
  readonly recorder: Recorder;
}

/**
 * What the editor hands to a command: a row of a deck, its thread, the text of its box, a number pressed in the script or
 * in the open deck, or nothing.
 */
type Meant = DeckComment | vscode.CommentThread | { readonly thread: vscode.CommentThread; readonly text: string } | Pressed | undefined;
type Pressed = number | { readonly inOpenDeck: number };

/** The handlers, by their commands. */
export function reviewCommands(parts: Parts): Record<string, CommandHandler> {
  const { store, travel, ask } = parts;
  const at = (meant: Meant) => proposalFor(meant, parts);
  const handlers: Record<string, (meant: Meant) => unknown> = {
    ...onAlternatives(parts),
    ...onDecks(parts),
    more: (meant) => travel.enterBox(at(meant)),
    askAgain: (meant) => {
      ask(at(meant), at(meant).direction);
    },
    dismissNotice: (meant) => {
      store.update(at(meant).id, forgetRefused);
    },
    stop: (meant) => {
      stopWriting(meant, parts);
    },
    goToDeck: (meant) => travel.enterDeck(at(meant)),
    leaveDeck: () => travel.backToScript(),
    next: () => travel.step(1),
    previous: () => travel.step(-1),
    showAll: () => vscode.commands.executeCommand('backlot.proposals.focus'),
  };
  return Object.fromEntries(Object.entries(handlers).map(([verb, handler]) => [`backlot.review.${verb}`, handler]));
}

async function useAlternative(meant: Meant, parts: Parts): Promise<void> {
  const { proposal, alternative } = alternativeFor(meant, parts);
  await parts.accepting.use(proposal.id, alternative);
  await parts.travel.backToScript();
}

/** What can be done with one alternative. */
function onAlternatives(parts: Parts): Record<string, (meant: Meant) => unknown> {
  const { store, deck, travel, accepting } = parts;
  return {
    async use(meant) {
      await useAlternative(meant, parts);
    },
    // The same by its number key. Apart, because VS Code shows a command's last key on its button: every check mark said Alt+9.
    async useNumber(meant) {
      await useAlternative(meant, parts);
    },
    edit(meant) {
      const { proposal, alternative } = alternativeFor(meant, parts);
      const row = deck.row(proposal.id, alternative);
      if (row) {
        deck.edit(row, true);
      }
    },
    async useEdited(meant) {
      const row = meant instanceof DeckComment ? meant : deck.editedRow();
      if (row?.alternative !== undefined) {
        // Refused, the words stay in their box: nothing the writer typed is lost.
        await accepting.use(row.proposal, row.alternative, wordsIn(row));
        deck.edit(row, false);
      }
      await travel.backToScript();
    },
    async cancelEdit(meant) {
      const row = meant instanceof DeckComment ? meant : deck.editedRow();
      if (row) {
        deck.edit(row, false);
      }
      await travel.backToScript();
    },
    async discard(meant) {
      const { proposal, alternative } = alternativeFor(meant, parts);
      deck.entered(proposal.id);
      store.update(proposal.id, (now) => discardAlternative(now, alternative));
      decline(proposal, [alternative], parts.recorder);
      const left = store.get(proposal.id);
      if (left && offered(left).length === 0 && left.activity.kind !== 'writing') {
        store.remove(proposal.id);
        await travel.backToScript();
      }
    },
  };
}

/** What can be done with a whole deck. */
function onDecks(parts: Parts): Record<string, (meant: Meant) => unknown> {
  const { deck, travel, accepting } = parts;
  const keep = async (meant: Meant) => {
    const proposal = proposalFor(meant, parts);
    await accepting.keep(proposal.id, meant instanceof DeckComment ? meant.alternative : undefined);
    await travel.backToScript();
  };
  return {
    keep,
    keepOne: keep,
    async discardAll(meant) {
      discardProposal(proposalFor(meant, parts), parts);
      await travel.backToScript();
    },
    async steer(meant) {
      const proposal = proposalFor(meant, parts);
      const words = meant && typeof meant === 'object' && 'text' in meant ? meant.text.trim() : undefined;
      deck.entered(proposal.id);
      parts.ask(proposal, words);
      await travel.backToScript();
    },
  };
}

/** Takes a whole proposal from the table: the writer wants none of what is still offered. */
export function discardProposal(proposal: Proposal, { store, recorder }: Pick<Parts, 'store' | 'recorder'>): void {
  store.remove(proposal.id);
  if (stateOf(proposal) !== 'used') {
    decline(proposal, offered(proposal).map(({ id }) => id), recorder);
  }
}

/** Notes the writer's no, for each offer that the alternatives came from. */
function decline({ uri, alternatives }: Proposal, ids: readonly string[], recorder: Recorder): void {
  const texts = new Map<string, string[]>();
  for (const { text, record = '' } of alternatives.filter(({ id }) => ids.includes(id))) {
    texts.set(record, [...(texts.get(record) ?? []), text]);
  }
  texts.forEach((all, record) => recorder.declined({ uri: vscode.Uri.parse(uri) }, record, all));
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
  if ('inOpenDeck' in meant) {
    return deck.open === undefined ? undefined : store.get(deck.open);
  }
  const id = deck.proposalOf('thread' in meant ? meant.thread : meant);
  return id === undefined ? undefined : store.get(id);
}

function numberIn(meant: Meant): number | undefined {
  if (typeof meant === 'number') {
    return meant;
  }
  return meant && 'inOpenDeck' in meant ? meant.inOpenDeck : undefined;
}

function alternativeFor(meant: Meant, parts: Parts): { proposal: Proposal; alternative: string } {
  const proposal = proposalFor(meant, parts);
  const named = meant instanceof DeckComment ? meant.alternative : undefined;
  // A number is the one the writer reads beside the alternative: it stays when others are discarded.
  const number = numberIn(meant);
  const numbered = number === undefined ? undefined : proposal.alternatives[number - 1];
  const alternative = proposal.alternatives.find(({ id, state }) => state === 'offered' && (id === named || id === numbered?.id));
  if (!alternative) {
    throw new WriterError(
      number !== undefined && stateOf(proposal) === 'writing' && number > proposal.alternatives.length
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
