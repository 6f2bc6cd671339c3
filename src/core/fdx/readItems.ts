// Final Draft's paragraphs to a script's items: each type to what Fountain has for it.
import { trim } from '../fountain/space';
import { cueReadsAs, hiddenOf } from './expected';
import type { CueItem, Item, SilentItem } from './item';
import { bitsOf, PieceList, piecesOf, runOf, seenText, signatureOf, xmlText, type Piece } from './pieces';
import { readParagraph, type ReadParagraph, type Reading } from './readParagraph';
import type { XmlElement } from './xmlTree';

/** Reads the paragraphs of a content. @param counted whether they count in the ranges of notes */
export function readItems(content: XmlElement, reading: Reading, counted: boolean): Item[] {
  const items: Item[] = [];
  let start = 0;
  for (const paragraph of paragraphsIn(content)) {
    const read = readParagraph(paragraph, reading, counted ? start : undefined);
    start += read.length + 1;
    if (paragraph.attributes['StartsNewPage'] === 'Yes' && read.word.pageBreak !== true) {
      items.push({ kind: 'pageBreak' });
    }
    items.push(...read.before, ...itemsOf(read, paragraph, reading), ...read.scene);
    for (const dual of read.dual) {
      items.push(...dualItems(dual, reading));
    }
    for (const omitted of read.omitted) {
      items.push({ kind: 'omitted', items: readItems(omitted, reading, false) });
      reading.reports.add('omitted');
    }
    items.push(...read.after);
  }
  return items;
}

/** The paragraphs of a content, those that a broken or foreign file wraps in something else too. */
function paragraphsIn(content: XmlElement): XmlElement[] {
  return content.children.flatMap((child) => {
    if (child.kind === 'instruction' || (child.kind === 'text' && child.text.trim() === '')) {
      return [];
    }
    if (child.kind === 'element' && child.name === 'Paragraph') {
      return [child];
    }
    const bare = child.kind === 'text' || BARE.has(child.name);
    return bare ? [{ kind: 'element' as const, name: 'Paragraph', attributes: {}, children: [child] }] : paragraphsIn(child);
  });
}

const BARE = new Set(['Text', 'DualDialogue', 'OmittedScene', 'ScriptNote', 'SceneProperties']);

/** What Fountain has for a type. Types are Final Draft's own, those of its templates for stage and series, and other programs'. */
const KINDS: Readonly<Record<string, string>> = {
  'scene heading': 'sceneHeading',
  'action': 'action',
  'general': 'action',
  '': 'action',
  'character': 'character',
  'parenthetical': 'parenthetical',
  'dialogue': 'dialogue',
  'transition': 'transition',
  'singing': 'lyrics',
  'lyrics': 'lyrics',
  'lyric': 'lyrics',
  'shot': 'shot',
  'cast list': 'action',
  'new act': 'act',
  'end of act': 'act',
  'cold opening': 'act',
  'show/episode': 'act',
  'show/ep. title': 'act',
  'act info': 'act',
  'summary': 'synopsis',
  'outline body': 'synopsis',
  'outline 1': 'section1',
  'outline 2': 'section2',
  'outline 3': 'section3',
  'outline 4': 'section4',
  'sequence': 'section1',
};

function itemsOf(read: ReadParagraph, paragraph: XmlElement, reading: Reading): Item[] {
  const { pieces, word, type } = read;
  const name = type.toLowerCase();
  const kind = KINDS[name] ?? 'unknown';
  const source = word.text !== undefined && signatureOf(pieces, kind === 'action') === signatureOf(piecesOf(word.text), kind === 'action') ? { source: word.text } : {};
  if (trim(seenText(pieces)) === '' && source.source === undefined) {
    return notesIn(pieces);
  }
  const alignment = paragraph.attributes['Alignment'] ?? (kind === 'action' || kind === 'unknown' ? reading.alignments.get(name) : undefined);
  switch (kind) {
    case 'sceneHeading':
      return [{ kind, pieces: oneLine(pieces), ...source, ...numberOf(paragraph, reading) }];
    case 'character':
      return [cueOf(oneLine(pieces), word.text)];
    case 'parenthetical':
    case 'transition':
      return [{ kind, pieces: oneLine(pieces), ...source }];
    case 'dialogue':
      return [{ kind, pieces, ...source }];
    case 'lyrics':
      return (source.source === undefined ? linesOf(pieces) : [pieces]).map((line) => ({ kind, pieces: line, apart: word.own === true, ...source }));
    case 'synopsis':
      return [...linesOf(pieces).map((line) => ({ kind, text: trim(seenText(line)) })), ...notesIn(pieces)];
    case 'section1':
    case 'section2':
    case 'section3':
    case 'section4':
      return [{ kind: 'section', text: trim(seenText(oneLine(pieces))), depth: Number(kind.slice(-1)) }, ...notesIn(pieces)];
    case 'act':
      reading.reports.add('acts');
      return linesOf(pieces).map((line) => ({ kind: 'centered', pieces: line }));
    default:
      return actionItems(pieces, source, alignment, { kind, type, reading });
  }
}

/** A cue, with its line to the letter where that says the same name and notes. */
function cueOf(pieces: readonly Piece[], source: string | undefined): CueItem {
  const item: CueItem = { kind: 'character', pieces, dual: false };
  const [, name = '', extension = '', , ...notes] = (source === undefined ? undefined : cueReadsAs(source))?.split('|') ?? [];
  const said = `${name}${extension === '' ? '' : ` (${extension})`}`;
  const same = source !== undefined && xmlText(`${said}|${notes.join('|')}`) === xmlText(`${seenText(pieces)}|${hiddenOf(pieces)}`);
  return same ? { ...item, source } : item;
}

/** The notes in a text that cannot hold them, on lines of their own. */
function notesIn(pieces: readonly Piece[]): SilentItem[] {
  return pieces.flatMap((piece) => (piece.kind === 'run' ? [] : [{ kind: piece.kind, text: piece.text }]));
}

function actionItems(pieces: readonly Piece[], source: { source?: string }, alignment: string | undefined, from: { kind: string; type: string; reading: Reading }): Item[] {
  if (from.kind === 'shot') {
    from.reading.reports.add('shots');
  } else if (from.kind === 'unknown') {
    from.reading.reports.add('unknownTypes', from.type);
  }
  const center = alignment === 'Center';
  if (alignment === 'Right' || alignment === 'Full') {
    from.reading.reports.add('alignment');
  }
  if (source.source !== undefined) {
    return [{ kind: center ? 'centered' : 'action', pieces, ...source }];
  }
  if (center) {
    return linesOf(pieces).map((line) => ({ kind: 'centered', pieces: line }));
  }
  return paragraphsOf(pieces).map((part) => ({ kind: 'action', pieces: part }));
}

/** Scene numbers as Fountain can hold them: letters, digits, dashes and dots (fountain.md, scene number). */
function numberOf(paragraph: XmlElement, { reports }: Reading): { number?: string } {
  const given = (paragraph.attributes['Number'] ?? '').trim();
  const number = given.replace(/^[^\p{L}\p{M}\p{N}.-]+|[^\p{L}\p{M}\p{N}.-]+$/gu, '').replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '-');
  if (number !== given) {
    reports.add('numbersChanged', given);
  }
  return number === '' ? {} : { number };
}

function dualItems(dual: XmlElement, reading: Reading): Item[] {
  const items = readItems(dual, reading, false);
  const cues = items.filter(({ kind }) => kind === 'character');
  const only = items.every(({ kind }) => ['character', 'parenthetical', 'dialogue', 'lyrics', 'note', 'boneyard', 'synopsis', 'section', 'pageBreak'].includes(kind));
  if (cues.length !== 2 || !only) {
    if (items.length > 0) {
      reading.reports.add('dualApart');
    }
    return items;
  }
  return items.map((item) => (item === cues[1] && item.kind === 'character' ? { ...item, dual: true } : item));
}

/** Line ends to spaces. */
function oneLine(pieces: readonly Piece[]): Piece[] {
  const line = new PieceList();
  for (const piece of pieces) {
    if (piece.kind === 'run') {
      line.add(piece.text.replace(/[ \t]*\n[ \t]*/g, ' '), bitsOf(piece));
    } else {
      line.hide(piece);
    }
  }
  return line.done();
}

/** The lines that have something on them. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  return split(pieces, /\n/);
}

/** Parted at empty lines, which Fountain's action cannot hold. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  return split(pieces, /\n(?:[ \t]*\n)+/);
}

function split(pieces: readonly Piece[], at: RegExp): Piece[][] {
  let line: Piece[] = [];
  const lines = [line];
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      line.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split(at).entries()) {
      if (index > 0) {
        line = [];
        lines.push(line);
      }
      if (text !== '') {
        line.push(runOf(text, bitsOf(piece)));
      }
    }
  }
  const full = lines.filter((one) => one.length > 0 && (one.some(({ kind }) => kind !== 'run') || trim(seenText(one)) !== ''));
  return full.length > 0 ? full.map(withoutOuterEnds) : [[]];
}

/** Without line ends at its ends. */
function withoutOuterEnds(pieces: Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'run') {
      return piece;
    }
    const lead = at === 0 ? piece.text.replace(/^(?:[ \t]*\n)+/, '') : piece.text;
    return runOf(at === pieces.length - 1 ? lead.replace(/(?:\n[ \t]*)+$/, '') : lead, bitsOf(piece));
  });
}
