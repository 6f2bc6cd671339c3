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
 * @param at where on this page it begins in its text
 */
export function paragraphSplits(flow: Flow, breaks: Breaks): Split[] {
  if (flow.kind !== 'action' || rowsOf(breaks) < WHOLE_BELOW) {
    return [];
  }
  return sentenceSplits(flow, breaks).map(({ kept, at }) => ({ rows: rowsOf(kept), breaks: kept, rest: { flow: 0, at } }));
}

/**
 * Where a speech may be parted, best last: between sentences with two lines at least on each side, and before a parenthetical that is
 * not its first (page.md). Rows count from the speech's cue, or from its repeated cue.
 */
export function speechSplits(unit: SpeechUnit, from: Rest, breaksIn: (flow: number) => Breaks): Split[] {
  const splits: Split[] = [];
  let rows = from.flow === 0 ? rowsOf(breaksIn(0)) : 1;
  let spoken = 0;
  for (let index = Math.max(1, from.flow); index < unit.flows.length; index++) {
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
      for (const { kept, at } of sentenceSplits(flow, breaks)) {
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

function sentenceSplits(flow: Flow, breaks: Breaks): { kept: Breaks; at: number }[] {
  const count = rowsOf(breaks);
  const from = breaks[0] ?? 0;
  const { text } = flow.printed;
  const splits: { kept: Breaks; at: number }[] = [];
  if (count < 2 * FEWEST_ROWS) {
    return splits;
  }
  SENTENCE_END.lastIndex = breaks[2 * (FEWEST_ROWS - 1)] ?? text.length;
  let row = FEWEST_ROWS - 1;
  for (let match = SENTENCE_END.exec(text); match; match = SENTENCE_END.exec(text)) {
    const end = match.index + (match[0] === '\n' ? 0 : match[0].length);
    while (row < count - 1 && (breaks[2 * row + 2] ?? Infinity) < end) {
      row++;
    }
    let at = end;
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x0a) {
      at++;
    }
    const left = rowsOf(breaksOf(flow.printed, flow.measure, at, FEWEST_ROWS));
    if (left < FEWEST_ROWS || at >= text.length) {
      break;
    }
    const kept = [...breaks.slice(0, 2 * row + 1), end];
    if ((kept.at(-2) ?? 0) >= from && row + 1 >= FEWEST_ROWS) {
      splits.push({ kept, at });
    }
  }
  return splits;
}
