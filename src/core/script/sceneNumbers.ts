// Scene numbers put in, brought up to date and taken out: what is written between the # at the end of headings.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import type { Element, SceneHeading } from '../fountain/elements';
import { sceneNumber } from '../fountain/rules';
import { placedBlocks, textOf, type Block, type Script } from '../fountain/script';
import { isSpace } from '../fountain/space';
import { editedScript } from './edited';
import { elementsOf } from './elements';
import { isSpecialNumber, numberBetween, sameNumberKey } from './sceneNumberBetween';
import { signatureOf } from './signatures';

/** A scene heading as far as its number goes. Offsets are absolute. */
export interface NumberedHeading {
  readonly heading: SceneHeading;
  readonly number: string | undefined;
  readonly from: number;
  readonly to: number;
}

export type NumberingResult =
  /** One edit a heading, from the end of the script to its start; none when all is as asked. `numbers`: what each heading has then. */
  | { readonly ok: true; readonly edits: readonly Edit[]; readonly numbers: readonly (string | undefined)[] }
  /** The edits would make something else of a heading or of what is around it. */
  | { readonly ok: false };

/** Every scene heading in order, with its number. */
export function numberedHeadings(script: Script): NumberedHeading[] {
  return placedHeadings(script).map(({ heading, offset }) => ({ heading, number: heading.number, from: offset + heading.from, to: offset + heading.to }));
}

/** Numbers the headings that have none, and keeps the others: 1, 2, 3 where there are none at all, A-numbers between those there are. */
export function addNumbers(script: Script): NumberingResult {
  const headings = numberedHeadings(script);
  return setNumbers(script, filledNumbers(headings.map(({ number }) => number)));
}

/**
 * Numbers all scenes in their order.
 * @param first the first scene's number
 * @param keepSpecial leaves the writer's own numbers (12A, I-1-A) where they are; they count for nothing
 */
export function renumber(script: Script, first = 1, keepSpecial = false): NumberingResult {
  let next = first;
  const numbers = numberedHeadings(script).map(({ number }) => (keepSpecial && number !== undefined && isSpecialNumber(number) ? number : String(next++)));
  return setNumbers(script, numbers);
}

export function removeNumbers(script: Script): NumberingResult {
  return setNumbers(script, numberedHeadings(script).map(() => undefined));
}

/** The numbers with the missing ones filled in: see numberBetween. */
export function filledNumbers(numbers: readonly (string | undefined)[]): string[] {
  const taken = new Set(numbers.flatMap((number) => (number === undefined ? [] : [sameNumberKey(number)])));
  const filled: string[] = [];
  for (const [index, own] of numbers.entries()) {
    const number = own ?? numberBetween(filled.at(-1), numbers.find((each, at) => at > index && each !== undefined), taken);
    taken.add(sameNumberKey(number));
    filled.push(number);
  }
  return filled;
}

/**
 * Gives every heading the number named, or none where it is undefined. Proven before it is returned: parsed again, the
 * script differs in these numbers and in nothing else.
 * @param numbers index for index with numberedHeadings
 */
export function setNumbers(script: Script, numbers: readonly (string | undefined)[]): NumberingResult {
  const text = textOf(script);
  const headings = placedHeadings(script);
  const edits = tidyEdits(text, headings.flatMap(({ heading, block, offset }, index) => numberEdits(block, heading, numbers[index]).map((edit) => ({ ...edit, offset: offset + edit.offset }))));
  return edits.length === 0 || isProven(script, editedScript(script, edits), numbers) ? { ok: true, edits, numbers } : { ok: false };
}

function placedHeadings(script: Script): { heading: SceneHeading; block: Block; offset: number }[] {
  return [...placedBlocks(script)].flatMap(({ block, offset }) =>
    block.elements.flatMap((element) => (element.kind === 'sceneHeading' ? [{ heading: element, block, offset }] : [])),
  );
}

/** What makes the heading's number this one, relative to the block. */
function numberEdits(block: Block, heading: SceneHeading, number: string | undefined): Edit[] {
  if (heading.number === number) {
    return [];
  }
  const { text } = block;
  const letters = judgedLetters(block, heading);
  const found = heading.number === undefined ? undefined : sceneNumber(letters.map((at) => text.charAt(at)).join(''));
  if (!found) {
    return number === undefined ? [] : [{ offset: placeForNumber(block, heading, letters), removed: 0, inserted: ` #${number}#` }];
  }
  const old = letters.slice(found.at);
  if (number !== undefined) {
    // Its inner letters alone: notes that stand between them stay where they are.
    const inner = old.slice(1, -1);
    return inner.map((at, index) => ({ offset: at, removed: 1, inserted: index === 0 ? number : '' }));
  }
  let from = old[0] ?? heading.to;
  while (from > heading.from && isSpace(text.charCodeAt(from - 1))) {
    from -= 1;
  }
  return [{ offset: from, removed: (old[0] ?? from) - from, inserted: '' }, ...old.map((at) => ({ offset: at, removed: 1, inserted: '' }))];
}

/** The offsets of the heading's letters that are judged: without notes, boneyards and space at the end. */
function judgedLetters({ text, marks }: Block, { from, to }: SceneHeading): number[] {
  const letters: number[] = [];
  for (let at = from; at < to; at += 1) {
    const mark = marks.find((each) => each.from <= at && at < each.to);
    if (mark) {
      at = mark.to - 1;
    } else {
      letters.push(at);
    }
  }
  while (letters.length > 0 && isSpace(text.charCodeAt(letters.at(-1) ?? 0))) {
    letters.pop();
  }
  return letters;
}

/** At the heading's end, where every reader of Fountain looks for it; before a note that goes on in another line. */
function placeForNumber({ text, marks }: Block, { from, to }: SceneHeading, letters: readonly number[]): number {
  const line = marks.some((mark) => mark.from >= from && mark.to <= to && /[\r\n]/.test(text.slice(mark.from, mark.to)));
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) {
    end -= 1;
  }
  return line ? (letters.at(-1) ?? from) + 1 : end;
}

function isProven(before: Script, after: Script, numbers: readonly (string | undefined)[]): boolean {
  let index = 0;
  const wanted = [...elementsOf(before)].map(({ element }) => signatureOf(element.kind === 'sceneHeading' ? renumbered(element, numbers[index++]) : element));
  const found = [...elementsOf(after)].map(({ element }) => signatureOf(element.kind === 'sceneHeading' ? renumbered(element, element.number) : element));
  return wanted.length === found.length && wanted.every((each, at) => each === found[at]);
}

/** The heading with this number, its keys always in one order, spaces (of which a note behind the number gets one) left out of the comparison. */
function renumbered(heading: SceneHeading, number: string | undefined): Element {
  const { kind, from, to, line, endLine, text, forced } = heading;
  return { kind, from, to, line, endLine, text: text.replace(/\s+/gu, ''), forced, number: number ?? '' };
}
