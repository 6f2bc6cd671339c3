// A model's text without its wrappers: quotes around it, the cue again, numbers, markdown, remarks. Never without its words.
import { canonicalName } from '../script/names';

/** What the speech to replace tells about what is a wrapper and what is meant. */
export interface SpeechManner {
  /** The speaker's canonical name. */
  readonly name: string;
  readonly extension?: string;
  readonly parentheticals: boolean;
  /** The original's spoken words. */
  readonly original: string;
}

const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c'],
  ['\u201e', '\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u00bb', '\u00ab'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\u2018', '\u2019'],
  ["'", "'"],
  ['`', '`'],
];
/** A model that says the cue a thousand times is in a loop: what is left of it is refused as it stands. */
const MOST_WRAPPERS = 12;
const NUMBER = /^\s*(?:\(?\d{1,2}[.)]\s+|[-*\u2022]\s+|(?:alternative|option|version)\s+\d{1,2}\s*[:.)-]\s*)/i;
const REMARK = /^[\s*_([]*(?:intent|intention|likelihood|note|notes|explanation|rationale|why it works)[*_]*\s*:/i;

/** One way of writing line ends, no characters that cannot be seen but change what is (controls, direction overrides). */
function plainCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\\n/g, '\n') // escaped once too often
    .replace(/\t/g, ' ')
    // These are what must go.
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    // Letters that no one sees (language tags, joiners of no script) can carry words to the next model; a flag keeps its own.
    .replace(/(\u{1f3f4}[\u{e0061}-\u{e007a}]{2,6}\u{e007f})|[\u{e0000}-\u{e007f}\u00ad\u180e\u2060-\u2064]/gu, '$1')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** Without quotes around the whole, unless the original has them or they are several. */
function withoutQuotes(text: string, original: string): string {
  for (const [open, close] of QUOTES) {
    const inner = text.slice(open.length, -close.length);
    if (text.length > 2 && text.startsWith(open) && text.endsWith(close) && !inner.includes(close) && !inner.includes(open)) {
      return original.startsWith(open) ? text : inner.trim();
    }
  }
  return text;
}

/** Without emphasis around the whole, where the original has none. */
function withoutEmphasis(text: string, original: string): string {
  const inner = /^(\*{1,3}|_{1,2})(?=\S)([^*_]+)(?<=\S)\1$/.exec(text)?.[2];
  return inner === undefined || /[*_]/.test(original) ? text : inner;
}

/** Whether a line is the speaker's cue, as a model may write it. */
function isOwnCue(line: string, { name }: SpeechManner): boolean {
  const bare = line.replace(/[*_#@^:]/g, '').replace(/\([^()]*\)/g, '');
  return canonicalName(bare) === name;
}

function withoutCue(text: string, manner: SpeechManner): string {
  const lines = text.split('\n');
  if (lines.length > 1 && isOwnCue(lines[0] ?? '', manner)) {
    return lines.slice(1).join('\n').trim();
  }
  // `MARA: words`, `**Mara (V.O.):** words`
  const prefix = /^([*_@]{0,3}[^:\n]{1,60}?[*_]{0,3}):[*_]{0,3}[ \n]\s*/.exec(text);
  return prefix?.[1] !== undefined && isOwnCue(prefix[1], manner) ? text.slice(prefix[0].length) : text;
}

/** Without `> ` before each line, fences, remarks behind the words. */
function withoutMarkdown(text: string): string {
  let lines = text.split('\n').filter((line) => !/^\s*```/.test(line));
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length > 0 && said.every((line) => /^\s*>\s/.test(line))) {
    lines = lines.map((line) => line.replace(/^\s*>\s?/, ''));
  }
  const remark = lines.findIndex((line, index) => index > 0 && REMARK.test(line));
  return (remark > 0 ? lines.slice(0, remark) : lines).join('\n').trim();
}

/**
 * Parentheticals on lines of their own, as Fountain has them; left out where the speech allows none. A bracket that
 * repeats the cue's extension is no parenthetical.
 */
function settleParentheticals(text: string, manner: SpeechManner): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*([(\uff08][^()\uff08\uff09]*[)\uff09])\s*(.*)$/.exec(line);
    const bracket = match?.[1]?.replace(/^\uff08/, '(').replace(/\uff09$/, ')');
    if (bracket === undefined) {
      lines.push(line);
      continue;
    }
    const again = manner.extension !== undefined && canonicalName(bracket) === canonicalName(`(${manner.extension})`);
    if (manner.parentheticals && !again) {
      lines.push(bracket);
    }
    if (match?.[2]) {
      lines.push(match[2]);
    }
  }
  return lines.join('\n');
}

/** Lines trimmed; of blank ones at most one in a row, none at either end. */
function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The spoken words of a model's text, with parentheticals where they are allowed. May be empty. */
export function cleanAlternative(text: string, manner: SpeechManner): string {
  let made = tidyLines(plainCharacters(text));
  for (let before = '', wrapped = 0; before !== made && wrapped < MOST_WRAPPERS; wrapped++) {
    before = made;
    made = withoutMarkdown(made);
    made = NUMBER.test(manner.original) ? made : made.replace(NUMBER, '');
    made = withoutCue(made, manner);
    made = withoutEmphasis(made, manner.original);
    made = withoutQuotes(made, manner.original).trim();
  }
  return tidyLines(settleParentheticals(made, manner));
}
