// Makes elements, and keeps those that have not changed. Never HTML: what a model or a writer wrote is only ever text here.
import type { FromScenarios } from '../../src/scenarios/protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromScenarios): void; getState(): unknown; setState(state: unknown): void };

export const editor = acquireVsCodeApi();

export function element<K extends keyof HTMLElementTagNameMap>(name: K, text?: string, className?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
    made.dir = 'auto';
  }
  if (className !== undefined) {
    made.className = className;
  }
  return made;
}

/** A control that lives on when its card is drawn anew: focus finds it again by its key. */
export function button(text: string, key: string, clicked: () => void, className = ''): HTMLButtonElement {
  const made = element('button', text, className);
  made.type = 'button';
  made.dataset['key'] = key;
  made.addEventListener('click', clicked);
  return made;
}

export const say = (message: FromScenarios) => () => editor.postMessage(message);

/** A part of the view: drawn anew only when what it was made from is another. */
export interface Piece {
  readonly key: string;
  readonly from: string;
  readonly make: () => HTMLElement;
}

/** Puts the pieces into a parent, in order. What is the same stays the same element: a field in it keeps its words and its cursor. */
export function place(parent: HTMLElement, pieces: readonly Piece[]): void {
  const there = new Map(Array.from(parent.children, (child) => [child instanceof HTMLElement ? (child.dataset['piece'] ?? '') : '', child]));
  const wanted = pieces.map(({ key, from, make }) => {
    const old = there.get(key);
    if (old instanceof HTMLElement && old.dataset['from'] === from) {
      return old;
    }
    const made = make();
    made.dataset['piece'] = key;
    made.dataset['from'] = from;
    if (old) {
      old.replaceWith(made);
    }
    return made;
  });
  const stays = new Set<Element>(wanted);
  for (const child of [...parent.children]) {
    if (!stays.has(child)) {
      child.remove();
    }
  }
  wanted.forEach((each, at) => {
    // Moved only where it must be: an element that moves loses the focus.
    if (parent.children[at] !== each) {
      parent.insertBefore(each, parent.children[at] ?? null);
    }
  });
}
