// What the keys and the menus do on the board.
import type { BoardEdit, StripView } from '../../src/board/protocol';
import { choose, NOTHING, taken } from './choice';
import { desk, elementOf } from './desk';
import { cancelDrag, dragging } from './drag';
import { say } from './elements';
import { speak } from './heard';
import type { Act } from './keys';
import { carrying, dropTrial, makeMove, tryMove } from './trial';
import { BONEYARD, dayOfKey, onDesk, proposalShown, stripOrder, view, walkDays } from './view';
import { nudge, nudgeDay, stepFrom, toNextDay } from './walk';

export interface ActHands {
  readonly draw: () => void;
  readonly mark: () => void;
  readonly find: () => void;
  readonly help: () => void;
  /** The menu of what has the focus. */
  readonly menu: () => void;
  readonly closePanel: () => boolean;
}

export const edit = (change: BoardEdit): void => say({ kind: 'edit', edit: change });

/** Does it; whether there was something to do. */
export function perform(act: Act, hands: ActHands): void {
  if (act.do !== 'nudge' && act.do !== 'nudgeDay' && act.do !== 'escape' && carrying() && !dragging()) {
    makeMove();
  }
  switch (act.do) {
    case 'step':
      step(stepFrom(walkDays(), view.at, act.step), act.stretch, hands);
      break;
    case 'nudge':
    case 'nudgeDay':
      carry(act.down, act.do === 'nudgeDay', hands);
      break;
    case 'select':
      select(hands);
      break;
    case 'selectDay':
      view.choice = { keys: new Set(dayOfKey(view.at)?.keys) };
      hands.mark();
      tellSelected();
      break;
    case 'undo':
    case 'redo':
      say({ kind: act.do });
      break;
    case 'escape':
      escape(hands);
      break;
    case 'find':
    case 'help':
    case 'menu':
      hands[act.do]();
      break;
    default:
      change(act.do);
  }
}

function step(to: string | undefined, stretch: boolean, hands: ActHands): void {
  const order = stripOrder();
  if (to === undefined) {
    return;
  }
  if (stretch && order.includes(to)) {
    const from = view.choice.anchor ?? view.at;
    const base = from !== undefined && order.includes(from) ? { keys: view.choice.keys, anchor: from } : view.choice;
    view.choice = choose(base, order, to, { more: false, stretch: true });
    tellSelected();
  }
  focusKey(to, hands);
}

/** Puts the focus on a strip, or a day's heading, and brings it into sight. */
export function focusKey(key: string, { mark }: Pick<ActHands, 'mark'>): void {
  view.at = key;
  mark();
  elementOf(key)?.focus({ preventScroll: true });
  intoSight(key);
}

/** Scrolls no further than needed; a heading that sticks above does not count as in sight. */
export function intoSight(key: string): void {
  const target = elementOf(key);
  if (key.startsWith('day:') && target) {
    const section = target.closest('section');
    const [box, around] = [section?.getBoundingClientRect(), desk.getBoundingClientRect()];
    if (section && box && desk.contains(section) && (box.top < around.top || box.top > around.bottom - 60)) {
      desk.scrollTop += box.top - around.top - 24;
    }
    return;
  }
  target?.scrollIntoView({ block: 'nearest' });
}

function select({ mark }: ActHands): void {
  if (view.at !== undefined && stripOrder().includes(view.at)) {
    view.choice = choose(view.choice, stripOrder(), view.at, { more: true, stretch: false });
    mark();
    tellSelected();
  }
}

function tellSelected(): void {
  speak((view.state?.words.selected ?? '{0}').replace('{0}', String(view.choice.keys.size)));
}

/** Moves what is selected by one step, or a day: shown at once, made when Alt is let go. */
function carry(down: boolean, byDay: boolean, { draw }: ActHands): void {
  const shown = view.state?.shown;
  if (!shown || view.at === undefined || proposalShown()) {
    return;
  }
  const { days } = onDesk(shown);
  const day = days.find(({ id }) => view.at === `day:${id}`);
  if (day) {
    const to = nudgeDay(days.map(({ id }) => id), day.id, down);
    if (to) {
      tryMove({ op: 'moveDay', day: day.id, ...to }, false);
    }
  } else {
    const strips = taken(view.choice, view.at, stripOrder());
    const to = (byDay ? toNextDay : nudge)(walkDays(), new Set(strips), down);
    if (to) {
      tryMove({ op: 'moveStrips', strips, ...to }, false);
    }
  }
  draw();
  intoSight(view.at);
}

function escape({ draw, mark, closePanel }: ActHands): void {
  if (dragging()) {
    cancelDrag();
  } else if (carrying()) {
    dropTrial();
    draw();
    speak(view.state?.words.cancelled ?? '');
  } else if (document.activeElement?.closest('.panel')) {
    closePanel();
  } else if (view.find !== '' || view.cast !== undefined) {
    view.find = '';
    view.cast = undefined;
    mark();
  } else if (view.choice.keys.size > 0) {
    view.choice = NOTHING;
    mark();
  } else {
    closePanel();
  }
}

export function stripOf(key: string | undefined): StripView | undefined {
  const shown = view.state?.shown;
  if (!shown || key === undefined) {
    return undefined;
  }
  const { days, boneyard, toPlace } = onDesk(shown);
  return [...days.flatMap(({ strips }) => strips), ...boneyard, ...toPlace].find((strip) => strip.key === key);
}

function change(kind: 'goTo' | 'toBoneyard' | 'banner' | 'dayBreak'): void {
  const strip = stripOf(view.at);
  const day = dayOfKey(view.at);
  if (view.at === undefined || !day) {
    return;
  }
  if (!strip && day.id === BONEYARD && kind === 'goTo') {
    elementOf(view.at)?.click();
    return;
  }
  if (kind === 'goTo') {
    if (strip?.kind === 'scene') {
      say({ kind: 'goTo', scene: strip.scene });
    } else if (strip) {
      edit({ op: 'editBanner', strip: strip.key });
    }
  } else if (proposalShown()) {
    return;
  } else if (kind === 'toBoneyard') {
    putAway(strip);
  } else if (kind === 'banner' && day.takes) {
    edit({ op: 'addBanner', day: day.id, ...before(strip, day.keys) });
  } else if (kind === 'dayBreak' && strip && day.takes) {
    edit({ op: 'splitDay', day: day.id, at: strip.key });
  }
}

/** Before a strip, or before the first of a day's. */
export function before(strip: StripView | undefined, keys: readonly string[]): { readonly before?: string } {
  const next = strip?.key ?? keys[0];
  return next === undefined ? {} : { before: next };
}

/** Selected strips go to the boneyard, a banner goes away; the focus goes on to what follows. */
function putAway(strip: StripView | undefined): void {
  if (!strip || dayOfKey(strip.key)?.id === BONEYARD) {
    return;
  }
  if (strip.kind === 'banner') {
    edit({ op: 'removeBanner', strip: strip.key });
    return;
  }
  const order = stripOrder();
  const strips = taken(view.choice, strip.key, order);
  const at = order.indexOf(strip.key);
  view.at = [...order.slice(at), ...order.slice(0, at).reverse()].find((key) => !strips.includes(key)) ?? view.at;
  view.choice = NOTHING;
  edit({ op: 'toBoneyard', strips });
}
