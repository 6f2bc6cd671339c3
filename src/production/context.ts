// What a production is read and told by, in the writer's language: dates near the shoot, scenes by their names.
import * as vscode from 'vscode';
import { CSV_COLUMNS, DEMAND_WORDS } from '../core/production/csvTables';
import type { FieldWords } from '../core/production/validateField';
import type { ImportWords } from '../core/production/csvPlan';
import type { Productions, ProductionState } from '../planning/planning';
import { createTeller, dateWordsOf, type Teller } from './teller';

export function tellerOf({ production }: ProductionState): Teller {
  return createTeller(vscode.l10n, vscode.env.language, production.rules.start?.slice(0, 4));
}

/** What a typed text is understood by, in this production. A date without a year is near its start, or else near today. */
export function fieldWordsOf({ production, breakdown }: ProductionState): FieldWords {
  const near = production.rules.start ?? new Date().toISOString().slice(0, 10);
  const { hold } = createTeller(vscode.l10n, vscode.env.language, undefined);
  return { ...dateWordsOf(vscode.env.language, near), hold, yes: vscode.l10n.t('yes'), scenes: breakdown.scenes };
}

export function importWordsOf(productions: Productions, state: ProductionState): ImportWords {
  const names = [...Object.values(CSV_COLUMNS).flatMap((columns) => columns.map(({ name }) => name)), ...Object.values(DEMAND_WORDS), 'available', 'away'];
  return { ...fieldWordsOf(state), headings: new Map(names.map((name) => [name, vscode.l10n.t(name)])), newId: (production) => productions.newId(production) };
}
