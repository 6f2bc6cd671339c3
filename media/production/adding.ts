// A row of fields from which a new row is made.
import { newFieldKey, type AddRow, type Option } from '../../src/production/protocol';
import { comboOn } from './combo';
import { filled, listOf, wordsOf, type Desk } from './desk';
import { button, element } from './elements';
import { notesOf, type Notes } from './notes';
import { sceneChip } from './otherFields';
import { calendarOf } from './textField';

type AddField = AddRow['fields'][number];

interface Adding {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  readonly notes: Notes;
  value(): string;
  clear(): void;
}

export function adding({ what, name, fields }: AddRow, desk: Desk): HTMLElement {
  const words = wordsOf(desk);
  const node = element('div', 'adding');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', name);
  const send = (): void => desk.say({ kind: 'add', what, values: Object.fromEntries(made.map(({ field, part }) => [field, part.value()])) });
  const made = fields.map((field) => ({ field: field.field, part: addField(field, what, desk, name, send) }));
  const add = button(words.add, '', send);
  add.setAttribute('aria-label', name);
  const line = element('div', 'addLine');
  line.append(element('span', 'addName', name), ...made.map(({ part }) => part.node), add);
  node.append(line, ...made.map(({ part }) => part.notes.node));
  for (const { field, part } of made) {
    desk.fields.set(newFieldKey(what, field), {
      node,
      refused(text) {
        made.forEach((each) => each.part.notes.problem(''));
        part.notes.problem(text);
        part.input.focus();
        desk.tell(text);
      },
      saved: () => part.notes.problem(''),
    });
  }
  desk.fields.set(newFieldKey(what, ''), {
    node,
    refused(text) {
      made[0]?.part.notes.problem(text);
      desk.tell(text);
    },
    saved() {
      made.forEach(({ part }) => part.clear());
      // Often another one follows.
      made[0]?.part.input.focus();
    },
  });
  return node;
}

function addField(field: AddField, what: string, desk: Desk, name: string, send: () => void): Adding {
  const words = wordsOf(desk);
  const node = element('div', `text ${field.width}`);
  const input = element('input', 'value');
  input.type = 'text';
  input.spellcheck = false;
  input.placeholder = field.placeholder ?? field.label;
  input.setAttribute('aria-label', `${name}: ${field.label}`);
  input.dataset['key'] = newFieldKey(what, field.field);
  const notes = notesOf([input], field.label, '');
  const { list } = field;
  let many: readonly Option[] = [];
  const chips = element('span', 'chips');
  const draw = (): void => chips.replaceChildren(...many.map((option) => sceneChip(option, filled(words.remove, option.text), () => {
    many = many.filter((each) => each !== option);
    draw();
    input.focus();
  })));
  const clear = (): void => {
    input.value = '';
    many = [];
    draw();
    notes.problem('');
  };
  if (list !== undefined) {
    comboOn(input, {
      isFree: list === 'departments',
      options: () => listOf(desk, list),
      chosen(value) {
        input.value = field.many ? '' : value;
        if (field.many && !many.some((each) => each.value === value)) {
          many = [...many, { value, text: value }];
          draw();
        }
      },
    });
  }
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.stopPropagation();
      send();
    } else if (event.key === 'Escape') {
      clear();
    }
  });
  node.append(chips, input);
  if (field.date) {
    node.append(calendarOf(words.pickDate, () => '', (date) => {
      input.value = date;
      input.focus();
    }));
  }
  return { node, input, notes, value: () => (field.many ? [...many.map(({ value }) => value), input.value].filter((text) => text.trim() !== '').join('; ') : input.value), clear };
}
