// The end of a request for notes: what was said already, how many are wanted, and what the writer wants looked at.
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, linesWithin } from '../suggest/request/clip';
import { tagTokens } from '../suggest/request/part';
import { tagged, withoutTags } from '../suggest/request/tags';
import type { NoteKind } from './note';

export interface NotesWish {
  readonly part: { readonly firstScene: number; readonly lastScene: number };
  readonly count: number;
  readonly kinds: readonly NoteKind[];
  readonly direction?: string;
  readonly already: readonly string[];
}

const DIRECTION_TOKENS = 400;
const SHOWN_TOKENS = 700;

/** The last part of a request. @param room how many tokens it may take: what was shown gives way first */
export function describeNotesWish({ part, count, kinds, direction, already }: NotesWish, room: number): string {
  const wish = direction?.trim() ? direction.trim() : undefined;
  const asked = [
    `Give at most ${count} notes on ${scenesNamed(part)} in <pages>.`,
    ...(kinds.length > 0 ? [`Look for ${kinds.join(', ')} alone.`] : []),
    ...(already.length > 0 ? ['Make no point again that is listed in <shown>.'] : []),
    ...(wish === undefined ? [] : ["The writer's direction says what to look at; the form of the notes stays as it is:"]),
  ].join('\n');
  let left = room - estimateTokens(asked) - tagTokens('direction') - tagTokens('shown') - 4; // the lines between
  const wished = wish === undefined ? '' : clipTo(withoutTags(wish), Math.max(0, Math.min(DIRECTION_TOKENS, left)));
  left -= estimateTokens(wished);
  const lines = already.map((text) => `- ${clipTo(withoutTags(text.replace(/\s+/gu, ' ').trim()), 80)}`);
  const shown = linesWithin(lines.reverse(), Math.min(SHOWN_TOKENS, left)).split('\n').reverse().join('\n');
  return `${shown === '' ? '' : `${tagged('shown', shown)}\n\n`}${asked}${wished === '' ? '' : `\n${tagged('direction', wished)}`}`;
}

function scenesNamed({ firstScene, lastScene }: NotesWish['part']): string {
  if (lastScene === 0) {
    return 'what stands';
  }
  return firstScene === lastScene ? `scene ${lastScene}` : `scenes ${Math.max(1, firstScene)} to ${lastScene}`;
}
