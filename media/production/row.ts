// A row of a table or a form: its fields, and under it the sentences about them.
import type { Cell, Column, Row, Section } from '../../src/production/protocol';
import { filled, wordsOf, type Desk, type Part } from './desk';
import { button, element } from './elements';
import { checkField, checksField, numberField, scenesField, toldField } from './otherFields';
import { textField } from './textField';
import { windowsField } from './windowsField';

export interface RowPart extends Part<Row> {
  /** The row and what stands under it. */
  readonly nodes: readonly HTMLElement[];
  readonly choice: HTMLInputElement | undefined;
}

function fieldPart(cell: Cell, desk: Desk, label: string, short: string): Part<Cell> {
  switch (cell.kind) {
    case 'text':
      return textField(cell, desk, label, short);
    case 'check':
      return checkField(cell, desk, label, short);
    case 'checks':
      return checksField(cell, desk, label, short);
    case 'windows':
      return windowsField(cell, desk, label, short);
    case 'scenes':
      return scenesField(cell, desk, label, short);
    case 'number':
      return numberField(cell, desk, label, short);
    case 'told':
      return toldField(cell);
  }
}

/** @param chosen called when the box before the row is ticked; missing where rows are not chosen */
export function tableRow(first: Row, section: Section, desk: Desk, chosen: ((box: HTMLInputElement, event: MouseEvent) => void) | undefined): RowPart {
  const node = element('tr', 'row');
  node.dataset['row'] = first.id;
  const below = element('tr', 'below');
  const notes = element('td');
  const held = element('div', 'held');
  notes.colSpan = section.columns.length + 2;
  notes.append(held);
  below.append(notes);
  let choice: HTMLInputElement | undefined;
  if (chosen) {
    choice = element('input');
    choice.type = 'checkbox';
    const box = choice;
    box.setAttribute('aria-label', filled(wordsOf(desk).choose, first.told));
    box.addEventListener('click', (event) => chosen(box, event));
    const cell = element('td', 'choice');
    cell.append(box);
    node.append(cell);
  }
  const parts = first.cells.map((cell, index) => {
    const column: Column | undefined = section.columns[index];
    const part = fieldPart(cell, desk, `${column?.name ?? ''}, ${first.told}`, column?.name ?? '');
    const td = element('td', `${column?.width ?? ''} at${index}`);
    td.dataset['column'] = column?.id ?? '';
    td.append(part.node);
    node.append(td);
    if (part.notes) {
      held.append(part.notes);
    }
    return part;
  });
  const last = element('td', 'end');
  if (first.remove !== undefined) {
    const key = `${first.cells[0]?.key.split('/')[0] ?? ''}/${first.id}/`;
    const remove = button('', 'remove codicon', () => {
      (node.nextElementSibling?.nextElementSibling ?? node.previousElementSibling?.previousElementSibling)?.querySelector<HTMLElement>('button.remove')?.focus();
      desk.say({ kind: 'remove', key });
    });
    remove.textContent = '×';
    remove.title = first.remove;
    remove.setAttribute('aria-label', first.remove);
    last.append(remove);
  }
  node.append(last);
  return { node, nodes: [node, below], choice, update: (row) => row.cells.forEach((cell, index) => parts[index]?.update(cell)) };
}

export function formRow(first: Row, desk: Desk): RowPart {
  const node = element('div', 'formRow');
  node.dataset['row'] = first.id;
  const [cell] = first.cells;
  const part = cell && fieldPart(cell, desk, first.told, '');
  const box = element('div', 'formField');
  const name = element('span', 'formName', first.told);
  // The field says its name itself: twice would be read twice.
  name.setAttribute('aria-hidden', 'true');
  if (part) {
    box.append(part.node, ...(part.notes ? [part.notes] : []));
  }
  if (first.hint !== undefined) {
    box.append(element('p', 'hint', first.hint));
  }
  node.append(name, box);
  return { node, nodes: [node], choice: undefined, update: (row) => row.cells.forEach((each) => part?.update(each)) };
}
