// Final Draft to Fountain. Nothing that a writer wrote is dropped in silence: it is script, a note, or a line of the report.
import type { TitlePageEntry } from '../fountain/elements';
import { wordsIn } from './instruction';
import type { Draft, Item } from './item';
import { signatureOf } from './pieces';
import { readItems } from './readItems';
import { rangedNotes, readNote } from './readNotes';
import { labelledTexts, readParagraph, type Reading } from './readParagraph';
import { Reports, type Report } from './report';
import { entriesOf, titleLines, type Alignment, type TitleLine } from './titlePage';
import { writeFountain } from './writeFountain';
import { childrenOf, isElement, readXml, textBelow, type XmlElement, type XmlNode } from './xmlTree';

export interface FromFdx {
  /** The script in Fountain, line ends LF. */
  readonly fountain: string;
  readonly reports: readonly Report[];
}

/** Why a text is no Final Draft script at all. */
export type NotFdx = 'empty' | 'notXml' | 'notFinalDraft' | 'olderFormat' | 'noContent';

// The newest version whose files are known.
const NEWEST = 6;

/** Whether a text is a Final Draft file by its first letters, and so not Fountain. */
export function looksLikeFdx(text: string): boolean {
  return /^\s*<(?:\?xml\b[^]{0,400}?<)?\s*(?:!--[^]{0,2000}?-->\s*<)?FinalDraft\b/.test(text.slice(0, 4000).replaceAll('\0', '').replace('\uFEFF', ''));
}

/** Whether a text is a file of Final Draft before version 8, which was no XML. */
export function looksOlder(text: string): boolean {
  return /^.{0,64}(?:FDR|Final Draft)/s.test(text) && !text.trimStart().startsWith('<');
}

/** Why a text cannot be converted, in English. */
export const NOT_FDX: Readonly<Record<NotFdx, string>> = {
  empty: 'The file is empty.',
  notXml: 'This is no Final Draft file: it is not XML.',
  notFinalDraft: 'This is XML, but no Final Draft script.',
  olderFormat: 'This is a Final Draft file of before version 8 (.fdr). Open it in Final Draft and save it as .fdx.',
  noContent: 'This Final Draft file holds no script: the part with its text (Content) is missing.',
};

/**
 * Converts the text of an .fdx file. A broken or cut-off file gives what can be read of it, and a report says so.
 * Never throws.
 * @returns undefined in `fountain`'s place, the reason, where the text is no Final Draft script
 */
export function fromFdx(text: string): FromFdx | { readonly failure: NotFdx } {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // UTF-16 without a byte order mark, read as if it were UTF-8: every second letter is NUL.
  const source = /^(?:<\0|\0<)/.test(bare) ? bare.replaceAll('\0', '') : bare;
  if (source.trim() === '') {
    return { failure: 'empty' };
  }
  const tree = readXml(source);
  const root = rootOf(tree.nodes);
  if (!root) {
    return { failure: looksOlder(source) ? 'olderFormat' : tree.nodes.some((node) => isElement(node)) ? 'notFinalDraft' : 'notXml' };
  }
  const reports = new Reports();
  if (tree.fault) {
    const { line, message } = tree.fault;
    reports.add(tree.cutShort ? 'cutShort' : 'broken', message, line);
  }
  tellHead(root, reports);
  const draft = readDraft(root, tree.nodes, reports);
  if (draft.items.length === 0) {
    // A title page alone is worth having.
    if (draft.titlePage.length === 0 && !hasContent(root)) {
      return { failure: 'noContent' };
    }
    reports.add('noScript');
  }
  return { fountain: writeFountain(draft, reports), reports: reports.list() };
}

/** The FinalDraft element, or in a damaged file what stands in its place. */
function rootOf(nodes: readonly XmlNode[]): XmlElement | undefined {
  const elements = nodes.filter((node): node is XmlElement => isElement(node));
  return elements.find(({ name }) => name === 'FinalDraft') ?? elements.find(({ name }) => name === 'Content' || name === 'Paragraph' ) ?? undefined;
}

function hasContent(root: XmlElement): boolean {
  return root.name !== 'FinalDraft' || childrenOf(root, 'Content').length > 0;
}

function tellHead({ attributes }: XmlElement, reports: Reports): void {
  const version = attributes['Version'] ?? '';
  if (Number.parseInt(version, 10) > NEWEST) {
    reports.add('newer', version);
  }
  if (attributes['Template'] === 'Yes') {
    reports.add('template');
  }
}

function readDraft(root: XmlElement, nodes: readonly XmlNode[], reports: Reports): Draft {
  // In a damaged file parts may have fallen out of the root.
  const outside = nodes.filter((node) => node !== root);
  const parts = (root.name === 'FinalDraft' ? [...root.children, ...outside] : [root, ...outside]).flatMap(partOf);
  const lists = parts.filter(({ name }) => name === 'ScriptNotes').map(rangedNotes);
  const reading: Reading = {
    reports,
    capitals: typesWith(parts, (font) => (font.attributes['Style'] ?? '').split('+').includes('AllCaps')),
    alignments: alignmentsIn(parts),
    ranged: lists.flatMap(({ ranged }) => ranged),
  };
  const items: Item[] = [];
  let titlePage: readonly TitlePageEntry[] = [];
  for (const part of parts) {
    if (part.name === 'Content' || part.name === 'Paragraph') {
      items.push(...readItems(part.name === 'Content' ? part : { ...part, name: 'Content', attributes: {}, children: [part] }, reading, true));
    } else if (part.name === 'TitlePage') {
      titlePage = [...titlePage, ...readTitlePage(part, reading)];
    }
  }
  const late = reading.ranged.splice(0).map(({ item }) => item);
  items.push(...late, ...lists.flatMap(({ rest }) => rest), ...parts.flatMap((part) => besideScript(part, reports)));
  return { titlePage, items };
}

/** A part of the file; words that stand between parts, which a sound file never has, as a paragraph. */
function partOf(node: XmlNode): XmlElement[] {
  if (node.kind === 'element') {
    return [node.name === 'Text' ? { ...node, name: 'Paragraph', attributes: {}, children: [node] } : node];
  }
  return node.kind === 'text' && node.text.trim() !== '' ? [{ kind: 'element', name: 'Paragraph', attributes: {}, children: [node] }] : [];
}

function typesWith(parts: readonly XmlElement[], test: (font: XmlElement) => boolean): Set<string> {
  return new Set(
    parts
      .filter(({ name }) => name === 'ElementSettings')
      .filter((settings) => childrenOf(settings, 'FontSpec').some(test))
      // Of prose it is not the text's own: an action all in capitals is a setting of a template.
      .map(({ attributes }) => (attributes['Type'] ?? '').toLowerCase())
      .filter((type) => ['scene heading', 'character', 'transition', 'shot'].includes(type)),
  );
}

function alignmentsIn(parts: readonly XmlElement[]): Map<string, string> {
  return new Map(
    parts
      .filter(({ name }) => name === 'ElementSettings')
      .map((settings) => [(settings.attributes['Type'] ?? '').toLowerCase(), childrenOf(settings, 'ParagraphSpec')[0]?.attributes['Alignment'] ?? 'Left']),
  );
}

function readTitlePage(page: XmlElement, reading: Reading): readonly TitlePageEntry[] {
  const lines: TitleLine[] = [];
  for (const content of childrenOf(page, 'Content')) {
    for (const paragraph of childrenOf(content, 'Paragraph')) {
      const given = paragraph.attributes['Alignment'];
      const alignment: Alignment = given === 'Center' || given === 'Right' ? given : 'Left';
      const { pieces, before, after } = readParagraph(paragraph, reading, undefined);
      const rows = linesOfPieces(pieces);
      lines.push(...rows.map((row) => ({ alignment, pieces: row })));
      for (const item of [...before, ...after]) {
        if (item.kind === 'note') {
          lines.push({ alignment: 'Left', pieces: [{ kind: 'note', text: item.text }] });
        }
      }
    }
  }
  childrenOf(page, 'HeaderAndFooter').forEach((part) => tellHeaders(part, reading.reports));
  const written = wordsIn(page).entries?.map(([key, values]) => ({ key, values }));
  return written && sameLines(titleLines(written), lines) ? written : entriesOf(lines);
}

function linesOfPieces(pieces: TitleLine['pieces']): TitleLine['pieces'][] {
  let row: TitleLine['pieces'][number][] = [];
  const rows = [row];
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      row.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) {
        row = [];
        rows.push(row);
      }
      if (text !== '') {
        row.push({ ...piece, text });
      }
    }
  }
  return rows;
}

function sameLines(a: readonly TitleLine[], b: readonly TitleLine[]): boolean {
  const flat = (lines: readonly TitleLine[]): string[] => lines.map(({ pieces }) => signatureOf(pieces, false)).filter((line) => line !== '');
  return flat(a).join('\n') === flat(b).join('\n');
}

// What holds settings, lists that Final Draft makes itself, or how its window looked: no words of a script.
const FURNITURE = new Set(
  'Content TitlePage Paragraph PageLayout WindowState TextState ElementSettings ScriptNotes SmartType MoresAndContinueds SplitState Macros Actors Cast SceneNumberOptions SpellCheckIgnoreLists ScriptNoteDefinitions CharacterHighlighting Revisions TargetScriptLength CharacterNavigatorPreferences TagCategories'.split(' '),
);

/** What else a file holds: told, or kept as notes behind the script. */
function besideScript(part: XmlElement, reports: Reports): Item[] {
  switch (part.name) {
    case 'HeaderAndFooter':
      tellHeaders(part, reports);
      return [];
    case 'Watermarking':
      tellText(textBelow(part).trim(), reports);
      return [];
    case 'LockedPages':
      if (childrenOf(part).length > 0) {
        reports.add('lockedPages', undefined, childrenOf(part).length);
      }
      return [];
    case 'TagData':
      tellTags(part, reports);
      return [];
    case 'UnanchoredScriptNotes':
      return childrenOf(part, 'ScriptNote').map((note) => readNote(note).item);
    default:
      return FURNITURE.has(part.name) ? [] : keptTexts(part, reports);
  }
}

function keptTexts(part: XmlElement, reports: Reports): Item[] {
  return labelledTexts(part).map(({ label, text }) => {
    reports.add(part.name === 'ListItems' || part.name === 'Outline' ? 'beats' : 'alternates', label);
    return { kind: 'note', text: `${label}: ${text}` };
  });
}

function tellHeaders(part: XmlElement, reports: Reports): void {
  for (const place of childrenOf(part)) {
    const text = childrenOf(place, 'Paragraph').flatMap((paragraph) => childrenOf(paragraph, 'Text').map(textBelow)).join(' ').trim();
    tellText(text, reports);
  }
}

function tellText(text: string, reports: Reports): void {
  // A full stop behind the page number is every file's.
  if (/[\p{L}\p{N}]/u.test(text)) {
    reports.add('headers', text.replace(/\s+/g, ' '));
  }
}

function tellTags(part: XmlElement, reports: Reports): void {
  const labels = (element: XmlElement): string[] => [...(element.name === 'TagDefinition' ? [element.attributes['Label'] ?? ''] : []), ...childrenOf(element).flatMap(labels)];
  for (const label of labels(part)) {
    reports.add('tags', label);
  }
}
