// A scenario beside the script, as outlines: which scenes stay, change, come and go, in pages, people and later scenes.
import type { Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import type { Script } from '../fountain/script';
import { layoutOf } from '../page/layout';
import { STANDARD_PAGE, type PageOptions } from '../page/page';
import { lengthOf, sceneLengthsOf } from '../page/sceneLengths';
import { charactersOf } from '../script/characters';
import { sceneIndexAt, scenesOf } from '../script/outline';
import { assemble, type Piece } from './assemble';
import { findScene } from './place';
import type { DevelopedScene, Placed, Scenario } from './scenario';

export interface SceneMeasure {
  /** The page its heading stands on, from 1. */
  readonly page: number;
  readonly eighths: number;
}

export interface ComparedScene {
  readonly fate: DevelopedScene['fate'];
  /** As it would read; of a dropped scene as it reads now. */
  readonly heading: string;
  readonly sceneNumber?: string;
  readonly beat: string;
  /** Index into scenario.scenes; missing for a scene the plan does not know. */
  readonly plan?: number;
  /** The script's scene: where it stands now, whole lines. Missing for a new one. */
  readonly span?: Span;
  /** In the script; missing for a new one. */
  readonly before?: SceneMeasure;
  /** With the scenario; missing for a dropped one. */
  readonly after?: SceneMeasure;
  /** Still to be written, so `after` is no more than a guess. */
  readonly unwritten: boolean;
}

export interface ComparedCharacter {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly change: 'appears' | 'vanishes' | 'gains' | 'loses';
}

export interface ComparedConsequence {
  /** The heading as the script has it now, or as it was named where it is not there. */
  readonly heading: string;
  readonly sceneNumber?: string;
  readonly change: string;
  /** Where it stands; missing when the script has no such scene. */
  readonly span?: Span;
  readonly page?: number;
}

export interface Comparison {
  readonly place: Placed;
  /** The scenes of the scope, in the new order. */
  readonly scenes: readonly ComparedScene[];
  /** The whole script, in pages begun and in eighths. */
  readonly pagesBefore: number;
  readonly pagesAfter: number;
  readonly eighthsBefore: number;
  readonly eighthsAfter: number;
  /** Whose speeches become more or fewer in the whole script, those who change most first. */
  readonly characters: readonly ComparedCharacter[];
  readonly consequences: readonly ComparedConsequence[];
  /** How many scenes of the plan wait to be written. */
  readonly unwritten: number;
}

function speechesIn(script: Script): Map<string, number> {
  return new Map(charactersOf(script).map(({ name, speeches }) => [name, speeches]));
}

function charactersBetween(before: Script, after: Script): ComparedCharacter[] {
  const [old, now] = [speechesIn(before), speechesIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name): ComparedCharacter => {
      const [was, is] = [old.get(name) ?? 0, now.get(name) ?? 0];
      return { name, before: was, after: is, change: was === 0 ? 'appears' : is === 0 ? 'vanishes' : is > was ? 'gains' : 'loses' };
    })
    .filter((each) => each.before !== each.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.name < b.name ? -1 : 1));
}

interface Sides {
  readonly before: Script;
  readonly after: Script;
  readonly options: PageOptions;
}

function measureAt(script: Script, options: PageOptions, index: number | undefined): SceneMeasure | undefined {
  const length = index === undefined ? undefined : sceneLengthsOf(layoutOf(script, options))[index];
  return length && { page: length.page, eighths: length.eighths };
}

/** The scene that a piece became: the first heading in its span. */
function indexIn(script: Script, { from, to }: Span): number | undefined {
  const scenes = scenesOf(script);
  const index = sceneIndexAt(scenes, from) + (scenes[sceneIndexAt(scenes, from)]?.from === from ? 0 : 1);
  const found = scenes[index];
  return found && found.from < to ? index : undefined;
}

function comparedScene(piece: Piece, line: DevelopedScene | undefined, { before, after, options }: Sides): ComparedScene {
  const own = piece.scene === undefined ? undefined : scenesOf(before)[piece.scene]?.item;
  const index = piece.fate === 'drop' ? undefined : indexIn(after, piece.span);
  const now = index === undefined ? undefined : scenesOf(after)[index]?.item;
  const shown = now ?? own;
  const was = measureAt(before, options, piece.scene);
  const is = measureAt(after, options, index);
  return {
    fate: piece.fate,
    heading: shown?.heading ?? line?.heading ?? '',
    ...(shown?.number !== undefined && { sceneNumber: shown.number }),
    beat: line?.beat ?? '',
    ...(piece.plan !== undefined && { plan: piece.plan }),
    ...(piece.scene !== undefined && { span: piece.source }),
    ...(was && { before: was }),
    ...(is && { after: is }),
    unwritten: piece.unwritten,
  };
}

/**
 * The scenario beside the script as it stands. Without a plan every scene of the scope is kept, and the later scenes are
 * what there is to see. Undefined when the scope is not in the script any more.
 */
export function compareOutlines(script: Script, scenario: Pick<Scenario, 'scope' | 'scenes' | 'consequences'>, options: PageOptions = STANDARD_PAGE): Comparison | undefined {
  const made = assemble(script, scenario);
  if (!made) {
    return undefined;
  }
  const after = parse(made.whole);
  const sides: Sides = { before: script, after, options };
  const [old, now] = [lengthOf(layoutOf(script, options)), lengthOf(layoutOf(after, options))];
  const lengths = sceneLengthsOf(layoutOf(script, options));
  return {
    place: made.place,
    scenes: made.pieces.map((piece) => comparedScene(piece, piece.plan === undefined ? undefined : scenario.scenes?.[piece.plan], sides)),
    pagesBefore: old.pages,
    pagesAfter: now.pages,
    eighthsBefore: old.eighths,
    eighthsAfter: now.eighths,
    characters: charactersBetween(script, after),
    consequences: scenario.consequences.map(({ scene, sceneNumber, change }) => {
      const found = findScene(script, { scene, ...(sceneNumber !== undefined && { sceneNumber }) }, made.place.to);
      const page = found && lengths[scenesOf(script).indexOf(found)]?.page;
      const number = found?.item.number ?? sceneNumber;
      return { heading: found?.item.heading ?? scene, ...(number !== undefined && { sceneNumber: number }), change, ...(found && { span: { from: found.from, to: found.to } }), ...(page !== undefined && { page }) };
    }),
    unwritten: made.pieces.filter((piece) => piece.unwritten).length,
  };
}
