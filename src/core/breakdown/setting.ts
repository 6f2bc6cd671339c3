// Where and when a scene is set, as its heading says it: the set without any time behind it, and every time said.
import { headingParts, type Place } from '../script/heading';
import type { Scene } from '../script/outline';

export interface SceneSetting {
  readonly place?: Place;
  readonly set: string;
  /** By what the set is told apart: see setKey. */
  readonly key: string;
  /** What stands behind the set, last first: NIGHT - FLASHBACK gives both. Empty where nothing is said. */
  readonly times: readonly string[];
}

const settings = new WeakMap<Scene, SceneSetting>();
/** More dashes than this are no times. */
const MOST_TIMES = 4;

export function settingOfScene(item: Scene): SceneSetting {
  let setting = settings.get(item);
  if (!setting) {
    setting = readSetting(item);
    settings.set(item, setting);
  }
  return setting;
}

// What headings put behind a set that is neither a set nor a time: the same set, shot another way.
const MANNER = /(?: [-–—]+ | ?[–—] ?| ?\( ?)(?:INTERCUT(?:TING)?(?: WITH [^()]*)?|VARIOUS(?: (?:SHOTS|ANGLES|TIMES))?|SERIES OF SHOTS|QUICK CUTS|ESTABLISHING(?: SHOT)?|RESUM(?:E|ING)|BACK TO SCENE)\)?$/iu;

function readSetting({ place, set, time }: Scene): SceneSetting {
  const times = time === undefined ? [] : [time];
  let rest = withoutManner(set);
  // A set alone has no times before its last dash, where no time stands behind it and no manner was taken off.
  while ((times.length > 0 || rest !== set) && times.length < MOST_TIMES) {
    const inner = headingParts(rest);
    if (inner.time === undefined || inner.set === '' || inner.place !== undefined) {
      break;
    }
    times.push(inner.time);
    rest = withoutManner(inner.set);
  }
  return { ...(place && { place }), set: rest, key: setKey(rest), times };
}

function withoutManner(set: string): string {
  const rest = set.replace(MANNER, '').trim();
  return rest === '' ? set : rest;
}

/** By what sets are told apart: case and white space do not count. */
export function setKey(set: string): string {
  return set.replace(/\s+/gu, ' ').trim().toUpperCase();
}
