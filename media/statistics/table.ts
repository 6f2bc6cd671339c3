// A table of the report: sorted by a click on a column's name, its first rows at first, each place a link into the script.
import type { Cell, Column, Table, Words } from '../../src/statistics/protocol';
import { button, element } from './elements';

/** What a writer has made of a table: kept over drawings, and over the panel's sleep. */
export interface TableState {
  readonly sort?: { readonly column: number; readonly down: boolean };
  readonly all?: boolean;
  readonly open?: boolean;
}

export interface TableHandlers {
  readonly words: Words;
  readonly state: TableState;
  readonly changed: (state: TableState) => void;
  readonly goTo: (target: number) => void;
}

export function tableElement(table: Table, handlers: TableHandlers): HTMLElement {
  const { shown, caption, id, rows } = table;
  const { state, words, changed } = handlers;
  if (shown > 0) {
    return whole(table, handlers, state.all === true ? rows.length : shown);
  }
  const details = element('details');
  details.open = state.open === true;
  const summary = element('summary', words.asTable.replace('{0}', caption));
  summary.dataset['key'] = `${id}/summary`;
  details.append(summary);
  const fill = (): void => {
    if (details.open && details.children.length === 1) {
      details.append(whole(table, handlers, rows.length));
    }
  };
  fill();
  details.addEventListener('toggle', () => {
    fill();
    if (details.open !== (state.open === true)) {
      changed({ ...state, open: details.open });
    }
  });
  return details;
}

function whole(table: Table, { words, state, changed, goTo }: TableHandlers, shown: number): HTMLElement {
  const { columns, rows, id, caption } = table;
  const box = element('div', undefined, 'table');
  const scroll = element('div', undefined, 'scroll');
  const made = element('table', undefined, columns.length < 4 ? 'narrow' : '');
  made.setAttribute('aria-label', caption);
  const head = element('tr');
  head.append(...columns.map((column, index) => headCell(column, index)));
  const body = element('tbody');
  body.append(...sorted(table, state).slice(0, shown).map((row, at) => rowElement(row, at)));
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  scroll.append(made);
  box.append(scroll);
  if (table.shown > 0 && rows.length > table.shown) {
    const all = shown >= rows.length;
    box.append(button(all ? words.showFewer : words.showAll.replace('{0}', String(rows.length)), `${id}/more`, 'more', () => changed({ ...state, all: !all })));
  }
  return box;

  function headCell({ label, numeric, explains }: Column, index: number): HTMLElement {
    const cell = element('th', undefined, numeric ? 'numeric' : '');
    cell.scope = 'col';
    const sort = state.sort?.column === index ? (state.sort.down ? 'descending' : 'ascending') : undefined;
    if (sort !== undefined) {
      cell.setAttribute('aria-sort', sort);
    }
    const name = button(label, `${id}/sort/${index}`, 'sort', () => {
      // Figures begin with the largest, names with A.
      const down = sort === undefined ? numeric : sort === 'ascending';
      changed({ ...state, sort: { column: index, down } });
    });
    if (explains !== undefined) {
      name.title = explains;
      name.setAttribute('aria-label', `${label}: ${explains}`);
    }
    cell.append(name, element('span', sort === undefined ? '' : sort === 'ascending' ? '▲' : '▼', 'arrow'));
    return cell;
  }

  function rowElement(cells: readonly Cell[], at: number): HTMLElement {
    const row = element('tr');
    row.append(...cells.map((cell, index) => bodyCell(cell, index, at)));
    return row;
  }

  function bodyCell({ text, target, bar, places }: Cell, index: number, at: number): HTMLElement {
    const numeric = columns[index]?.numeric === true;
    const cell = index === 0 ? element('th') : element('td');
    cell.className = [numeric ? 'numeric' : '', bar !== undefined ? 'with-bar' : ''].join(' ');
    if (index === 0) {
      cell.setAttribute('scope', 'row');
    }
    if (bar !== undefined) {
      const track = element('span', undefined, 'track');
      const filled = element('span', undefined, 'filled');
      filled.style.width = `${Math.max(bar > 0 ? 2 : 0, bar * 100)}%`;
      track.append(filled);
      cell.append(track);
    }
    const shownText = target === undefined ? element('span', text) : button(text, `${id}/${at}/${index}`, 'link', () => goTo(target));
    shownText.dir = 'auto';
    shownText.title = target === undefined ? '' : words.goTo;
    if (text !== '') {
      cell.append(shownText);
    }
    for (const [number, place] of (places ?? []).entries()) {
      cell.append(button(place.label, `${id}/${at}/${index}/${number}`, 'link place', () => goTo(place.target)));
    }
    return cell;
  }
}

function sorted({ rows, columns }: Table, { sort }: TableState): readonly (readonly Cell[])[] {
  if (!sort || !columns[sort.column]) {
    return rows;
  }
  const { column, down } = sort;
  const compare = (a: Cell | undefined, b: Cell | undefined): number =>
    a?.sort !== undefined && b?.sort !== undefined ? a.sort - b.sort : (a?.text ?? '').localeCompare(b?.text ?? '', undefined, { numeric: true });
  return [...rows].sort((a, b) => compare(a[column], b[column]) * (down ? -1 : 1));
}
