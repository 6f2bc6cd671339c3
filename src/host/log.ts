// The log: sizes, times and status. Never a script's text, never a key.
import * as vscode from 'vscode';

export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel('Backlot', { log: true });
}
