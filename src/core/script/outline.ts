// The outline: sections and scenes in order, put together chunk by chunk so that only changed chunks cost anything.
import type { Span } from '../fountain/elements';
import { placedChunks, type Chunk, type Script } from '../fountain/script';
import { lastAtOrBefore } from '../fountain/search';
import { blockSegments, itemOf, type Scene, type Section, type Segment } from './segments';

export type { Scene, Section } from './segments';

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

/** The outline without its places: cheap enough to make anew at every keystroke, however many scenes there are. */
export interface OutlineTable {
  readonly items: readonly (Scene | Section)[];
  /** Where each item starts, and the line of that, index for index. Worked out when first asked: positions are sums. */
  places(): { readonly offsets: readonly number[]; readonly lines: readonly number[] };
}

/** A scene or section that begins in a chunk. */
interface Beginning {
  readonly from: number;
  readonly line: number;
  /** Known where the chunk holds all of it: of each but the last. */
  readonly item: Scene | Section | undefined;
}

interface ChunkOutline {
  /** What stands before the chunk's first heading: the end of the scene begun in a chunk before. */
  readonly prefix: readonly Segment[];
  readonly beginnings: readonly Beginning[];
  /** The last beginning's segments as far as the chunk goes. */
  readonly last: readonly Segment[];
  /** The last one's item as it came out with the chunk behind: kept while that is the same object. */
  joined: { readonly behind: Chunk | undefined; readonly item: Scene | Section } | undefined;
  /** All its items, the last one's as it came out last. */
  items: readonly (Scene | Section)[];
}

const outlineOfChunk = new WeakMap<Chunk, ChunkOutline>();
const tables = new WeakMap<Script, OutlineTable>();
const outlines = new WeakMap<Script, readonly OutlineItem[]>();
const scenes = new WeakMap<Script, readonly OutlineItem<Scene>[]>();

/** Sections and scenes in order, as columns. Items that an edit left alone are the same objects as before it. */
export function outlineTableOf(script: Script): OutlineTable {
  let table = tables.get(script);
  if (!table) {
    table = readTable(script);
    tables.set(script, table);
  }
  return table;
}

/** Sections and scenes, flat, in order, each with its whole span. */
export function outlineOf(script: Script): readonly OutlineItem[] {
  let outline = outlines.get(script);
  if (!outline) {
    const table = outlineTableOf(script);
    const { offsets, lines } = table.places();
    const placed = table.items.map((item, at) => {
      return { item, from: offsets[at] ?? 0, to: script.length, line: lines[at] ?? 0, endLine: script.lines };
    });
    endItems(placed);
    outline = placed;
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
  return lastAtOrBefore(among.length, (index) => among[index]?.from, offset);
}

function readTable(script: Script): OutlineTable {
  const lists = script.chunks.map((chunk, index) => chunkItems(script, index, chunkOutline(chunk)));
  let placed: { offsets: number[]; lines: number[] } | undefined;
  return {
    items: new Array<Scene | Section>().concat(...lists),
    places: () => (placed ??= readPlaces(script)),
  };
}

/** The items that begin in a chunk: the same list as long as its last scene is the same. */
function chunkItems(script: Script, index: number, read: ChunkOutline): readonly (Scene | Section)[] {
  if (read.beginnings.length === 0) {
    return read.items;
  }
  const last = lastItem(script, index, read);
  if (read.items.at(-1) !== last) {
    read.items = read.beginnings.map(({ item }) => item ?? last);
  }
  return read.items;
}

function readPlaces(script: Script): { offsets: number[]; lines: number[] } {
  const offsets: number[] = [];
  const lines: number[] = [];
  for (const { chunk, offset, line } of placedChunks(script)) {
    for (const beginning of chunkOutline(chunk).beginnings) {
      offsets.push(offset + beginning.from);
      lines.push(line + beginning.line);
    }
  }
  return { offsets, lines };
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

/** The item of a chunk's last beginning, whose scene may go on in the chunks behind. */
function lastItem(script: Script, index: number, read: ChunkOutline): Scene | Section {
  const behind = script.chunks[index + 1];
  if (read.joined && read.joined.behind === behind) {
    return read.joined.item;
  }
  const segments = [...read.last];
  let at = index + 1;
  for (let chunk = behind; chunk; chunk = script.chunks[++at]) {
    const next = chunkOutline(chunk);
    segments.push(...next.prefix);
    if (next.beginnings.length > 0) {
      break;
    }
  }
  const item = itemOf(segments);
  // Where the scene goes on behind the next chunk, that chunk's identity does not say enough to keep the result.
  read.joined = at <= index + 1 ? { behind, item } : undefined;
  return item;
}

function chunkOutline(chunk: Chunk): ChunkOutline {
  let known = outlineOfChunk.get(chunk);
  if (!known) {
    known = readChunk(chunk);
    outlineOfChunk.set(chunk, known);
  }
  return known;
}

function readChunk(chunk: Chunk): ChunkOutline {
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
  const beginnings = runs.map(({ from, line: at, segments }, index) => {
    return { from, line: at, item: index < runs.length - 1 ? itemOf(segments) : undefined };
  });
  return { prefix, beginnings, last: runs.at(-1)?.segments ?? [], joined: undefined, items: [] };
}
