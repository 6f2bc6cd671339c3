// What may stand at a cursor: the words offered there, best first. Nothing inside action, speeches, notes and boneyards.
import type { Script } from '../fountain/script';
import { cueItems } from './completeCue';
import { extensionItems } from './completeExtension';
import { HEADING_WORDS, headingItems, headingWords } from './completeHeading';
import { TITLE_KEYS, titleKeyItems } from './completeTitleKey';
import { TRANSITIONS, transitionItems } from './completeTransition';
import { longestUsed } from './completeUsed';
import { canonicalName } from './names';
import { typingPlaceAt, type TypingPlace } from './typingPlace';

export type CompletionKind = 'cue' | 'heading' | 'set' | 'time' | 'extension' | 'transition' | 'titleKey';

export interface CompletionEntry {
  readonly kind: CompletionKind;
  /** What is shown, and what what is typed is compared with (marks in front included in `typedAs`). */
  readonly label: string;
  readonly typedAs: string;
  readonly inserted: string;
  /** Why a cue stands where it does in the list. */
  readonly why?: 'otherSpeaker' | 'inScene';
}

export interface Completion {
  /** What an entry takes the place of, absolute: always around the cursor and on its line. */
  readonly from: number;
  readonly to: number;
  /** Never empty; an entry that is typed out already is not among them. */
  readonly entries: readonly CompletionEntry[];
}

/** The writer asked for the list; or it is open and goes on with a further letter; or typing alone asks. */
export type Asking = 'asked' | 'stillOpen' | 'unasked';

/**
 * @param asking when asked, something is offered also on an empty line and from the first letter, small or capital
 * @returns undefined where nothing is offered
 */
export function completionAt(script: Script, offset: number, asking: Asking): Completion | undefined {
  const place = typingPlaceAt(script, offset);
  if (place.hidden || place.above === 'speech') {
    return undefined;
  }
  const indent = /^\s*/.exec(place.before)?.[0].length ?? 0;
  const typed = place.before.slice(indent);
  const found = entriesFor(script, place, typed, indent, asking);
  if (found === undefined) {
    return undefined;
  }
  const already = place.text.slice(found.from, found.to).replace(/^@/, '');
  const entries = found.entries.filter(({ inserted, label }) => inserted !== already && label !== already);
  // DEV is typed: DEVON must not be taken for it by an Enter.
  const isWhole = entries.length < found.entries.length && asking !== 'asked';
  return entries.length === 0 || isWhole ? undefined : { from: place.from + found.from, to: place.from + found.to, entries };
}

const LONGEST_KNOWN = Math.max(...[...HEADING_WORDS, ...TRANSITIONS, ...TITLE_KEYS].map(({ length }) => length));

/** The entries, and the part of the line they take the place of. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly CompletionEntry[];
}

function entriesFor(script: Script, place: TypingPlace, typed: string, indent: number, asking: Asking): Found | undefined {
  const end = place.before.length;
  if (place.above === 'clear') {
    const extension = extensionItems(script, place, typed);
    if (extension !== undefined) {
      return extension;
    }
  }
  if (place.after.trim() !== '') {
    return undefined;
  }
  const whole = (entries: readonly CompletionEntry[]): Found => ({ from: indent, to: end, entries });
  if (place.above === 'titlePage') {
    return indent === 0 && isEnough(typed, asking) ? whole(titleKeyItems(script, typed)) : undefined;
  }
  if (typed.startsWith('>')) {
    return whole(transitionItems(script, typed));
  }
  if (place.above !== 'clear') {
    return undefined;
  }
  if (typed.startsWith('.')) {
    return typed !== '.' || asking === 'asked' ? whole(headingWords(typed)) : undefined;
  }
  const heading = headingItems(script, place, typed);
  if (heading !== undefined) {
    return { from: indent + heading.at, to: end, entries: heading.entries };
  }
  if (typed.startsWith('@')) {
    return whole(cueItems(script, place, typed));
  }
  // A paragraph that is longer than any word offered is one: nothing has to be compared with it.
  if (!isEnough(typed, asking) || canonicalName(typed).length > Math.max(LONGEST_KNOWN, longestUsed(script))) {
    return undefined;
  }
  const title = place.first && indent === 0 ? titleKeyItems(script, typed) : [];
  return whole([...cueItems(script, place, typed), ...headingWords(typed), ...transitionItems(script, typed), ...title]);
}

/** Capitals are meant as more than prose from the first one on; of other words three letters must stand there. */
function isEnough(typed: string, asking: Asking): boolean {
  // In an open list small letters alone are there only when it was asked for.
  const meant = asking === 'asked' || (asking === 'stillOpen' && !/\p{Lu}/u.test(typed));
  return meant || (/\p{L}/u.test(typed) && (!/\p{Ll}/u.test(typed) || [...typed].length >= 3));
}
