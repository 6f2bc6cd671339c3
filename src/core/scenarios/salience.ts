// Which scenes of a long script matter most to a stretch of it, for the room there is to send.
import type { Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { mentionsOf } from '../script/mentions';
import { scenesOf } from '../script/outline';
import { joinMaterial, materialIn } from '../suggest/request/material';
import { comparableHeading } from './sceneNames';

/** Scenes in a row, as indices into scenesOf. */
export interface SceneRange {
  readonly first: number;
  readonly last: number;
}

const SAME_SET = 3;
const NEIGHBOURS = [8, 4, 2];
/** A scene behind the stretch may have to change; one before it is only where it comes from. */
const BEHIND = 1.5;
const MENTION = 1;
const MOST_NAMES = 12;

const texts = new WeakMap<Script, readonly string[]>();

/** The text of each scene as it is sent: index for index with scenesOf. */
export function sceneTextsOf(script: Script): readonly string[] {
  let known = texts.get(script);
  if (!known) {
    known = scenesOf(script).map((scene) => joinMaterial(materialIn(script, scene)));
    texts.set(script, known);
  }
  return known;
}

/** How much a character shared says: little of one who is in every scene, much of one who is in three. */
function rarity(scenes: number, of: number): number {
  return Math.log((of + 1) / (scenes + 0.5));
}

/** Who speaks in the stretch, the rarest first. */
function castOf(script: Script, { first, last }: SceneRange): { name: string; weight: number }[] {
  const scenes = scenesOf(script);
  const inside = new Set(scenes.slice(first, last + 1).flatMap(({ item }) => item.characters));
  return charactersOf(script)
    .filter(({ name }) => inside.has(name))
    .map(({ name, scenes: where }) => ({ name, weight: rarity(where.length, scenes.length) }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}

/**
 * How much each scene outside the stretch matters to it: index for index with scenesOf, the stretch's own 0. What counts:
 * neighbours, people who speak in both (rare ones more), the same sets, and scenes that only speak of those people;
 * all of it more behind the stretch than before it.
 */
export function salienceOf(script: Script, range: SceneRange): readonly number[] {
  const scenes = scenesOf(script);
  const cast = castOf(script, range);
  const all = charactersOf(script).map(({ name }) => name);
  const finders = cast.slice(0, MOST_NAMES).map(({ name, weight }) => ({ name, weight, find: mentionsOf(name, all) }));
  const sets = new Set(scenes.slice(range.first, range.last + 1).map(({ item }) => comparableHeading(item.set)));
  return scenes.map(({ item }, index) => {
    if (index >= range.first && index <= range.last) {
      return 0;
    }
    const distance = index < range.first ? range.first - index : index - range.last;
    const text = sceneTextsOf(script)[index] ?? '';
    const shared = cast.filter(({ name }) => item.characters.includes(name)).reduce((sum, { weight }) => sum + weight, 0);
    const spokenOf = finders.filter(({ name, find }) => !item.characters.includes(name) && find(text).length > 0).reduce((sum, { weight }) => sum + MENTION * Math.min(weight, 2), 0);
    const place = item.set !== '' && sets.has(comparableHeading(item.set)) ? SAME_SET : 0;
    return (NEIGHBOURS[distance - 1] ?? 0) + (shared + spokenOf + place) * (index > range.last ? BEHIND : 1);
  });
}

/** The scenes outside the stretch, those that matter most first. */
export function salientScenes(script: Script, range: SceneRange): number[] {
  const scores = salienceOf(script, range);
  return scores
    .map((score, index) => ({ score, index }))
    .filter(({ index }) => index < range.first || index > range.last)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ index }) => index);
}
