// The report: a script's statistics in the writer's words, with pictures and tables. The view shows it, the exports write it.
import * as vscode from 'vscode';
import type { Layout } from '../core/page/page';
import { statisticsOf } from '../core/statistics/statistics';
import { charactersPart, speechesPart } from './charactersPart';
import { frameOf } from './charts/canvas';
import type { Figure, Part, Report, Words } from './protocol';
import { rhythmPart, sectionsPart } from './rhythmPart';
import { scenesPart, setsPart } from './scenesPart';
import { exchangesPart, interruptionsPart } from './talkPart';
import { clock, count, pages, share, type Teller } from './teller';

/**
 * The report of a laid-out script; undefined while nothing of it prints.
 * @param width what a picture may take, in pixels or points
 * @param text the height of its letters
 */
export function reportOf(layout: Layout, title: string, width: number, text?: number): Report | undefined {
  const statistics = statisticsOf(layout);
  if (layout.pages.length === 0) {
    return undefined;
  }
  const teller: Teller = { statistics, layout, frame: frameOf(width, text) };
  const parts = [rhythmPart, sectionsPart, charactersPart, exchangesPart, interruptionsPart, speechesPart, scenesPart, setsPart].map((part): Part | undefined => part(teller));
  return { title, figures: keyFigures(teller), parts: parts.filter((part) => part !== undefined), words: viewWords() };
}

function keyFigures({ statistics }: Teller): Figure[] {
  const { length, scenes, characters, dialogue, action } = statistics;
  const speaking = characters.length;
  return [
    { label: length.pages === 1 ? vscode.l10n.t('page') : vscode.l10n.t('pages'), value: count(length.pages), detail: vscode.l10n.t('{0} exactly', pages(length.eighths)) },
    { label: vscode.l10n.t('on the screen'), value: clock(length.seconds), detail: vscode.l10n.t('at a page a minute') },
    { label: scenes.length === 1 ? vscode.l10n.t('scene') : vscode.l10n.t('scenes'), value: count(scenes.length), detail: statistics.sets.length === 1 ? vscode.l10n.t('in 1 set') : vscode.l10n.t('in {0} sets', count(statistics.sets.length)) },
    { label: speaking === 1 ? vscode.l10n.t('character speaks') : vscode.l10n.t('characters speak'), value: count(speaking), detail: dialogue.speeches === 1 ? vscode.l10n.t('in 1 speech') : vscode.l10n.t('in {0} speeches', count(dialogue.speeches)) },
    { label: vscode.l10n.t('words'), value: count(dialogue.words + action.words), detail: vscode.l10n.t('{0} of dialogue', count(dialogue.words)) },
    { label: vscode.l10n.t('dialogue'), value: share(dialogue.share), detail: vscode.l10n.t('of the rows of text') },
  ];
}

function viewWords(): Words {
  return {
    showAll: vscode.l10n.t('Show all {0}', '{0}'),
    showFewer: vscode.l10n.t('Show fewer'),
    asTable: vscode.l10n.t('As a table: {0}', '{0}'),
    goTo: vscode.l10n.t('Go to the script'),
    export: vscode.l10n.t('Export…'),
    contents: vscode.l10n.t('Statistics of {0}', '{0}'),
    keys: vscode.l10n.t('Arrow keys move through the picture, Enter goes to the place in the script.'),
  };
}
