// What Tab and Shift+Tab do at a cursor.
//
// | Tab ...                                        | does                                             | as in                               |
// | ---------------------------------------------- | ------------------------------------------------ | ----------------------------------- |
// | on an empty line                               | begins a cue: `@` and the people, the other      | Final Draft, Fade In, WriterDuet,   |
// |                                                | speaker of the scene first                       | Emacs' fountain-mode                |
// | again, on the bare mark                        | goes round: cue `@`, transition `>`, heading `.`,| Final Draft, WriterDuet, tkScenarist|
// |                                                | action (empty)                                   |                                     |
// | on an empty line under a cue or in a speech    | makes a parenthetical, cursor inside             | Final Draft, fountain-mode          |
// | at the end of a cue                            | makes a parenthetical below it                   | Final Draft, Fade In                |
// | in a parenthetical                             | goes out to the dialogue; empty brackets go away | fountain-mode                       |
// | at the end of a heading without a time         | writes ` - ` and offers times                    | Final Draft, Movie Magic            |
// | at the end of action or of what is said        | a new paragraph that begins a cue                | Final Draft (Tab after action)      |
// | anywhere else                                  | what the editor does                             |                                     |
//
// Shift+Tab goes round the other way. The marks are Fountain's own, so the page always tells which element it is, and a name
// typed behind `@` is a cue in any script and any case; a name picked from the list stands without it.
import type { Edit } from '../edits/edit';
import { hasHeadingPrefix } from '../fountain/rules';
import { blockAt, textOf, type Script } from '../fountain/script';
import { afterLineEnd, trim } from '../fountain/space';
import { headingParts } from './heading';
import { lineEndOf } from './seams';
import { isLikelyCue, typingPlaceAt, type TypingPlace } from './typingPlace';

export interface Typing {
  /** One, so that it is one undo; one that changes nothing only moves the cursor. */
  readonly edit: Edit;
  /** Where the cursor stands after the edit. */
  readonly cursor: number;
  /** Whether what may stand there is offered. */
  readonly offers: boolean;
}

/** The marks that Tab goes round; the empty one is action. */
const MARKS = ['', '@', '> ', '.'] as const;

/**
 * @param offset taken to the script's ends where it lies outside: a cursor may be behind text that has just gone
 * @returns undefined where Tab is the editor's own
 */
export function tabAt(script: Script, offset: number): Typing | undefined {
  const place = typingPlaceAt(script, offset);
  if (place.hidden || place.above === 'titlePage' || place.kind === 'titlePage') {
    return undefined;
  }
  if (place.text === '') {
    return onEmptyLine(script, place);
  }
  return turn(script, place, 1) ?? inBrackets(script, place) ?? (place.after === '' ? atEnd(script, place) : undefined);
}

/** @returns undefined where Shift+Tab is the editor's own */
export function backTabAt(script: Script, offset: number): Typing | undefined {
  const place = typingPlaceAt(script, offset);
  if (place.hidden || place.above === 'titlePage' || place.kind === 'titlePage') {
    return undefined;
  }
  if (isBrackets(place) && trim(place.text) === '()') {
    return replaced(place, '');
  }
  return turn(script, place, -1);
}

function onEmptyLine(script: Script, place: TypingPlace): Typing | undefined {
  switch (place.above) {
    case 'speech':
      return { edit: { offset: place.from, removed: 0, inserted: '()' }, cursor: place.from + 1, offers: false };
    case 'text': {
      const end = lineEnd(script, place.from);
      return withMark(place.from, `${end}@`, place.textBelow ? end : '');
    }
    default:
      return turn(script, place, 1);
  }
}

/** From one bare mark to the next. */
function turn(script: Script, place: TypingPlace, by: 1 | -1): Typing | undefined {
  const at = place.above === 'clear' ? MARKS.findIndex((mark) => mark.trim() === trim(place.text)) : -1;
  if (at < 0 || (at === 0 && place.text !== '')) {
    return undefined;
  }
  const mark = MARKS[(at + by + MARKS.length) % MARKS.length] ?? '';
  // A cue right above a paragraph would make a speech of it.
  const apart = at === 0 && place.textBelow ? lineEnd(script, place.from) : '';
  return mark === '' ? replaced(place, '') : { ...replaced(place, mark + apart), cursor: place.from + mark.length, offers: true };
}

function replaced(place: TypingPlace, inserted: string): Typing {
  return { edit: { offset: place.from, removed: place.text.length, inserted }, cursor: place.from + inserted.length, offers: false };
}

function isBrackets(place: TypingPlace): boolean {
  const text = trim(place.text);
  return place.above === 'speech' && text.startsWith('(') && text.endsWith(')');
}

function inBrackets(script: Script, place: TypingPlace): Typing | undefined {
  if (!isBrackets(place)) {
    return undefined;
  }
  if (trim(place.text) === '()') {
    return replaced(place, '');
  }
  const end = lineEnd(script, place.from);
  if (place.textBelow) {
    // Only looked at: the line end there may be another one than the script's first.
    const below = place.to + lengthOfLineEnd(script, place.to);
    return { edit: { offset: below, removed: 0, inserted: '' }, cursor: below, offers: false };
  }
  return { edit: { offset: place.to, removed: 0, inserted: end }, cursor: place.to + end.length, offers: false };
}

/** At the end of a line: that is where the place ends, wherever the cursor was said to be. */
function atEnd(script: Script, place: TypingPlace): Typing | undefined {
  const end = lineEnd(script, place.from);
  const offset = place.to;
  if (place.above === 'clear' && isLikelyCue(place.text)) {
    return { edit: { offset, removed: 0, inserted: `${end}()` }, cursor: offset + end.length + 1, offers: false };
  }
  if (place.textBelow || trim(place.before) === '') {
    return undefined;
  }
  switch (place.kind) {
    case 'sceneHeading':
      return afterHeading(place, offset, end);
    case 'action':
    case 'dialogue':
      return place.above === 'clear' && hasHeadingPrefix(place.text) ? undefined : withMark(offset, `${end}${end}@`, '');
    default:
      return undefined;
  }
}

function afterHeading(place: TypingPlace, offset: number, end: string): Typing {
  const { set, time } = headingParts(place.text);
  if (set !== '' && time === undefined && !/#\s*$| [-–—]\s*$/u.test(place.text)) {
    const inserted = place.text.endsWith(' ') ? '- ' : ' - ';
    return { edit: { offset, removed: 0, inserted }, cursor: offset + inserted.length, offers: true };
  }
  return { edit: { offset, removed: 0, inserted: end + end }, cursor: offset + end.length * 2, offers: false };
}

function withMark(offset: number, upTo: string, behind: string): Typing {
  return { edit: { offset, removed: 0, inserted: upTo + behind }, cursor: offset + upTo.length, offers: true };
}

/** The line end of the text around, or the script's. */
function lineEnd(script: Script, offset: number): string {
  const near = blockAt(script, offset)?.block.text ?? '';
  return lineEndOf(/[\r\n]/.test(near) ? near : textOf(script));
}

function lengthOfLineEnd(script: Script, offset: number): number {
  const placed = blockAt(script, offset);
  return placed === undefined ? 0 : afterLineEnd(placed.block.text, offset - placed.offset) - (offset - placed.offset);
}
