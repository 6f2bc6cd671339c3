// The report of a script from its record, and what the view shows of it as tables and drafts.
import * as vscode from 'vscode';
import { NO_ADVICE } from '../core/ledger/disclosures';
import { reportOf, type AiUseReport } from '../core/ledger/report';
import { verifyChain } from '../core/ledger/verifyChain';
import { nameIn } from '../host/fileName';
import type { Disclosure, PlainTable } from './protocol';
import type { RecordNow } from './records';
import { sayCount, sayDay, sayWhen } from './say';

export function reportFor(document: vscode.TextDocument, { script, entries, attribution, read }: RecordNow): AiUseReport {
  return reportOf(script, entries, { script: nameIn(document.uri), date: sayDay(new Date()), chain: verifyChain(read.files), attribution });
}

export function modelTable({ models }: AiUseReport): PlainTable {
  const figures = (label: string) => ({ label, numeric: true });
  const words = (label: string) => ({ label, numeric: false });
  return {
    columns: [words(vscode.l10n.t('Model')), words(vscode.l10n.t('Provider')), figures(vscode.l10n.t('Asked')), figures(vscode.l10n.t('Suggestions')), figures(vscode.l10n.t('Accepted')), figures(vscode.l10n.t('Tokens sent')), words(vscode.l10n.t('First asked')), words(vscode.l10n.t('Last asked'))],
    rows: models.map(({ returned, asked, origin, local, requests, alternatives, accepted, inputTokens, uncounted, first, last }) => [
      returned ?? asked,
      local ? vscode.l10n.t('{0} (this machine)', origin) : origin,
      sayCount(requests),
      sayCount(alternatives),
      sayCount(accepted),
      uncounted === requests ? vscode.l10n.t('not told') : sayCount(inputTokens),
      sayWhen(first),
      sayWhen(last),
    ]),
  };
}

export function toldRefused({ refused: { offered, declined, takenBack, unused, fruitless } }: AiUseReport): string {
  return [
    offered === 1 ? vscode.l10n.t('1 suggestion was offered in all.') : vscode.l10n.t('{0} suggestions were offered in all.', sayCount(offered)),
    vscode.l10n.t('Discarded by hand: {0}.', sayCount(declined)),
    vscode.l10n.t('Accepted and then undone: {0}.', sayCount(takenBack)),
    vscode.l10n.t('Requests of which nothing was used: {0}.', sayCount(unused)),
    ...(fruitless > 0 ? [vscode.l10n.t('Requests that brought nothing: {0}.', sayCount(fruitless))] : []),
  ].join(' ');
}

/** The drafts are in English, as the rules are that they are for. */
export function draftsOf({ disclosures }: AiUseReport): Disclosure[] {
  const names = {
    guild: vscode.l10n.t('For a guild member: notice to a company (WGA 2023 MBA, Article 72)'),
    registration: vscode.l10n.t('For a registration: disclaimer of AI material (US Copyright Office, March 2023 and January 2025)'),
    plain: vscode.l10n.t('Plain (with EU AI Act, Article 50)'),
  };
  return disclosures.map(({ id, text }) => ({ id, name: names[id], text }));
}

export function disclaimer(): string {
  return NO_ADVICE;
}
