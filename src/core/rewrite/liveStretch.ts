// The scene as it stands now with the stretch to rewrite marked in it, cut to size around it.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { outlineOf } from '../script/outline';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, CUT, linesWithin } from '../suggest/request/clip';
import { joinMaterial, materialIn, type Material } from '../suggest/request/material';
import { tagged } from '../suggest/request/tags';

/** The scenes that a stretch is part of, from the first one's heading to the last one's end. */
export function placeOf(script: Script, span: Span): Span {
  const outline = outlineOf(script);
  const first = outline.findLast(({ from, to, item }) => from <= span.from && (item.kind === 'scene' ? span.from < to : true));
  const next = outline.find(({ from }) => from >= Math.max(span.to, span.from + 1));
  return { from: Math.min(span.from, first?.from ?? 0), to: Math.max(span.to, next?.from ?? script.length) };
}

/**
 * The scene with `<rewrite>` around the stretch, at most `tokens` long. What is farthest from the stretch goes first,
 * the heading of its scene last; a stretch longer than all of it loses its end.
 */
export function describeStretch(script: Script, scene: Span, span: Span, tokens: number): string {
  const parts = [...materialIn(script, scene)];
  const first = parts.findIndex((part) => part.from >= span.from);
  const last = parts.findLastIndex((part) => part.from < span.to);
  const own = first < 0 ? [] : parts.slice(first, last + 1);
  const marked = tagged('rewrite', joinMaterial(own));
  let left = tokens - estimateTokens(marked) - estimateTokens(`\n\n${CUT}\n\n\n\n${CUT}\n\n`);
  if (left < 0) {
    const frame = estimateTokens(tagged('rewrite', '')) + 2;
    return tagged('rewrite', clipTo(joinMaterial(own), Math.max(0, tokens - frame)));
  }
  const [before, after] = [first < 0 ? [] : parts.slice(0, first), parts.slice(last + 1)];
  const heading = before[0]?.element.kind === 'sceneHeading' ? before[0] : undefined;
  // A line that some tool made a heading of may be longer than all there is room for.
  const named = heading ? clipTo(heading.text, Math.floor(left / 2)) : '';
  left -= named === '' ? 0 : estimateTokens(`\n\n${named}`);
  // Twice as much from before the stretch as from behind it: what led there shapes it more.
  const above = nearest((heading ? before.slice(1) : before).reverse(), Math.floor((left * 2) / 3)).reverse();
  left -= above.reduce((sum, part) => sum + costOf(part), 0);
  const below = nearest(after, left);
  const whole = above.length + (heading ? 1 : 0) === before.length;
  return [named, whole ? '' : CUT, joinMaterial(above), marked, joinMaterial(below), below.length === after.length ? '' : CUT]
    .filter((piece) => piece !== '')
    .join('\n\n');
}

/** As much of the beginning of a scene as fits. */
export function textBehind(script: Script, scene: Span, tokens: number): string {
  return linesWithin(joinMaterial(materialIn(script, scene)).split('\n'), Math.max(0, tokens)).trimEnd();
}

function nearest(parts: readonly Material[], tokens: number): Material[] {
  const taken: Material[] = [];
  let left = tokens;
  for (const part of parts) {
    left -= costOf(part);
    if (left < 0) {
      break;
    }
    taken.push(part);
  }
  return taken;
}

function costOf(part: Material): number {
  return estimateTokens(`\n\n${part.text}`);
}
