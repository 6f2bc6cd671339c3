// The lines of an answer, one after the other: which are the draft, and what of them can be shown by now.
import { cleanText } from './cleanText';
import { createPlainLines, partsParagraphs, type PlainLines } from './plainLines';
import { looksLikeScreenplay, plainDraft } from './talk';
import { textInJson } from './textInJson';

export interface DraftLines {
  /** A line that may go on. */
  begin(line: string): void;
  /** A whole line. */
  take(line: string): void;
  /** What came so far was thinking, if nothing of it was taken for the draft. Says whether that is so. */
  forget(): boolean;
  /** Whether the draft is being given, between tags or in a fence. */
  begun(): boolean;
  /** The answer is over; the last line may be cut. */
  end(line: string): void;
  /** What can be shown since it was last asked. */
  given(): string;
}

/** `before`: nothing is known yet. `inside`: between tags. `fenced`: in a fence. `plain`: a screenplay without either. */
type State = 'before' | 'inside' | 'fenced' | 'plain' | 'done';

/** Many times the longest stretch that is ever asked for: whoever gives more is in a loop. */
const MOST_TEXT = 400_000;
/** Where nothing marks the draft, so much is looked through for its beginning. */
const MOST_HELD = 20_000;
const OPENS = /^[ \t]*<[ \t]*draft\b[^>\n]*>/i;
const CLOSES = /<[ \t]*\/[ \t]*draft[ \t]*>/i;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$/;
/** Tags of the request that models repeat around their answer, on lines of their own. */
const ECHO = /^[ \t]*<[ \t]*\/?[ \t]*(?:draft|rewrite|scene|stretch|replace|screenplay|fountain|script)[ \t]*>[ \t]*$/i;
/** The same before the closing tag. */
const STRAY = /(?:<[ \t]*\/?[ \t]*(?:draft|rewrite|scene|stretch|replace|screenplay|fountain|script)[ \t]*>)+[ \t]*$/i;
const PAGE = /^\s*(?:<!doctype|<html|<head|<body|<\?xml)/i;

interface Reading {
  readonly outlet: Outlet;
  readonly plain: PlainLines;
  state: State;
  /** What came before anything was known. */
  held: string;
  /** Where its last paragraph begins. */
  paragraph: number;
  /** How much of the line has been given already. */
  shown: number;
}

export function createDraftLines(): DraftLines {
  const outlet = createOutlet();
  const reading: Reading = { outlet, plain: createPlainLines((text) => outlet.give(text)), state: 'before', held: '', paragraph: 0, shown: 0 };
  return {
    take: (line) => takeLine(reading, line),
    begin(line) {
      if (reading.state !== 'inside' && reading.state !== 'fenced') {
        return;
      }
      const news = line.slice(reading.shown);
      const sign = news.search(/[<`~[\u25c1]/);
      const sure = sign < 0 ? news : news.slice(0, sign);
      if (sure !== '' && (reading.shown > 0 || sure.trim() !== '')) {
        outlet.give(sure);
        reading.shown += sure.length;
      }
    },
    begun: () => reading.state === 'inside' || reading.state === 'fenced',
    forget() {
      Object.assign(reading, { held: '', paragraph: 0 });
      return reading.state === 'before';
    },
    end(line) {
      takeLine(reading, line.replace(/<[ \t]*\/?[ \t]*(?:d|dr|dra|draf|draft)?$/i, '').replace(/^[ \t]*`{1,3}$/, ''));
      if (reading.state === 'before' && !PAGE.test(reading.held)) {
        outlet.give(cleanText(textInJson(reading.held) ?? plainDraft(reading.held)));
      } else if (reading.state === 'plain') {
        reading.plain.end();
      }
      reading.state = 'done';
      reading.held = '';
    },
    given: () => outlet.take(),
  };
}

function takeLine(reading: Reading, line: string): void {
  const { state, outlet, shown } = reading;
  if (state === 'before') {
    search(reading, line);
  } else if (state === 'inside') {
    takeInside(reading, line);
  } else if (state !== 'done' && FENCE.test(line)) {
    reading.plain.end();
    reading.state = 'done';
  } else if (state === 'plain' && !ECHO.test(line)) {
    reading.plain.take(line);
  } else if (state === 'fenced' && !ECHO.test(line)) {
    outlet.give(`${line.slice(shown)}\n`);
  }
  reading.shown = 0;
}

function takeInside(reading: Reading, line: string): void {
  const { outlet, shown } = reading;
  const close = CLOSES.exec(line);
  if (close) {
    const last = line.slice(shown, Math.max(shown, close.index));
    outlet.give(last.replace(STRAY, ''));
    reading.state = 'done';
  } else if (!FENCE.test(line) && !ECHO.test(line)) {
    outlet.give(`${line.slice(shown)}\n`);
  }
}

/** Looks for the draft's beginning. */
function search(reading: Reading, line: string): void {
  const opens = OPENS.exec(line);
  if (opens || (FENCE.test(line) && !/json/i.test(line))) {
    reading.state = opens ? 'inside' : 'fenced';
    reading.held = '';
    const rest = opens ? line.slice(opens[0].length) : '';
    if (rest.trim() !== '') {
      takeInside(reading, rest);
    }
    return;
  }
  if (ECHO.test(line)) {
    return;
  }
  reading.held += reading.held.length < MOST_TEXT ? `${line}\n` : '';
  if (!partsParagraphs(line)) {
    return;
  }
  // A heading, or a cue with words under it, is no talk: from here on it can be shown. Only the last paragraph is news.
  if (reading.held.length < MOST_HELD && !/^\s*[<{[]/.test(reading.held) && looksLikeScreenplay(reading.held.slice(reading.paragraph))) {
    reading.state = 'plain';
    reading.outlet.give(`${plainDraft(reading.held).trimEnd()}\n`);
    reading.plain.take(line);
    reading.held = '';
  }
  reading.paragraph = reading.held.length;
}

interface Outlet {
  give(text: string): void;
  take(): string;
}

/** Text given on, without blank lines at its start or end: they wait for what comes behind them. */
function createOutlet(): Outlet {
  let blanks = '';
  let out = '';
  let length = 0;
  return {
    give(text) {
      // What is blank waits, be it within a line: so it makes no difference how the text comes in pieces.
      const words = text.trimEnd();
      const piece = length === 0 ? words.trimStart() : blanks + words;
      if (words !== '' && length + piece.length <= MOST_TEXT) {
        out += piece;
        length += piece.length;
        blanks = '';
      }
      blanks += length > 0 ? text.slice(words.length) : '';
    },
    take() {
      const taken = out;
      out = '';
      return taken;
    },
  };
}
