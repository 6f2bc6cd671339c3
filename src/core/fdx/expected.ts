// What a piece of Fountain must read back as, and what it does read back as: compared, so that nothing is written on trust.
import type { Element, TitlePageEntry } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { splitCue } from '../fountain/rules';
import { placedBlocks, type Script } from '../fountain/script';
import { trim } from '../fountain/space';
import { dualCues } from '../script/dualDialogue';
import type { Item } from './item';
import { piecesOf, seenText, signatureOf, type Piece } from './pieces';

/** The notes and boneyards among pieces. */
export const hiddenOf = (pieces: readonly Piece[]): string => pieces.map((piece) => (piece.kind === 'run' ? '' : `\u0001${piece.kind}:${piece.text}`)).join('');

// Behind the look of an element stands its text to the letter: compared where an item came with its source.
const EXACTLY = '\u0000';

/** An item in one line of text: what its element is compared to by `same`. */
export function expectedOf(item: Item): string {
  switch (item.kind) {
    case 'sceneHeading':
      return `sceneHeading|${item.number ?? ''}|${signatureOf(item.pieces, false)}${exactly(item.source)}`;
    case 'character': {
      if (item.source !== undefined) {
        return cueReadsAs(item.source) ?? '';
      }
      const { name, extension = '' } = splitCue(cueText(item.pieces));
      return `character|${name}|${extension}|${item.dual ? '^' : ''}|${hiddenOf(item.pieces)}`;
    }
    case 'section':
      return `section|${item.depth}|${item.text}`;
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return `${item.kind}|${item.text}`;
    case 'pageBreak':
    case 'omitted':
      return item.kind;
    default:
      return `${item.kind}|${signatureOf(item.pieces, item.kind === 'action')}${exactly(item.source)}`;
  }
}

function exactly(source: string | undefined): string {
  return source === undefined ? '' : EXACTLY + source;
}

/** Whether elements are what was wanted, one by one: in look, and to the letter where that was asked. */
export function same(reads: readonly string[], wanted: readonly string[]): boolean {
  return reads.length === wanted.length && reads.every((read, at) => read === wanted[at] || read.startsWith(`${wanted[at] ?? ''}${EXACTLY}`));
}

/** A cue's text without its notes. A caret behind it is no letter of the name. */
export function cueText(pieces: readonly Piece[]): string {
  return trim(seenText(pieces).replace(/[ \t\n]+/g, ' ').replace(/(?:\s*\^)+\s*$/, ''));
}

/** What a line reads as with a speech below it; undefined where that is no cue. */
export function cueReadsAs(line: string): string | undefined {
  const [read, ...rest] = readsAs(`${line}\nx`, true);
  return rest.length === 1 && read?.startsWith('character|') === true ? read : undefined;
}

/** The elements of a script, each in one line. @param hidden the notes and boneyards in a cue, in its block's source */
function readOf(element: Element, hidden: string): string {
  switch (element.kind) {
    case 'titlePage':
      return titleLine(element.entries);
    case 'sceneHeading':
      return `sceneHeading|${element.number ?? ''}|${signatureOf(piecesOf(element.text), false)}${EXACTLY}${element.text}`;
    case 'character':
      return `character|${element.name}|${element.extension ?? ''}|${element.caret ? '^' : ''}|${hidden}`;
    case 'section':
      return `section|${element.depth}|${element.text}`;
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return `${element.kind}|${element.text}`;
    case 'pageBreak':
      return 'pageBreak';
    default:
      return `${element.kind}|${signatureOf(piecesOf(element.text), element.kind === 'action')}${EXACTLY}${element.text}`;
  }
}

export function titleLine(entries: readonly TitlePageEntry[]): string {
  return `titlePage|${JSON.stringify(entries)}`;
}

/** What a text of Fountain reads as. @param inside it does not stand at the head of the script */
export function readsAs(text: string, inside: boolean): string[] {
  return readsAsScript(parse(inside ? `\n${text}` : text));
}

export function readsAsScript(script: Script): string[] {
  const found: string[] = [];
  for (const { block } of placedBlocks(script)) {
    for (const element of block.elements) {
      const marks = element.kind === 'character' ? block.marks.filter(({ from, to }) => from >= element.from && to <= element.to) : [];
      found.push(readOf(element, marks.map(({ kind, text }) => `\u0001${kind}:${text.replace(/\r\n?/g, '\n').trim()}`).join('')));
    }
  }
  return found;
}

/** How many pairs of speeches stand side by side. */
export function dualPairs(script: Script): number {
  return dualCues(script).size;
}
