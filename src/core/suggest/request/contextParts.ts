// What leads up to the scene: what those present said lately, who the minor ones are, the scenes before, their relations.
import type { Span } from '../../fountain/elements';
import type { Script } from '../../fountain/script';
import { describeCharacter, entranceOf, speechesBySpeaker } from './castNotes';
import { clipTo, firstThatFits, linesWithin } from './clip';
import { scenesBefore, scenesText } from './liveScene';
import { partOf, tagTokens, type Part } from './part';
import { describeRelation } from './relations';
import { spokenLine } from './spoken';
import { speechLists, type StableParts } from './stableParts';
import type { Tag } from './tags';
import type { Tier } from './tiers';

export interface Place {
  readonly script: Script;
  readonly scene: Span;
  readonly speech: { readonly name: string };
  /** Who speaks in the scene, the speaker of the speech first. */
  readonly names: readonly string[];
}

const MOST_RELATIONS = 3;
const LINE_TOKENS = 80;
/** Earlier speeches of each speaker present, from the most that help to the fewest worth having. */
const EARLIER = [12, 10, 8, 6, 4, 2];

/** The latest speeches of each speaker present before the scene. */
function earlierText({ script, scene, names }: Place, tokens: number): string {
  const all = speechesBySpeaker(script);
  const texts = EARLIER.map((most) =>
    speechLists(script, names, (name) =>
      (all.get(name) ?? [])
        .filter((speech) => speech.to <= scene.from)
        .slice(-most)
        .map((speech) => clipTo(spokenLine(script, speech), LINE_TOKENS)),
    ),
  );
  return firstThatFits(texts, tokens);
}

/** Notes on those present who are no main characters. */
function othersText({ script, names }: Place, known: ReadonlySet<string>, tokens: number): string {
  // One line and no entrance tell nothing of a person.
  const others = names.filter((name) => !known.has(name) && isKnown(script, name)).sort();
  return firstThatFits([5, 3, 1].map((samples) => others.map((name) => describeCharacter(script, name, samples)).join('\n\n')), tokens);
}

function isKnown(script: Script, name: string): boolean {
  return (speechesBySpeaker(script).get(name)?.length ?? 0) > 1 || entranceOf(script, name) !== undefined;
}

function relationsText({ script, scene, speech, names }: Place, tokens: number): string {
  const relations = names.slice(1, 1 + MOST_RELATIONS).map((other) => describeRelation(script, speech.name, other, scene.from));
  // What was written of two comes before what was written of the next two.
  return linesWithin(relations.join('\n').split('\n'), tokens);
}

/**
 * The parts between the snapshot and the live scene, in `room` tokens. All but the relations are the same for every
 * speech of a scene. The scenes before have the first claim, then the earlier speeches.
 */
export function contextParts(place: Place, stable: StableParts, tier: Tier, room: number): Part[] {
  let left = room;
  const take = (tag: Tag, share: number, make: (tokens: number) => string): Part[] => {
    const part = partOf(tag, make(Math.floor(left * share) - tagTokens(tag)));
    if (!part || part.tokens > left) {
      return [];
    }
    left -= part.tokens;
    return [part];
  };
  if (stable.wholeScript) {
    return take('present', 1, (tokens) => othersText(place, stable.cast, tokens));
  }
  const scenes = scenesBefore(place.script, place.scene.from, tier.scenesBefore);
  const before = take('before', 0.45, (tokens) => scenesText(place.script, scenes, tokens));
  const earlier = tier.name === 'small' ? take('earlier', 0.65, (tokens) => earlierText(place, tokens)) : [];
  const relations = take('relations', 0.6, (tokens) => relationsText(place, tokens));
  const present = take('present', 1, (tokens) => othersText(place, stable.cast, tokens));
  return [...earlier, ...present, ...before, ...relations];
}
