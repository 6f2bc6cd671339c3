// Where to go on from inside a speech or a paragraph of action: a wrapped line has ends on the screen that are none in the script.
import type { Script } from '../fountain/script';
import { trim, trimEnd } from '../fountain/space';
import { typingPlaceAt } from '../script/typingPlace';

/**
 * The end of the words on an offset's line, where the offset is before or among the words of the last line of a speech or of
 * a paragraph of action; undefined anywhere else.
 */
export function lineEndBehind(script: Script, offset: number): number | undefined {
  const { kind, after, textBelow } = typingPlaceAt(script, offset);
  const goesOn = kind === 'dialogue' || kind === 'lyrics' || kind === 'action';
  return goesOn && !textBelow && trim(after) !== '' ? offset + trimEnd(after).length : undefined;
}
