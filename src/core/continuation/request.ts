// What is asked of a model for the next line or beat: small, quick, and in an order that lets it be cached by prefix.
import type { Script } from '../fountain/script';
import { speechesOf } from '../script/speeches';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo } from '../suggest/request/clip';
import { contextParts } from '../suggest/request/contextParts';
import { sceneSpanAt } from '../suggest/request/liveScene';
import { costOf, tagTokens } from '../suggest/request/part';
import { stableParts } from '../suggest/request/stableParts';
import { tagged, withoutTags } from '../suggest/request/tags';
import { tierOf } from '../suggest/request/tiers';
import { CONTINUATION_ANSWER, CONTINUATION_RULES } from './rules';
import { MOST_WORDS } from './checkContinuation';
import { describeHere } from './here';
import type { ContinuationPlace } from './place';

export interface ContinuationQuestion {
  readonly place: ContinuationPlace;
  /** 1 to 5. */
  readonly count: number;
  /** Of request and answer together. */
  readonly contextTokens: number;
  /** What was offered at this place before: not to be offered again. */
  readonly already?: readonly string[];
  /** The script as earlier requests sent it (see snapshotOf), for the notes on its people. Without it: the script. */
  readonly snapshot?: Script;
}

/**
 * However much a model can read, a next line must come quickly: the scene, what leads up to it, the voices of those present.
 * With a whole script it would be seconds later on most machines.
 */
const MOST_CONTEXT = 12_000;
const MESSAGE_TOKENS = 24;
const MOST_PRESENT = 6;
const MOST_SHOWN = 6;

/** The request. Its estimated size with the answer is never over `contextTokens`, nor over 12,000. */
export function continuationRequest({ place, count, contextTokens, already = [], snapshot }: ContinuationQuestion): ChatRequest {
  const { script, offset } = place;
  const wanted = Math.min(5, Math.max(1, Math.round(count)));
  const tier = tierOf(Math.min(contextTokens, MOST_CONTEXT), wanted * 150 + 60);
  const scene = sceneSpanAt(script, offset > 0 && place.wants !== 'words' ? offset - 1 : offset);
  const names = present(place, scene).slice(0, MOST_PRESENT);
  const closing = shownBefore(already) + describeWish(place, wanted);
  let left = tier.inputTokens - estimateTokens(CONTINUATION_RULES) - MESSAGE_TOKENS - estimateTokens(closing) - tagTokens('scene');
  const stable = stableParts(snapshot ?? script, names, tier);
  left -= costOf(stable.parts);
  const live = describeHere(script, scene, offset, Math.floor(left * 0.7));
  left = Math.max(0, left - estimateTokens(live));
  const context = contextParts({ script, scene, speech: { name: names[0] ?? '' }, names }, stable, tier, left);
  const parts = [...stable.parts, ...context].map((part) => part.text).join('');
  return {
    messages: [
      { role: 'system', content: CONTINUATION_RULES },
      { role: 'user', content: `${parts}${tagged('scene', live)}\n\n${closing}` },
    ],
    maxOutputTokens: tier.outputTokens,
    answer: CONTINUATION_ANSWER,
  };
}

/** Whose voices are needed: who would speak next first, then the others of the scene. */
function present(place: ContinuationPlace, scene: { readonly from: number; readonly to: number }): string[] {
  const first = place.wants === 'next' ? place.speakers.map(({ name }) => name) : place.speaker ? [place.speaker.name] : [];
  const near = speechesOf(place.script, scene)
    .map(({ name, from }) => ({ name, distance: Math.abs(from - place.offset) }))
    .sort((a, b) => a.distance - b.distance);
  return [...new Set([...first, ...near.map(({ name }) => name)])];
}

/** The latest of what was offered before, and that it is not wanted. */
function shownBefore(already: readonly string[]): string {
  const lines = already.slice(-MOST_SHOWN).map((text) => `- ${clipTo(withoutTags(text.replace(/\s+/gu, ' ').trim()), 60)}`);
  return lines.length === 0 ? '' : `${tagged('shown', lines.join('\n'))}\n\nThe writer did not want what is listed in <shown>: go another way. `;
}

/** The end of the request: what may come at <here>. */
function describeWish(place: ContinuationPlace, count: number): string {
  const times = count === 1 ? '1 continuation' : `${count} different continuations`;
  if (place.wants === 'rest') {
    const who = place.speaker ? `what ${quoted(place.speaker.written)} is saying` : 'a line of action';
    return `The writer is in the middle of ${who}. Write ${times}: only the rest of that line, from exactly where it stops before <here>, at most ${MOST_WORDS.rest} words, usually under 15. Do not repeat what stands there. Begin with a space where a new word begins. "intent" is ${place.speaker ? `"${quoted(place.speaker.written)}"` : '"action"'}.`;
  }
  if (place.wants === 'words') {
    const { written } = place.speaker;
    return `At <here> ${quoted(written)} is about to speak: the cue is written. Write ${times}: what they say, at most ${MOST_WORDS.spoken} words, usually a sentence or two. "intent" is "${quoted(written)}".`;
  }
  const names = place.speakers.map(({ written }) => quoted(written));
  const action = `one paragraph of action, at most ${MOST_WORDS.action} words, usually one or two sentences, with "intent" "action"`;
  const behind = place.follower ? `Right behind <here> ${quoted(place.follower.written)} speaks already: give no speech of theirs, and let theirs still follow. ` : '';
  if (names.length === 0) {
    return `${behind}Write ${times} of the screenplay at <here>: each ${action}.`;
  }
  const speech = `one speech with "intent" the speaker's name as it is written (${names[0] ?? ''} would speak next${names.length > 1 ? `; also possible: ${names.slice(1).join(', ')}` : ''})`;
  if (place.forced) {
    return `${behind}Write ${times} of the screenplay at <here>: each ${speech}.`;
  }
  const most = place.speechFirst ? `The first ${count === 1 ? 'is' : 'ones are'} a speech, the last may be action.` : 'The first ones are action, the last may be a speech.';
  return `${behind}Write ${times} of the screenplay at <here>: each ${speech}, or ${action}. ${most}`;
}

/** A name between our own words: on one line, and unable to open a tag. */
function quoted(name: string): string {
  return withoutTags(name.replace(/["\s]+/gu, ' ').trim()).slice(0, 60);
}
