// What every feature is given: the few shared parts, and nothing that only one feature needs.
import type * as vscode from 'vscode';
import type { Commands } from './commands';
import type { Log } from './log';
import type { ScriptStore } from './scriptStore';

export interface App {
  readonly context: vscode.ExtensionContext;
  readonly scripts: ScriptStore;
  readonly commands: Commands;
  readonly log: Log;
}
