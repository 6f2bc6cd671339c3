// The form of a production's resources: draws what it is told, takes what is typed, and keeps what is not taken.
import './main.css';
import type { Nothing, Shown, Tab, ToProduction } from '../../src/production/protocol';
import { wordsOf, type Answered, type Desk } from './desk';
import { button, editor, element } from './elements';
import { showImport } from './importDialog';
import { listenForKeys } from './keys';
import { moreColumns } from './moreColumns';
import { sectionPart, type SectionPart } from './section';

const root = document.getElementById('production') ?? document.body;
let uri = decodeURIComponent(document.body.dataset['uri'] ?? '');
const before = editor.getState();
const kept = before?.uri === uri ? before : { uri, unsaved: {} };
const unsaved = new Map(Object.entries(kept.unsaved));
const live = element('div', 'live');
live.setAttribute('role', 'status');
live.setAttribute('aria-live', 'polite');
document.body.append(live);

let desk: Desk | undefined;
let tabId: string | undefined = kept.tab;
let wanted = kept.find ?? '';
let frame: Frame | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;

interface Frame {
  readonly tabs: HTMLElement;
  readonly panel: HTMLElement;
  readonly find: HTMLInputElement;
  readonly none: HTMLElement;
  readonly undo: HTMLElement;
  readonly redo: HTMLElement;
  /** The sections of each tab that was looked at. */
  readonly drawn: Map<string, { readonly parts: readonly SectionPart[]; readonly ids: string; from: Tab }>;
}

function keep(): void {
  editor.setState({ uri, ...(tabId !== undefined && { tab: tabId }), ...(wanted !== '' && { find: wanted }), unsaved: Object.fromEntries(unsaved) });
}

/** @param seen for a moment on the screen, too */
function tell(text: string, seen: boolean): void {
  live.textContent = text;
  live.classList.toggle('seen', seen);
  clearTimeout(fading);
  fading = setTimeout(() => live.classList.remove('seen'), 4000);
}

function deskOf(shown: Shown): Desk {
  desk ??= { shown, patching: false, fields: new Map<string, Answered>(), unsaved, say: (message) => editor.postMessage(message), keep, tell: (text) => tell(text, false) };
  desk.shown = shown;
  return desk;
}

function draw(shown: Shown): void {
  if (shown.uri !== uri) {
    // The script has another name: what is kept of its form goes along.
    uri = shown.uri;
    keep();
  }
  const at = deskOf(shown);
  frame ??= frameOf(at);
  if (!shown.tabs.some(({ id }) => id === tabId)) {
    tabId = shown.tabs[0]?.id;
  }
  for (const kind of ['undo', 'redo'] as const) {
    const label = shown[kind];
    const tool = frame[kind];
    // Not disabled: a button that is would lose the focus, and the answer says that there is nothing.
    tool.setAttribute('aria-disabled', String(label === undefined));
    tool.title = label === undefined ? shown.words[kind] : `${shown.words[kind]}: ${label}`;
  }
  drawTabs(frame, at);
  drawPanel(frame, at);
}

function drawTabs({ tabs }: Frame, { shown }: Desk): void {
  const focused = document.activeElement instanceof HTMLElement && tabs.contains(document.activeElement);
  tabs.replaceChildren(...shown.tabs.map(({ id, name, count, warnings }) => {
    const tab = button('', 'tab', () => choose(id));
    tab.id = `tab-${id}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(id === tabId));
    tab.setAttribute('aria-controls', 'panel');
    tab.tabIndex = id === tabId ? 0 : -1;
    tab.append(element('span', 'name', name), ...(count === '' ? [] : [element('span', 'count', count)]));
    if (warnings > 0) {
      const mark = element('span', 'warnings', String(warnings));
      mark.setAttribute('aria-label', `${shown.words.warning} ${warnings}`);
      mark.title = mark.getAttribute('aria-label') ?? '';
      tab.append(mark);
    }
    return tab;
  }));
  if (focused) {
    tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }
}

function choose(id: string): void {
  if (id !== tabId && desk && frame) {
    tabId = id;
    keep();
    drawTabs(frame, desk);
    drawPanel(frame, desk);
    frame.panel.scrollTo(0, 0);
  }
}

/** Puts the focus into a row that another view has named. */
function goToRow(id: string | undefined): void {
  const row = id === undefined ? undefined : root.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.querySelector<HTMLElement>('input.value, button')?.focus();
  row?.scrollIntoView({ block: 'center' });
}

/** Patches the tab in sight. A field that is typed in keeps its words and its focus, wherever its row goes. */
function drawPanel({ panel, drawn, none }: Frame, at: Desk): void {
  const tab = at.shown.tabs.find(({ id }) => id === tabId);
  if (!tab) {
    return;
  }
  const active = document.activeElement;
  at.patching = true;
  const ids = tab.sections.map(({ id, columns, puts }) => `${id}${columns.length}${String(puts)}`).join();
  const known = drawn.get(tab.id);
  if (known?.ids === ids) {
    known.parts.forEach((part, index) => {
      const section = tab.sections[index];
      if (section) {
        part.update(section);
      }
    });
    known.from = tab;
  } else {
    drawn.set(tab.id, { ids, parts: tab.sections.map((section) => sectionPart(section, at)), from: tab });
  }
  const parts = drawn.get(tab.id)?.parts ?? [];
  if (panel.dataset['tab'] !== `${tab.id}/${ids}`) {
    panel.dataset['tab'] = `${tab.id}/${ids}`;
    panel.setAttribute('aria-labelledby', `tab-${tab.id}`);
    const extra = tab.id === 'cast' && tab.count !== '0' ? [button(wordsOf(at).renumber, 'quiet', () => at.say({ kind: 'renumber', id: '' }))] : [];
    panel.replaceChildren(...parts.map(({ node }) => node), none, ...extra);
  }
  if (active instanceof HTMLElement && active.isConnected && active !== document.activeElement && root.contains(active)) {
    active.focus({ preventScroll: true });
  }
  at.patching = false;
  sift(parts, none);
}

function sift(parts: readonly SectionPart[], none: HTMLElement): void {
  const found = parts.map((part) => part.find(wanted));
  parts.forEach((part, index) => part.node.classList.toggle('siftedOut', wanted !== '' && found[index] === 0));
  none.hidden = wanted === '' || found.some((count) => count > 0);
}

function frameOf(at: Desk): Frame {
  const words = wordsOf(at);
  const top = element('header');
  const tabs = element('div', 'tabs');
  tabs.setAttribute('role', 'tablist');
  tabs.setAttribute('aria-label', words.tabs);
  tabs.addEventListener('keydown', (event) => {
    const ids = at.shown.tabs.map(({ id }) => id);
    const now = ids.findIndex((id) => id === tabId);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: ids.length - 1 }[event.key];
    const id = to === undefined ? undefined : ids[(to + ids.length) % ids.length];
    if (id !== undefined) {
      event.preventDefault();
      choose(id);
    }
  });
  const find = element('input', 'find');
  find.type = 'search';
  find.placeholder = words.find;
  find.setAttribute('aria-label', words.find);
  find.value = wanted;
  const none = element('p', 'empty', words.none);
  const panel = element('div', 'panel');
  panel.id = 'panel';
  panel.setAttribute('role', 'tabpanel');
  const tool = (kind: 'undo' | 'redo', sign: string): HTMLButtonElement => {
    const made = button(sign, 'tool', () => at.say({ kind }));
    made.title = words[kind];
    made.setAttribute('aria-label', words[kind]);
    made.setAttribute('aria-keyshortcuts', kind === 'undo' ? 'Control+Z' : 'Control+Y');
    return made;
  };
  const [undo, redo] = [tool('undo', '↶'), tool('redo', '↷')];
  const made: Frame = { tabs, panel, find, none, undo, redo, drawn: new Map() };
  find.addEventListener('input', () => {
    wanted = find.value;
    keep();
    sift(made.drawn.get(tabId ?? '')?.parts ?? [], none);
  });
  const tools = element('div', 'tools');
  tools.append(find, undo, redo, button(words.import, '', () => at.say({ kind: 'import' })), button(words.export, '', () => at.say({ kind: 'export' })), button(words.breakdown, '', () => at.say({ kind: 'go', to: 'breakdown' })), button(words.board, 'primary', () => at.say({ kind: 'go', to: 'board' })));
  const line = element('div', 'line');
  line.append(tabs, moreColumns(panel, words.moreColumns));
  top.append(tools, line);
  root.replaceChildren(top, panel);
  return made;
}

function nothing({ title, text, action }: Nothing): void {
  frame = undefined;
  desk?.fields.clear();
  const box = element('div', 'nothing');
  box.append(element('h1', '', title), element('p', '', text));
  if (action) {
    box.append(button(action.name, 'primary', () => editor.postMessage({ kind: 'go', to: action.go })));
  }
  root.replaceChildren(box);
}

window.addEventListener('message', ({ data }: MessageEvent<ToProduction>) => {
  switch (data.kind) {
    case 'show':
      draw(data);
      return;
    case 'nothing':
      nothing(data);
      return;
    case 'import':
      showImport(data);
      return;
    case 'refused':
      desk?.fields.get(data.key)?.refused(data.text, data.said);
      return;
    case 'saved':
      desk?.fields.get(data.key)?.saved(data.said);
      return;
    case 'told':
      tell(data.text, true);
      return;
    case 'tab':
      choose(data.tab);
      goToRow(data.id);
      return;
  }
});
listenForKeys(root, (key) => unsaved.has(key));
keep();
editor.postMessage({ kind: 'ready' });
