// The head of a request behind the rules: what stays the same while the writer goes from speech to speech.
import type { Script } from '../../fountain/script';
import { outlineOf } from '../../script/outline';
import { describeCharacter, mainCast, speechesBySpeaker } from './castNotes';
import { clipTo, firstThatFits, linesWithin, spread } from './clip';
import { scriptMaterial } from './material';
import { partOf, tagTokens, type Part } from './part';
import { spokenLine } from './spoken';
import { withoutTags } from './tags';
import type { Tier } from './tiers';

export interface StableParts {
  readonly parts: readonly Part[];
  /** Whose notes are among them. */
  readonly cast: ReadonlySet<string>;
  readonly wholeScript: boolean;
}

const MOST_CAST = 12;
/** Few characters known well serve better than many known by name: [how many, with how many of their lines], best first. */
const CAST_SHAPES = [[12, 8], [12, 5], [8, 8], [8, 5], [6, 5], [8, 3], [6, 3], [4, 5], [4, 3], [3, 3], [2, 3], [2, 1]] as const;
const LINE_TOKENS = 120;

/** The notes on the main characters, by the script alone. */
function castPart(script: Script, tier: Tier): { part: Part | undefined; names: readonly string[] } {
  const names = mainCast(script, MOST_CAST);
  for (const [most, samples] of CAST_SHAPES) {
    const chosen = names.slice(0, most);
    const part = partOf('cast', chosen.map((name) => describeCharacter(script, name, samples)).join('\n\n'));
    if (part && part.tokens <= tier.castTokens) {
      return { part, names: chosen };
    }
  }
  return { part: undefined, names: [] };
}

/** Sections and scenes, each on a line with its synopsis: the story as the script itself tells it. */
function outlineLines(script: Script): string[] {
  return outlineOf(script).map(({ item }) => {
    const title = item.kind === 'scene' ? item.heading : `${'#'.repeat(item.depth)} ${item.text}`;
    return withoutTags(item.synopsis === undefined ? title : `${title} = ${item.synopsis}`);
  });
}

/** Lists of speeches, one list a speaker, those who talk most first. */
export function speechLists(script: Script, names: readonly string[], choose: (name: string) => readonly string[]): string {
  const all = speechesBySpeaker(script);
  const count = (name: string): number => all.get(name)?.length ?? 0;
  return [...names]
    .sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
    .map((name) => ({ name, lines: choose(name) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => [`${withoutTags(name)}:`, ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n');
}

/** All that the speakers say in the script; where that is too much, as many of their lines as fit, spread over it. */
function speechesText(script: Script, names: readonly string[], tokens: number): string {
  const all = speechesBySpeaker(script);
  function* shrinking(): Generator<string, void, undefined> {
    for (let most = Math.max(1, ...names.map((name) => all.get(name)?.length ?? 0)); most >= 1; most = Math.floor(most * 0.7)) {
      yield speechLists(script, names, (name) => spread(all.get(name) ?? [], most).map((speech) => clipTo(spokenLine(script, speech), LINE_TOKENS)));
    }
  }
  return firstThatFits(shrinking(), tokens);
}

/**
 * The parts that are cached: notes on the main characters, and the snapshot of the script: whole where it fits, else its
 * outline and all that those present say (`names`, in any order); in the smallest contexts nothing.
 * @param script the snapshot: not the script as it changes under the writer's hands
 */
export function stableParts(script: Script, names: readonly string[], tier: Tier): StableParts {
  const cast = castPart(script, tier);
  const known = new Set(cast.names);
  const head = cast.part ? [cast.part] : [];
  if (tier.name === 'large') {
    const whole = partOf('script', scriptMaterial(script));
    if (whole && whole.tokens <= tier.snapshotTokens) {
      return { parts: [...head, whole], cast: known, wholeScript: true };
    }
  }
  if (tier.name === 'small') {
    return { parts: head, cast: known, wholeScript: false };
  }
  const outline = partOf('outline', linesWithin(outlineLines(script), Math.floor(tier.snapshotTokens * 0.15)));
  const room = Math.floor(tier.snapshotTokens * 0.6) - tagTokens('speeches');
  const speeches = partOf('speeches', speechesText(script, names, room));
  return { parts: [...head, outline, speeches].filter((part) => part !== undefined), cast: known, wholeScript: false };
}
