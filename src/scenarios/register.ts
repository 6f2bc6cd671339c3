// What If: other ways the story could go, asked for in the script and shown as cards beside it. All behind it is read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { ScenarioRoom } from './scenarioRoom';

export function registerScenarios(app: App, models: ModelSource, review: Review): vscode.Disposable {
  let room: Promise<ScenarioRoom> | undefined;
  const roomOf = () => (room ??= import('./scenarioRoom').then(({ openScenarioRoom }) => openScenarioRoom(app, models, review)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.scenarios.', async () => (await roomOf()).commands),
    vscode.window.registerWebviewViewProvider('backlot.scenarios', { resolveWebviewView: async (view) => (await roomOf()).show(view) }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // Whatever a script of a writer's is called, once scenarios have been looked at; until then what is one by its name.
      for (const { oldUri, newUri } of files.filter((file) => room !== undefined || /\.(?:fountain|spmd)$/i.test(file.oldUri.path))) {
        inBackground(app.log, 'scenarios.moved', roomOf().then(({ shelves }) => shelves.moved(oldUri, newUri)));
      }
    }),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.scenarios', roomOf)] : []),
    { dispose: () => void room?.then((each) => void each.dispose()) },
  );
}
