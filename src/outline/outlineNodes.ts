// The scenes view's data: one node for each item of the outline, which lives on while the writer edits around and in it.
import type { Span } from '../core/fountain/elements';
import { sliceOf, type Script } from '../core/fountain/script';
import { parentsOf } from '../core/script/nestOutline';
import { outlineOf, type OutlineItem, type Scene, type Section } from '../core/script/outline';
import { matchItems } from './matchItems';
import { lightOf, type Light } from '../core/script/timeOfDay';

/** A row. The same object, with the same id, for as long as its scene or section is there. */
export interface OutlineNode {
  readonly id: string;
  /** Its place in outlineOf(script). */
  index: number;
  item: Scene | Section;
  parent: OutlineNode | undefined;
  /** Those that the filter lets through, in order. */
  children: readonly OutlineNode[];
  light: Light | undefined;
  /** The scenes in it (itself, for a scene), their length and their time. */
  scenes: number;
  eighths: number;
  seconds: number;
  /** The printed page a scene begins on, once pages are laid out. */
  page: number | undefined;
}

/** How long a scene is, and where it begins: see sceneLengthsOf. */
export interface Length {
  readonly page: number;
  readonly eighths: number;
  readonly seconds: number;
}

/** What a change of the script changed in the rows: each of these and all below it is to be drawn again. */
export type OutlineChange = 'none' | 'all' | readonly OutlineNode[];

/** Whether a scene is shown. */
export type SceneTest = (scene: Scene, source: () => string) => boolean;

let modelsMade = 0;

export class OutlineNodes {
  /** Every node in document order, also those the filter hides. */
  all: readonly OutlineNode[] = [];
  /** The rows at the top. */
  roots: readonly OutlineNode[] = [];
  /** Grows when rows came, went or changed places; not when one merely says something else. */
  structure = 0;
  private readonly prefix = `${(modelsMade += 1)}:`;
  private made = 0;
  private entries: readonly OutlineItem[] = [];

  /**
   * Brings the nodes in step with the script, and says what changed. Linear in the number of scenes, whatever their length.
   * @param lengths of each scene, in order, where pages are laid out
   */
  update(script: Script, isShown?: SceneTest, lengths: readonly Length[] = []): OutlineChange {
    const before = new Map(this.all.map((node) => [node, { ...node }]));
    const roots = this.roots;
    this.entries = outlineOf(script);
    const items = this.entries.map((entry) => entry.item);
    const matches = matchItems(this.all.map((node) => node.item), items);
    const old = this.all;
    this.all = items.map((item, index) => {
      const node = old[matches[index] ?? -1] ?? this.makeNode(item);
      return Object.assign(node, { index, item });
    });
    this.measure(lengths);
    this.nest(script, isShown);
    if (!sameList(roots, this.roots)) {
      this.structure += 1;
      return 'all';
    }
    const changed = this.all.filter((node) => {
      const was = before.get(node);
      return was !== undefined && !(saysSame(was.item, node.item) && was.light === node.light && was.eighths === node.eighths && was.scenes === node.scenes && sameList(was.children, node.children));
    });
    if (changed.some((node) => !sameList(before.get(node)?.children ?? [], node.children))) {
      this.structure += 1;
    }
    return changed.length === 0 ? 'none' : changed;
  }

  /** The node of the scene or section that holds an offset. */
  at(offset: number): OutlineNode | undefined {
    const index = this.entries.findLastIndex((entry) => entry.from <= offset);
    return this.all[index];
  }

  /** Where a node's heading stands in the script of the last update. */
  spanOf(node: OutlineNode): Span | undefined {
    return this.all[node.index] === node ? this.entries[node.index] : undefined;
  }

  private makeNode(item: Scene | Section): OutlineNode {
    this.made += 1;
    return { id: `${this.prefix}${this.made}`, index: 0, item, parent: undefined, children: [], light: undefined, scenes: 0, eighths: 0, seconds: 0, page: undefined };
  }

  private measure(lengths: readonly Length[]): void {
    let light: Light | undefined;
    let scene = 0;
    for (const node of this.all) {
      const { item } = node;
      if (item.kind === 'scene') {
        const { page, eighths = 0, seconds = 0 } = lengths[scene] ?? {};
        light = lightOf(item.time, light);
        Object.assign(node, { light, scenes: 1, page, eighths, seconds });
        scene += 1;
      } else {
        Object.assign(node, { scenes: 0, eighths: 0, seconds: 0 });
      }
    }
  }

  private nest(script: Script, isShown: SceneTest | undefined): void {
    const parents = parentsOf(this.entries);
    const children = new Map<OutlineNode | undefined, OutlineNode[]>();
    this.all.forEach((node, index) => {
      node.parent = this.all[parents[index] ?? -1];
    });
    // From the end, so that a section is complete when it is added to the one around it.
    for (const node of [...this.all].reverse()) {
      const { item, parent } = node;
      const inside = children.get(node)?.reverse() ?? [];
      node.children = sameList(node.children, inside) ? node.children : inside;
      const shown = isShown === undefined || (item.kind === 'scene' ? isShown(item, () => sourceOf(script, this.entries[node.index])) : inside.length > 0);
      if (shown) {
        const siblings = children.get(parent) ?? [];
        siblings.push(node);
        children.set(parent, siblings);
      }
      if (parent !== undefined) {
        parent.scenes += node.scenes;
        parent.eighths += node.eighths;
        parent.seconds += node.seconds;
      }
    }
    this.roots = children.get(undefined)?.reverse() ?? [];
  }
}

/** Most edits in a scene make a new object that says the same: then the row stays as it is. */
function saysSame(before: Scene | Section, now: Scene | Section): boolean {
  return before === now || JSON.stringify(before) === JSON.stringify(now);
}

function sourceOf(script: Script, span: Span | undefined): string {
  return span === undefined ? '' : sliceOf(script, span.from, span.to);
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
