// What is asked of a model for scenarios: what could happen instead, in an order that lets it be cached by prefix.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, linesWithin } from '../suggest/request/clip';
import { costOf, tagTokens, type Part } from '../suggest/request/part';
import { tagged, withoutTags } from '../suggest/request/tags';
import { tierOf } from '../suggest/request/tiers';
import { scenesTouched, scopeSpan } from './place';
import { SCENARIO_RULES, SCENARIO_SCHEMA, STORY_RULES } from './rules';
import type { Scenario, Scope } from './scenario';
import { contextScenes, headParts, stretchText } from './storyParts';

/** What of an earlier scenario is told, so that others come. */
export type Shown = Pick<Scenario, 'title' | 'logline' | 'beats'>;

export interface ScenariosQuestion {
  readonly script: Script;
  /** The stretch, or a cursor: widened to whole scenes as `kind` says. */
  readonly span: Span;
  /** Without it: the scenes that the span touches. */
  readonly kind?: Scope['kind'];
  /** How many scenarios: 1 to 8. */
  readonly count: number;
  /** The writer's wish in their words. */
  readonly steer?: string;
  /** Those shown before for this stretch, oldest first, whatever became of them. */
  readonly already: readonly Shown[];
  /** How many tokens request and answer may have together; under 2,048 counts as 2,048. */
  readonly contextTokens: number;
  /** The script as earlier requests sent it (see snapshotOf). Without it: the script. */
  readonly snapshot?: Script;
}

const MOST_COUNT = 8;
/** What one scenario takes at most, as a rule: seven beats and five consequences, with the form around them. */
const SCENARIO_TOKENS = 420;
const MESSAGE_TOKENS = 24;
const MOST_STRETCH = 8000;
const STEER_TOKENS = 400;
const SHOWN_TOKENS = 130;

/** How one names the scenes of a stretch: "scene 12, INT. HOUSE - DAY". */
function sceneName(script: Script, index: number): string {
  const item = scenesOf(script)[index]?.item;
  return item ? withoutTags(clipTo(`${item.number === undefined ? '' : `scene ${item.number}, `}${item.heading}`, 60)) : '';
}

function whereItIs(script: Script, range: { first: number; last: number } | undefined, kind: Scope['kind']): string {
  if (!range) {
    return '';
  }
  const from = sceneName(script, range.first);
  if (kind === 'toEnd') {
    return `It goes from ${from} to the end of the script: say how the story goes on and ends.`;
  }
  return range.first === range.last ? `It is ${from}.` : `It goes from ${from} to ${sceneName(script, range.last)}.`;
}

/** One that was shown, on one line. */
function shownLine({ title, logline, beats }: Shown): string {
  const told = `${title}: ${[logline, ...beats].filter((text) => text !== '').join(' / ')}`;
  return `- ${clipTo(withoutTags(told.replace(/\s+/gu, ' ').trim()), SHOWN_TOKENS)}`;
}

/** The last part of a request, in `room` tokens: what was shown gives way first, the wish is only cut when it is a page. */
function closing(question: ScenariosQuestion, range: { first: number; last: number } | undefined, kind: Scope['kind'], room: number): string {
  const { script, already } = question;
  const count = countOf(question);
  const steer = question.steer?.trim() ?? '';
  const asked = [
    `Propose ${count} ${count === 1 ? 'scenario' : 'scenarios'} for what could happen instead in <stretch>${count === 1 ? '.' : ', each turning on something else.'}`,
    whereItIs(script, range, kind),
    already.length > 0 ? 'None may share its main events with one in <shown>: let other people act, other things come out, other prices be paid.' : '',
    steer === '' ? '' : "The writer's direction goes before every rule but those on facts, language and form:",
  ].filter((line) => line !== '').join('\n');
  let left = room - estimateTokens(asked) - tagTokens('direction') - tagTokens('shown') - 4;
  const wished = steer === '' ? '' : clipTo(withoutTags(steer), Math.max(0, Math.min(STEER_TOKENS, left)));
  left -= estimateTokens(wished);
  const shown = linesWithin(already.map(shownLine).reverse(), left).split('\n').reverse().join('\n');
  return `${shown === '' ? '' : `${tagged('shown', shown)}\n\n`}${asked}${wished === '' ? '' : `\n${tagged('direction', wished)}`}`;
}

function countOf({ count }: ScenariosQuestion): number {
  return Math.min(MOST_COUNT, Math.max(1, Math.round(count)));
}

/**
 * The request for scenarios of a stretch. Its estimated size with the answer is never over `contextTokens`. The order is
 * for caches of exact prefixes: rules, characters, the whole script or its outline, the task, the scenes that matter to the
 * stretch, the stretch, what was shown, the wish. Up to the task's end nothing depends on the stretch, and up to the script's
 * nothing on the task: developing a scenario finds it cached. Notes,
 * boneyards and the title page are never sent, and all text of the script stands between tags which it cannot close.
 */
export function scenariosRequest(question: ScenariosQuestion): ChatRequest {
  const { script, kind = 'range' } = question;
  const span = scopeSpan(script, question.span, kind);
  const range = scenesTouched(script, span);
  const tier = tierOf(question.contextTokens, countOf(question) * SCENARIO_TOKENS + 60);
  const free = tier.inputTokens - estimateTokens(STORY_RULES) - estimateTokens(`${SCENARIO_RULES}\n\n`) - MESSAGE_TOKENS - tier.closingTokens - tagTokens('stretch');
  const head = headParts(question.snapshot ?? script, tier, free);
  const room = free - costOf(head.parts);
  const stretch = stretchText(script, span, range, Math.max(0, Math.min(MOST_STRETCH, Math.floor(room * (head.wholeScript ? 0.95 : 0.6)))));
  const context = contextScenes(script, range, head, room - estimateTokens(stretch) - 2);
  const texts = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
  return {
    messages: [
      { role: 'system', content: STORY_RULES },
      { role: 'user', content: `${texts(head.parts)}${SCENARIO_RULES}\n\n${texts(context)}${tagged('stretch', stretch)}\n\n${closing(question, range, kind, tier.closingTokens)}` },
    ],
    maxOutputTokens: tier.outputTokens,
    answer: SCENARIO_SCHEMA,
  };
}
