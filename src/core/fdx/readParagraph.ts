// One Final Draft paragraph: its runs, the notes in it, and what stands beside its text.
import { trim } from '../fountain/space';
import type { Item } from './item';
import { wordOf, type Word } from './instruction';
import { BOLD, ITALIC, PieceList, UNDERLINE, xmlText, type Piece } from './pieces';
import { linesIn, readNote, type RangedNote } from './readNotes';
import type { Reports } from './report';
import { childrenOf, textBelow, type XmlElement } from './xmlTree';

/** A paragraph as it was read. */
export interface ReadParagraph {
  readonly type: string;
  readonly pieces: readonly Piece[];
  /** Stand before and behind it, on lines of their own. */
  readonly before: readonly Item[];
  readonly after: readonly Item[];
  /** Of a scene heading: what Final Draft says of the scene. */
  readonly scene: readonly Item[];
  readonly word: Word;
  readonly dual: readonly XmlElement[];
  readonly omitted: readonly XmlElement[];
  /** How far it reaches, in the characters that ranges count. */
  readonly length: number;
}

/** What is to be known of the file while its paragraphs are read. */
export interface Reading {
  readonly reports: Reports;
  /** Types that Final Draft shows in capitals. */
  readonly capitals: ReadonlySet<string>;
  /** Alignment by type. */
  readonly alignments: ReadonlyMap<string, string>;
  /** Notes with ranges that no paragraph has taken yet, first ones first. */
  readonly ranged: RangedNote[];
}

const STYLES: Readonly<Record<string, number>> = { bold: BOLD, italic: ITALIC, underline: UNDERLINE };
const BLACK = '#000000000000';
const WHITE = '#FFFFFFFFFFFF';
// What Final Draft embeds in a paragraph counts two characters in its ranges, whatever is in it.
const EMBEDDED = 2;

/** @param start where the paragraph begins, in the characters that ranges count; undefined where they do not count */
export function readParagraph(paragraph: XmlElement, reading: Reading, start: number | undefined): ReadParagraph {
  const reader = new ParagraphReader(paragraph, reading, start);
  for (const child of paragraph.children) {
    reader.take(child);
  }
  return reader.done();
}

class ParagraphReader {
  private readonly pieces = new PieceList();
  private readonly before: Item[] = [];
  private readonly after: Item[] = [];
  private readonly scene: Item[] = [];
  private readonly dual: XmlElement[] = [];
  private readonly omitted: XmlElement[] = [];
  private readonly ranged: RangedNote[] = [];
  private readonly type: string;
  private word: Word = {};
  private length = 0;
  private seen = false;

  constructor(
    paragraph: XmlElement,
    private readonly reading: Reading,
    private readonly start: number | undefined,
  ) {
    this.type = (paragraph.attributes['Type'] ?? '').trim();
    if (start !== undefined) {
      const length = lengthOf(paragraph);
      while ((reading.ranged[0]?.from ?? Infinity) <= start + length) {
        const note = reading.ranged.shift();
        if (note) {
          this.ranged.push({ ...note, to: Math.min(note.to, start + length) });
        }
      }
      this.ranged.sort((a, b) => a.to - b.to);
    }
  }

  take(child: XmlElement['children'][number]): void {
    if (child.kind === 'instruction') {
      const word = wordOf(child);
      if (word.pageBreak === true) {
        this.before.push({ kind: 'pageBreak' });
      }
      this.word = { ...this.word, ...word };
    } else if (child.kind === 'text') {
      // Between elements only white space stands in a sound file.
      if (child.text.trim() !== '') {
        this.add(child.text.trim(), 0, false);
      }
    } else {
      this.takeElement(child);
    }
  }

  private takeElement(child: XmlElement): void {
    switch (child.name) {
      case 'Text':
        this.takeText(child);
        break;
      case 'ScriptNote':
        this.takeNote(child);
        break;
      case 'SceneProperties':
        this.takeScene(child);
        break;
      case 'DualDialogue':
        this.dual.push(child);
        this.length += EMBEDDED;
        break;
      case 'OmittedScene':
        this.omitted.push(child);
        this.length += EMBEDDED;
        break;
      default: {
        const text = linesIn(child).trim();
        if (text !== '') {
          this.pieces.hide({ kind: 'note', text });
          this.reading.reports.add('alternates', child.name);
        }
      }
    }
  }

  private takeText(text: XmlElement): void {
    let bits = 0;
    let capitals = false;
    const { Color = BLACK, Background = WHITE } = text.attributes;
    if (!BLACK.startsWith(Color) || !WHITE.startsWith(Background.toUpperCase())) {
      this.reading.reports.add('otherStyles');
    }
    for (const style of (text.attributes['Style'] ?? '').split('+')) {
      const name = style.trim().toLowerCase();
      capitals ||= name === 'allcaps';
      bits |= STYLES[name] ?? 0;
      if (name !== '' && name !== 'allcaps' && STYLES[name] === undefined) {
        this.reading.reports.add('otherStyles');
      }
    }
    if (!['', '0'].includes(text.attributes['RevisionID'] ?? '')) {
      this.reading.reports.add('revisions');
    }
    this.add(textBelow(text), bits, capitals);
  }

  /** Adds text, the notes that ranges place in it at their places. */
  private add(text: string, bits: number, capitals: boolean): void {
    const shown = capitals || this.reading.capitals.has(this.type.toLowerCase());
    let from = 0;
    while (this.start !== undefined && (this.ranged[0]?.to ?? Infinity) - this.start <= this.length + text.length) {
      const note = this.ranged.shift();
      const at = Math.max(from, (note?.to ?? 0) - this.start - this.length);
      this.addLetters(text.slice(from, at), bits, shown);
      from = at;
      this.hide(note);
    }
    this.addLetters(text.slice(from), bits, shown);
    this.length += text.length;
    this.seen = true;
  }

  private addLetters(text: string, bits: number, capitals: boolean): void {
    const shown = capitals ? text.toUpperCase() : text;
    if (shown !== text) {
      this.reading.reports.add('capitals');
    }
    this.pieces.add(shown, bits);
  }

  private hide(note: RangedNote | undefined): void {
    if (note?.item.kind === 'note' || note?.item.kind === 'boneyard') {
      this.pieces.hide({ kind: note.item.kind, text: note.item.text });
    } else if (note) {
      this.after.push(note.item);
    }
  }

  private takeNote(note: XmlElement): void {
    const { item, own } = readNote(note);
    if (own) {
      (this.seen ? this.after : this.before).push(item);
    } else if (item.kind === 'note' || item.kind === 'boneyard') {
      this.pieces.hide({ kind: item.kind, text: item.text });
    }
  }

  /** Its synopsis, its title and the arcs of its characters. */
  private takeScene(properties: XmlElement): void {
    const title = (properties.attributes['Title'] ?? '').trim();
    if (title !== '') {
      this.scene.push({ kind: 'note', text: title });
      this.reading.reports.add('beats', 'Title');
    }
    for (const child of childrenOf(properties)) {
      if (child.name === 'Summary') {
        for (const paragraph of childrenOf(child, 'Paragraph')) {
          this.takeSummary(paragraph);
        }
        continue;
      }
      for (const { label, text } of labelledTexts(child)) {
        this.scene.push({ kind: 'note', text: `${label}: ${text}` });
        this.reading.reports.add('beats', label);
      }
    }
  }

  private takeSummary(paragraph: XmlElement): void {
    const text = textBelow({ ...paragraph, children: childrenOf(paragraph, 'Text') });
    const word = paragraph.children.map((node) => (node.kind === 'instruction' ? wordOf(node) : {})).find((found) => found.text !== undefined);
    if (word?.text !== undefined && xmlText(word.text) === text) {
      this.scene.push({ kind: 'synopsis', text: word.text });
      return;
    }
    for (const line of text.split('\n').map(trim).filter((one) => one !== '')) {
      this.scene.push({ kind: 'synopsis', text: line });
    }
  }

  done(): ReadParagraph {
    for (const note of this.ranged) {
      this.hide(note);
    }
    const { type, before, after, scene, word, dual, omitted, length } = this;
    return { type, pieces: this.pieces.done(), before, after, scene, word, dual, omitted, length };
  }
}

function lengthOf(paragraph: XmlElement): number {
  let length = 0;
  for (const child of childrenOf(paragraph)) {
    length += child.name === 'Text' ? textBelow(child).length : child.name === 'DualDialogue' || child.name === 'OmittedScene' ? EMBEDDED : 0;
  }
  return length;
}

/** Every text below an element, with the nearest name that says what it is. */
export function labelledTexts(element: XmlElement, label = element.name): { label: string; text: string }[] {
  const own = (element.attributes['Name'] ?? element.attributes['Title'] ?? element.attributes['Label'] ?? '').trim();
  const name = own === '' ? label : own;
  const lines = linesIn({ ...element, children: element.children.filter((node) => node.kind === 'text' || (node.kind === 'element' && ['Paragraph', 'Text'].includes(node.name))) })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const found = lines.length > 0 ? [{ label: name, text: lines.join('\n') }] : [];
  for (const child of childrenOf(element)) {
    if (child.name !== 'Paragraph' && child.name !== 'Text') {
      found.push(...labelledTexts(child, name));
    }
  }
  if (found.length === 0 && own !== '' && element.name === 'ListItem') {
    found.push({ label: element.attributes['Type'] ?? label, text: own });
  }
  return found;
}
