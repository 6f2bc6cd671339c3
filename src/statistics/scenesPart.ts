// The scenes: their lengths in order, the longest, and where and when they play.
import * as vscode from 'vscode';
import { dialogueShare } from '../core/statistics/pageMix';
import type { Group, SetStatistics } from '../core/statistics/scenes';
import { sceneLengthsChart } from './charts/sceneLengths';
import { splitChart, type SplitPart } from './charts/split';
import type { Cell, Column, Part, Table } from './protocol';
import { clock, count, figure, figures, headingOf, largestShare, lightName, pages, placeName, sceneName, sceneNumber, share, shareCell, words, type Teller } from './teller';

const LONGEST = 5;

export function scenesPart(teller: Teller): Part | undefined {
  const { statistics, frame } = teller;
  const { scenes } = statistics;
  if (scenes.length === 0) {
    return undefined;
  }
  const drawing = sceneLengthsChart(frame, scenes, {
    label: vscode.l10n.t('Lengths of {0} scenes in their order', count(scenes.length)),
    scene: (index) => vscode.l10n.t('Scene {0}: {1} pages', sceneName(teller, index), pages(scenes[index]?.eighths ?? 0)),
    number: (index) => sceneNumber(teller, index),
    pages,
  });
  const average = scenes.reduce((sum, { eighths }) => sum + eighths, 0) / scenes.length;
  const long = average < 8 ? vscode.l10n.t('On average a scene is {0} of a page long.', pages(average)) : vscode.l10n.t('On average a scene is {0} pages long.', pages(average));
  const lead = `${vscode.l10n.t('Each column is a scene, as high as it is long in pages.')} ${long}`;
  return { id: 'scenes', heading: vscode.l10n.t('Lengths of scenes'), lead, drawing, tables: [longestTable(teller), sceneTable(teller)] };
}

function sceneColumns(): Column[] {
  return [
    words(vscode.l10n.t('Scene')),
    figures(vscode.l10n.t('Pages')),
    figures(vscode.l10n.t('Time')),
    figures(vscode.l10n.t('Page')),
    figures(vscode.l10n.t('Dialogue'), vscode.l10n.t('Of the words of dialogue and action')),
    figures(vscode.l10n.t('Speeches')),
    figures(vscode.l10n.t('Speaking'), vscode.l10n.t('Characters who speak in the scene')),
  ];
}

function sceneRow(teller: Teller, index: number): Cell[] {
  const scene = teller.statistics.scenes[index];
  if (!scene) {
    return [];
  }
  const { eighths, seconds, page, speeches, characters, at } = scene;
  const part = dialogueShare(scene);
  return [
    { text: `${sceneNumber(teller, index)}  ${headingOf(scene)}`, sort: index, target: at },
    { text: pages(eighths), sort: eighths },
    { text: clock(seconds), sort: seconds },
    figure(page),
    shareCell(part),
    figure(speeches),
    figure(characters.length),
  ];
}

function longestTable(teller: Teller): Table {
  const { scenes } = teller.statistics;
  const longest = scenes.map(({ eighths }, index) => ({ eighths, index })).sort((a, b) => b.eighths - a.eighths || a.index - b.index).slice(0, LONGEST);
  return { id: 'longestScenes', caption: vscode.l10n.t('Longest scenes'), columns: sceneColumns(), rows: longest.map(({ index }) => sceneRow(teller, index)), shown: LONGEST };
}

function sceneTable(teller: Teller): Table {
  return { id: 'scenes', caption: vscode.l10n.t('All scenes'), columns: sceneColumns(), rows: teller.statistics.scenes.map((_, index) => sceneRow(teller, index)), shown: 0 };
}

export function setsPart(teller: Teller): Part | undefined {
  const { statistics, frame } = teller;
  const { sets, places, lights, scenes } = statistics;
  if (scenes.length === 0) {
    return undefined;
  }
  const drawing = splitChart(
    frame,
    [
      { name: vscode.l10n.t('Where'), parts: places.map((group) => splitPart(group, placeName(group.name))) },
      { name: vscode.l10n.t('When'), parts: lights.map((group) => splitPart(group, lightName(group.name))) },
    ],
    vscode.l10n.t('Interior and exterior, day and night, by the length of their scenes'),
  );
  const largest = largestShare(sets);
  const table: Table = {
    id: 'sets',
    caption: vscode.l10n.t('Sets'),
    columns: [
      words(vscode.l10n.t('Set')),
      figures(vscode.l10n.t('Share'), vscode.l10n.t('Of the length of all scenes')),
      figures(vscode.l10n.t('Pages')),
      figures(vscode.l10n.t('Time')),
      figures(vscode.l10n.t('Scenes')),
      words(vscode.l10n.t('Where')),
      words(vscode.l10n.t('When')),
    ],
    rows: sets.map((set) => setRow(set, largest)),
    shown: 12,
  };
  const split: Table = {
    id: 'placesAndTimes',
    caption: vscode.l10n.t('Interior and exterior, day and night'),
    columns: [words(vscode.l10n.t('Where or when')), figures(vscode.l10n.t('Share')), figures(vscode.l10n.t('Pages')), figures(vscode.l10n.t('Time')), figures(vscode.l10n.t('Scenes'))],
    rows: [...places.map((group) => groupRow(group, placeName(group.name))), ...lights.map((group) => groupRow(group, lightName(group.name)))],
    shown: 0,
  };
  const lead = vscode.l10n.t('Sets: {0}. Scenes: {1}. What is continuous or later counts as the time of the scene before.', count(sets.length), count(scenes.length));
  return { id: 'sets', heading: vscode.l10n.t('Sets and times of day'), lead, drawing, tables: [table, split] };
}

function setRow({ name, share: part, eighths, seconds, scenes, places, lights, at }: SetStatistics, largest: number): Cell[] {
  return [
    { text: name, target: at },
    shareCell(part, largest),
    { text: pages(eighths), sort: eighths },
    { text: clock(seconds), sort: seconds },
    figure(scenes),
    { text: places.map(placeName).join(', ') },
    { text: lights.map(lightName).join(', ') },
  ];
}

function groupRow({ share: part, eighths, seconds, scenes, at }: Group, name: string): Cell[] {
  return [{ text: name, target: at }, shareCell(part), { text: pages(eighths), sort: eighths }, { text: clock(seconds), sort: seconds }, figure(scenes)];
}

function splitPart(group: Group, name: string): SplitPart {
  const told = vscode.l10n.t('{0}: {1} scenes, {2} pages, {3}', name, count(group.scenes), pages(group.eighths), share(group.share));
  return { name, share: group.share, figure: share(group.share), told, target: group.at };
}
