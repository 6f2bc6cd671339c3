// A section of a tab: a table or a form of rows, patched row by row, with what is added and chosen in it.
import type { Row, Section } from '../../src/production/protocol';
import { adding } from './adding';
import { comboOn } from './combo';
import { filled, listOf, wordsOf, type Desk, type Part } from './desk';
import { button, element, freshId, placeChildren } from './elements';
import { isFound } from './matches';
import { notesOf } from './notes';
import { formRow, tableRow, type RowPart } from './row';

export interface SectionPart extends Part<Section> {
  /** Shows the rows that have these words; @returns how many do */
  find(wanted: string): number;
}

export function sectionPart(first: Section, desk: Desk): SectionPart {
  let now = first;
  let wanted = '';
  let narrow = false;
  let rows = new Map<string, { readonly part: RowPart; readonly kinds: string }>();
  const node = element('section');
  const heading = element('h2', '', first.heading ?? '');
  heading.id = freshId();
  heading.hidden = first.heading === undefined;
  if (first.heading !== undefined) {
    node.setAttribute('aria-labelledby', heading.id);
  }
  const lead = element('p', 'lead');
  const empty = element('p', 'empty');
  const body = first.layout === 'form' ? element('div', 'form') : element('tbody');
  const choosing = first.puts ? choosingOf(desk, () => [...rows].flatMap(([id, { part }]) => (part.choice && !part.node.hidden ? [{ id, box: part.choice }] : []))) : undefined;
  const holder = first.layout === 'form' ? body : tableOf(first, body, choosing?.all);
  const narrows = first.narrows === undefined ? undefined : narrowing(first.narrows, (only) => {
    narrow = only;
    sift();
  });
  const add = first.add && adding(first.add, desk);
  node.append(heading, lead, ...(narrows ? [narrows] : []), ...(choosing ? [choosing.node] : []), empty, holder, ...(add ? [add] : []));

  const make = (row: Row): RowPart => (now.layout === 'form' ? formRow(row, desk) : tableRow(row, now, desk, choosing?.chosen));
  const sift = (): number => {
    let count = 0;
    for (const row of now.rows) {
      const isShown = isFound([row.told, ...row.cells.map(textOf)], wanted) && (!narrow || row.marked === true);
      count += isShown ? 1 : 0;
      rows.get(row.id)?.part.nodes.forEach((each) => (each.hidden = !isShown));
    }
    return count;
  };
  const part: SectionPart = {
    node,
    update(section) {
      now = section;
      lead.textContent = section.lead ?? '';
      lead.hidden = section.lead === undefined;
      empty.textContent = section.empty ?? '';
      empty.hidden = section.rows.length > 0 || section.empty === undefined;
      holder.hidden = section.rows.length === 0;
      if (choosing) {
        choosing.node.hidden = section.rows.length === 0;
      }
      const next = new Map<string, { readonly part: RowPart; readonly kinds: string }>();
      for (const row of section.rows) {
        const kinds = `${row.told}/${row.remove ?? ''}/${row.cells.map(({ kind, key }) => `${kind}:${key}`).join()}`;
        const known = rows.get(row.id);
        // What a row is called stands in the names of its fields: one that is typed in keeps its fields all the same.
        const stays = known && (known.kinds === kinds || known.part.node.contains(document.activeElement));
        const held = stays ? known : { part: make(row), kinds };
        if (stays) {
          held.part.update(row);
        }
        next.set(row.id, held);
      }
      rows = next;
      placeChildren(body, [...rows.values()].flatMap((each) => each.part.nodes));
      choosing?.count();
      sift();
    },
    find(text) {
      wanted = text;
      return sift();
    },
  };
  part.update(first);
  return part;
}

function textOf(cell: Row['cells'][number]): string {
  switch (cell.kind) {
    case 'text':
      return cell.value;
    case 'told':
    case 'number':
      return cell.text;
    case 'windows':
      return cell.windows.map(({ text }) => text).join(' ');
    case 'scenes':
      return cell.scenes.map(({ text }) => text).join(' ');
    default:
      return '';
  }
}

function tableOf(section: Section, body: HTMLElement, all: HTMLInputElement | undefined): HTMLElement {
  const table = element('table', section.columns[0]?.width === 'tiny' ? 'numbered' : '');
  const head = element('tr');
  if (all) {
    const cell = element('th', 'choice');
    cell.append(all);
    head.append(cell);
  }
  section.columns.forEach(({ name, hint, width }, index) => {
    const cell = element('th', `${width} at${index}`, name);
    cell.scope = 'col';
    if (hint !== undefined) {
      cell.title = hint;
    }
    head.append(cell);
  });
  head.append(element('td', 'end'));
  const top = element('thead');
  top.append(head);
  table.append(top, body);
  return table;
}

function narrowing(label: string, changed: (only: boolean) => void): HTMLElement {
  const line = element('label', 'check narrow');
  const box = element('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => changed(box.checked));
  line.append(box, element('span', '', label));
  return line;
}

interface Choosing {
  readonly node: HTMLElement;
  readonly all: HTMLInputElement;
  readonly chosen: (box: HTMLInputElement, event: MouseEvent) => void;
  readonly count: () => void;
}

/** Sets chosen by boxes (Shift: all between), put at one location together. */
function choosingOf(desk: Desk, rows: () => readonly { readonly id: string; readonly box: HTMLInputElement }[]): Choosing {
  const words = wordsOf(desk);
  let last: HTMLInputElement | undefined;
  const node = element('div', 'puts');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', words.putAt);
  const told = element('span', 'chosen');
  const input = element('input', 'value');
  input.type = 'text';
  input.placeholder = words.putAt;
  input.setAttribute('aria-label', words.putAt);
  const notes = notesOf([input], '', '');
  const put = (make: boolean): void => {
    const sets = rows().filter(({ box }) => box.checked).map(({ id }) => id);
    if (sets.length > 0) {
      desk.say({ kind: 'put', sets, location: input.value, ...(make && { make: true }) });
    }
  };
  comboOn(input, {
    options: () => listOf(desk, 'locations'),
    other: (text) => filled(words.newLocation, text),
    chosen(value, isOther) {
      input.value = value;
      put(isOther);
    },
  });
  const button1 = button(words.put, '', () => put(false));
  input.addEventListener('keydown', (event) => event.key === 'Enter' && put(false));
  const all = element('input');
  all.type = 'checkbox';
  all.setAttribute('aria-label', words.chooseAll);
  const count = (): void => {
    const boxes = rows().map(({ box }) => box);
    const chosen = boxes.filter((box) => box.checked).length;
    told.textContent = filled(words.chosen, String(chosen));
    button1.disabled = chosen === 0;
    input.disabled = chosen === 0;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.addEventListener('change', () => {
    rows().forEach(({ box }) => (box.checked = all.checked));
    count();
  });
  node.append(told, input, button1, notes.node);
  desk.fields.set('new/put/location', {
    node,
    refused(text) {
      notes.problem(text);
      desk.tell(text);
    },
    saved() {
      notes.problem('');
      input.value = '';
      rows().forEach(({ box }) => (box.checked = false));
      count();
    },
  });
  return {
    node,
    all,
    count,
    chosen(box, event) {
      const boxes = rows().map((each) => each.box);
      const [from, to] = [last ? boxes.indexOf(last) : -1, boxes.indexOf(box)];
      if (event.shiftKey && from >= 0) {
        boxes.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((each) => (each.checked = box.checked));
      }
      last = box;
      count();
    },
  };
}
