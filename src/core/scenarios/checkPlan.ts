// Makes a plan a possible one: every scene of the stretch accounted for once, in the script's order, headings that can stand.
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import { LIMITS } from './limits';
import { rangeOf, type CheckedPlan, type PlanProblem, type RawPlanScene } from './plan';
import { plainText } from './plainText';
import { clipped, comparableHeading } from './sceneNames';
import type { DevelopedScene, Placed } from './scenario';
import { plannedHeading } from './writtenScene';

const MOST_LINES = 150;

function fateOf(said: string): DevelopedScene['fate'] | undefined {
  return /keep|kept|same|unchanged/.test(said) ? 'keep' : /change|revis|rewrit|modif|alter/.test(said) ? 'change' : /new|add|insert/.test(said) ? 'new' : /drop|cut|remov|delet/.test(said) ? 'drop' : undefined;
}

/** The scene a line means: by its label, else by a heading in label or heading, the first not spoken of yet. */
function sceneOf(script: Script, line: RawPlanScene, first: number, last: number, spoken: ReadonlySet<number>): number | undefined {
  const label = /^\s*S\s*(\d{1,4})\s*$/i.exec(line.label)?.[1];
  const index = label === undefined ? -1 : first + Number(label) - 1;
  if (index >= first && index <= last) {
    return index;
  }
  const scenes = scenesOf(script);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const fits = (at: number): boolean => {
    const item = scenes[at]?.item;
    const wanted = [line.label, line.heading].map((text) => comparableHeading(text));
    return item !== undefined && (wanted.includes(comparableHeading(item.heading)) || (item.number !== undefined && wanted[0] === item.number.toUpperCase()));
  };
  return all.find((at) => fits(at) && !spoken.has(at)) ?? all.find(fits);
}

/** Which of the scenes stay in order: the longest run of the plan that climbs. The others were moved. */
function climbing(order: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const scene of order) {
    let at = tails.findIndex((tail) => tail > scene);
    at = at < 0 ? tails.length : at;
    before.set(scene, tails[at - 1]);
    tails[at] = scene;
  }
  const kept = new Set<number>();
  for (let scene = tails.at(-1); scene !== undefined; scene = before.get(scene)) {
    kept.add(scene);
  }
  return kept;
}

interface Line {
  readonly fate: DevelopedScene['fate'];
  readonly scene?: number;
  readonly raw: RawPlanScene;
}

/** The lines with the scenes they mean: each scene once. */
function readLines(script: Script, raws: readonly RawPlanScene[], first: number, last: number, problems: PlanProblem[]): Line[] {
  const spoken = new Set<number>();
  return raws.slice(0, MOST_LINES).flatMap((raw): Line[] => {
    const scene = fateOf(raw.fate) === 'new' ? undefined : sceneOf(script, raw, first, last, spoken);
    const fate = fateOf(raw.fate) ?? (scene === undefined ? 'new' : 'change');
    if (fate === 'new') {
      return [{ fate, raw }];
    }
    if (scene === undefined) {
      problems.push({ kind: 'unknown', heading: clipped(raw.heading === '' ? raw.label : raw.heading) });
      return fate === 'change' && raw.beat !== '' ? [{ fate: 'new', raw }] : [];
    }
    if (spoken.has(scene)) {
      problems.push({ kind: 'twice', scene });
      return fate === 'change' ? [{ fate: 'new', raw }] : [];
    }
    spoken.add(scene);
    return [{ fate, scene, raw }];
  });
}

/** Puts moved scenes back, and those left out in their places. */
function inOrder(script: Script, lines: readonly Line[], first: number, last: number, problems: PlanProblem[]): Line[] {
  const steady = climbing(lines.flatMap(({ scene }) => scene ?? []));
  const moved = new Map(lines.filter(({ scene }) => scene !== undefined && !steady.has(scene)).map((line) => [line.scene, line]));
  const made: Line[] = [];
  let next = first;
  const upTo = (end: number): void => {
    for (; next < end; next++) {
      const away = moved.get(next);
      problems.push({ kind: away ? 'moved' : 'missing', scene: next });
      // What was to be changed elsewhere is written there; its own place is empty then.
      made.push({ fate: away && away.fate !== 'keep' ? 'drop' : 'keep', scene: next, raw: away?.raw ?? { fate: '', label: '', heading: '', beat: '' } });
    }
  };
  for (const line of lines) {
    if (line.scene === undefined) {
      made.push(line);
    } else if (steady.has(line.scene)) {
      upTo(line.scene);
      made.push(line);
      next = line.scene + 1;
    } else if (line.fate === 'change') {
      made.push({ fate: 'new', raw: { ...line.raw, heading: line.raw.heading === '' ? (scenesOf(script)[line.scene]?.item.heading ?? '') : line.raw.heading } });
    }
  }
  upTo(last + 1);
  return made;
}

function developed(script: Script, { fate, scene, raw }: Line): DevelopedScene {
  const item = scene === undefined ? undefined : scenesOf(script)[scene]?.item;
  const beat = plainText(raw.beat).slice(0, LIMITS.beat);
  if (!item) {
    return { fate: 'new', heading: plannedHeading(raw.heading), beat };
  }
  const named = { scene: clipped(item.heading), ...(item.number !== undefined && { sceneNumber: item.number.slice(0, LIMITS.id) }) };
  const heading = fate === 'change' && raw.heading.trim() !== '' ? plannedHeading(raw.heading) : clipped(item.heading);
  return { fate, ...named, heading: heading === 'SCENE' ? clipped(item.heading) : heading, beat };
}

/**
 * The plan as it can be carried out, with what had to be put right: a scene the plan forgot is kept, one it moved is back
 * in its place, one it named twice counts once. Refused when nothing could be read or nothing would change.
 */
export function checkPlan(script: Script, place: Placed, raws: readonly RawPlanScene[]): CheckedPlan {
  if (raws.length === 0) {
    return { ok: false, reason: 'empty' };
  }
  const problems: PlanProblem[] = [];
  const { first, last } = rangeOf(script, place);
  const lines = inOrder(script, readLines(script, raws, first, last, problems), first, last, problems);
  const scenes = lines.map((line) => developed(script, line)).slice(0, LIMITS.scenes);
  return scenes.some(({ fate }) => fate !== 'keep') ? { ok: true, scenes, problems } : { ok: false, reason: 'nothing' };
}
