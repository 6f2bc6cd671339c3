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

function readSetting({ place, set, time }: Scene): SceneSetting {
  const times = time === undefined ? [] : [time];
  let rest = set;
  while (times.length > 0 && times.length < MOST_TIMES) {
    const inner = headingParts(rest);
    if (inner.time === undefined || inner.set === '' || inner.place !== undefined) {
      break;
    }
    times.push(inner.time);
    rest = inner.set;
  }
  return { ...(place && { place }), set: rest, key: setKey(rest), times };
}

/** By what sets are told apart: case and white space do not count. */
export function setKey(set: string): string {
  return set.replace(/\s+/gu, ' ').trim().toUpperCase();
}
