// The parts of a request about the story: the script or its outline, the stretch, and the scenes that matter to it.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { outlineOf, scenesOf, type Scene, type Section } from '../script/outline';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, CUT, firstThatFits } from '../suggest/request/clip';
import { joinMaterial, materialIn } from '../suggest/request/material';
import { partOf, tagTokens, type Part } from '../suggest/request/part';
import { stableParts } from '../suggest/request/stableParts';
import { withoutTags } from '../suggest/request/tags';
import type { Tier } from '../suggest/request/tiers';
import { sceneTextsOf, salientScenes, type SceneRange } from './salience';

/** The head of a request: the same whatever stretch is asked about. */
export interface Head {
  readonly parts: readonly Part[];
  readonly wholeScript: boolean;
  /** Whether every scene is named in it. */
  readonly wholeOutline: boolean;
}

/** Story matters more than voices here: of the context notes on the cast take no more than this, an outline no more than that. */
const CAST_SHARE = 0.06;
const OUTLINE_SHARE = 0.2;
/** Of what is free both together take no more than this, where rules fill most of a small context. */
const HEAD_SHARE = 0.6;
const MOST_SPEAKERS = 5;
/** A scene with fewer tokens left than this says nothing. */
const LEAST_SCENE = 60;

function outlineLine(item: Scene | Section, speakers: boolean, synopsis: boolean): string {
  const told = synopsis && item.synopsis !== undefined ? ` = ${item.synopsis}` : '';
  if (item.kind === 'section') {
    return withoutTags(`${'#'.repeat(item.depth)} ${item.text}${told}`);
  }
  const number = item.number === undefined ? '' : `${item.number}  `;
  const cast = speakers && item.characters.length > 0 ? ` (${item.characters.slice(0, MOST_SPEAKERS).join(', ')}${item.characters.length > MOST_SPEAKERS ? ', ...' : ''})` : '';
  return withoutTags(`${number}${item.heading}${cast}${told}`);
}

/** Every section and scene on a line: with speakers and synopsis, with the synopsis, or bare, whichever fits; nothing where none does. */
export function outlineText(script: Script, tokens: number): string {
  const items = outlineOf(script).map(({ item }) => item);
  const shapes = [[true, true], [false, true], [false, false]] as const;
  return firstThatFits(shapes.map(([speakers, synopsis]) => items.map((item) => outlineLine(item, speakers, synopsis)).join('\n')), tokens);
}

/**
 * The parts that are cached: notes on the main characters, then the whole script where it fits, else its outline where
 * that fits. By the script and the context alone, so that it is the same for scenarios, plans and scenes (but for contexts
 * so small that no server caches what would fit).
 * @param script the snapshot: not the script as it changes under the writer's hands
 * @param room what rules and the request's end leave
 */
export function headParts(script: Script, tier: Tier, room: number): Head {
  const context = tier.inputTokens + tier.outputTokens;
  const cast = { ...tier, castTokens: Math.floor(Math.min(tier.castTokens, context * CAST_SHARE, room * HEAD_SHARE * 0.25)) };
  if (tier.name === 'large') {
    const whole = stableParts(script, [], cast);
    if (whole.wholeScript) {
      return { parts: whole.parts, wholeScript: true, wholeOutline: true };
    }
  }
  const head = stableParts(script, [], { ...cast, name: 'small' }).parts;
  const outline = partOf('outline', outlineText(script, Math.floor(Math.min(context * OUTLINE_SHARE, room * HEAD_SHARE * 0.75)) - tagTokens('outline')));
  return { parts: outline ? [...head, outline] : head, wholeScript: false, wholeOutline: outline !== undefined };
}

/** Texts in order, each cut so far that all fit in `tokens`: short ones stay whole, the long ones give way. Empty where not even their first lines fit. */
export function evenly(texts: readonly string[], tokens: number): string {
  const sizes = texts.map((text) => estimateTokens(`${text}\n\n`));
  const total = (most: number): number => sizes.reduce((sum, size) => sum + Math.min(size, most + 3), 0);
  if (sizes.reduce((sum, size) => sum + size, 0) <= tokens) {
    return texts.join('\n\n');
  }
  let low = 0;
  let high = tokens;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (total(middle) <= tokens) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < LEAST_SCENE && texts.length > 1 ? '' : texts.map((text, index) => ((sizes[index] ?? 0) <= low + 3 ? text : clipTo(text, low))).join('\n\n');
}

/** The stretch as it stands, in `tokens`; of one far too long the outline, and of that as much as fits. */
export function stretchText(script: Script, span: Span, range: SceneRange | undefined, tokens: number): string {
  const whole = joinMaterial(materialIn(script, span));
  if (!range || estimateTokens(whole) <= tokens) {
    return clipTo(whole, tokens);
  }
  const texts = sceneTextsOf(script).slice(range.first, range.last + 1);
  const items = scenesOf(script).slice(range.first, range.last + 1).map(({ item }) => item);
  const lines = items.map((item) => outlineLine(item, true, true));
  return evenly(texts, tokens) || firstThatFits([lines.join('\n'), items.map((item) => outlineLine(item, false, false)).join('\n')], tokens) || clipTo(lines.join('\n'), tokens);
}

/** The scenes that matter most, in the script's order, and which they are. */
function scenesWithin(script: Script, order: readonly number[], tokens: number): { text: string; taken: ReadonlySet<number> } {
  const texts = sceneTextsOf(script);
  const taken = new Map<number, string>();
  let left = tokens;
  for (const index of order) {
    const text = texts[index] ?? '';
    const room = left - estimateTokens('\n\n') - 1;
    const kept = estimateTokens(text) <= room ? text : room >= LEAST_SCENE * 2 && taken.size < 3 ? clipTo(text, room) : '';
    if (kept !== '') {
      taken.set(index, kept);
      left -= estimateTokens(`${kept}\n\n`) + 1;
    }
    if (left < LEAST_SCENE) {
      break;
    }
  }
  const inOrder = [...taken].sort(([a], [b]) => a - b);
  // Where scenes between are missing, the reader should know.
  const text = inOrder.map(([index, each], at) => (at > 0 && inOrder[at - 1]?.[0] !== index - 1 ? `${CUT}\n\n${each}` : each)).join('\n\n');
  return estimateTokens(text) <= tokens ? { text, taken: new Set(taken.keys()) } : scenesWithin(script, order, tokens - estimateTokens(`${CUT}\n\n`) * taken.size - 1);
}

/** As many of the lines of the outline as fit, those of the scenes that matter most, in the script's order. */
function linesOfSalient(script: Script, order: readonly number[], tokens: number): string {
  const scenes = scenesOf(script);
  const chosen: number[] = [];
  let left = tokens;
  for (const index of order) {
    const item = scenes[index]?.item;
    left -= item ? estimateTokens(`${outlineLine(item, false, false)}\n`) : 0;
    if (left < 0) {
      break;
    }
    chosen.push(index);
  }
  return chosen.sort((a, b) => a - b).flatMap((index) => (scenes[index] ? [outlineLine(scenes[index].item, false, false)] : [])).join('\n');
}

/**
 * The parts between the head and the stretch, in `room` tokens: the scenes that matter most to it, and, where the head has
 * no outline, the lines of as many others as fit.
 */
export function contextScenes(script: Script, range: SceneRange | undefined, head: Head, room: number): Part[] {
  if (head.wholeScript || !range) {
    return [];
  }
  const order = salientScenes(script, range);
  const forLines = head.wholeOutline ? 0 : Math.floor(room * 0.35);
  const scenes = room - forLines > LEAST_SCENE * 2 ? scenesWithin(script, order, room - forLines - tagTokens('scenes')) : { text: '', taken: new Set<number>() };
  const part = partOf('scenes', scenes.text);
  const rest = room - (part?.tokens ?? 0) - tagTokens('outline');
  const lines = head.wholeOutline || rest < 0 ? undefined : partOf('outline', linesOfSalient(script, order.filter((index) => !scenes.taken.has(index)), rest));
  return [lines, part].filter((each) => each !== undefined && each.tokens <= room) as Part[];
}
