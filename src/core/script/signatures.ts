// What a script says, apart from where it says it: the measure by which an edit is proven to change nothing else.
import type { Element, Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { elementsOf, type PlacedElement } from './elements';

/** The elements that begin in `span`, in order. */
export function elementsIn(script: Script, span: Span): PlacedElement[] {
  const found: PlacedElement[] = [];
  for (const placed of elementsOf(script, span.from)) {
    if (placed.from >= span.to) {
      break;
    }
    if (placed.from >= span.from) {
      found.push(placed);
    }
  }
  return found;
}

const PLACE = new Set(['from', 'to', 'line', 'endLine']);

/** The element without its place, as a text: elements with equal texts say the same. */
export function signatureOf(element: Element): string {
  return JSON.stringify(element, (key, value: unknown) => (PLACE.has(key) ? undefined : value));
}

/** Whether the script says exactly this, element by element. */
export function says(script: Script, signatures: readonly string[]): boolean {
  let index = 0;
  for (const { element } of elementsOf(script)) {
    if (signatures[index] !== signatureOf(element)) {
      return false;
    }
    index += 1;
  }
  return index === signatures.length;
}
