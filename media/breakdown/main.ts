// The breakdown view: draws what it is told, keeps what is being looked at, and says what the writer wants.
import './main.css';
import type { Nothing, Shown, ToBreakdown } from '../../src/breakdown/protocol';
import { categoryList } from './elementList';
import { button, editor, element, fill, fillNow, place, say, speakOf, type Kept, type Piece } from './elements';
import { elementsHolding, grouped, sceneHolds, suggestionsHolding, wordsOf } from './filter';
import { listenForKeys } from './keys';
import { drawTop, type Tab } from './top';
import { sceneCard } from './sceneCard';
import { suggestionGroup } from './suggestionList';

const root = document.getElementById('breakdown') ?? document.body;
const top = element('header');
const list = element('div', undefined, 'list');
list.id = 'list';
list.setAttribute('role', 'tabpanel');

let kept: Kept = editor.getState() ?? {};
let shown: Shown | Nothing | undefined;
let isScrolled = false;
let lastLost: string | undefined;
const open = new Set<string>();

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

window.addEventListener('message', ({ data }: MessageEvent<ToBreakdown>) => {
  if (data.kind === 'reveal') {
    reveal(data);
    return;
  }
  if (kept.uri !== undefined && kept.uri !== data.uri) {
    keep({ filter: '', scroll: 0 });
    isScrolled = false;
  }
  takeTyped(data.uri);
  keep({ uri: data.uri });
  speakOf(data.uri);
  shown = data;
  draw();
  if (!isScrolled) {
    // As it was left when the panel went out of sight.
    isScrolled = true;
    window.scrollTo(0, kept.scroll ?? 0);
  }
});
window.addEventListener('scroll', () => keep({ scroll: window.scrollY }));
root.addEventListener('details', (event) => {
  const id: unknown = (event as CustomEvent).detail;
  if (typeof id === 'string') {
    const opens = !open.delete(id);
    if (opens) {
      open.add(id);
    }
    draw();
    list.querySelector<HTMLElement>(opens ? `[data-key="${CSS.escape(id)}/light"]` : `[data-key="${CSS.escape(id)}/more"]`)?.focus();
  }
});
listenForKeys(list);

function draw(): void {
  const back = focusNow();
  if (shown?.kind === 'show') {
    root.replaceChildren(...(root.firstChild === top ? root.childNodes : [top, list]));
    drawTop(top, shown, tab(), { filter: kept.filter ?? '', choose, filtered: (filter) => change({ filter }), byKind: kept.group === 'kind', group: (group) => change({ group }), nextLost });
    const pieces = piecesOf(shown);
    list.setAttribute('aria-labelledby', `tab-${tab()}`);
    list.dataset['tab'] = tab();
    place(list, pieces.length > 0 ? pieces : [noneOf(shown)]);
  } else if (shown) {
    root.replaceChildren(nothing(shown));
  }
  back();
}

/** What is being typed of one script is said before another takes its place. */
function takeTyped(next: string): void {
  const { activeElement } = document;
  if (shown && shown.uri !== next && (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) && activeElement.value !== activeElement.defaultValue) {
    activeElement.dispatchEvent(new Event('change'));
  }
}

/** The next scene with a tag that has lost its words, from where the last one was. */
function nextLost(scenes: readonly string[]): void {
  const id = scenes[(scenes.indexOf(lastLost ?? '') + 1) % scenes.length];
  lastLost = id;
  keep({ tab: 'scenes', filter: '' });
  draw();
  const card = list.querySelector<HTMLElement>(`[data-scene="${CSS.escape(id ?? '')}"]`);
  if (card) {
    fillNow(card);
    card.scrollIntoView({ block: 'start' });
    card.querySelector<HTMLElement>('.lost button')?.focus();
  }
}

function tab(): Tab {
  return kept.tab === 'elements' || kept.tab === 'suggestions' ? kept.tab : 'scenes';
}

function choose(chosen: Tab): void {
  keep({ tab: chosen });
  draw();
  window.scrollTo(0, 0);
}

function change(kind: Partial<Kept>): void {
  keep(kind);
  draw();
}

function piecesOf({ scenes, categories, suggestions, words }: Shown): Piece[] {
  const filter = wordsOf(kept.filter ?? '');
  if (tab() === 'elements') {
    return elementsHolding(categories, filter).map((each) => categoryList(each, words));
  }
  if (tab() === 'suggestions') {
    const byKind = kept.group === 'kind';
    const titles = new Map(byKind ? categories.map(({ id, name }) => [id, name]) : scenes.map(({ id, number, heading }) => [id, `${number}. ${heading}`]));
    const names = new Map(suggestions.map(({ category, categoryName }) => [category, categoryName]));
    const numbers = new Map(scenes.map(({ id, number }) => [id, fill(words.goToScene, number)]));
    const groups = grouped(suggestionsHolding(suggestions, filter), byKind ? 'kind' : 'scene', [...titles.keys()]);
    return groups.map((group) => suggestionGroup({ key: group.key, title: titles.get(group.key) ?? names.get(group.key) ?? '', byKind, sceneNumber: (id) => numbers.get(id) ?? '' }, group.suggestions, words));
  }
  return scenes
    .filter((scene) => sceneHolds(scene, filter))
    .map((scene) =>
      sceneCard(scene, words, open.has(scene.id), () => {
        keep({ tab: 'suggestions', group: 'scene', filter: '' });
        draw();
        const group = list.querySelector<HTMLElement>(`[data-group="${CSS.escape(scene.id)}"]`);
        if (group) {
          fillNow(group);
          group.scrollIntoView({ block: 'start' });
          group.querySelector<HTMLElement>('.top')?.focus();
        }
      }),
    );
}

/** Where a list is empty: why, and what to do. */
function noneOf({ words, suggestions, categories }: Shown): Piece {
  const isFiltered = (kept.filter ?? '').trim() !== '' && (tab() === 'scenes' || (tab() === 'elements' ? categories : suggestions).length > 0);
  const [title, hint] = isFiltered ? [words.noMatch, ''] : tab() === 'elements' ? [words.noElements, words.noElementsHint] : [words.noSuggestions, words.noSuggestionsHint];
  return {
    key: 'none',
    from: `${title}${hint}`,
    make: () => {
      const shell = element('div', undefined, 'nothing');
      shell.append(element('p', title), element('p', hint));
      return { shell };
    },
  };
}

function nothing({ title, hint, save }: Nothing): HTMLElement {
  const box = element('div', undefined, 'nothing');
  box.append(element('h1', title), element('p', hint));
  if (save !== undefined) {
    box.append(button(save, 'save', say({ kind: 'save' }), 'primary'));
  }
  return box;
}

/** Drawn anew, the focus would be lost, and words that are being typed: both go back to the control of the same key. */
function focusNow(): () => void {
  const { activeElement } = document;
  const key = activeElement instanceof HTMLElement ? activeElement.dataset['key'] : undefined;
  if (key === undefined) {
    return () => undefined;
  }
  const typed = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement ? activeElement : undefined;
  const state = typed && { value: typed.value, dirty: typed.value !== typed.defaultValue, from: typed.selectionStart, to: typed.selectionEnd };
  const scene = activeElement?.closest('[data-piece]');
  const pieceKey = scene instanceof HTMLElement ? scene.dataset['piece'] : undefined;
  return () => {
    if (activeElement?.isConnected === true) {
      return;
    }
    const again = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? (pieceKey === undefined ? null : root.querySelector<HTMLElement>(`[data-piece="${CSS.escape(pieceKey)}"] .top`));
    again?.focus({ preventScroll: true });
    if (state && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) {
      again.value = state.dirty ? state.value : again.value;
      again.setSelectionRange(state.from, state.to);
    }
  };
}

function reveal({ scene, element: id, tab: wanted }: Extract<ToBreakdown, { kind: 'reveal' }>): void {
  keep({ tab: wanted ?? (id === undefined ? 'scenes' : 'elements'), filter: '' });
  draw();
  const at = id === undefined ? list.querySelector<HTMLElement>(`[data-scene="${CSS.escape(scene ?? '')}"]`) : undefined;
  if (at) {
    fillNow(at);
    at.scrollIntoView({ block: 'start' });
    at.querySelector<HTMLElement>('.top')?.focus({ preventScroll: true });
  }
  if (id !== undefined) {
    [...list.children].forEach(fillNow);
    const row = list.querySelector<HTMLElement>(`[data-element="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }
}

editor.postMessage({ kind: 'ready' });
