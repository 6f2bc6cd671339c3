// Makes elements. Never HTML: what a writer or a file says is only ever text here.
import type { FromProduction } from '../../src/production/protocol';

export interface Kept {
  readonly uri: string;
  readonly tab?: string;
  readonly find?: string;
  /** What was typed and not taken, by field: it is there again when the panel comes back into sight. */
  readonly unsaved: Readonly<Record<string, string>>;
}

declare function acquireVsCodeApi(): { postMessage(message: FromProduction): void; getState(): Kept | undefined; setState(state: Kept): void };

export const editor = acquireVsCodeApi();

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className?: string, text?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined && className !== '') {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
    made.dir = 'auto';
  }
  return made;
}

export function button(text: string, className: string, clicked: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', clicked);
  return made;
}

let made = 0;
/** An id of this page alone, for what is described by what. */
export function freshId(): string {
  made += 1;
  return `x${made}`;
}

/** Puts these children there in this order. What stands right already is not touched, so that it keeps its focus. */
export function placeChildren(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const stays = new Set<Element>(wanted);
  for (const child of [...parent.children]) {
    if (!stays.has(child)) {
      child.remove();
    }
  }
  wanted.forEach((each, at) => {
    if (parent.children[at] !== each) {
      parent.insertBefore(each, parent.children[at] ?? null);
    }
  });
}
