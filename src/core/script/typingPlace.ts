// Where a cursor stands, as whoever types sees it: its line, what is above and below, and whether anything may begin there.
import type { ElementKind } from '../fountain/elements';
import { hasHeadingPrefix, isCueName, isForcedHeading, endsInTo, splitCue } from '../fountain/rules';
import { blockAt, type Script } from '../fountain/script';
import { afterLineEnd, isLineEnd, trim } from '../fountain/space';
import { linesOf, type BlockLine } from './blockLines';

/**
 * What the line above leaves open: `clear` lets a heading, a cue or a transition begin, `speech` goes on with what is
 * said (also under a cue that has no words yet), `text` goes on with a paragraph, `titlePage` with the title page.
 */
export type Above = 'clear' | 'speech' | 'text' | 'titlePage';

export interface TypingPlace {
  /** The line's first character, absolute; `to` is before its line end. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly above: Above;
  /** Something stands on the line right below. */
  readonly textBelow: boolean;
  /** Inside a note or boneyard. */
  readonly hidden: boolean;
  /** The very first line of the script. */
  readonly first: boolean;
  /** What the line is now; undefined when it is blank. */
  readonly kind: ElementKind | undefined;
}

/** The place of an offset; offsets outside the script are taken to its ends. */
export function typingPlaceAt(script: Script, offset: number): TypingPlace {
  const at = Math.max(0, Math.min(offset, script.length));
  const placed = blockAt(script, at);
  if (placed === undefined) {
    return { from: 0, to: 0, text: '', before: '', after: '', above: 'clear', textBelow: false, hidden: false, first: true, kind: undefined };
  }
  const { block, offset: start, line: startLine } = placed;
  const source = block.text;
  const inside = at - start;
  let from = inside;
  while (from > 0 && !isLineEnd(source.charCodeAt(from - 1))) {
    from--;
  }
  let to = inside;
  while (to < source.length && !isLineEnd(source.charCodeAt(to))) {
    to++;
  }
  const lines = linesOf(block);
  const found = lines.findIndex((line) => line.from === from);
  const index = found < 0 ? lines.length : found;
  const line = lines[index];
  const below = lines[index + 1];
  return {
    from: start + from,
    to: start + to,
    text: source.slice(from, to),
    before: source.slice(from, inside),
    after: source.slice(inside, to),
    above: index === 0 && start > 0 && endsInTitlePage(script, start) ? 'titlePage' : startLine === 0 && index === 1 && BARE_KEY.test(lines[0]?.plain ?? '') ? 'titlePage' : aboveOf(lines, index),
    textBelow: below !== undefined ? trim(source.slice(below.from, below.to)) !== '' : afterLineEnd(source, to) === source.length && to < source.length && startsWithText(script, start + source.length),
    hidden: block.marks.some((mark) => mark.from < inside && inside < mark.to),
    first: startLine === 0 && index === 0,
    kind: line?.kind === 'blank' ? undefined : line?.element?.kind,
  };
}

function startsWithText(script: Script, offset: number): boolean {
  const placed = offset < script.length ? blockAt(script, offset) : undefined;
  return placed !== undefined && trim(placed.block.text.split(/[\r\n]/, 1)[0] ?? '') !== '';
}

// A key alone is no title page before it has a value; who has just typed it is about to give it one.
const BARE_KEY = /^\p{Lu}[\p{L} ]*:\s*$/u;

/** Whether the title page stands right above a block, no blank line between: so it does while a key is being typed. */
function endsInTitlePage(script: Script, offset: number): boolean {
  const block = blockAt(script, offset - 1)?.block;
  return block?.elements.at(-1)?.kind === 'titlePage' && !/(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/.test(block.text);
}

/** Lines of white space two columns wide join what is said above and below them (fountain.md, two-spaces-join-a-speech). */
const JOINS = /^(?:[ \t]*\t[ \t]*| {2,})$/;

function aboveOf(lines: readonly BlockLine[], index: number): Above {
  let at = index - 1;
  let joins = true;
  while (at >= 0 && lines[at]?.kind === 'blank') {
    joins &&= JOINS.test(lines[at]?.plain ?? '');
    at--;
  }
  const line = lines[at];
  if (line?.element === undefined) {
    return 'clear';
  }
  const direct = at === index - 1;
  switch (line.element.kind) {
    case 'titlePage':
      return direct ? 'titlePage' : 'clear';
    case 'section':
    case 'synopsis':
    case 'pageBreak':
    case 'note':
    case 'boneyard':
      return 'clear';
    case 'character':
    case 'parenthetical':
    case 'dialogue':
      return joins ? 'speech' : 'clear';
    case 'lyrics':
      return direct ? (lines.slice(0, at).some(({ kind }) => kind === 'character') ? 'speech' : 'text') : 'clear';
    case 'action':
      return direct ? (line.element.line === at && isLikelyCue(line.plain) && aboveOf(lines, at) === 'clear' ? 'speech' : 'text') : 'clear';
    default:
      return direct ? 'text' : 'clear';
  }
}

// An outcry or a sentence in capitals is meant as action; SAM JR. and MARA P. are names.
const OUTCRY = /(?:[!?:…]|\p{L}{4,}\.|\.\.)[\s^]*$/u;

/** Whether a line, with a clear line above it, is meant as a cue: words below make it one. */
export function isLikelyCue(line: string): boolean {
  const text = trim(line);
  if (text.startsWith('@')) {
    return trim(text.slice(1)) !== '';
  }
  if (hasHeadingPrefix(text) || isForcedHeading(text) || endsInTo(text) || /^[!~#=>([]/.test(text)) {
    return false;
  }
  const { name } = splitCue(text);
  return isCueName(name) && !OUTCRY.test(name);
}
