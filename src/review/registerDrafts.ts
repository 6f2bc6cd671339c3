// Drafts in the editor: their store, their two sides, their commands.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { DraftAsk, Drafts } from './drafts';

export function registerDrafts(_app: App): Drafts & { dispose(): void } {
  const asked = new vscode.EventEmitter<DraftAsk>();
  const unready = (): never => {
    throw new Error('drafts are not ready');
  };
  return { open: unready, rewrite: unready, list: () => [], show: unready, onDidAsk: asked.event, dispose: () => asked.dispose() };
}
