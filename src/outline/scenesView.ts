// The Scenes view: sections and scenes as a tree that follows the cursor.
import * as vscode from 'vscode';
import { followsCursor, onSettingsChange } from '../host/settings';
import type { FollowedScript } from './followedScript';
import type { OutlineChange, OutlineNode } from './outlineNodes';
import type { Outlines } from './outlines';
import type { SceneFilter } from './sceneFilter';
import { rowOf, tooltipOf } from './sceneRow';

const SCENES_VIEW = 'backlot.scenes';

export class ScenesView implements vscode.TreeDataProvider<OutlineNode>, vscode.Disposable {
  readonly tree: vscode.TreeView<OutlineNode>;
  private readonly changed = new vscode.EventEmitter<OutlineNode[] | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  /** What changed while nobody looked: then all is drawn anew. */
  private missed = false;
  private structure = 0;
  private isFiltered = false;
  private revealed: OutlineNode | undefined;
  private pending: { readonly node: OutlineNode; readonly focus: boolean } | undefined;
  private followTimer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly followed: FollowedScript,
    private readonly outlines: Outlines,
    private readonly extension: vscode.Uri,
    dragAndDropController: vscode.TreeDragAndDropController<OutlineNode>,
  ) {
    this.tree = vscode.window.createTreeView(SCENES_VIEW, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true, dragAndDropController });
    this.subscriptions = [
      this.tree,
      this.changed,
      this.tree.onDidChangeVisibility(({ visible }) => this.setVisible(visible)),
      this.tree.onDidCollapseElement(({ element }) => this.outlines.collapsed.add(element.id)),
      this.tree.onDidExpandElement(({ element }) => this.outlines.collapsed.delete(element.id)),
      outlines.onDidUpdate((change) => this.show(change)),
      followed.onDidMoveCursor(() => this.followSoon()),
      onSettingsChange(['outline.followCursor'], () => this.followNow()),
    ];
    outlines.setInSight(SCENES_VIEW, this.tree.visible);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    if (this.revealed === undefined) {
      // The window is drawing rows anew: what is to be selected is selected when it is done.
      this.followSoon();
    }
    return [...(node?.children ?? this.outlines.nodes.roots)];
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    return rowOf(node, this.extension, this.outlines.collapsed.has(node.id));
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  resolveTreeItem(row: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    row.tooltip = tooltipOf(node);
    return row;
  }

  /** The row that was just moved, until the window shows it selected where it is now. */
  get moved(): OutlineNode | undefined {
    return this.pending?.node;
  }

  /** Selects a row once the window has drawn the rows anew; `focus` puts the keyboard there too. */
  showMoved(node: OutlineNode, focus: boolean): void {
    this.pending = { node, focus };
    this.revealed = undefined;
    this.followSoon();
  }

  dispose(): void {
    clearTimeout(this.followTimer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private setVisible(visible: boolean): void {
    this.outlines.setInSight(SCENES_VIEW, visible);
    if (visible && this.missed) {
      this.show('all');
    }
    if (visible) {
      this.followNow();
    }
  }

  private show(change: OutlineChange): void {
    if (!this.tree.visible) {
      this.missed = true;
      return;
    }
    this.missed = false;
    if (change !== 'none') {
      this.changed.fire(change === 'all' ? undefined : [...change]);
    }
    const { structure } = this.outlines.nodes;
    if (change === 'all' || structure !== this.structure) {
      // A row that went to another section lost its selection in the window: it is selected again.
      this.revealed = undefined;
    }
    this.structure = structure;
    this.sayWhatIsShown();
    this.followSoon();
  }

  private sayWhatIsShown(): void {
    const { filter } = this.outlines;
    this.setIsFiltered(filter !== undefined);
    const scenes = this.outlines.nodes.all.filter(({ item }) => item.kind === 'scene');
    const shown = filter === undefined ? scenes.length : countScenes(this.outlines.nodes.roots);
    const description = scenes.length === 0 ? '' : filter === undefined ? String(scenes.length) : vscode.l10n.t('{0} of {1}', shown, scenes.length);
    // Set only when it differs: each is a message to the window, and this runs after every pause.
    if (this.tree.description !== description) {
      this.tree.description = description;
    }
    const message = filter === undefined || shown === 0 ? '' : sentenceFor(filter);
    if ((this.tree.message ?? '') !== message) {
      this.tree.message = message;
    }
  }

  private setIsFiltered(isFiltered: boolean): void {
    if (this.isFiltered !== isFiltered) {
      this.isFiltered = isFiltered;
      void vscode.commands.executeCommand('setContext', 'backlot.scenes.isFiltered', isFiltered);
    }
  }

  private followSoon(): void {
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => this.followNow(), FOLLOW_MS);
  }

  private followNow(): void {
    clearTimeout(this.followTimer);
    const { pending } = this;
    const node = pending?.node ?? this.nodeAtCursor();
    if (!this.tree.visible || node === undefined || !this.isShown(node) || node === this.revealed) {
      this.pending = undefined;
      return;
    }
    this.revealed = node;
    this.tree.reveal(node, { select: true, focus: pending?.focus ?? false, expand: false }).then(
      () => {
        this.pending = this.pending === pending ? undefined : this.pending;
      },
      () => {
        // The row went away while the window was drawing it: the next update reveals the right one.
        this.revealed = undefined;
        this.pending = undefined;
      },
    );
  }

  private nodeAtCursor(): OutlineNode | undefined {
    const { cursor, document } = this.followed;
    const at = cursor === undefined || !followsCursor(document?.uri) ? undefined : this.outlines.nodes.at(cursor);
    const node = at && this.openRowFor(at);
    // A selection of several rows is the writer's, about to be dragged: not to be taken away by a cursor that stays in one.
    return node !== undefined && this.tree.selection.length > 1 && this.tree.selection.includes(node) ? undefined : node;
  }

  /** The row itself, or the outermost section around it that the writer has closed: following the cursor opens nothing. */
  private openRowFor(node: OutlineNode): OutlineNode {
    let row = node;
    for (let around = node.parent; around !== undefined; around = around.parent) {
      row = this.outlines.collapsed.has(around.id) ? around : row;
    }
    return row;
  }

  private isShown(node: OutlineNode): boolean {
    return (node.parent?.children ?? this.outlines.nodes.roots).includes(node) && (node.parent === undefined || this.isShown(node.parent));
  }
}

const FOLLOW_MS = 40;

function countScenes(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.item.kind === 'scene' ? 1 : countScenes(node.children)), 0);
}

function sentenceFor(filter: SceneFilter): string {
  switch (filter.by) {
    case 'character':
      return vscode.l10n.t('Scenes in which {0} speaks', filter.value);
    case 'set':
      return vscode.l10n.t('Scenes on the set {0}', filter.value);
    case 'text':
      return vscode.l10n.t('Scenes with “{0}”', filter.value);
  }
}
