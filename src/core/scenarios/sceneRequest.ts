// Develop, second half: the request to write one scene of a plan, given what stands before it.
import type { Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { mentionsOf } from '../script/mentions';
import { scenesOf } from '../script/outline';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { describeCharacter } from '../suggest/request/castNotes';
import { clipTo, CUT, firstThatFits } from '../suggest/request/clip';
import { partOf, tagTokens } from '../suggest/request/part';
import { tagged, withoutTags } from '../suggest/request/tags';
import { alignPlan } from './alignPlan';
import { developParts, developTier, type Developing } from './developParts';
import { rangeOf } from './plan';
import { STORY_RULES } from './rules';
import { sceneTextsOf } from './salience';
import type { DevelopedScene, Placed } from './scenario';
import { headingLine } from './writtenScene';

export interface SceneQuestion {
  readonly script: Script;
  /** With its plan in `scenes`: those before `index` that are to be written have their text by now, or are told by their beat. */
  readonly scenario: Developing & { readonly scenes: readonly DevelopedScene[] };
  readonly place: Placed;
  /** Which scene of the plan to write. */
  readonly index: number;
  readonly contextTokens: number;
  readonly snapshot?: Script;
}

const MOST_VOICES = 5;

/** The script's scene behind each line of the plan, as an index into scenesOf. */
function scenesOfPlan({ script, scenario, place }: SceneQuestion): ReadonlyMap<number, number> {
  const { first, last } = rangeOf(script, place);
  return new Map(alignPlan(script, scenario.scenes, first, last).flatMap(({ plan, scene }) => (plan === undefined || scene === undefined ? [] : [[plan, scene] as const])));
}

/** Who is likely to speak: those of the scene it changes, and those its beat names; then those of the scene before. */
function speakers(question: SceneQuestion, own: number | undefined, before: number | undefined): string[] {
  const { script, scenario, index } = question;
  const all = charactersOf(script).map(({ name }) => name);
  const beat = scenario.scenes[index]?.beat ?? '';
  const inBeat = all.filter((name) => mentionsOf(name, all)(beat).length > 0);
  const scenes = scenesOf(script);
  const there = [own, before].flatMap((at) => (at === undefined ? [] : (scenes[at]?.item.characters ?? [])));
  const named = inBeat.length > 0 ? [...inBeat, ...(own === undefined ? [] : (scenes[own]?.item.characters ?? []))] : there;
  return [...new Set(named)].slice(0, MOST_VOICES);
}

function planText(scenes: readonly DevelopedScene[], tokens: number): string {
  const line = ({ fate, heading, beat }: DevelopedScene, at: number, told: boolean): string =>
    withoutTags(`${at + 1}. ${fate === 'drop' ? 'dropped: ' : fate === 'keep' ? 'as it is: ' : ''}${clipTo(heading, 60)}${told && beat !== '' ? `: ${clipTo(beat.replace(/\s+/gu, ' '), 120)}` : ''}`);
  return firstThatFits([true, false].map((told) => scenes.map((scene, at) => line(scene, at, told)).join('\n')), tokens);
}

/** The scenes of the plan before this one as they read now, the last ones whole: first to go is what is farthest away. */
function writtenText({ script, scenario, index }: SceneQuestion, own: ReadonlyMap<number, number>, tokens: number): string {
  const texts = scenario.scenes.slice(0, index).flatMap((scene, at) => {
    const kept = own.get(at);
    const text = scene.fate === 'drop' ? '' : scene.fate !== 'keep' && scene.text !== undefined ? withoutTags(scene.text.trim()) : scene.fate === 'keep' && kept !== undefined ? (sceneTextsOf(script)[kept] ?? '') : '';
    return text === '' ? [] : [text];
  });
  const taken: string[] = [];
  let left = tokens - estimateTokens(`${CUT}\n\n`);
  for (const text of texts.reverse()) {
    const fits = estimateTokens(`${text}\n\n`) + 1 <= left;
    const part = fits ? text : taken.length === 0 ? clipTo(text, Math.max(0, left - 4)) : '';
    if (part === '') {
      break;
    }
    taken.push(part);
    left -= estimateTokens(`${part}\n\n`) + 1;
  }
  return [...(taken.length < texts.length && taken.length > 0 ? [CUT] : []), ...taken.reverse()].join('\n\n');
}

function voicesText(script: Script, names: readonly string[], tokens: number): string {
  return firstThatFits([8, 5, 3, 1].map((samples) => names.map((name) => describeCharacter(script, name, samples)).join('\n\n')), tokens);
}

/** What is asked for at the end: which scene, what happens in it, what comes next. */
function asked(question: SceneQuestion, own: ReadonlyMap<number, number>): string {
  const { script, scenario, index } = question;
  const scene = scenario.scenes[index];
  const next = scenario.scenes.slice(index + 1).find(({ fate }) => fate !== 'drop');
  const at = own.get(index);
  const original = at === undefined ? undefined : scenesOf(script)[at]?.item;
  const heading = withoutTags(headingLine(scene?.heading ?? '') ?? 'INT. SCENE');
  const told = (text: string): string => clipTo(withoutTags(text.replace(/\s+/gu, ' ').trim()), 150);
  return [
    `Now write scene ${index + 1} of the plan in Fountain, this scene alone, beginning with its heading:`,
    tagged('write', `${clipTo(heading, 80)}\n\n${told(scene?.beat ?? '')}`),
    original && scene?.fate === 'change' ? `It takes the place of ${clipTo(withoutTags(original.heading), 60)} in the stretch: keep what of it still holds.` : 'It is a new scene.',
    next ? `Do not write what comes behind it: ${clipTo(withoutTags(next.heading), 60)}${next.beat === '' ? '' : `, ${told(next.beat)}`}` : 'It is the last of the plan; the script goes on behind it as it is.',
  ].join('\n');
}

/**
 * The request to write one scene. Within `contextTokens` as scenariosRequest is. Up to the scenario it is planRequest's
 * own text; then the plan, the scenes before it as they read now (each request's are the next one's beginning as long as
 * they fit), the voices of those likely to speak, and which scene to write.
 */
export function sceneRequest(question: SceneQuestion): ChatRequest {
  const { script, scenario, place, contextTokens, index } = question;
  const own = scenesOfPlan(question);
  const at = own.get(index);
  const tier = developTier(script, place, contextTokens);
  const shared = developParts(script, question.snapshot ?? script, place, scenario, tier);
  const end = asked(question, own);
  let left = shared.left - estimateTokens(end) - 2;
  const take = (tag: 'plan' | 'written' | 'voices', share: number, make: (tokens: number) => string): string => {
    const part = partOf(tag, make(Math.floor(left * share) - tagTokens(tag)));
    if (!part || part.tokens > left) {
      return '';
    }
    left -= part.tokens;
    return part.text;
  };
  const names = speakers(question, at, own.get(index - 1));
  const plan = take('plan', 0.45, (tokens) => planText(scenario.scenes, tokens));
  // Voices first, then what is written with all that is left: but written stands before, where it grows from scene to scene.
  const voices = take('voices', shared.wholeScript ? 0.3 : 0.4, (tokens) => voicesText(script, names, tokens));
  const written = take('written', 1, (tokens) => writtenText(question, own, tokens));
  return {
    messages: [
      { role: 'system', content: STORY_RULES },
      { role: 'user', content: `${shared.text}${plan}${written}${voices}${end}` },
    ],
    maxOutputTokens: tier.outputTokens,
  };
}
