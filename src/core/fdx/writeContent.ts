// Items to the paragraphs of Final Draft's content.
import type { SceneLength } from '../page/sceneLengths';
import { formatEighths } from '../page/sceneLengths';
import { instruction, type Word } from './instruction';
import type { CueItem, HeadingItem, Item, LyricsItem, SectionItem, SilentItem, TextItem } from './item';
import { xmlText, type Style } from './pieces';
import type { Reports } from './report';
import { attributesXml, escapeText } from './xml';

type Printed = TextItem | LyricsItem | HeadingItem | CueItem;
/** Items that do not print wait for a paragraph to hang on. */
type Waiting = SilentItem | SectionItem | { readonly kind: 'pageBreak' };

const TYPES = {
  sceneHeading: 'Scene Heading',
  action: 'Action',
  character: 'Character',
  parenthetical: 'Parenthetical',
  dialogue: 'Dialogue',
  transition: 'Transition',
  centered: 'General',
  lyrics: 'Singing',
} as const;

/** @param lengths one a scene heading, in order; none where the script was not laid out */
export function contentXml(items: readonly Item[], lengths: readonly SceneLength[], reports: Reports): string {
  return `  <Content>\n${new ContentWriter(lengths, reports).write(items)}  </Content>\n`;
}

class ContentWriter {
  private waiting: Waiting[] = [];
  private readonly paragraphs: string[] = [];
  private scenes = 0;

  constructor(
    private readonly lengths: readonly SceneLength[],
    private readonly reports: Reports,
  ) {}

  write(items: readonly Item[]): string {
    const last = items.findLastIndex(isPrinted);
    const rest = items.slice(last + 1);
    // What stands behind the last printed item hangs on it; a page break cannot, for it breaks before something.
    const behind = last >= 0 && rest.every(({ kind }) => kind !== 'pageBreak') ? rest : [];
    for (let at = 0; at < items.length - behind.length; ) {
      const item = items[at];
      if (!item) {
        break;
      }
      const end = item.kind === 'character' ? this.dualEnd(items, at) : 0;
      if (end > 0) {
        this.dual(items.slice(at, end), end > last ? behind : []);
        at = end;
      } else if (isPrinted(item)) {
        const synopses = item.kind === 'sceneHeading' ? synopsesBehind(items, at + 1) : [];
        at += 1 + synopses.length;
        this.paragraphs.push(this.paragraph(item, synopses, '    ', at > last ? behind.slice(synopses.length) : []));
      } else {
        this.wait(item);
        at++;
      }
    }
    if (this.waiting.length > 0) {
      this.paragraphs.push(this.carrier());
    }
    return this.paragraphs.join('');
  }

  private wait(item: Item): void {
    if (!isPrinted(item) && item.kind !== 'omitted') {
      this.waiting.push(item);
    }
  }

  /** Where the right half of a dual dialogue ends whose left cue stands at `from`; 0 where none does. */
  private dualEnd(items: readonly Item[], from: number): number {
    let right = 0;
    let end = from + 1;
    for (; end < items.length; end++) {
      const item = items[end];
      if (item?.kind === 'character') {
        if (right > 0 || !item.dual) {
          break;
        }
        right = end;
      } else if (item?.kind !== 'dialogue' && item?.kind !== 'parenthetical' && !(item?.kind === 'lyrics' && !item.apart)) {
        if (right > 0 || !item || isPrinted(item)) {
          break;
        }
      }
    }
    return right > 0 ? end : 0;
  }

  private dual(items: readonly Item[], behind: readonly Item[]): void {
    const hung = this.hung();
    const inner: string[] = [];
    for (const [at, item] of items.entries()) {
      if (isPrinted(item)) {
        inner.push(this.paragraph(item, [], '        ', at === items.length - 1 ? behind : []));
      } else {
        this.wait(item);
      }
    }
    this.paragraphs.push(`    <Paragraph${attributesXml(hung.newPage)}>\n${hung.xml('      ')}      <DualDialogue>\n${inner.join('')}      </DualDialogue>\n    </Paragraph>\n`);
  }

  private paragraph(item: Printed, synopses: readonly SilentItem[], indent: string, behind: readonly Item[]): string {
    const hung = this.hung();
    const attributes = {
      ...(item.kind === 'centered' && { Alignment: 'Center' }),
      ...(item.kind === 'sceneHeading' && item.number !== undefined && { Number: item.number }),
      ...hung.newPage,
      Type: TYPES[item.kind],
    };
    const inner = `${indent}  `;
    const scene = item.kind === 'sceneHeading' ? this.sceneXml(synopses, inner) : '';
    const word = wordOf(item);
    const parts = item.pieces.map((piece) => (piece.kind === 'run' ? `${inner}${this.textXml(piece)}` : `${inner}${noteXml({ kind: piece.kind, text: piece.text }, false)}`));
    const text = parts.length === 0 || item.pieces.every(({ kind }) => kind !== 'run') ? [...parts, `${inner}<Text></Text>\n`] : parts;
    const end = behind.map((one) => (isPrinted(one) || one.kind === 'omitted' || one.kind === 'pageBreak' ? '' : `${inner}${noteXml(one, true)}`));
    return `${indent}<Paragraph${attributesXml(attributes)}>\n${word ? `${inner}${instruction(word)}\n` : ''}${hung.xml(inner)}${scene}${text.join('')}${end.join('')}${indent}</Paragraph>\n`;
  }

  /** An empty paragraph for what has no other to hang on. */
  private carrier(): string {
    const hung = this.hung();
    return `    <Paragraph${attributesXml({ ...hung.newPage, Type: 'Action' })}>\n${hung.xml('      ')}      <Text></Text>\n    </Paragraph>\n`;
  }

  /** What waits, as the attributes and children of the paragraph it stands before. */
  private hung(): { newPage: Readonly<Record<string, string>>; xml: (indent: string) => string } {
    const waiting = this.waiting;
    this.waiting = [];
    const breaks = waiting.filter(({ kind }) => kind === 'pageBreak').length;
    // One break before everything else is what StartsNewPage says by itself.
    const plain = breaks === 1 && waiting[0]?.kind === 'pageBreak';
    const xml = (indent: string): string =>
      waiting.map((item) => (item.kind === 'pageBreak' ? (plain ? '' : `${indent}${instruction({ pageBreak: true })}\n`) : `${indent}${noteXml(item, true)}`)).join('');
    return { newPage: breaks > 0 ? { StartsNewPage: 'Yes' } : {}, xml };
  }

  private sceneXml(synopses: readonly SilentItem[], indent: string): string {
    const length = this.lengths[this.scenes++];
    if (!length && synopses.length === 0) {
      return '';
    }
    const facts = length ? { Length: formatEighths(length.eighths), Page: String(length.page), Title: '' } : { Title: '' };
    const summary = synopses.map(({ text }) => `${indent}    <Paragraph>\n${exact(text, `${indent}      `)}${indent}      <Text>${escapeText(text)}</Text>\n${indent}    </Paragraph>\n`);
    return synopses.length === 0
      ? `${indent}<SceneProperties${attributesXml(facts)}/>\n`
      : `${indent}<SceneProperties${attributesXml(facts)}>\n${indent}  <Summary>\n${summary.join('')}${indent}  </Summary>\n${indent}</SceneProperties>\n`;
  }

  private textXml(run: Style & { readonly text: string; readonly tag?: number }): string {
    const lost = xmlText(run.text).split('\uFFFD').length - run.text.split('\uFFFD').length;
    if (lost > 0) {
      this.reports.add('notInXml', undefined, lost);
    }
    const style = [run.bold && 'Bold', run.italic && 'Italic', run.underline && 'Underline'].filter((name) => name !== false).join('+');
    return `<Text${attributesXml({ ...(style !== '' && { Style: style }), ...(run.tag !== undefined && { TagNumber: String(run.tag) }) })}>${escapeText(run.text)}</Text>\n`;
  }
}

function isPrinted(item: Item): item is Printed {
  return item.kind in TYPES;
}

function synopsesBehind(items: readonly Item[], from: number): SilentItem[] {
  const found: SilentItem[] = [];
  for (let at = from; items[at]?.kind === 'synopsis'; at++) {
    found.push(items[at] as SilentItem);
  }
  return found;
}

function wordOf(item: Printed): Word | undefined {
  const word: Word = { ...(item.source !== undefined && { text: item.source }), ...(item.kind === 'lyrics' && item.apart && { own: true }) };
  return Object.keys(word).length > 0 ? word : undefined;
}

/** An instruction with the text where XML cannot hold it, or would be read without it. */
function exact(text: string, indent: string): string {
  return xmlText(text) === text && text.trim() === text && text !== '' ? '' : `${indent}${instruction({ text })}\n`;
}

// Final Draft's yellow; what stands for Fountain's own elements says so in its name, which Final Draft shows.
const COLOR = '#FFFFFFFF7F7F';
const NAMES = { note: '', boneyard: 'Boneyard', synopsis: 'Synopsis', section: 'Section' } as const;

function noteXml(item: SilentItem | SectionItem, own: boolean): string {
  const name = item.kind === 'section' && item.depth > 1 ? `Section ${item.depth}` : NAMES[item.kind];
  const needed = xmlText(item.text) !== item.text || ((item.kind === 'section' || item.kind === 'synopsis') && item.text.includes('\n'));
  const word = { ...(needed && { text: item.text }), ...(own && (item.kind === 'note' || item.kind === 'boneyard') && { own: true }) };
  const said = Object.keys(word).length > 0 ? instruction(word) : '';
  const lines = item.text.split('\n').map((line) => `<Paragraph><Text>${escapeText(line)}</Text></Paragraph>`);
  return `<ScriptNote${attributesXml({ Color: COLOR, Name: name, Type: '' })}>${said}${lines.join('')}</ScriptNote>\n`;
}
