// What a model wrote, made into the exact text that may come in at the cursor, or refused with the reason.
import { sliceOf } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { elementsOf } from '../script/elements';
import { canonicalName } from '../script/names';
import { countWords } from '../script/speeches';
import { LONGEST_TEXT } from '../suggest/answer/jsonString';
import type { RawAlternative } from '../suggest/answer/rawAlternative';
import { cleanAlternative } from '../suggest/cleanAlternative';
import { sameWords, tooAlike } from '../suggest/distinctness';
import { structureIn } from '../suggest/structure';
import { inTypographyOf } from '../suggest/typography';
import { joinRest } from './joinRest';
import type { ContinuationPlace, NextPlace } from './place';
import { proveContinuation, type Meant } from './proveContinuation';
import { speakerNamed, type Speaker } from './speakers';

export interface Continuation {
  /** What the editor inserts, to the letter. */
  readonly inserted: string;
  /** The words of it that are new on the page, to compare by. */
  readonly words: string;
}

/**
 * Why a text is not offered. `unclear`: it does not say who speaks, or names somebody who is not in the script; `repeats`:
 * it is what stands there already; `row`: whose speech comes next in the script would speak twice in a row; the others as for
 * alternatives.
 */
export type ContinuationRefusal = 'empty' | 'long' | 'structure' | 'unclear' | 'repeats' | 'row' | 'alike' | 'unsafe';

export type CheckedContinuation = ({ readonly ok: true } & Continuation) | { readonly ok: false; readonly reason: ContinuationRefusal };

/** In words: more is no next line and no beat. */
export const MOST_WORDS = { spoken: 60, action: 70, rest: 40 } as const;
/** In characters: what has no words to count must end somewhere too. */
const LONGEST_WORD = 30;

const no = (reason: ContinuationRefusal): CheckedContinuation => ({ ok: false, reason });

/**
 * The text that may be inserted at `place.offset`, proven to change nothing else.
 * @param shown what was offered for this place already
 */
export function checkContinuation(place: ContinuationPlace, raw: RawAlternative, shown: readonly Continuation[]): CheckedContinuation {
  if (raw.text.length > LONGEST_TEXT) {
    return no('long');
  }
  const part = place.wants === 'next' ? partOf(place, raw) : { text: raw.text, speaker: place.speaker };
  if (part === undefined) {
    return no('unclear');
  }
  const { speaker } = part;
  if (speaker !== undefined && place.wants === 'next' && speaker.name === place.follower?.name) {
    return no('row');
  }
  const isAction = speaker === undefined;
  const name = speaker?.name ?? '';
  const cleaned = cleanAlternative(part.text, { name, parentheticals: isAction, original: place.wants === 'rest' ? place.typed : '' });
  // Of action the first paragraph is taken: what comes behind it is no matter.
  const meant = isAction ? (cleaned.split('\n\n')[0] ?? '') : cleaned;
  if (structureIn(meant, namesIn(place)) !== undefined) {
    return no('structure');
  }
  const words = inTypographyOf(place.script, onOneLine(meant));
  if (!/[\p{L}\p{N}]/u.test(words)) {
    return no('empty');
  }
  const most = MOST_WORDS[place.wants === 'rest' ? 'rest' : isAction ? 'action' : 'spoken'];
  if (countWords(words) > most || words.length > most * LONGEST_WORD) {
    return no('long');
  }
  return place.wants === 'rest' ? finish(place, joinRest(place, words, raw.text), shown) : finish(place, words, shown, speaker);
}

/** Who speaks or that something happens, and the words, out of one answer. */
function partOf({ script, offset, speakers, speechFirst, forced }: NextPlace, { text, intent }: RawAlternative): { text: string; speaker: Speaker | undefined } | undefined {
  const known = new Map(charactersOf(script).map(({ name }) => [name, name]));
  const find = (said: string | undefined): Speaker | undefined => {
    const name = canonicalName((said ?? '').replace(/[*_@^:]/g, '').replace(/\([^()]*\)/g, ''));
    return known.has(name) ? speakerNamed(script, name, offset) : undefined;
  };
  const head = /^\s*([^\n:]{1,60})(?:\n|:[ \n])\s*(?=\S)/.exec(text);
  const spoken = find(intent) ?? find(head?.[1]);
  if (spoken !== undefined) {
    return { text, speaker: spoken };
  }
  if (intent !== undefined && /^[*_\s]*(?:action|beat|description)\b/i.test(intent)) {
    return forced ? undefined : { text, speaker: undefined };
  }
  // Bare lines, numbered or quoted: where someone is about to speak, they are what is said.
  return intent === undefined && speechFirst && speakers[0] ? { text, speaker: speakers[0] } : undefined;
}

/** Wrapped as the model liked to: one line, unless it is sung. */
function onOneLine(text: string): string {
  return /^~/m.test(text) ? text.replace(/\n+/g, '\n') : text.replace(/\s*\n\s*/g, ' ').trim();
}

function namesIn({ script }: ContinuationPlace): ReadonlySet<string> {
  return new Set(charactersOf(script).map(({ name }) => name));
}

function finish(place: ContinuationPlace, words: string, shown: readonly Continuation[], speaker?: Speaker): CheckedContinuation {
  if (!/[\p{L}\p{N}]/u.test(words)) {
    return no('repeats');
  }
  if (place.wants !== 'rest' && neighbours(place).some((said) => tooAlike(words, said))) {
    return no('repeats');
  }
  if (shown.some((other) => sameWords(other.words, words) || (place.wants !== 'rest' && tooAlike(other.words, words)))) {
    return no('alike');
  }
  for (const { inserted, meant } of forms(place, words, speaker)) {
    if (proveContinuation(place.script, place.offset, inserted, meant)) {
      return { ok: true, inserted, words };
    }
  }
  return no('unsafe');
}

/** The ways to write it, the plainest first: more line ends where a blank line of spaces would join what must be apart. */
function forms(place: ContinuationPlace, words: string, speaker: Speaker | undefined): { inserted: string; meant: Meant }[] {
  const { lineEnd, lead, trail } = place;
  const lines = words.split('\n').join(lineEnd);
  if (place.wants === 'rest') {
    return [{ inserted: lines, meant: { as: 'rest', words } }];
  }
  const meant: Meant = speaker === undefined ? { as: 'action', words } : { as: isBegun(place) ? 'under' : 'speech', speaker: speaker.name, words };
  const head = place.wants === 'words' ? place.completes + lead : speaker === undefined ? '' : cueLine(place, speaker) + lineEnd;
  const leads = isBegun(place) ? [''] : [lead, lead + lineEnd, lead + lineEnd + lineEnd];
  return leads.flatMap((before) => [trail, trail + lineEnd].map((behind) => ({ inserted: before + head + lines + behind, meant })));
}

/** Whether a cue, or its mark, stands there already. */
function isBegun(place: ContinuationPlace): boolean {
  return place.wants === 'words' || (place.wants === 'next' && place.forced);
}

function cueLine(place: ContinuationPlace, { cue }: Speaker): string {
  return place.wants === 'next' && place.forced ? cue.replace(/^@/, '') : cue;
}

/** What is said or told right before and right behind the cursor. */
function neighbours({ script, offset }: ContinuationPlace): string[] {
  const told: { text: string; behind: boolean }[] = [];
  for (const { element, from, to } of elementsOf(script)) {
    if (element.kind === 'dialogue' || element.kind === 'action') {
      told.push({ text: sliceOf(script, from, to), behind: from >= offset });
      if (told.filter(({ behind }) => behind).length === 2) {
        break;
      }
    }
  }
  const behind = told.filter((each) => each.behind);
  return [...told.filter((each) => !each.behind).slice(-3), ...behind].map(({ text }) => text);
}
