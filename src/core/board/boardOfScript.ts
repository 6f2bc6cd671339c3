// A board in the order of the script: its scenes packed into days until a limit of the rules is reached.
import type { BreakdownScene } from '../breakdown/breakdown';
import type { Board, BoardDay, SeenScene, Strip } from '../production/board';
import type { Rules } from '../production/rules';
import type { NewId } from './operations';

/** @param scenes in the order of the script; @param newId ids for its days */
export function boardOfScript(scenes: readonly BreakdownScene[], rules: Rules, name: string, newId: NewId): Board {
  const days: BoardDay[] = [];
  let day: BreakdownScene[] = [];
  const close = (): void => {
    if (day.length > 0) {
      days.push({ id: newId(), kind: 'shoot', strips: day.map(({ id }): Strip => ({ scene: id })) });
    }
  };
  for (const scene of scenes) {
    if (day.length > 0 && !fits([...day, scene], rules)) {
      close();
      day = [];
    }
    day.push(scene);
  }
  close();
  return { name, days, boneyard: [], seen: seenOf(scenes), made: { by: 'script' } };
}

function fits(scenes: readonly BreakdownScene[], rules: Rules): boolean {
  const eighths = scenes.reduce((sum, scene) => sum + scene.eighths, 0);
  const minutes = scenes.reduce((sum, scene, at) => sum + scene.minutes + moveBetween(scenes[at - 1], scene, rules), 0);
  const mixed = scenes.some(({ light }) => light === 'day') && scenes.some(({ light }) => light === 'night');
  return eighths <= rules.dayEighths && minutes <= rules.dayHours * 60 && (rules.mayMix || !mixed);
}

function moveBetween(before: BreakdownScene | undefined, scene: BreakdownScene, rules: Rules): number {
  const set = ({ setId, set: name }: BreakdownScene): string => setId ?? name;
  const location = (each: BreakdownScene): string => each.locationId ?? set(each);
  if (!before || set(before) === set(scene)) {
    return 0;
  }
  return location(before) === location(scene) ? rules.setMoveMinutes : rules.moveMinutes;
}

/** What is remembered of scenes, to see later what changed. */
export function seenOf(scenes: readonly BreakdownScene[]): Readonly<Record<string, SeenScene>> {
  return Object.fromEntries(scenes.map((scene) => [scene.id, seenScene(scene)]));
}

export function seenScene(scene: BreakdownScene): SeenScene {
  return { heading: scene.heading, eighths: scene.eighths, light: scene.light, cast: castOf(scene) };
}

/** Cast as element ids in the order of their numbers; without a number last. */
export function castOf(scene: BreakdownScene): string[] {
  const number = ({ castNumber }: { readonly castNumber?: number }): number => castNumber ?? Number.MAX_SAFE_INTEGER;
  return scene.elements.filter(({ category }) => category === 'cast').toSorted((left, right) => number(left) - number(right)).map(({ id }) => id);
}
