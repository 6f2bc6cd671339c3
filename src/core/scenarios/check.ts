// Whether what a model gave is a scenario worth showing: whole, unlike those shown before, its consequences in scenes that exist.
import type { Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { scenesOf } from '../script/outline';
import { happeningsAlike } from './likeness';
import { LIMITS } from './limits';
import { plainText } from './plainText';
import type { RawConsequence, RawScenario } from './reader';
import { clipped, findSceneIndex } from './sceneNames';
import type { Consequence, Scenario, Turn } from './scenario';

export interface ScenarioCheck {
  readonly script: Script;
  /** Those it must not be like: shown before for the same stretch, and taken from this answer. */
  readonly already: readonly Pick<Scenario, 'logline' | 'beats'>[];
  /** Where the stretch ends: of scenes with the same heading a consequence means the first behind it. */
  readonly behind?: number;
}

/** What the answer gives of a scenario; id, round, scope, fate and time are the caller's. */
export type CheckedFields = Pick<Scenario, 'title' | 'logline' | 'turn' | 'beats' | 'consequences'>;

export type ScenarioRefusal =
  /** It has no title. */
  | { readonly ok: false; readonly reason: 'untitled' }
  /** Fewer beats than make a story. */
  | { readonly ok: false; readonly reason: 'thin'; readonly beats: number }
  /** What happens in it happens in another: `to` is that one's place in `already`. */
  | { readonly ok: false; readonly reason: 'alike'; readonly to: number; readonly likeness: number };

export type CheckedScenario = { readonly ok: true; readonly scenario: CheckedFields } | ScenarioRefusal;

const FEWEST_BEATS = 2;

/** One line without what would lay it out: models put stars and hashes around titles. */
function line(text: string, most: number): string {
  const plain = plainText(text).replace(/^[*_#"\u201c\s]+|[*_"\u201d\s]+$/gu, '').trim();
  if (plain.length <= most) {
    return plain;
  }
  const cut = plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${/^[^]*\s(?=\S{0,40}$)/u.exec(cut)?.[0].trimEnd() ?? cut}\u2026`;
}

function turnOf(said: string): Turn {
  const word = said.toLowerCase();
  return /know/.test(word) ? 'knows' : /want/.test(word) ? 'wants' : /pay|pric|cost/.test(word) ? 'pays' : 'turns';
}

function consequenceOf({ scene, number, change }: RawConsequence, { script, behind = 0 }: ScenarioCheck): Consequence | undefined {
  const told = line(change, LIMITS.change);
  const named = line(scene, LIMITS.heading);
  if (told === '' || (named === '' && number === undefined)) {
    return undefined;
  }
  const first = scenesOf(script).findIndex(({ from }) => from >= behind);
  const index = findSceneIndex(script, named, number, first < 0 ? scenesOf(script).length : first);
  const found = index === undefined ? undefined : scenesOf(script)[index]?.item;
  if (!found) {
    return { scene: named, ...(number !== undefined && { sceneNumber: line(number, LIMITS.id) }), change: told, unknown: true };
  }
  return { scene: clipped(found.heading), ...(found.number !== undefined && { sceneNumber: found.number.slice(0, LIMITS.id) }), change: told };
}

/**
 * The scenario as it can be shown and kept, or the reason why not. Texts are cut to what a card holds; consequences take
 * the heading of the scene they mean, and those that mean no scene of the script are marked as unknown. Never throws.
 */
export function checkScenario(check: ScenarioCheck, raw: RawScenario): CheckedScenario {
  const title = line(raw.title, LIMITS.title);
  const beats = raw.beats.map((beat) => line(beat, LIMITS.beat)).filter((beat) => /[\p{L}\p{N}]/u.test(beat)).slice(0, LIMITS.beats);
  const distinct = [...new Set(beats)];
  if (!/[\p{L}\p{N}]/u.test(title)) {
    return { ok: false, reason: 'untitled' };
  }
  if (distinct.length < FEWEST_BEATS) {
    return { ok: false, reason: 'thin', beats: distinct.length };
  }
  const names = charactersOf(check.script).map(({ name }) => name);
  for (const [to, other] of check.already.entries()) {
    const { alike, likeness } = happeningsAlike(distinct, other.beats, names);
    if (alike) {
      return { ok: false, reason: 'alike', to, likeness };
    }
  }
  const consequences = raw.consequences.slice(0, LIMITS.consequences).flatMap((each) => consequenceOf(each, check) ?? []);
  return { ok: true, scenario: { title, logline: line(raw.logline, LIMITS.logline), turn: turnOf(raw.turn), beats: distinct, consequences } };
}
