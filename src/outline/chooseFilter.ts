// Asks what to look for among the scenes: a character, a set, or any words.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { charactersOf } from '../core/script/characters';
import { locationsOf } from '../core/script/locations';
import type { SceneFilter } from './sceneFilter';

interface Choice extends vscode.QuickPickItem {
  readonly filter?: SceneFilter;
}

/** Undefined when the writer thinks better of it. */
export function chooseFilter(script: Script, current: SceneFilter | undefined): Promise<SceneFilter | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Filter Scenes');
  pick.placeholder = vscode.l10n.t('Words to look for, or choose a character or a set');
  pick.matchOnDescription = true;
  pick.value = current?.by === 'text' ? current.value : '';
  const known = choicesOf(script);
  const offer = (): void => {
    const value = pick.value.trim();
    const text: Choice = { label: vscode.l10n.t('Scenes with “{0}”', value), iconPath: new vscode.ThemeIcon('search'), alwaysShow: true, filter: { by: 'text', value } };
    pick.items = value === '' ? known : [text, ...known];
  };
  offer();
  return new Promise((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      // Words typed and confirmed faster than the list is offered anew are words to look for.
      const value = pick.value.trim();
      resolve(pick.selectedItems[0]?.filter ?? (value === '' ? undefined : { by: 'text', value }));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function choicesOf(script: Script): Choice[] {
  const people = charactersOf(script).map(
    ({ name, scenes }): Choice => ({ label: name, description: scenesSaid(scenes.length), iconPath: new vscode.ThemeIcon('account'), filter: { by: 'character', value: name } }),
  );
  const sets = locationsOf(script).map(
    ({ set, scenes }): Choice => ({ label: set, description: scenesSaid(scenes.length), iconPath: new vscode.ThemeIcon('location'), filter: { by: 'set', value: set } }),
  );
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(people.length > 0 ? [heading(vscode.l10n.t('Characters')), ...people] : []),
    ...(sets.length > 0 ? [heading(vscode.l10n.t('Sets')), ...sets] : []),
  ];
}

function scenesSaid(count: number): string {
  return count === 1 ? vscode.l10n.t('1 scene') : vscode.l10n.t('{0} scenes', count);
}
