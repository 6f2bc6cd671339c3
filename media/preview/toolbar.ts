// The toolbar: page in view, zoom, what is shown, paper, scrolling in step, staying with one script.
import { SHOWN, type FromPreview, type Look, type Words } from '../../src/preview/protocol';
import { element, icon, say } from './elements';
import type { Zoom } from './view';

const ICONS = {
  out: 'M3.5 8h9',
  in: 'M3.5 8h9M8 3.5v9',
  fit: 'M1.5 3v10M14.5 3v10M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2',
  notes: 'M2.5 2.5h11v7l-4 4h-7zM13.5 9.5h-4v4M5 5.5h6M5 8h3',
  synopses: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h6',
  sections: 'M6.5 2.5l-1.5 11M11 2.5l-1.5 11M2.5 6h11M2.5 10.5h11',
  paper: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 2.5v11M9.7 3v10M11.4 4.2v7.6',
  sync: 'M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;

/** What the toolbar does to the page itself. */
export interface Doing {
  say(message: FromPreview): void;
  goToPage(number: number): void;
  zoom(zoom: Zoom): void;
  step(by: 1 | -1): void;
  /** Puts the focus back on the pages. */
  leave(): void;
}

export class Toolbar {
  private readonly page = element('input', 'page');
  private readonly of = element('span', 'of');
  private readonly actual = element('button', 'figure');
  private readonly fit: HTMLButtonElement;
  private readonly pages = element('div', 'group');
  private readonly views = element('div', 'group');
  private readonly out: HTMLButtonElement;
  private readonly larger: HTMLButtonElement;
  private readonly toggles = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly home: HTMLElement,
    private readonly doing: Doing,
  ) {
    home.setAttribute('role', 'toolbar');
    this.out = this.button(ICONS.out, () => doing.step(-1));
    this.larger = this.button(ICONS.in, () => doing.step(1));
    this.fit = this.button(ICONS.fit, () => doing.zoom('fit'));
    this.actual.type = 'button';
    this.actual.addEventListener('click', () => doing.zoom(1));
    this.pages.append(this.page, this.of);
    const zoom = element('div', 'group');
    zoom.append(this.out, this.actual, this.larger, this.fit);
    home.append(this.pages, zoom, this.views);
    this.addToggles();
    this.listen();
  }

  focusPage(): void {
    this.page.focus();
    this.page.select();
  }

  /** The words and the state of every toggle. */
  dress({ words, paper, syncScroll, shown, locked }: Look): void {
    this.home.setAttribute('aria-label', words.toolbar);
    this.name(this.page, words.goToPage);
    this.name(this.out, words.zoomOut);
    this.name(this.larger, words.zoomIn);
    this.name(this.fit, words.fitWidth);
    this.name(this.actual, words.actualSize);
    SHOWN.forEach((what) => this.set(what, words.shown[what], shown[what]));
    this.set('paper', words.themePaper, paper === 'theme');
    this.set('sync', words.syncScroll, syncScroll);
    this.set('lock', words.locked, locked);
  }

  /** The page in view: "12 of 118". 0 is the title page, less than that none at all. */
  showPage(number: number, pages: number, words: Words): void {
    if (document.activeElement !== this.page) {
      this.page.value = number === 0 ? words.titleShort : String(number);
    }
    write(this.of, number === 0 ? '' : say(words.ofPages, pages));
    this.pages.classList.toggle('none', number < 0);
  }

  showZoom(zoom: Zoom, factor: number): void {
    write(this.actual, `${Math.round(factor * 100)} %`);
    this.fit.setAttribute('aria-pressed', String(zoom === 'fit'));
  }

  private addToggles(): void {
    for (const what of SHOWN) {
      this.toggle(what, ICONS[what], (on) => ({ kind: 'show', what, on }));
    }
    this.toggle('paper', ICONS.paper, (on) => ({ kind: 'paper', paper: on ? 'theme' : 'light' }));
    this.toggle('sync', ICONS.sync, (on) => ({ kind: 'syncScroll', on }));
    this.toggle('lock', ICONS.lock, (on) => ({ kind: 'lock', on }));
  }

  private toggle(name: string, path: string, message: (on: boolean) => FromPreview): void {
    const made = this.button(path, () => this.doing.say(message(made.getAttribute('aria-pressed') !== 'true')));
    made.classList.add(name);
    this.toggles.set(name, made);
    this.views.append(made);
  }

  private set(name: string, label: string, on: boolean): void {
    const found = this.toggles.get(name);
    if (found) {
      this.name(found, label);
      found.setAttribute('aria-pressed', String(on));
    }
  }

  private button(path: string, clicked: () => void): HTMLButtonElement {
    const made = element('button');
    made.type = 'button';
    made.append(icon(path));
    made.addEventListener('click', clicked);
    return made;
  }

  private name(control: HTMLElement, label: string): void {
    control.setAttribute('aria-label', label);
    control.title = label;
  }

  private listen(): void {
    this.page.inputMode = 'numeric';
    this.page.addEventListener('focus', () => this.page.select());
    this.page.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        const number = Number.parseInt(this.page.value, 10);
        this.doing.leave();
        if (event.key === 'Enter' && Number.isFinite(number)) {
          this.doing.goToPage(number);
        }
      }
    });
    // As toolbars go: the arrows from control to control, besides the tab key.
    this.home.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (by !== 0 && event.target !== this.page) {
        const all = [...this.home.querySelectorAll<HTMLElement>('button, input')].filter((each) => each.offsetParent !== null);
        all[(all.indexOf(event.target as HTMLElement) + by + all.length) % all.length]?.focus();
      }
    });
  }
}

/** Told at every scroll and key: written only where it says something else. */
function write(on: HTMLElement, text: string): void {
  if (on.textContent !== text) {
    on.textContent = text;
  }
}
