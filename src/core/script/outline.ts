// The outline: sections and scenes in order, summed up scene by scene and made again only where blocks changed.
import type { SceneHeading, Section as SectionElement, Span } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import { type Block, type Chunk, type Script } from '../fountain/script';
import { headingParts, type Place } from './heading';
import { eighthsOf, printedLines, secondsOf } from './lengths';
import { speakersOf } from './speeches';

/** A scene without its place: the same object until something in the scene changes. */
export interface Scene {
  readonly kind: 'scene';
  /** Without forcing dot, number, notes. */
  readonly heading: string;
  readonly number?: string;
  readonly place?: Place;
  readonly set: string;
  readonly time?: string;
  readonly synopsis?: string;
  /** Canonical names of those who speak, in order of first speech. */
  readonly characters: readonly string[];
  /** Eighths of a page, an estimate by lines. */
  readonly eighths: number;
  readonly seconds: number;
}

/** A section without its place. */
export interface Section {
  readonly kind: 'section';
  readonly text: string;
  readonly depth: number;
  readonly synopsis?: string;
}

/**
 * A scene or section with its place, absolute. A scene runs from its heading to the next heading or section or the
 * end; a section to the next section of the same or lesser depth.
 */
export interface OutlineItem<T extends Scene | Section = Scene | Section> extends Span {
  readonly item: T;
  readonly line: number;
  /** The line of the last character before `to`. */
  readonly endLine: number;
}

/** What of a block belongs to one scene or section: from a heading or section in it, or from its start. */
interface Segment {
  readonly head?: SceneHeading | SectionElement;
  readonly synopsis?: string;
  readonly lines: number;
  readonly speakers: readonly string[];
}

/** A heading or section in a chunk, with the segments under it as far as the chunk goes. */
interface Run {
  readonly from: number;
  readonly line: number;
  readonly segments: readonly Segment[];
}

interface ChunkRuns {
  /** What stands before the chunk's first heading: the end of the scene begun in a chunk before. */
  readonly prefix: readonly Segment[];
  readonly runs: readonly Run[];
  /** The last run's scene as it came out with the chunk behind: kept while that is the same object. */
  joined: { readonly behind: Chunk | undefined; readonly item: Scene | Section } | undefined;
}

const segmentsOfBlock = new WeakMap<Block, readonly Segment[]>();
const runsOfChunk = new WeakMap<Chunk, ChunkRuns>();
const itemsOfHead = new WeakMap<Segment, { readonly segments: readonly Segment[]; readonly item: Scene | Section }>();
const outlines = new WeakMap<Script, readonly OutlineItem[]>();
const scenes = new WeakMap<Script, readonly OutlineItem<Scene>[]>();

/** Sections and scenes, flat, in order. Items of scenes that an edit left alone are the same objects as before it. */
export function outlineOf(script: Script): readonly OutlineItem[] {
  let outline = outlines.get(script);
  if (!outline) {
    outline = readOutline(script);
    outlines.set(script, outline);
  }
  return outline;
}

/** The scenes alone, in order. */
export function scenesOf(script: Script): readonly OutlineItem<Scene>[] {
  let found = scenes.get(script);
  if (!found) {
    found = outlineOf(script).filter((entry): entry is OutlineItem<Scene> => entry.item.kind === 'scene');
    scenes.set(script, found);
  }
  return found;
}

/** The scene that holds an offset. */
export function sceneAt(script: Script, offset: number): OutlineItem<Scene> | undefined {
  const found = scenesOf(script);
  const scene = found[sceneIndexAt(found, offset)];
  return scene && (offset < scene.to || scene.to === script.length) ? scene : undefined;
}

/** The index of the last scene that starts at or before an offset; -1 before the first. */
export function sceneIndexAt(among: readonly OutlineItem<Scene>[], offset: number): number {
  let low = 0;
  let high = among.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((among[middle]?.from ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function readOutline(script: Script): OutlineItem[] {
  const outline: { item: Scene | Section; from: number; to: number; line: number; endLine: number }[] = [];
  let offset = 0;
  let line = 0;
  for (const [index, chunk] of script.chunks.entries()) {
    const read = chunkRuns(chunk);
    for (const [at, run] of read.runs.entries()) {
      const item = at < read.runs.length - 1 ? itemOf(run.segments) : lastItem(script, index, read, run);
      outline.push({ item, from: offset + run.from, to: script.length, line: line + run.line, endLine: script.lines });
    }
    offset += chunk.length;
    line += chunk.lines;
  }
  endItems(outline);
  return outline;
}

/** Sets where each item ends: a scene at the next item, a section at the next of its depth or less. */
function endItems(outline: { item: Scene | Section; from: number; to: number; line: number; endLine: number }[]): void {
  const openSections: (typeof outline)[number][] = [];
  let scene: (typeof outline)[number] | undefined;
  for (const entry of outline) {
    if (scene) {
      scene.to = entry.from;
      scene.endLine = entry.line - 1;
      scene = undefined;
    }
    if (entry.item.kind === 'scene') {
      scene = entry;
      continue;
    }
    for (let open = openSections.at(-1); open?.item.kind === 'section' && open.item.depth >= entry.item.depth; open = openSections.at(-1)) {
      open.to = entry.from;
      open.endLine = entry.line - 1;
      openSections.pop();
    }
    openSections.push(entry);
  }
}

/** The item of a chunk's last run, whose scene may go on in the chunks behind. */
function lastItem(script: Script, index: number, read: ChunkRuns, run: Run): Scene | Section {
  const behind = script.chunks[index + 1];
  if (read.joined && read.joined.behind === behind) {
    return read.joined.item;
  }
  const segments = [...run.segments];
  let endsBehind = true;
  for (let at = index + 1; at < script.chunks.length; at++) {
    const chunk = script.chunks[at];
    const next = chunk && chunkRuns(chunk);
    segments.push(...(next?.prefix ?? []));
    endsBehind = at === index + 1;
    if (next && next.runs.length > 0) {
      break;
    }
  }
  const item = itemOf(segments);
  // Where the scene spans more than the next chunk, that chunk's identity does not say enough to keep the result.
  read.joined = endsBehind && behind !== undefined && chunkRuns(behind).runs.length > 0 ? { behind, item } : undefined;
  return item;
}

function chunkRuns(chunk: Chunk): ChunkRuns {
  const known = runsOfChunk.get(chunk);
  if (known) {
    return known;
  }
  const prefix: Segment[] = [];
  const runs: { from: number; line: number; segments: Segment[] }[] = [];
  let offset = 0;
  let line = 0;
  for (const block of chunk.blocks) {
    for (const segment of blockSegments(block)) {
      if (segment.head) {
        runs.push({ from: offset + segment.head.from, line: line + segment.head.line, segments: [segment] });
      } else {
        (runs.at(-1)?.segments ?? prefix).push(segment);
      }
    }
    offset += block.text.length;
    line += block.lines;
  }
  const made: ChunkRuns = { prefix, runs, joined: undefined };
  runsOfChunk.set(chunk, made);
  return made;
}

function blockSegments(block: Block): readonly Segment[] {
  let segments = segmentsOfBlock.get(block);
  if (!segments) {
    segments = readSegments(block);
    segmentsOfBlock.set(block, segments);
  }
  return segments;
}

function readSegments(block: Block): Segment[] {
  type Growing = { -readonly [K in keyof Segment]: Segment[K] } & { speakers: string[]; from: number };
  const segments: Growing[] = [];
  const start = (from: number, head?: SceneHeading | SectionElement): Growing => {
    const segment: Growing = { ...(head && { head }), lines: 0, speakers: [], from };
    segments.push(segment);
    return segment;
  };
  let current: Growing | undefined;
  for (const element of block.elements) {
    if (element.kind === 'sceneHeading' || element.kind === 'section') {
      current = start(element.from, element);
    }
    current ??= start(0);
    current.lines += printedLines(element);
    if (element.kind === 'synopsis') {
      current.synopsis ??= printedText(element.text);
    }
  }
  for (const { name, from } of speakersOf(block)) {
    const segment = segments.findLast((candidate) => candidate.from <= from);
    if (segment && !segment.speakers.includes(name)) {
      segment.speakers.push(name);
    }
  }
  return segments;
}

/** The scene or section that these segments make up: the same object as last time when they are the same segments. */
function itemOf(segments: readonly Segment[]): Scene | Section {
  const [first] = segments;
  if (!first?.head) {
    throw new RangeError('a run of segments starts with a heading or section');
  }
  const known = itemsOfHead.get(first);
  if (known && known.segments.length === segments.length && known.segments.every((segment, at) => segment === segments[at])) {
    return known.item;
  }
  const item = first.head.kind === 'section' ? sectionOf(first.head, segments) : sceneOf(first.head, segments);
  itemsOfHead.set(first, { segments, item });
  return item;
}

function sectionOf(head: SectionElement, segments: readonly Segment[]): Section {
  const synopsis = segments.find((segment) => segment.synopsis !== undefined)?.synopsis;
  return { kind: 'section', text: printedText(head.text), depth: head.depth, ...(synopsis !== undefined && { synopsis }) };
}

function sceneOf(head: SceneHeading, segments: readonly Segment[]): Scene {
  let lines = 0;
  let synopsis: string | undefined;
  const characters = new Set<string>();
  for (const segment of segments) {
    lines += segment.lines;
    synopsis ??= segment.synopsis;
    for (const name of segment.speakers) {
      characters.add(name);
    }
  }
  return {
    kind: 'scene',
    heading: printedText(head.text),
    ...(head.number !== undefined && { number: head.number }),
    ...headingParts(head.text),
    ...(synopsis !== undefined && { synopsis }),
    characters: [...characters],
    eighths: eighthsOf(lines),
    seconds: secondsOf(lines),
  };
}
