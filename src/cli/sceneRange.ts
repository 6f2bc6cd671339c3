// The scenes that a call names: 12, 12-15, 12A-14, 12-.
import type { Script } from '../core/fountain/script';
import { scenesWithNumber } from '../core/scenarios/sceneNames';
import { scenesOf } from '../core/script/outline';
import { InputError, UsageError } from './verb';

export interface SceneRange {
  /** Indices into scenesOf. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'scene' | 'range' | 'toEnd';
}

/**
 * A scene by the script's own number; counted from 1 where no scene has a number: an index into scenesOf.
 * @throws InputError where the number stands twice: either could be meant
 */
export function sceneNumbered(script: Script, named: string): number | undefined {
  const [found, second] = scenesWithNumber(script, named);
  if (second !== undefined) {
    throw new InputError(`More than one scene has the number ${named.trim()}.`);
  }
  const scenes = scenesOf(script);
  if (found !== undefined || scenes.some(({ item }) => item.number !== undefined) || !/^\d+$/.test(named)) {
    return found;
  }
  return Number(named) >= 1 && Number(named) <= scenes.length ? Number(named) - 1 : undefined;
}

/** Reads "A", "A-B" or "A-". A number may hold a hyphen of its own: the whole is looked for first. @throws UsageError, InputError */
export function scenesNamed(script: Script, named: string): SceneRange {
  const text = named.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new UsageError('--scenes takes a scene, two with a hyphen between, or one and a hyphen.');
  }
  const whole = sceneNumbered(script, text);
  if (whole !== undefined) {
    return { first: whole, last: whole, kind: 'scene' };
  }
  for (const { index } of text.matchAll(/[-\u2013]/gu)) {
    const [from, to] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    const first = sceneNumbered(script, from);
    const last = to === '' ? scenesOf(script).length - 1 : sceneNumbered(script, to);
    if (first !== undefined && last !== undefined) {
      if (last < first) {
        throw new UsageError(`Scene ${to} comes before scene ${from}.`);
      }
      return { first, last, kind: to === '' ? 'toEnd' : first === last ? 'scene' : 'range' };
    }
  }
  throw noScene(script, text);
}

/** What to say of a scene that is not there. */
export function noScene(script: Script, named: string): InputError {
  const count = scenesOf(script).length;
  return new InputError(count === 0 ? 'The script has no scenes.' : `There is no scene ${named}: the script has ${count} ${count === 1 ? 'scene' : 'scenes'}.`);
}
