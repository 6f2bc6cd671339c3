// Finds the scenes of a script again in a production's records: by what is in them, their heading and their number, all scenes at once.
import type { Script } from '../fountain/script';
import { headingParts } from '../script/heading';
import { scenesOf, type Scene } from '../script/outline';
import { sceneContentsOf, type SceneContent } from '../script/sceneContents';
import { assign, type Pair } from './assign';
import { likenessOf, markOf, sketchIn, sketchOf, type Sketch } from './mark';
import type { Production, SceneRecord } from './production';

export interface SceneMatch {
  /** The record of each scene, index for index with `scenesOf(script)`; undefined for a scene that none is of. No record twice. */
  readonly ids: readonly (string | undefined)[];
  /** Records that are no scene's, in the order of their ids. */
  readonly orphans: readonly string[];
}

const matches = new WeakMap<Production['scenes'], { readonly script: Script; readonly match: SceneMatch }>();

/**
 * The match that is the best overall. A record and a scene with the same heading and content belong together before all else; the rest is
 * assigned so that likeness of content (six parts in ten), heading (a quarter) and number together are the greatest there is. A pair must
 * be likely by itself: a number alone makes none, nor does a heading that others have too above words that are all others.
 */
export function matchScenes(production: Production, script: Script): SceneMatch {
  const known = matches.get(production.scenes);
  if (known?.script === script) {
    return known.match;
  }
  const match = read(production, script);
  matches.set(production.scenes, { script, match });
  return match;
}

/** Both sides of the comparison. */
interface Side {
  readonly heading: string;
  readonly set: string;
  readonly number: string | undefined;
  readonly mark: string;
  readonly sketch: Sketch;
}

const ofRecords = new WeakMap<SceneRecord, Side>();
const ofScenes = new WeakMap<SceneContent, { readonly item: Scene; readonly side: Side }>();

function read(production: Production, script: Script): SceneMatch {
  const ids = Object.keys(production.scenes).sort();
  const records = ids.map((id) => sideOfRecord(production.scenes[id]));
  const contents = sceneContentsOf(script);
  const scenes = scenesOf(script).map(({ item }, index) => sideOfScene(item, contents[index]));
  const recordOf = new Array<number>(scenes.length).fill(-1);
  const taken = new Uint8Array(records.length);
  const take = (row: number, column: number): void => {
    recordOf[column] = row;
    taken[row] = 1;
  };
  takeEqual(records, scenes, take);
  for (const { row, column } of assign(pairsOf(records, scenes, (row) => taken[row] === 1, (column) => (recordOf[column] ?? -1) >= 0))) {
    take(row, column);
  }
  return { ids: recordOf.map((row) => ids[row]), orphans: ids.filter((_, row) => taken[row] !== 1) };
}

/** Same heading, same content: of several such, those with the same number first, the others in their order. */
function takeEqual(records: readonly Side[], scenes: readonly Side[], take: (row: number, column: number) => void): void {
  const keyOf = ({ heading, mark }: Side): string => `${mark} ${heading}`;
  const groups = new Map<string, number[]>();
  records.forEach((record, row) => {
    const key = keyOf(record);
    const rows = groups.get(key);
    if (rows) {
      rows.push(row);
    } else {
      groups.set(key, [row]);
    }
  });
  const left: { rows: number[]; column: number }[] = [];
  const used = new Set<number>();
  scenes.forEach((scene, column) => {
    const rows = groups.get(keyOf(scene));
    const row = rows?.find((each) => !used.has(each) && scene.number !== undefined && records[each]?.number === scene.number);
    if (row !== undefined) {
      used.add(row);
      take(row, column);
    } else if (rows) {
      left.push({ rows, column });
    }
  });
  const next = new Map<number[], number>();
  for (const { rows, column } of left) {
    let at = next.get(rows) ?? 0;
    while (at < rows.length && used.has(rows[at] ?? -1)) {
      at++;
    }
    const row = rows[at];
    next.set(rows, at + 1);
    if (row !== undefined) {
      take(row, column);
    }
  }
}

/** So many records of one set are looked at for a scene of it whose words are in none of them. */
const MOST_OF_SET = 64;

/** Every likely pair of the records and scenes that are left. */
function pairsOf(records: readonly Side[], scenes: readonly Side[], isTaken: (row: number) => boolean, isDone: (column: number) => boolean): Pair[] {
  const byNumber = new Map<string | number, number[]>();
  const put = (key: string | number, row: number, most: number): void => {
    const rows = byNumber.get(key) ?? [];
    byNumber.set(key, rows);
    if (rows.length < most) {
      rows.push(row);
    }
  };
  const headings = new Map<string, number>();
  const count = (heading: string, by: number): void => void headings.set(heading, (headings.get(heading) ?? 0) + by);
  records.forEach((record, row) => {
    count(record.heading, 1);
    if (!isTaken(row)) {
      put(`set ${record.set}`, row, MOST_OF_SET);
      put(`heading ${record.heading}`, row, MOST_OF_SET);
      record.sketch.forEach((each) => put(each, row, MOST_OF_SET));
    }
  });
  scenes.forEach(({ heading }) => count(heading, 1000));
  return scenes.flatMap((scene, column) => {
    if (isDone(column)) {
      return [];
    }
    const rows = new Set([`set ${scene.set}`, `heading ${scene.heading}`, ...scene.sketch].flatMap((key) => byNumber.get(key) ?? []));
    return [...rows].flatMap((row) => {
      const record = records[row];
      const worth = record ? worthOf(record, scene, headings.get(scene.heading) === 1001) : 0;
      return worth > 0 ? [{ row, column, worth }] : [];
    });
  });
}

/** So few word pairs say nothing by themselves. */
const FEW = 4;

/** What a pair is worth, 0 where it is not likely. @param alone whether one record and one scene have this heading */
function worthOf(record: Side, scene: Side, alone: boolean): number {
  const content = likenessOf(record.sketch, scene.sketch);
  const says = Math.max(record.sketch.length, scene.sketch.length) >= FEW;
  const heading = headingLikeness(record, scene);
  const number = record.number !== undefined && record.number === scene.number;
  const likely =
    (says && content >= 0.2) || (heading === 1 && (content >= 0.06 || number || alone || !says)) || (number && heading >= 0.6);
  return likely ? 0.6 * (says ? content : content / 2) + 0.25 * heading + (number ? 0.15 : 0) : 0;
}

/** 1 for the same heading, 0.7 for the same set, less for some words of it. */
function headingLikeness(record: Side, scene: Side): number {
  if (record.heading === scene.heading) {
    return 1;
  }
  if (record.set === scene.set) {
    return 0.7;
  }
  const words = new Set(record.set.split(' '));
  const others = new Set(scene.set.split(' '));
  const both = [...words].filter((word) => others.has(word)).length;
  return (0.5 * both) / (words.size + others.size - both);
}

function sideOfRecord(record: SceneRecord | undefined): Side {
  const known = record && ofRecords.get(record);
  if (known || !record) {
    return known ?? { heading: '', set: '', number: undefined, mark: '', sketch: [] };
  }
  const side = { heading: fold(record.heading), set: fold(headingParts(record.heading).set), number: record.number, mark: record.mark, sketch: sketchIn(record.mark) };
  ofRecords.set(record, side);
  return side;
}

function sideOfScene(item: Scene, content: SceneContent | undefined): Side {
  const known = content && ofScenes.get(content);
  if (known?.item === item) {
    return known.side;
  }
  const side = { heading: fold(item.heading), set: fold(item.set), number: item.number, mark: content ? markOf(content) : '', sketch: content ? sketchOf(content) : [] };
  if (content) {
    ofScenes.set(content, { item, side });
  }
  return side;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toUpperCase();
}
