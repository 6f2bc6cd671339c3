// A script's text as a model may see it: without title page, notes and boneyards, closed or not, and unable to close our tags.
import type { Element, Span } from '../../fountain/elements';
import { placedBlocks, type Block, type Script } from '../../fountain/script';
import { withoutTags } from './tags';

/** One element as it is sent. `gap`: a blank line stands above it. */
export interface Material extends Span {
  readonly element: Element;
  readonly text: string;
  readonly gap: boolean;
}

// Never sent: the title page names people and addresses; notes are the writer's talk to themselves, kept alternatives
// among them; a boneyard is what the writer took out. A page break says nothing.
const HIDDEN: ReadonlySet<Element['kind']> = new Set(['titlePage', 'note', 'boneyard', 'pageBreak']);
/** Stands for a note or boneyard until the lines that held nothing else are gone. */
const HOLE = '\u0000';

const texts = new WeakMap<Element, string>();
const scripts = new WeakMap<Script, string>();

function elementText(block: Block, element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) {
    return known;
  }
  let text = '';
  let at = element.from;
  for (const mark of hiddenIn(block)) {
    if (mark.to > at && mark.from < element.to) {
      text += block.text.slice(at, Math.max(at, mark.from)) + HOLE;
      at = mark.to;
    }
  }
  text += block.text.slice(at, Math.max(at, element.to));
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !line.includes(HOLE) || line.replaceAll(HOLE, '').trim() !== '');
  const made = withoutTags(lines.map((line) => line.replace(/[ \t]*\0[ \t]*/g, ' ').trimEnd()).join('\n'));
  texts.set(element, made);
  return made;
}

/**
 * What of a block is hidden, in order. For a page an open mark hides nothing. Whoever has just opened one is in the middle of
 * what no model is to read: so all behind it is hidden, to the end of the block.
 */
function hiddenIn({ text, marks, problems }: Block): readonly Span[] {
  const open = problems.find(({ kind }) => kind === 'unclosedNote' || kind === 'unclosedBoneyard');
  return open === undefined ? marks : [...marks.filter(({ from }) => from < open.from), { from: open.from, to: text.length }];
}

/** The elements that begin in a span of the script (the whole of it without one), as they are sent; empty ones left out. */
export function* materialIn(script: Script, span: Span = { from: 0, to: script.length }): Generator<Material, void, undefined> {
  let lastLine = -2;
  for (const { block, offset, line } of placedBlocks(script, span.from)) {
    if (offset >= span.to) {
      return;
    }
    for (const element of block.elements) {
      const from = offset + element.from;
      if (from < span.from || from >= span.to || HIDDEN.has(element.kind)) {
        continue;
      }
      const text = elementText(block, element);
      if (text.trim() !== '') {
        yield { element, text, from, to: offset + element.to, gap: line + element.line > lastLine + 1 };
        lastLine = line + element.endLine;
      }
    }
  }
}

/** Elements as a text again. */
export function joinMaterial(parts: Iterable<Material>): string {
  let text = '';
  for (const part of parts) {
    text += (text === '' ? '' : part.gap ? '\n\n' : '\n') + part.text;
  }
  return text;
}

/** The whole script as it is sent. */
export function scriptMaterial(script: Script): string {
  let text = scripts.get(script);
  if (text === undefined) {
    text = joinMaterial(materialIn(script));
    scripts.set(script, text);
  }
  return text;
}
