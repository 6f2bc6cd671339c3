// What the view keeps of itself: out of sight it is thrown away, and back in sight it is as it was left.
import { desk } from './desk';
import { editor, say } from './elements';
import { dayOfKey, stripOrder, view } from './view';

interface Kept {
  /** The script: by it VS Code finds the board again after a restart. */
  readonly uri?: string;
  readonly compact?: boolean;
  readonly boneyardOpen?: boolean;
  readonly at?: string;
  readonly top?: number;
}

let kept: Kept = {};
let scroll: number | undefined;

export function recall(): void {
  const state = editor.getState();
  kept = typeof state === 'object' && state !== null ? state : {};
  view.compact = kept.compact === true;
  view.boneyardOpen = kept.boneyardOpen === true;
  view.at = typeof kept.at === 'string' ? kept.at : undefined;
  scroll = typeof kept.top === 'number' ? kept.top : undefined;
  desk.addEventListener('scrollend', keep);
}

/** Goes back to where the desk was, once there is one. */
export function recallScroll(): void {
  if (scroll !== undefined) {
    desk.scrollTop = scroll;
    scroll = undefined;
  }
}

export function keep(): void {
  if (view.state) {
    kept = { uri: view.state.uri, compact: view.compact, boneyardOpen: view.boneyardOpen, top: desk.scrollTop, ...(view.at === undefined ? {} : { at: view.at }) };
    editor.setState(kept);
  }
}

let told = '';

/** Tells the extension what is selected, or in focus where nothing is: the commands of the palette act on it. */
export function tellSelection(): void {
  const order = stripOrder();
  const strips = view.choice.keys.size > 0 ? order.filter((key) => view.choice.keys.has(key)) : order.filter((key) => key === view.at);
  const day = dayOfKey(view.at);
  const message = { kind: 'selected' as const, strips, ...(day && !day.id.startsWith('#') ? { day: day.id } : {}) };
  const text = JSON.stringify(message);
  if (text !== told) {
    told = text;
    say(message);
    keep();
  }
}
