// A scenario as a script of its own beside the first: its text and the name of its file.
import type { Script } from '../fountain/script';
import { assemble } from './assemble';
import type { Scenario } from './scenario';

/**
 * The branch's text: the whole script with the scenario's scenes, title page and all as the writer has it. Nothing is added
 * at the top: the file's name says what it is, and where it came from stays with the scenario. Undefined when the scope
 * is not in the script any more.
 */
export function branchText(script: Script, scenario: Pick<Scenario, 'scope' | 'scenes'>): string | undefined {
  return assemble(script, scenario)?.whole;
}

const MOST_TITLE = 60;
const MOST_NAME = 120;
/** File systems count bytes, 255 of them: of which the ending, the hyphen and a sync's own mark take some. */
const MOST_BYTES = 100;
/** What Windows, macOS or a shell's path would not take in a name, and what nobody sees in one: direction signs hide what a file is. */
const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"/\\|?*\u2028\u2029\p{Cs}\u{10000}-\u{10ffff}]+/gu;

/** A text as people read it, fit for a file's name on every system. Signs outside the first plane go too: some archives break on them. */
function readable(text: string, most: number): string {
  const plain = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  return withinBytes(plain.slice(0, most), MOST_BYTES).replace(/[. ]+$/u, '').replace(/^[. ]+/u, '');
}

/** As much of it as takes at most so many bytes in UTF-8, decomposed as some systems keep names. */
function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += [...segment.normalize('NFD')].reduce((sum, sign) => sum + bytesOf(sign.codePointAt(0) ?? 0), 0);
    if (bytes > most) {
      break;
    }
    kept += segment;
  }
  return kept;
}

function bytesOf(sign: number): number {
  return sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
}

/**
 * The name of the branch's file: "Pilot - The other boat.fountain".
 * @param script the script's file name, with or without its extension
 */
export function branchFileName(script: string, title: string): string {
  const name = readable(script.replace(/^.*[/\\]/, '').replace(/\.(?:fountain|spmd|txt)$/i, ''), MOST_NAME - MOST_TITLE);
  return `${name || 'Script'} - ${readable(title, MOST_TITLE) || 'What if'}.fountain`;
}
