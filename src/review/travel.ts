// Ways between the script and its decks. All of these run at a command of the writer: nothing else here moves focus or scroll.
import * as vscode from 'vscode';
import { stateOf, type Proposal } from '../core/proposals/proposal';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { Deck } from './deck';
import type { Place } from './place';
import type { ProposalStore } from './proposalStore';
import { editorOf } from './scriptOf';

export interface Travel {
  /** Shows a proposal's speech with its deck open; the cursor goes to the speech. */
  goTo(proposal: Proposal): Promise<vscode.TextEditor>;
  /** Puts the focus on the deck's alternatives. */
  enterDeck(proposal: Proposal): Promise<void>;
  /** Puts the focus into the deck's box for a wish. */
  enterBox(proposal: Proposal): Promise<void>;
  /** Gives the focus back to the script, cursor and scroll as they were. */
  backToScript(): Promise<void>;
  /** The next proposal behind the cursor (or before it), through the end of the script to its other end. */
  step(way: 1 | -1): Promise<void>;
}

/** The editor needs a moment until a new thread can take the focus. */
const THREAD_STANDS_MS = 200;

export function createTravel(store: ProposalStore, deck: Deck, place: Place): Travel {
  const goTo = async (proposal: Proposal) => {
    const document = await reopenDocument(proposal.uri);
    const shown = editorOf(proposal.uri);
    const now = store.get(proposal.id) ?? proposal;
    const at = document.positionAt(now.anchor.from);
    const editor = await vscode.window.showTextDocument(document, shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn });
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, document.positionAt(now.anchor.to)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    deck.reveal(proposal.id);
    return editor;
  };
  const enterDeck = async (proposal: Proposal) => {
    const before = place.editor?.document.uri.toString() === proposal.uri ? place.editor.selection : undefined;
    const moved = deck.settleNow(proposal.id);
    const fresh = deck.open !== proposal.id || moved;
    const editor = before && place.editor ? await show(place.editor) : await goTo(proposal);
    if (deck.open !== proposal.id) {
      deck.reveal(proposal.id);
    }
    const now = store.get(proposal.id) ?? proposal;
    const end = editor.document.positionAt(now.anchor.to);
    await new Promise((resolve) => setTimeout(resolve, fresh || !before ? THREAD_STANDS_MS : 0));
    deck.entered(proposal.id);
    // The editor's own command goes to the comments of the line the cursor is in; afterwards the cursor is put back.
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
    if (before) {
      editor.selection = before;
    }
  };
  return {
    goTo,
    enterDeck,
    async enterBox(proposal) {
      await enterDeck(proposal);
      await vscode.commands.executeCommand('widgetNavigation.focusNext');
    },
    async backToScript() {
      if (place.editor) {
        await show(place.editor);
      }
      deck.left();
    },
    async step(way) {
      const { editor } = place;
      const uri = editor?.document.uri.toString();
      const waiting = store.list().filter((proposal) => stateOf(proposal) !== 'used');
      const cursor = editor ? editor.document.offsetAt(editor.selection.active) : 0;
      const next = nextOf(waiting, uri, cursor, way);
      if (!next) {
        throw new WriterError(vscode.l10n.t('No alternatives are waiting for you.'));
      }
      await goTo(next);
    },
  };
}

function show(editor: vscode.TextEditor): Thenable<vscode.TextEditor> {
  const { document, viewColumn } = editor;
  // Given a selection, the editor would put it into the middle of the window, also where it is in sight already.
  return vscode.window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

function nextOf(list: readonly Proposal[], uri: string | undefined, cursor: number, way: 1 | -1): Proposal | undefined {
  const isBehind = ({ uri: file, anchor }: Proposal) => (file === uri ? anchor.from > cursor : file > (uri ?? ''));
  const isAhead = ({ uri: file, anchor }: Proposal) => (file === uri ? anchor.to < cursor : file < (uri ?? ''));
  return way === 1 ? (list.find(isBehind) ?? list[0]) : (list.findLast(isAhead) ?? list.at(-1));
}
