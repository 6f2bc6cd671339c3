// The language itself: what the manifest's grammar and settings cannot say of a script.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { FOUNTAIN } from '../host/scriptStore';
import { registerCompletion } from './completion';
import { registerHighlighting } from './highlighting';
import { registerNavigation } from './navigation';
import { registerTyping } from './typing';
import { registerWriting } from './writing';

export function registerLanguage(app: App): vscode.Disposable {
  return vscode.Disposable.from(registerHighlighting(app.scripts, { language: FOUNTAIN }), registerCompletion(app.scripts, { language: FOUNTAIN }), registerTyping(app), registerNavigation(app.scripts), registerWriting(app));
}
