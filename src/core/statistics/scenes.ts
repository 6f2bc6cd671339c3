// The figures of scenes, and of what holds them: sections, sets, times of day.
import type { Layout } from '../page/page';
import { sceneLengthsOf } from '../page/sceneLengths';
import { locationsOf } from '../script/locations';
import { outlineOf, scenesOf, type OutlineItem, type Section } from '../script/outline';
import { lightOf, type Light } from '../script/timeOfDay';
import type { Tally } from './tally';

/** A length on the page and, at a page a minute, on the screen. */
export interface Length {
  readonly eighths: number;
  readonly seconds: number;
}

export interface SceneStatistics extends Length {
  readonly heading: string;
  readonly number?: string;
  /** Offset and line of the heading. */
  readonly at: number;
  readonly line: number;
  /** Printed page number, and pages from the start of page 1 to the heading, a fraction. */
  readonly page: number;
  readonly position: number;
  readonly place: PlaceName;
  readonly light?: Light;
  /** Words said, and of action. */
  readonly dialogue: number;
  readonly action: number;
  readonly speeches: number;
  readonly characters: readonly string[];
}

/** Inside, outside, both; a heading that says neither is "other". */
export type PlaceName = 'INT' | 'EXT' | 'INT/EXT' | 'other';

/** What some scenes have in common, and how much of the script they are. */
export interface Group<Name extends string = string> extends Length {
  readonly name: Name;
  readonly scenes: number;
  /** Of all scenes' eighths, 0 to 1. */
  readonly share: number;
  /** Offset of the first scene's heading. */
  readonly at: number;
}

export interface SetStatistics extends Group {
  readonly places: readonly PlaceName[];
  readonly lights: readonly (Light | 'unsaid')[];
}

export interface SectionStatistics extends Group {
  readonly depth: number;
  /** Where it begins and ends, in pages from the start of page 1, fractions. */
  readonly position: number;
  readonly end: number;
  readonly dialogue: number;
  readonly action: number;
}

export function sceneStatisticsOf(layout: Layout, tally: Tally): SceneStatistics[] {
  const lengths = sceneLengthsOf(layout);
  let light: Light | undefined;
  return scenesOf(layout.script).map(({ item, from, line }, index) => {
    const { page = 1, row = 0, eighths = 0, seconds = 0 } = lengths[index] ?? {};
    const { dialogue = 0, action = 0, speeches = 0 } = tally.scenes[index] ?? {};
    light = lightOf(item.time, light);
    const place = item.place === 'EST' ? 'EXT' : (item.place ?? 'other');
    return {
      heading: item.heading,
      ...(item.number !== undefined && { number: item.number }),
      at: from,
      line,
      page,
      position: page - 1 + row / layout.paper.rows,
      place,
      ...(light && { light }),
      eighths,
      seconds,
      dialogue,
      action,
      speeches,
      characters: item.characters,
    };
  });
}

/** Scenes by what `nameOf` says of each, the group with the most eighths first. */
export function groupsOf<Name extends string>(scenes: readonly SceneStatistics[], nameOf: (scene: SceneStatistics) => Name): Group<Name>[] {
  const groups = new Map<Name, SceneStatistics[]>();
  for (const scene of scenes) {
    const name = nameOf(scene);
    const group = groups.get(name);
    if (group) {
      group.push(scene);
    } else {
      groups.set(name, [scene]);
    }
  }
  const total = sumOf(scenes).eighths;
  return [...groups].map(([name, members]) => groupOf(name, members, total)).sort((a, b) => b.eighths - a.eighths || b.scenes - a.scenes || a.at - b.at);
}

function groupOf<Name extends string>(name: Name, members: readonly SceneStatistics[], total: number): Group<Name> {
  const { eighths, seconds } = sumOf(members);
  return { name, scenes: members.length, eighths, seconds, share: total === 0 ? 0 : eighths / total, at: members[0]?.at ?? 0 };
}

function sumOf(scenes: readonly SceneStatistics[]): { eighths: number; seconds: number; dialogue: number; action: number } {
  const sum = { eighths: 0, seconds: 0, dialogue: 0, action: 0 };
  for (const { eighths, seconds, dialogue, action } of scenes) {
    sum.eighths += eighths;
    sum.seconds += seconds;
    sum.dialogue += dialogue;
    sum.action += action;
  }
  return sum;
}

/** Every set, the one with the most eighths first. */
export function setStatisticsOf(layout: Layout, scenes: readonly SceneStatistics[]): SetStatistics[] {
  const total = sumOf(scenes).eighths;
  return locationsOf(layout.script)
    .map(({ set, scenes: indices }) => {
      const members = indices.flatMap((index) => scenes[index] ?? []);
      const places = [...new Set(members.map(({ place }) => place))];
      const lights = [...new Set(members.map(({ light }) => light ?? 'unsaid'))];
      return { ...groupOf(set, members, total), places, lights };
    })
    .sort((a, b) => b.eighths - a.eighths || b.scenes - a.scenes || a.at - b.at);
}

/** Every section in order, with the scenes in it and in the sections below it. */
export function sectionStatisticsOf(layout: Layout, scenes: readonly SceneStatistics[], position: (offset: number) => number, pages: number): SectionStatistics[] {
  const total = sumOf(scenes).eighths;
  return outlineOf(layout.script)
    .filter((entry): entry is OutlineItem<Section> => entry.item.kind === 'section')
    .map(({ item, from, to }) => {
      const members = scenes.filter(({ at }) => at >= from && at < to);
      const { dialogue, action } = sumOf(members);
      // The section itself does not print: it begins with its first scene, and ends where the next thing begins.
      const begins = members[0]?.position ?? position(from);
      const next = scenes.find(({ at }) => at >= to);
      const ends = next?.position ?? (members.length === 0 ? begins : pages);
      return { ...groupOf(item.text, members, total), at: from, depth: item.depth, position: begins, end: ends, dialogue, action };
    });
}
