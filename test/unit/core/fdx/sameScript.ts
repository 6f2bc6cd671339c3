// What "the same script" means in these tests: equal parsed elements, inline marks, notes and boneyards, where they stand aside.
import { parse } from '../../../../src/core/fountain/parse';
import { placedBlocks } from '../../../../src/core/fountain/script';
import { fromFdx, type FromFdx } from '../../../../src/core/fdx/fromFdx';
import { toFdx } from '../../../../src/core/fdx/toFdx';
import { elementsJson } from '../../../../src/cli/elementJson';

/** A script's elements as the command line prints them, without their lines, and every note and boneyard in order. */
export function elementsIn(text: string): unknown {
  const script = parse(text);
  const marks = [...placedBlocks(script)].flatMap(({ block }) => block.marks.map(({ kind, text: words }) => [kind, words.replace(/\r\n?/g, '\n').trim()]));
  return { elements: elementsJson(script).map(({ line: _line, endLine: _endLine, ...element }) => element), marks };
}

/** A conversion that must succeed. */
export function converted(fdx: string): FromFdx {
  const result = fromFdx(fdx);
  if ('failure' in result) {
    throw new Error(`not converted: ${result.failure}`);
  }
  return result;
}

/** There and back. */
export function roundTrip(text: string): string {
  return converted(toFdx(parse(text)).fdx).fountain;
}
