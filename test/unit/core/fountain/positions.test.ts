// Positions are exact: slicing the text by an element's range gives its source, on any text.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { blockAt, placedBlocks, sliceOf, textOf } from '../../../../src/core/fountain/script';
import { elementAt, elementsOf } from '../../../../src/core/script/elements';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

/** The text's lines as an editor counts them, with the offset of each start. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((start) => start <= offset);
}

function assertExact(text: string, seed: string): void {
  const script = parse(text);
  assert.equal(textOf(script), text, seed);
  const starts = lineStarts(text);
  assert.equal(script.lines, starts.length - 1, seed);
  let end = 0;
  for (const { element, from, to, line, endLine } of elementsOf(script)) {
    assert.ok(from >= end && to >= from && to <= text.length, `${seed}: ${element.kind} ${from}..${to} after ${end}`);
    assert.equal(line, lineOf(starts, from), `${seed}: line of ${element.kind} at ${from}`);
    assert.equal(endLine, lineOf(starts, Math.max(from, to - 1)), `${seed}: last line of ${element.kind} at ${from}`);
    assert.equal(text.slice(end, from).trim().replace('\u{feff}', ''), '', `${seed}: text before ${element.kind} at ${from} is in no element`);
    end = to;
  }
  assert.equal(text.slice(end).trim(), '', `${seed}: text at the end is in no element`);
  for (const { block, offset, line } of placedBlocks(script)) {
    assert.equal(line, lineOf(starts, offset), seed);
    for (const mark of block.marks) {
      const source = text.slice(offset + mark.from, offset + mark.to);
      assert.match(source, mark.kind === 'note' ? /^\[\[[^]*\]\]$/ : /^\/\*[^]*\*\/$/, seed);
    }
  }
}

describe('positions', () => {
  it('are exact on a feature', () => {
    assertExact(featureScript(190), 'feature');
  });

  it('are exact on 3,000 random texts', () => {
    for (let seed = 0; seed < 3000; seed++) {
      assertExact(randomText(randomFrom(seed), 1 + (seed % 40)), `seed ${seed}`);
    }
  });

  it('are slices, block by block', () => {
    const text = featureScript(5);
    const script = parse(text);
    for (let from = 0; from < text.length; from += 37) {
      assert.equal(sliceOf(script, from, from + 91), text.slice(from, from + 91));
      const at = blockAt(script, from);
      assert.ok(at && at.offset <= from && from < at.offset + at.block.text.length);
    }
  });

  it('find the element at an offset, and none on a blank line', () => {
    const script = parse('INT. HOUSE\n\nMARA\nHello.\n');
    assert.equal(elementAt(script, 3)?.element.kind, 'sceneHeading');
    assert.equal(elementAt(script, 10)?.element.kind, 'sceneHeading');
    assert.equal(elementAt(script, 11), undefined);
    assert.equal(elementAt(script, 12)?.element.kind, 'character');
    assert.equal(elementAt(script, 23)?.element.kind, 'dialogue');
    assert.equal(elementAt(script, 24), undefined);
    assert.equal(elementAt(parse(''), 0), undefined);
  });

  it('are found in linear time on texts made to be slow', function () {
    // Not a measure of speed: at quadratic cost each of these takes minutes, and the timeout says so.
    this.timeout(20_000);
    const size = 200_000;
    for (const piece of ['[[', '/*', '*', '_a ', '[[a\n', '/*\n', 'MARA\n[[n]]\n', 'A (', '((', '))', '^', '#', '# \n', 'MARA\n  \n', '  \n', 'a: \n', '@a\n', '> ', '~\n', '\r', '[[\n  \n', '[[/*]]']) {
      const script = parse(piece.repeat(size / piece.length));
      assert.ok(script.length > 0);
    }
  });
});
