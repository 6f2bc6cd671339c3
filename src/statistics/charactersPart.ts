// The characters: when they are there, how much they say, how long they are silent, how hard they are to follow.
import * as vscode from 'vscode';
import type { CharacterStatistics } from '../core/statistics/characters';
import type { Measured } from '../core/statistics/readability';
import { presenceChart } from './charts/presence';
import type { Cell, Part, Table } from './protocol';
import { count, decimal, figure, figures, largestShare, pages, sceneName, shareCell, words, type Teller } from './teller';

const LANES = 16;
const SHOWN = 10;

export function charactersPart(teller: Teller): Part | undefined {
  const { statistics, frame } = teller;
  const { characters, scenes } = statistics;
  if (characters.length === 0) {
    return undefined;
  }
  const lanes = characters.slice(0, LANES);
  const drawing = presenceChart(
    frame,
    { characters: lanes, scenes, extent: statistics.extent, pages: statistics.pages.length },
    {
      label: vscode.l10n.t('Where {0} characters speak, over the pages', count(lanes.length)),
      character: ({ name, words: said, speeches }) => vscode.l10n.t('{0}: {1} words in {2} speeches', name, count(said), count(speeches)),
      scene: ({ name, scenes: present }, index) => {
        const presence = present[index];
        return vscode.l10n.t('{0}, scene {1}: {2} words', name, sceneName(teller, presence?.scene ?? -1), count(presence?.words ?? 0));
      },
    },
  );
  const many = characters.length > LANES ? ` ${vscode.l10n.t('The {0} who say most are shown; all are in the table.', count(LANES))}` : '';
  const lead = vscode.l10n.t('A mark is a scene they speak in: as wide as the scene is long, as tall as their part of its dialogue. A dashed line is their longest silence.') + many;
  const note = readabilityNote(statistics.readability, characters);
  return { id: 'characters', heading: vscode.l10n.t('Characters'), lead, drawing, tables: [characterTable(characters)], note };
}

function characterTable(characters: readonly CharacterStatistics[]): Table {
  const largest = largestShare(characters);
  return {
    id: 'characters',
    caption: vscode.l10n.t('Characters'),
    columns: [
      words(vscode.l10n.t('Character')),
      figures(vscode.l10n.t('Share'), vscode.l10n.t('Of all words spoken')),
      figures(vscode.l10n.t('Words')),
      figures(vscode.l10n.t('Speeches')),
      figures(vscode.l10n.t('Words a speech')),
      figures(vscode.l10n.t('Scenes')),
      figures(vscode.l10n.t('Pages'), vscode.l10n.t('The pages of the first and the last speech')),
      figures(vscode.l10n.t('Longest silence'), vscode.l10n.t('Pages between two speeches, and scenes without them')),
      figures(vscode.l10n.t('Grade'), vscode.l10n.t('Readability of the dialogue: the US school grade by Flesch and Kincaid. English only, from 100 words on.')),
    ],
    rows: characters.map((character) => characterRow(character, largest)),
    shown: SHOWN,
  };
}

function characterRow(character: CharacterStatistics, largest: number): Cell[] {
  const { name, share: part, words: said, speeches, wordsPerSpeech, scenes, firstPage, lastPage, at, readability } = character;
  return [
    { text: name, target: at },
    shareCell(part, largest),
    figure(said),
    figure(speeches),
    { text: decimal(wordsPerSpeech), sort: wordsPerSpeech },
    figure(scenes.length),
    { text: firstPage === lastPage ? count(firstPage) : `${count(firstPage)}–${count(lastPage)}`, sort: firstPage },
    silenceCell(character),
    readability.kind === 'english' ? { text: decimal(readability.readability.grade), sort: readability.readability.grade } : { text: '–', sort: -Infinity },
  ];
}

function silenceCell({ silence }: CharacterStatistics): Cell {
  if (!silence) {
    return { text: '–', sort: -1 };
  }
  const length = pages(silence.pages * 8);
  const text = silence.scenes === 0 ? length : silence.scenes === 1 ? vscode.l10n.t('{0} · 1 scene', length) : vscode.l10n.t('{0} · {1} scenes', length, count(silence.scenes));
  return { text, sort: silence.pages, target: silence.from };
}

/** What the grade means, or why there is none. */
function readabilityNote(measured: Measured, characters: readonly CharacterStatistics[]): string {
  if (measured.kind === 'notEnglish') {
    return vscode.l10n.t('Readability is measured for English dialogue only: the measures mean nothing in another language.');
  }
  if (measured.kind === 'tooShort' || characters.every(({ readability }) => readability.kind !== 'english')) {
    return vscode.l10n.t('Readability is measured from 100 words of English dialogue on.');
  }
  const { grade, ease, wordsPerSentence } = measured.readability;
  return vscode.l10n.t('Grade: the US school grade that follows the dialogue (Flesch–Kincaid), for who says 100 English words or more. The whole script: grade {0}, reading ease {1} of 100, {2} words a sentence.', decimal(grade), count(ease), decimal(wordsPerSentence));
}

/** The longest speeches, with their first words. */
export function speechesPart(teller: Teller): Part | undefined {
  const { longestSpeeches, characters } = teller.statistics;
  if (longestSpeeches.length === 0) {
    return undefined;
  }
  const most = longestSpeeches[0]?.words ?? 1;
  const table: Table = {
    id: 'longestSpeeches',
    caption: vscode.l10n.t('Longest speeches'),
    columns: [words(vscode.l10n.t('Character')), figures(vscode.l10n.t('Words')), figures(vscode.l10n.t('Page')), words(vscode.l10n.t('Begins')), words(vscode.l10n.t('Scene'))],
    rows: longestSpeeches.map(({ name, words: said, page, begins, scene, at }) => [{ text: name, target: at }, figure(said, { bar: said / Math.max(1, most) }), figure(page), { text: begins }, { text: sceneName(teller, scene) }]),
    shown: 5,
  };
  const speeches = characters.reduce((sum, each) => sum + each.speeches, 0);
  const lead = vscode.l10n.t('Speeches: {0}. Words in a speech, on average: {1}.', count(speeches), decimal(teller.statistics.dialogue.words / Math.max(1, speeches)));
  return { id: 'speeches', heading: vscode.l10n.t('Longest speeches'), lead, tables: [table] };
}

