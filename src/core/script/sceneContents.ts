// What stands in each scene, as pieces of blocks: the same object until something in the scene changes, so that what is worked out from it may be kept.
import type { Element } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { scenesOf } from './outline';

/** Some neighbouring elements of a block: `first` to before `end`. `at` is the block's start, relative to the scene's. */
export interface ScenePiece {
  readonly block: Block;
  readonly first: number;
  readonly end: number;
  readonly at: number;
}

/** A scene's elements from its heading on, without its place. */
export interface SceneContent {
  readonly pieces: readonly ScenePiece[];
}

const contents = new WeakMap<Script, readonly SceneContent[]>();
/** By the heading: the content as it came out last. */
const known = new WeakMap<Element, SceneContent>();

/** Each scene's content, index for index with `scenesOf(script)`. */
export function sceneContentsOf(script: Script): readonly SceneContent[] {
  let found = contents.get(script);
  if (!found) {
    found = readContents(script);
    contents.set(script, found);
  }
  return found;
}

function readContents(script: Script): SceneContent[] {
  const scenes: ScenePiece[][] = [];
  const starts = scenesOf(script).map(({ from }) => from);
  // Text under a section heading is no scene's until the next scene heading.
  let open: ScenePiece[] | undefined;
  for (const { block, offset } of placedBlocks(script)) {
    let first = 0;
    const close = (end: number): void => {
      if (open && end > first) {
        open.push({ block, first, end, at: offset - (starts[scenes.length - 1] ?? 0) });
      }
    };
    for (const [index, { kind }] of block.elements.entries()) {
      if (kind === 'sceneHeading' || kind === 'section') {
        close(index);
        first = index;
        open = kind === 'sceneHeading' ? [] : undefined;
        if (open) {
          scenes.push(open);
        }
      }
    }
    close(block.elements.length);
  }
  return scenes.map(kept);
}

function kept(pieces: readonly ScenePiece[]): SceneContent {
  const [head] = pieces;
  const heading = head?.block.elements[head.first];
  if (!heading) {
    return { pieces };
  }
  const before = known.get(heading);
  if (before && before.pieces.length === pieces.length && before.pieces.every((piece, at) => isSame(piece, pieces[at]))) {
    return before;
  }
  const content = { pieces };
  known.set(heading, content);
  return content;
}

function isSame(one: ScenePiece, other: ScenePiece | undefined): boolean {
  return one.block === other?.block && one.first === other.first && one.end === other.end && one.at === other.at;
}

/** The elements of a content with their blocks, in order. */
export function* elementsIn({ pieces }: SceneContent): Generator<{ readonly element: Element; readonly block: Block; readonly at: number }, void, undefined> {
  for (const { block, first, end, at } of pieces) {
    for (let index = first; index < end; index++) {
      const element = block.elements[index];
      if (element) {
        yield { element, block, at };
      }
    }
  }
}
