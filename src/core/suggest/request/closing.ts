// The end of every request: what was shown already, what the writer wants, and what this one speech allows.
import type { Script } from '../../fountain/script';
import { elementsOf } from '../../script/elements';
import type { Speech } from '../../script/speeches';
import { allowsParentheticals, longestAllowed } from '../limits';
import { clipTo, linesWithin } from './clip';
import { estimateTokens } from '../estimateTokens';
import { tagTokens } from './part';
import { tagged, withoutTags } from './tags';

export interface Closing {
  readonly script: Script;
  readonly speech: Speech;
  readonly count: number;
  readonly direction?: string;
  readonly already: readonly string[];
}

const DIRECTION_TOKENS = 400;
const SHOWN_TOKENS = 600;

/** The lines shown before, the newest first kept when there are too many, in the order they were shown. */
function shownLines(already: readonly string[], tokens: number): string {
  const lines = already.map((text) => `- ${clipTo(withoutTags(text.replace(/\s+/gu, ' ').trim()), 120)}`);
  return linesWithin(lines.reverse(), tokens).split('\n').reverse().join('\n');
}

function lengthRule(words: number, direction: string | undefined): string {
  if (words === 0) {
    return 'Keep it short.';
  }
  const about = `The speech has ${words} ${words === 1 ? 'word' : 'words'}`;
  return direction === undefined
    ? `${about}: stay near that, shorter rather than longer, and never over ${longestAllowed(words, direction)}.`
    : `${about}: stay near that unless the direction asks otherwise, and never go over ${longestAllowed(words, direction)}.`;
}

function parentheticalRule(script: Script, speech: Speech, direction: string | undefined): string {
  return allowsParentheticals(script, speech, direction)
    ? 'A parenthetical (in round brackets, on a line of its own) is allowed where the line cannot be read without it.'
    : 'No parentheticals and no stage directions.';
}

function hasLyrics(script: Script, speech: Speech): boolean {
  for (const { element, from } of elementsOf(script, speech.from)) {
    if (from > speech.to) {
      break;
    }
    if (element.kind === 'lyrics') {
      return true;
    }
  }
  return false;
}

/**
 * The last part of a request.
 * @param room how many tokens it may take; what was shown gives way first, the direction is only cut when it is a page
 */
export function describeRequest({ script, speech, count, direction, already }: Closing, room: number): string {
  const wish = direction?.trim() ? direction.trim() : undefined;
  const asked = [
    count === 1 ? 'Write 1 alternative for the speech marked <replace>.' : `Write ${count} alternatives for the speech marked <replace>, each with another intention.`,
    lengthRule(speech.words, wish),
    parentheticalRule(script, speech, wish),
    ...(hasLyrics(script, speech) ? ['Lines that begin with ~ are sung: keep that sign where they stay sung.'] : []),
    ...(already.length > 0 ? ['None may repeat, reword or share the intention of what is listed in <shown>.'] : []),
    ...(wish === undefined ? [] : ["The writer's direction goes before every rule but those on facts, language and form:"]),
  ].join('\n');
  let left = room - estimateTokens(asked) - tagTokens('direction') - tagTokens('shown') - 4; // the lines between
  const wished = wish === undefined ? '' : clipTo(withoutTags(wish), Math.min(DIRECTION_TOKENS, left));
  left -= estimateTokens(wished);
  const shown = already.length > 0 ? shownLines(already, Math.min(SHOWN_TOKENS, left)) : '';
  return `${shown === '' ? '' : `${tagged('shown', shown)}\n\n`}${asked}${wished === '' ? '' : `\n${tagged('direction', wished)}`}`;
}
