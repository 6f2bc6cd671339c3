// What the sheets' view is told: the sheet that is meant, and what else could be chosen.
import * as vscode from 'vscode';
import { nameIn } from '../host/fileName';
import type { ProductionState } from '../planning/planning';
import { boardOf, boardsOf, callDay, coloursOf, FIRST_SHEET, sheetsFor } from './makeSheets';
import type { Choice, Chooser, SheetId, ToSheets } from './protocol';
import { sheetWords } from './sheetWords';
import { SHEET_IDS, type SheetWish } from './wish';

/** Sheets of the breakdown need no board. */
const OF_BOARDS: readonly SheetId[] = ['call', 'oneLine', 'shooting', 'dood', 'costs'];

export function shownMessage(state: ProductionState, wish: SheetWish): ToSheets {
  const uri = state.uri.toString();
  if (state.trouble !== undefined) {
    return { kind: 'nothing', uri, title: vscode.l10n.t('No sheets can be made'), hint: state.trouble, open: vscode.l10n.t('Open the Production File') };
  }
  const [sheet] = sheetsFor(state, wish, false);
  const chosen = wish.sheet ?? FIRST_SHEET;
  if (!sheet) {
    return { kind: 'nothing', uri, title: vscode.l10n.t('No sheets can be made'), hint: vscode.l10n.t('{0} has no scenes yet.', nameIn(state.uri)) };
  }
  const boards = OF_BOARDS.includes(chosen) ? boardChooser(state, wish) : undefined;
  const items = chosen === 'call' ? dayChooser(state, wish) : chosen === 'breakdown' ? sceneChooser(state, wish) : undefined;
  return {
    kind: 'show', uri, sheet, colours: coloursOf(state.production),
    sheets: { label: vscode.l10n.t('Sheet'), choices: SHEET_IDS.map((id) => ({ id, label: sheetName(id) })), chosen },
    ...(boards && { boards }),
    ...(items && { items }),
    words: { view: vscode.l10n.t('Sheets of the shoot'), exportPdf: vscode.l10n.t('Export PDF…'), exportCsv: vscode.l10n.t('Export CSV…'), goTo: vscode.l10n.t('Go to the scene in the script') },
  };
}

export function sheetName(id: SheetId): string {
  const { texts } = sheetWords();
  return { call: texts.call, oneLine: texts.oneLine, shooting: texts.shootingSchedule, dood: texts.dayOutOfDays, costs: texts.costs, breakdown: texts.breakdown, elements: texts.elements }[id];
}

function boardChooser(state: ProductionState, wish: SheetWish): Chooser | undefined {
  const meant = boardOf(state, wish);
  return meant && { label: vscode.l10n.t('Board'), choices: boardsOf(state).map(({ id, board }) => ({ id, label: board.name })), chosen: meant.id };
}

function dayChooser(state: ProductionState, wish: SheetWish): Chooser | undefined {
  const days = boardOf(state, wish)?.board.days.filter(({ kind }) => kind === 'shoot') ?? [];
  const choices = days.map(({ id }, index): Choice => ({ id, label: vscode.l10n.t('Day {0}', index + 1) }));
  const chosen = choices[callDay(state, wish)];
  return chosen && { label: vscode.l10n.t('Day'), choices, chosen: chosen.id };
}

function sceneChooser({ breakdown }: ProductionState, wish: SheetWish): Chooser | undefined {
  const choices = breakdown.scenes.map(({ id, number, heading }): Choice => ({ id, label: `${number}  ${heading}` }));
  const chosen = choices.find(({ id }) => id === wish.sceneId) ?? choices[0];
  return chosen && { label: vscode.l10n.t('Scene'), choices, chosen: chosen.id };
}
