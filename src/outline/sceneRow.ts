// A scene or section as a row: what it says, its icon, its tooltip, and what a screen reader reads.
import * as vscode from 'vscode';
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
  const pages = pagesOf(node.eighths);
  line(node.eighths > 8 ? vscode.l10n.t('Length: {0} pages, about {1}', pages, clockOf(node.seconds)) : vscode.l10n.t('Length: {0} page, about {1}', pages, clockOf(node.seconds)));
  return tip;
}

/** "1 3/8": pages and eighths, as the trade writes them. */
function pagesOf(eighths: number): string {
  const pages = Math.floor(eighths / 8);
  const rest = eighths % 8;
  return rest === 0 ? `${pages}` : pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}

/** "1:05", "1:02:30". */
function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function lengthOf(node: OutlineNode): string {
  return `${pagesOf(node.eighths)} · ${clockOf(node.seconds)}`;
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
  const pages = eighths > 8 ? vscode.l10n.t('{0} pages', pagesOf(eighths)) : vscode.l10n.t('{0} page', pagesOf(eighths));
  const length = vscode.l10n.t('{0}, about {1} seconds', pages, seconds);
  return (item.kind === 'scene' ? spokenScene(item) : spokenSection(item, scenes)).concat(length, item.synopsis ?? '').filter((part) => part !== '').join(', ');
}

function spokenScene(scene: Scene): string[] {
  return [scene.number === undefined ? vscode.l10n.t('Scene') : vscode.l10n.t('Scene {0}', scene.number), scene.heading];
}

function spokenSection(section: Section, scenes: number): string[] {
  return [vscode.l10n.t('Section {0}', section.text), vscode.l10n.t('Scenes: {0}', scenes)];
}
