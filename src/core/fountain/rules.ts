// The rules that judge one line by its own letters. Source: the Fountain 1.1 syntax page, read as fountain.md decides.
import { isSpace, trim, trimEnd } from './space';

const HEADING = /^(?:INT|EXT|EST|INT\/EXT|I\/E)[. ]/i;
// "Est une femme." is French prose, not an establishing shot: with a space, mixed case and a full stop it is no heading.
const FRENCH_EST = /^[Ee][Ss]t [^]*[.!?…]["'»”]?[\p{Zs}\t]*$/u;
const PAGE_BREAK = /^={3,}$/;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
const SCENE_NUMBER = /#([\p{L}\p{M}\p{N}.-]+)#$/u;
const LOWER = /\p{Ll}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const OUTER_EMPHASIS = /^([*_]{1,4})([^]+?)([*_]{1,4})$/;

/** Begins as a scene heading does: INT, EXT, EST, INT/EXT, I/E in any case, then a dot or a space. */
export function hasHeadingPrefix(line: string): boolean {
  const first = line.charCodeAt(0) | 0x20;
  return (first === 0x69 || first === 0x65) && HEADING.test(line) && !FRENCH_EST.test(line);
}

/** A leading dot that forces a heading: a letter or digit of any script stands behind it. */
export function isForcedHeading(line: string): boolean {
  return line.charCodeAt(0) === 0x2e && LETTER_OR_DIGIT.test(line.slice(1, 3));
}

export function isPageBreak(line: string): boolean {
  return line.charCodeAt(0) === 0x3d && PAGE_BREAK.test(line);
}

/** Whether a line prints nothing by its first letter: section, synopsis or page break. `line` has no outer spaces. */
export function isSilentByMark(line: string): boolean {
  return line.charCodeAt(0) === 0x23 || isSynopsis(line) || isPageBreak(line);
}

export function isSynopsis(line: string): boolean {
  return line.charCodeAt(0) === 0x3d && line.charCodeAt(1) !== 0x3d;
}

/** The number between `#` signs at the end of a heading, and where its first `#` stands; undefined where there is none. */
export function sceneNumber(heading: string): { number: string; at: number } | undefined {
  const match = heading.endsWith('#') ? SCENE_NUMBER.exec(heading) : null;
  return match?.[1] === undefined ? undefined : { number: match[1], at: match.index };
}

/** No lower-case letter and at least one capital, by Unicode. */
function isUpperCase(text: string): boolean {
  let ascii = true;
  let capital = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) {
      return false;
    }
    capital ||= code >= 0x41 && code <= 0x5a;
    ascii &&= code < 0x80;
  }
  return ascii ? capital : !LOWER.test(text) && UPPER.test(text);
}

/** Upper case and ending in TO: with nothing behind the colon. `line` keeps its trailing spaces, which prevent it. */
export function isTransition(line: string): boolean {
  return line.endsWith('TO:') && isUpperCase(line);
}

/** A line that ends in TO: is never taken for a cue, transition or not. */
export function endsInTo(line: string): boolean {
  return trimEnd(line).endsWith('TO:');
}

/** A cue taken apart. */
export interface Cue {
  readonly name: string;
  readonly extension?: string;
  readonly caret: boolean;
}

/** Takes a cue line apart: caret last, then every bracket group at the end, then the name. No letter is judged. */
export function splitCue(line: string): Cue {
  let rest = trim(line);
  const caret = rest.endsWith('^');
  if (caret) {
    rest = trimEnd(rest.slice(0, -1));
  }
  rest = withoutOuterEmphasis(rest);
  const nameEnd = trailingBrackets(rest);
  const extension = rest.slice(nameEnd);
  const name = foldSpaces(withoutOuterEmphasis(trim(rest.slice(0, nameEnd))));
  return extension === ''
    ? { name, caret }
    : { name, caret, extension: trim(trim(extension).slice(1, -1)).replace(/\)[ \t]*\(/g, ') (') };
}

function foldSpaces(name: string): string {
  return name.includes('  ') || name.includes('\t') ? name.replace(/[ \t]+/g, ' ') : name;
}

/** Where the bracket groups at the end of a line begin; its length where there are none. Brackets may nest. */
function trailingBrackets(line: string): number {
  let end = line.length;
  let depth = 0;
  for (let at = line.length - 1; at >= 0; at--) {
    const code = line.charCodeAt(at);
    if (code === 0x29) {
      depth++;
    } else if (depth === 0) {
      if (!isSpace(code)) {
        break;
      }
    } else if (code === 0x28 && --depth === 0) {
      end = at;
    }
  }
  return end;
}

function withoutOuterEmphasis(text: string): string {
  const first = text.charCodeAt(0);
  if (first !== 0x2a && first !== 0x5f) {
    return text;
  }
  const match = OUTER_EMPHASIS.exec(text);
  if (!match?.[1] || !match[2] || !match[3] || Array.from(match[1]).reverse().join('') !== match[3]) {
    return text;
  }
  return trim(match[2]);
}

/** Whether a name may stand in an automatic cue: the extension's letters do not count, words behind a bracket do. */
export function isCueName(name: string): boolean {
  return name !== '' && isUpperCase(name);
}
