// The tables of the report in the writer's words: models, what was not taken, drafts of a disclosure.
import * as vscode from 'vscode';
import type { Entry, OfferEntry } from '../core/ledger/entry';
import type { Disclosure, PlainTable } from './protocol';
import type { RecordNow } from './records';
import { sayCount, sayWhen } from './say';

export interface AiUseReport {
  readonly isEmpty: boolean;
  readonly models: PlainTable;
  readonly refused: string;
  readonly disclosures: readonly Disclosure[];
  readonly disclaimer: string;
}

export function reportFor(_document: vscode.TextDocument, { entries }: RecordNow): AiUseReport {
  const offers = entries.filter((entry): entry is Entry & OfferEntry => entry.kind === 'offer');
  return { isEmpty: entries.length === 0, models: modelTable(offers), refused: toldRefused(entries, offers), disclosures: [], disclaimer: '' };
}

function modelTable(offers: readonly (Entry & OfferEntry)[]): PlainTable {
  const groups = new Map<string, (Entry & OfferEntry)[]>();
  for (const offer of offers) {
    const key = `${offer.model.returned ?? offer.model.asked}\n${offer.model.origin}`;
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  const figures = (label: string) => ({ label, numeric: true });
  const words = (label: string) => ({ label, numeric: false });
  return {
    columns: [words(vscode.l10n.t('Model')), words(vscode.l10n.t('Provider')), words(vscode.l10n.t('Where')), figures(vscode.l10n.t('Asked')), figures(vscode.l10n.t('Suggestions')), words(vscode.l10n.t('From')), words(vscode.l10n.t('To'))],
    rows: [...groups.values()].map((group) => {
      const [first] = group;
      const suggestions = group.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
      const model = first?.model;
      return [model?.returned ?? model?.asked ?? '', model?.origin ?? '', model?.local === true ? vscode.l10n.t('this machine') : vscode.l10n.t('elsewhere'), sayCount(group.length), sayCount(suggestions), sayWhen(first?.time ?? ''), sayWhen(group.at(-1)?.time ?? '')];
    }),
  };
}

function toldRefused(entries: readonly Entry[], offers: readonly OfferEntry[]): string {
  const offered = offers.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
  const taken = entries.filter(({ kind }) => kind === 'accept').length;
  const refused = entries.reduce((sum, entry) => sum + (entry.kind === 'decline' && entry.alternatives !== 'all' ? entry.alternatives.length : 0), 0);
  const back = entries.filter(({ kind }) => kind === 'takenBack').length - entries.filter(({ kind }) => kind === 'takenAgain').length;
  return vscode.l10n.t('Of {0} suggestions {1} were taken, {2} were discarded, {3} were taken and then undone.', sayCount(offered), sayCount(taken), sayCount(refused), sayCount(back));
}
