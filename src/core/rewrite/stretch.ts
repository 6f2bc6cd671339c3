// Which stretch of a script a rewrite is about: what was selected, grown so that no speech, paragraph or note is cut in two.
import type { Span } from '../fountain/elements';
import { placedBlocks, sliceOf, type Script } from '../fountain/script';

/**
 * A selection grown to whole blocks: speeches with their cues, paragraphs, headings, the blank lines behind them
 * included. An empty selection is the block it stands in. Never reaches into the title page; empty where nothing is left.
 */
export function stretchOf(script: Script, span: Span): Span {
  let from: number | undefined;
  let to = 0;
  for (const { block, offset } of placedBlocks(script)) {
    const end = offset + block.text.length;
    const first = block.elements[0];
    const inside = span.from === span.to ? offset <= span.from && (span.from < end || end === script.length) : offset < span.to && end > span.from && !onlyBlank(script, offset, end, span);
    if (inside && first !== undefined && first.kind !== 'titlePage') {
      from ??= offset;
      to = end;
    }
    if (offset >= span.to && offset > span.from) {
      break;
    }
  }
  return from === undefined ? { from: span.from, to: span.from } : { from, to };
}

/** Whether a selection takes nothing of a block but the blank lines behind it. */
function onlyBlank(script: Script, offset: number, end: number, span: Span): boolean {
  return sliceOf(script, Math.max(offset, span.from), Math.min(end, span.to)).trim() === '';
}
