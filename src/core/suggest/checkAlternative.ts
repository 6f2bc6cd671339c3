// What a model wrote, made fit for one speech of a script or refused with the reason.
import { sliceOf, type Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { countWords, type Speech } from '../script/speeches';
import { LONGEST_TEXT } from './answer/jsonString';
import type { RawAlternative } from './answer/rawAlternative';
import { cleanAlternative } from './cleanAlternative';
import { likeness, sameWords, spokenWords, tooAlike } from './distinctness';
import { insertableSource } from './insertion';
import { allowsParentheticals, longestAllowed } from './limits';
import { structureIn, type Structure } from './structure';
import { inTypographyOf } from './typography';

/** Where an alternative would stand, and what it must differ from. */
export interface AlternativePlace {
  readonly script: Script;
  readonly speech: Speech;
  /** What was shown for this speech before, as source or as words. */
  readonly accepted: readonly string[];
  /** As in the request: it may allow more words, and parentheticals. */
  readonly direction?: string;
}

/**
 * Why an alternative is not shown. `same`: the speech as it is; `alike`: too like it or one shown; `empty`: no words;
 * `long`: more words than allowed; `structure`: it brings another part of a screenplay along; `unsafe`: put in place, it
 * would change what stands around it.
 */
export type Refusal =
  | { readonly reason: 'same' | 'empty' | 'unsafe' }
  | { readonly reason: 'alike'; readonly to: 'original' | 'shown'; readonly likeness: number }
  | { readonly reason: 'long'; readonly words: number; readonly allowed: number }
  | { readonly reason: 'structure'; readonly found: Structure };

export type RefusalReason = Refusal['reason'];

export type CheckedAlternative =
  | { readonly ok: true; /** The exact source for `speech.from`..`speech.to`. */ readonly text: string; readonly intent?: string }
  | ({ readonly ok: false } & Refusal);

const LONGEST_INTENT = 40;
/** In characters: what has no words to count must end somewhere too. */
const LONGEST_WORD = 30;
const names = new WeakMap<Script, ReadonlySet<string>>();

function namesOf(script: Script): ReadonlySet<string> {
  let found = names.get(script);
  if (!found) {
    found = new Set(charactersOf(script).map((person) => person.name));
    names.set(script, found);
  }
  return found;
}

/** The intent on one line, without decoration, as many whole words as a label holds. */
function cleanIntent(intent: string | undefined): string | undefined {
  let label = '';
  for (const word of (intent ?? '').replace(/[*_`"\u201c\u201d\p{Cc}]/gu, ' ').trim().split(/\s+/u)) {
    const longer = label === '' ? word : `${label} ${word}`;
    if (longer.length > LONGEST_INTENT) {
      break;
    }
    label = longer;
  }
  label = label.replace(/[\s.,;:\u3002]+$/u, '');
  return label === '' ? undefined : label;
}

function likeOne(words: string, original: string, shown: readonly string[]): Refusal | undefined {
  if (sameWords(words, original)) {
    return { reason: 'same' };
  }
  if (tooAlike(words, original)) {
    return { reason: 'alike', to: 'original', likeness: likeness(words, original) };
  }
  const like = shown.find((other) => tooAlike(words, other));
  return like === undefined ? undefined : { reason: 'alike', to: 'shown', likeness: likeness(words, like) };
}

/**
 * Cleans a model's text of its wrappers, and refuses what is no alternative to this speech or cannot stand in its place
 * without changing something else. What comes back as `text` may be put in by one edit.
 */
export function checkAlternative(place: AlternativePlace, raw: RawAlternative): CheckedAlternative {
  const { script, speech, direction } = place;
  if (raw.text.length > LONGEST_TEXT) {
    return { ok: false, reason: 'long', words: countWords(raw.text), allowed: longestAllowed(speech.words, direction) };
  }
  const original = spokenWords(sliceOf(script, speech.from, speech.to));
  const text = cleanAlternative(raw.text, {
    name: speech.name,
    ...(speech.cue.extension !== undefined && { extension: speech.cue.extension }),
    parentheticals: allowsParentheticals(script, speech, direction),
    original,
  });
  const found = structureIn(text, namesOf(script));
  if (found !== undefined) {
    return { ok: false, reason: 'structure', found };
  }
  const meant = inTypographyOf(script, text);
  const words = spokenWords(meant);
  if (!/[\p{L}\p{N}\p{S}?!.\u2026]/u.test(words)) {
    return { ok: false, reason: 'empty' };
  }
  const count = countWords(words);
  const allowed = longestAllowed(speech.words, direction);
  if (count > allowed || words.length > allowed * LONGEST_WORD) {
    return { ok: false, reason: 'long', words: count, allowed };
  }
  const like = likeOne(words, original, place.accepted.map(spokenWords));
  if (like) {
    return { ok: false, ...like };
  }
  const source = insertableSource(script, speech, meant);
  if (source === undefined) {
    return { ok: false, reason: 'unsafe' };
  }
  const intent = cleanIntent(raw.intent);
  return intent === undefined ? { ok: true, text: source } : { ok: true, text: source, intent };
}
