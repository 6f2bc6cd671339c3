// The sidebar: scenes and characters of the script being written.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { CharactersView } from './charactersView';
import { createSceneDragging } from './dragScenes';
import { FollowedScript } from './followedScript';
import { Outlines } from './outlines';
import { ScenesView } from './scenesView';

export function registerOutline({ context, scripts, commands, log }: App): vscode.Disposable {
  const followed = new FollowedScript(scripts);
  const outlines = new Outlines(followed, log);
  const dragging = createSceneDragging();
  const scenes = new ScenesView(followed, outlines, context.extensionUri, dragging);
  const characters = new CharactersView(followed, outlines, context.extensionUri);
  // The views' empty states differ by whether a script is open at all. Asked with every change, so told only when it is another.
  let told: boolean | undefined;
  const tellState = (): void => {
    const has = followed.document !== undefined;
    if (has !== told) {
      told = has;
      void vscode.commands.executeCommand('setContext', 'backlot.hasScript', has);
    }
  };
  tellState();
  const parts = [
    followed,
    outlines,
    scenes,
    characters,
    followed.onDidChange(tellState),
    commands.registerFamily('backlot.scenes.', async () => (await import('./sceneCommands')).sceneCommands(followed, outlines, scenes)),
    commands.registerFamily('backlot.characters.', async () => (await import('./characterCommands')).characterCommands(scripts, followed, outlines, characters)),
  ];
  if (context.extensionMode === vscode.ExtensionMode.Test) {
    // The tests of the views ask the views themselves; nobody else can.
    parts.push(commands.register('_backlot.outline', () => ({ scenes, characters, dragging, outlines })));
  }
  return vscode.Disposable.from(...parts);
}
