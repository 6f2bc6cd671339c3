// What the script tells, up to a scene, of two people: the scenes they share, what was written of both, what they last said.
import type { Script } from '../../fountain/script';
import { charactersOf } from '../../script/characters';
import { mentionsOf } from '../../script/mentions';
import { scenesOf } from '../../script/outline';
import { speechesOf } from '../../script/speeches';
import { clipTo } from './clip';
import { materialIn } from './material';
import { spokenLine } from './spoken';
import { withoutTags } from './tags';

const PARAGRAPH_TOKENS = 80;
const LINE_TOKENS = 60;
const MOST_PARAGRAPHS = 2;
const MOST_LINES = 4;

/** Paragraphs of action before `before` that name both. */
function paragraphsOnBoth(script: Script, a: string, b: string, before: number): string[] {
  const names = charactersOf(script).map((person) => person.name);
  const findA = mentionsOf(a, names);
  const findB = mentionsOf(b, names);
  const found: string[] = [];
  for (const { element, text } of materialIn(script, { from: 0, to: before })) {
    if (element.kind === 'action' && findA(text).length > 0 && findB(text).length > 0) {
      found.push(clipTo(text.replace(/\s+/gu, ' ').trim(), PARAGRAPH_TOKENS));
    }
    if (found.length === MOST_PARAGRAPHS) {
      break;
    }
  }
  return found;
}

/** The last lines that the two said to each other before `before`: in one scene, one after the other. */
function lastExchange(script: Script, a: string, b: string, before: number): string[] {
  const shared = scenesOf(script).findLast(({ item, to }) => to <= before && item.characters.includes(a) && item.characters.includes(b));
  if (!shared) {
    return [];
  }
  const speeches = speechesOf(script, shared);
  const end = speeches.findLastIndex((speech, index) => {
    const pair = [speech.name, speeches[index - 1]?.name];
    return pair.includes(a) && pair.includes(b);
  });
  return speeches
    .slice(Math.max(0, end + 1 - MOST_LINES), end + 1)
    .map((speech) => `${withoutTags(speech.name)}: ${clipTo(spokenLine(script, speech), LINE_TOKENS)}`);
}

/** What is known of two characters before the scene that begins at `before`. Never empty: strangers are news too. */
export function describeRelation(script: Script, a: string, b: string, before: number): string {
  const both = scenesOf(script).filter(({ item, from }) => from < before && item.characters.includes(a) && item.characters.includes(b));
  const head = `${withoutTags(a)} and ${withoutTags(b)}: `;
  const last = both.at(-1);
  const paragraphs = paragraphsOnBoth(script, a, b, before);
  const exchange = lastExchange(script, a, b, before);
  const scenes = last
    ? `${both.length} ${both.length === 1 ? 'scene' : 'scenes'} together before this one, the last: ${withoutTags(last.item.heading)}`
    : 'no scene together before this one';
  return [
    head + scenes,
    ...paragraphs.map((text) => `- ${text}`),
    ...(exchange.length > 0 ? ['They last said:', ...exchange] : []),
  ].join('\n');
}
