// What may come where the cursor stands: the rest of a line, what a cue says, or the next speech or beat.
import { elementsOf } from '../script/elements';
import type { Element, ElementKind } from '../fountain/elements';
import { blockAt, sliceOf, type Script } from '../fountain/script';
import { trim, trimEnd } from '../fountain/space';
import { lineEndOf } from '../script/seams';
import { speechAt } from '../script/speeches';
import { isLikelyCue, typingPlaceAt, type TypingPlace } from '../script/typingPlace';
import { blankAround } from './blankAround';
import { nextSpeakers, speakerNamed, speakerBeginning, type Speaker } from './speakers';

interface Here {
  readonly script: Script;
  /** Where the text would come in. */
  readonly offset: number;
  readonly lineEnd: string;
  /** Line ends that part it from what stands above and below. */
  readonly lead: string;
  readonly trail: string;
}

/** A line that stops before its sentence does, or behind whose end the writer has typed a space. */
export interface RestPlace extends Here {
  readonly wants: 'rest';
  readonly kind: 'dialogue' | 'lyrics' | 'action';
  /** The element's text on the cursor's line, up to the cursor. */
  readonly typed: string;
  /** Who is speaking; undefined in action. */
  readonly speaker?: Speaker;
}

/** Under a cue, or behind one. */
export interface WordsPlace extends Here {
  readonly wants: 'words';
  readonly speaker: Speaker;
  /** What is still missing of the cue's name; mostly nothing. */
  readonly completes: string;
}

/** Where an element of its own may begin. */
export interface NextPlace extends Here {
  readonly wants: 'next';
  /** Who may speak, the likeliest first; empty in a script where nobody speaks yet. */
  readonly speakers: readonly Speaker[];
  /** Whether someone will speak rather than something happen. */
  readonly speechFirst: boolean;
  /** The mark that forces a cue stands there already. */
  readonly forced: boolean;
  /** Whose speech comes next in the script as it is: anybody but them may speak here. */
  readonly follower?: Speaker;
}

export type ContinuationPlace = RestPlace | WordsPlace | NextPlace;

/**
 * Why nothing can be offered: `inside` a line or before the rest of a paragraph; `private`: a note, a boneyard or the title
 * page, which no model reads; `answered`: the cue has its words; `scene`: a heading comes next; `other`: a section, synopsis,
 * transition or page break; `empty`: nothing to go on from.
 */
export type NoPlace = 'inside' | 'private' | 'answered' | 'scene' | 'other' | 'empty';

/** Whether a line has come to its end: a closing mark, or a speech that breaks off as speeches do. */
function isFinished(text: string): boolean {
  return /(?:[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u055e\u1362]|--|[\u2013\u2014])["'\u2019\u201d\u00bb\u300d\u300f)\]*_]*$/u.test(text);
}

/** What may come at an offset of the script, or why nothing may. */
export function continuationPlace(script: Script, offset: number): ContinuationPlace | NoPlace {
  const at = typingPlaceAt(script, offset);
  if (at.hidden || isBehindOpenMark(script, offset) || at.above === 'titlePage' || at.kind === 'titlePage' || at.kind === 'note' || at.kind === 'boneyard') {
    return 'private';
  }
  if (trim(at.after) !== '') {
    return 'inside';
  }
  const before = lastBefore(script, offset);
  if (before === undefined || before.kind === 'titlePage') {
    return 'empty';
  }
  const here = { script, offset, lineEnd: lineEndOf(sliceOf(script, 0, Math.min(script.length, 4000))) };
  return trim(at.text) === '' ? onBlankLine(here, at, before) : onLine(here, at, before);
}

/** Whether a note or boneyard was begun before an offset, in its paragraph, and not closed: it is being typed. */
function isBehindOpenMark(script: Script, offset: number): boolean {
  const placed = blockAt(script, offset);
  const inside = placed === undefined ? 0 : offset - placed.offset;
  return placed?.block.problems.some(({ kind, from }) => (kind === 'unclosedNote' || kind === 'unclosedBoneyard') && from < inside && !/(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r|\n)/.test(placed.block.text.slice(from, inside))) === true;
}

type Base = Pick<Here, 'script' | 'offset' | 'lineEnd'>;

/** The last element that begins before an offset. */
function lastBefore(script: Script, offset: number): Element | undefined {
  let last: Element | undefined;
  for (const { element, from } of elementsOf(script)) {
    if (from >= offset) {
      break;
    }
    last = element.kind === 'note' || element.kind === 'boneyard' ? last : element;
  }
  return last;
}

function onBlankLine(base: Base, at: TypingPlace, before: Element): ContinuationPlace | NoPlace {
  const around = blankAround(base.script, at, base.lineEnd);
  if (before.kind === 'transition') {
    return 'scene';
  }
  if (at.above === 'speech' && (before.kind === 'character' || before.kind === 'parenthetical')) {
    const name = speakerOf(base, before);
    return name === undefined ? 'other' : { ...base, ...around, lead: '', wants: 'words', speaker: name, completes: '' };
  }
  if (at.above === 'speech' && before.kind === 'action') {
    const cue = speakerNamed(base.script, trim(before.text), base.offset);
    return { ...base, ...around, lead: '', wants: 'words', speaker: cue, completes: '' };
  }
  return next(base, around, before.kind);
}

function speakerOf({ script, offset }: Base, before: Element): Speaker | undefined {
  if (before.kind === 'character') {
    return speakerNamed(script, before.name, offset);
  }
  // A parenthetical that waits for its words: the cue stands above it.
  for (const { element } of [...elementsOf(script)].filter(({ from }) => from < offset).reverse()) {
    if (element.kind === 'character') {
      return speakerNamed(script, element.name, offset);
    }
  }
  return undefined;
}

function onLine(base: Base, at: TypingPlace, before: Element): ContinuationPlace | NoPlace {
  const { script, offset, lineEnd } = base;
  const fresh = { lead: lineEnd + lineEnd, trail: '' };
  const kinds: Partial<Record<ElementKind, true>> = { dialogue: true, lyrics: true, action: true };
  if (at.kind === 'character') {
    return 'answered';
  }
  if (at.kind === 'action' && at.above === 'clear' && (isLikelyCue(at.text) || trim(at.text) === '@')) {
    return at.textBelow ? 'inside' : underCue(base, trim(at.text));
  }
  if (at.textBelow) {
    return 'inside';
  }
  if (at.kind === 'parenthetical') {
    const speaker = speakerOf(base, before);
    return speaker ? { ...base, lead: lineEnd, trail: '', wants: 'words', speaker, completes: '' } : 'other';
  }
  if (at.kind === 'sceneHeading') {
    return next(base, fresh, at.kind);
  }
  if (at.kind === 'transition') {
    return 'scene';
  }
  if (at.kind === undefined || !kinds[at.kind]) {
    return 'other';
  }
  if (isFinished(trimEnd(at.text)) && at.before === trimEnd(at.before)) {
    return next(base, fresh, at.kind);
  }
  const speech = at.kind === 'action' ? undefined : speechAt(script, offset) ?? speechAt(script, at.from);
  const kind = at.kind === 'dialogue' || at.kind === 'lyrics' ? at.kind : 'action';
  const rest = { ...base, lead: '', trail: '', wants: 'rest', kind, typed: at.before } as const;
  return speech ? { ...rest, speaker: speakerNamed(script, speech.name, offset) } : kind === 'action' ? rest : 'other';
}

/** Behind a cue, which may be typed in part. */
function underCue(base: Base, line: string): ContinuationPlace {
  const { script, offset, lineEnd } = base;
  const name = line.replace(/^@/, '').trim();
  if (name === '') {
    const { speakers, follower } = nextSpeakers(script, offset);
    // Somebody is about to speak, the writer says: where there is nobody else, it is them again.
    const who = speakers.length > 0 || !follower ? { speakers, ...(follower ? { follower } : {}) } : { speakers: [follower] };
    return { ...base, lead: '', trail: '', wants: 'next', ...who, speechFirst: true, forced: true };
  }
  const begun = speakerBeginning(script, offset, name);
  const speaker = begun ?? speakerNamed(script, name, offset);
  return { ...base, lead: lineEnd, trail: '', wants: 'words', speaker, completes: begun ? begun.written.slice(name.length) : '' };
}

function next(base: Base, around: { readonly lead: string; readonly trail: string }, kind: ElementKind): ContinuationPlace {
  const { speakers, here, follower } = nextSpeakers(base.script, base.offset);
  const speechFirst = here && speakers.length > 0 && kind !== 'sceneHeading';
  return { ...base, ...around, wants: 'next', speakers, speechFirst, forced: false, ...(follower ? { follower } : {}) };
}
