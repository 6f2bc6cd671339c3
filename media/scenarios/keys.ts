// The keys of the cards: from one to the next, and what can be done with the one that has the focus.
import type { FromScenarios } from '../../src/scenarios/protocol';
import { editor } from './elements';

const CARD_KEYS: Readonly<Record<string, 'keep' | 'discard' | 'develop' | 'goTo'>> = { k: 'keep', delete: 'discard', backspace: 'discard', d: 'develop', g: 'goTo' };

export function listenForKeys(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(target instanceof HTMLElement) || target instanceof HTMLInputElement) {
      return;
    }
    const card = target.closest<HTMLElement>('.card');
    if (moves(root, target, event.key) || (card && acts(card, event.key.toLowerCase()))) {
      event.preventDefault();
    }
  });
}

/** Up and down, to the first and the last card. */
function moves(root: HTMLElement, from: HTMLElement, key: string): boolean {
  const tops = [...root.querySelectorAll<HTMLElement>('.top')].filter((top) => top.checkVisibility());
  const own = from.closest('.card')?.querySelector<HTMLElement>('.top');
  const at = own ? tops.indexOf(own) : -1;
  const to = { ArrowDown: Math.min(tops.length - 1, at + 1), ArrowUp: at - 1, Home: 0, End: tops.length - 1 }[key];
  if (to === undefined) {
    return false;
  }
  tops[to]?.focus();
  return tops[to] !== undefined;
}

function acts(card: HTMLElement, key: string): boolean {
  const id = card.dataset['id'] ?? '';
  if (key === 'o') {
    const field = card.closest('section')?.querySelector<HTMLInputElement>('input');
    field?.focus();
    return field !== undefined;
  }
  const kind = CARD_KEYS[key];
  if (kind === undefined) {
    return false;
  }
  const message = forFate(card, kind, id);
  if (message === undefined) {
    return false;
  }
  if (message.kind === 'discard' || message.kind === 'restore') {
    // The card goes to its fold: the next one takes the focus, so that a writer can go on down the list.
    const next = card.nextElementSibling ?? card.previousElementSibling;
    next?.querySelector<HTMLElement>('.top')?.focus();
  }
  editor.postMessage(message);
  return true;
}

/** What a key means for a card as it stands; undefined where it means nothing. */
function forFate(card: HTMLElement, kind: 'keep' | 'discard' | 'develop' | 'goTo', id: string): FromScenarios | undefined {
  const has = (fate: string): boolean => card.classList.contains(fate);
  if (kind === 'goTo') {
    return { kind, id };
  }
  if (has('discarded')) {
    return kind === 'keep' ? { kind: 'restore', id } : undefined;
  }
  if (has('busy')) {
    return undefined;
  }
  if (kind === 'keep') {
    return has('developed') ? undefined : { kind: has('kept') ? 'unkeep' : 'keep', id };
  }
  return { kind, id };
}
