// Dragging by the mouse: strips and days, with a line where they would come to lie and the figures of it.
import type { BoardEdit } from '../../src/board/protocol';
import { taken } from './choice';
import { desk, dock, elementOf } from './desk';
import { dayTarget, edgeScroll, stripTarget, type DayBox } from './dropTarget';
import { element } from './elements';
import { dropTrial, makeMove, tryMove } from './trial';
import { onDesk, stripOrder, view } from './view';

interface Drag {
  readonly keys: readonly string[];
  /** A day, in the place of strips. */
  readonly day: string | undefined;
  boxes: readonly DayBox[];
  x: number;
  y: number;
  frame: number;
}

/** Nearer to where it was pressed, a click is a click. */
const NEAR = 5;
const line = element('div', 'drop-line');
const ghost = element('div', 'ghost');
line.hidden = true;
let drag: Drag | undefined;
let pressed: { readonly key: string; readonly x: number; readonly y: number; readonly id: number } | undefined;
let redraw: () => void = () => undefined;

export function dragging(): boolean {
  return drag !== undefined;
}

/** Listens on the desk and the boneyard. */
export function listenForDrags(draw: () => void): void {
  redraw = draw;
  desk.append(line);
  [desk, dock].forEach((each) => each.addEventListener('pointerdown', press));
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', cancelDrag);
  window.addEventListener('blur', cancelDrag);
}

function press({ button, target, clientX, clientY, pointerId, pointerType }: PointerEvent): void {
  const key = target instanceof Element && !target.closest('button') ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
  // A finger scrolls; what it moves, it moves by the menu.
  if (button === 0 && pointerType !== 'touch' && key !== undefined && !view.showsProposal) {
    pressed = { key, x: clientX, y: clientY, id: pointerId };
  }
}

function move({ clientX, clientY }: PointerEvent): void {
  if (pressed && !drag && Math.hypot(clientX - pressed.x, clientY - pressed.y) >= NEAR) {
    lift(pressed.key);
  }
  if (drag) {
    drag.x = clientX;
    drag.y = clientY;
  }
}

function lift(key: string): void {
  const shown = view.state?.shown;
  const day = shown?.days.find(({ id }) => key === `day:${id}`)?.id;
  if (!shown || (day === undefined && !stripOrder().includes(key))) {
    pressed = undefined;
    return;
  }
  // The hand may leave the view and come back.
  if (pressed) {
    document.documentElement.setPointerCapture(pressed.id);
  }
  const keys = day === undefined ? taken(view.choice, key, stripOrder()) : [];
  drag = { keys, day, boxes: measured(), x: pressed?.x ?? 0, y: pressed?.y ?? 0, frame: 0 };
  const one = elementOf(key)?.cloneNode(true);
  ghost.replaceChildren(...(one instanceof HTMLElement ? [bare(one)] : []), ...(keys.length > 1 ? [element('span', 'count', String(keys.length))] : []));
  document.body.append(ghost);
  document.body.classList.add('dragging');
  [...keys, ...(day === undefined ? [] : [key])].forEach((each) => elementOf(each)?.classList.add('lifted'));
  drag.frame = requestAnimationFrame(step);
}

/** A copy that is seen and nothing else. */
function bare(copy: HTMLElement): HTMLElement {
  ['role', 'tabindex', 'aria-label', 'data-key'].forEach((name) => copy.removeAttribute(name));
  copy.setAttribute('aria-hidden', 'true');
  return copy;
}

/** A frame of a drag: scroll at the edges, find the place, and ask what it would cost where it is another. */
function step(): void {
  if (!drag) {
    return;
  }
  const { x, y, day, keys } = drag;
  ghost.style.transform = `translate(${Math.max(4, Math.min(x + 12, window.innerWidth - ghost.offsetWidth - 12))}px, ${y + 8}px)`;
  const box = desk.getBoundingClientRect();
  const by = y > box.bottom ? 0 : edgeScroll(y, box.top, box.bottom);
  if (by !== 0) {
    desk.scrollTop += by;
  }
  const found = placeAt(x, y - box.top + desk.scrollTop, { day, keys, boxes: drag.boxes });
  dock.classList.toggle('target', found?.edit.op === 'toBoneyard');
  line.hidden = found?.line === undefined;
  if (found?.line !== undefined) {
    line.style.transform = `translateY(${found.line - 1}px)`;
  }
  if (found && JSON.stringify(found.edit) !== JSON.stringify(view.trial?.edit)) {
    tryMove(found.edit, true);
  }
  drag.frame = requestAnimationFrame(step);
}

function placeAt(x: number, y: number, { day, keys, boxes }: Pick<Drag, 'day' | 'keys' | 'boxes'>): { readonly edit: BoardEdit; readonly line?: number } | undefined {
  if (day !== undefined) {
    const to = dayTarget(boxes, y, day);
    return to && { edit: { op: 'moveDay', day, ...(to.before === undefined ? {} : { before: to.before }) }, line: to.line };
  }
  if (drag && within(dock, x, drag.y)) {
    return { edit: { op: 'toBoneyard', strips: keys } };
  }
  const to = stripTarget(boxes, y, new Set(keys));
  return to && { edit: { op: 'moveStrips', strips: keys, day: to.day, ...(to.before === undefined ? {} : { before: to.before }) }, line: to.line };
}

function within(target: HTMLElement, x: number, y: number): boolean {
  const box = target.getBoundingClientRect();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Where everything lies on the desk, measured once: nothing moves while one drags. */
function measured(): DayBox[] {
  const shown = view.state?.shown;
  const from = desk.getBoundingClientRect().top - desk.scrollTop;
  const boxOf = (key: string) => elementOf(key)?.getBoundingClientRect() ?? new DOMRect();
  return (shown ? onDesk(shown).days : []).map(({ id, kind, strips }) => {
    const head = boxOf(`day:${id}`);
    const frame = elementOf(`day:${id}`)?.closest('section')?.getBoundingClientRect() ?? head;
    const first = elementOf(`day:${id}`)?.closest('section')?.querySelector('.strips')?.getBoundingClientRect() ?? head;
    const boxes = strips.map(({ key }) => {
      const { top, bottom } = boxOf(key);
      return { key, top: top - from, bottom: bottom - from };
    });
    return { id, takes: kind === 'shoot', top: frame.top - from, bottom: frame.bottom - from, first: first.top - from, strips: boxes };
  });
}

function up(): void {
  if (drag) {
    const made = view.trial !== undefined;
    end();
    if (made) {
      makeMove();
    }
    redraw();
  }
  pressed = undefined;
}

/** Puts everything back. */
export function cancelDrag(): void {
  pressed = undefined;
  if (drag) {
    end();
    dropTrial();
    redraw();
  }
}

/** The board has become another under the hand: what was measured is no longer so. */
export function remeasure(): void {
  if (drag) {
    drag.boxes = measured();
  }
}

function end(): void {
  cancelAnimationFrame(drag?.frame ?? 0);
  drag = undefined;
  ghost.remove();
  line.hidden = true;
  dock.classList.remove('target');
  document.body.classList.remove('dragging');
  document.querySelectorAll('.lifted').forEach((each) => each.classList.remove('lifted'));
  suppressClick();
}

/** The click that ends a drag selects nothing. */
function suppressClick(): void {
  const swallow = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
