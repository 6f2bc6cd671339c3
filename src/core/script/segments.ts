// Scenes and sections summed up from the blocks they are made of, and kept as long as those are the same.
import type { SceneHeading, Section as SectionElement } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import type { Block } from '../fountain/script';
import { headingParts, type Place } from './heading';
import { canonicalName } from './names';

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
}

/** A section without its place. */
export interface Section {
  readonly kind: 'section';
  readonly text: string;
  readonly depth: number;
  readonly synopsis?: string;
}

/** What of a block belongs to one scene or section: from a heading or section in it, or from its start. */
export interface Segment {
  readonly head?: Head;
  readonly synopsis?: string;
  readonly speakers: readonly string[];
}

/** A heading or section as its block alone tells it: kept with the block, since taking headings apart is slow. */
interface Head {
  readonly from: number;
  readonly line: number;
  readonly item: Scene | Section;
}

const segmentsOfBlock = new WeakMap<Block, readonly Segment[]>();
const itemsOfHead = new WeakMap<Segment, { readonly segments: readonly Segment[]; readonly item: Scene | Section }>();

/** A block's segments: one for what stands before its first heading, if anything does, and one for each heading. */
export function blockSegments(block: Block): readonly Segment[] {
  let segments = segmentsOfBlock.get(block);
  if (!segments) {
    segments = readSegments(block);
    segmentsOfBlock.set(block, segments);
  }
  return segments;
}

function readSegments(block: Block): Segment[] {
  const segments: { head?: Head; synopsis?: string; speakers: string[] }[] = [];
  for (const element of block.elements) {
    const heads = element.kind === 'sceneHeading' || element.kind === 'section';
    if (heads || segments.length === 0) {
      segments.push({ ...(heads && { head: headOf(element) }), speakers: [] });
    }
    const current = segments.at(-1);
    if (!current) {
      break;
    }
    if (element.kind === 'synopsis') {
      current.synopsis ??= printedText(element.text);
    } else if (element.kind === 'character') {
      const name = canonicalName(element.name);
      if (!current.speakers.includes(name)) {
        current.speakers.push(name);
      }
    }
  }
  return segments;
}

function headOf(element: SceneHeading | SectionElement): Head {
  const { from, line } = element;
  if (element.kind === 'section') {
    return { from, line, item: { kind: 'section', text: printedText(element.text), depth: element.depth } };
  }
  const number = element.number === undefined ? {} : { number: element.number };
  const heading = printedText(element.text);
  return { from, line, item: { kind: 'scene', heading, ...number, ...headingParts(heading), characters: [] } };
}

/** The scene or section that these segments make up: the same object as last time when they are the same segments. */
export function itemOf(segments: readonly Segment[]): Scene | Section {
  const [first] = segments;
  if (!first?.head) {
    throw new RangeError('a run of segments starts with a heading or section');
  }
  const known = itemsOfHead.get(first);
  if (known && known.segments.length === segments.length && known.segments.every((segment, at) => segment === segments[at])) {
    return known.item;
  }
  const item = sumUp(first.head.item, segments);
  itemsOfHead.set(first, { segments, item });
  return item;
}

function sumUp(head: Scene | Section, segments: readonly Segment[]): Scene | Section {
  let synopsis: string | undefined;
  const characters: string[] = [];
  for (const segment of segments) {
    synopsis ??= segment.synopsis;
    for (const name of segment.speakers) {
      if (!characters.includes(name)) {
        characters.push(name);
      }
    }
  }
  const told = synopsis === undefined ? {} : { synopsis };
  return head.kind === 'section' ? { ...head, ...told } : { ...head, ...told, characters };
}
