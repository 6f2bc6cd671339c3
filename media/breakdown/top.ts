// What stands above the lists: what is told of the script and its production, the tabs, the filter, what can be asked for.
import type { Shown, ShownOrphan, Words } from '../../src/breakdown/protocol';
import { button, element, place, say, type Piece } from './elements';

export type Tab = 'scenes' | 'elements' | 'suggestions';
const TABS: readonly Tab[] = ['scenes', 'elements', 'suggestions'];

interface Hands {
  readonly filter: string;
  readonly byKind: boolean;
  choose(tab: Tab): void;
  filtered(filter: string): void;
  group(by: string): void;
  nextLost(scenes: readonly string[]): void;
}

/** The pieces are made anew only where they changed: the filter keeps its words and its cursor. */
export function drawTop(top: HTMLElement, shown: Shown, tab: Tab, hands: Hands): void {
  const { title, totals, trouble, orphans, orphansTold, lostTags, words, asking, keeping } = shown;
  const pieces: Piece[] = [piece('title', [title, totals], () => [element('h1', title), element('p', totals, 'totals')])];
  if (trouble !== undefined) {
    pieces.push(piece('trouble', trouble, () => [element('p', trouble), button(words.openFile, 'openFile', say({ kind: 'openFile' }), 'primary')], 'notice trouble', 'alert'));
  }
  if (lostTags || orphans.length > 0) {
    pieces.push(piece('lost', [lostTags, orphans, words], () => [...(lostTags ? [lostLink(lostTags, words, hands)] : []), ...(orphans.length > 0 ? [orphanList(orphansTold ?? '', orphans, words)] : [])], 'notice gone'));
  }
  if (asking !== undefined) {
    pieces.push(piece('asking', asking, () => [element('span', asking), button(words.stop, 'stop', say({ kind: 'stop' }))], 'notice asking', 'status'));
  }
  pieces.push(
    piece('tools', [words, shown.undo, shown.redo], () => [
      button(words.ask, 'ask', say({ kind: 'ask' }), 'primary'),
      button(words.sheets, 'sheets', say({ kind: 'sheets', sheet: 'breakdown' })),
      button(words.lists, 'lists', say({ kind: 'sheets', sheet: 'elements' })),
      button(words.board, 'board', say({ kind: 'go', to: 'board' })),
      button(words.production, 'production', say({ kind: 'go', to: 'production' })),
      stepButton('undo', words.undo, words.undoWhat, shown.undo),
      stepButton('redo', words.redo, words.redoWhat, shown.redo),
    ], 'tools'),
    piece('tabs', [tab, shown.scenes.length, listed(shown), shown.suggestions.length, words], () => [tabs(shown, tab, hands)], 'tabbar'),
    piece('filter', [words, hands.byKind, tab === 'suggestions'], () => [filterField(hands, words), ...(tab === 'suggestions' ? [grouping(hands, words)] : [])], 'filterbar'),
    piece('keeping', keeping, () => [element('p', keeping)], 'keeping'),
  );
  place(top, pieces);
}

function piece(key: string, from: unknown, parts: () => readonly (HTMLElement | string)[], className = '', role?: string): Piece {
  return {
    key,
    from: JSON.stringify(from),
    make: () => {
      const shell = element('div', undefined, className);
      if (role !== undefined) {
        shell.setAttribute('role', role);
      }
      shell.append(...parts());
      return { shell };
    },
  };
}

/** Not disabled where there is nothing: a button that is would lose the focus, and the answer says that there is nothing. */
function stepButton(kind: 'undo' | 'redo', text: string, what: string, is: boolean): HTMLButtonElement {
  const control = button(text, kind, say({ kind }), 'quiet');
  control.title = what;
  control.setAttribute('aria-label', what);
  control.setAttribute('aria-disabled', String(!is));
  return control;
}

function lostLink({ told, scenes }: NonNullable<Shown['lostTags']>, words: Words, hands: Hands): HTMLElement {
  const link = button(told, 'nextLost', () => hands.nextLost(scenes), 'link');
  link.title = words.nextLost;
  return link;
}

/** Folded where they are many: the page beneath stays in sight. */
function orphanList(told: string, orphans: readonly ShownOrphan[], words: Words): HTMLElement {
  const fold = element('details');
  fold.open = orphans.length <= 3;
  const list = element('ul');
  for (const { id, told } of orphans) {
    const line = element('li');
    line.append(element('span', told), button(words.reattach, `${id}/reattach`, say({ kind: 'reattach', orphan: id }), 'link'), button(words.letGo, `${id}/letGo`, say({ kind: 'letGo', orphan: id }), 'link'));
    list.append(line);
  }
  fold.append(element('summary', told), list);
  return fold;
}

const listed = ({ categories }: Shown): number => categories.reduce((sum, { elements }) => sum + elements.length, 0);

function tabs(shown: Shown, current: Tab, hands: Hands): HTMLElement {
  const { words } = shown;
  const bar = element('div', undefined, 'tabs');
  bar.setAttribute('role', 'tablist');
  bar.setAttribute('aria-label', words.views);
  const counts: Readonly<Record<Tab, number>> = { scenes: shown.scenes.length, elements: listed(shown), suggestions: shown.suggestions.length };
  for (const each of TABS) {
    const made = button(words[each], `tab/${each}`, () => hands.choose(each), 'tab');
    made.id = `tab-${each}`;
    made.setAttribute('role', 'tab');
    made.setAttribute('aria-selected', String(each === current));
    made.setAttribute('aria-controls', 'list');
    made.tabIndex = each === current ? 0 : -1;
    made.append(element('span', String(counts[each]), 'figure'));
    bar.append(made);
  }
  bar.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const next = step === undefined ? undefined : TABS[(TABS.indexOf(current) + step + TABS.length) % TABS.length];
    if (next) {
      hands.choose(next);
      document.getElementById(`tab-${next}`)?.focus();
    }
  });
  return bar;
}

function filterField(hands: Hands, words: Words): HTMLElement {
  const field = element('input', undefined, 'filter');
  field.type = 'search';
  field.value = hands.filter;
  field.placeholder = words.filterHint;
  field.title = words.keys;
  field.dataset['key'] = 'filter';
  field.setAttribute('aria-label', words.filter);
  field.addEventListener('input', () => hands.filtered(field.value));
  return field;
}

function grouping(hands: Hands, words: Words): HTMLElement {
  const label = element('label', undefined, 'grouping');
  const select = element('select');
  for (const [value, text] of [['scene', words.byScene], ['kind', words.byKind]] as const) {
    const option = element('option', text);
    option.value = value;
    select.append(option);
  }
  select.value = hands.byKind ? 'kind' : 'scene';
  select.dataset['key'] = 'group';
  select.addEventListener('change', () => hands.group(select.value));
  label.append(element('span', words.groupBy), select);
  return label;
}
