// A draft to Fountain text that reads back as the same elements: each block is read before it is written, and all at the end.
import type { TitlePageEntry } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { trim } from '../fountain/space';
import { dualPairs, expectedOf, readsAs, readsAsScript, same, titleLine } from './expected';
import type { CueItem, Draft, HeadingItem, Item, LyricsItem, TextItem } from './item';
import { boneyardMarkup, markupOf, noteMarkup, outsideNotes, sayable } from './markup';
import { runOf, seenText, type Piece } from './pieces';
import { Reports } from './report';
import { speechBlock } from './writeSpeech';

/** A stretch of Fountain with blank lines around it. */
export interface Block {
  readonly text: string;
  readonly reads: readonly string[];
}

/** The text of a draft, ending in a line end; "" for an empty one. What is read otherwise than meant is told. */
export function writeFountain(draft: Draft, reports: Reports): string {
  const title = titleBlock(draft.titlePage);
  const whole = (sources: boolean): { text: string; sound: boolean; told: Reports } => {
    const told = new Reports();
    const blocks = blocksOf(draft.items, { sources, reports: told });
    const body = blocks.map(({ text }) => text).join('\n\n');
    const wanted = [...(title?.reads ?? []), ...blocks.flatMap(({ reads }) => reads)];
    const text = `${title ? `${title.text}\n${body === '' ? '' : '\n'}` : ''}${body}${body === '' ? '' : '\n'}`;
    // Without a title page a first line with a colon in it would make one: a blank line above keeps it in the script.
    const texts = title ? [text] : [text, `\n${text}`];
    const sound = texts.find((one) => same(readsAsScript(parse(one)), wanted));
    return { text: sound ?? text, sound: sound !== undefined, told };
  };
  const first = whole(true);
  const chosen = first.sound ? first : whole(false);
  reports.addAll(chosen.told);
  const asked = draft.items.filter((item) => item.kind === 'character' && item.dual).length;
  const lost = asked - dualPairs(parse(chosen.text));
  if (lost > 0) {
    reports.add('dualApart', undefined, lost);
  }
  if (!chosen.sound) {
    reports.add('readsOtherwise', firstWords(chosen.text));
  }
  return chosen.text;
}

export function firstWords(text: string): string {
  return `“${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
}

/** How blocks are written. */
export interface Writing {
  /** Whether texts that came along to the letter are taken. */
  readonly sources: boolean;
  readonly reports: Reports;
}

function blocksOf(given: readonly Item[], writing: Writing): Block[] {
  const items = given.map((item) => sayableItem(item, writing));
  const blocks: Block[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (!item) {
      break;
    }
    if (item.kind === 'character') {
      const speech = speechBlock(item, items.slice(at + 1, speechEnd(items, at + 1)), writing);
      if (speech) {
        blocks.push(...speech);
        at = speechEnd(items, at + 1);
        continue;
      }
      writing.reports.add('silentCue');
      blocks.push(...actionOf(item.pieces, writing));
    } else if (item.kind === 'lyrics') {
      const end = runEnd(items, at);
      blocks.push(lyricsBlock(items.slice(at, end) as LyricsItem[], writing));
      at = end;
      continue;
    } else {
      blocks.push(...blockOf(item, writing));
    }
    at++;
  }
  return blocks;
}

/** An item as Fountain can say it. A cue has no styles to lose, and its line is tried as it is. */
function sayableItem(item: Item, { sources, reports }: Writing): Item {
  if (!('pieces' in item) || (sources && item.source !== undefined) || (item.kind === 'character' && !seenText(item.pieces).includes(']]'))) {
    return item;
  }
  const { pieces, loss } = sayable(item.pieces);
  if (!loss) {
    return item;
  }
  reports.add(loss);
  return { ...item, pieces };
}

/** Where the speech ends whose cue stands before `from`: notes between its lines belong to it. */
function speechEnd(items: readonly Item[], from: number): number {
  let end = from;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (item?.kind === 'parenthetical' || item?.kind === 'dialogue' || (item?.kind === 'lyrics' && !item.apart)) {
      end = at + 1;
    } else if (item?.kind !== 'note' && item?.kind !== 'boneyard') {
      break;
    }
  }
  return end;
}

function runEnd(items: readonly Item[], from: number): number {
  let end = from + 1;
  while (items[end]?.kind === 'lyrics') {
    end++;
  }
  return end;
}

function lyricsBlock(items: readonly LyricsItem[], writing: Writing): Block {
  const text = items.map((item) => `~${lineTextOf(item, writing)}`).join('\n');
  return checkedBlock([text], items.map(expectedOf), writing);
}

function blockOf(item: Exclude<Item, CueItem | LyricsItem>, writing: Writing): Block[] {
  switch (item.kind) {
    case 'sceneHeading':
      return headingBlock(item, writing);
    case 'action':
      return [actionBlock(item, writing)];
    case 'parenthetical':
    case 'dialogue':
      writing.reports.add('orphanSpeech');
      return actionOf(item.pieces, writing);
    case 'transition': {
      const text = lineTextOf(item, writing);
      return orAction([text, `> ${text}`, `>${text}`], item, writing);
    }
    case 'centered':
      return orAction([`> ${lineTextOf(item, writing)} <`], item, writing);
    case 'omitted':
      return [omittedBlock(item.items, writing)];
    default:
      return [silentBlock(item, writing)];
  }
}

function silentBlock(item: Exclude<Item, CueItem | LyricsItem | TextItem | HeadingItem | { kind: 'omitted' }>, writing: Writing): Block {
  switch (item.kind) {
    case 'section':
      return checkedBlock([trim(`${'#'.repeat(item.depth)} ${item.text}`)], [expectedOf(item)], writing);
    case 'synopsis':
      return checkedBlock([trim(`= ${item.text}`)], [expectedOf(item)], writing);
    case 'pageBreak':
      return checkedBlock(['==='], [expectedOf(item)], writing);
    default: {
      const text = item.kind === 'note' ? noteMarkup(item.text) : boneyardMarkup(item.text);
      const block = checkedBlock([text], [expectedOf(item)], writing, true);
      if (!same(block.reads, [expectedOf(item)])) {
        writing.reports.add('noteChanged');
      }
      return block;
    }
  }
}

/** Headings are forced only where they must be. What cannot be one is action, its number before it. */
function headingBlock(item: HeadingItem, writing: Writing): Block[] {
  const number = item.number === undefined ? '' : ` #${item.number}#`;
  const plain: HeadingItem = { ...item, pieces: item.pieces.map((piece) => (piece.kind === 'run' ? runOf(piece.text) : piece)) };
  for (const candidate of [item, plain]) {
    const text = lineTextOf(candidate, writing);
    for (const form of [`${text}${number}`, `.${text}${number}`]) {
      const reads = readsAs(form, true);
      if (same(reads, [expectedOf(candidate)])) {
        if (candidate === plain) {
          writing.reports.add('stylesLost');
        }
        return [{ text: form, reads }];
      }
    }
  }
  // A number in the text where Final Draft has none of its own is the number all the same.
  const text = lineTextOf(item, writing);
  const reads = readsAs(text, true);
  if (item.number === undefined && reads.length === 1 && reads[0]?.startsWith('sceneHeading|')) {
    return [{ text, reads }];
  }
  writing.reports.add('headingAsAction');
  return actionOf([...(item.number === undefined ? [] : [runOf(`${item.number} `)]), ...item.pieces], writing);
}

function orAction(forms: readonly string[], item: TextItem, writing: Writing): Block[] {
  for (const form of forms) {
    const reads = readsAs(form, true);
    if (same(reads, [expectedOf(item)])) {
      return [{ text: form, reads }];
    }
  }
  writing.reports.add('readsOtherwise', firstWords(seenText(item.pieces)));
  return actionOf(item.pieces, writing);
}

export function actionOf(pieces: readonly Piece[], writing: Writing): Block[] {
  return seenText(pieces).trim() === '' && pieces.length === 0 ? [] : [actionBlock({ kind: 'action', pieces }, writing)];
}

// What makes a line something else wherever it stands.
const MARKED = /(?<=[^])\n(?=[ \t]*[!.@~>#=])/g;

function actionBlock(item: TextItem, writing: Writing): Block {
  const text = textOf(item, writing);
  const force = (which: RegExp): string => outsideNotes(text, (part, starts) => (starts ? `\n${part}` : part).replace(which, '\n!').slice(starts ? 1 : 0));
  const forms = [text, `!${text}`, `!${force(MARKED)}`, text.replace(/^/gm, '!'), force(/\n/g)];
  return checkedBlock(forms, [expectedOf(item)], writing);
}

/** The first text that reads as it should; if none does the last one, and a word about it. */
export function checkedBlock(texts: readonly string[], wanted: readonly string[], { reports }: Writing, silent = false): Block {
  let last: Block = { text: '', reads: [] };
  for (const text of texts) {
    last = { text, reads: readsAs(text, true) };
    if (same(last.reads, wanted)) {
      return last;
    }
  }
  if (!silent) {
    reports.add('readsOtherwise', firstWords(last.text));
  }
  return last;
}

/** An item's text: as it came along, or made of its pieces. */
export function textOf(item: { readonly pieces: readonly Piece[]; readonly source?: string }, { sources }: Writing): string {
  return sources && item.source !== undefined ? item.source : markupOf(item.pieces).text;
}

/** The same of what stands on a line of its own: outer spaces mean nothing there. */
export function lineTextOf(item: { readonly pieces: readonly Piece[]; readonly source?: string }, writing: Writing): string {
  const text = textOf(item, writing);
  return writing.sources && item.source !== undefined ? text : trim(text);
}

/** A scene that Final Draft leaves out: its Fountain, hidden. */
function omittedBlock(items: readonly Item[], writing: Writing): Block {
  const inner = blocksOf(items, writing)
    .map(({ text }) => text)
    .join('\n\n')
    .replaceAll('*/', '* /');
  const text = `/*\n${inner}\n*/`;
  return { text, reads: readsAs(text, true) };
}

function titleBlock(entries: readonly TitlePageEntry[]): Block | undefined {
  const lines = entries.flatMap(({ key, values }) => (values.length === 1 ? [`${key}: ${values[0] ?? ''}`] : [`${key}:`, ...values.map((value) => `    ${value}`)]));
  const text = lines.join('\n');
  return entries.length > 0 && same(readsAs(`${text}\n`, false), [titleLine(entries)]) ? { text, reads: [titleLine(entries)] } : undefined;
}
