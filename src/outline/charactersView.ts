// The Characters view: who speaks how much, and where.
import * as vscode from 'vscode';
import { CharacterNodes, type CharacterChange, type CharacterNode, type PartNode } from './characterNodes';
import { characterRow, partRow } from './characterRow';
import type { FollowedScript } from './followedScript';
import type { Outlines } from './outlines';

const CHARACTERS_VIEW = 'backlot.characters';

type Node = CharacterNode | PartNode;

export class CharactersView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly tree: vscode.TreeView<Node>;
  private readonly nodes = new CharacterNodes();
  private readonly changed = new vscode.EventEmitter<Node[] | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  /** Asked again when the script comes back into view. */
  private readonly expanded = new Set<string>();
  private missed = true;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly followed: FollowedScript,
    private readonly outlines: Outlines,
    private readonly extension: vscode.Uri,
  ) {
    this.tree = vscode.window.createTreeView(CHARACTERS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.tree,
      this.changed,
      this.tree.onDidChangeVisibility(({ visible }) => this.setVisible(visible)),
      this.tree.onDidExpandElement(({ element }) => this.expanded.add(element.id)),
      this.tree.onDidCollapseElement(({ element }) => this.expanded.delete(element.id)),
      outlines.onDidUpdate(() => this.show()),
    ];
    outlines.setInSight(CHARACTERS_VIEW, this.tree.visible);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      this.update();
      return [...this.nodes.roots];
    }
    return node.kind === 'character' ? [...node.parts] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { script } = this.followed;
    return node.kind === 'character' ? characterRow(node, this.expanded.has(node.id)) : partRow(node, script, this.extension);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'part' ? node.character : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private setVisible(visible: boolean): void {
    this.outlines.setInSight(CHARACTERS_VIEW, visible);
    if (visible && this.missed) {
      this.show();
    }
  }

  private show(): void {
    if (!this.tree.visible) {
      this.missed = true;
      return;
    }
    const updated = this.update();
    const change = this.missed ? 'all' : updated;
    this.missed = false;
    if (change !== 'none') {
      this.changed.fire(change === 'all' ? undefined : [...change]);
    }
    const description = this.nodes.roots.length === 0 ? '' : String(this.nodes.roots.length);
    if (this.tree.description !== description) {
      this.tree.description = description;
    }
  }

  private update(): CharacterChange {
    const { document, script } = this.followed;
    if (document === undefined || script === undefined) {
      const hadRows = this.nodes.roots.length > 0;
      this.nodes.roots = [];
      return hadRows ? 'all' : 'none';
    }
    const scenes = this.outlines.nodes.all.filter(({ item }) => item.kind === 'scene');
    return this.nodes.update(document.uri.toString(), script, scenes);
  }
}
