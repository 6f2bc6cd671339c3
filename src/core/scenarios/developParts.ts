// What the requests of one development share, in one order: script, task, scenes that matter, stretch, scenario.
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, linesWithin } from '../suggest/request/clip';
import { costOf, partOf, tagTokens, type Part } from '../suggest/request/part';
import { withoutTags } from '../suggest/request/tags';
import { tierOf, type Tier } from '../suggest/request/tiers';
import { DEVELOP_RULES } from './developRules';
import { STORY_RULES } from './rules';
import { scenesTouched } from './place';
import type { Placed, Scenario } from './scenario';
import { sceneTextsOf } from './salience';
import { contextScenes, headParts, stretchText } from './storyParts';

/** The scenario of which one is developed, as the requests see it. */
export type Developing = Pick<Scenario, 'scope' | 'title' | 'logline' | 'beats' | 'consequences' | 'steer' | 'scenes'>;

export const MESSAGE_TOKENS = 24;
const MOST_STRETCH = 8000;
const SCENARIO_SHARE = 0.25;
const MOST_SCENARIO = 1500;

/** The scenario as text: what happens, and what it means for later scenes. */
function scenarioText({ title, logline, beats, consequences, steer }: Developing, tokens: number): string {
  const lines = [
    title,
    ...(logline === '' ? [] : [logline]),
    ...beats.map((beat) => `- ${beat}`),
    ...(steer === undefined ? [] : [`The writer asked for: ${steer}`]),
    ...(consequences.length > 0 ? ['Later scenes:'] : []),
    ...consequences.map(({ scene, sceneNumber, change }) => `- ${sceneNumber === undefined ? '' : `${sceneNumber}  `}${scene}: ${change}`),
  ].map((line) => clipTo(withoutTags(line.replace(/\s+/gu, ' ').trim()), 300));
  return linesWithin(lines, tokens);
}

/** What one scene of a plan takes, how many more than the stretch has a plan may have, and how many it has at most. */
const LINE_TOKENS = 90;
const MORE_SCENES = 8;
const MOST_LINES = 60;
/** For a scene that is new: two pages. */
const NEW_TOKENS = 1400;
const MOST_TOKENS = 6000;

/**
 * One tier for a whole development, by the longest answer that it may come to (the plan's, or its longest scene's): with
 * another for each scene the parts they share would be cut at different places, and a server would find nothing it has
 * read before.
 */
export function developTier(script: Script, place: Placed, contextTokens: number): Tier {
  const range = scenesTouched(script, place);
  const texts = range ? sceneTextsOf(script).slice(range.first, range.last + 1) : [];
  const longest = texts.reduce((most, text) => Math.max(most, estimateTokens(text) * 1.5), NEW_TOKENS);
  const plan = Math.min(texts.length + MORE_SCENES, MOST_LINES) * LINE_TOKENS;
  return tierOf(contextTokens, Math.ceil(Math.max(plan, Math.min(MOST_TOKENS, longest))));
}

export interface DevelopParts {
  /** Everything that is the same for the plan and all scenes of this scenario. */
  readonly text: string;
  /** What is left for the rest of the request. */
  readonly left: number;
  readonly wholeScript: boolean;
}

/** The parts that are the same for the plan of a scenario and each of its scenes, with at most `share` of the room for the stretch and the scenes around it. */
export function developParts(script: Script, snapshot: Script, place: Placed, scenario: Developing, tier: Tier): DevelopParts {
  const free = tier.inputTokens - estimateTokens(STORY_RULES) - estimateTokens(`${DEVELOP_RULES}\n\n`) - MESSAGE_TOKENS;
  // The request's own end, and for a scene the voices, the plan and what is written, have their share whatever the script's size.
  const shared = Math.floor(free * (tier.name === 'large' ? 0.85 : 0.55));
  const head = headParts(snapshot, tier, shared);
  const parts: Part[] = [];
  const told = partOf('scenario', scenarioText(scenario, Math.min(MOST_SCENARIO, Math.floor(shared * SCENARIO_SHARE)) - tagTokens('scenario')));
  const room = shared - costOf(head.parts) - (told?.tokens ?? 0) - tagTokens('stretch');
  const range = scenesTouched(script, place);
  const stretch = partOf('stretch', stretchText(script, place, range, Math.max(0, Math.min(MOST_STRETCH, Math.floor(room * (head.wholeScript ? 1 : 0.7))))));
  parts.push(...contextScenes(script, range, head, room - (stretch?.tokens ?? 0)), ...[stretch, told].filter((part) => part !== undefined));
  const texts = (each: readonly Part[]): string => each.map(({ text }) => text).join('');
  return { text: `${texts(head.parts)}${DEVELOP_RULES}\n\n${texts(parts)}`, left: free - costOf(head.parts) - costOf(parts), wholeScript: head.wholeScript };
}

/** "S3  12  INT. HOUSE - DAY" for every scene of the stretch. */
export function labelledScenes(script: Script, first: number, last: number): string[] {
  return scenesOf(script).slice(first, last + 1).map(({ item }, at) => {
    const number = item.number === undefined ? '' : `${item.number}  `;
    return withoutTags(`S${at + 1}  ${number}${clipTo(item.heading, 60)}`);
  });
}
