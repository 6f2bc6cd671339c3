// Two calendars for a window, opened by a button or Alt+Down and closed again once a date is taken: in the row itself, over nothing else.
import { wordsOf, type Desk } from './desk';
import { button, element, freshId } from './elements';

export interface Picker {
  /** The button behind the field. */
  readonly opener: HTMLElement;
  readonly node: HTMLElement;
  open(): void;
}

/** One at a time: where another opens, this one closes. */
let closeOther: (() => void) | undefined;

/** @param label of the field, for screen readers; @param field where the focus goes when it closes */
export function pickerOf(desk: Desk, label: string, field: HTMLElement, picked: (from: string, to: string) => void): Picker {
  const words = wordsOf(desk);
  const node = element('span', 'picker');
  node.id = freshId();
  node.hidden = true;
  const dates = [words.from, words.to].map((each) => {
    const date = element('input', 'date');
    date.type = 'date';
    date.setAttribute('aria-label', `${label}, ${each}`);
    date.title = each;
    return date;
  });
  const [from, to] = dates;
  const show = (isOpen: boolean): void => {
    node.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  const close = (): void => {
    show(false);
    closeOther = undefined;
    field.focus();
  };
  const open = (): void => {
    closeOther?.();
    closeOther = () => show(false);
    show(true);
    from?.focus();
  };
  const take = (): void => {
    if (from && to && from.value !== '') {
      picked(from.value, to.value);
      dates.forEach((date) => (date.value = ''));
      close();
    }
  };
  const opener = button('', 'opener', () => (node.hidden ? open() : close()));
  // Tab goes from field to field: Alt+Down opens, as it opens any list.
  opener.tabIndex = -1;
  opener.title = words.pickDate;
  opener.setAttribute('aria-label', `${label}, ${words.pickDate}`);
  opener.setAttribute('aria-expanded', 'false');
  opener.setAttribute('aria-controls', node.id);
  from?.addEventListener('change', () => {
    // A last day before the first is none: the calendar opens where it makes sense.
    if (to && (to.value === '' || to.value < from.value)) {
      to.value = from.value;
    }
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      event.stopPropagation();
      take();
    }
  });
  node.append(...dates, button(words.add, '', take));
  return { opener, node, open };
}
