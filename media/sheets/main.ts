// The sheets' view: draws the paper it is told, as text, and says what the writer chooses.
import './main.css';
import type { Chooser, FromSheets, Sheet, SheetAbout, SheetCell, SheetColumn, SheetFact, SheetPart, SheetRow, SheetTable, ToSheets, Words } from '../../src/sheets/protocol';

interface Kept {
  readonly uri?: string;
  readonly sheet?: string;
  readonly board?: string;
  readonly dayId?: string;
  readonly sceneId?: string;
  readonly scroll?: number;
}

declare function acquireVsCodeApi(): { postMessage(message: FromSheets): void; getState(): Kept | undefined; setState(state: Kept): void };

type Show = Extract<ToSheets, { kind: 'show' }>;

const editor = acquireVsCodeApi();
const root = document.getElementById('sheets') ?? document.body;
let scrolled = false;

window.addEventListener('message', (event: MessageEvent<ToSheets>) => {
  const told = event.data;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  const before = root.dataset['shown'];
  const sideways = [...root.querySelectorAll('.scroll')].map(({ scrollLeft }) => scrollLeft);
  const now = told.kind === 'show' ? [told.uri, told.sheets.chosen, told.boards?.chosen, told.items?.chosen].join(' ') : told.uri;
  root.dataset['shown'] = now;
  root.replaceChildren(...(told.kind === 'nothing' ? nothing(told) : show(told)));
  // Drawn anew, the focus would be lost: it goes back to the control of the same key.
  if (focused !== undefined) {
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  if (before === now) {
    // The same paper, brought up to date while somebody writes: a wide table stays where it was looked at.
    root.querySelectorAll('.scroll').forEach((box, index) => (box.scrollLeft = sideways[index] ?? 0));
  }
  remember(told);
  if (!scrolled) {
    scrolled = true;
    window.scrollTo(0, editor.getState()?.scroll ?? 0);
  } else if (before !== now) {
    window.scrollTo(0, 0);
  }
});
window.addEventListener('scroll', () => editor.setState({ ...editor.getState(), scroll: window.scrollY }));
editor.postMessage({ kind: 'ready' });

function remember(told: ToSheets): void {
  const scroll = editor.getState()?.scroll ?? 0;
  if (told.kind === 'nothing') {
    editor.setState({ uri: told.uri, scroll });
    return;
  }
  const item = told.items?.chosen;
  editor.setState({
    uri: told.uri, sheet: told.sheets.chosen, scroll,
    ...(told.boards && { board: told.boards.chosen }),
    ...(item !== undefined && (told.sheets.chosen === 'breakdown' ? { sceneId: item } : { dayId: item })),
  });
}

function nothing({ title, hint, open }: Extract<ToSheets, { kind: 'nothing' }>): HTMLElement[] {
  const box = element('div', undefined, 'nothing');
  box.append(element('h1', title), element('p', hint));
  if (open !== undefined) {
    box.append(button(open, 'open', 'primary', () => editor.postMessage({ kind: 'openFile' })));
  }
  return [box];
}

function show({ sheets, boards, items, sheet, colours, words }: Show): HTMLElement[] {
  const bar = element('div', undefined, 'bar');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.view);
  bar.append(chooser(sheets, 'sheet'), ...(boards ? [chooser(boards, 'board')] : []), ...(items ? [chooser(items, 'item')] : []));
  const buttons = element('div', undefined, 'buttons');
  buttons.append(
    button(words.exportPdf, 'pdf', 'primary', () => editor.postMessage({ kind: 'export', format: 'pdf' })),
    button(words.exportCsv, 'csv', 'secondary', () => editor.postMessage({ kind: 'export', format: 'csv' })),
  );
  bar.append(buttons);
  return [bar, paper(sheet, colours, words)];
}

function chooser({ label, choices, chosen }: Chooser, what: 'sheet' | 'board' | 'item'): HTMLElement {
  const box = element('label', undefined, 'chooser');
  const select = element('select');
  select.dataset['key'] = what;
  for (const choice of choices) {
    const option = element('option', choice.label);
    option.value = choice.id;
    option.selected = choice.id === chosen;
    select.append(option);
  }
  select.addEventListener('change', () => editor.postMessage({ kind: 'choose', what, id: select.value }));
  box.append(element('span', label), select);
  return box;
}

function paper(sheet: Sheet, colours: Readonly<Record<string, string>>, words: Words): HTMLElement {
  const made = element('article', undefined, `paper ${sheet.kind}${sheet.landscape ? ' landscape' : ''}`);
  made.setAttribute('aria-label', sheet.title);
  const head = element('header');
  head.append(element('h1', sheet.title), ...sheet.subtitles.map((text) => written('p', text, 'subtitle')));
  made.append(head, ...(sheet.facts.length > 0 ? [facts(sheet.facts)] : []), ...sheet.parts.flatMap((each, index) => [...captionOf(each, sheet, sheet.parts[index - 1]), part(each, colours, words)]));
  return made;
}

/** Above a table, where neither the sheet's title nor the heading before says it already. */
function captionOf(each: SheetPart, { title }: Sheet, before: SheetPart | undefined): HTMLElement[] {
  const said = each.kind !== 'table' || each.table.caption === title || (before?.kind === 'heading' && before.text === each.table.caption);
  return said ? [] : [written('h3', each.table.caption)];
}

function part(each: SheetPart, colours: Readonly<Record<string, string>>, words: Words): HTMLElement {
  switch (each.kind) {
    case 'heading':
      return written('h2', each.text);
    case 'paragraph':
      return written('p', each.text);
    case 'facts':
      return facts(each.facts);
    case 'pageBreak':
      return element('hr');
    case 'table':
      return table(each.table, colours, words);
  }
}

function facts(list: readonly SheetFact[]): HTMLElement {
  const made = element('dl', undefined, 'facts');
  for (const { label, value } of list) {
    const item = element('div');
    item.append(element('dt', label), written('dd', value));
    made.append(item);
  }
  return made;
}

function table({ caption, columns, rows }: SheetTable, colours: Readonly<Record<string, string>>, words: Words): HTMLElement {
  const made = element('table');
  made.setAttribute('aria-label', caption);
  const head = element('tr');
  for (const column of columns) {
    const cell = element('th', undefined, classOf(column));
    cell.scope = 'col';
    column.head.forEach((line) => cell.append(element('span', line)));
    head.append(cell);
  }
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  body.append(...rows.flatMap((row) => tableRows(row, columns, colours, words)));
  made.append(top, body);
  const box = element('div', undefined, 'scroll');
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', caption);
  box.append(made);
  return box;
}

const classOf = ({ align, closed }: SheetColumn): string => `${align}${closed === true ? ' closed' : ''}`;

function tableRows(row: SheetRow, columns: readonly SheetColumn[], colours: Readonly<Record<string, string>>, words: Words): HTMLElement[] {
  if (row.kind === 'section') {
    const made = element('tr', undefined, `section ${row.tone}`);
    const cell = written('th', row.text);
    cell.colSpan = columns.length;
    cell.scope = 'rowgroup';
    made.append(cell);
    return [made];
  }
  const made = element('tr', undefined, `${row.strip === undefined ? '' : `strip ${row.strip}`}${row.total === true ? ' total' : ''}`.trim());
  // A strip's colour says what it is: a category's beside it would be one too many.
  const shown = row.strip === undefined ? colours : {};
  columns.forEach((column, index) => made.append(tableCell(row.cells[index] ?? { text: '' }, column, index === 0 ? row.about : undefined, shown, words)));
  const below = (row.below ?? []).map(({ label, value }) => {
    const line = element('tr', undefined, `below${row.strip === undefined ? '' : ` strip ${row.strip}`}`);
    const cell = written('td', label === '' ? value : `${label}: ${value}`);
    cell.colSpan = columns.length;
    line.append(cell);
    return line;
  });
  return [made, ...below];
}

function tableCell({ text, tone, category }: SheetCell, column: SheetColumn, about: SheetAbout | undefined, colours: Readonly<Record<string, string>>, words: Words): HTMLElement {
  const made = element('td', undefined, `${classOf(column)}${tone === undefined ? '' : ` ${tone}`}`);
  made.dir = 'auto';
  const colour = category === undefined ? undefined : colours[category];
  if (colour !== undefined) {
    made.style.boxShadow = `inset 3px 0 0 ${colour}`;
  }
  if (about?.kind === 'scene') {
    const link = button(text === '' ? '–' : text, `scene/${about.id}`, 'link', () => editor.postMessage({ kind: 'goTo', scene: about.id }));
    link.title = words.goTo;
    made.append(link);
  } else {
    made.textContent = text;
  }
  return made;
}

/** Never HTML: what a writer wrote is only ever text here. */
function element<K extends keyof HTMLElementTagNameMap>(name: K, text?: string, className?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className !== undefined && className !== '') {
    made.className = className;
  }
  return made;
}

/** A writer's words, in their own direction. */
function written<K extends keyof HTMLElementTagNameMap>(name: K, text: string, className?: string): HTMLElementTagNameMap[K] {
  const made = element(name, text, className);
  made.dir = 'auto';
  return made;
}

function button(text: string, key: string, className: string, clicked: () => void): HTMLButtonElement {
  const made = element('button', text, className);
  made.type = 'button';
  made.dataset['key'] = key;
  made.addEventListener('click', clicked);
  return made;
}
