// XML to a tree, however broken: by saxes, which knows no external entities and expands none, so no file can make it grow.
import { SaxesParser } from 'saxes';
import { escapeBareMarks } from './bareMarks';

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

/** Text, CDATA included. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

/** A processing instruction: what other programs pass over. */
export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly body: string;
}

export type XmlNode = XmlElement | XmlText | XmlInstruction;

export interface XmlTree {
  /** What stands at the top level: one element in a sound file. */
  readonly nodes: readonly XmlNode[];
  /** The first thing that is wrong with the file, in the parser's words, and its line from 1. Absent in a sound file. */
  readonly fault?: { readonly message: string; readonly line: number };
  /** The file ends inside an element. */
  readonly cutShort: boolean;
}

// Final Draft nests about ten deep. What is deeper hangs on the last level, so that no reader need go further down than this.
const DEEPEST = 64;

/** Reads XML. Never throws: what is broken is read as far as it can be, and said. */
export function readXml(text: string): XmlTree {
  const tree = new TreeBuilder();
  const parser = new SaxesParser({ position: true, xmlns: false });
  // saxes would take all behind an open ampersand for the name of an entity.
  const { text: escaped, first } = escapeBareMarks(text);
  const bare = first && { message: `"${first.mark}" that is not written as "${first.mark === '&' ? '&amp;' : '&lt;'}"`, line: text.slice(0, first.at).split(/\r\n?|\n/).length };
  let fault: XmlTree['fault'];
  let cutShort = false;
  parser.on('error', ({ message }) => {
    const words = message.replace(/^[\d:\s]+/, '');
    cutShort ||= /^(?:unclosed tag|unexpected end)/.test(words);
    fault ??= { message: words.replace(/\.$/, ''), line: parser.line };
    const unmatched = /^unmatched closing tag: ([^]*)\.$/.exec(words);
    if (unmatched?.[1] !== undefined) {
      tree.closeUnmatched(unmatched[1]);
    }
  });
  parser.on('opentag', ({ name, attributes }) => tree.open(name, attributes));
  parser.on('closetag', ({ name }) => tree.close(name));
  parser.on('text', (piece) => tree.text(piece));
  parser.on('cdata', (piece) => tree.add({ kind: 'text', text: piece }));
  parser.on('processinginstruction', ({ target, body }) => tree.add({ kind: 'instruction', target, body }));
  try {
    parser.write(escaped).close();
  } catch {
    // Not seen to happen: saxes tells faults to the handler above. What was read until here stays.
    cutShort = true;
  }
  const told = bare && !(fault && (cutShort || fault.line <= bare.line)) ? bare : fault;
  return { nodes: tree.nodes, cutShort, ...(told && { fault: told }) };
}

// saxes leaves the opening bracket of a tag out of an attribute's value.
const SWALLOWED = /\/(?:Text|Paragraph|Content)>/;

/** Keeps its own list of open elements: at a stray closing tag saxes closes all of them, and the script would fall apart. */
class TreeBuilder {
  readonly nodes: XmlNode[] = [];
  private readonly opened: XmlElement[] = [];
  /** Closed by saxes, if no error follows at once. */
  private closing: string[] = [];
  /** What saxes puts before the next text for a stray closing tag. */
  private stray = '';
  private deeper = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.settle();
    if (this.opened.length >= DEEPEST) {
      this.deeper++;
      return;
    }
    const element: XmlElement = { kind: 'element', name, attributes, children: [] };
    this.siblings().push(element);
    this.opened.push(element);
    for (const value of Object.values(attributes)) {
      // A quotation mark that is missing lets an attribute swallow what follows: the words in it are the script's.
      if (SWALLOWED.test(value)) {
        this.siblings().push({ kind: 'text', text: value.slice(value.indexOf('>') + 1).replace(/<?\/\w+>|<?\b\w+(?: \w+=)?$/g, ' ') });
      }
    }
  }

  close(name: string): void {
    this.closing.push(name);
  }

  closeUnmatched(name: string): void {
    this.closing = [];
    this.stray = `</${name}>`;
    if (this.opened.some((element) => element.name === name)) {
      this.closing.push(name);
      this.settle();
    }
  }

  text(piece: string): void {
    const text = this.stray !== '' && piece.startsWith(this.stray) ? piece.slice(this.stray.length) : piece;
    this.stray = '';
    if (text !== '') {
      this.add({ kind: 'text', text });
    }
  }

  add(node: XmlNode): void {
    this.settle();
    this.siblings().push(node);
  }

  private siblings(): XmlNode[] {
    return this.opened.at(-1)?.children ?? this.nodes;
  }

  private settle(): void {
    for (const name of this.closing) {
      if (this.deeper > 0) {
        this.deeper--;
        continue;
      }
      const at = this.opened.findLastIndex((element) => element.name === name);
      if (at >= 0) {
        this.opened.length = at;
      }
    }
    this.closing = [];
  }
}

export function isElement(node: XmlNode, name?: string): node is XmlElement {
  return node.kind === 'element' && (name === undefined || node.name === name);
}

export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((node): node is XmlElement => isElement(node, name));
}

/** All text below an element. */
export function textBelow(node: XmlNode): string {
  return node.kind === 'text' ? node.text : node.kind === 'element' ? node.children.map(textBelow).join('') : '';
}
