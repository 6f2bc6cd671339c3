// What the writer looks for among the scenes, and which scenes that is.
import { canonicalName } from '../core/script/names';
import type { Scene } from '../core/script/outline';
import type { SceneTest } from './outlineNodes';

export type SceneFilter =
  | { readonly by: 'text'; readonly value: string }
  | { readonly by: 'character'; readonly value: string }
  | { readonly by: 'set'; readonly value: string };

/** A test that remembers its answer for each scene until that scene changes: searching the text of all of them takes time. */
export function testFor(filter: SceneFilter): SceneTest {
  const known = new WeakMap<Scene, boolean>();
  return (scene, source) => {
    let answer = known.get(scene);
    if (answer === undefined) {
      answer = matches(filter, scene, source);
      known.set(scene, answer);
    }
    return answer;
  };
}

function matches(filter: SceneFilter, scene: Scene, source: () => string): boolean {
  switch (filter.by) {
    case 'character':
      return scene.characters.includes(filter.value);
    case 'set':
      return canonicalName(scene.set) === canonicalName(filter.value);
    case 'text':
      return source().toUpperCase().includes(filter.value.toUpperCase());
  }
}
