// A scene or section as a row: what it says, its icon, its tooltip, and what a screen reader reads.
import * as vscode from 'vscode';
import { formatDuration, formatEighths } from '../core/page/formatLength';
import type { Scene, Section } from '../core/script/outline';
import type { OutlineNode } from './outlineNodes';
import type { Light } from '../core/script/timeOfDay';

export function rowOf(node: OutlineNode, extension: vscode.Uri, isCollapsed: boolean): vscode.TreeItem {
  const { item } = node;
  const row = new vscode.TreeItem(item.kind === 'scene' ? sceneLabel(item, node.light) : item.text || vscode.l10n.t('Untitled section'), stateOf(node, isCollapsed));
  row.id = node.id;
  row.contextValue = item.kind;
  row.description = item.kind === 'scene' ? said(lengthOf(node), item.synopsis) : said(node.scenes > 0 ? lengthOf(node) : undefined, item.synopsis);
  row.accessibilityInformation = { label: spoken(node) };
  row.command = { command: 'backlot.scenes.goTo', title: vscode.l10n.t('Go to Scene'), arguments: [node] };
  if (item.kind === 'scene') {
    row.iconPath = sceneIcon(item, node.light, extension);
  }
  return row;
}

/** The number, the set, and the time where the icon cannot say it: "12  DINER – 1984". */
export function sceneLabel(scene: Scene, light: Light | undefined): string {
  const name = scene.set || scene.heading || vscode.l10n.t('Untitled scene');
  const timed = scene.time !== undefined && scene.set !== '' && light === undefined ? `${name} – ${scene.time}` : name;
  return scene.number === undefined ? timed : `${scene.number}  ${timed}`;
}

export function sceneIcon(scene: Scene | undefined, light: Light | undefined, extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const file = `scene-${iconOf(scene, light)}.svg`;
  const themed = (theme: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', 'icons', theme, file);
  return { light: themed('light'), dark: themed('dark') };
}

/** What the row has no room for. Drawn when the writer rests on the row, not before. */
export function tooltipOf(node: OutlineNode): vscode.MarkdownString {
  const { item } = node;
  // A script is not to be trusted with links or HTML: everything of the writer's goes in as plain text.
  const tip = new vscode.MarkdownString();
  tip.appendMarkdown('**').appendText(item.kind === 'scene' ? item.heading : item.text).appendMarkdown('**');
  const line = (text: string): void => {
    tip.appendMarkdown('\n\n').appendText(text);
  };
  if (item.synopsis !== undefined) {
    tip.appendMarkdown('\n\n*').appendText(item.synopsis).appendMarkdown('*');
  }
  if (item.kind === 'section') {
    line(vscode.l10n.t('Scenes: {0}', node.scenes));
  } else {
    if (item.time !== undefined) {
      line(vscode.l10n.t('Set: {0} · Time: {1}', item.set, item.time));
    }
    if (item.characters.length > 0) {
      line(vscode.l10n.t('Speaking: {0}', item.characters.join(', ')));
    }
  }
  if (node.page !== undefined) {
    line(vscode.l10n.t('Begins on page {0}', node.page));
  }
  if (node.eighths > 0) {
    const [pages, time] = [formatEighths(node.eighths), formatDuration(node.seconds)];
    line(node.eighths > 8 ? vscode.l10n.t('Length: {0} pages, about {1}', pages, time) : vscode.l10n.t('Length: {0} page, about {1}', pages, time));
  }
  return tip;
}

function lengthOf(node: OutlineNode): string | undefined {
  return node.eighths === 0 ? undefined : `${formatEighths(node.eighths)} · ${formatDuration(node.seconds)}`;
}

function said(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function stateOf(node: OutlineNode, isCollapsed: boolean): vscode.TreeItemCollapsibleState {
  if (node.children.length === 0) {
    return vscode.TreeItemCollapsibleState.None;
  }
  return isCollapsed ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
}

function iconOf(scene: Scene | undefined, light: Light | undefined): string {
  switch (scene?.place) {
    case 'INT':
      return `int-${light ?? 'day'}`;
    case 'EXT':
    case 'EST':
      return light === undefined ? 'ext' : `ext-${light}`;
    case 'INT/EXT':
      return `both-${light ?? 'day'}`;
    default:
      return 'other';
  }
}

function spoken({ item, scenes, eighths, seconds }: OutlineNode): string {
  const pages = eighths > 8 ? vscode.l10n.t('{0} pages', formatEighths(eighths)) : vscode.l10n.t('{0} page', formatEighths(eighths));
  const length = eighths === 0 ? '' : vscode.l10n.t('{0}, about {1} seconds', pages, seconds);
  return (item.kind === 'scene' ? spokenScene(item) : spokenSection(item, scenes)).concat(length, item.synopsis ?? '').filter((part) => part !== '').join(', ');
}

function spokenScene(scene: Scene): string[] {
  return [scene.number === undefined ? vscode.l10n.t('Scene') : vscode.l10n.t('Scene {0}', scene.number), scene.heading];
}

function spokenSection(section: Section, scenes: number): string[] {
  return [vscode.l10n.t('Section {0}', section.text), vscode.l10n.t('Scenes: {0}', scenes)];
}
