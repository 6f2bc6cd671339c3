// What is asked of a model for a rewrite, within its context, in an order that lets it be cached by prefix.
import type { Wish } from '../drafts/draft';
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import { speechesOf } from '../script/speeches';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo } from '../suggest/request/clip';
import { contextParts } from '../suggest/request/contextParts';
import { joinMaterial, materialIn } from '../suggest/request/material';
import { costOf, partOf, tagTokens, type Part } from '../suggest/request/part';
import { stableParts } from '../suggest/request/stableParts';
import { tagged } from '../suggest/request/tags';
import { tierOf, type Tier } from '../suggest/request/tiers';
import { describeStretch, placeOf, textBehind } from './liveStretch';
import { describeWish } from './rewriteClosing';
import { REWRITE_RULES } from './rewriteRules';

export interface RewriteQuestion {
  readonly script: Script;
  /** The stretch: whole blocks (see stretchOf), not empty. */
  readonly span: Span;
  /** The instruction of a direction picked, or what the writer typed. */
  readonly direction?: string;
  readonly wish?: Wish;
  /** A scene to take the manner from. */
  readonly like?: Span;
  /** How many tokens request and answer may have together; under 2,048 counts as 2,048. */
  readonly contextTokens: number;
  /** The script as earlier requests sent it (see snapshotOf), for the part that models cache. Without it: the script. */
  readonly snapshot?: Script;
}

const MOST_PRESENT = 6;
/** For the roles and the marks between messages, which servers add, and for what is lost in rounding. */
const MESSAGE_TOKENS = 24;
const ROOM_STEP = 64;
/** A rewrite may grow by half; thinking models take their part too. */
const GROWTH = 1.5;
const LEAST_ANSWER = 400;
const TOKENS_A_LINE = 16;
const LINES_A_PAGE = 54;

/**
 * The request for a new version of a stretch. Its estimated size with the answer is never over `contextTokens`. The
 * order is dialogueRequest's: rules, characters, snapshot of the script, what leads up to the scene, the scene with the
 * stretch marked, what comes behind it, the wish. Up to the snapshot's end nothing depends on the stretch where the
 * whole script is sent, and only on who is present where it is not. Notes, boneyards and the title page are never sent,
 * and all text of the script stands between tags which it cannot close. Ask stretchFits first: a stretch that is too
 * long for the context is cut at its end here.
 */
export function rewriteRequest(question: RewriteQuestion): ChatRequest {
  const { script, span } = question;
  const stretch = joinMaterial(materialIn(script, span));
  const tokens = estimateTokens(stretch);
  const tier = roomFor(tokens, tierOf(question.contextTokens, answerTokens(tokens, question.wish)));
  const scene = placeOf(script, span);
  const names = speakersIn(script, span, scene);
  let left = tier.inputTokens - estimateTokens(REWRITE_RULES) - MESSAGE_TOKENS - tier.closingTokens - tagTokens('scene');

  const stable = stableParts(question.snapshot ?? script, names, tier);
  left -= costOf(stable.parts);
  const live = describeStretch(script, scene, span, Math.floor(left * (stable.wholeScript ? 0.9 : 0.8)));
  left = Math.floor((left - estimateTokens(live)) / ROOM_STEP) * ROOM_STEP;
  const like = likePart(question, Math.floor(left * 0.5));
  left -= costOf(like);
  const after = stable.wholeScript ? [] : afterPart(script, scene, Math.floor(left * 0.2));
  left -= costOf(after);
  const context = contextParts({ script, scene, speech: { name: names[0] ?? '' }, names }, stable, tier, Math.max(0, left));
  const closing = describeWish(question, stretch, tier.closingTokens);

  const parts = [...stable.parts, ...context].map((part) => part.text).join('');
  const behind = [...after, ...like].map((part) => part.text).join('');
  return {
    messages: [
      { role: 'system', content: REWRITE_RULES },
      { role: 'user', content: `${parts}${tagged('scene', live)}\n\n${behind}${closing}` },
    ],
    maxOutputTokens: tier.outputTokens,
  };
}

/** Whether a stretch, and an answer as long, fit in a context: else a rewrite of it would lose its end. */
export function stretchFits(script: Script, span: Span, contextTokens: number): boolean {
  const tokens = estimateTokens(joinMaterial(materialIn(script, span)));
  const tier = tierOf(contextTokens, answerTokens(tokens, {}));
  const room = tier.inputTokens - estimateTokens(REWRITE_RULES) - MESSAGE_TOKENS - tier.closingTokens - tagTokens('scene') - tagTokens('rewrite') - tier.castTokens;
  return tokens <= room * 0.8 && tokens * 1.1 <= tier.outputTokens;
}

/** What the answer may take: about the stretch again and half as much, or what was wished for. */
function answerTokens(stretch: number, wish: Wish = {}): number {
  const lines = Math.max(wish.lines ?? 0, ((wish.eighths ?? 0) * LINES_A_PAGE) / 8);
  return Math.ceil(Math.max(LEAST_ANSWER, stretch * GROWTH, lines * TOKENS_A_LINE * GROWTH)) + 60;
}

/** The tier with less of the script's snapshot where the stretch itself is so long that it would not fit beside it. */
function roomFor(stretch: number, tier: Tier): Tier {
  const fixed = estimateTokens(REWRITE_RULES) + MESSAGE_TOKENS + tier.closingTokens + tier.castTokens + 2 * tagTokens('scene');
  const most = tier.inputTokens - fixed - Math.ceil(stretch * 1.3);
  return most >= tier.snapshotTokens ? tier : { ...tier, snapshotTokens: Math.max(0, most) };
}

/** Who speaks: those of the stretch who say most, then those of the scene around it. */
function speakersIn(script: Script, span: Span, scene: Span): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name, words } of speechesOf(script, span)) {
    counts.set(name, (counts.get(name) ?? 0) + words + 1);
  }
  const own = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return [...new Set([...own, ...speechesOf(script, scene).map(({ name }) => name)])].slice(0, MOST_PRESENT);
}

function likePart({ script, like }: RewriteQuestion, tokens: number): Part[] {
  if (!like) {
    return [];
  }
  const part = partOf('like', clipTo(joinMaterial(materialIn(script, like)), Math.max(0, tokens - tagTokens('like'))));
  return part && part.tokens <= tokens ? [part] : [];
}

/** The beginning of what follows: the new version must still lead there. */
function afterPart(script: Script, scene: Span, tokens: number): Part[] {
  const next = scenesOf(script).find(({ from }) => from >= scene.to);
  const part = next && partOf('after', textBehind(script, next, tokens - tagTokens('after')));
  return part && part.tokens <= tokens ? [part] : [];
}
