// The list of open drafts in the sidebar: there when there is one, each with what is left to decide.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { nameIn } from '../host/fileName';
import { draftState, tellEnd, tellState, type DraftState } from './draftState';
import type { DraftStore } from './draftStore';
import { tellLength } from './draftWords';

/** VS Code draws a tree's changes at most so often; a stream must not keep it drawing. */
const PAUSE_MS = 250;

export interface DraftList {
  readonly tree: vscode.TreeView<string>;
  dispose(): void;
}

export function showDraftList(store: DraftStore): DraftList {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    getChildren: (id) => (id === undefined ? store.list().map((draft) => draft.id) : []),
    getParent: () => undefined,
    getTreeItem: (id) => {
      const draft = store.get(id);
      return draft ? rowOf(draft) : new vscode.TreeItem('');
    },
  };
  const tree = vscode.window.createTreeView('backlot.drafts', { treeDataProvider: provider });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: number | undefined;
  const tell = () => {
    timer = undefined;
    const count = store.list().length;
    if ((told ?? 0) > 0 !== count > 0) {
      void vscode.commands.executeCommand('setContext', 'backlot.hasDrafts', count > 0);
    }
    if (told !== count) {
      told = count;
      tree.badge = count === 0 ? undefined : { value: count, tooltip: count === 1 ? vscode.l10n.t('1 draft') : vscode.l10n.t('{0} drafts', count) };
    }
    changed.fire(undefined);
  };
  tell();
  const listening = store.onDidChange(({ before, after }) => {
    // That there is a draft, or none any more, is seen at once.
    if (!before || !after) {
      clearTimeout(timer);
      tell();
    } else {
      timer ??= setTimeout(tell, PAUSE_MS);
    }
  });
  return {
    tree,
    dispose: () => {
      clearTimeout(timer);
      vscode.Disposable.from(listening, tree, changed).dispose();
      void vscode.commands.executeCommand('setContext', 'backlot.hasDrafts', false);
    },
  };
}

const ICONS: Readonly<Record<DraftState, string>> = { writing: 'loading~spin', failed: 'error', lost: 'warning', finished: 'check-all', open: 'diff' };

function rowOf(draft: Draft): vscode.TreeItem {
  const state = draftState(draft);
  const row = new vscode.TreeItem(draft.title);
  const direction = draft.direction === undefined || draft.direction === '' ? undefined : draft.direction;
  row.id = draft.id;
  row.description = [tellState(draft), direction].filter((part) => part !== undefined).join(' · ');
  row.tooltip = [draft.title, nameIn(vscode.Uri.parse(draft.uri)), direction, tellState(draft), tellLength(draft), tellEnd(draft)].filter((part) => part !== undefined && part !== '').join('\n');
  row.accessibilityInformation = { label: [draft.title, row.description].join(', ') };
  row.iconPath = new vscode.ThemeIcon(ICONS[state]);
  row.contextValue = state;
  row.command = { title: vscode.l10n.t('Show Draft'), command: 'backlot.drafts.show', arguments: [draft.id] };
  return row;
}
