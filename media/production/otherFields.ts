// The fields that are not text: a box to tick, the days of a week, scenes of a list, a cast number, and what is only told.
import type { Cell, Option } from '../../src/production/protocol';
import { comboOn } from './combo';
import { filled, listOf, wordsOf, type Desk, type Part } from './desk';
import { button, element } from './elements';
import { notesOf } from './notes';

type CellOf<K extends Cell['kind']> = Extract<Cell, { kind: K }>;

export function checkField(first: CellOf<'check'>, desk: Desk, label: string, short: string): Part<Cell> {
  let now = first;
  const node = element('label', 'check');
  const box = boxOf(desk, first.key, first.label === undefined ? label : `${label}: ${first.label}`);
  node.append(box, ...(first.label === undefined ? [] : [element('span', '', first.label)]));
  const notes = notesOf([box], short, wordsOf(desk).notSaved);
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      now = cell as CellOf<'check'>;
      box.checked = now.value;
      notes.warnings(now.warnings ?? []);
    },
    refused(text: string) {
      // A box cannot hold what is not taken: it is as it was.
      box.checked = now.value;
      notes.problem(text);
      desk.tell(text);
    },
    saved: () => notes.problem(''),
  };
  desk.fields.set(first.key, part);
  part.update(first);
  return part;
}

function boxOf(desk: Desk, key: string, label: string): HTMLInputElement {
  const box = element('input', 'value');
  box.type = 'checkbox';
  box.setAttribute('aria-label', label);
  box.dataset['key'] = key;
  box.addEventListener('change', () => desk.say({ kind: 'set', key, text: String(box.checked) }));
  return box;
}

export function checksField(first: CellOf<'checks'>, desk: Desk, label: string, short: string): Part<Cell> {
  let now = first;
  const node = element('div', 'checks');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', label);
  const boxes = first.boxes.map((each) => ({ key: each.key, box: boxOf(desk, each.key, `${label}: ${each.label}`) }));
  const notes = notesOf(boxes.map(({ box }) => box), short, wordsOf(desk).notSaved);
  first.boxes.forEach((each, index) => {
    const box = boxes[index]?.box;
    if (box) {
      const line = element('label', 'check');
      line.append(box, element('span', '', each.label));
      node.append(line);
    }
  });
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      now = cell as CellOf<'checks'>;
      boxes.forEach(({ key, box }) => (box.checked = now.boxes.find((each) => each.key === key)?.value === true));
      notes.warnings(now.warnings ?? []);
    },
    refused(text: string) {
      part.update(now);
      notes.problem(text);
      desk.tell(text);
    },
    saved: () => notes.problem(''),
  };
  boxes.forEach(({ key }) => desk.fields.set(key, part));
  part.update(first);
  return part;
}

const scenesOf = ({ scenes }: CellOf<'scenes'>): readonly string[] => scenes.map(({ value }) => value);

/** Scenes as chips, with a field for one more. */
export function scenesField(first: CellOf<'scenes'>, desk: Desk, label: string, short: string): Part<Cell> {
  let now = first;
  const words = wordsOf(desk);
  const node = element('div', 'windows scenes');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', label);
  const chips = element('span', 'chips');
  const input = element('input', 'value');
  input.type = 'text';
  input.setAttribute('aria-label', `${label}, ${words.add}`);
  input.placeholder = words.add;
  input.dataset['key'] = first.key;
  const notes = notesOf([input], short, words.notSaved);
  node.append(chips, input);
  /** As it will be once all that was sent is taken: a second scene added quickly must not undo the first. */
  let wanted = scenesOf(first);
  let waiting = 0;
  const send = (scenes: readonly string[]): void => {
    wanted = scenes;
    waiting += 1;
    desk.say({ kind: 'set', key: first.key, text: scenes.join('; ') });
  };
  const answered = (): void => {
    waiting = Math.max(0, waiting - 1);
    wanted = waiting === 0 ? scenesOf(now) : wanted;
  };
  const add = (text: string): void => {
    if (text.trim() !== '') {
      send([...wanted, text]);
    }
  };
  comboOn(input, {
    options: () => listOf(desk, 'scenes'),
    chosen(value) {
      input.value = value;
      add(value);
    },
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && input.value.trim() !== '') {
      event.stopPropagation();
      add(input.value);
    }
  });
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      now = cell as CellOf<'scenes'>;
      wanted = waiting === 0 ? scenesOf(now) : wanted;
      chips.replaceChildren(...now.scenes.map((scene) => sceneChip(scene, filled(words.remove, scene.text), () => {
        send(wanted.filter((value) => value !== scene.value));
        input.focus();
      })));
      notes.warnings(now.warnings ?? []);
    },
    refused(text: string) {
      answered();
      notes.problem(text);
      desk.tell(text);
    },
    saved() {
      answered();
      input.value = '';
      notes.problem('');
    },
  };
  desk.fields.set(first.key, part);
  part.update(first);
  return part;
}

export function sceneChip({ text }: Option, label: string, remove: () => void): HTMLElement {
  const chip = button('', 'chip', remove);
  chip.setAttribute('aria-label', label);
  chip.title = label;
  const cross = element('span', 'cross', '×');
  cross.setAttribute('aria-hidden', 'true');
  chip.append(element('span', '', text), cross);
  chip.addEventListener('keydown', (event) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove();
    }
  });
  return chip;
}

/** A cast number: fixed, so no field, but a way to another one that is asked for first. */
export function numberField(first: CellOf<'number'>, desk: Desk, label: string, short: string): Part<Cell> {
  const id = first.key.split('/')[1] ?? '';
  const node = button('', 'castNumber', () => desk.say({ kind: 'renumber', id }));
  node.dataset['key'] = first.key;
  const notes = notesOf([node], short, '');
  const part = {
    node,
    notes: notes.node,
    update(cell: Cell) {
      const { text, warnings = [] } = cell as CellOf<'number'>;
      if (node.textContent !== text) {
        node.textContent = text;
      }
      node.title = filled(wordsOf(desk).renumberHint, text);
      node.setAttribute('aria-label', `${label}: ${node.title}`);
      notes.warnings(warnings);
    },
  };
  part.update(first);
  return part;
}

export function toldField(first: CellOf<'told'>): Part<Cell> {
  const node = element('span', '', '');
  const part = {
    node,
    update(cell: Cell) {
      const { text, quiet } = cell as CellOf<'told'>;
      if (node.textContent !== text) {
        node.textContent = text;
      }
      node.className = quiet === true ? 'told quiet' : 'told';
    },
  };
  part.update(first);
  return part;
}
