// Elements by their place in the whole script.
import type { Element, Span } from '../fountain/elements';
import { placedBlocks, type Script } from '../fountain/script';

/** An element with absolute offsets and lines. */
export interface PlacedElement extends Span {
  readonly element: Element;
  readonly line: number;
  readonly endLine: number;
}

/** Every element in order. */
export function* elementsOf(script: Script, fromOffset = 0): Generator<PlacedElement, void, undefined> {
  for (const { block, offset, line } of placedBlocks(script, fromOffset)) {
    for (const element of block.elements) {
      yield { element, from: offset + element.from, to: offset + element.to, line: line + element.line, endLine: line + element.endLine };
    }
  }
}

/** The element at an offset, its end included; undefined on blank lines. */
export function elementAt(script: Script, offset: number): PlacedElement | undefined {
  for (const placed of elementsOf(script, Math.min(offset, Math.max(0, script.length - 1)))) {
    if (placed.from > offset) {
      return undefined;
    }
    if (placed.to >= offset) {
      return placed;
    }
  }
  return undefined;
}
