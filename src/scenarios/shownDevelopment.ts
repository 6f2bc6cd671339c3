// A developed scenario beside the script, for its card: what is kept, changed, new and dropped.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import type { DevelopedScene, Scenario } from '../core/scenarios/scenario';
import { findScene } from '../core/scenarios/place';
import type { Development, ShownScene } from './protocol';

export function developmentOf(script: Script, scenario: Scenario): Development | undefined {
  const { scenes } = scenario;
  if (!scenes || scenes.length === 0) {
    return undefined;
  }
  const toWrite = scenes.filter(({ fate }) => fate === 'change' || fate === 'new');
  const written = toWrite.filter(({ text }) => text !== undefined);
  return {
    told: countsOf(scenes),
    effects: [],
    scenes: scenes.map((scene) => shownScene(script, scene)),
    whole: written.length === toWrite.length,
    started: written.length > 0 || toWrite.length === 0,
  };
}

function countsOf(scenes: readonly DevelopedScene[]): string {
  const count = (fate: DevelopedScene['fate']): number => scenes.filter((scene) => scene.fate === fate).length;
  const parts = [
    [count('keep'), vscode.l10n.t('{0} kept', count('keep'))],
    [count('change'), vscode.l10n.t('{0} changed', count('change'))],
    [count('new'), vscode.l10n.t('{0} new', count('new'))],
    [count('drop'), vscode.l10n.t('{0} dropped', count('drop'))],
  ] as const;
  return parts.filter(([number]) => number > 0).map(([, told]) => told).join(', ');
}

function shownScene(script: Script, { fate, scene, sceneNumber, heading, beat, text }: DevelopedScene): ShownScene {
  const isWritten = text !== undefined;
  return {
    fate,
    told: fateLabel(fate),
    heading: heading || (scene ?? ''),
    beat,
    found: fate !== 'new' && findScene(script, { ...(scene !== undefined && { scene }), ...(sceneNumber !== undefined && { sceneNumber }) }) !== undefined,
    state: fate === 'keep' || fate === 'drop' ? '' : isWritten ? vscode.l10n.t('written') : vscode.l10n.t('to be written'),
  };
}

function fateLabel(fate: DevelopedScene['fate']): string {
  switch (fate) {
    case 'keep':
      return vscode.l10n.t('kept');
    case 'change':
      return vscode.l10n.t('changed');
    case 'new':
      return vscode.l10n.t('new');
    case 'drop':
      return vscode.l10n.t('dropped');
  }
}
