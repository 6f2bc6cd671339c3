// What a deck shows of a proposal: pure reading, so that the thread's life in the editor is told elsewhere.
import * as vscode from 'vscode';
import { offered, stateOf, type Proposal, type ProposalState } from '../core/proposals/proposal';

/** One row of a deck. `key` tells rows apart over time; `kind` decides which actions it has. */
export interface DeckRow {
  readonly key: string;
  readonly name: string;
  readonly label?: string;
  readonly body: string;
  readonly kind: string;
  readonly alternative?: string;
}

export interface DeckModel {
  readonly title: string;
  readonly state: ProposalState;
  /** Which actions and keys the deck has: its state, and whether it is the open one. Keys are the open deck's alone. */
  readonly kind: string;
  readonly rows: readonly DeckRow[];
}

/** The deck of a proposal. Never without a row: an empty thread would open its reply box and take the focus. */
export function deckModel(proposal: Proposal, isOpen: boolean): DeckModel {
  const state = stateOf(proposal);
  const rows = [...noticesBefore(state), ...alternativeRows(proposal, state, isOpen), ...noticesAfter(proposal, state)];
  // Without an alternative there is nothing to keep: another first word, and the Keep button stays away.
  const life = offered(proposal).length === 0 && (state === 'open' || state === 'failed') ? 'bare' : state;
  const kind = isOpen ? life : `${life}-folded`;
  return { title: titleOf(proposal, state), state, kind, rows: rows.length > 0 ? rows : [nothingWritten()] };
}

/** The number an alternative has for good: discarding one does not rename the others. */
export function numberOf(proposal: Proposal, alternative: string): number {
  return proposal.alternatives.findIndex(({ id }) => id === alternative) + 1;
}

/** "4 alternatives". */
export function countAlternatives(count: number): string {
  return count === 1 ? vscode.l10n.t('1 alternative') : vscode.l10n.t('{0} alternatives', count);
}

/** Whether the deck of a proposal stands open under its speech, if it is the open one. */
export function isWorthOpening(proposal: Proposal): boolean {
  const state = stateOf(proposal);
  if (state === 'stale') {
    return proposal.anchor.standing !== 'gone' && offered(proposal).length > 0;
  }
  return state === 'writing' || state === 'open' || state === 'failed';
}

/** Whether a deck has something for the writer to choose. */
export function isChoosable(proposal: Proposal): boolean {
  const state = stateOf(proposal);
  return (state === 'open' || state === 'writing' || state === 'failed' || state === 'kept') && offered(proposal).length > 0;
}

function titleOf(proposal: Proposal, state: ProposalState): string {
  const { speaker } = proposal;
  const count = offered(proposal).length;
  switch (state) {
    case 'writing':
      return count === 0 ? vscode.l10n.t('{0} — writing…', speaker) : vscode.l10n.t('{0} — {1}, writing…', speaker, countAlternatives(count));
    case 'failed':
      return count === 0 ? vscode.l10n.t('{0} — no answer', speaker) : vscode.l10n.t('{0} — {1}, cut short', speaker, countAlternatives(count));
    case 'stale':
      return vscode.l10n.t('{0} — the line has changed', speaker);
    case 'used':
      return vscode.l10n.t('{0} — used', speaker);
    case 'kept':
      return vscode.l10n.t('{0} — {1}, kept as notes', speaker, countAlternatives(count));
    case 'open':
      return count === 0 ? vscode.l10n.t('{0} — {1}', speaker, toldEmpty(proposal)) : vscode.l10n.t('{0} — {1}', speaker, countAlternatives(count) + newIn(proposal));
  }
}

/** What is said of a deck that has ended without an alternative. */
export function toldEmpty({ activity }: Proposal): string {
  return activity.kind === 'idle' && activity.ended === 'stopped' ? vscode.l10n.t('stopped') : vscode.l10n.t('no alternatives');
}

/** "; 5 to 8: colder": which ones the last wish has brought. Nothing for a first answer, of which all are new. */
function newIn(proposal: Proposal): string {
  const { before, direction, alternatives } = proposal;
  const numbers = offered(proposal).map(({ id }) => numberOf(proposal, id)).filter((number) => number > (before ?? 0));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!before || before >= alternatives.length || first === undefined || last === undefined) {
    return '';
  }
  const wish = direction === undefined ? vscode.l10n.t('new') : inTitle(direction);
  return first === last ? vscode.l10n.t('; {0}: {1}', first, wish) : vscode.l10n.t('; {0} to {1}: {2}', first, last, wish);
}

/** A title is one line, and has its counts to tell first. */
function inTitle(words: string): string {
  return words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).trimEnd()}…` : words;
}

const TITLE_WORDS = 40;

function alternativeRows(proposal: Proposal, state: ProposalState, isOpen: boolean): DeckRow[] {
  return offered(proposal).map((alternative) => {
    const number = numberOf(proposal, alternative.id);
    const kind = state === 'stale' ? 'stale' : `${isOpen ? 'alt' : 'folded'}-${number}`;
    const row = { key: alternative.id, name: String(number), body: alternative.text, kind, alternative: alternative.id };
    return alternative.intent === undefined ? row : { ...row, label: alternative.intent };
  });
}

function noticesBefore(state: ProposalState): DeckRow[] {
  if (state === 'stale') {
    const body = vscode.l10n.t('The line has changed since these were written, so none of them can replace it. Undo brings the line back; Ask Again writes for the line as it is now.');
    return [{ key: 'stale', name: vscode.l10n.t('Changed'), body, kind: 'again' }];
  }
  return [];
}

function noticesAfter(proposal: Proposal, state: ProposalState): DeckRow[] {
  const { activity } = proposal;
  const count = offered(proposal).length;
  if (state === 'writing') {
    return count > 0 ? [] : [readingRow(proposal)];
  }
  const rows: DeckRow[] = [];
  if (activity.kind === 'failed') {
    rows.push({ key: 'failed', name: count > 0 ? vscode.l10n.t('Cut short') : vscode.l10n.t('No answer'), body: activity.message, kind: 'failed' });
  } else if (activity.kind === 'idle' && activity.ended === 'cut') {
    rows.push({ key: 'cut', name: vscode.l10n.t('Cut short'), body: cutShort(count), kind: 'failed' });
  } else if (activity.kind === 'idle' && activity.ended === 'stopped' && count === 0) {
    rows.push({ key: 'stopped', name: vscode.l10n.t('Stopped'), body: vscode.l10n.t('It was stopped before the first alternative had come. Your script is as it was.'), kind: 'failed' });
  }
  if (proposal.refused.length > 0) {
    const body = [...new Set(proposal.refused.map(({ reason }) => reason))].join('\n');
    rows.push({ key: 'refused', name: vscode.l10n.t('Left out'), label: String(proposal.refused.length), body, kind: 'notice' });
  }
  return rows;
}

function cutShort(count: number): string {
  return count > 0 ? vscode.l10n.t('The answer ended too early. What was whole is here.') : vscode.l10n.t('The answer ended before its first alternative was whole.');
}

function readingRow({ direction }: Proposal): DeckRow {
  const body = vscode.l10n.t('Each alternative appears here as soon as it is whole. Your script stays as it is until you choose.');
  const row = { key: 'reading', name: vscode.l10n.t('Reading the scene…'), body, kind: 'writing' };
  return direction === undefined ? row : { ...row, label: direction };
}

function nothingWritten(): DeckRow {
  const body = vscode.l10n.t('Nothing came that could stand in this speech. Ask again, or say below what you want.');
  return { key: 'empty', name: vscode.l10n.t('Nothing new'), body, kind: 'failed' };
}
