// The words of a script that count: those that print, but for the title page. Kept with their blocks.
import type { Element } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { foldWord, wordPlaces } from './words';

/** A block's word: folded for comparing, with its place in the block and the element it stands in. */
interface BlockWord {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  readonly element: number;
}

/** The words of a script as columns, index for index. */
export interface ScriptWords {
  readonly folded: readonly string[];
  /** UTF-16 offsets in the script. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** A number for each element (a paragraph, a cue, a heading), ascending. */
  readonly element: readonly number[];
  /** Index into scenesOf; -1 before the first heading. A section ends no scene here. */
  readonly scene: readonly number[];
  /** The line of each element, by its number. */
  readonly lines: readonly number[];
}

const ofBlock = new WeakMap<Block, readonly BlockWord[]>();
const ofScript = new WeakMap<Script, ScriptWords>();

/**
 * Headings (without their numbers), action, cues, parentheticals, speech, lyrics, transitions, centred text. Not the
 * title page (it names people and rights, and is no part of the work), and nothing that does not print: notes,
 * boneyards, sections, synopses.
 */
const COUNTED: ReadonlySet<Element['kind']> = new Set(['sceneHeading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'centered']);

/** The counted words in order. */
export function scriptWords(script: Script): ScriptWords {
  let words = ofScript.get(script);
  if (!words) {
    words = readWords(script);
    ofScript.set(script, words);
  }
  return words;
}

function readWords(script: Script): ScriptWords {
  const words = { folded: new Array<string>(), from: new Array<number>(), to: new Array<number>(), element: new Array<number>(), scene: new Array<number>(), lines: new Array<number>() };
  let scene = -1;
  for (const { block, offset, line } of placedBlocks(script)) {
    const first = words.lines.length;
    const scenes = block.elements.map((element) => {
      scene += element.kind === 'sceneHeading' ? 1 : 0;
      words.lines.push(line + element.line);
      return scene;
    });
    for (const { folded, from, to, element } of blockWords(block)) {
      words.folded.push(folded);
      words.from.push(offset + from);
      words.to.push(offset + to);
      words.element.push(first + element);
      words.scene.push(scenes[element] ?? scene);
    }
  }
  return words;
}

function blockWords(block: Block): readonly BlockWord[] {
  let words = ofBlock.get(block);
  if (!words) {
    words = block.elements.flatMap((element, index) => (COUNTED.has(element.kind) ? [...elementWords(block, element, index)] : []));
    ofBlock.set(block, words);
  }
  return words;
}

function* elementWords(block: Block, element: Element, index: number): Generator<BlockWord> {
  for (const { word, from } of wordPlaces(shownSource(block, element))) {
    yield { folded: foldWord(word), from: element.from + from, to: element.from + from + word.length, element: index };
  }
}

/** An element's source with blanks for all that does not print, so that places stay. */
function shownSource(block: Block, element: Element): string {
  let source = block.text.slice(element.from, element.to);
  for (const { from, to } of block.marks) {
    if (from < element.to && to > element.from) {
      const [start, end] = [Math.max(0, from - element.from), Math.min(source.length, to - element.from)];
      source = source.slice(0, start) + ' '.repeat(end - start) + source.slice(end);
    }
  }
  if (element.kind === 'sceneHeading' && element.number !== undefined) {
    source = source.replace(/#[^#\n]*#\s*$/, (number) => ' '.repeat(number.length));
  }
  return source;
}
