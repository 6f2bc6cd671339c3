// Windows as chips: typed behind them ("12-16 May"), changed by Enter, taken away by Delete, or chosen from calendars that open on demand.
import type { Cell, Chip } from '../../src/production/protocol';
import { filled, keepUnsaved, wordsOf, type Desk, type Part } from './desk';
import { button, element } from './elements';
import { notesOf } from './notes';
import { pickerOf } from './picker';

type WindowsCell = Extract<Cell, { kind: 'windows' }>;

export function windowsField(first: WindowsCell, desk: Desk, label: string, short: string): Part<Cell> {
  const { key } = first;
  const words = wordsOf(desk);
  let now: WindowsCell | undefined;
  /** The window that is being changed: its place is taken by what is typed. */
  let changing = '';
  let sent: string | undefined;
  const node = element('div', `windows ${first.tone}`);
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', label);
  const chips = element('span', 'chips');
  const input = element('input', 'value');
  input.type = 'text';
  input.placeholder = '+';
  input.setAttribute('aria-label', `${label}, ${words.add}`);
  input.dataset['key'] = key;
  input.value = desk.unsaved.get(key) ?? '';
  const notes = notesOf([input], short, words.notSaved);
  const picker = pickerOf(desk, label, input, (from, to) => {
    input.value = from === to || to === '' ? from : `${from} to ${to}`;
    commit();
  });
  picker.node.addEventListener('focusout', (event) => {
    if (!desk.patching && !(event.relatedTarget instanceof Node && node.contains(event.relatedTarget))) {
      // What was typed before the calendars were opened is not lost.
      commit();
    }
  });
  node.append(chips, input, picker.opener, picker.node);

  const forget = (): void => {
    changing = '';
    sent = undefined;
    input.value = '';
    keepUnsaved(desk, key, undefined);
    notes.problem('');
    mark();
  };
  const mark = (): void => [...chips.children].forEach((chip) => chip.classList.toggle('changing', chip instanceof HTMLElement && changing !== '' && chip.dataset['old'] === changing));
  const commit = (): void => {
    if (input.value.trim() === '') {
      forget();
    } else if (input.value !== sent) {
      sent = input.value;
      desk.say({ kind: 'window', key, old: changing, text: input.value });
    }
  };
  const remove = (old: string, from: number): void => {
    desk.say({ kind: 'window', key, old, text: '' });
    // The next one takes the focus, so that several go one after the other.
    const next = chips.children[from + 1] ?? chips.children[from - 1];
    (next instanceof HTMLElement ? next : input).focus();
  };
  const chipElement = (chip: Chip, index: number): HTMLElement => {
    const made = button('', 'chip', () => {
      changing = chip.old;
      input.value = chip.old.split('/').filter((date, at, all) => at === 0 || date !== all[0]).join(' to ');
      mark();
      input.focus();
      input.select();
    });
    made.dataset['old'] = chip.old;
    made.title = chip.whole;
    made.setAttribute('aria-label', filled(words.chip, chip.whole));
    const cross = element('span', 'cross', '×');
    cross.setAttribute('aria-hidden', 'true');
    cross.addEventListener('click', (event) => {
      event.stopPropagation();
      remove(chip.old, index);
    });
    made.append(element('span', '', chip.text), cross);
    made.addEventListener('keydown', (event) => {
      if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        remove(chip.old, index);
      }
    });
    return made;
  };
  node.addEventListener('keydown', (event) => walk(event, node));
  input.addEventListener('focus', () => (input.placeholder = words.addWindow));
  input.addEventListener('input', () => {
    sent = undefined;
    keepUnsaved(desk, key, input.value === '' ? undefined : input.value);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      picker.open();
    } else if (event.key === 'Enter' && !event.isComposing && input.value.trim() !== '') {
      // Another may follow: the focus stays.
      event.preventDefault();
      event.stopPropagation();
      commit();
    } else if (event.key === 'Escape' && input.value !== '') {
      event.stopPropagation();
      forget();
    }
  });
  input.addEventListener('blur', (event) => {
    input.placeholder = '+';
    if (!desk.patching && !(event.relatedTarget instanceof Node && (picker.node.contains(event.relatedTarget) || event.relatedTarget === picker.opener))) {
      commit();
    }
  });
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      const next = cell as WindowsCell;
      if (JSON.stringify(next.windows) !== JSON.stringify(now?.windows)) {
        const before = [...chips.children];
        const focused = before.findIndex((chip) => chip === document.activeElement);
        const old = before[focused] instanceof HTMLElement ? before[focused].dataset['old'] : undefined;
        chips.replaceChildren(...next.windows.map(chipElement));
        if (focused >= 0) {
          const again = [...chips.children].find((chip) => chip instanceof HTMLElement && chip.dataset['old'] === old) ?? chips.children[Math.min(focused, chips.children.length - 1)];
          (again instanceof HTMLElement ? again : input).focus();
        }
        mark();
      }
      now = next;
      notes.warnings(next.warnings ?? []);
    },
    refused(text: string) {
      notes.problem(text);
      desk.tell(text);
    },
    saved(said?: string) {
      // Another window of the cell may have been taken away meanwhile: what is being typed here stays.
      if (said !== undefined && input.value === said && sent === said) {
        forget();
      }
    },
  };
  desk.fields.set(key, part);
  part.update(first);
  return part;
}

/** Left and right between the chips and the field behind them. */
function walk(event: KeyboardEvent, node: HTMLElement): void {
  const { target, key } = event;
  const inField = target instanceof HTMLInputElement;
  if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || (inField && (target.type === 'date' || (target.selectionStart ?? 0) > 0 || key === 'ArrowRight'))) {
    return;
  }
  const stops = [...node.querySelectorAll<HTMLElement>('.chip, input.value')];
  const next = stops[stops.indexOf(target as HTMLElement) + (key === 'ArrowLeft' ? -1 : 1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
