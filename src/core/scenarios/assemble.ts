// A scenario put together as text: the scope with its scenes kept, changed, new and dropped, and the whole script with it.
import type { Span } from '../fountain/elements';
import { textOf, type Script } from '../fountain/script';
import { blankLineAfter, coreEnd, lineEndOf } from '../script/seams';
import { alignPlan, type Step } from './alignPlan';
import { placeScope, sceneSpansOf, scenesTouched } from './place';
import type { DevelopedScene, Placed, Scenario } from './scenario';
import { headingLine, writtenScene } from './writtenScene';

/** One scene of the result, and what it came of. */
export interface Piece extends Step {
  readonly fate: DevelopedScene['fate'];
  /** Where it stands in the result's whole text; empty for a dropped one. */
  readonly span: Span;
  /** What it takes the place of in the script: whole lines of its scene, or, for a new one, the empty place where it goes. */
  readonly source: Span;
  /** Whether it still waits to be written: a change then stands as the script has it, a new one as heading and synopsis. */
  readonly unwritten: boolean;
}

export interface Assembled {
  /** Where the scope stands in the script. */
  readonly place: Placed;
  /** The scope's new text. */
  readonly scope: string;
  /** The whole script with it; every byte outside the scope as it was. */
  readonly whole: string;
  readonly pieces: readonly Piece[];
}

interface Building {
  text: string;
  readonly lineEnd: string;
}

/** A text behind which a scene can begin: it is empty, or a truly empty line ends it. */
function parted(text: string, lineEnd: string): string {
  if (text === '' || text === '\uFEFF') {
    return text;
  }
  const core = coreEnd(text, 0, text.length);
  return text.slice(0, core) + (core === text.length ? lineEnd + lineEnd : blankLineAfter(text.slice(core), lineEnd));
}

function unwrittenText({ heading, beat }: DevelopedScene): string {
  const line = headingLine(heading) ?? 'INT. SCENE';
  const told = beat.replace(/\s+/gu, ' ').trim();
  return told === '' ? line : `${line}\n\n= ${told}`;
}

/** The text of a step, in the script's line ends; undefined where the script's own scene stands. */
function textOfStep(scene: DevelopedScene | undefined, lineEnd: string): string | undefined {
  if (!scene || scene.fate === 'keep' || (scene.fate === 'change' && scene.text === undefined)) {
    return undefined;
  }
  const text = scene.fate === 'drop' ? '' : scene.text === undefined ? unwrittenText(scene) : writtenScene(scene, scene.text).text;
  return text.replace(/\n/g, lineEnd);
}

/** The scope's own text without scenes, where a plan can only add to it. */
function stretches(script: Script, place: Placed): { scenes: readonly Span[]; first: number; last: number } {
  const touched = scenesTouched(script, place);
  return touched ? { scenes: sceneSpansOf(script), ...touched } : { scenes: [], first: 0, last: -1 };
}

/**
 * The scenario's scope as it would read, and the whole script with it. Scenes kept, and what stands between scenes
 * (sections, their synopses), are the script's own bytes; written scenes have the script's line ends and the planned
 * heading. Undefined when the scope is not in the script any more.
 */
export function assemble(script: Script, scenario: Pick<Scenario, 'scope' | 'scenes'>): Assembled | undefined {
  const place = placeScope(script, scenario.scope);
  if (!place) {
    return undefined;
  }
  const source = textOf(script);
  const plan = scenario.scenes ?? [];
  const { scenes, first, last } = stretches(script, place);
  const building: Building = { text: '', lineEnd: lineEndOf(source) };
  const pieces: Piece[] = [];
  let at = place.from; // all before it is in the building
  for (const step of alignPlan(script, plan, first, last)) {
    const scene = step.scene === undefined ? undefined : scenes[step.scene];
    const line = step.plan === undefined ? undefined : plan[step.plan];
    if (scene) {
      building.text += source.slice(at, scene.from);
      at = scene.to;
    } else if (scenes.length === 0) {
      building.text += source.slice(at, place.to);
      at = place.to;
    }
    pieces.push(add(building, step, line, scene ?? { from: at, to: at }, { source, place }));
  }
  building.text += source.slice(at, place.to);
  const scope = place.to === source.length ? endedAsBefore(building.text, source, pieces) : building.text;
  return { place, scope, whole: source.slice(0, place.from) + scope + source.slice(place.to), pieces: pieces.map((piece) => within(piece, place.from + scope.length)) };
}

/** The end of the file as the script has it: with its last line end, or without one. */
function endedAsBefore(scope: string, source: string, pieces: readonly Piece[]): string {
  const last = pieces.findLast(({ span }) => span.to > span.from);
  return last === undefined || last.fate === 'keep' ? scope : scope.slice(0, coreEnd(scope, 0, scope.length)) + source.slice(coreEnd(source, 0, source.length));
}

function within(piece: Piece, end: number): Piece {
  return piece.span.to <= end ? piece : { ...piece, span: { from: Math.min(piece.span.from, end), to: end } };
}

/** Adds one scene to the building. */
function add(building: Building, step: Step, line: DevelopedScene | undefined, scene: Span, { source, place }: { source: string; place: Placed }): Piece {
  const { lineEnd } = building;
  const own = source.slice(scene.from, scene.to);
  const made = textOfStep(line, lineEnd);
  if (made !== undefined && made !== '') {
    const before = source.slice(0, place.from) + building.text;
    building.text = parted(before, lineEnd).slice(place.from);
  }
  const from = place.from + building.text.length;
  building.text += made === undefined ? own : made === '' ? '' : made + blanksBehind(own, lineEnd);
  const to = place.from + building.text.length;
  const fate = line === undefined ? 'keep' : step.scene === undefined ? 'new' : line.fate;
  const unwritten = line !== undefined && line.text === undefined && (line.fate === 'change' || line.fate === 'new');
  return { ...step, fate, span: { from, to }, source: { from: scene.from, to: scene.to }, unwritten };
}

/** The blank lines behind a written scene: those of the scene it takes the place of, or one. */
function blanksBehind(own: string, lineEnd: string): string {
  return own.trim() === '' ? lineEnd + lineEnd : blankLineAfter(own.slice(coreEnd(own, 0, own.length)), lineEnd);
}
