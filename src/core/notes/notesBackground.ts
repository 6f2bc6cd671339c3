// What a reader knows besides the pages: who the characters are, and the whole script, or its outline where that is too long.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { outlineOf } from '../script/outline';
import { estimateTokens } from '../suggest/estimateTokens';
import { describeCharacter, mainCast } from '../suggest/request/castNotes';
import { scriptMaterial } from '../suggest/request/material';
import { costOf, partOf, tagTokens, type Part } from '../suggest/request/part';
import { withoutTags } from '../suggest/request/tags';
import type { Tier } from '../suggest/request/tiers';
import type { Piece } from './notesPages';

export interface Background {
  readonly parts: readonly Part[];
  readonly wholeScript: boolean;
  /** What they take at most, whichever part of a plan they stand before. */
  readonly tokens: number;
}

interface Asked {
  readonly script: Script;
  readonly span: Span;
  readonly snapshot?: Script;
}

/** Voices are judged by lines: [how many characters, with how many of their lines], best first. */
const CAST_SHAPES = [[12, 5], [8, 5], [8, 3], [6, 3], [4, 3], [4, 2], [3, 1], [2, 1]] as const;
const MOST_CAST = 12;
const OUTLINE_SHARE = 0.2;

/**
 * The parts before the pages. The same for every part of a plan wherever the outline fits whole: then models cache them.
 * @param around where that does not fit: the scenes it is cut down around
 */
export function backgroundParts({ script, span, snapshot = script }: Asked, pages: readonly Piece[], tier: Tier, room: number, around: Span = span): Background {
  const cast = castPart(snapshot, tier);
  const head = cast ? [cast] : [];
  const left = room - costOf(head) - tagTokens('pages');
  const needed = pages.reduce((sum, { tokens }) => sum + tokens + 1, 0);
  const isAll = span.from === 0 && span.to === script.length;
  if (isAll && needed <= left) {
    return { parts: head, wholeScript: true, tokens: costOf(head) };
  }
  if (!isAll && tier.name === 'large') {
    const whole = partOf('script', scriptMaterial(snapshot));
    if (whole && whole.tokens + needed <= left) {
      return { parts: [...head, whole], wholeScript: true, tokens: costOf(head) + whole.tokens };
    }
  }
  const most = Math.max(0, Math.floor(left * OUTLINE_SHARE));
  const outline = outlinePart(script, around, most);
  // Reserved whole: cut around another part, the outline may be a line longer.
  return { parts: outline ? [...head, outline] : head, wholeScript: false, tokens: costOf(head) + most };
}

function castPart(script: Script, tier: Tier): Part | undefined {
  const names = mainCast(script, MOST_CAST);
  for (const [most, samples] of CAST_SHAPES) {
    const part = partOf('cast', names.slice(0, most).map((name) => describeCharacter(script, name, samples)).join('\n\n'));
    if (part && part.tokens <= tier.castTokens) {
      return part;
    }
  }
  return undefined;
}

/** The sections and scenes with their numbers and synopses; where they are too many, those around a stretch. */
function outlinePart(script: Script, around: Span, tokens: number): Part | undefined {
  let scene = 0;
  const items = outlineOf(script).map(({ item, from }) => {
    scene += item.kind === 'scene' ? 1 : 0;
    const title = item.kind === 'scene' ? `${scene}. ${item.heading}` : `${'#'.repeat(item.depth)} ${item.text}`;
    return { from, line: withoutTags(item.synopsis === undefined ? title : `${title} = ${item.synopsis}`) };
  });
  let left = tokens - tagTokens('outline');
  const costs = items.map(({ line }) => estimateTokens(`${line}\n`));
  const middle = Math.max(0, items.findIndex(({ from }) => from >= around.from));
  let first = middle;
  let last = middle - 1;
  for (;;) {
    const down = costs[last + 1];
    const up = first > 0 ? costs[first - 1] : undefined;
    // What follows first: pay-offs stand there; but not further ahead than twice as far as back.
    const goDown = down !== undefined && down <= left && (up === undefined || up > left || last - middle <= 2 * (middle - first));
    if (!goDown && (up === undefined || up > left)) {
      break;
    }
    left -= (goDown ? down : up) ?? 0;
    [first, last] = goDown ? [first, last + 1] : [first - 1, last];
  }
  return partOf('outline', items.slice(first, last + 1).map(({ line }) => line).join('\n'));
}
