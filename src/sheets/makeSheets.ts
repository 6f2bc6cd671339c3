// The sheets themselves, from a script's production and one of its boards.
import * as vscode from 'vscode';
import { boardOfScript } from '../core/board/boardOfScript';
import { categoriesOf } from '../core/breakdown/categories';
import { plainText, printedText } from '../core/fountain/inline';
import type { Board } from '../core/production/board';
import type { Production } from '../core/production/production';
import { check } from '../core/schedule/check/check';
import { planOfBoard } from '../core/schedule/planOfBoard';
import { problemOf } from '../core/schedule/problemOf';
import { titleEntry } from '../core/script/titleEntry';
import { breakdownSheet } from '../core/sheets/breakdownSheet';
import { callSheet } from '../core/sheets/callSheet';
import { costSheet } from '../core/sheets/costSheet';
import { dayOutOfDaysSheet } from '../core/sheets/dayOutOfDaysSheet';
import { elementListSheet } from '../core/sheets/elementListSheet';
import type { PlannedInput, SheetInput } from '../core/sheets/input';
import { oneLineSheet, shootingScheduleSheet } from '../core/sheets/scheduleSheets';
import type { Sheet } from '../core/sheets/sheet';
import { nameIn } from '../host/fileName';
import type { ProductionState } from '../planning/planning';
import { SCRIPT_ORDER } from '../planning/shownBoard';
import type { SheetId } from './protocol';
import { sheetWords } from './sheetWords';
import type { SheetWish } from './wish';

export const FIRST_SHEET: SheetId = 'call';

export interface MeantBoard {
  readonly id: string;
  readonly board: Board;
}

/** Every board there is: the kept ones, and the script's own order. */
export function boardsOf({ production, breakdown }: ProductionState): MeantBoard[] {
  let day = 0;
  const order = boardOfScript(breakdown.scenes, production.rules, vscode.l10n.t('Script order'), () => `day-${(day += 1)}`);
  const kept = Object.entries(production.boards).map(([id, board]) => ({ id, board }));
  // As the stripboard lists them.
  return [...kept.toSorted((left, right) => left.board.name.localeCompare(right.board.name) || (left.id < right.id ? -1 : 1)), { id: SCRIPT_ORDER, board: order }];
}

/** The board that a wish means: its own, else the first by name, else the script's own. */
export function boardOf(state: ProductionState, wish: SheetWish): MeantBoard | undefined {
  const boards = boardsOf(state);
  return boards.find(({ id }) => id === wish.board) ?? boards[0];
}

/**
 * @param all every call sheet of the board, every breakdown sheet of the script: otherwise the one that the wish means, or the first
 */
export function sheetsFor(state: ProductionState, wish: SheetWish, all: boolean): Sheet[] {
  const input = inputOf(state, boardOf(state, wish)?.board);
  const words = sheetWords();
  switch (wish.sheet ?? FIRST_SHEET) {
    case 'call': {
      const days = all ? shootingDays(input.planned).map((_, index) => index) : [callDay(state, wish)];
      return (days.length === 0 ? [0] : days).map((day) => callSheet(input, day, words));
    }
    case 'oneLine':
      return [oneLineSheet(input, words)];
    case 'shooting':
      return [shootingScheduleSheet(input, words)];
    case 'dood':
      return [dayOutOfDaysSheet(input, words)];
    case 'costs':
      return [costSheet(input, words)];
    case 'breakdown':
      return [breakdownSheet(input, all ? undefined : [wish.sceneId ?? state.breakdown.scenes[0]?.id].filter((id) => id !== undefined), words)];
    case 'elements':
      return [elementListSheet(input, undefined, words)];
  }
}

/** The call sheet's day as an index into the board's shooting days: 0 where the wish means none. */
export function callDay(state: ProductionState, wish: SheetWish): number {
  const days = boardOf(state, wish)?.board.days.filter(({ kind }) => kind === 'shoot') ?? [];
  return Math.max(0, days.findIndex(({ id }) => id === wish.dayId));
}

export function coloursOf(production: Production): Record<string, string> {
  return Object.fromEntries(categoriesOf(production).map(({ id, colour }) => [id, colour]));
}

function shootingDays(planned: PlannedInput | undefined): PlannedInput['plan']['days'] {
  return planned?.plan.days ?? [];
}

function inputOf({ uri, script, production, breakdown }: ProductionState, board: Board | undefined): SheetInput {
  const title = plainText(printedText(titleEntry(script, 'Title') ?? '')).replace(/\s+/gu, ' ').trim();
  return { title: title === '' ? nameIn(uri) : title, production, breakdown, categories: categoriesOf(production), ...(board && { planned: plannedOf(production, breakdown, board) }) };
}

function plannedOf(production: Production, breakdown: ProductionState['breakdown'], board: Board): PlannedInput {
  const parts = problemOf(production, breakdown, { board });
  const { problem, sceneIds, resourceIds, locationIds } = parts;
  const plan = planOfBoard(board, parts);
  return { name: board.name, problem, plan, checked: check(problem, plan), sceneIds, resourceIds, locationIds, board };
}
