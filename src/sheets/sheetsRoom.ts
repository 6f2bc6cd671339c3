// What the sheets' commands share: the panel, and the commands themselves.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { CommandHandler } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import type { Planning, Productions } from '../planning/planning';
import { shownBoardKey } from '../planning/shownBoard';
import type { SheetExport } from './exportSheets';
import type { SheetId } from './protocol';
import { SheetsPanel } from './sheetsPanel';
import { sheetName } from './shownSheet';
import { readWish, SHEET_IDS, type SheetWish } from './wish';

export interface SheetsRoom {
  readonly panel: SheetsPanel;
  readonly commands: Readonly<Record<string, CommandHandler>>;
}

export async function createSheetsRoom(app: App, planning: Planning): Promise<SheetsRoom> {
  const productions = await planning.productions();
  const panel = new SheetsPanel(app, productions);
  const open = async (said: unknown, named?: SheetId): Promise<void> => {
    const wish = readWish(said);
    const script = await scriptFor(said, wish, panel);
    const sheet = named ?? wish.sheet ?? (await pickSheet());
    if (sheet) {
      await panel.show(script, { ...lookedAt(app, script), ...wish, sheet });
    }
  };
  return {
    panel,
    commands: {
      'backlot.sheets.open': (said?: unknown) => open(said),
      // Each by the name that one looks for in the palette.
      'backlot.sheets.callSheet': (said?: unknown) => open(said, 'call'),
      'backlot.sheets.dood': (said?: unknown) => open(said, 'dood'),
      'backlot.sheets.oneLine': (said?: unknown) => open(said, 'oneLine'),
      'backlot.sheets.shooting': (said?: unknown) => open(said, 'shooting'),
      'backlot.sheets.costs': (said?: unknown) => open(said, 'costs'),
      'backlot.sheets.export': async (said?: SheetExport | vscode.Uri) => {
        const wish = said instanceof vscode.Uri || said === undefined ? {} : said;
        const script = await scriptFor(said, readWish(wish), panel);
        const shown = panel.shown?.script.toString() === script.toString() ? panel.shown : undefined;
        const sheet = wish.sheet ?? shown?.sheet ?? (await pickSheet());
        const all = wish.all ?? (await wantsAll(sheet, wish, shown));
        return sheet && all !== undefined ? (await import('./exportSheets')).exportSheets(app, await productions.of(script), { ...lookedAt(app, script), ...shown, ...wish, sheet, all }) : undefined;
      },
      'backlot.sheets.exportUss': async (said?: unknown, target?: vscode.Uri) => (await import('./ussFiles')).exportUss(await stateFor(productions, said, panel), target),
      'backlot.sheets.importUss': async (said?: unknown, file?: vscode.Uri, agreed?: boolean) => (await import('./ussFiles')).importUss(productions, await scriptFor(said, readWish(said), panel), file, agreed === true),
    },
  };
}

/** The board that the stripboard shows: the papers are of that one unless another is named. */
function lookedAt(app: App, script: vscode.Uri): SheetWish {
  const board = app.context.workspaceState.get<string>(shownBoardKey(script));
  return board === undefined ? {} : { board };
}

async function stateFor(productions: Productions, said: unknown, panel: SheetsPanel) {
  return productions.of(await scriptFor(said, readWish(said), panel));
}

/** The script that is said; else the one whose sheets are in front; else the one being written. */
async function scriptFor(said: unknown, wish: SheetWish, panel: SheetsPanel): Promise<vscode.Uri> {
  if (wish.uri !== undefined) {
    return vscode.Uri.parse(wish.uri);
  }
  return said === undefined || said instanceof vscode.Uri || !panel.shown ? (await scriptMeant(said)).uri : panel.shown.script;
}

/** Stays when the focus goes: asked from within the sheets, their page takes it back for a moment. */
async function pickSheet(): Promise<SheetId | undefined> {
  const items = SHEET_IDS.map((id) => ({ id, label: sheetName(id) }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which sheet?'), ignoreFocusOut: true }))?.id;
}

/** Of sheets that there are many of, asked: the one shown, or all. Undefined where the writer changes their mind. */
async function wantsAll(sheet: SheetId | undefined, wish: SheetExport, shown: SheetWish | undefined): Promise<boolean | undefined> {
  if ((sheet !== 'call' && sheet !== 'breakdown') || wish.dayId !== undefined || wish.sceneId !== undefined || wish.target !== undefined) {
    return false;
  }
  const one = sheet === 'call' ? vscode.l10n.t('One day') : vscode.l10n.t('One scene');
  const every = sheet === 'call' ? vscode.l10n.t('Every day of the board') : vscode.l10n.t('Every scene');
  const items = [{ label: one, all: false, ...(shown?.sheet === sheet && { description: vscode.l10n.t('the one that is shown') }) }, { label: every, all: true }];
  return (await vscode.window.showQuickPick(items, { placeHolder: sheetName(sheet), ignoreFocusOut: true }))?.all;
}
