// Makes elements, and keeps those that have not changed. Never HTML: what a writer wrote is only ever text here.
import type { FromBoard } from '../../src/board/protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromBoard): void; getState(): unknown; setState(state: unknown): void };

export const editor = acquireVsCodeApi();

export const say = (message: FromBoard): void => editor.postMessage(message);

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', ...inside: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') {
    made.className = className;
  }
  made.append(...inside);
  return made;
}

/** Words of the writer's: their direction is their own. */
export function words(className: string, text: string): HTMLElement {
  const made = element('span', className, text);
  made.dir = 'auto';
  return made;
}

/** A control that lives on when its surroundings are drawn anew: focus finds it again by its key. */
export function button(text: string, key: string, clicked: () => void, className = ''): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.dataset['control'] = key;
  made.addEventListener('click', clicked);
  return made;
}

/** A button that shows a sign and says its word. */
export function signButton(sign: string, text: string, key: string, clicked: () => void, className = 'sign'): HTMLButtonElement {
  const made = button(sign, key, clicked, className);
  made.title = text;
  made.setAttribute('aria-label', text);
  return made;
}

/** A part of the page: made anew only when what it was made from is another. */
export interface Piece {
  readonly key: string;
  readonly from: string;
  readonly make: () => HTMLElement;
}

export function piece(key: string, from: unknown, make: () => HTMLElement): Piece {
  return { key, from: JSON.stringify(from), make };
}

const madeFrom = new WeakMap<Element, string>();

/** Elements by key, over all places of the page where such pieces lie: one that goes elsewhere is the same element there. */
export type Shelf = Map<string, HTMLElement>;

/** Puts pieces into a parent, in order. What is the same stays the same element. */
export function place(parent: HTMLElement, pieces: readonly Piece[], shelf: Shelf): void {
  const wanted = pieces.map(({ key, from, make }) => {
    const old = shelf.get(key);
    if (old && madeFrom.get(old) === from) {
      return old;
    }
    const made = make();
    madeFrom.set(made, from);
    shelf.set(key, made);
    old?.replaceWith(made);
    return made;
  });
  arrange(parent, wanted);
}

/** Makes these a parent's children, in order, moving as few as may be: an element that moves loses the focus. */
export function arrange(parent: HTMLElement, wanted: readonly Element[]): void {
  const stays = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!stays.has(child)) {
      child.remove();
    }
  }
  let there = parent.firstElementChild;
  for (const each of wanted) {
    if (there === each) {
      there = there.nextElementSibling;
    } else {
      parent.insertBefore(each, there);
    }
  }
}

/** Forgets the elements of pieces that are no more. */
export function tidy(shelf: Shelf, keys: ReadonlySet<string>): void {
  for (const key of shelf.keys()) {
    if (!keys.has(key)) {
      shelf.delete(key);
    }
  }
}

/** Sets a text where it is another: nothing is drawn for the same. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}
