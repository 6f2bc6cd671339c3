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
/** What Windows, macOS or a shell's path would not take in a name. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u2028\u2029\ud800-\udfff]+/g;

/** A text as people read it, fit for a file's name on every system. Signs outside the first plane go too: some archives break on them. */
function readable(text: string, most: number): string {
  const plain = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  return plain.slice(0, most).replace(/[. ]+$/u, '').replace(/^[. ]+/u, '');
}

/**
 * The name of the branch's file: "Pilot - The other boat.fountain".
 * @param script the script's file name, with or without its extension
 */
export function branchFileName(script: string, title: string): string {
  const name = readable(script.replace(/^.*[/\\]/, '').replace(/\.(?:fountain|spmd|txt)$/i, ''), MOST_NAME - MOST_TITLE);
  return `${name || 'Script'} - ${readable(title, MOST_TITLE) || 'What if'}.fountain`;
}
