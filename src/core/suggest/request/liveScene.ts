// The scene as it stands now, with the speech to replace marked, cut to size around it.
import type { Span } from '../../fountain/elements';
import type { Script } from '../../fountain/script';
import { outlineOf, scenesOf, type OutlineItem, type Scene } from '../../script/outline';
import { speechesOf, type Speech } from '../../script/speeches';
import { estimateTokens } from '../estimateTokens';
import { clipTo, CUT } from './clip';
import { joinMaterial, materialIn, type Material } from './material';
import { tagged } from './tags';

/** Everything before the first scene, the whole script where there is none, or the scene around the speech. */
export function sceneSpan(script: Script, speech: Speech): Span {
  return sceneSpanAt(script, speech.blockOffset + speech.cue.from);
}

/** The same around an offset. */
export function sceneSpanAt(script: Script, at: number): Span {
  const inside = outlineOf(script).findLast(({ from, item }) => from <= at && item.kind === 'scene');
  if (inside && at < inside.to) {
    return inside;
  }
  const before = outlineOf(script).findLast(({ from }) => from <= at);
  const after = outlineOf(script).find(({ from }) => from > at);
  return { from: before?.from ?? 0, to: after?.from ?? script.length };
}

/**
 * Who speaks in the scene: the speaker first, then the others, the nearest to the speech first, at most `most`.
 */
export function speakersPresent(script: Script, scene: Span, speech: Speech, most: number): readonly string[] {
  const near = speechesOf(script, scene)
    .map((other) => ({ name: other.name, distance: Math.abs(other.from - speech.from) }))
    .sort((a, b) => a.distance - b.distance);
  return [...new Set([speech.name, ...near.map((other) => other.name)])].slice(0, most);
}

/** The last scenes before an offset, in order, at most `most`. */
export function scenesBefore(script: Script, from: number, most: number): readonly OutlineItem<Scene>[] {
  const before = scenesOf(script).filter((scene) => scene.from < from);
  return most > 0 ? before.slice(-most) : [];
}

/** Scenes as one text that ends with the last of them: its head is cut away when it does not fit. */
export function scenesText(script: Script, scenes: readonly OutlineItem<Scene>[], tokens: number): string {
  const parts = scenes.flatMap((scene) => [...materialIn(script, scene)]);
  let left = tokens - estimateTokens(`${CUT}\n\n`);
  let first = parts.length;
  while (first > 0) {
    left -= costOf(parts[first - 1]);
    if (left < 0) {
      break;
    }
    first--;
  }
  const text = joinMaterial(parts.slice(first));
  return first === 0 || text === '' ? text : `${CUT}\n\n${text}`;
}

function costOf(part: Material | undefined): number {
  return part === undefined ? 0 : estimateTokens(`\n\n${part.text}`);
}

interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * The parts around the speech that fit in `tokens`: two before it for one behind, for what led to a line shapes it
 * more than what follows; where one side ends the other has the rest.
 */
function windowAround(parts: readonly Material[], middle: Window, tokens: number): Window {
  let { first, last } = middle;
  let left = tokens;
  let before = 0;
  let after = 0;
  for (;;) {
    const up = first > 0 ? costOf(parts[first - 1]) : Infinity;
    const down = last < parts.length - 1 ? costOf(parts[last + 1]) : Infinity;
    const goUp = up <= left && (down > left || before <= 2 * after);
    if (!goUp && down > left) {
      return { first, last };
    }
    if (goUp) {
      first--;
      left -= up;
      before += up;
    } else {
      last++;
      left -= down;
      after += down;
    }
  }
}

/**
 * The scene with `<replace>` around the cue and its speech, at most `tokens` long: its heading stays, what is farthest
 * from the speech goes. A speech longer than all of it loses its end.
 */
export function describeScene(script: Script, scene: Span, speech: Speech, tokens: number): string {
  const parts = [...materialIn(script, scene)];
  const cueAt = speech.blockOffset + speech.cue.from;
  const first = parts.findIndex((part) => part.from >= cueAt);
  const last = parts.findLastIndex((part) => part.from < speech.to);
  const marked = tagged('replace', joinMaterial(parts.slice(first, last + 1)));
  const heading = first > 0 && parts[0]?.element.kind === 'sceneHeading' ? parts[0] : undefined;
  const frame = estimateTokens(`${heading?.text ?? ''}\n\n${CUT}\n\n\n\n${CUT}\n\n`);
  const room = tokens - frame - estimateTokens(marked);
  if (room < 0) {
    const tags = estimateTokens(tagged('replace', ''));
    return tagged('replace', clipTo(joinMaterial(parts.slice(first, last + 1)), Math.max(0, tokens - tags - 1)));
  }
  const body = heading ? parts.slice(1) : parts;
  const shift = heading ? 1 : 0;
  const window = windowAround(body, { first: first - shift, last: last - shift }, room);
  const above = joinMaterial(body.slice(window.first, first - shift));
  const below = joinMaterial(body.slice(last + 1 - shift, window.last + 1));
  return [
    heading?.text,
    window.first > 0 ? CUT : undefined,
    above,
    marked,
    below,
    window.last < body.length - 1 ? CUT : undefined,
  ]
    .filter((piece) => piece !== undefined && piece !== '')
    .join('\n\n');
}
