// The AI Use Report's view: draws the report it is told, as text, and says what the writer wants.
import './main.css';
import type { Disclosure, FromRecord, Notice, PlainTable, ReportShown, SceneRow, TakenRow, ToldShares, ToRecord, Words } from '../../src/record/protocol';

interface Kept {
  readonly uri?: string;
  readonly all?: boolean;
  readonly scroll?: number;
}

declare function acquireVsCodeApi(): { postMessage(message: FromRecord): void; getState(): Kept | undefined; setState(state: Kept): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('record') ?? document.body;
const status = element('p', undefined, 'status');
status.setAttribute('role', 'status');
document.body.append(status);

let kept: Kept = editor.getState() ?? {};
let shown: ToRecord | undefined;
let scrolled = false;

function keep(change: Kept): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

window.addEventListener('message', (event: MessageEvent<ToRecord>) => {
  shown = event.data;
  const isOther = kept.uri !== undefined && kept.uri !== shown.uri;
  keep({ uri: shown.uri, ...(isOther && { all: false, scroll: 0 }) });
  draw(shown);
  if (!scrolled || isOther) {
    scrolled = true;
    window.scrollTo(0, kept.scroll ?? 0);
  }
});
window.addEventListener('scroll', () => keep({ scroll: window.scrollY }));
editor.postMessage({ kind: 'ready' });

function draw(told: ToRecord): void {
  // Drawn anew, the focus would be lost: it goes back to the control of the same key.
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  root.replaceChildren(...(told.kind === 'nothing' ? nothing(told) : report(told)));
  if (focused !== undefined) {
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function nothing({ title, hint, notices }: Extract<ToRecord, { kind: 'nothing' }>): HTMLElement[] {
  const box = element('div', undefined, 'nothing');
  box.append(element('h1', title), element('p', hint));
  return [...notices.map(noticeElement), box];
}

function report({ report: told, notices, words }: Extract<ToRecord, { kind: 'show' }>): HTMLElement[] {
  const head = element('header');
  const name = element('h1', told.title);
  name.dir = 'auto';
  const buttons = element('div', undefined, 'buttons');
  buttons.append(button(words.tint, 'tint', 'secondary', () => editor.postMessage({ kind: 'tint' })), button(words.export, 'export', 'primary', () => editor.postMessage({ kind: 'export' })));
  head.append(name, buttons);
  root.setAttribute('aria-label', words.label);
  return [
    head,
    ...notices.map(noticeElement),
    element('p', told.summary, 'lead'),
    totals(told.total, words),
    section(words.scenes, 'scenes', scenes(told, words)),
    ...(told.taken.length > 0 ? [section(words.taken, 'taken', [taken(told.taken, words)])] : []),
    section(words.models, 'models', [table(told.models, words.models)]),
    section(words.refused, 'refused', [element('p', told.refused)]),
    section(words.chain, 'chain', chain(told)),
    ...(told.disclosures.length === 0 ? [] : [section(words.disclosures, 'disclosures', [element('p', told.disclaimer, 'lead'), ...told.disclosures.map((each) => disclosure(each, words))])]),
  ];
}

function noticeElement({ text, tone, action }: Notice): HTMLElement {
  const box = element('div', undefined, `notice ${tone}`);
  box.append(element('p', text));
  if (action) {
    box.append(button(action.label, `notice/${action.id}`, 'secondary', () => editor.postMessage({ kind: action.id })));
  }
  return box;
}

function section(heading: string, id: string, content: readonly HTMLElement[]): HTMLElement {
  const made = element('section');
  const title = element('h2', heading);
  title.id = `part-${id}`;
  made.setAttribute('aria-labelledby', title.id);
  made.append(title, ...content);
  return made;
}

/** The whole script: a bar, and under it what its colours mean with their figures. */
function totals(total: ToldShares, words: Words): HTMLElement {
  const box = element('div', undefined, 'totals');
  const list = element('dl');
  for (const role of ['human', 'offered', 'edited'] as const) {
    const item = element('div', undefined, role);
    const term = element('dt');
    term.append(element('span', undefined, `swatch ${role}`), element('span', words[role]));
    item.append(term, element('dd', total.told[role]));
    list.append(item);
  }
  box.append(bar(total), list);
  return box;
}

/** Says with its length how much is whose. Who does not see it has the figures beside it, or the sentence. */
function bar(shares: ToldShares): HTMLElement {
  const made = element('div', undefined, 'bar');
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', shares.sentence);
  for (const role of ['human', 'offered', 'edited'] as const) {
    if (shares[role] > 0) {
      const part = element('span', undefined, role);
      part.style.flexGrow = String(shares[role]);
      made.append(part);
    }
  }
  return made;
}

function scenes({ scenes: some, allScenes }: ReportShown, words: Words): HTMLElement[] {
  const rows = kept.all === true ? allScenes : some;
  const more = button(kept.all === true ? words.showFewer : words.showAll, 'scenes/more', 'more', () => {
    keep({ all: kept.all !== true });
    if (shown) {
      draw(shown);
    }
  });
  const rest = allScenes.length > some.length ? [more] : [];
  return rows.length === 0 ? [element('p', words.noneInScenes), ...rest] : [sceneTable(rows, words), ...rest];
}

function sceneTable(rows: readonly SceneRow[], words: Words): HTMLElement {
  const made = element('table', undefined, 'scenes');
  made.setAttribute('aria-label', words.scenes);
  const head = element('tr');
  for (const [label, numeric] of [[words.scene, false], [words.words, true], [words.human, true], [words.offered, true], [words.edited, true]] as const) {
    const cell = element('th', label, numeric ? 'numeric' : '');
    cell.scope = 'col';
    head.append(cell);
  }
  const body = element('tbody');
  rows.forEach(({ label, target, shares }, index) => {
    const row = element('tr');
    const name = element('th');
    name.scope = 'row';
    name.append(link(label, `scene/${index}`, target, words), bar(shares));
    row.append(name, ...(['words', 'human', 'offered', 'edited'] as const).map((role) => element('td', shares.told[role], 'numeric')));
    body.append(row);
  });
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  return scrolling(made);
}

function taken(rows: readonly TakenRow[], words: Words): HTMLElement {
  const list = element('ol', undefined, 'taken');
  list.setAttribute('aria-label', words.taken);
  rows.forEach(({ id, when, where, model, state, role, words: said, target }) => {
    const item = element('li', undefined, role);
    const line = element('p', undefined, 'said');
    line.dir = 'auto';
    line.append(target === undefined ? element('span', said) : link(said, `taken/${id}`, target, words));
    const told = element('p', undefined, 'told');
    told.append(element('span', undefined, `swatch ${role === 'gone' ? 'none' : role}`), document.createTextNode([state, where, when, model].join(' · ')));
    item.append(...(said === '' ? [told] : [line, told]));
    list.append(item);
  });
  return list;
}

function table({ columns, rows }: PlainTable, label: string): HTMLElement {
  const made = element('table');
  made.setAttribute('aria-label', label);
  const head = element('tr');
  for (const { label: name, numeric } of columns) {
    const cell = element('th', name, numeric ? 'numeric' : '');
    cell.scope = 'col';
    head.append(cell);
  }
  const body = element('tbody');
  for (const cells of rows) {
    const row = element('tr');
    row.append(...cells.map((text, index) => element('td', text, columns[index]?.numeric === true ? 'numeric' : '')));
    body.append(row);
  }
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  return scrolling(made);
}

function chain({ chain: { whole, summary, findings } }: ReportShown): HTMLElement[] {
  const told = element('p', summary, whole ? 'chain whole' : 'chain broken');
  const list = element('ul');
  list.append(...findings.map((finding) => element('li', finding)));
  return findings.length > 0 ? [told, list] : [told];
}

function disclosure({ id, name, text }: Disclosure, words: Words): HTMLElement {
  const box = element('div', undefined, 'disclosure');
  const head = element('div', undefined, 'head');
  const title = element('h3', name);
  title.id = `disclosure-${id}`;
  const copy = button(words.copy, `copy/${id}`, 'secondary', () => {
    editor.postMessage({ kind: 'copy', id });
    status.textContent = words.copied;
    copy.textContent = words.copied;
    setTimeout(() => {
      copy.textContent = words.copy;
      status.textContent = '';
    }, 2500);
  });
  copy.setAttribute('aria-describedby', title.id);
  head.append(title, copy);
  const body = element('div', text, 'text');
  body.tabIndex = 0;
  body.setAttribute('role', 'region');
  body.setAttribute('aria-labelledby', title.id);
  box.append(head, body);
  return box;
}

function scrolling(inside: HTMLElement): HTMLElement {
  const box = element('div', undefined, 'scroll');
  box.append(inside);
  return box;
}

function link(text: string, key: string, target: number, words: Words): HTMLElement {
  const made = button(text, key, 'link', () => editor.postMessage({ kind: 'goTo', target }));
  made.title = words.goTo;
  made.dir = 'auto';
  return made;
}

/** Never HTML: what a writer or a model wrote is only ever text here. */
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

function button(text: string, key: string, className: string, clicked: () => void): HTMLButtonElement {
  const made = element('button', text, className);
  made.type = 'button';
  made.dataset['key'] = key;
  made.addEventListener('click', clicked);
  return made;
}
