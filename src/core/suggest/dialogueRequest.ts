// What is asked of a model for one speech, within its context, in an order that lets it be cached by prefix.
import { sliceOf, type Script } from '../fountain/script';
import type { Speech } from '../script/speeches';
import type { ChatRequest } from './chat';
import { estimateTokens } from './estimateTokens';
import { describeRequest } from './request/closing';
import { contextParts } from './request/contextParts';
import { ANSWER_SCHEMA, CRAFT_RULES } from './request/craftRules';
import { describeScene, sceneSpan, speakersPresent } from './request/liveScene';
import { costOf, tagTokens } from './request/part';
import { stableParts } from './request/stableParts';
import { tagged } from './request/tags';
import { tierOf } from './request/tiers';

export interface DialogueQuestion {
  readonly script: Script;
  readonly speech: Speech;
  /** How many alternatives: 1 to 10. */
  readonly count: number;
  /** The instruction of a direction picked (see directions.ts), or what the writer typed. */
  readonly direction?: string;
  /** Alternatives of this speech that were shown before, oldest first. */
  readonly already: readonly string[];
  /** How many tokens request and answer may have together; under 2,048 counts as 2,048. */
  readonly contextTokens: number;
  /** The script as earlier requests sent it (see snapshotOf), for the part that models cache. Without it: the script. */
  readonly snapshot?: Script;
}

const MOST_COUNT = 10;
const MOST_PRESENT = 6;
/** For the roles and the marks between messages, which servers add, and for what is lost in rounding. */
const MESSAGE_TOKENS = 24;
const ROOM_STEP = 64;

/**
 * The request for alternatives to one speech. Its estimated size with the answer is never over `contextTokens`.
 * The order is for caches of exact prefixes: rules, characters, snapshot of the script, what leads up to the scene, the
 * scene with the speech marked, the writer's wish. Up to the snapshot's end nothing depends on the cursor (at 32k on
 * nothing but who is present); before the scene nothing depends on which of its speeches is asked about, as long as
 * those present are the same. Notes, boneyards and the title page are never sent, and all text of the script stands
 * between tags which it cannot close.
 */
export function dialogueRequest(question: DialogueQuestion): ChatRequest {
  const { script, speech } = question;
  const count = Math.min(MOST_COUNT, Math.max(1, Math.round(question.count)));
  const original = estimateTokens(sliceOf(script, speech.from, speech.to));
  const tier = tierOf(question.contextTokens, count * (Math.ceil(original * 1.6) + 50) + 60);
  const scene = sceneSpan(script, speech);
  const names = speakersPresent(script, scene, speech, MOST_PRESENT);
  let left = tier.inputTokens - estimateTokens(CRAFT_RULES) - MESSAGE_TOKENS - tier.closingTokens - tagTokens('scene');

  const stable = stableParts(question.snapshot ?? script, names, tier);
  left -= costOf(stable.parts);
  // The scene goes before all that leads up to it, but for a share: a long scene is better cut than left unexplained.
  const live = describeScene(script, scene, speech, Math.floor(left * (stable.wholeScript ? 0.9 : 0.7)));
  // In steps: the mark around another speech may cost a token more or less, and should move nothing before it.
  left = Math.floor((left - estimateTokens(live)) / ROOM_STEP) * ROOM_STEP;
  const context = contextParts({ script, scene, speech, names }, stable, tier, left);
  const closing = describeRequest({ ...question, count }, tier.closingTokens);

  const parts = [...stable.parts, ...context].map((part) => part.text).join('');
  return {
    messages: [
      { role: 'system', content: CRAFT_RULES },
      { role: 'user', content: `${parts}${tagged('scene', live)}\n\n${closing}` },
    ],
    maxOutputTokens: tier.outputTokens,
    answer: ANSWER_SCHEMA,
  };
}
