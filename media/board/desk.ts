// Draws the desk: days with their strips, keyed, so that an update touches what changed and nothing else.
import type { DayView, FlagView, Figures, Person, SceneStrip, ShownBoard, StripView, Words } from '../../src/board/protocol';
import { dayEnd, dayFrame, dayHead, holdCells, namesOf, type DayHow } from './dayBlock';
import { arrange, element, piece, place, setText, tidy, words as text, type Shelf } from './elements';
import { laneDay, laneLabel, lanesShown, REST } from './lanes';
import { stripRow } from './stripRow';
import { BONEYARD, figuresNow, figuresOf, onDesk, proposalShown, TO_PLACE, view } from './view';
import { dayKey } from './walk';

const strips: Shelf = new Map();
const frames: Shelf = new Map();
const parts: Shelf = new Map();

export const desk = element('div', 'desk');
export const laneHeads = element('div', 'lane-heads');
export const dock = element('div', 'dock');
const list = element('div', 'days');
desk.append(laneHeads, list);

/** Draws all days of what is shown. */
export function drawDesk(shown: ShownBoard, words: Words): void {
  const { days, boneyard, toPlace } = onDesk(shown);
  const figures = figuresNow(shown);
  const { lanes, inWords, rest } = lanesShown(figures, desk.clientWidth || undefined);
  const flags = flagsBy(figures.flags);
  const from = movedFrom(shown, words);
  // Under a drag nothing may move: what takes lines of its own stays as it was.
  const still = view.trial?.lifted === true ? shown.figures : undefined;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-multiselectable', 'true');
  list.setAttribute('aria-label', words.days);
  list.setAttribute('aria-description', words.keysHelp);
  dock.setAttribute('role', 'listbox');
  dock.setAttribute('aria-multiselectable', 'true');
  dock.setAttribute('aria-label', words.boneyard);
  laneHeads.setAttribute('role', 'group');
  laneHeads.setAttribute('aria-label', words.showCast);
  document.documentElement.style.setProperty('--lanes', String(lanes.length));
  document.documentElement.style.setProperty('--rest', rest ? `${REST}px` : '0px');
  document.body.classList.toggle('cast-in-words', inWords);
  const used = new Set<string>();
  const row = (strip: StripView) => {
    used.add(strip.key);
    const how = { flags: flags.get(strip.key) ?? [], lanes, ...from(strip.key) };
    return piece(strip.key, [strip, how], () => stripRow(strip, how));
  };
  drawLaneHeads(lanes, figures, words);
  place(list, days.map(({ id }) => piece(id, id, () => dayFrame(id))), frames);
  tidy(frames, new Set(days.map(({ id }) => id)));
  for (const day of days) {
    fillDay(day, { figures: figuresOf(figures, day.id), still: still && figuresOf(still, day.id), flags: dayFlags(figures, day.id), lines: dayFlags(still ?? figures, day.id), lanes, laneDay: laneDay(figures, lanes, day.id), words, fixed: proposalShown() !== undefined }, used);
    place(part(day.id, 'strips'), day.strips.map(row), strips);
  }
  drawDock(boneyard, toPlace, { words, row, used });
  tidy(strips, used);
  tidy(parts, used);
}

/** The element of a key, a strip's or a day's. */
export function elementOf(key: string | undefined): HTMLElement | undefined {
  return key === undefined ? undefined : (strips.get(key) ?? parts.get(key));
}

export function allElements(): HTMLElement[] {
  return [...strips.values(), ...[...parts].filter(([key]) => key.startsWith('day:')).map(([, each]) => each)];
}

function part(day: string, name: string): HTMLElement {
  return frames.get(day)?.querySelector<HTMLElement>(`:scope > .${name}`) ?? element('div');
}

function fillDay(day: DayView, how: DayHow, used: Set<string>): void {
  const { name } = namesOf(day, how.figures);
  const { gap } = namesOf(day, how.still ?? how.figures);
  const frame = frames.get(day.id);
  if (frame?.getAttribute('aria-label') !== name) {
    frame?.setAttribute('aria-label', name);
  }
  frame?.classList.toggle('off', day.kind === 'off');
  setText(part(day.id, 'gap'), gap);
  const key = dayKey(day.id);
  const { strips: _strips, ...bare } = day;
  // A day's sums change with the figures alone: its strips are not drawn again.
  const put = (at: string, from: unknown, inside: () => HTMLElement[]): void => {
    used.add(`${at}:${key}`);
    place(part(day.id, at), [piece(`${at}:${key}`, from, () => element('div', `${at}-in`, ...inside()))], parts);
  };
  used.add(key);
  const { lines: _lines, still: _still, ...head } = how;
  place(part(day.id, 'head-place'), [piece(key, [bare, head], () => dayHead(day, how))], parts);
  put('day-flags', how.lines, () => how.lines.map((flag) => text('flag-text', `⚑ ${flag}`)));
  put('end', [day.kind, how.figures?.end], () => dayEnd(day, how.figures));
  put('holds', [how.lanes, how.laneDay], () => holdCells(how));
  part(day.id, 'strips').classList.toggle('empty', day.strips.length === 0 && day.kind === 'shoot');
  part(day.id, 'strips').dataset['hint'] = how.words.dropHere;
}

const heads: Shelf = new Map();

function drawLaneHeads(lanes: readonly Person[], figures: Figures, words: Words): void {
  const days = new Map(figures.lanes.map(({ id, worked, held }) => [id, `${words.works} ${worked}, ${words.held} ${held}`]));
  place(laneHeads, lanes.map((lane, at) => piece(lane.id, [lane, at, days.get(lane.id)], () => laneHead(lane, at, days.get(lane.id) ?? ''))), heads);
  tidy(heads, new Set(lanes.map(({ id }) => id)));
}

function laneHead(lane: Person, at: number, days: string): HTMLElement {
  const made = element('button', 'lane-head', laneLabel(lane));
  made.type = 'button';
  made.dataset['control'] = `lane:${lane.id}`;
  made.dataset['lane'] = lane.id;
  made.title = `${lane.number} ${lane.name}: ${days}`.trim();
  made.setAttribute('aria-label', made.title);
  made.style.gridColumn = String(at + 1);
  // One stop on the way through the page; arrows go on from there.
  made.tabIndex = at === 0 ? 0 : -1;
  made.addEventListener('keydown', ({ key }) => {
    const to = key === 'ArrowRight' ? made.nextElementSibling : key === 'ArrowLeft' ? made.previousElementSibling : undefined;
    if (to instanceof HTMLElement) {
      to.focus();
    }
  });
  return made;
}

interface DockHow {
  readonly words: Words;
  readonly row: (strip: StripView) => ReturnType<typeof piece>;
  readonly used: Set<string>;
}

function drawDock(boneyard: readonly SceneStrip[], toPlace: readonly SceneStrip[], { words, row, used }: DockHow): void {
  dock.hidden = proposalShown() !== undefined;
  const waiting = { id: TO_PLACE, name: words.toPlace, hint: words.toPlaceHint, all: toPlace, open: true };
  const bones = { id: BONEYARD, name: words.boneyard, hint: words.boneyardEmpty, all: boneyard, open: view.boneyardOpen };
  const both = toPlace.length > 0 ? [waiting, bones] : [bones];
  arrange(dock, both.map(({ id, name, hint, all, open }) => {
    const key = dayKey(id);
    const frame = frames.get(id) ?? asideFrame(id);
    frames.set(id, frame);
    frame.setAttribute('aria-label', name);
    used.add(key);
    place(part(id, 'head-place'), [piece(key, [name, hint, all.length, open], () => asideHead(key, `${open ? '▾' : '▸'} ${name} (${all.length})`, hint))], parts);
    part(id, 'strips').hidden = !open;
    place(part(id, 'strips'), open ? all.map(row) : [], strips);
    return frame;
  }));
}

function asideFrame(id: string): HTMLElement {
  const made = element('section', 'aside-strips', element('div', 'head-place'), element('div', 'strips'));
  made.setAttribute('role', 'group');
  made.dataset['day'] = id;
  return made;
}

function asideHead(key: string, name: string, hint: string): HTMLElement {
  const made = element('div', 'day-head aside', text('day-name', name), text('hint', hint));
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  made.setAttribute('aria-label', `${name} ${hint}`);
  made.dataset['key'] = key;
  made.tabIndex = -1;
  return made;
}

function flagsBy(flags: readonly FlagView[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { text: said, strips: keys } of flags) {
    keys.forEach((key) => found.set(key, [...(found.get(key) ?? []), said]));
  }
  return found;
}

function dayFlags(figures: Figures, day: string): string[] {
  const ids = new Set(figuresOf(figures, day)?.flags);
  return figures.flags.filter((flag) => flag.day === day || ids.has(flag.id)).map((flag) => flag.text);
}

/** Where the strips of a proposal lie on the board shown, if elsewhere: by the days' names. */
function movedFrom(shown: ShownBoard, words: Words): (key: string) => { readonly moved?: string } {
  const proposal = proposalShown();
  if (!proposal) {
    return () => ({});
  }
  const nameOf = (days: readonly DayView[], figures: Figures) => new Map(days.flatMap((day) => day.strips.map(({ key }): [string, string] => [key, namesOf(day, figuresOf(figures, day.id)).name])));
  const [mine, theirs] = [nameOf(shown.days, shown.figures), nameOf(proposal.days, proposal.figures)];
  return (key) => {
    const was = mine.get(key);
    return was !== undefined && was !== theirs.get(key) ? { moved: words.movedFrom.replace('{0}', () => was) } : {};
  };
}
