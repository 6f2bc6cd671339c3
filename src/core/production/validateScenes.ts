// Which scene is meant by what is typed: its number, its heading, or both as a list shows them.
import { refused, type Read } from './validateSaid';

export interface SceneNamed {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
}

/** As lists show it and fields hold it: `12  INT. KITCHEN - DAY`. */
export function sceneLabel({ number, heading }: SceneNamed): string {
  return `${number}  ${heading}`;
}

/** @returns the id of the one scene meant, or a sentence: none, or more than one */
export function readScene(text: string, scenes: readonly SceneNamed[]): Read<string> {
  const wanted = folded(text);
  if (wanted === '') {
    return refused('Type the number of a scene, or some of its heading.');
  }
  // The surest first: what a list gave, then the number, then the heading, then a part of it.
  const ways: readonly ((scene: SceneNamed) => boolean)[] = [
    (scene) => folded(sceneLabel(scene)) === wanted,
    ({ number }) => folded(number) === wanted.replace(/^#/u, ''),
    ({ heading }) => folded(heading) === wanted,
    ({ id }) => id === text.trim(),
    ({ heading }) => folded(heading).includes(wanted),
  ];
  for (const way of ways) {
    const found = scenes.filter(way);
    const [only] = found;
    if (only) {
      return found.length === 1 ? { ok: true, value: only.id } : refused('{0} scenes are called so. Type the number: {1}.', found.length, found.slice(0, 5).map(({ number }) => number).join(', '));
    }
  }
  return refused('There is no scene "{0}" in the script.', text.trim().slice(0, 80));
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
