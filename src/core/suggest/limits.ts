// What one speech allows its alternatives: how long they may be, and whether they may have parentheticals.
import type { Script } from '../fountain/script';
import { elementsOf } from '../script/elements';
import type { Speech } from '../script/speeches';
import { DIRECTIONS } from './directions';

// What writers call them, in the languages scripts are most often written in.
const ASKS_FOR_PARENTHETICALS =
  /[(\uff08]|parenth|wryl|bracket|stage direction|didascali|regieanweisung|klammer|acotaci|par[e\u00e9]nt|rubrica|ремарк|скобк|skobk|nawias|haakje|παρ\u03adνθεσ|ト書き|括弧|括号|舞台指示|지문|괄호/iu;

/** Whether alternatives may have parentheticals: where the speech has one, or the direction speaks of them. */
export function allowsParentheticals(script: Script, speech: Speech, direction: string | undefined): boolean {
  if (direction !== undefined && ASKS_FOR_PARENTHETICALS.test(direction)) {
    return true;
  }
  for (const { element, from } of elementsOf(script, speech.from)) {
    if (from > speech.to) {
      break;
    }
    if (element.kind === 'parenthetical') {
      return true;
    }
  }
  return false;
}

/**
 * The most words an alternative may have. About the original's length is asked for; what is a little over may still be
 * the best line, so the limit is wider, and wider yet when the writer typed a direction, which may ask for more.
 */
export function longestAllowed(words: number, direction: string | undefined): number {
  const ours = DIRECTIONS.some(({ instruction }) => instruction === direction);
  return direction === undefined || ours ? Math.max(words * 2, words + 18) : Math.max(words * 4, words + 80);
}
