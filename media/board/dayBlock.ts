// A day on the desk: its heading, what is wrong with it, its strips, its end; and between days what is closed.
import type { DayFigures, DayView, Person, Words } from '../../src/board/protocol';
import { element, words as text } from './elements';
import type { LaneDay } from './lanes';
import { dayKey } from './walk';

export interface DayHow {
  readonly figures: DayFigures | undefined;
  /** While it is dragged over: the figures it is laid out by. */
  readonly still: DayFigures | undefined;
  readonly flags: readonly string[];
  /** The flags that stand below the heading, a line each. */
  readonly lines: readonly string[];
  readonly lanes: readonly Person[];
  readonly laneDay: LaneDay;
  readonly words: Words;
  /** A proposal is looked at, not worked on. */
  readonly fixed: boolean;
}

/** The frame of a day, empty: `fillDay` fills it. */
export function dayFrame(id: string): HTMLElement {
  const made = element('section', 'a-day');
  made.setAttribute('role', 'group');
  made.dataset['day'] = id;
  const [gap, head, flags, strips, end, holds] = ['gap', 'head-place', 'day-flags', 'strips', 'end', 'holds'].map((name) => element('div', name));
  // Told with the heading: what a list holds besides its options is not heard.
  [gap, flags, end, holds].forEach((each) => each?.setAttribute('aria-hidden', 'true'));
  made.append(...[gap, head, flags, strips, end, holds].filter((each) => each !== undefined));
  return made;
}

/** Name, date and closed days before, as the newest figures have them: a move of days changes them. */
export function namesOf(day: DayView, figures: DayFigures | undefined): { readonly name: string; readonly date: string; readonly gap: string } {
  return figures ? { name: figures.name, date: figures.date ?? '', gap: figures.gap ?? '' } : { name: day.name, date: day.date ?? '', gap: day.gap ?? '' };
}

export function dayHead(day: DayView, how: DayHow): HTMLElement {
  const { figures, flags, words } = how;
  const { name, date, gap } = namesOf(day, figures);
  const made = element('div', `day-head ${day.kind} ${figures?.kind ?? ''}${figures?.over === true ? ' over' : ''}`);
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  made.setAttribute('aria-label', [gap, figures?.spoken ?? [name, date].join(', '), day.note ?? '', ...flags].filter((each) => each !== '').join(' '));
  made.tabIndex = -1;
  made.dataset['key'] = dayKey(day.id);
  const what = element('span', 'day-what', text('day-name', name));
  if (date !== '') {
    what.append(text('date', date));
  }
  if (figures && figures.kindLabel !== '') {
    what.append(text(`kind ${figures.kind}`, figures.kindLabel));
  }
  if (flags.length > 0) {
    what.append(element('span', 'flag', `⚑ ${flags.length}`));
  }
  if (day.note !== undefined && day.note !== '') {
    what.append(text('note', day.note));
  }
  made.append(element('span', 'grip', '⠿'), what, sums(day, figures), ...(how.fixed ? [] : [more(words)]), laneMarks(how));
  return made;
}

function sums(day: DayView, figures: DayFigures | undefined): HTMLElement {
  const made = element('span', 'sums');
  if (day.kind === 'shoot' && figures && figures.kind !== 'empty') {
    made.append(text('day-length', figures.length), text('time', figures.time));
    if (figures.held.length > 0) {
      made.append(text('held-list', `H ${figures.held.map(({ number, name }) => number || name).join(', ')}`));
    }
  }
  return made;
}

function more(words: Words): HTMLElement {
  const made = element('button', 'more', '⋯');
  made.type = 'button';
  made.tabIndex = -1;
  made.title = words.more;
  // For the mouse alone: by keys the menu opens with M, and nothing within an option is told to screen readers.
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function laneMarks({ lanes, laneDay, words }: DayHow): HTMLElement {
  const made = element('span', 'lane-marks');
  for (const [id, mark] of laneDay) {
    const at = lanes.findIndex((lane) => lane.id === id);
    const cell = element('span', isHeld(mark) ? 'mark held' : 'mark works', mark);
    cell.dataset['lane'] = id;
    cell.title = [lanes[at]?.number, lanes[at]?.name, isHeld(mark) ? words.held : words.works].join(' ').trim();
    cell.style.gridColumn = String(at + 1);
    made.append(cell);
  }
  return made;
}

const isHeld = (mark: string): boolean => mark === 'H';

/** The hatched stretches of a day's waiting cast, over its strips. */
export function holdCells({ lanes, laneDay }: DayHow): HTMLElement[] {
  return laneDay.filter(([, mark]) => isHeld(mark)).map(([id]) => {
    const cell = element('span', 'hold');
    cell.dataset['lane'] = id;
    cell.style.gridColumn = String(lanes.findIndex((lane) => lane.id === id) + 1);
    return cell;
  });
}

/** The black strip that closes a day: "End of Day 3 – Tue 12 May – 4 5/8 pages – 3 moves". */
export function dayEnd({ kind }: DayView, figures: DayFigures | undefined): HTMLElement[] {
  return kind === 'off' || !figures ? [] : [text('end-text', figures.end)];
}
