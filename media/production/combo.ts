// A list under a field: what is typed narrows it, arrows walk through it, Enter takes what is marked.
import type { Option } from '../../src/production/protocol';
import { element, freshId } from './elements';
import { matchesOf } from './matches';

export interface Combo {
  readonly isOpen: boolean;
  close(): void;
}

interface Offers {
  /** What is typed may stand although it is not in the list: nothing is marked by itself. */
  readonly isFree?: boolean;
  options(): readonly Option[];
  /** Offered where nothing of the list is what is typed. */
  other?(typed: string): string | undefined;
  /** @param isOther something that the list has not */
  chosen(value: string, isOther: boolean): void;
}

interface Offer extends Option {
  readonly isOther: boolean;
}

/** To be put on a field before its other listeners: keys that are the list's do not reach them. */
export function comboOn(input: HTMLInputElement, offers: Offers): Combo {
  const list = element('ul', 'options');
  list.id = freshId();
  list.setAttribute('role', 'listbox');
  let shown: readonly Offer[] = [];
  let at = -1;
  let isOpen = false;
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' }).forEach(([name, value]) => input.setAttribute(name, value));

  const close = (): void => {
    isOpen = false;
    list.remove();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (to: number): void => {
    at = to;
    [...list.children].forEach((child, index) => child.setAttribute('aria-selected', String(index === at)));
    const marked = list.children[at];
    if (marked) {
      input.setAttribute('aria-activedescendant', marked.id);
      marked.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const take = (offer: Offer): void => {
    close();
    offers.chosen(offer.value, offer.isOther);
  };
  const open = (typed: string): void => {
    const found = matchesOf(offers.options(), typed).map((option) => ({ ...option, isOther: false }));
    const other = found.some(({ value }) => value.toLowerCase() === typed.trim().toLowerCase()) || typed.trim() === '' ? undefined : offers.other?.(typed.trim());
    shown = [...found, ...(other === undefined ? [] : [{ value: typed.trim(), text: other, isOther: true }])];
    if (shown.length === 0) {
      close();
      return;
    }
    list.replaceChildren(...shown.map((offer) => {
      const item = element('li', offer.isOther ? 'other' : '', offer.text);
      item.id = freshId();
      item.setAttribute('role', 'option');
      // Before the field loses its focus, which would be the end of typing.
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        take(offer);
      });
      return item;
    }));
    document.body.append(list);
    isOpen = true;
    input.setAttribute('aria-expanded', 'true');
    putUnder(list, input);
    mark(typed.trim() === '' || offers.isFree === true ? -1 : 0);
  };

  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', close);
  input.addEventListener('mousedown', () => {
    if (document.activeElement === input && !isOpen) {
      open('');
    }
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isOpen) {
        open('');
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(shown.length === 0 ? -1 : (at + step + shown.length) % shown.length);
    } else if (isOpen && event.key === 'Escape') {
      event.stopImmediatePropagation();
      close();
    } else if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) {
      const offer = shown[at];
      if (offer) {
        if (event.key === 'Enter') {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        take(offer);
      }
    }
  });
  return {
    get isOpen() {
      return isOpen;
    },
    close,
  };
}

/** Below the field, above it where there is no room. */
function putUnder(list: HTMLElement, input: HTMLElement): void {
  const at = input.getBoundingClientRect();
  const width = Math.min(Math.max(at.width, 320), innerWidth - 16);
  list.style.width = `${width}px`;
  list.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  const below = innerHeight - at.bottom - 8;
  const isBelow = below >= Math.min(list.offsetHeight, 160) || below > at.top;
  list.style.maxHeight = `${Math.max(80, Math.min(280, isBelow ? below : at.top - 8))}px`;
  list.style.top = isBelow ? `${at.bottom + 2}px` : `${at.top - 2 - list.offsetHeight}px`;
}
