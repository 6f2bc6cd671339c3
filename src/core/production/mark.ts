// A scene's content in one short line by which it is known again after edits: a sketch of its word pairs.
//
// Every two neighbouring words of what prints under the heading make a number; the smallest ones are kept (a bottom-k sketch, Broder 1997).
// Of two texts the share of numbers in common is about the share of word pairs in common: nearly all after a small edit, half after
// half a scene is written anew or cut away, next to none for another scene of the same people in the same place.
import { plainText, printedText } from '../fountain/inline';
import type { Block } from '../fountain/script';
import type { SceneContent, ScenePiece } from '../script/sceneContents';

/** The numbers kept, rising, no two equal. Fewer than `MOST` where the scene has no more. */
export type Sketch = readonly number[];

const MOST = 32;
/** A number is so many letters of the mark: 24 bits. */
const LETTERS = 4;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

const ofBlocks = new WeakMap<Block, Map<number, readonly number[]>>();
const sketches = new WeakMap<SceneContent, Sketch>();
const marks = new WeakMap<SceneContent, string>();

/** The sketch of a scene's content, its heading left out. */
export function sketchOf(content: SceneContent): Sketch {
  let sketch = sketches.get(content);
  if (!sketch) {
    const all = new Set<number>();
    for (const piece of content.pieces) {
      for (const each of pairsOf(piece)) {
        all.add(each);
      }
    }
    sketch = smallest(all);
    sketches.set(content, sketch);
  }
  return sketch;
}

/** The sketch as a line of letters and digits; empty where nothing stands under the heading. */
export function markOf(content: SceneContent): string {
  let mark = marks.get(content);
  if (mark === undefined) {
    mark = lineOf(sketchOf(content));
    marks.set(content, mark);
  }
  return mark;
}

function lineOf(sketch: Sketch): string {
  return sketch.map((each) => [18, 12, 6, 0].map((bits) => DIGITS.charAt((each >>> bits) & 63)).join('')).join('');
}

/** The sketch that a mark holds; what is no mark's letter makes it another scene's, never an error. */
export function sketchIn(mark: string): Sketch {
  const found = new Set<number>();
  for (let at = 0; at + LETTERS <= Math.min(mark.length, MOST * LETTERS); at += LETTERS) {
    found.add([...mark.slice(at, at + LETTERS)].reduce((sum, letter) => (sum << 6) | (DIGITS.indexOf(letter) & 63), 0));
  }
  return [...found].sort((a, b) => a - b);
}

/** How alike what two sketches were made of is, 0 to 1: the share of word pairs in common. Two empty ones are alike. */
export function likenessOf(one: Sketch, other: Sketch): number {
  if (one.length === 0 || other.length === 0) {
    return one.length === other.length ? 1 : 0;
  }
  // A full sketch knows nothing of what lies behind its last number: only numbers up to where both know are compared.
  const reach = Math.min(one.length < MOST ? Infinity : (one.at(-1) ?? 0), other.length < MOST ? Infinity : (other.at(-1) ?? 0));
  let both = 0;
  let all = 0;
  for (let a = 0, b = 0; a < one.length || b < other.length; all++) {
    const left = one[a] ?? Infinity;
    const right = other[b] ?? Infinity;
    if (Math.min(left, right) > reach) {
      break;
    }
    both += left === right ? 1 : 0;
    a += left <= right ? 1 : 0;
    b += right <= left ? 1 : 0;
  }
  return all === 0 ? 0 : both / all;
}

function smallest(all: ReadonlySet<number>): number[] {
  return [...all].sort((a, b) => a - b).slice(0, MOST);
}

/** The smallest numbers of a piece. None of its others can be among the smallest of its scene. */
function pairsOf({ block, first, end }: ScenePiece): readonly number[] {
  const known = ofBlocks.get(block) ?? new Map<number, readonly number[]>();
  ofBlocks.set(block, known);
  const key = first * (block.elements.length + 1) + end;
  let pairs = known.get(key);
  if (!pairs) {
    pairs = smallest(readPairs(block, first, end));
    known.set(key, pairs);
  }
  return pairs;
}

function readPairs(block: Block, first: number, end: number): Set<number> {
  const pairs = new Set<number>();
  for (const element of block.elements.slice(first, end)) {
    if (element.kind === 'sceneHeading' || element.kind === 'note' || element.kind === 'boneyard' || !('text' in element)) {
      // Cues are left out: who speaks is the same in many scenes, and says nothing of a dialogue that its words do not.
      continue;
    }
    const words = plainText(printedText(element.text)).toLowerCase().match(WORD) ?? [];
    // A word alone in its paragraph is a pair with the paragraph's end.
    words.forEach((word, at) => {
      if (at < words.length - 1 || words.length === 1) {
        pairs.add(numberOf(`${word} ${words[at + 1] ?? ''}`));
      }
    });
  }
  return pairs;
}

/** FNV-1a over UTF-16 units, mixed and cut to 24 bits. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 8;
}
