// What a script prints, as lines of plain text: one a paragraph, heading or speech, for forms that know no layout.
import { speechEnd, type Character, type Element, type Span } from '../fountain/elements';
import { plainText, printedText } from '../fountain/inline';
import { placedBlocks, type Script } from '../fountain/script';

export interface PrintedLine {
  readonly kind: 'heading' | 'action' | 'speech' | 'transition';
  /** On one line, white space folded, marks of emphasis gone. Never empty. */
  readonly text: string;
  /** Of a speech: the cue as it prints, extension and all. The text is what is said. */
  readonly cue?: string;
}

/** A text on one line: printed, without marks, white space and signs that no screen shows folded into spaces. */
export function onOneLine(text: string): string {
  return plainText(printedText(text)).replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();
}

function cueOf({ name, extension }: Character): string {
  const shown = onOneLine(name);
  return extension === undefined ? shown : `${shown} (${onOneLine(extension)})`;
}

function plainLine(element: Element): PrintedLine[] {
  if (element.kind !== 'sceneHeading' && element.kind !== 'action' && element.kind !== 'centered' && element.kind !== 'lyrics' && element.kind !== 'transition') {
    return [];
  }
  const text = onOneLine(element.text);
  const kind = element.kind === 'sceneHeading' ? 'heading' : element.kind === 'transition' ? 'transition' : 'action';
  return text === '' ? [] : [{ kind, text }];
}

/** What stands in a span of the script as it prints; sections, synopses, notes, boneyards and the title page do not. */
export function printedLines(script: Script, span: Span = { from: 0, to: script.length }): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const { block, offset } of placedBlocks(script, span.from)) {
    if (offset >= span.to) {
      break;
    }
    const { elements } = block;
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at];
      if (!element || offset + element.from < span.from || offset + element.from >= span.to) {
        continue;
      }
      if (element.kind !== 'character') {
        lines.push(...plainLine(element));
        continue;
      }
      const end = speechEnd(elements, at + 1);
      const said = elements.slice(at + 1, end).flatMap((part) => ('text' in part ? [onOneLine(part.text)] : [])).filter((text) => text !== '').join(' ');
      const cue = cueOf(element);
      lines.push(...(said === '' ? (cue === '' ? [] : [{ kind: 'action' as const, text: cue }]) : [{ kind: 'speech' as const, text: said, ...(cue !== '' && { cue }) }]));
      at = end - 1;
    }
  }
  return lines;
}
