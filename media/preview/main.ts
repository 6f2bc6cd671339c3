// The preview's page: draws the sheets that the extension tells of, and says what the writer does with them.
import './main.css';
import type { FromPreview, Look, Patch, ToPreview } from '../../src/preview/protocol';
import { element } from './elements';
import { loadFonts } from './fonts';
import { takeHands } from './hands';
import { SheetList } from './sheetList';
import { Toolbar } from './toolbar';
import { View, type Place, type Zoom } from './view';

interface State {
  readonly uri?: string;
  readonly locked?: boolean;
  readonly zoom?: Zoom;
  readonly place?: Place;
}

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void; getState(): State | undefined; setState(state: State): void };

const editor = acquireVsCodeApi();
const post = (message: FromPreview): void => editor.postMessage(message);
const kept = editor.getState() ?? {};

const bar = element('header', 'toolbar');
const scroller = element('main', 'pages');
const home = element('div', 'sheets');
const empty = element('div', 'empty');
scroller.tabIndex = 0;
scroller.append(home, empty);
document.body.append(bar, scroller);

let look: Look | undefined;
let told: Patch['empty'];
let started = false;
let sight = '';

const list: SheetList = new SheetList(home, () => look?.words, (ids) => post({ kind: 'want', ids }), () => view.inSight());
const view: View = new View(scroller, home, () => list, showPlace);
const toolbar = new Toolbar(bar, {
  say: post,
  goToPage: (number) => view.goToSheet(Math.max(0, Math.min(list.count - 1, number - list.numberOf(0)))),
  zoom: (zoom) => view.setZoom(zoom),
  step: (by) => view.step(by),
  leave: () => scroller.focus({ preventScroll: true }),
});

takeHands(scroller, list, view, post, () => toolbar.focusPage());
loadFonts();

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.kind) {
    case 'look':
      dress(data.look);
      return;
    case 'pages':
      draw(data);
      post({ kind: 'drawn', stamp: data.stamp });
      return;
    case 'sheets':
      list.fill(data.sheets);
      return;
    case 'cursor':
      list.setMark(data.mark);
      if (data.mark && data.reveal) {
        view.reveal(data.mark);
      }
      return;
    case 'scroll':
      view.bring(data.mark, data.height);
      return;
  }
});

let scrolling = false;
scroller.addEventListener('scroll', () => {
  if (scrolling) {
    return;
  }
  scrolling = true;
  requestAnimationFrame(() => {
    scrolling = false;
    if (view.isWriters()) {
      view.settle();
      if (look?.syncScroll && list.count > 0) {
        post({ kind: 'scrolled', ...view.top() });
      }
    }
    showPlace();
    keep();
  });
});
new ResizeObserver(() => view.apply()).observe(scroller);
// What VS Code focuses is the frame: within it, the pages take the keys.
window.addEventListener('focus', () => setTimeout(() => document.activeElement === document.body && scroller.focus({ preventScroll: true })));
view.setZoom(kept.zoom ?? 'fit');
post({ kind: 'ready' });

function dress(next: Look): void {
  look = next;
  document.body.classList.toggle('themePaper', next.paper === 'theme');
  scroller.setAttribute('aria-label', next.words.pages);
  toolbar.dress(next);
  list.relabel();
  showEmpty();
  showPlace();
  keep();
}

function draw(patch: Patch): void {
  told = patch.empty;
  list.patch(patch);
  view.apply();
  showEmpty();
  if (patch.reveal && patch.mark) {
    view.reveal(patch.mark);
  } else if (!started && kept.place && list.count > 0) {
    view.goTo(kept.place);
  }
  started ||= list.count > 0;
  showPlace();
}

/** The page in view and the zoom, in the toolbar; the sheets in sight, to the extension. */
function showPlace(): void {
  if (!look) {
    return;
  }
  toolbar.showZoom(view.zoom, view.factor);
  toolbar.showPage(list.count === 0 ? -1 : list.numberOf(view.looked()), list.pages, look.words);
  const { first, last } = view.inSight();
  const now = `${first} ${last}`;
  if (now !== sight) {
    sight = now;
    post({ kind: 'inView', first, last: Math.max(first, last) });
    list.askNow();
  }
}

function keep(): void {
  editor.setState({ ...(look?.uri !== undefined && { uri: look.uri }), locked: look?.locked ?? false, zoom: view.zoom, ...(list.count > 0 && { place: view.top() }) });
}

/** Why there is nothing to see, and what to do about it. */
function showEmpty(): void {
  empty.hidden = told === undefined;
  if (!look || told === undefined) {
    return;
  }
  const { words } = look;
  const none = told === 'noScript';
  const parts: HTMLElement[] = [element('h1', '', none ? words.noScript : words.nothing), element('p', '', none ? words.noScriptHint : words.nothingHint)];
  if (none) {
    parts.push(start(words.newScript, 'new'), start(words.openSample, 'sample'));
  }
  empty.replaceChildren(...parts);
}

function start(text: string, what: 'new' | 'sample'): HTMLButtonElement {
  const made = element('button', 'start', text);
  made.type = 'button';
  made.addEventListener('click', () => post({ kind: 'start', what }));
  return made;
}
