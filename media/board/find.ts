// The field to find strips: by number, set, synopsis or cast. What does not match is dimmed, so that the days stay what they are.
import type { Words } from '../../src/board/protocol';
import { element } from './elements';
import { view } from './view';

export const findBox = element('span', 'find');
const field = element('input');
const count = element('span', 'find-count');
field.type = 'search';
field.dataset['control'] = 'find';
count.setAttribute('aria-live', 'polite');
findBox.append(field, count);

export interface FindHands {
  readonly changed: () => void;
  /** On to the next strip that matches. */
  readonly next: () => void;
  readonly leave: () => void;
}

export function listenForFind({ changed, next, leave }: FindHands): void {
  field.addEventListener('input', () => {
    view.find = field.value.trim();
    changed();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      next();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      field.value = '';
      view.find = '';
      changed();
      leave();
    }
    event.stopPropagation();
  });
}

export function openFind(): void {
  field.focus();
  field.select();
}

/** Says how many match. */
export function drawFind(words: Words, found: number, all: number): void {
  field.placeholder = words.find;
  field.setAttribute('aria-label', words.find);
  if (document.activeElement !== field) {
    field.value = view.find;
  }
  const told = view.find === '' && view.cast === undefined ? '' : words.matches.replace('{0}', String(found)).replace('{1}', String(all));
  if (count.textContent !== told) {
    count.textContent = told;
  }
}
