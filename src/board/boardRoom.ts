// The room of the boards: a panel for each script whose board is looked at, and what the commands do.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { CommandHandler } from '../host/commands';
import { inBackground, tellWriter, WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { scriptMeant } from '../host/scriptMeant';
import type { Planning } from '../planning/planning';
import { shownBoardKey } from '../planning/shownBoard';
import { boardCommands } from './boardCommands';
import { BoardPanel, VIEW } from './boardPanel';

export interface BoardRoom extends vscode.Disposable {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** The panel of a script, for tests. */
  panelOf(uri: string): BoardPanel | undefined;
}

export function openBoardRoom(app: App, planning: Planning): BoardRoom {
  const panels = new Map<string, BoardPanel>();

  const take = async (uri: vscode.Uri, panel: vscode.WebviewPanel): Promise<BoardPanel> => {
    const key = uri.toString();
    const made = new BoardPanel(app, planning, await planning.productions(), uri, panel);
    panels.set(key, made);
    made.onClosed(() => {
      made.session.dispose();
      if (panels.get(key) === made) {
        panels.delete(key);
      }
    });
    return made;
  };

  /** The board of this script, in front. */
  const open = async (wish: unknown): Promise<BoardPanel> => {
    const { uri } = await scriptMeant(addressIn(wish));
    const known = panels.get(uri.toString());
    const panel = known ?? (await take(uri, vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Board'), vscode.ViewColumn.Beside, { enableFindWidget: false })));
    panel.reveal();
    await panel.session.refresh();
    return panel;
  };

  const moves = followMoves(app, planning, panels, open);

  return {
    commands: boardCommands(open, () => boardInFront(panels)),
    panelOf: (uri) => panels.get(uri),
    restore: async (panel, state) => {
      const uri = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? state.uri : undefined;
      if (uri === undefined || panels.has(uri)) {
        panel.dispose();
        return;
      }
      try {
        await take((await reopenDocument(uri)).uri, panel);
      } catch (error) {
        // Its script is gone: an empty tab would say nothing.
        panel.dispose();
        await tellWriter(app.log, VIEW, error);
      }
    },
    dispose: () => {
      moves.dispose();
      panels.forEach((panel) => panel.dispose());
    },
  };
}

/** A script with another name: its board goes along, with the one that was looked at. */
function followMoves(app: App, planning: Planning, panels: ReadonlyMap<string, BoardPanel>, open: (uri: vscode.Uri) => Promise<unknown>): vscode.Disposable {
  const { workspaceState } = app.context;
  const follow = async (from: vscode.Uri, to: vscode.Uri): Promise<void> => {
    const panel = panels.get(from.toString());
    await workspaceState.update(shownBoardKey(to), workspaceState.get(shownBoardKey(from)));
    await workspaceState.update(shownBoardKey(from), undefined);
    if (panel) {
      panel.dispose();
      await reopenDocument(to.toString());
      await open(to);
    }
  };
  let moves: vscode.Disposable | undefined;
  const listening = planning.productions().then((productions) => {
    moves = productions.onDidMove(({ from, to }) => inBackground(app.log, VIEW, follow(from, to)));
  });
  inBackground(app.log, VIEW, listening);
  return new vscode.Disposable(() => void moves?.dispose());
}

/** The board that a command of the palette means: the one in front, else the only one in sight. */
async function boardInFront(panels: ReadonlyMap<string, BoardPanel>): Promise<BoardPanel> {
  const all = [...panels.values()];
  const found = all.find(({ active }) => active) ?? onlyOne(all.filter(({ visible }) => visible)) ?? onlyOne(all);
  if (!found) {
    throw new WriterError(vscode.l10n.t('Open the board of a script first.'));
  }
  if (!found.session.ready) {
    await found.session.refresh();
  }
  return found;
}

const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** A menu gives an address; other features `{ uri }` with the address or its text. */
function addressIn(wish: unknown): vscode.Uri | undefined {
  const said = typeof wish === 'object' && wish !== null && !(wish instanceof vscode.Uri) && 'uri' in wish ? wish.uri : wish;
  return said instanceof vscode.Uri ? said : typeof said === 'string' ? vscode.Uri.parse(said) : undefined;
}
