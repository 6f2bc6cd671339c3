// The scene that a chat model means: by its number, its place in the outline, or its heading.
import type { Script } from '../core/fountain/script';
import { withoutTags } from '../core/suggest/request/tags';
import { scenesOf, type OutlineItem, type Scene } from '../core/script/outline';

/**
 * @param wanted "12A" as the script numbers it, "3" for the third scene, or (a part of) a heading
 * @throws Error that says which scenes could be meant
 */
export function findScene(script: Script, wanted: string): OutlineItem<Scene> {
  const scenes = scenesOf(script);
  const folded = wanted.replace(/^(?:scene|#)\s*/i, '').replace(/#$/, '').trim().toLowerCase();
  const numbered = scenes.filter(({ item }) => item.number?.toLowerCase() === folded);
  const [byNumber] = numbered;
  const byPlace = /^\d+$/.test(folded) ? scenes[Number(folded) - 1] : undefined;
  if (byNumber ?? byPlace) {
    return (byNumber ?? byPlace) as OutlineItem<Scene>;
  }
  const same = scenes.filter(({ item }) => item.heading.toLowerCase() === folded);
  const like = same.length > 0 ? same : folded === '' ? [] : scenes.filter(({ item }) => item.heading.toLowerCase().includes(folded));
  const [only] = like;
  if (only && like.length === 1) {
    return only;
  }
  const names = (like.length > 0 ? like : scenes).slice(0, 12).map((scene) => `${scenes.indexOf(scene) + 1}. ${withoutTags(scene.item.heading)}`);
  throw new Error(`${like.length > 0 ? `Several scenes are called "${wanted}"` : `There is no scene "${wanted}"`}. Name one by its number in the outline: ${names.join('; ')}${(like.length > 0 ? like : scenes).length > 12 ? '; ...' : ''}.`);
}
