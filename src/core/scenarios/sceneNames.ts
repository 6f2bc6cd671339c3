// Finds the scene that somebody names by its heading or its number, however a little differently they write it.
import { plainText, printedText } from '../fountain/inline';
import type { Script } from '../fountain/script';
import { headingParts } from '../script/heading';
import { scenesOf } from '../script/outline';
import { LIMITS } from './limits';

/** A heading for comparing: marks gone, white space folded, upper case. */
export function comparableHeading(heading: string): string {
  return plainText(printedText(clipped(heading))).normalize('NFC').replace(/[\u2013\u2014]|--+/gu, '-').replace(/\s+/gu, ' ').trim().toUpperCase();
}

/** Headings in files are no longer than this, so none is compared beyond it. */
export function clipped(heading: string): string {
  return heading.slice(0, LIMITS.heading);
}

interface Names {
  readonly byHeading: ReadonlyMap<string, readonly number[]>;
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
  readonly bySet: ReadonlyMap<string, readonly number[]>;
}

const names = new WeakMap<Script, Names>();

function namesOf(script: Script): Names {
  let known = names.get(script);
  if (!known) {
    const made = { byHeading: new Map<string, number[]>(), byNumber: new Map<string, number[]>(), bySet: new Map<string, number[]>() };
    for (const [index, { item }] of scenesOf(script).entries()) {
      note(made.byHeading, comparableHeading(item.heading), index);
      note(made.bySet, comparableHeading(item.set), index);
      if (item.number !== undefined) {
        note(made.byNumber, item.number.trim().toUpperCase(), index);
      }
    }
    known = made;
    names.set(script, known);
  }
  return known;
}

function note(map: Map<string, number[]>, key: string, index: number): void {
  if (key !== '') {
    const found = map.get(key);
    if (found) {
      found.push(index);
    } else {
      map.set(key, [index]);
    }
  }
}

/** The scenes with this very heading (case, spaces and dashes aside), as indices into scenesOf. */
export function scenesWithHeading(script: Script, heading: string): readonly number[] {
  return namesOf(script).byHeading.get(comparableHeading(heading)) ?? [];
}

/** The scenes with this number. */
export function scenesWithNumber(script: Script, number: string | undefined): readonly number[] {
  return number === undefined ? [] : (namesOf(script).byNumber.get(number.trim().toUpperCase()) ?? []);
}

/** "12A. INT. HOUSE - DAY", "Scene 12: INT. HOUSE", "INT. HOUSE - DAY #12#", "INT. HOUSE (12)" taken apart. */
function partsOf(named: string): { heading: string; number?: string } {
  const before = /^\s*(?:scene\s+|#)?(\d{1,4}[A-Z]{0,2})\s*[#.:)\u2013\u2014-]*\s+(\S.*)$/i.exec(named);
  const behind = /^(.*\S)\s*(?:#([^#\s]+)#|\((?:scene\s*)?#?(\d{1,4}[A-Z]{0,2})\))\s*$/i.exec(named);
  const alone = /^\s*(?:scene\s+)?#?(\d{1,4}[A-Z]{0,2})#?\s*$/i.exec(named);
  if (alone?.[1] !== undefined) {
    return { heading: '', number: alone[1] };
  }
  const heading = behind?.[1] ?? before?.[2] ?? named;
  const number = behind?.[2] ?? behind?.[3] ?? before?.[1];
  return number === undefined ? { heading } : { heading, number };
}

/** One of the scenes: the first from `from` on, else the first. */
function pick(found: readonly number[], from: number): number | undefined {
  return found.find((index) => index >= from) ?? found[0];
}

/**
 * The scene that a name means, as an index into scenesOf; undefined when the script has none. By heading and number;
 * else by heading; by number; by a heading without its time of day, where one set alone has that name. Of scenes with
 * the same heading the first from `from` on.
 * @param named a heading, perhaps with its number, as a person or a model writes it
 */
export function findSceneIndex(script: Script, named: string, number?: string, from = 0): number | undefined {
  const parts = partsOf(named);
  const wanted = number ?? parts.number;
  const heading = [named, parts.heading].map((each) => scenesWithHeading(script, each)).find((list) => list.length > 0) ?? [];
  const numbered = scenesWithNumber(script, wanted);
  const both = heading.filter((index) => numbered.includes(index));
  const sure = pick(both, from) ?? pick(heading, from) ?? pick(numbered, from);
  if (sure !== undefined || parts.heading === '') {
    return sure;
  }
  const { set, place } = headingParts(parts.heading);
  const same = (namesOf(script).bySet.get(comparableHeading(set)) ?? []).filter((index) => place === undefined || scenesOf(script)[index]?.item.place === place);
  return pick(same, from);
}
