// A field of text: shows the value as it is read, takes it as it is typed, and keeps what is not taken.
import type { Cell } from '../../src/production/protocol';
import { comboOn } from './combo';
import { filled, keepUnsaved, listOf, wordsOf, type Desk, type Part } from './desk';
import { element } from './elements';
import { notesOf } from './notes';

type TextCell = Extract<Cell, { kind: 'text' }>;

/** @param label of the field for screen readers; @param short said before sentences about it */
export function textField(first: TextCell, desk: Desk, label: string, short: string): Part<Cell> {
  const { key } = first;
  const words = wordsOf(desk);
  let now = first;
  /** Undefined while the field says what is saved. */
  let typed = desk.unsaved.get(key);
  let sent: string | undefined;
  const input = element('input', first.number ? 'value number' : 'value');
  input.type = 'text';
  input.spellcheck = false;
  input.setAttribute('aria-label', label);
  input.dataset['key'] = key;
  const node = element('div', 'text');
  node.append(input);
  const notes = notesOf([input], short, words.notSaved);

  const refresh = (): void => {
    const text = typed ?? (document.activeElement === input ? now.value : (now.shown ?? now.value));
    if (input.value !== text) {
      input.value = text;
    }
    input.placeholder = now.placeholder ?? '';
    input.title = now.value.length > 18 && typed === undefined ? (now.shown ?? now.value) : '';
  };
  const settle = (): void => {
    typed = undefined;
    sent = undefined;
    keepUnsaved(desk, key, undefined);
    notes.problem('');
    refresh();
  };
  const commit = (make = false): void => {
    if (typed === undefined) {
      return;
    }
    if (typed === now.value && !make) {
      settle();
    } else if (typed !== sent || make) {
      sent = typed;
      desk.say({ kind: 'set', key, text: typed, ...(make && { make: true }) });
    }
  };
  const { list } = first;
  if (list !== undefined) {
    comboOn(input, {
      options: () => listOf(desk, list),
      isFree: list === 'departments',
      ...(list === 'locations' && { other: (text: string) => filled(words.newLocation, text) }),
      chosen(value, isOther) {
        typed = value;
        input.value = value;
        commit(isOther);
      },
    });
  }
  input.addEventListener('focus', () => {
    refresh();
    input.select();
  });
  input.addEventListener('input', () => {
    typed = input.value;
    sent = undefined;
    keepUnsaved(desk, key, typed);
  });
  input.addEventListener('blur', () => {
    if (!desk.patching) {
      commit();
      refresh();
    }
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      commit();
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      settle();
      input.select();
    }
  });
  if (first.date !== undefined) {
    node.append(calendarOf(words.pickDate, () => now.date ?? '', (date) => {
      typed = date;
      refresh();
      commit();
    }));
  }
  if (first.unit !== undefined) {
    node.append(element('span', 'unit', first.unit));
  }
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      now = cell as TextCell;
      notes.warnings(now.warnings ?? []);
      refresh();
    },
    refused(text: string) {
      notes.problem(text);
      desk.tell(text);
    },
    saved() {
      // What was typed meanwhile is not what was saved.
      if (typed === sent) {
        settle();
      }
    },
  };
  desk.fields.set(key, part);
  part.update(first);
  if (typed !== undefined) {
    // Kept while the form was out of sight, perhaps for days: never written by itself over what came since.
    if (typed === now.value) {
      settle();
    } else {
      notes.problem(words.typedBefore);
    }
  }
  return part;
}

/** The browser's own calendar, of which only the button shows: the field beside it takes what is typed. */
export function calendarOf(label: string, current: () => string, picked: (date: string) => void): HTMLInputElement {
  const calendar = element('input', 'calendar');
  calendar.type = 'date';
  calendar.tabIndex = -1;
  calendar.title = label;
  calendar.setAttribute('aria-label', label);
  calendar.addEventListener('mousedown', () => (calendar.value = current()));
  calendar.addEventListener('change', () => {
    if (calendar.value !== '') {
      picked(calendar.value);
    }
  });
  return calendar;
}
