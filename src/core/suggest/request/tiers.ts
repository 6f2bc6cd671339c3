// How much a request may take, and how it is shared out, by the size of the model's context.

export type TierName = 'small' | 'medium' | 'large';

export interface Tier {
  readonly name: TierName;
  /** How many scenes before the live one are worth sending where the script is not. */
  readonly scenesBefore: number;
  /** For everything that is sent. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** For the notes on the main characters: by the context alone, so that they are the same from one speech to the next. */
  readonly castTokens: number;
  /** For the snapshot of the script: by the context alone, likewise. */
  readonly snapshotTokens: number;
  /** Kept for the end of the request, used or not: what was shown so far must not move the parts before it. */
  readonly closingTokens: number;
}

const CAST_SHARE: Readonly<Record<TierName, number>> = { small: 0.18, medium: 0.1, large: 0.015 };
/** Below this no request makes sense; a smaller figure is taken as this one. */
const LEAST_CONTEXT = 2048;
/** Models that think first need room for it; none needs more than this for a few lines. */
const MOST_OUTPUT = 6144;
/** What rules, live scene and request take at least, beside a snapshot. */
const REST_TOKENS = 3800;

/**
 * The tier of a context of so many tokens: at 64k the whole script is sent, at 32k all that those present say, below
 * the scene and its neighbours. A published study found the salient scenes to do better than a whole script cut short.
 * @param answerTokens what the alternatives asked for may take at most
 */
export function tierOf(contextTokens: number, answerTokens: number): Tier {
  const context = Math.max(LEAST_CONTEXT, Math.floor(contextTokens));
  const name = context >= 64_000 ? 'large' : context >= 32_000 ? 'medium' : 'small';
  const usual = Math.min(MOST_OUTPUT, Math.floor(context / (name === 'large' ? 16 : 4)));
  // In the smallest the rules alone take half.
  const most = Math.floor(context / (context < 4096 ? 4 : 2));
  const outputTokens = Math.min(most, Math.max(answerTokens, usual));
  const castTokens = context < 4096 ? 0 : Math.min(4000, Math.floor(context * CAST_SHARE[name]));
  const inputTokens = context - outputTokens;
  const snapshotTokens = context - usual - castTokens - REST_TOKENS;
  const closingTokens = Math.min(1200, Math.floor(inputTokens * 0.2));
  const scenesBefore = context <= 8192 ? 2 : context < 32_000 ? 4 : 6;
  return { name, scenesBefore, inputTokens, outputTokens, castTokens, snapshotTokens, closingTokens };
}
