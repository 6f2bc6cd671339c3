// A plan laid beside the scenes of the script as it stands: which scene each line of the plan means, and what the plan left out.
import { scenesOf } from '../script/outline';
import type { Script } from '../fountain/script';
import { comparableHeading } from './sceneNames';
import type { DevelopedScene } from './scenario';

/** One step of the new order: a line of the plan, a scene of the script, or both. */
export interface Step {
  /** Index into the plan; undefined for a scene that the plan does not know: it stays. */
  readonly plan?: number;
  /** Index into scenesOf; undefined for a new scene, and for one that is no longer in the script. */
  readonly scene?: number;
}

/** The first scene from `at` on that a line of the plan names: by heading and number, by heading, by number. */
function sceneMeant(script: Script, { scene, sceneNumber }: DevelopedScene, at: number, last: number): number | undefined {
  const scenes = scenesOf(script);
  const wanted = comparableHeading(scene ?? '');
  const number = sceneNumber?.trim().toUpperCase();
  let byHeading: number | undefined;
  let byNumber: number | undefined;
  for (let index = at; index <= last; index++) {
    const item = scenes[index]?.item;
    const heading = item !== undefined && scene !== undefined && comparableHeading(item.heading) === wanted;
    const numbered = number !== undefined && item?.number?.trim().toUpperCase() === number;
    if (heading && (numbered || number === undefined)) {
      return index;
    }
    byHeading ??= heading ? index : undefined;
    byNumber ??= numbered ? index : undefined;
  }
  return byHeading ?? byNumber;
}

/**
 * The plan's lines and the scenes `first`..`last` of the script in one order. Scenes keep the script's order: each is looked
 * for behind the one before. Every scene comes exactly once: one that the plan does not name stays where it is. A line
 * that keeps or drops a scene which is gone says nothing any more; one that changes it stands as a new scene.
 */
export function alignPlan(script: Script, plan: readonly DevelopedScene[], first: number, last: number): Step[] {
  const steps: Step[] = [];
  let next = first;
  for (const [index, line] of plan.entries()) {
    const scene = line.fate === 'new' ? undefined : sceneMeant(script, line, next, last);
    if (scene === undefined) {
      if (line.fate === 'new' || line.fate === 'change') {
        steps.push({ plan: index });
      }
      continue;
    }
    for (; next < scene; next++) {
      steps.push({ scene: next });
    }
    steps.push({ plan: index, scene });
    next = scene + 1;
  }
  for (; next <= last; next++) {
    steps.push({ scene: next });
  }
  return steps;
}
