// Makes elements, and keeps those that have not changed. Never HTML: what a writer or a model wrote is only ever text here.
import type { FromBreakdown } from '../../src/breakdown/protocol';

/** What outlives the view while it is out of sight. */
export interface Kept {
  readonly uri?: string;
  readonly tab?: string;
  readonly filter?: string;
  readonly group?: string;
  readonly scroll?: number;
}

declare function acquireVsCodeApi(): { postMessage(message: FromBreakdown): void; getState(): Kept | undefined; setState(state: Kept): void };

const api = acquireVsCodeApi();
let script: string | undefined;

/** Each message says which script the view shows: by the time it is heard, the writer may be in another. */
export const editor = {
  getState: () => api.getState(),
  setState: (state: Kept) => api.setState(state),
  postMessage: (message: FromBreakdown) => api.postMessage({ ...message, ...(script !== undefined && { uri: script }) }),
};

export function speakOf(uri: string): void {
  script = uri;
}

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

/** A button that shows a sign alone: its name is for screen readers and the pointer. */
export function sign(text: string, name: string, key: string, clicked: () => void, className = ''): HTMLButtonElement {
  const made = button(text, key, clicked, `sign ${className}`);
  made.title = name;
  made.setAttribute('aria-label', name);
  return made;
}

export const say = (message: FromBreakdown) => () => editor.postMessage(message);

/** The words with `{0}`, `{1}` filled in. */
export function fill(words: string, ...values: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

/** A part of the view: drawn anew only when what it was made from is another. */
export interface Piece {
  readonly key: string;
  readonly from: string;
  /** Its shell, at once; `fill` makes what is in it when it comes near the eye. */
  readonly make: () => { readonly shell: HTMLElement; readonly fill?: () => void };
}

/** What a piece on the page was made from. */
const madeFrom = new WeakMap<Element, string>();
const waiting = new Map<Element, () => void>();
/** Two screens ahead, so that what is scrolled to is there. */
const near = new IntersectionObserver((seen) => seen.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => fillNow(target)), { rootMargin: '1600px 0px' });

/** Makes what is in a piece that has not been near the eye yet: before the focus goes there. */
export function fillNow(shell: Element): void {
  const make = waiting.get(shell);
  waiting.delete(shell);
  near.unobserve(shell);
  make?.();
}

/** Puts the pieces into a parent, in order. What is the same stays the same element: a field in it keeps its words and its cursor. */
export function place(parent: HTMLElement, pieces: readonly Piece[]): void {
  const there = new Map(Array.from(parent.children, (child) => [child instanceof HTMLElement ? (child.dataset['piece'] ?? '') : '', child]));
  const wanted = pieces.map((piece) => {
    const old = there.get(piece.key);
    return old instanceof HTMLElement && madeFrom.get(old) === piece.from ? old : anew(piece, old);
  });
  const stays = new Set<Element>(wanted);
  for (const child of [...parent.children]) {
    if (!stays.has(child)) {
      waiting.delete(child);
      near.unobserve(child);
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

function anew({ key, from, make }: Piece, old: Element | undefined): HTMLElement {
  const { shell, fill: fillShell } = make();
  shell.dataset['piece'] = key;
  madeFrom.set(shell, from);
  if (fillShell && (old === undefined || waiting.has(old))) {
    waiting.set(shell, fillShell);
    near.observe(shell);
  } else {
    // Drawn anew before the writer's eyes: at once, or the page would jump.
    fillShell?.();
  }
  if (old) {
    waiting.delete(old);
    near.unobserve(old);
    old.replaceWith(shell);
  }
  return shell;
}
