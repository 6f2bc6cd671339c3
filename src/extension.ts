// Builds the shared parts and lets each feature register itself. No logic here.
import type * as vscode from 'vscode';
import type { App } from './host/app';
import { createCommands } from './host/commands';
import { createLog } from './host/log';
import { ScriptStore } from './host/scriptStore';
import { registerModels } from './models/register';

export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const scripts = new ScriptStore();
  const app: App = { context, scripts, commands: createCommands(log), log };
  const models = registerModels(app);
  context.subscriptions.push(log, scripts, models);
}
