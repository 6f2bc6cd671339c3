// A developed scenario beside the script, for its card: what is kept, changed, new and dropped, in pages and people.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { formatEighths } from '../core/page/formatLength';
import type { PageOptions } from '../core/page/page';
import { compareOutlines, type ComparedScene, type Comparison } from '../core/scenarios/compare';
import type { DevelopedScene, Scenario } from '../core/scenarios/scenario';
import { findScene } from '../core/scenarios/place';
import type { Development, ShownScene } from './protocol';

/** More names than this are told by their number. */
const MOST_NAMES = 4;

/**
 * @param measured whether pages and people are worked out: for the card that is open, since all pages are laid out for it
 * @returns undefined for a scenario that nobody has developed
 */
export function developmentOf(script: Script, scenario: Scenario, measured: PageOptions | undefined): Development | undefined {
  const { scenes } = scenario;
  if (!scenes || scenes.length === 0) {
    return undefined;
  }
  const toWrite = scenes.filter(({ fate }) => fate === 'change' || fate === 'new');
  const written = toWrite.filter(({ text }) => text !== undefined);
  const compared = measured && comparisonOf(script, scenario, measured);
  return {
    told: countsOf(compared?.scenes ?? scenes),
    effects: compared ? effectsOf(compared) : [],
    scenes: scenes.map((scene, index) => shownScene(script, scene, compared?.scenes.find(({ plan }) => plan === index))),
    whole: written.length === toWrite.length,
    started: written.length > 0 || toWrite.length === 0,
  };
}

let last: { readonly from: readonly unknown[]; readonly comparison: Comparison | undefined } | undefined;

/** Drawn again without a change, nothing is laid out again. */
function comparisonOf(...from: readonly [Script, Scenario, PageOptions]): Comparison | undefined {
  const [script, scenario, options] = from;
  const key = [script, scenario, JSON.stringify(options)];
  if (!last || last.from.some((each, at) => each !== key[at])) {
    last = { from: key, comparison: compareOutlines(...from) };
  }
  return last.comparison;
}

function countsOf(scenes: readonly { readonly fate: DevelopedScene['fate'] }[]): string {
  const count = (fate: DevelopedScene['fate']): number => scenes.filter((scene) => scene.fate === fate).length;
  const parts = [
    [count('keep'), vscode.l10n.t('{0} kept', count('keep'))],
    [count('change'), vscode.l10n.t('{0} changed', count('change'))],
    [count('new'), vscode.l10n.t('{0} new', count('new'))],
    [count('drop'), vscode.l10n.t('{0} dropped', count('drop'))],
  ] as const;
  return vscode.l10n.t('Scenes: {0}', parts.filter(([number]) => number > 0).map(([, told]) => told).join(', '));
}

function effectsOf({ eighthsBefore, eighthsAfter, characters, unwritten }: Comparison): string[] {
  const names = (change: Comparison['characters'][number]['change']): string => {
    const all = characters.filter((each) => each.change === change).map(({ name }) => name);
    return all.length > MOST_NAMES ? vscode.l10n.t('{0} and {1} more', all.slice(0, MOST_NAMES).join(', '), all.length - MOST_NAMES) : all.join(', ');
  };
  const [comes, goes, more, less] = [names('appears'), names('vanishes'), names('gains'), names('loses')];
  return [
    unwritten > 0
      ? vscode.l10n.t('Pages: {0} now; what is not written yet is not counted', formatEighths(eighthsBefore))
      : vscode.l10n.t('Pages: {0} now, {1} with it', formatEighths(eighthsBefore), formatEighths(eighthsAfter)),
    ...(comes === '' ? [] : [vscode.l10n.t('Speaks for the first time: {0}', comes)]),
    ...(goes === '' ? [] : [vscode.l10n.t('Speaks no more: {0}', goes)]),
    ...(more === '' ? [] : [vscode.l10n.t('Speaks more: {0}', more)]),
    ...(less === '' ? [] : [vscode.l10n.t('Speaks less: {0}', less)]),
  ];
}

function shownScene(script: Script, planned: DevelopedScene, compared: ComparedScene | undefined): ShownScene {
  const { fate, scene, heading, beat, text, cut } = planned;
  const isToWrite = fate === 'change' || fate === 'new';
  return {
    fate,
    told: fateLabel(fate),
    heading: heading || (scene ?? ''),
    beat,
    found: fate !== 'new' && findScene(script, planned) !== undefined,
    state: isToWrite && text === undefined ? vscode.l10n.t('to be written') : cut ? [lengths(compared), vscode.l10n.t('cut short')].filter((told) => told !== '').join(' · ') : lengths(compared),
    ...(cut && { cut }),
  };
}

/** "3/8", "3/8 → 1 2/8". */
function lengths(compared: ComparedScene | undefined): string {
  const [before, after] = [compared?.before, compared?.after].map((measure) => (measure ? formatEighths(measure.eighths) : ''));
  return before !== '' && after !== '' && before !== after ? `${before} → ${after}` : before || (after ?? '');
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
