// Where a paragraph or a speech may be parted between two pages.
import { rowsOf, type Flow, type SpeechUnit } from './units';
import { breaksOf, type Breaks } from './wrap';

/** What is left of a unit on the next page: a flow and a place in its text. A whole unit begins at 0, 0. */
export interface Rest {
  readonly flow: number;
  readonly at: number;
}

/** A place to part a unit: what stands above it on the old page, and where the rest begins. */
export interface Split {
  /** Rows on the old page, without (MORE). */
  readonly rows: number;
  /** The parted flow's lines on the old page, where it is parted inside. */
  readonly breaks: Breaks | undefined;
  readonly rest: Rest;
}

// The trade's book (Cole and Haag; Final Draft's own page rules): never one line alone at the foot or head of a page.
const FEWEST_ROWS = 2;
/** Action of fewer lines stays whole (page.md). */
const WHOLE_BELOW = 4;

/**
 * Where a paragraph may be parted, best last: at the ends of sentences, two lines at least on each side. Action under four lines stays whole.
 * @param breaks its lines from this page on
 * @param most rows that may stand above the parting
 */
export function paragraphSplits(flow: Flow, breaks: Breaks, most: number): Split[] {
  if (flow.kind !== 'action' || rowsOf(breaks) < WHOLE_BELOW) {
    return [];
  }
  return sentenceSplits(flow, breaks, most).map(({ kept, at }) => ({ rows: rowsOf(kept), breaks: kept, rest: { flow: 0, at } }));
}

/**
 * Where a speech may be parted, best last: between sentences with two lines at least on each side, and before a parenthetical that is
 * not its first (page.md). Rows count from the speech's cue, or from its repeated cue.
 * @param most rows that may stand above the parting
 */
export function speechSplits(unit: SpeechUnit, from: Rest, breaksIn: (flow: number) => Breaks, most: number): Split[] {
  const splits: Split[] = [];
  let rows = from.flow === 0 ? rowsOf(breaksIn(0)) : 1;
  let spoken = 0;
  for (let index = Math.max(1, from.flow); index < unit.flows.length && rows <= most; index++) {
    const flow = unit.flows[index];
    if (!flow) {
      break;
    }
    const breaks = breaksIn(index);
    if (flow.kind === 'parenthetical') {
      if (spoken > 0) {
        splits.push({ rows, breaks: undefined, rest: { flow: index, at: 0 } });
      }
    } else {
      for (const { kept, at } of sentenceSplits(flow, breaks, most - rows)) {
        splits.push({ rows: rows + rowsOf(kept), breaks: kept, rest: { flow: index, at } });
      }
      spoken += rowsOf(breaks);
    }
    rows += rowsOf(breaks);
  }
  return splits;
}

// A sentence's end: its mark, closing quotes and brackets, then space. Full-width marks need no space behind them.
const SENTENCE_END = /(?:[.!?…]["”’')\]]*|--|—)(?= )|[。！？]["”’」』）]*|\n/g;

/** Nothing beyond `most` rows is looked at: of a paragraph that fills a hundred pages each page asks for its own part alone. */
function sentenceSplits(flow: Flow, breaks: Breaks, most: number): { kept: Breaks; at: number }[] {
  const count = rowsOf(breaks);
  const { text } = flow.printed;
  const splits: { kept: Breaks; at: number }[] = [];
  if (count < 2 * FEWEST_ROWS) {
    return splits;
  }
  SENTENCE_END.lastIndex = breaks[2 * (FEWEST_ROWS - 1)] ?? text.length;
  let row = FEWEST_ROWS - 1;
  let lastRow = -1;
  for (let match = SENTENCE_END.exec(text); match; match = SENTENCE_END.exec(text)) {
    const end = match.index + (match[0] === '\n' ? 0 : match[0].length);
    while (row < count - 1 && (breaks[2 * row + 2] ?? Infinity) < end) {
      row++;
    }
    if (row >= most) {
      break;
    }
    let at = end;
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x0a) {
      at++;
    }
    if (at >= text.length || !fillsRows(flow, at)) {
      break;
    }
    // Of the sentences that end in one row the last is the best place: only that one is kept.
    if (lastRow === row) {
      splits.pop();
    }
    lastRow = row;
    splits.push({ kept: [...breaks.slice(0, 2 * row + 1), end], at });
  }
  return splits;
}

/** Whether what stands from a place on takes as many rows as may stand alone. */
function fillsRows({ printed, measure }: Flow, at: number): boolean {
  // Wrapped only near the end of the text: letters with three marks each are the most that a language writes.
  const surely = FEWEST_ROWS * measure.width * (printed.narrow ? 1 : 4);
  return printed.text.length - at > surely || rowsOf(breaksOf(printed, measure, at, FEWEST_ROWS)) >= FEWEST_ROWS;
}
