// The extensions and transitions of a script, kept with its chunks: asked for at every letter of a line that may become one.
import { printedText } from '../fountain/inline';
import type { Chunk, Script } from '../fountain/script';

interface Used {
  readonly extensions: readonly string[];
  readonly transitions: readonly string[];
}

const usedInChunk = new WeakMap<Chunk, Used>();

/** Each as often as it stands there. */
export function usedWords(script: Script): Used {
  const parts = script.chunks.map(inChunk);
  return { extensions: parts.flatMap(({ extensions }) => extensions), transitions: parts.flatMap(({ transitions }) => transitions) };
}

function inChunk(chunk: Chunk): Used {
  let used = usedInChunk.get(chunk);
  if (!used) {
    const elements = chunk.blocks.flatMap((block) => block.elements);
    used = {
      extensions: elements.flatMap((element) => (element.kind === 'character' && element.extension !== undefined ? element.extension.split(') (') : [])),
      transitions: elements.flatMap((element) => (element.kind === 'transition' ? [printedText(element.text)] : [])),
    };
    usedInChunk.set(chunk, used);
  }
  return used;
}
