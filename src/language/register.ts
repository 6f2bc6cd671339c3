// The language itself: what the manifest's grammar and settings cannot say of a script.
import type * as vscode from 'vscode';
import type { App } from '../host/app';
import { FOUNTAIN } from '../host/scriptStore';
import { registerHighlighting } from './highlighting';

export function registerLanguage(app: App): vscode.Disposable {
  return registerHighlighting(app.scripts, { language: FOUNTAIN });
}
