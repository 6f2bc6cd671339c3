// What stands behind the form's commands: a panel for each script, and what the commands do.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { scriptMeant } from '../host/scriptMeant';
import type { Planning, Productions } from '../planning/planning';
import { exportTables, type ExportWish } from './exportTables';
import { importTable, type ImportWish } from './importTable';
import { ProductionPanel } from './productionPanel';
import type { TabId } from './protocol';
import { renumber } from './renumber';

export interface ProductionRoom extends vscode.Disposable {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  restore(panel: vscode.WebviewPanel, uri: string | undefined): Promise<void>;
  /** The panel of a script, where it is open: for tests. */
  panelOf(uri: string): ProductionPanel | undefined;
}

export async function openProductionRoom(app: App, planning: Planning): Promise<ProductionRoom> {
  const productions = await planning.productions();
  const panels = new Map<string, ProductionPanel>();
  const make = (uri: vscode.Uri, view?: vscode.WebviewPanel): ProductionPanel => {
    const panel = new ProductionPanel(app, productions, uri, view, () => panels.delete(panel.uri.toString()));
    panels.set(uri.toString(), panel);
    return panel;
  };
  const moving = productions.onDidMove(({ from, to }) => {
    const panel = panels.get(from.toString());
    if (panel) {
      panels.delete(from.toString());
      panel.moved(to);
      panels.set(to.toString(), panel);
    }
  });
  const open = async (said: unknown): Promise<ProductionPanel> => {
    const uri = await scriptUri(said, panels);
    const panel = panels.get(uri.toString()) ?? make(uri);
    const { tab, id } = openingOf(said);
    panel.show(TABS.find((each) => each === tab), id);
    return panel;
  };
  return {
    commands: commandsOf(productions, panels, open),
    panelOf: (uri) => panels.get(uri),
    async restore(view, uri) {
      if (uri === undefined || panels.has(uri)) {
        view.dispose();
        return;
      }
      await reopenDocument(uri).then(undefined, () => undefined);
      make(vscode.Uri.parse(uri), view);
    },
    dispose() {
      moving.dispose();
      [...panels.values()].forEach((panel) => panel.dispose());
    },
  };
}

function commandsOf(productions: Productions, panels: ReadonlyMap<string, ProductionPanel>, open: (said: unknown) => Promise<ProductionPanel>): Record<string, CommandHandler> {
  return {
    'backlot.production.open': async (said?: unknown) => {
      await open(said);
    },
    'backlot.production.export': async (said?: unknown, wish?: ExportWish) => exportTables(productions, await scriptUri(said, panels), wish),
    'backlot.production.import': async (said?: unknown, wish?: ImportWish) => {
      const uri = await scriptUri(said, panels);
      return importTable(productions, uri, async () => open(uri), wish);
    },
    'backlot.production.renumber': async (said?: unknown, id?: unknown) => renumber(productions, await scriptUri(said, panels), typeof id === 'string' ? id : undefined),
    'backlot.production.undo': async (said?: unknown) => (await open(said)).takeBack('undo'),
    'backlot.production.redo': async (said?: unknown) => (await open(said)).takeBack('redo'),
  };
}

const TABS: readonly TabId[] = ['cast', 'elements', 'places', 'crew', 'rules', 'demands'];

/** What another view may say besides the script: the tab, and the row that is meant. */
function openingOf(said: unknown): { readonly uri?: string; readonly tab?: string; readonly id?: string } {
  if (typeof said !== 'object' || said === null || said instanceof vscode.Uri) {
    return {};
  }
  const entries = Object.entries(said).filter((entry) => ['uri', 'tab', 'id'].includes(entry[0]) && typeof entry[1] === 'string');
  return Object.fromEntries<string>(entries);
}

/** The script that a command means: given, of the form in front, or being written. */
async function scriptUri(said: unknown, panels: ReadonlyMap<string, ProductionPanel>): Promise<vscode.Uri> {
  const front = [...panels.values()].find(({ isActive }) => isActive);
  const named = openingOf(said).uri;
  const uri = said === undefined && front ? front.uri : (await scriptMeant(named === undefined ? said : vscode.Uri.parse(named))).uri;
  if (uri.scheme === 'untitled') {
    throw new WriterError(vscode.l10n.t('Save the script first: its production is kept in a file beside it.'));
  }
  return uri;
}
