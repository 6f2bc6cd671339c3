// Keeps a note on the words it speaks of while the writer writes, and finds them again when they come back.
import type { Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';
import { sliceOf, textOf, type Script } from '../fountain/script';
import { trimmed, type ScriptStep } from '../proposals/follow';
import { freshSpans, mapSpan } from '../proposals/mapSpan';
import type { Surroundings } from '../proposals/proposal';
import { matchOf, sameText, WITNESS } from '../proposals/surroundings';
import type { KeptNote, NoteAnchor, ReaderNote } from './note';

/** How much is remembered on each side, in UTF-16 units. */
const REACH = 120;
/** From this length on words that are there once speak for themselves. */
const LONG = 40;
/** Stands for the script's own start and end, which witness as well as words do. */
const EDGE = '\u0000'.repeat(WITNESS);

/** A stretch longer than this is worth putting the whole script together, once for all notes. */
const FAR = 20_000;

/** A script's source to look things up in; a string is one too. */
interface Page {
  readonly length: number;
  slice(from: number, to: number): string;
}

function pageOf(script: Script): Page {
  let whole: string | undefined;
  return {
    length: script.length,
    slice: (from, to) => {
      whole ??= to - from > FAR ? textOf(script) : undefined;
      return whole?.slice(from, to) ?? sliceOf(script, from, to);
    },
  };
}

/** What stands around a stretch; white space folded, so that no formatter breaks it. */
export function noteSurroundings(script: Script, span: Span): Surroundings {
  return surroundingsIn(pageOf(script), span);
}

function surroundingsIn(page: Page, { from, to }: Span): Surroundings {
  const [start, end] = [Math.max(0, from - 2 * REACH), Math.min(page.length, to + 2 * REACH)];
  const before = (start === 0 ? EDGE : '') + fold(page.slice(start, from));
  const after = fold(page.slice(to, end)) + (end === page.length ? EDGE : '');
  return { before: before.slice(-REACH), after: after.slice(0, REACH) };
}

/**
 * The note after a change of its script: it moves with what is written above it, says when its words are changed or gone,
 * and stands on them again when undo or a paste brings them back. The same object when nothing about it changed.
 */
export function rebaseNote(note: ReaderNote, step: ScriptStep): ReaderNote {
  const [rebased = note] = rebaseNotes([note], step);
  return rebased;
}

/** All notes of a script after a change of it, each as `rebaseNote` says: what is read of the script is read once for all. */
export function rebaseNotes(notes: readonly ReaderNote[], step: ScriptStep): ReaderNote[] {
  const edits = trimmed(step);
  const page = pageOf(step.after);
  return notes.map((note) => settle(note, rebaseAnchor(note, edits, step, page), note.kept && rebaseKept(note.kept, edits, page)));
}

/** The note in a script whose way here is not known: reopened after a reload, or changed outside the editor. */
export function relocateNote(note: ReaderNote, script: Script): ReaderNote {
  return relocateIn(note, textOf(script));
}

/** All notes of a script whose way here is not known, each as `relocateNote` says: the script is put together once. */
export function relocateNotes(notes: readonly ReaderNote[], script: Script): ReaderNote[] {
  const text = textOf(script);
  return notes.map((note) => relocateIn(note, text));
}

function relocateIn(note: ReaderNote, script: Page): ReaderNote {
  const { anchor } = note;
  const all = { from: 0, to: script.length };
  const found = placeIn(note, script, [all], anchor.around) ?? unmoved(note, script);
  const [from, to] = [Math.min(anchor.from, script.length), Math.min(anchor.to, script.length)];
  const settled: NoteAnchor = found ? { ...found, standing: 'here', around: anchor.around } : { from, to, standing: to > from ? 'changed' : 'gone', around: anchor.around };
  return settle(note, settled, note.kept && (keptIn(note.kept, script, [all]) ?? { ...note.kept, from, to: from, stands: false }));
}

/** The note with what stands around it noted anew: for the moment before its script is closed or saved. */
export function refreshNote(note: ReaderNote, script: Script): ReaderNote {
  const { anchor } = note;
  return anchor.standing === 'here' ? { ...note, anchor: { ...anchor, around: noteSurroundings(script, anchor) } } : note;
}

function rebaseAnchor(note: ReaderNote, edits: readonly Edit[], step: ScriptStep, page: Page): NoteAnchor {
  const { anchor, quote } = note;
  const seen = anchor.standing === 'here';
  const { narrow, wide } = mapSpan(anchor, edits);
  if (seen && narrow.to - narrow.from === quote.length && edits.every((edit, i) => missed(edit, i === 0 ? anchor : undefined))) {
    return narrow.from === anchor.from ? anchor : { ...anchor, ...narrow };
  }
  if (isThere(quote, page, narrow)) {
    return { ...anchor, ...narrow, standing: 'here' };
  }
  const [inside, ...others] = seen && narrow.to > narrow.from ? occurrences(quote, page, wide) : [];
  if (inside && others.length === 0) {
    return { ...anchor, ...inside };
  }
  const lost = seen ? noteSurroundings(step.before, anchor) : anchor.around;
  // As long as something of the words is at its place, equal words that come in elsewhere are a copy.
  const searched = narrow.to > narrow.from ? [wide] : [wide, ...freshSpans(edits)];
  const found = placeIn(note, page, searched, lost);
  if (found) {
    return { ...found, standing: 'here', around: lost };
  }
  // Remembered in the moment they are lost: what stood around them is what an undo or a paste brings back with them.
  return { ...narrow, standing: narrow.to > narrow.from ? 'changed' : 'gone', around: lost };
}

/** Whether a single edit plainly lies outside an anchor: nothing has to be read then. */
function missed({ offset, removed }: Edit, anchor: Span | undefined): boolean {
  return anchor !== undefined && (offset + removed < anchor.from || offset > anchor.to);
}

function isThere(quote: string, script: Page, { from, to }: Span): boolean {
  return to > from && sameText(script.slice(from, to), quote);
}

/** The words at their old place with all that stood around them: a scene that is in the script twice does not make them doubtful. */
function unmoved({ anchor, quote }: ReaderNote, script: Page): Span | undefined {
  const span = { from: anchor.from, to: anchor.to };
  if (span.to > script.length || !isThere(quote, script, span)) {
    return undefined;
  }
  const now = surroundingsIn(script, span);
  return now.before === anchor.around.before && now.after === anchor.around.after ? span : undefined;
}

/** The one place in these stretches that is plainly where the words stood; none where two could be. */
function placeIn({ quote }: ReaderNote, script: Page, spans: readonly Span[], lost: Surroundings): Span | undefined {
  const found = new Map<number, Span>();
  for (const span of spans) {
    for (const place of occurrences(quote, script, span)) {
      found.set(place.from, place);
    }
  }
  const places = [...found.values()].map((place) => ({ place, match: matchOf(lost, surroundingsIn(script, place)) }));
  places.sort((a, b) => b.match - a.match);
  const [best, second] = places;
  if (!best || (second && second.match === best.match)) {
    return undefined;
  }
  return best.match >= WITNESS || (places.length === 1 && quote.length >= LONG) ? best.place : undefined;
}

/** Enough to tell that it is told apart from nothing: a word like "the" is on every line. */
const MOST_PLACES = 200;

/** Where words stand that have something of a stretch in them: not those that merely stand beside it. Line ends may differ. */
function occurrences(words: string, script: Page, span: Span): Span[] {
  const start = Math.max(0, span.from - words.length);
  const text = script.slice(start, Math.min(script.length, span.to + words.length));
  const found: Span[] = [];
  for (const form of new Set([words, words.replace(/\r\n?/g, '\n'), words.replace(/\r\n?|\n/g, '\r\n')])) {
    for (let at = text.indexOf(form); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(form, at + 1)) {
      const place = { from: start + at, to: start + at + form.length };
      if (place.from < span.to && place.to > span.from) {
        found.push(place);
      }
    }
  }
  return found;
}

/** What the writer makes of a kept note is theirs and stays kept; only when all of it is gone has it been taken out. */
function rebaseKept(kept: KeptNote, edits: readonly Edit[], script: Page): KeptNote {
  const { narrow, wide } = mapSpan(kept, edits);
  if (narrow.to > narrow.from) {
    return narrow.from === kept.from && narrow.to === kept.to && kept.stands ? kept : { ...kept, ...narrow, stands: true };
  }
  return keptIn(kept, script, [wide, ...freshSpans(edits)]) ?? { ...kept, ...narrow, stands: false };
}

function keptIn(kept: KeptNote, script: Page, spans: readonly Span[]): KeptNote | undefined {
  const [place] = spans.flatMap((span) => occurrences(kept.text, script, span));
  return place && { ...kept, ...place, stands: true };
}

/** The note with a new anchor. Kept or open is what the script says: undo takes a kept note out, redo brings it back. */
function settle(note: ReaderNote, anchor: NoteAnchor, kept: KeptNote | undefined): ReaderNote {
  const old = note.anchor;
  const same = old.from === anchor.from && old.to === anchor.to && old.standing === anchor.standing && old.around === anchor.around;
  if (same && kept === note.kept) {
    return note;
  }
  const state = note.state === 'kept' && kept?.stands === false ? 'open' : note.state === 'open' && note.kept?.stands === false && kept?.stands === true ? 'kept' : note.state;
  return { ...note, anchor, state, ...(kept ? { kept } : {}) };
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
