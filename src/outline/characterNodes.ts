// The characters view's data: one node a character, and one for each scene the character speaks in.
import { plainText, printedText } from '../core/fountain/inline';
import { sliceOf, type Block, type Script } from '../core/fountain/script';
import { charactersOf, type CharacterFigures } from '../core/script/characters';
import type { Speech } from '../core/script/speeches';
import type { OutlineNode } from './outlineNodes';

export interface CharacterNode {
  readonly kind: 'character';
  readonly id: string;
  figures: CharacterFigures;
  parts: readonly PartNode[];
}

/** A character in one scene. */
export interface PartNode {
  readonly kind: 'part';
  readonly id: string;
  readonly character: CharacterNode;
  /** The scene's row in the other view; undefined for what is said before the first scene. */
  readonly scene: OutlineNode | undefined;
  first: Speech;
  speeches: number;
}

export type CharacterChange = 'none' | 'all' | readonly CharacterNode[];

export class CharacterNodes {
  /** The one with the most words first. */
  roots: readonly CharacterNode[] = [];
  private drawn = new Map<string, string>();

  /**
   * Brings the nodes in step with the script, and says what changed.
   * @param document what tells this script's rows from another's
   * @param scenes the rows of the scenes, in the order of scenesOf
   */
  update(document: string, script: Script, scenes: readonly OutlineNode[]): CharacterChange {
    const known = new Map(this.roots.map((node) => [node.id, node]));
    const before = this.roots.map((node) => node.id).join('\n');
    this.roots = charactersOf(script).map((figures) => {
      const id = `${document} ${figures.name}`;
      const node = known.get(id) ?? { kind: 'character', id, figures, parts: [] };
      node.figures = figures;
      node.parts = partsOf(node, scenes);
      return node;
    });
    const drawn = new Map(this.roots.map((node) => [node.id, whatIsDrawn(node)]));
    const changed = this.roots.filter((node) => this.drawn.get(node.id) !== drawn.get(node.id));
    this.drawn = drawn;
    if (this.roots.map((node) => node.id).join('\n') !== before) {
      return 'all';
    }
    return changed.length === 0 ? 'none' : changed;
  }
}

/** The first line said, as it prints, parentheticals passed over. */
export function firstLine(script: Script, speech: Speech): string {
  const lines = plainText(printedText(sliceOf(script, speech.from, speech.to)))
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^~/, ''));
  return lines.find((line) => line !== '' && !/^\(.*\)$/.test(line)) ?? lines[0] ?? '';
}

function partsOf(node: CharacterNode, scenes: readonly OutlineNode[]): PartNode[] {
  const known = new Map(node.parts.map((part) => [part.id, part]));
  return node.figures.scenes.map(({ scene: index, first, speeches }) => {
    const scene = scenes[index];
    const id = `${node.id} ${scene?.id ?? '-'}`;
    const part = known.get(id) ?? { kind: 'part', id, character: node, scene, first, speeches };
    part.first = first;
    part.speeches = speeches;
    return part;
  });
}

const numbers = new WeakMap<Block, number>();
let numbered = 0;

/** A number that stands for a block's identity: it is a new object exactly when its text changed. */
function numberOf(block: Block): number {
  const number = numbers.get(block) ?? (numbered += 1);
  numbers.set(block, number);
  return number;
}

function sceneSaid(scene: OutlineNode | undefined): string {
  return scene?.item.kind === 'scene' ? `${scene.item.number ?? ''} ${scene.item.heading} ${scene.light ?? ''}` : '';
}

/** A text that differs when the row or one below it would be drawn differently. */
function whatIsDrawn({ figures, parts }: CharacterNode): string {
  const rows = parts.map((part) => `${part.id} ${numberOf(part.first.block)} ${sceneSaid(part.scene)} ${part.speeches}`);
  return [figures.speeches, figures.words, figures.share.toFixed(3), ...rows].join('\n');
}
