// What the breakdown's commands, its view, its hover and its tint share, from the moment one of them is first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground, type CommandHandler } from '../host/commands';
import { nameIn } from '../host/fileName';
import type { ModelSource } from '../models/modelSource';
import type { Planning, ProductionState, Productions } from '../planning/planning';
import { createElementAsker, type ElementAsker } from './askElements';
import { createViewActions } from './viewActions';
import { BreakdownPanel } from './breakdownPanel';
import { breakdownCommands } from './breakdownCommands';
import { namedCategories } from './picks';
import type { ToBreakdown } from './protocol';
import { TINT } from './register';
import { shownBreakdown } from './shown';
import { Suggestions } from './suggestions';
import { hoverAt } from './tagHover';
import { TagTint } from './tagTint';

export interface BreakdownRoom {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  readonly panel: BreakdownPanel;
  readonly productions: Productions;
  readonly suggestions: Suggestions;
  readonly asker: ElementAsker;
  /** Undefined while tagged words are not tinted. */
  tint(): TagTint | undefined;
  toggleTint(): Promise<void>;
  hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined>;
  dispose(): void;
}

export const translate = (message: string, ...values: readonly (string | number)[]): string => vscode.l10n.t(message, ...values);

export async function openBreakdownRoom(app: App, planning: Planning, models: ModelSource): Promise<BreakdownRoom> {
  const productions = await planning.productions();
  const suggestions = new Suggestions(app.context.workspaceState);
  const asker = createElementAsker({ app, productions, models, suggestions });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const hear = createViewActions({ app, productions, suggestions, asker, open: (document) => room.panel.show(document) });
  const shown = (document: vscode.TextDocument): Promise<ToBreakdown> => shownOf(document, { productions, suggestions, asker });
  const panel = new BreakdownPanel({ app, productions, shown, hear, onDidChange: changed.event });
  const parts = vscode.Disposable.from(panel, changed, suggestions, asker, productions.onDidMove(({ from, to }) => suggestions.moved(from, to)), suggestions.onDidChange((uri) => changed.fire(uri)), asker.onDidChange((uri) => changed.fire(uri)));
  let tint: TagTint | undefined;
  const tintNow = async (on: boolean): Promise<void> => {
    tint?.dispose();
    tint = on ? new TagTint(app, productions) : undefined;
    await app.context.workspaceState.update(TINT, on ? true : undefined);
    await tint?.draw();
  };
  const room: BreakdownRoom = {
    panel,
    productions,
    suggestions,
    asker,
    commands: {},
    tint: () => tint,
    toggleTint: () => tintNow(tint === undefined),
    hover: (document, position) => hoverAt(document, position, productions, tint !== undefined || panel.shown === document),
    dispose() {
      tint?.dispose();
      parts.dispose();
    },
  };
  if (app.context.workspaceState.get(TINT) === true) {
    inBackground(app.log, 'breakdown.tint', tintNow(true));
  }
  return Object.assign(room, { commands: breakdownCommands(app, room) });
}

interface Showing {
  readonly productions: Productions;
  readonly suggestions: Suggestions;
  readonly asker: ElementAsker;
}

/** What the view is told of a script, whatever it holds. */
async function shownOf(document: vscode.TextDocument, { productions, suggestions, asker }: Showing): Promise<ToBreakdown> {
  const uri = document.uri.toString();
  if (document.isUntitled) {
    return { kind: 'nothing', uri, title: vscode.l10n.t('Save the script first.'), hint: vscode.l10n.t('What it needs is kept in a file beside it.'), save: vscode.l10n.t('Save…') };
  }
  const state: ProductionState = await productions.of(document.uri);
  if (state.breakdown.scenes.length === 0 && state.breakdown.orphans.length === 0 && state.trouble === undefined) {
    return { kind: 'nothing', uri, title: vscode.l10n.t('No scenes yet.'), hint: vscode.l10n.t('Write a scene heading such as INT. KITCHEN - DAY and what happens there: each scene gets a breakdown sheet as you write.') };
  }
  const asking = asker.asking(document.uri);
  const file = nameIn(productions.fileOf(document.uri));
  return shownBreakdown({ uri, title: nameIn(document.uri), state, categories: namedCategories(state.production), suggestions: state.trouble === undefined ? suggestions.of(document, state) : [], file, ...(asking === undefined ? {} : { asking }) }, translate);
}
