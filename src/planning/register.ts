// Planning the shoot: the store of productions and the solver, for the features that show them. Both are read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import type { Planning } from './planning';
import type { ProductionStore } from './productionStore';

export function registerPlanning(app: App): Planning {
  let store: Promise<ProductionStore> | undefined;
  const productions = () => (store ??= import('./productionStore').then(({ ProductionStore: Store }) => new Store(app)));
  let engine: ReturnType<Planning['solver']> | undefined;
  const solver = () => (engine ??= import('./solver').then(({ createSolver }) => createSolver(app)));
  const renamed = vscode.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files.filter((file) => store !== undefined || /\.(?:fountain|spmd)$/i.test(file.oldUri.path))) {
      inBackground(app.log, 'planning.moved', productions().then((each) => each.moved(oldUri, newUri)));
    }
  });
  // What tests ask for as the features do.
  const seen = app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.productions', productions), app.commands.register('_backlot.solver', solver)] : [];
  return {
    productions,
    solver,
    dispose() {
      renamed.dispose();
      seen.forEach((each) => void each.dispose());
      void store?.then((each) => each.dispose());
    },
  };
}
