// A small menu at a place of the page: by mouse and by keys, and it gives the focus back when it goes.
import { element } from './elements';

export interface MenuItem {
  readonly label: string;
  readonly act: () => void;
  /** A line above it. */
  readonly apart?: boolean;
}

let open: { readonly menu: HTMLElement; readonly back: HTMLElement | undefined } | undefined;

export function closeMenu(): void {
  const closing = open;
  open = undefined;
  closing?.menu.remove();
  if (document.activeElement === document.body) {
    closing?.back?.focus({ preventScroll: true });
  }
}

/** Opens the menu with its first item in focus. */
export function openMenu(items: readonly MenuItem[], at: { readonly x: number; readonly y: number }, label: string): void {
  closeMenu();
  if (items.length === 0) {
    return;
  }
  const menu = element('div', 'menu', ...items.map(itemOf));
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  open = { menu, back: document.activeElement instanceof HTMLElement ? document.activeElement : undefined };
  document.body.append(menu);
  const box = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - box.width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - box.height - 4))}px`;
  menu.addEventListener('keydown', walkMenu);
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) {
      closeMenu();
    }
  });
  menu.querySelector('button')?.focus({ preventScroll: true });
}

function itemOf({ label, act, apart }: MenuItem): HTMLElement {
  const made = element('button', apart === true ? 'apart' : '', label);
  made.type = 'button';
  made.setAttribute('role', 'menuitem');
  made.tabIndex = -1;
  made.addEventListener('click', () => {
    const back = open?.back;
    closeMenu();
    back?.focus({ preventScroll: true });
    act();
  });
  return made;
}

function walkMenu(event: KeyboardEvent): void {
  const items = [...(open?.menu.querySelectorAll('button') ?? [])];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  event.stopPropagation();
  if (to !== undefined) {
    event.preventDefault();
    items[to]?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    const back = open?.back;
    closeMenu();
    back?.focus({ preventScroll: true });
  }
}
