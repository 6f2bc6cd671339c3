// Inline marks as HTML, by fountain-js. Its parser is not used: it knows no positions.
import { InlineLexer } from 'fountain-js';
import type { Block } from './script';
import { printedText } from './inline';

// fountain-js pairs marks by expressions that slow down by the square of a line's marks: beyond this a line is shown as written.
const MOST_MARKS = 400;

const htmlOfBlock = new WeakMap<Block, readonly string[]>();

/**
 * The HTML of each of a block's elements, index for index; "" for an element without text. Emphasis becomes spans of
 * class bold, italic, underline; notes and boneyards are left out; everything else is escaped. Kept with the block.
 */
export function inlineHtmlOf(block: Block): readonly string[] {
  let html = htmlOfBlock.get(block);
  if (!html) {
    html = block.elements.map((element) => ('text' in element ? inlineHtml(printedText(element.text)) : ''));
    htmlOfBlock.set(block, html);
  }
  return html;
}

function inlineHtml(text: string): string {
  const marks = text.match(/[*_]/g)?.length ?? 0;
  if (marks === 0 || marks > MOST_MARKS) {
    return escapeHtml(text).replaceAll('\n', '<br />');
  }
  return InlineLexer.reconstruct(text);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
