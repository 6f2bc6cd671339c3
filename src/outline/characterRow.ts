// A character, or a character in one scene, as a row.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import type { CharacterFigures } from '../core/script/characters';
import { firstLine, type CharacterNode, type PartNode } from './characterNodes';
import { sceneIcon, sceneLabel } from './sceneRow';

export function characterRow(node: CharacterNode, isExpanded: boolean): vscode.TreeItem {
  const row = new vscode.TreeItem(node.figures.name, isExpanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  row.id = node.id;
  row.contextValue = 'character';
  const figures = figuresSaid(node.figures);
  row.description = figures.join(' · ');
  row.accessibilityInformation = { label: [node.figures.name, ...figures].join(', ') };
  row.tooltip = [node.figures.name, ...figures].join('\n');
  row.command = { command: 'backlot.characters.goTo', title: vscode.l10n.t('Go to First Speech'), arguments: [node] };
  return row;
}

export function partRow(node: PartNode, script: Script | undefined, extension: vscode.Uri): vscode.TreeItem {
  const scene = node.scene?.item.kind === 'scene' ? node.scene.item : undefined;
  const label = scene === undefined ? vscode.l10n.t('Before the first scene') : sceneLabel(scene, node.scene?.light);
  const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  const line = script === undefined ? '' : firstLine(script, node.first);
  row.id = node.id;
  row.contextValue = 'part';
  row.iconPath = sceneIcon(scene, node.scene?.light, extension);
  row.description = line;
  row.tooltip = [scene?.heading ?? label, speechesSaid(node.speeches), line].join('\n');
  row.accessibilityInformation = { label: [scene?.heading ?? label, speechesSaid(node.speeches), line].join(', ') };
  row.command = { command: 'backlot.characters.goTo', title: vscode.l10n.t('Go to First Speech in This Scene'), arguments: [node] };
  return row;
}

function figuresSaid({ share, speeches, words, scenes }: CharacterFigures): string[] {
  const percent = Math.round(share * 100);
  const inScenes = scenes.filter(({ scene }) => scene >= 0).length;
  return [
    percent === 0 && share > 0 ? vscode.l10n.t('<1%') : vscode.l10n.t('{0}%', percent),
    speechesSaid(speeches),
    words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', words),
    inScenes === 1 ? vscode.l10n.t('1 scene') : vscode.l10n.t('{0} scenes', inScenes),
  ];
}

function speechesSaid(speeches: number): string {
  return speeches === 1 ? vscode.l10n.t('1 speech') : vscode.l10n.t('{0} speeches', speeches);
}
