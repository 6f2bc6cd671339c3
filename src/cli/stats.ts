// backlot stats: the figures of a script: pages, rhythm, characters, sets, who speaks with whom.
import { parse } from '../core/fountain/parse';
import { layoutOf } from '../core/page/layout';
import { formatDuration, formatEighths } from '../core/page/sceneLengths';
import type { CharacterStatistics } from '../core/statistics/characters';
import { JSON_FIELDS, statisticsJson } from '../core/statistics/json';
import { statisticsOf, type Statistics } from '../core/statistics/statistics';
import { onlyFile, readOptions } from './options';
import { PAPER, pageOptionsFrom } from './printing';
import { readScript } from './readScript';
import type { Verb } from './verb';

export const statsVerb: Verb = {
  name: 'stats',
  summary: 'pages, rhythm, characters, sets, who speaks with whom',
  usage: `backlot stats FILE [--json] [--paper letter|a4]\n\nThe fields of --json:\n\n${JSON_FIELDS}`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, ...PAPER });
    const options = pageOptionsFrom(values);
    const script = parse(await readScript(onlyFile(positionals), io));
    const statistics = statisticsOf(layoutOf(script, options));
    io.write(values.json ? `${JSON.stringify(statisticsJson(statistics))}\n` : statisticsText(statistics));
    return 0;
  },
};

const PEOPLE = 20;
const ROWS = 10;

function statisticsText(statistics: Statistics): string {
  const { length, scenes, dialogue, action, characters, pairs, interruptions, sets, places, lights, sections, longestSpeeches, readability } = statistics;
  const lengthOf = ({ eighths, seconds }: { eighths: number; seconds: number }): string[] => [formatEighths(eighths), formatDuration(seconds)];
  const longest = [...scenes.entries()].sort(([, a], [, b]) => b.eighths - a.eighths).slice(0, ROWS);
  const cutOff = interruptions.filter(({ ending }) => ending === 'cutOff').length;
  return [
    `${length.pages} ${length.pages === 1 ? 'page' : 'pages'}, ${formatEighths(length.eighths)} to the eighth, about ${formatDuration(length.seconds)}; ${scenes.length} scenes; ${characters.length} characters speak\n`,
    `Dialogue ${percent(dialogue.share)}, action ${percent(action.share)} of their rows; words: ${dialogue.words} of dialogue, ${action.words} of action; ${dialogue.speeches} speeches\n`,
    readability.kind === 'english' ? `Dialogue: Flesch-Kincaid grade ${readability.readability.grade}, reading ease ${readability.readability.ease}\n` : readability.kind === 'notEnglish' ? 'Readability is measured for English dialogue only.\n' : '',
    table('Characters', ['', 'words', 'share', 'speeches', 'scenes', 'pages', 'silence', 'grade'], characters.slice(0, PEOPLE).map(characterRow), characters.length),
    table('Who speaks with whom', ['', 'exchanges', 'scenes'], pairs.slice(0, ROWS).map(({ names, exchanges, scenes: together }) => [names.join(' – '), String(exchanges), String(together)]), pairs.length),
    interruptions.length > 0 ? `\nInterruptions: ${cutOff} cut off, ${interruptions.length - cutOff} trailing off and taken up\n` : '',
    table('Acts and sections', ['', 'pages', 'time', 'share', 'scenes'], sections.map((each) => [`${'  '.repeat(each.depth - 1)}${each.name}`, ...lengthOf(each), percent(each.share), String(each.scenes)]), sections.length),
    table('Longest scenes', ['', 'pages', 'time', 'page'], longest.map(([index, scene]) => [`${scene.number ?? String(index + 1)}  ${scene.heading}`, ...lengthOf(scene), String(scene.page)]), longest.length),
    table('Longest speeches', ['', 'words', 'page'], longestSpeeches.map(({ name, words, page, begins }) => [`${name}: ${begins}`, String(words), String(page)]), longestSpeeches.length),
    table('Sets', ['', 'pages', 'time', 'share', 'scenes'], sets.slice(0, PEOPLE).map((each) => [each.name, ...lengthOf(each), percent(each.share), String(each.scenes)]), sets.length),
    table('Where and when', ['', 'pages', 'time', 'share', 'scenes'], [...places, ...lights].map((each) => [each.name, ...lengthOf(each), percent(each.share), String(each.scenes)]), 0),
  ].join('');
}

function characterRow({ name, words, share, speeches, scenes, firstPage, lastPage, silence, readability }: CharacterStatistics): string[] {
  const pages = firstPage === lastPage ? String(firstPage) : `${firstPage}-${lastPage}`;
  const grade = readability.kind === 'english' ? readability.readability.grade.toFixed(1) : '-';
  return [name, String(words), percent(share), String(speeches), String(scenes.length), pages, silence ? formatEighths(Math.round(silence.pages * 8)) : '-', grade];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const WIDEST = 46;

/** A titled table: names at the left, figures at the right. Empty where there are no rows. */
function table(title: string, head: readonly string[], rows: readonly (readonly string[])[], all: number): string {
  if (rows.length === 0) {
    return '';
  }
  const cut = rows.map(([name = '', ...figures]) => [[...name].length > WIDEST ? `${[...name].slice(0, WIDEST - 1).join('')}…` : name, ...figures]);
  const widths = head.map((_, column) => Math.max(...[head, ...cut].map((row) => [...(row[column] ?? '')].length)));
  const lines = [head, ...cut].map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd());
  const more = all > rows.length ? `and ${all - rows.length} more: --json has all\n` : '';
  return `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}${more && `  ${more}`}`;
}
