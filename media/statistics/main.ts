// The statistics view: draws the report it is told, and says where the writer wants to go.
import './main.css';
import type { Figure, FromStatistics, Part, Report, ToStatistics } from '../../src/statistics/protocol';
import { button, element } from './elements';
import { picture } from './picture';
import { tableElement, type TableState } from './table';

interface Kept {
  readonly uri?: string;
  readonly tables: Readonly<Record<string, TableState>>;
  readonly scroll: number;
}

declare function acquireVsCodeApi(): { postMessage(message: FromStatistics): void; getState(): Kept | undefined; setState(state: Kept): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('statistics') ?? document.body;
const tip = element('div', undefined, 'tip');
tip.setAttribute('aria-hidden', 'true');
document.body.append(tip);

let kept: Kept = editor.getState() ?? { tables: {}, scroll: 0 };
let shown: ToStatistics | undefined;
let scrolled = false;
const spots = new Map<string, number>();

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

window.addEventListener('message', (event: MessageEvent<ToStatistics>) => {
  shown = event.data;
  const isOther = kept.uri !== undefined && kept.uri !== shown.uri;
  keep({ uri: shown.uri, ...(isOther && { tables: {}, scroll: 0 }) });
  draw(shown);
  if (!scrolled || isOther) {
    // As it was left when the panel went out of sight.
    scrolled = true;
    window.scrollTo(0, kept.scroll);
  }
});
window.addEventListener('scroll', () => {
  tell(undefined, undefined);
  keep({ scroll: window.scrollY });
});

let width = 0;
function tellWidth(): void {
  const style = getComputedStyle(root);
  const now = Math.floor(root.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
  if (now !== width && now > 0) {
    width = now;
    editor.postMessage({ kind: 'width', width });
  }
}
let resize: ReturnType<typeof setTimeout> | undefined;
new ResizeObserver(() => {
  clearTimeout(resize);
  resize = setTimeout(tellWidth, width === 0 ? 0 : 80);
}).observe(root);

function draw(told: ToStatistics): void {
  // Drawn anew, the focus would be lost: it goes back to the control of the same key.
  const focused = document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement ? document.activeElement.dataset['key'] : undefined;
  root.replaceChildren(...(told.kind === 'nothing' ? nothing(told) : report(told.report)));
  if (focused !== undefined) {
    root.querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function nothing({ title, hint }: { readonly title: string; readonly hint: string }): HTMLElement[] {
  const box = element('div', undefined, 'nothing');
  box.append(element('h1', title), element('p', hint));
  return [box];
}

function report({ title, figures, parts, words }: Report): HTMLElement[] {
  const head = element('header');
  const name = element('h1', title);
  name.dir = 'auto';
  head.append(name, button(words.export, 'export', 'primary', () => editor.postMessage({ kind: 'export' })));
  const list = element('dl', undefined, 'figures');
  list.append(...figures.map(figureElement));
  root.setAttribute('aria-label', words.contents.replace('{0}', title));
  return [head, list, ...parts.map((part) => partElement(part, words))];
}

function figureElement({ label, value, detail }: Figure): HTMLElement {
  const box = element('div');
  // The value is what the eye meets first; a screen reader hears the name first.
  box.append(element('dt', label), element('dd', value, 'value'));
  if (detail !== undefined) {
    box.append(element('dd', detail, 'detail'));
  }
  return box;
}

function partElement({ id, heading, lead, drawing, beside, tables, note }: Part, words: Report['words']): HTMLElement {
  const section = element('section');
  const title = element('h2', heading);
  title.id = `part-${id}`;
  section.setAttribute('aria-labelledby', title.id);
  section.append(title);
  if (lead !== '') {
    section.append(element('p', lead, 'lead'));
  }
  const body = element('div', undefined, beside === true ? 'beside' : '');
  section.append(body);
  if (drawing) {
    const current = spots.get(id) ?? 0;
    body.append(picture(drawing, id, words.keys, { told: tell, goTo, current, moved: (spot) => void spots.set(id, spot) }));
  }
  body.append(...tables.map((table) => tableElement(table, { words, state: kept.tables[table.id] ?? {}, changed: (state) => changeTable(table.id, state), goTo })));
  if (note !== undefined) {
    section.append(element('p', note, 'note'));
  }
  return section;
}

function changeTable(id: string, state: TableState): void {
  keep({ tables: { ...kept.tables, [id]: state } });
  if (shown) {
    draw(shown);
  }
}

function goTo(target: number): void {
  editor.postMessage({ kind: 'goTo', target });
}

/** Says beside the pointer or the focus what stands there. Screen readers hear it from the spot itself. */
function tell(label: string | undefined, at: DOMRect | undefined): void {
  tip.hidden = label === undefined;
  if (label === undefined || at === undefined) {
    return;
  }
  tip.textContent = label;
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const above = at.top - tip.offsetHeight - 6;
  tip.style.left = `${Math.max(8, Math.min(room, at.left + at.width / 2 - tip.offsetWidth / 2))}px`;
  tip.style.top = `${above > 4 ? above : at.bottom + 6}px`;
}
tell(undefined, undefined);
