// What of the sheets is in sight: zoom, scrolling, and which page one looks at. All in em, so nothing has to be measured.
import type { Mark } from '../../src/preview/protocol';
import type { SheetList } from './sheetList';

/** A browser's em of 12 points. */
const ACTUAL = 16;
const STEPS = [0.3, 0.4, 0.5, 0.6, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
// A page that fits a very wide window would be all letters and no page.
const WIDEST_FIT = 1.5;
/** Around and between sheets, in em; the style sheet says the same. */
const GAP = 1;
/** Rows that stay free above and below the cursor's line. */
const FREE = 4;
const NEAR = 14;

export type Zoom = number | 'fit';

/** A place at the top of the view. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
}

export class View {
  private em = ACTUAL;
  private chosen: Zoom = 'fit';
  private expected = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly home: HTMLElement,
    private readonly list: () => SheetList,
    private readonly zoomed: () => void,
  ) {}

  get zoom(): Zoom {
    return this.chosen;
  }

  /** The zoom as it is, 1 for the actual size. */
  get factor(): number {
    return this.em / ACTUAL;
  }

  get rowPixels(): number {
    return this.em;
  }

  /** @param still a place in the view, in pixels from its top, where nothing is to move */
  setZoom(zoom: Zoom, still = 0): void {
    this.chosen = zoom;
    this.apply(still);
  }

  step(by: 1 | -1, still = 0): void {
    const now = this.factor;
    const next = by > 0 ? STEPS.find((step) => step > now * 1.01) : STEPS.findLast((step) => step < now * 0.99);
    if (next !== undefined) {
      this.setZoom(next, still);
    }
  }

  /** After the window or the paper changed. */
  apply(still = 0): void {
    const fitting = this.scroller.clientWidth / (this.list().width + 2 * GAP);
    const em = this.chosen === 'fit' ? Math.max(2, Math.min(fitting, WIDEST_FIT * ACTUAL)) : this.chosen * ACTUAL;
    if (Math.abs(em - this.em) > 0.001) {
      const place = (this.scroller.scrollTop + still) / this.em;
      this.em = em;
      this.home.style.fontSize = `${em}px`;
      this.scrollTo(place * em - still);
    }
    this.zoomed();
  }

  /** Whether the scroll that was just told of is the writer's, not ours. */
  isWriters(): boolean {
    return Math.abs(this.scroller.scrollTop - this.expected) > 2;
  }

  /** From now on only what moves from here is the writer's. */
  settle(): void {
    this.expected = this.scroller.scrollTop;
  }

  /** The sheets in sight. */
  inSight(): { first: number; last: number } {
    const { scrollTop, clientHeight } = this.scroller;
    const at = (pixels: number): number => Math.max(0, Math.min(this.list().count - 1, Math.floor((pixels / this.em - GAP) / this.pitch)));
    return { first: at(scrollTop), last: at(scrollTop + clientHeight) };
  }

  /** The sheet one looks at: the one a bit above the middle. */
  looked(): number {
    const { scrollTop, clientHeight } = this.scroller;
    return Math.max(0, Math.min(this.list().count - 1, Math.floor(((scrollTop + clientHeight * 0.4) / this.em - GAP) / this.pitch)));
  }

  top(): Place {
    const at = this.scroller.scrollTop / this.em - GAP;
    const sheet = Math.max(0, Math.min(this.list().count - 1, Math.floor(at / this.pitch)));
    return { sheet, row: at - sheet * this.pitch - this.list().topRows };
  }

  goTo({ sheet, row }: Place): void {
    this.scrollTo((this.rowsTo(sheet) + this.list().topRows + row) * this.em);
  }

  goToSheet(sheet: number): void {
    this.scrollTo((this.rowsTo(sheet) - GAP) * this.em);
  }

  /** Brings a line to a height of the view: 0 the top, 1 the bottom. */
  bring(mark: Mark, height: number): void {
    this.scrollTo(this.pixelsTo(mark) - height * this.scroller.clientHeight);
  }

  /** Scrolls so far that a line is in sight, and no further. A line far away comes a bit above the middle. */
  reveal(mark: Mark): void {
    const at = this.pixelsTo(mark);
    const { scrollTop, clientHeight } = this.scroller;
    const free = Math.min(FREE * this.em, clientHeight / 4);
    const [highest, lowest] = [scrollTop + free, scrollTop + clientHeight - free - this.em];
    const out = at < highest ? at - highest : at > lowest ? at - lowest : 0;
    if (Math.abs(out) > NEAR * this.em) {
      this.bring(mark, 0.4);
    } else if (out !== 0) {
      this.scrollTo(scrollTop + out);
    }
  }

  private get pitch(): number {
    return this.list().height + GAP;
  }

  private rowsTo(sheet: number): number {
    return GAP + sheet * this.pitch;
  }

  private pixelsTo({ sheet, line }: Mark): number {
    const row = this.list().linesOf(sheet)[line]?.row ?? 0;
    return (this.rowsTo(sheet) + this.list().topRows + row) * this.em;
  }

  private scrollTo(pixels: number): void {
    this.scroller.scrollTop = pixels;
    this.settle();
  }
}
