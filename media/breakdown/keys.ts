// The keys of the view: from scene to scene, from element to element, and what can be done with the one that has the focus.
import { editor, fillNow } from './elements';

const ACTS: Readonly<Record<string, string>> = { f2: 'rename', m: 'merge', c: 'category', delete: 'removeElement' };

export function listenForKeys(root: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
    if (event.isComposing || !(target instanceof HTMLElement)) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      takesBack(event, field);
      return;
    }
    if (event.altKey || field || target instanceof HTMLSelectElement) {
      leavesField(event, field);
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input.filter')?.focus();
    } else if (moves(root, target, event.key) || acts(target, event.key.toLowerCase())) {
      event.preventDefault();
    }
  });
}

/** Undo and redo are of the production, but in a field whose words are not taken over yet. */
function takesBack(event: KeyboardEvent, field: HTMLInputElement | HTMLTextAreaElement | undefined): void {
  const key = event.key.toLowerCase();
  if (event.altKey || (key !== 'z' && key !== 'y') || (field && (field.classList.contains('filter') || field.value !== field.defaultValue))) {
    return;
  }
  event.preventDefault();
  editor.postMessage({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
}

/** Enter takes a line over, Escape gives it back. */
function leavesField(event: KeyboardEvent, field: HTMLInputElement | HTMLTextAreaElement | undefined): void {
  if (!field || field.classList.contains('filter')) {
    return;
  }
  if (event.key === 'Escape') {
    field.value = field.defaultValue;
    field.blur();
    field.closest('article')?.querySelector<HTMLElement>('.top')?.focus();
  } else if (event.key === 'Enter' && !event.shiftKey && field instanceof HTMLInputElement) {
    field.blur();
    field.focus();
  }
}

/** Up and down from scene to scene; left and right along what a scene needs. */
function moves(root: HTMLElement, from: HTMLElement, key: string): boolean {
  if (from.getAttribute('role') === 'tab') {
    return false;
  }
  const card = from.closest('article');
  if (card && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    fillNow(card);
    const chips = [...card.querySelectorAll<HTMLElement>('.top, .element, .plus')];
    const own = from.closest('.chip')?.querySelector<HTMLElement>('.element') ?? from;
    const to = chips[chips.indexOf(own) + (key === 'ArrowRight' ? 1 : -1)];
    to?.focus();
    return true;
  }
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)) {
    return false;
  }
  for (const shell of neighbours(from.closest<HTMLElement>('[data-piece]'))) {
    fillNow(shell);
  }
  const tops = [...root.querySelectorAll<HTMLElement>('.top')].filter((top) => top.checkVisibility());
  const own = from.closest('article, li')?.querySelector<HTMLElement>('.top') ?? from;
  const at = tops.indexOf(own);
  const to = { ArrowDown: Math.min(tops.length - 1, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: tops.length - 1 }[key] ?? -1;
  tops[to]?.focus();
  return tops[to] !== undefined;
}

function neighbours(shell: HTMLElement | null): Element[] {
  return shell ? [shell, shell.nextElementSibling, shell.previousElementSibling].filter((each) => each !== null) : [];
}

function acts(from: HTMLElement, key: string): boolean {
  const press = (selector: string, within: Element | null | undefined): boolean => {
    const control = within?.querySelector<HTMLButtonElement>(selector);
    control?.click();
    return control !== null && control !== undefined;
  };
  const card = from.closest('article');
  if (card) {
    return onSheet(card, from, key);
  }
  const row = from.closest('li');
  if (row?.querySelector('[data-suggestion]')) {
    const yes = key === 'a' || key === 'y';
    if (!yes && key !== 'r' && key !== 'n' && key !== 'delete' && key !== 'backspace') {
      return false;
    }
    // Settled, it goes: the next one takes the focus, so that a writer can go on down the list.
    const next = row.nextElementSibling ?? row.previousElementSibling ?? row.closest('[data-piece]')?.nextElementSibling;
    if (next) {
      fillNow(next);
      next.querySelector<HTMLElement>('.top')?.focus();
    }
    return press(yes ? '.yes' : '.no', row);
  }
  return ACTS[key] !== undefined && press(`[data-act="${ACTS[key]}"]`, row);
}

function onSheet(card: HTMLElement, from: HTMLElement, key: string): boolean {
  fillNow(card);
  const chip = from.closest('.chip');
  if (key === 'delete' || key === 'backspace') {
    const remove = chip?.querySelector<HTMLButtonElement>('.remove');
    if (!remove) {
      return false;
    }
    const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
    (next?.querySelector<HTMLElement>('.element') ?? (next instanceof HTMLElement ? next : undefined) ?? card.querySelector<HTMLElement>('.top'))?.focus();
    remove.click();
    return true;
  }
  const wanted = { a: '[data-key$="/add"].link', e: '[data-key$="/more"]', '#': '.many', s: '[data-key$="/suggestions"]' }[key];
  const control = wanted === undefined ? undefined : (key === '#' ? chip : card)?.querySelector<HTMLButtonElement>(wanted);
  if (!control) {
    return false;
  }
  control.click();
  return true;
}
