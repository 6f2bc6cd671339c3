// Above the board: which board it is, what it costs, what it would cost, and what can be done with it.
import type { BoardRow, BoardState, Figures, OptimiseScope, ShownBoard, Words } from '../../src/board/protocol';
import { button, element, piece, place, say, signButton, words as text, type Shelf } from './elements';
import { openMenu } from './menu';
import { dayOfKey, figuresNow, proposalShown, view, type PanelName } from './view';

export const topBar = element('header', 'top');
const boards = element('div', 'boards');
const cost = element('div', 'cost');
const tools = element('div', 'tools');
const notices = element('div', 'notices');
topBar.append(boards, cost, tools, notices);
const shelf: Shelf = new Map();

export interface BarHands {
  readonly togglePanel: (panel: PanelName) => void;
  readonly toggleCompact: () => void;
}

export function drawTopBar(state: BoardState, shown: ShownBoard | undefined, hands: BarHands): void {
  const { words } = state;
  const proposed = proposalShown() !== undefined;
  boards.setAttribute('role', 'group');
  boards.setAttribute('aria-label', words.boards);
  place(boards, [...state.boards.map((row) => piece(`board:${row.id}`, [row, words, proposed], () => boardTab(row, proposed, words))), piece('boardMore', [words, shown?.id], () => boardMore(words, shown))], shelf);
  cost.hidden = shown === undefined;
  tools.hidden = shown === undefined;
  place(notices, [...noticePieces(state), ...(shown && shown.changed !== '' ? [piece('changed', [shown.changed, words], () => changedNotice(shown.changed, words, hands))] : [])], shelf);
  if (!shown) {
    return;
  }
  const figures = figuresNow(shown);
  place(cost, [
    piece('total', [figures.total, figures.headline, words, proposed], () => totals(figures, proposed ? words.proposal : '', words)),
    piece('worth', [figures.changes, shown.made, proposed], () => worth(figures, proposed ? '' : shown.made)),
    piece('parts', [figures.parts, figures.total.value], () => partsOf(figures)),
  ], shelf);
  const scopes = scopesNow();
  place(tools, [
    piece('undo', [state.undo, words], () => undoButton('undo', '↶', state.undo, words)),
    piece('redo', [state.redo, words], () => undoButton('redo', '↷', state.redo, words)),
    piece('search', [scopes.map(({ kind }) => kind), state.seconds, words, state.run?.state === 'running'], () => search(state)),
    piece('more', [figures.flags.length, state.boards.length > 1, words, view.panel, view.compact], () => moreTools(figures, state, hands)),
  ], shelf);
}

/** @param proposed a proposed plan lies on the desk: the figures are its own, and no board's */
function boardTab(row: BoardRow, proposed: boolean, words: Words): HTMLElement {
  const isShown = row.shown && !proposed;
  const made = button('', `board:${row.id}`, () => say({ kind: 'board', what: 'choose', board: row.id }), `tab${isShown ? ' shown' : ''}`);
  made.setAttribute('aria-pressed', String(isShown));
  made.title = `${row.made}\n${row.told}`;
  made.append(text('tab-name', row.name), element('span', 'tab-cost', row.cost.text), ...(row.flags > 0 ? [element('span', 'flag', `⚑ ${row.flags}`)] : []));
  made.setAttribute('aria-label', [row.name, row.made, row.cost.text, row.told].join(', '));
  made.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    boardMenu(row.id, words, { x: event.clientX, y: event.clientY });
  });
  return made;
}

function boardMore(words: Words, shown: ShownBoard | undefined): HTMLElement {
  const made = signButton('⋯', words.boards, 'boardMore', () => {
    const box = made.getBoundingClientRect();
    boardMenu(shown?.id, words, { x: box.left, y: box.bottom + 2 });
  });
  made.setAttribute('aria-haspopup', 'menu');
  return made;
}

function boardMenu(id: string | undefined, words: Words, at: { readonly x: number; readonly y: number }): void {
  const ofOne = id === undefined ? [] : [
    { label: words.duplicate, act: () => say({ kind: 'board', what: 'duplicate', board: id }) },
    { label: words.rename, act: () => say({ kind: 'rename', board: id }) },
    { label: words.delete, act: () => say({ kind: 'board', what: 'delete', board: id }) },
  ];
  openMenu([...ofOne, { label: words.newBoard, apart: true, act: () => say({ kind: 'newBoard' }) }, { label: words.compare, act: () => say({ kind: 'compare' }) }], at, words.boards);
}

function totals({ total, headline }: Figures, whose: string, words: Words): HTMLElement {
  const sum = element('span', 'total', total.text);
  sum.title = words.total;
  return element('span', 'totals', ...(whose === '' ? [] : [text('whose', whose)]), sum, text('headline', headline));
}

/** What would change, while something is moved; else what the board is worth. One line for both: nothing moves under a drag. */
function worth({ changes }: Figures, made: string): HTMLElement {
  return element('span', 'worth', ...(changes.length === 0 ? [text('made', made)] : changes.map(({ text: told, good }) => text(`change ${good ? 'good' : 'bad'}`, `${good ? '▼' : '▲'} ${told}`))));
}

/** What the total is made of, as a bar and in words. */
function partsOf({ parts, total }: Figures): HTMLElement {
  const bar = element('span', 'bar');
  bar.setAttribute('aria-hidden', 'true');
  parts.forEach(({ id, value }) => {
    const piecePart = element('span', `part ${id}`);
    piecePart.style.flexGrow = String(total.value > 0 ? Math.max(0, value / total.value) : 0);
    bar.append(piecePart);
  });
  return element('span', 'parts', bar, ...parts.map(({ id, label, text: sum }) => element('span', 'part-told', element('i', `swatch ${id}`), text('', `${label} ${sum}`))));
}

function undoButton(kind: 'undo' | 'redo', sign: string, what: string | undefined, words: Words): HTMLElement {
  const made = signButton(sign, what === undefined ? words[kind] : `${words[kind]}: ${what}`, kind, () => say({ kind }));
  made.disabled = what === undefined;
  return made;
}

/** What a search may change, as the selection stands: all; from the day in focus; the days of what is selected. */
function scopesNow(): { readonly kind: OptimiseScope['from']; readonly scope: OptimiseScope }[] {
  const days = [...new Set([...view.choice.keys].map((key) => dayOfKey(key)).filter((day) => day?.takes === true).map((day) => day?.id ?? ''))];
  const day = dayOfKey(view.at);
  return [
    { kind: 'all', scope: { from: 'all' } },
    ...(day?.takes === true ? [{ kind: 'day' as const, scope: { from: 'day' as const, day: day.id } }] : []),
    ...(days.length > 0 ? [{ kind: 'days' as const, scope: { from: 'days' as const, days } }] : []),
  ];
}

function search({ words, seconds, run }: BoardState): HTMLElement {
  const label: Readonly<Record<OptimiseScope['from'], string>> = { all: words.optimiseAll, day: words.optimiseFromHere, days: words.optimiseWithin };
  const scope = choices('scope', words.optimise, scopesNow().map(({ kind }) => [kind, label[kind]]), wanted.scope, (chosen) => {
    wanted.scope = chosen;
  });
  const time = choices('seconds', words.seconds.replace('{0}', '').trim(), seconds.choices.map((each) => [String(each), words.seconds.replace('{0}', String(each))]), String(wanted.seconds ?? seconds.chosen), (chosen) => {
    wanted.seconds = Number(chosen);
  });
  const go = button(words.optimise, 'optimise', () => {
    const found = scopesNow().find(({ kind }) => kind === scope.value)?.scope ?? { from: 'all' };
    say({ kind: 'optimise', scope: found, seconds: Number(time.value) });
  }, 'primary');
  go.disabled = run?.state === 'running';
  return element('span', 'search', go, scope, time);
}

const wanted: { scope: string; seconds: number | undefined } = { scope: 'all', seconds: undefined };

function choices(key: string, label: string, all: readonly (readonly [string, string])[], chosen: string, changed: (value: string) => void): HTMLSelectElement {
  const made = element('select', 'choices', ...all.map(([value, told]) => {
    const option = element('option', '', told);
    option.value = value;
    option.selected = value === chosen;
    return option;
  }));
  made.dataset['control'] = key;
  made.setAttribute('aria-label', label);
  made.addEventListener('change', () => changed(made.value));
  return made;
}

function moreTools({ flags }: Figures, { words, boards: all }: BoardState, { togglePanel, toggleCompact }: BarHands): HTMLElement {
  const panelButton = (panel: PanelName, label: string, className = ''): HTMLButtonElement => {
    const made = button(label, `panel:${panel}`, () => togglePanel(panel), className);
    made.setAttribute('aria-expanded', String(view.panel === panel));
    return made;
  };
  const compact = signButton('≡', words.compact, 'compact', toggleCompact);
  compact.setAttribute('aria-pressed', String(view.compact));
  const keys = signButton('?', words.keys, 'keys', () => togglePanel('keys'));
  keys.setAttribute('aria-expanded', String(view.panel === 'keys'));
  return element('span', 'more-tools',
    panelButton('flags', flags.length > 0 ? `⚑ ${words.flags} (${flags.length})` : `✓ ${words.noFlags}`, flags.length > 0 ? 'flags' : ''),
    button(words.explain, 'explain', () => say({ kind: 'explain' })),
    ...(all.length > 1 ? [button(words.compare, 'compare', () => say({ kind: 'compare' }))] : []),
    button(words.sheets, 'sheets', () => say({ kind: 'sheets' })),
    button(words.breakdown, 'breakdown', () => say({ kind: 'open', target: { label: words.breakdown, what: 'breakdown' } })),
    button(words.production, 'production', () => say({ kind: 'open', target: { label: words.production, what: 'production' } })),
    compact, keys);
}

function noticePieces({ notice, noticeOpen: open }: BoardState) {
  const opener = open ? [button(open.label, 'openNotice', () => say({ kind: 'open', target: open }))] : [];
  return notice === undefined || notice === '' ? [] : [piece('notice', [notice, open], () => element('div', 'notice', text('', notice), ...opener))];
}

function changedNotice(changed: string, words: Words, { togglePanel }: BarHands): HTMLElement {
  return element('div', 'notice changed', text('', `${words.changed}: ${changed}`), button(words.changedShow, 'changes', () => togglePanel('changes')), button(words.acceptAll, 'acceptAll', () => say({ kind: 'edit', edit: { op: 'acceptChanges' } })));
}
