// From one speech of a character to the next one.
import type { Script } from '../fountain/script';
import { speechesOf, type Speech } from './speeches';

export interface NextSpeech {
  readonly speech: Speech;
  /** It began again at the other end of the script. */
  readonly isAround: boolean;
}

/**
 * The character's speech behind or before an offset; a speech that holds the offset is neither.
 * @param name canonical
 * @returns undefined when the character never speaks
 */
export function nextSpeech(script: Script, name: string, offset: number, way: 'next' | 'previous'): NextSpeech | undefined {
  const own = speechesOf(script).filter((speech) => speech.name === name);
  const found = way === 'next' ? own.find((speech) => speech.blockOffset + speech.cue.from > offset) : own.findLast((speech) => speech.to < offset);
  const speech = found ?? (way === 'next' ? own[0] : own.at(-1));
  return speech && { speech, isAround: found === undefined };
}
