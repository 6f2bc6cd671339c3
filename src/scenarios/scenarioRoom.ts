// All behind What If, put together when a writer first asks for it or looks at its view.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { CommandHandler } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import { provideBranches } from './branchText';
import { createGlances } from './glances';
import { ScenarioAsks } from './scenarioAsks';
import { answerView, scenarioCommands } from './scenarioCommands';
import { ScenarioDeveloper } from './scenarioDeveloper';
import { ScriptShown } from './scenarioPlaces';
import { ScenariosView } from './scenariosView';
import { Shelves } from './shelves';
import { shownScenarios, type Showing } from './shownScenarios';
import { createSnapshots } from './snapshots';

export interface ScenarioRoom extends vscode.Disposable {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  show(view: vscode.WebviewView): void;
  /** For tests: the shelves, and the view as if the writer clicked in it. */
  readonly shelves: Shelves;
  readonly view: ScenariosView;
}

/** What the commands and the view work with. */
export interface Parts {
  readonly app: App;
  readonly models: ModelSource;
  readonly review: Review;
  readonly shelves: Shelves;
  readonly asks: ScenarioAsks;
  readonly developer: ScenarioDeveloper;
  readonly shown: ScriptShown;
  readonly view: ScenariosView;
}

/** A real pause: for an open card all pages are laid out twice, a quarter of a second's work on a feature. */
const PAUSE_MS = 1200;
/** While the cards are in sight: one look at the folder's time. */
const GLANCE_MS = 2500;

export function openScenarioRoom(app: App, models: ModelSource, review: Review): ScenarioRoom {
  const shelves = new Shelves(app.log, app.scripts);
  const drawSoon = (): void => {
    view.drawSoon();
    glances.start();
  };
  const shown = new ScriptShown(drawSoon);
  const snapshots = createSnapshots();
  const asks = new ScenarioAsks(app, review, snapshots, drawSoon);
  const developer = new ScenarioDeveloper(app, review, snapshots, shelves, drawSoon);
  const showing = (): Showing | undefined => {
    const { document } = shown;
    return document && { document, script: app.scripts.get(document), shelf: shelves.now(document), whyNot: shelves.whyNot(document), askings: asks.of(document.uri.toString()), opened: view.opened, progress: (id) => developer.progress(id) };
  };
  const view: ScenariosView = new ScenariosView(app, () => shownScenarios(showing()), (message) => answerView(parts, message), drawSoon);
  const parts: Parts = { app, models, review, shelves, asks, developer, shown, view };
  const hasFolder = (): boolean => view.inSight && shown.document !== undefined && shelves.whyNot(shown.document) !== 'untitled';
  const look = async (): Promise<void> => {
    const { document } = shown;
    if (document) {
      await shelves.glance(document).catch((error: unknown) => app.log.warn(`scenarios.glance failed: ${error instanceof Error ? error.message : typeof error}`));
    }
  };
  const glances = createGlances(hasFolder, look, GLANCE_MS);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const following = vscode.Disposable.from(
    provideBranches(parts),
    shelves.onDidChange(drawSoon),
    shelves.onDidMove((moved) => asks.moved(moved)),
    app.scripts.onDidChange(({ document }) => {
      if (document === shown.document) {
        clearTimeout(timer);
        timer = setTimeout(drawSoon, PAUSE_MS);
      }
    }),
    { dispose: () => clearTimeout(timer) },
    glances,
  );
  return {
    commands: scenarioCommands(parts),
    show(opened) {
      view.show(opened);
      shelves.rereadAll();
      glances.start();
    },
    shelves,
    view,
    dispose: () => void vscode.Disposable.from(following, asks, developer, shown, view, shelves).dispose(),
  };
}
