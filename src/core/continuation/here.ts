// The scene with the cursor marked in it, cut to size around it.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { estimateTokens } from '../suggest/estimateTokens';
import { CUT, clipTo } from '../suggest/request/clip';
import { joinMaterial, materialIn, type Material } from '../suggest/request/material';
import { tagged } from '../suggest/request/tags';

const costOf = (part: Material): number => estimateTokens(`\n\n${part.text}`);
/** Of what is left: what led to a place shapes it more than what follows. */
const BEHIND = 0.25;

/** How many of `parts`, from the first, fit into `tokens`. */
function fitting(parts: readonly Material[], tokens: number): number {
  let left = tokens;
  const over = parts.findIndex((part) => (left -= costOf(part)) < 0);
  return over < 0 ? parts.length : over;
}

/** The scene in at most `tokens`: its heading, what leads up to the cursor, `<here>`, and a little of what follows. */
export function describeHere(script: Script, scene: Span, offset: number, tokens: number): string {
  const parts = [...materialIn(script, scene)];
  const at = parts.filter(({ from }) => from < offset).length;
  const heading = parts[0]?.element.kind === 'sceneHeading' && at > 0 ? parts[0] : undefined;
  const rest = heading ? parts.slice(1) : parts;
  const split = heading ? at - 1 : at;
  const mark = tagged('here', '');
  // A line that some tool made a heading of may be longer than all there is room for.
  const named = heading ? clipTo(heading.text, Math.floor(Math.max(0, tokens) / 2)) : '';
  const room = tokens - estimateTokens(`${named}\n\n${CUT}\n\n${mark}\n\n${CUT}\n\n`);
  const behind = rest.slice(split, split + fitting(rest.slice(split), room * BEHIND));
  const left = room - behind.reduce((sum, part) => sum + costOf(part), 0);
  const before = rest.slice(split - fitting(rest.slice(0, split).reverse(), left), split);
  // The paragraph at the cursor is there in any case, by its end.
  const last = rest[split - 1];
  const above = before.length === 0 && last ? tailOf(last.text, left) : joinMaterial(before);
  return [named, before.length < split ? CUT : undefined, above, mark, joinMaterial(behind), split + behind.length < rest.length ? CUT : undefined]
    .filter((piece) => piece !== undefined && piece !== '')
    .join('\n\n');
}

/** The last words of a text that fit into `tokens`. */
function tailOf(text: string, tokens: number): string {
  const reversed = clipTo([...text].reverse().join(''), Math.max(0, tokens)).replace(CUT, '');
  return [...reversed].reverse().join('').trimStart();
}
