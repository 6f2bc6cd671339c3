// A scenario as a file: plain text that git merges line by line, and that is read again with suspicion.
import { hashOf } from '../ledger/hash';
import { readConsequence, readDeveloped, readScope, readTexts, type Fields, type Fault } from './fileForm';
import { LIMITS } from './limits';
import type { Scenario } from './scenario';

/** Why a file is no scenario: too large, no JSON (perhaps with the marks of an unfinished merge), a later form, or a value that is off. */
export type ScenarioFault =
  | { readonly reason: 'large'; readonly length: number }
  | { readonly reason: 'merge' | 'json' | 'version' }
  | { readonly reason: 'value'; readonly key: string };

export type ScenarioFile = { readonly ok: true; readonly scenario: Scenario } | ({ readonly ok: false } & ScenarioFault);

/** The keys in the order of the file. `fate` stands far from what is written late, so that two people's changes merge. */
const ORDER: readonly (keyof Scenario)[] = [
  'version', 'id', 'round', 'createdAt', 'model', 'record', 'fate', 'scope', 'title', 'logline', 'turn', 'steer', 'beats', 'consequences', 'scenes',
];

const SCOPE = ['kind', 'from', 'fromNumber', 'to', 'toNumber', 'hash', 'body', 'first', 'firstBody', 'nth', 'scenes'];
const CONSEQUENCE = ['scene', 'sceneNumber', 'change', 'unknown'];
const DEVELOPED = ['fate', 'scene', 'sceneNumber', 'heading', 'beat', 'record', 'cut', 'text'];

function ordered(value: object, keys: readonly string[]): Record<string, unknown> {
  const found = new Map(Object.entries(value));
  return Object.fromEntries(keys.flatMap((key) => (found.get(key) === undefined ? [] : [[key, found.get(key)]])));
}

/** The file's text: one key a line in one order, whatever order the object has; a final newline. */
export function serialiseScenario(scenario: Scenario): string {
  const whole = ordered(
    {
      ...scenario,
      scope: ordered(scenario.scope, SCOPE),
      consequences: scenario.consequences.map((each) => ordered(each, CONSEQUENCE)),
      // The text of a scene a line a line: a long line would be one change to git, and one conflict.
      ...(scenario.scenes && { scenes: scenario.scenes.map(({ text, ...rest }) => ordered({ ...rest, ...(text !== undefined && { text: text.split('\n') }) }, DEVELOPED)) }),
    },
    ORDER,
  );
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Reads a file's text again. Never throws: what is no scenario is refused with the reason, keys that are not known are left out. */
export function readScenario(text: string): ScenarioFile {
  if (text.length > LIMITS.file) {
    return { ok: false, reason: 'large', length: text.length };
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, reason: /^(?:<{7}|>{7}|={7})(?: |\r?$)/m.test(text) ? 'merge' : 'json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'json' };
  }
  const fields = value as Fields;
  if (fields['version'] !== 1) {
    return { ok: false, reason: 'version' };
  }
  const faults: Fault[] = [];
  const scenario = readFields(fields, (key) => void faults.push(key));
  const [key] = faults;
  return key === undefined ? { ok: true, scenario } : { ok: false, reason: 'value', key };
}

function readFields(fields: Fields, fault: (key: Fault) => void): Scenario {
  const text = readTexts(fields, fault);
  const list = <T>(key: string, most: number, read: (value: unknown, fault: () => void) => T, needed = true): T[] => {
    const value = fields[key];
    if (!Array.isArray(value) || value.length > most) {
      if (needed || value !== undefined) {
        fault(key);
      }
      return [];
    }
    return value.map((each) => read(each, () => fault(key)));
  };
  const optional = (key: 'steer' | 'model' | 'record', most: number): Record<string, string> => (fields[key] === undefined ? {} : { [key]: text.needed(key, most) });
  const scenes = list('scenes', LIMITS.scenes, readDeveloped, false);
  return {
    version: 1,
    id: text.needed('id', LIMITS.id),
    round: text.needed('round', LIMITS.id),
    createdAt: text.needed('createdAt', LIMITS.id),
    ...optional('model', LIMITS.name),
    ...optional('record', LIMITS.id),
    fate: text.oneOf('fate', ['open', 'kept', 'developed', 'discarded']),
    scope: readScope(fields['scope'], () => fault('scope')),
    title: text.needed('title', LIMITS.title),
    logline: text.needed('logline', LIMITS.logline),
    turn: text.oneOf('turn', ['knows', 'wants', 'pays', 'turns']),
    ...optional('steer', LIMITS.steer),
    beats: list('beats', LIMITS.beats, (value, off) => (typeof value === 'string' && value.length <= LIMITS.beat ? value : (off(), ''))),
    consequences: list('consequences', LIMITS.consequences, readConsequence),
    ...(fields['scenes'] !== undefined && { scenes }),
  };
}

/** A text as part of a file's name on any system: letters and figures, words joined by hyphens; never empty, a dot or a device. */
function nameFrom(text: string, most: number): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
  let name = '';
  let bytes = 0;
  for (const char of words) {
    bytes += char.length === 1 && char < '\u0080' ? 1 : 4; // file systems count bytes, and some keep names decomposed
    if (bytes > most) {
      break;
    }
    name += char;
  }
  return name.replace(/-+$/, '') || 'untitled';
}

/** The name of a scenario's file: its title for people, and a few signs of its id so that no two are the same. */
export function scenarioFileName(scenario: Pick<Scenario, 'id' | 'title'>): string {
  return `${nameFrom(scenario.title, 60)}-${hashOf(scenario.id).slice(0, 8)}.json`;
}
