// What a writer means by a little more: word, sentence, line, paragraph, speech, scene, section, script.
import type { Element, Span } from '../fountain/elements';
import { blockAt, type PlacedBlock, type Script } from '../fountain/script';
import { isLineEnd } from '../fountain/space';
import { outlineOf } from './outline';
import { sentencesOf } from './sentences';
import { speechAt } from './speeches';

/** As the language configuration has it, so that a word is what a double click takes. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** From the smallest to the whole script, absolute, each holding the one before and more. The first holds the offset. */
export function selectionSpans(script: Script, offset: number): Span[] {
  const spans: Span[] = [];
  const add = (span: Span | undefined): void => {
    const last = spans.at(-1) ?? { from: offset, to: offset };
    if (span && span.from <= last.from && span.to >= last.to && span.to - span.from > last.to - last.from) {
      spans.push({ from: span.from, to: span.to });
    }
  };
  const placed = blockAt(script, offset);
  if (placed !== undefined) {
    withinBlock(placed, offset - placed.offset).forEach(({ from, to }) => add({ from: placed.offset + from, to: placed.offset + to }));
    const speech = speechAt(script, offset);
    add(speech && { from: speech.blockOffset + speech.cue.from, to: speech.to });
  }
  const around = outlineOf(script).filter(({ from, to }) => from <= offset && offset <= to);
  // The inner ones come last; where one ends another begins, and the offset is in that.
  around.reverse().forEach((item) => add({ from: item.from, to: Math.max(offset, trimmedEnd(script, item)) }));
  add({ from: 0, to: script.length });
  return spans;
}

/** Word, sentence, line, note, element: relative to the block, from small to large as a rule. */
function withinBlock({ block: { text, elements, marks } }: PlacedBlock, at: number): Span[] {
  const line = lineAt(text, at);
  const spans = [wordAt(text, line, at)];
  const element = elements.find(({ from, to }) => from <= at && at <= to);
  const mark = marks.find(({ from, to }) => from < at && at < to);
  if (mark) {
    const inner = { from: mark.from + 2, to: mark.to - 2 };
    spans.push(sentenceAt(text, inner, at), inner, mark);
  }
  if (element) {
    spans.push(hasSentences(element) ? sentenceAt(text, element, at) : undefined, { from: Math.max(line.from, element.from), to: Math.min(line.to, element.to) });
    spans.push(element);
  }
  return spans.filter((span) => span !== undefined);
}

function hasSentences({ kind }: Element): boolean {
  return kind === 'action' || kind === 'dialogue' || kind === 'parenthetical' || kind === 'synopsis' || kind === 'centered';
}

function lineAt(text: string, at: number): Span {
  let from = at;
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) {
    from--;
  }
  let to = at;
  while (to < text.length && !isLineEnd(text.charCodeAt(to))) {
    to++;
  }
  return { from, to };
}

function wordAt(text: string, line: Span, at: number): Span | undefined {
  for (const word of text.slice(line.from, line.to).matchAll(WORD)) {
    const from = line.from + word.index;
    if (from <= at && at <= from + word[0].length) {
      return { from, to: from + word[0].length };
    }
  }
  return undefined;
}

function sentenceAt(text: string, within: Span, at: number): Span | undefined {
  const sentence = sentencesOf(text.slice(within.from, within.to)).find(({ from, to }) => within.from + from <= at && at <= within.from + to);
  return sentence && { from: within.from + sentence.from, to: within.from + sentence.to };
}

/** Where the text of a scene or section ends, the blank lines below it left out. */
function trimmedEnd(script: Script, { from, to }: Span): number {
  for (let end = to; end > from; ) {
    const placed = blockAt(script, end - 1);
    if (placed === undefined) {
      return to;
    }
    const kept = placed.block.text.slice(0, end - placed.offset).trimEnd().length;
    if (kept > 0) {
      return placed.offset + kept;
    }
    end = placed.offset;
  }
  return from;
}
