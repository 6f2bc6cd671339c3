// The names, extensions and transitions of a script, kept with its chunks: asked for at every letter of a line that may become one.
import { printedText } from '../fountain/inline';
import type { Chunk, Script } from '../fountain/script';
import { canonicalName } from './names';
import { speechesOfChunk } from './speeches';

interface Used {
  readonly extensions: readonly string[];
  readonly transitions: readonly string[];
}

interface UsedInChunk extends Used {
  /** Of those who speak here, each once: see canonicalName. */
  readonly names: ReadonlySet<string>;
  /** Letters of the longest of its names and transitions, compared as canonicalName has them. */
  readonly longest: number;
}

const usedInChunk = new WeakMap<Chunk, UsedInChunk>();

/** Each as often as it stands there. */
export function usedWords(script: Script): Used {
  const parts = script.chunks.map(inChunk);
  return { extensions: parts.flatMap(({ extensions }) => extensions), transitions: parts.flatMap(({ transitions }) => transitions) };
}

/** Letters of the longest name and transition of the script: what is longer begins none of them. */
export function longestUsed(script: Script): number {
  return script.chunks.reduce((longest, chunk) => Math.max(longest, inChunk(chunk).longest), 0);
}

/** Whether anybody who speaks has a name of this sort. */
export function someSpeaker(script: Script, test: (name: string) => boolean): boolean {
  return script.chunks.some((chunk) => {
    for (const name of inChunk(chunk).names) {
      if (test(name)) {
        return true;
      }
    }
    return false;
  });
}

function inChunk(chunk: Chunk): UsedInChunk {
  let used = usedInChunk.get(chunk);
  if (!used) {
    const elements = chunk.blocks.flatMap((block) => block.elements);
    const names = new Set(speechesOfChunk(chunk, 0, 0).map(({ name }) => name));
    const transitions = elements.flatMap((element) => (element.kind === 'transition' ? [printedText(element.text)] : []));
    used = {
      names,
      longest: Math.max(0, ...[...names, ...transitions.map(canonicalName)].map(({ length }) => length)),
      extensions: elements.flatMap((element) => (element.kind === 'character' && element.extension !== undefined ? element.extension.split(') (') : [])),
      transitions,
    };
    usedInChunk.set(chunk, used);
  }
  return used;
}
