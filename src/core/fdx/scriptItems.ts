// A parsed script as items for Final Draft, each text with its source where the usual form of it would read otherwise.
import type { Character, Element, TitlePageEntry } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { trim } from '../fountain/space';
import { dualCues } from '../script/dualDialogue';
import { cueReadsAs, expectedOf } from './expected';
import type { CueItem, Item, LyricsItem, TextItem } from './item';
import { markupOf } from './markup';
import { withTags, type TaggedSpan } from './productionTags';
import { bitsOf, piecesOf, runOf, seenText, xmlText, type Piece } from './pieces';
import { cueForms } from './writeSpeech';

export interface ScriptItems {
  readonly titlePage: readonly TitlePageEntry[];
  readonly items: readonly Item[];
  /** Final Draft's types of which nothing has small letters: there new ones may come in capitals by themselves. */
  readonly allCaps: ReadonlySet<string>;
}

/** @param tags stretches of the script that a production tags, in order, absolute */
export function itemsOf(script: Script, tags: readonly TaggedSpan[] = []): ScriptItems {
  const dual = dualCues(script);
  const small = new Set<string>();
  const items: Item[] = [];
  let titlePage: readonly TitlePageEntry[] = [];
  const tagged = tagFinder(tags);
  for (const { block, offset } of placedBlocks(script)) {
    let inSpeech = false;
    for (const element of block.elements) {
      if (element.kind === 'titlePage') {
        titlePage = element.entries;
        continue;
      }
      inSpeech = element.kind === 'character' || (inSpeech && ['dialogue', 'parenthetical', 'lyrics', 'note', 'boneyard'].includes(element.kind));
      const item = itemOf(element, block, inSpeech, dual);
      items.push(tags.length > 0 && 'pieces' in item ? { ...item, pieces: withTags(item.pieces, block.text.slice(element.from, element.to), tagged(offset + element.from, offset + element.to)) } : item);
      const type = CAPITALS[item.kind];
      if (type !== undefined && 'pieces' in item && seenText(item.pieces) !== seenText(item.pieces).toUpperCase()) {
        small.add(type);
      }
    }
  }
  return { titlePage, items, allCaps: new Set(Object.values(CAPITALS).filter((type) => !small.has(type))) };
}

/** Gives the tags within each element, which are asked for in order; what lies on the seam of two is left out. Relative to the element. */
function tagFinder(tags: readonly TaggedSpan[]): (from: number, to: number) => TaggedSpan[] {
  let next = 0;
  return (from, to) => {
    const found: TaggedSpan[] = [];
    for (let tag = tags[next]; tag && tag.from < to; tag = tags[++next]) {
      if (tag.from >= from && tag.to <= to) {
        found.push({ ...tag, from: tag.from - from, to: tag.to - from });
      }
    }
    return found;
  };
}

const CAPITALS: Readonly<Record<string, string>> = { sceneHeading: 'Scene Heading', character: 'Character', transition: 'Transition' };

function itemOf(element: Exclude<Element, { kind: 'titlePage' }>, block: Block, inSpeech: boolean, dual: ReadonlySet<Character>): Item {
  switch (element.kind) {
    case 'sceneHeading': {
      const { number } = element;
      return { kind: element.kind, ...textual(element.text), ...(number !== undefined && { number }) };
    }
    case 'character':
      return cueOf(element, block, dual.has(element));
    case 'section':
      return { kind: element.kind, text: element.text, depth: element.depth };
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return { kind: element.kind, text: element.text };
    case 'pageBreak':
      return { kind: element.kind };
    case 'lyrics':
      return { kind: element.kind, ...textual(element.text), apart: !inSpeech } satisfies LyricsItem;
    default:
      return { kind: element.kind, ...textual(element.text) } satisfies TextItem;
  }
}

/** A text's pieces, and the text itself where the way back from the pieces would not give it again. */
function textual(text: string): { pieces: Piece[]; source?: string } {
  const pieces = piecesOf(text);
  const inXml = pieces.map((piece) => (piece.kind === 'run' ? runOf(xmlText(piece.text), bitsOf(piece)) : { ...piece, text: xmlText(piece.text) }));
  // Reading parts action at empty lines, and sees nothing in an empty paragraph.
  const whole = trim(seenText(pieces)) !== '' && (!text.includes('\n') || text.split('\n').every((line) => trim(line) !== ''));
  const same = whole && markupOf(inXml).text === text;
  return same ? { pieces } : { pieces, source: text };
}

/** The name and extension as the parser reads them, and the notes of the cue's line behind them. */
function cueOf(cue: Character, block: Block, dual: boolean): CueItem {
  const name = cue.extension === undefined ? cue.name : `${cue.name} (${cue.extension})`;
  const notes = block.marks.filter(({ from, to }) => from >= cue.from && to <= cue.to).map(({ kind, text }) => ({ kind, text: text.replace(/\r\n?/g, '\n').trim() }));
  const item: CueItem = { kind: 'character', pieces: [runOf(name), ...notes], dual };
  const source = block.text.slice(cue.from, cue.to).replace(/\r\n?/g, '\n');
  const wanted = expectedOf(item);
  const usual = xmlText(name) === name && notes.every(({ text }) => xmlText(text) === text) && cueForms(item).some((form) => cueReadsAs(form) === wanted);
  // The name is the parser's: without the marks, and with a caret that is no dual dialogue's where the name ends in one.
  return usual && wanted.startsWith(`character|${cue.name}|${cue.extension ?? ''}|`) ? item : { ...item, source };
}
