// The script as chat tools tell it: plain text within a number of tokens. Title page, notes and boneyards are never among it.
import type { Script } from '../core/fountain/script';
import { layoutOf } from '../core/page/layout';
import type { PageOptions } from '../core/page/page';
import { formatDuration, formatEighths } from '../core/page/formatLength';
import { charactersOf } from '../core/script/characters';
import { canonicalName } from '../core/script/names';
import { outlineOf, scenesOf, sceneIndexAt } from '../core/script/outline';
import { speechesOf } from '../core/script/speeches';
import { statisticsOf } from '../core/statistics/statistics';
import { estimateTokens } from '../core/suggest/estimateTokens';
import { joinMaterial, materialIn } from '../core/suggest/request/material';
import { spokenLine } from '../core/suggest/request/spoken';
import { withoutTags } from '../core/suggest/request/tags';
import { findScene } from './findScene';

export interface Reach {
  /** The first entry to tell, from 1: models ask for what was left off. */
  readonly from: number;
  /** The most tokens the answer may take, by an estimate that is never under. */
  readonly tokens: number;
}

/** For the sentence at the end. */
const ROOM = 60;

/** As many entries as fit, and what to ask for the rest. One entry at least is given, cut if it must be. */
function within(entries: readonly string[], { from, tokens }: Reach, what: string): string {
  const told: string[] = [];
  let left = tokens - ROOM;
  for (const entry of entries.slice(from - 1)) {
    left -= estimateTokens(`${entry}\n`);
    if (left < 0) {
      break;
    }
    told.push(entry);
  }
  const next = from + told.length;
  const first = entries[from - 1];
  if (told.length === 0 && first !== undefined) {
    const part = first.slice(0, Math.max(0, Math.floor((tokens - ROOM) / 2)));
    return `${part}\n[cut: ${what} ${from} is longer than the answer may be]`;
  }
  return next <= entries.length ? `${told.join('\n')}\n[${entries.length - next + 1} more left off; ask again with from: ${next}]` : told.join('\n');
}

/** Sections and scenes with their synopses and speakers; scenes are numbered by their place, from 1. */
export function tellOutline(script: Script, reach: Reach): string {
  let scene = 0;
  const entries = outlineOf(script).map(({ item, line }) => {
    const synopsis = item.synopsis === undefined ? '' : ` = ${withoutTags(item.synopsis)}`;
    if (item.kind === 'section') {
      return `${'#'.repeat(item.depth)} ${withoutTags(item.text)}${synopsis}`;
    }
    scene += 1;
    const number = item.number === undefined ? '' : ` #${item.number}#`;
    return `${scene}. ${withoutTags(item.heading)}${number} (line ${line + 1})${synopsis}${item.characters.length > 0 ? ` [${item.characters.map(withoutTags).join(', ')}]` : ''}`;
  });
  return entries.length === 0 ? 'The screenplay has no scene headings yet.' : within(entries, reach, 'entry');
}

/** One scene's text, paragraph by paragraph. */
export function tellScene(script: Script, wanted: string, reach: Reach): string {
  const scene = findScene(script, wanted);
  const paragraphs = joinMaterial(materialIn(script, scene)).split('\n\n').map((paragraph) => `${paragraph}\n`);
  const at = scenesOf(script).indexOf(scene) + 1;
  return `Scene ${at}, lines ${scene.line + 1} to ${scene.endLine + 1} of the file. Line numbers count what is left off too: notes, boneyards.\n\n${within(paragraphs, { ...reach, tokens: reach.tokens - ROOM }, 'paragraph')}`;
}

/** All that one person says, with the scene of each. */
export function tellLines(script: Script, wanted: string, reach: Reach): string {
  const name = canonicalName(wanted);
  const scenes = scenesOf(script);
  const entries = speechesOf(script)
    .filter((speech) => speech.name === name)
    .map((speech) => `- (scene ${sceneIndexAt(scenes, speech.from) + 1}, line ${speech.line + 1}) ${spokenLine(script, speech)}`);
  if (entries.length === 0) {
    const people = charactersOf(script).slice(0, 30).map((person) => withoutTags(person.name));
    throw new Error(`Nobody called "${wanted}" speaks in this screenplay. Those who speak: ${people.join(', ')}.`);
  }
  return within(entries, reach, 'line');
}

/** Where a text stands, letter case aside. */
export function tellFound(script: Script, query: string, reach: Reach): string {
  const wanted = query.toLowerCase();
  if (wanted === '') {
    throw new Error('Say what to look for in "query".');
  }
  const scenes = scenesOf(script);
  const entries = [...materialIn(script)]
    .filter(({ text }) => text.toLowerCase().includes(wanted))
    .map(({ text, from, element }) => `- (scene ${sceneIndexAt(scenes, from) + 1}, ${element.kind}) ${text.replace(/\s+/gu, ' ').trim()}`);
  return entries.length === 0 ? `"${query}" is not in the screenplay.` : within(entries, reach, 'place');
}

/** Length, scenes and people in figures. */
export function tellStatistics(script: Script, options: PageOptions, tokens: number): string {
  const { length, dialogue, action, scenes, characters, sets, pairs } = statisticsOf(layoutOf(script, options));
  const list = (title: string, entries: readonly string[]): string[] => (entries.length === 0 ? [] : ['', title, ...entries]);
  const lines = [
    `${length.pages} pages (${formatEighths(length.eighths)}), about ${formatDuration(length.seconds)} on screen; ${scenes.length} scenes; ${dialogue.speeches} speeches`,
    `${dialogue.words} words of dialogue, ${action.words} words of action`,
    ...list('Characters, most words first:', characters.slice(0, 25).map((person) => `- ${withoutTags(person.name)}: ${person.speeches} speeches, ${person.words} words, ${Math.round(person.share * 100)}% of the dialogue, ${person.scenes.length} scenes, pages ${person.firstPage} to ${person.lastPage}`)),
    ...list('Who talks with whom:', pairs.slice(0, 10).map(({ names, exchanges }) => `- ${names.map(withoutTags).join(' and ')}: ${exchanges} exchanges`)),
    ...list('Sets, longest first:', sets.slice(0, 15).map((set) => `- ${withoutTags(set.name)}: ${set.scenes} scenes, ${formatEighths(set.eighths)} pages`)),
    ...list('Scenes:', scenes.map((scene, index) => `${index + 1}. ${withoutTags(scene.heading)}: page ${scene.page}, ${formatEighths(scene.eighths)} pages`)),
  ];
  return within(lines, { from: 1, tokens }, 'line').replace(/\[(\d+) more left off; .*\]$/, '[$1 lines left off]');
}
