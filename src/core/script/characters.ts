// The characters of a script: who they are by their cues, and how much they speak.
import { placedChunks, type Script } from '../fountain/script';
import { sceneIndexAt, scenesOf } from './outline';
import { speechesOfChunk, type Speech } from './speeches';

export { canonicalName } from './names';

/** A character in one scene (`scene` is an index into scenesOf, -1 before the first heading). */
export interface CharacterScene {
  readonly scene: number;
  readonly speeches: number;
  readonly first: Speech;
}

export interface CharacterFigures {
  readonly name: string;
  readonly speeches: number;
  readonly words: number;
  /** Of all words spoken in the script, 0 to 1. */
  readonly share: number;
  readonly scenes: readonly CharacterScene[];
}

const figures = new WeakMap<Script, readonly CharacterFigures[]>();

/** Every speaking character, the one with the most words first. Names are merged across extensions and case. */
export function charactersOf(script: Script): readonly CharacterFigures[] {
  const known = figures.get(script);
  if (known) {
    return known;
  }
  const people = new Map<string, { speeches: number; words: number; scenes: { scene: number; speeches: number; first: Speech }[] }>();
  const scenes = scenesOf(script);
  let total = 0;
  for (const { chunk, offset, line } of placedChunks(script)) {
    for (const speech of speechesOfChunk(chunk, offset, line)) {
      const person = people.get(speech.name) ?? { speeches: 0, words: 0, scenes: [] };
      people.set(speech.name, person);
      person.speeches++;
      person.words += speech.words;
      total += speech.words;
      const scene = sceneIndexAt(scenes, speech.blockOffset + speech.cue.from);
      const last = person.scenes.at(-1);
      if (last?.scene === scene) {
        last.speeches++;
      } else {
        person.scenes.push({ scene, speeches: 1, first: speech });
      }
    }
  }
  const made = [...people]
    .map(([name, person]) => ({ name, ...person, share: total === 0 ? 0 : person.words / total }))
    .sort((a, b) => b.words - a.words || b.speeches - a.speeches || (a.name < b.name ? -1 : 1));
  figures.set(script, made);
  return made;
}
