// The sidebar's views as the tests see them: the extension hands them out in test mode only.
import * as vscode from 'vscode';
import type { CharactersView } from '../../src/outline/charactersView';
import type { Outlines } from '../../src/outline/outlines';
import type { ScenesView } from '../../src/outline/scenesView';
import { activateBacklot } from './workspace';

export interface OutlineHandle {
  readonly scenes: ScenesView;
  readonly characters: CharactersView;
  readonly outlines: Outlines;
  readonly dragging: NonNullable<vscode.TreeViewOptions<ReturnType<ScenesView['getChildren']>[number]>['dragAndDropController']>;
}

export async function outlineHandle(): Promise<OutlineHandle> {
  await activateBacklot();
  return vscode.commands.executeCommand<OutlineHandle>('_backlot.outline');
}

interface Row<T> {
  readonly node: T;
  readonly depth: number;
  readonly row: vscode.TreeItem;
  readonly label: string;
  /** The icon's file name, or a theme icon's id. */
  readonly icon: string | undefined;
}

/** Every row a provider gives, from the top, whether it is expanded or not. */
export function rowsOf<T>(provider: { getChildren(node?: T): T[]; getTreeItem(node: T): vscode.TreeItem }, parent?: T, depth = 0): Row<T>[] {
  return provider.getChildren(parent).flatMap((node) => {
    const row = provider.getTreeItem(node);
    return [{ node, depth, row, label: typeof row.label === 'string' ? row.label : (row.label?.label ?? ''), icon: iconOf(row) }, ...rowsOf(provider, node, depth + 1)];
  });
}

function iconOf({ iconPath }: vscode.TreeItem): string | undefined {
  if (iconPath instanceof vscode.ThemeIcon) {
    return iconPath.id;
  }
  return typeof iconPath === 'object' && 'dark' in iconPath && iconPath.dark instanceof vscode.Uri ? iconPath.dark.path.split('/').at(-1) : undefined;
}
