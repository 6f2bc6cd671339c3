// A speech as one line of text, for lists of what a character says.
import type { Script } from '../../fountain/script';
import type { Speech } from '../../script/speeches';
import { materialIn } from './material';

/** The spoken part on one line, parentheticals in their brackets, notes and boneyards gone. */
export function spokenLine(script: Script, speech: Speech): string {
  const parts = [...materialIn(script, speech)];
  return parts.map((part) => part.text.replace(/\s+/gu, ' ').trim()).join(' ');
}
