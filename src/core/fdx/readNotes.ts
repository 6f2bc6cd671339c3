// Final Draft's notes: inside paragraphs up to version 5, in a list with ranges from version 6 on.
import { trim } from '../fountain/space';
import type { Item, SectionItem, SilentItem } from './item';
import { wordsIn } from './instruction';
import { xmlText } from './pieces';
import { childrenOf, textBelow, type XmlElement } from './xmlTree';

/** The lines of an element's paragraphs, or its bare text where it has none. */
export function linesIn(element: XmlElement): string {
  const paragraphs = childrenOf(element, 'Paragraph');
  if (paragraphs.length === 0) {
    return element.children.map((node) => (node.kind === 'element' && node.name === 'Range' ? '' : textBelow(node))).join('').trim();
  }
  return paragraphs.map((paragraph) => childrenOf(paragraph, 'Text').map(textBelow).join('')).join('\n');
}

/** What a ScriptNote is in Fountain. `own`: on lines of its own, by its kind or because this program wrote it so. */
export interface ReadNote {
  readonly item: SilentItem | SectionItem;
  readonly own: boolean;
}

export function readNote(note: XmlElement): ReadNote {
  const word = wordsIn(note);
  const text = linesIn(note);
  const name = (note.attributes['Name'] ?? '').trim();
  const exact = word.text !== undefined && xmlText(word.text) === text ? word.text : undefined;
  const kept = exact ?? text;
  const section = /^Section(?: (\d{1,3}))?$/.exec(name);
  if (section) {
    return { item: { kind: 'section', text: exact ?? oneLine(text), depth: Math.max(1, Number(section[1] ?? 1)) }, own: true };
  }
  if (name === 'Synopsis') {
    return { item: { kind: 'synopsis', text: exact ?? oneLine(text) }, own: true };
  }
  if (name === 'Boneyard') {
    return { item: { kind: 'boneyard', text: kept }, own: word.own === true };
  }
  const labelled = name === '' || name === 'Note' || kept.startsWith(name) ? kept : `${name}: ${kept}`;
  return { item: { kind: 'note', text: labelled.trim() }, own: word.own === true };
}

function oneLine(text: string): string {
  return trim(text.replace(/[ \t]*\n[ \t]*/g, ' '));
}

/** A note with the place it speaks of, counted in characters of the script, as version 6 has it. */
export interface RangedNote {
  readonly from: number;
  readonly to: number;
  readonly item: SilentItem | SectionItem;
}

/** The notes of a list, those without a readable range left for the end of the script. */
export function rangedNotes(list: XmlElement): { readonly ranged: RangedNote[]; readonly rest: Item[] } {
  const ranged: RangedNote[] = [];
  const rest: Item[] = [];
  for (const note of childrenOf(list, 'ScriptNote')) {
    const { item } = readNote(note);
    const inner = childrenOf(note, 'Range')[0]?.attributes;
    const range = /^\s*(\d{1,9})(?:\s*,\s*(\d{1,9}))?\s*$/.exec(note.attributes['Range'] ?? (inner ? `${inner['Start'] ?? ''},${inner['End'] ?? inner['Start'] ?? ''}` : ''));
    if (item.text === '') {
      continue;
    }
    if (range) {
      const from = Number(range[1]);
      ranged.push({ from, to: Math.max(from, Number(range[2] ?? range[1])), item });
    } else {
      rest.push(item);
    }
  }
  return { ranged: ranged.sort((a, b) => a.from - b.from), rest };
}
