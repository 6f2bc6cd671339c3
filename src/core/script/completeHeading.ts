// Scene headings: their first word, the sets of the script, the times of day.
import type { Script } from '../fountain/script';
import type { CompletionEntry } from './complete';
import { beginsWith, byUse } from './completePrefix';
import { headingParts } from './heading';
import { canonicalName } from './names';
import { scenesOf } from './outline';
import type { TypingPlace } from './typingPlace';

/** How a heading begins. */
export const HEADING_WORDS = ['INT.', 'EXT.', 'INT./EXT.', 'EST.', 'I/E'];
const TIMES = ['DAY', 'NIGHT', 'MORNING', 'EVENING', 'DAWN', 'DUSK', 'LATER', 'CONTINUOUS', 'MOMENTS LATER', 'SAME'];
const PREFIX = /^(?:INT\.?\/EXT|EXT\.?\/INT|I\/E|INT|EXT|EST)(?:\. *| +)(?<= )/i;
const BEFORE_TIME = /^(.*\S) [-–—]+ +([^-–—]*)$/u;

/** Those of them that go on with what is typed. A `.` in front, which forces one, goes away with them. */
export function headingWords(typed: string): CompletionEntry[] {
  const forced = typed.startsWith('.');
  return HEADING_WORDS.filter((word) => beginsWith(word, forced ? typed.slice(1) : typed)).map((word) => {
    return { kind: 'heading', label: word, typedAs: forced ? `.${word}` : word, inserted: `${word} ` };
  });
}

/** What goes on behind INT. and its like, and from where in `typed`; undefined on a line that does not begin so. */
export function headingItems(script: Script, place: TypingPlace, typed: string): { at: number; entries: CompletionEntry[] } | undefined {
  const prefix = PREFIX.exec(typed)?.[0];
  if (prefix === undefined) {
    return undefined;
  }
  const begun = typed.slice(prefix.length);
  if (begun.includes('#')) {
    return { at: prefix.length, entries: [] };
  }
  const timed = BEFORE_TIME.exec(begun);
  const times = timed === null ? [] : timeItems(script, place, timed[2] ?? '');
  if (timed !== null && times.length > 0) {
    return { at: typed.length - (timed[2] ?? '').length, entries: times };
  }
  return { at: prefix.length, entries: setItems(script, place, begun, headingParts(`${prefix}x`).place) };
}

function timeItems(script: Script, place: TypingPlace, begun: string): CompletionEntry[] {
  const used = scenesOf(script).flatMap(({ item, from }) => (item.time === undefined || isHere(place, from) ? [] : [item.time.toUpperCase()]));
  return [...new Set([...byUse(used), ...TIMES])]
    .filter((time) => beginsWith(time, begun))
    .map((time) => ({ kind: 'time', label: time, typedAs: time, inserted: time }));
}

/** Sets that the script shows on the same side of the door come first; of those, the ones most used. */
function setItems(script: Script, place: TypingPlace, begun: string, side: string | undefined): CompletionEntry[] {
  const scenes = scenesOf(script).filter(({ item, from }) => item.set !== '' && !isHere(place, from));
  const same = byUse(scenes.filter(({ item }) => item.place === side).map(({ item }) => item.set));
  const all = byUse(scenes.map(({ item }) => item.set));
  const seen = new Set<string>();
  return [...same, ...all]
    .filter((set) => {
      const key = canonicalName(set);
      const again = seen.has(key);
      seen.add(key);
      return !again && beginsWith(set, begun);
    })
    .map((set) => ({ kind: 'set', label: set, typedAs: set, inserted: set }));
}

/** The heading that is being typed is one of the script's already. */
function isHere(place: TypingPlace, from: number): boolean {
  return place.from <= from && from <= place.to;
}
