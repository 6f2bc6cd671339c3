// The tables of the CSV export: raw figures under plain names, to be counted on with.
import * as vscode from 'vscode';
import type { Statistics } from '../core/statistics/statistics';
import { dialogueShare } from '../core/statistics/pageMix';
import { headingOf, lightName, placeName } from './teller';

export interface CsvTable {
  /** Part of a file's name. */
  readonly id: string;
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Every table that has rows. Lengths are in eighths of a page and seconds, shares from 0 to 1. */
export function csvTables(statistics: Statistics): CsvTable[] {
  return [characters(statistics), scenes(statistics), sets(statistics), pairs(statistics), interruptions(statistics), sections(statistics), pages(statistics)].filter(({ rows }) => rows.length > 1);
}

const lengthHead = (): string[] => [vscode.l10n.t('Eighths'), vscode.l10n.t('Seconds')];

function characters(statistics: Statistics): CsvTable {
  const head = [
    vscode.l10n.t('Character'), vscode.l10n.t('Words'), vscode.l10n.t('Share'), vscode.l10n.t('Speeches'), vscode.l10n.t('Words a speech'), vscode.l10n.t('Scenes'), vscode.l10n.t('First page'),
    vscode.l10n.t('Last page'), vscode.l10n.t('Longest silence in pages'), vscode.l10n.t('Longest silence in scenes'), vscode.l10n.t('Grade'), vscode.l10n.t('Reading ease'), vscode.l10n.t('Words a sentence'),
  ];
  const rows = statistics.characters.map(({ name, words, share, speeches, wordsPerSpeech, scenes: present, firstPage, lastPage, silence, readability }) => {
    const measured = readability.kind === 'english' ? readability.readability : undefined;
    return [name, words, rounded(share), speeches, rounded(wordsPerSpeech), present.length, firstPage, lastPage, silence ? rounded(silence.pages) : '', silence?.scenes ?? '', measured?.grade ?? '', measured?.ease ?? '', measured?.wordsPerSentence ?? ''];
  });
  return { id: 'characters', name: vscode.l10n.t('Characters'), rows: [head, ...rows] };
}

function scenes(statistics: Statistics): CsvTable {
  const head = [
    vscode.l10n.t('Order'), vscode.l10n.t('Number'), vscode.l10n.t('Scene'), vscode.l10n.t('Page'), ...lengthHead(), vscode.l10n.t('Where'), vscode.l10n.t('When'), vscode.l10n.t('Words of dialogue'),
    vscode.l10n.t('Words of action'), vscode.l10n.t('Dialogue'), vscode.l10n.t('Speeches'), vscode.l10n.t('Speaking'),
  ];
  const rows = statistics.scenes.map((scene, index) => [
    index + 1, scene.number ?? '', headingOf(scene), scene.page, scene.eighths, scene.seconds, placeName(scene.place), lightName(scene.light ?? 'unsaid'),
    scene.dialogue, scene.action, rounded(dialogueShare(scene)), scene.speeches, scene.characters.join(', '),
  ]);
  return { id: 'scenes', name: vscode.l10n.t('Scenes'), rows: [head, ...rows] };
}

function sets(statistics: Statistics): CsvTable {
  const head = [vscode.l10n.t('Set'), vscode.l10n.t('Scenes'), ...lengthHead(), vscode.l10n.t('Share'), vscode.l10n.t('Where'), vscode.l10n.t('When')];
  const rows = statistics.sets.map(({ name, scenes: count, eighths, seconds, share, places, lights }) => [name, count, eighths, seconds, rounded(share), places.map(placeName).join(', '), lights.map(lightName).join(', ')]);
  return { id: 'sets', name: vscode.l10n.t('Sets'), rows: [head, ...rows] };
}

function pairs(statistics: Statistics): CsvTable {
  const head = [vscode.l10n.t('Character'), vscode.l10n.t('With'), vscode.l10n.t('Exchanges'), vscode.l10n.t('Scenes together')];
  return { id: 'exchanges', name: vscode.l10n.t('Who speaks with whom'), rows: [head, ...statistics.pairs.map(({ names, exchanges, scenes: together }) => [...names, exchanges, together])] };
}

function interruptions({ interruptions: found, scenes: all }: Statistics): CsvTable {
  const head = [vscode.l10n.t('Speaks next'), vscode.l10n.t('Breaks off'), vscode.l10n.t('How'), vscode.l10n.t('Scene')];
  const rows = found.map(({ by, interrupted, ending, scene }) => {
    const how = ending === 'cutOff' ? vscode.l10n.t('Cut off') : vscode.l10n.t('Taken up');
    return [by, interrupted, how, all[scene]?.number ?? (scene < 0 ? '' : String(scene + 1))];
  });
  return { id: 'interruptions', name: vscode.l10n.t('Interruptions'), rows: [head, ...rows] };
}

function sections(statistics: Statistics): CsvTable {
  const head = [vscode.l10n.t('Section'), vscode.l10n.t('Depth'), vscode.l10n.t('Scenes'), ...lengthHead(), vscode.l10n.t('Share'), vscode.l10n.t('Words of dialogue'), vscode.l10n.t('Words of action')];
  const rows = statistics.sections.map(({ name, depth, scenes: count, eighths, seconds, share, dialogue, action }) => [name, depth, count, eighths, seconds, rounded(share), dialogue, action]);
  return { id: 'sections', name: vscode.l10n.t('Acts and sections'), rows: [head, ...rows] };
}

function pages(statistics: Statistics): CsvTable {
  const head = [vscode.l10n.t('Page'), vscode.l10n.t('Rows of action'), vscode.l10n.t('Rows of dialogue'), vscode.l10n.t('Other rows')];
  return { id: 'pages', name: vscode.l10n.t('Pages'), rows: [head, ...statistics.pages.map(({ action, dialogue, other }, index) => [index + 1, action, dialogue, other])] };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
