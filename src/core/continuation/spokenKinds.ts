// The elements of a speech below its cue.
import type { Element } from '../fountain/elements';

export function isSpoken({ kind }: Element): boolean {
  return kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyrics';
}
