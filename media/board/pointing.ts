// What the mouse does on the board besides dragging: select, open menus, pick out a cast member, unfold the boneyard.
import { menuFor } from './actionsMenu';
import { perform, stripOf, type ActHands } from './acts';
import { choose } from './choice';
import { desk, dock, elementOf } from './desk';
import { dragging } from './drag';
import { keep } from './keeping';
import { openMenu } from './menu';
import { BONEYARD, stripOrder, view } from './view';

let hands: ActHands;

export function listenForPointing(given: ActHands): void {
  hands = given;
  [desk, dock].forEach((each) => {
    each.addEventListener('click', clicked);
    each.addEventListener('dblclick', ({ target }) => {
      if (keyUnder(target) !== undefined) {
        perform({ do: 'goTo' }, hands);
      }
    });
    each.addEventListener('contextmenu', (event) => {
      const key = keyUnder(event.target);
      if (key !== undefined) {
        event.preventDefault();
        take(key, { more: false, stretch: false }, true);
        openActions({ x: event.clientX, y: event.clientY });
      }
    });
    each.addEventListener('pointerover', ({ target }) => light(target instanceof Element ? target.closest<HTMLElement>('[data-lane]')?.dataset['lane'] : undefined));
    each.addEventListener('pointerleave', () => light(undefined));
    each.addEventListener('focusin', ({ target }) => {
      const key = keyUnder(target);
      if (key !== undefined && key !== view.at) {
        view.at = key;
        hands.mark();
      }
    });
  });
}

let lit: string | undefined;

/** Lights up the column of a cast member under the pointer: where they work, and where they wait. */
function light(lane: string | undefined): void {
  if (lane !== lit && !dragging()) {
    lit = lane;
    desk.querySelectorAll('.lit').forEach((each) => each.classList.remove('lit'));
    if (lane !== undefined) {
      desk.querySelectorAll(`[data-lane="${CSS.escape(lane)}"]`).forEach((each) => each.classList.add('lit'));
    }
  }
}

/** The menu of what has the focus. */
export function openActions(at?: { readonly x: number; readonly y: number }): void {
  const words = view.state?.words;
  if (words && view.at !== undefined) {
    const box = elementOf(view.at)?.getBoundingClientRect();
    openMenu(menuFor(view.at, words), at ?? { x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 }, words.more);
  }
}

function keyUnder(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
}

function clicked(event: MouseEvent): void {
  const { target, ctrlKey, metaKey, shiftKey, clientX, clientY } = event;
  const lane = target instanceof Element ? target.closest<HTMLElement>('.lane-head')?.dataset['lane'] : undefined;
  if (lane !== undefined) {
    view.cast = view.cast === lane ? undefined : lane;
    hands.mark();
    return;
  }
  const key = keyUnder(target);
  if (key === undefined) {
    return;
  }
  take(key, { more: ctrlKey || metaKey, stretch: shiftKey }, false);
  if (target instanceof Element && target.closest('.more')) {
    openActions({ x: clientX, y: clientY });
  } else if (key === `day:${BONEYARD}`) {
    view.boneyardOpen = !view.boneyardOpen;
    keep();
    hands.draw();
  }
}

/** A click puts the focus there and selects; a day's heading takes the focus alone. */
function take(key: string, how: { readonly more: boolean; readonly stretch: boolean }, keeps: boolean): void {
  if (stripOf(key) && !(keeps && view.choice.keys.has(key))) {
    view.choice = choose(view.choice, stripOrder(), key, how);
  }
  view.at = key;
  elementOf(key)?.focus({ preventScroll: true });
  hands.mark();
}
