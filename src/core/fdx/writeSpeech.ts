// A speech in Fountain: its cue, and the lines below it without a blank one between.
import { trim } from '../fountain/space';
import { cueText, expectedOf, readsAs, same } from './expected';
import type { CueItem, Item, LyricsItem, TextItem } from './item';
import { boneyardMarkup, markupOf, noteMarkup, outsideNotes } from './markup';
import { runOf, seenText, type HiddenPiece, type Piece } from './pieces';
import { actionOf, firstWords, lineTextOf, textOf, type Block, type Writing } from './writeFountain';

type Part = TextItem | LyricsItem;

/** The blocks of a speech; undefined where nothing is said in it. */
export function speechBlock(cue: CueItem, items: readonly Item[], writing: Writing): Block[] | undefined {
  const parts = partsOf(items);
  if (!parts.some(({ pieces }) => trim(seenText(pieces)) !== '')) {
    return undefined;
  }
  const wanted = [expectedOf(cue), ...parts.map(expectedOf)];
  const heads = cueForms(cue);
  const bodies = [parts.map((part) => lineOf(part, writing)), parts.map((part) => tamed(lineOf(part, writing)))];
  let last: Block | undefined;
  for (const body of bodies) {
    for (const head of heads) {
      const text = [head, ...body].join('\n');
      const reads = readsAs(text, true);
      if (same(reads, wanted)) {
        return [{ text, reads }];
      }
      if (same(reads.slice(0, 1), wanted.slice(0, 1))) {
        last = { text, reads };
      }
    }
  }
  if (last) {
    writing.reports.add('readsOtherwise', firstWords(last.text));
    return [last];
  }
  // A cue that Fountain has no form for, such as one without a name.
  writing.reports.add('silentCue');
  writing.reports.add('orphanSpeech', undefined, parts.length);
  return [cue, ...parts].flatMap(({ pieces }) => actionOf(pieces, writing));
}

/** The ways to write a cue, the usual one first. */
export function cueForms(cue: CueItem): string[] {
  if (cue.source !== undefined) {
    return [cue.source];
  }
  const notes = cue.pieces.filter((piece): piece is HiddenPiece => piece.kind !== 'run').map(({ kind, text }) => ` ${kind === 'note' ? noteMarkup(text) : boneyardMarkup(text)}`);
  const name = cueText(cue.pieces);
  const tail = notes.join('') + (cue.dual ? ' ^' : '');
  return [name + tail, `@${name}${tail}`, escaped(name) + tail];
}

function escaped(name: string): string {
  return markupOf([runOf(name)]).text;
}

/** A speech's parts: dialogue in a row is one, and notes between are in what follows them. */
function partsOf(items: readonly Item[]): Part[] {
  const parts: Part[] = [];
  let hidden: HiddenPiece[] = [];
  for (const item of items) {
    if (item.kind === 'note' || item.kind === 'boneyard') {
      hidden.push({ kind: item.kind, text: item.text });
      continue;
    }
    if (item.kind !== 'dialogue' && item.kind !== 'parenthetical' && item.kind !== 'lyrics') {
      continue;
    }
    const own: Part = hidden.length > 0 ? { kind: item.kind, pieces: [...hidden, ...item.pieces], ...(item.kind === 'lyrics' && { apart: false }) } as Part : item;
    hidden = [];
    const last = parts.at(-1);
    if (own.kind === 'dialogue' && last?.kind === 'dialogue') {
      parts[parts.length - 1] = { kind: 'dialogue', pieces: [...last.pieces, runOf('\n'), ...own.pieces] };
    } else {
      parts.push(own.kind === 'parenthetical' ? bracketed(own) : own);
    }
  }
  return parts.map(withoutOuterLines).filter(({ pieces, source }) => pieces.length > 0 || source !== undefined);
}

/** Final Draft keeps the brackets in the text; where they are missing they are added, for they make the parenthetical. */
function bracketed(part: TextItem): TextItem {
  const seen = seenText(part.pieces).trim();
  if (part.source !== undefined || (seen.startsWith('(') && seen.endsWith(')'))) {
    return part;
  }
  return { ...part, pieces: [...(seen.startsWith('(') ? [] : [runOf('(')]), ...part.pieces, ...(seen.endsWith(')') ? [] : [runOf(')')])] };
}

/** Empty lines at the ends of a speech's lines mean nothing in Fountain. */
function withoutOuterLines(part: Part): Part {
  if (part.kind !== 'dialogue' || part.source !== undefined) {
    return part;
  }
  const pieces: Piece[] = [...part.pieces];
  const first = pieces[0];
  if (first?.kind === 'run') {
    pieces[0] = { ...first, text: first.text.replace(/^(?:[ \t]*\n)+/, '') };
  }
  const last = pieces.at(-1);
  if (last?.kind === 'run') {
    pieces[pieces.length - 1] = { ...last, text: last.text.replace(/(?:\n[ \t]*)+$/, '') };
  }
  return { ...part, pieces: pieces.filter((piece) => piece.kind !== 'run' || piece.text !== '') };
}

function lineOf(part: Part, writing: Writing): string {
  if (part.kind === 'lyrics') {
    return `~${lineTextOf(part, writing)}`;
  }
  // An empty line inside a speech is two spaces wide (Fountain 1.1, Dialogue); inside notes lines are as they are.
  return outsideNotes(textOf(part, writing), (text) => text.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n(?=\n)/g, '\n  '));
}

/** Lines that would end a speech or lose their first letter, as near as Fountain has it. */
function tamed(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^={3,}$/.test(line) ? line.split('').join(' ') : /^~/.test(line) && text.includes('\n') ? `~${line}` : line))
    .join('\n');
}
