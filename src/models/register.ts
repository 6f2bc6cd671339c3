// The face of src/models: the commands about models, the status bar, and the connected model for those who ask it.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { modelSettings } from '../host/settings';
import { createModelHouse, type ModelSource } from './modelSource';
import { createStatusBar } from './statusBar';

export function registerModels(app: App): ModelSource & { dispose(): void } {
  const house = createModelHouse(app);
  const connect = async (): Promise<void> => (await import('./connect')).connectModel(house);
  // Read when first used: most days a writer only writes.
  const later = () => import('./houseCommands');
  const status = createStatusBar(house.current, 'backlot.model.status', (error) => app.log.error(`model: the status bar cannot say which: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`));
  const { commands } = app;
  const subscriptions = vscode.Disposable.from(
    house,
    status,
    house.onDidChange(() => status.refresh()),
    commands.register('backlot.model.connect', connect),
    commands.register('backlot.model.check', async () => (await later()).check(house)),
    commands.register('backlot.model.disconnect', async () => (await later()).disconnect(house)),
    commands.register('backlot.model.forgetKey', async () => (await later()).forgetKey(house)),
    commands.register('backlot.model.toggleLocalOnly', async () => (await later()).toggleLocalOnly()),
    commands.register('backlot.model.status', async () => (await import('./statusMenu')).chooseFromMenu(await house.current(), modelSettings().localOnly)),
  );
  return { current: house.current, unasked: house.unasked, connect, onDidChange: house.onDidChange, dispose: () => void subscriptions.dispose() };
}
