// Develop, first half: the request for a plan of scenes, the reader of its answer, and the check that makes it a possible one.
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { createItemReader } from '../suggest/itemReader';
import { firstThatFits } from '../suggest/request/clip';
import { tagged } from '../suggest/request/tags';
import { developParts, developTier, labelledScenes, type Developing } from './developParts';
import { PLAN_SCHEMA } from './developRules';
import { scenesTouched } from './place';
import { propertiesOf, textIn } from './reader';
import { STORY_RULES } from './rules';
import type { DevelopedScene, Placed } from './scenario';

export interface PlanQuestion {
  readonly script: Script;
  readonly scenario: Developing;
  /** Where the scenario's scope stands now: see placeScope. */
  readonly place: Placed;
  readonly contextTokens: number;
  readonly snapshot?: Script;
}

/** A line of a plan as the answer has it. */
export interface RawPlanScene {
  readonly fate: string;
  /** S1, S2, ... of the scene it is about, or a heading. */
  readonly label: string;
  readonly heading: string;
  readonly beat: string;
}

export interface PlanReader {
  push(text: string): RawPlanScene[];
  end(): RawPlanScene[];
}

/** Labels in as few words as the room asks for: a stretch of a hundred scenes need not name them all twice. */
function labels(script: Script, first: number, last: number, tokens: number): string {
  const lines = labelledScenes(script, first, last);
  const count = last - first + 1;
  return firstThatFits([lines.join('\n'), `S1 to S${count}, the scenes of the stretch in their order.`], tokens);
}

/**
 * The request for a scenario's plan. Within `contextTokens` as scenariosRequest is; all of it but the last lines is sent
 * again, to the letter, with each scene to write.
 */
export function planRequest({ script, scenario, place, contextTokens, snapshot }: PlanQuestion): ChatRequest {
  const range = scenesTouched(script, place);
  const tier = developTier(script, place, contextTokens);
  const { text, left } = developParts(script, snapshot ?? script, place, scenario, tier);
  const asked = [
    'Now give the plan: every scene of the stretch once, in order, and the new ones where they belong.',
    'Answer with JSON alone: {"scenes":[{"fate":"keep","label":"S1","heading":"...","beat":"..."},{"fate":"new","label":"","heading":"...","beat":"..."}]}',
    '"fate" is keep, change, new or drop; "label" is empty for a new scene.',
  ].join('\n');
  const named = range ? labels(script, range.first, range.last, left - estimateTokens(asked) - estimateTokens(tagged('outline', '')) - 8) : '';
  const listed = named === '' ? '' : `The scenes of the stretch:\n${tagged('outline', named)}\n\n`;
  return {
    messages: [
      { role: 'system', content: STORY_RULES },
      { role: 'user', content: `${text}${listed}${asked}` },
    ],
    maxOutputTokens: tier.outputTokens,
    answer: PLAN_SCHEMA,
  };
}

function readLine(item: unknown): RawPlanScene | undefined {
  const properties = propertiesOf(item);
  const line = {
    fate: textIn(properties, 'fate', 'action', 'status').toLowerCase(),
    label: textIn(properties, 'label', 'scene', 'id', 'of', 'number'),
    heading: textIn(properties, 'heading', 'sceneheading', 'slugline', 'title'),
    beat: textIn(properties, 'beat', 'description', 'text', 'whathappens', 'summary'),
  };
  return line.fate === '' && line.heading === '' ? undefined : line;
}

/** A reader for the answer to planRequest: each line of the plan as it becomes whole. Never throws. */
export function createPlanReader(): PlanReader {
  const items = createItemReader();
  return {
    push: (text) => items.push(text).flatMap((item) => readLine(item) ?? []),
    end: () => items.end().flatMap((item) => readLine(item) ?? []),
  };
}

/** What had to be put right in a plan, for the writer to know. `scene` is an index into scenesOf. */
export type PlanProblem =
  /** The plan did not speak of it: it is kept. */
  | { readonly kind: 'missing'; readonly scene: number }
  /** The plan spoke of it again: a second change became a new scene, the rest was left out. */
  | { readonly kind: 'twice'; readonly scene: number }
  /** The plan had it at another place: it is kept at its own, and where the plan had it a new scene stands if it was to be changed. */
  | { readonly kind: 'moved'; readonly scene: number }
  /** A line that keeps, changes or drops a scene which the stretch does not have. */
  | { readonly kind: 'unknown'; readonly heading: string };

export type CheckedPlan =
  | { readonly ok: true; readonly scenes: readonly DevelopedScene[]; readonly problems: readonly PlanProblem[] }
  /** Nothing of it could be read, or everything stays as it is. */
  | { readonly ok: false; readonly reason: 'empty' | 'nothing' };

/** The scenes of the stretch, for one who names them. @returns first and last index into scenesOf; first > last where there are none */
export function rangeOf(script: Script, place: Placed): { first: number; last: number } {
  return scenesTouched(script, place) ?? { first: scenesOf(script).length, last: -1 };
}
