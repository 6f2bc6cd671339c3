// Where a set, and each part of it, stands in the source of its scene heading.
import type { SceneHeading, Span } from '../fountain/elements';
import type { Block } from '../fountain/script';
import { DASH, setWithin } from './heading';

/** A part of a set, relative to the block: notes around it are not in the span, notes within it are. */
export interface SetPart extends Span {
  /** For comparing: see setKey. */
  readonly key: string;
}

const known = new WeakMap<SceneHeading, readonly SetPart[]>();

/** A set or a part of one for comparing: upper case, white space folded. */
export function setKey(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toUpperCase();
}

/** Whether a heading's set is the one of this path, or a part of it: HOUSE - KITCHEN is a part of HOUSE. */
export function isWithin(parts: readonly SetPart[], path: readonly string[]): boolean {
  return parts.length >= path.length && path.every((key, index) => parts[index]?.key === key);
}

/** The parts of a set, from the whole to the room in it, each with its place in the text: HOUSE and KITCHEN of HOUSE - KITCHEN. */
export function partsOfSet(set: string): { readonly text: string; readonly from: number }[] {
  const parts: { text: string; from: number }[] = [];
  let from = 0;
  for (const dash of [...set.matchAll(DASH), undefined]) {
    const text = set.slice(from, dash?.index).trim();
    if (text !== '') {
      parts.push({ text, from: from + set.slice(from).search(/\S/u) });
    }
    from = dash === undefined ? set.length : dash.index + dash[0].length;
  }
  return parts;
}

/** The parts of a heading's set, from the whole to the room; none where the heading names no set. */
export function setPartsOf(block: Block, heading: SceneHeading): readonly SetPart[] {
  let parts = known.get(heading);
  if (!parts) {
    parts = readParts(block, heading);
    known.set(heading, parts);
  }
  return parts;
}

function readParts(block: Block, heading: SceneHeading): SetPart[] {
  const { plain, from, set } = setWithin(heading.text);
  const places = placesOf(block, heading, plain);
  return partsOfSet(set).flatMap((part) => {
    const start = places[from + part.from];
    const last = places[from + part.from + part.text.length - 1];
    return start === undefined || last === undefined ? [] : [{ key: setKey(part.text), from: start, to: last + 1 }];
  });
}

/** For each UTF-16 unit of the heading as it is read, where in the block it is written. White space has no place of its own. */
function placesOf(block: Block, heading: SceneHeading, plain: string): (number | undefined)[] {
  const { text, marks } = block;
  let at = heading.from + (heading.forced ? text.slice(heading.from, heading.to).indexOf('.') + 1 : 0);
  const places: (number | undefined)[] = [];
  for (let index = 0; index < plain.length; index++) {
    if (plain[index] === ' ') {
      places.push(undefined);
      continue;
    }
    for (; at < heading.to; at++) {
      const mark = marks.find((one) => one.from <= at && at < one.to);
      if (mark) {
        at = mark.to - 1;
      } else if (text[at] === plain[index]) {
        break;
      }
    }
    places.push(at < heading.to ? at++ : undefined);
  }
  return places;
}
