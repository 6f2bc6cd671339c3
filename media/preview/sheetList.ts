// The sheets in their order: patches them, keeps the far ones light, and knows which line stands where.
import type { Mark, PaperShape, Patch, Sheet, SheetLine, Words } from '../../src/preview/protocol';
import { element, say } from './elements';
import { renumbered } from './numbering';
import { drawSheet, emptySheet, numberSheet, ROW, type DrawnLine } from './sheet';

interface Shown {
  readonly id: number;
  readonly element: HTMLElement;
  /** Undefined until the extension has told the sheet's lines. */
  sheet: Sheet | undefined;
  lines: readonly DrawnLine[];
}

// Beyond the sheets in sight, these many are asked for at a time, whenever the page is idle.
const ASKED = 8;

export class SheetList {
  private sheets: Shown[] = [];
  private shape: PaperShape | undefined;
  private titled = false;
  private mark: Mark | undefined;
  private marked: HTMLElement | undefined;
  private asked = false;

  constructor(
    private readonly home: HTMLElement,
    private readonly words: () => Words | undefined,
    private readonly want: (ids: number[]) => void,
    private readonly inSight: () => { first: number; last: number },
  ) {}

  /** The line of the cursor. */
  get current(): Mark | undefined {
    return this.mark;
  }

  /** Sheets in all, the title page with them. */
  get count(): number {
    return this.sheets.length;
  }

  /** Pages as they are counted. */
  get pages(): number {
    return this.sheets.length - (this.titled ? 1 : 0);
  }

  /** The printed number of a sheet: from 1; 0 for the title page. */
  numberOf(sheet: number): number {
    return sheet + (this.titled ? 0 : 1);
  }

  /** Rows from a sheet's upper edge to its first line. */
  get topRows(): number {
    return (this.shape?.top ?? 0) / ROW;
  }

  /** The paper's width in em. */
  get width(): number {
    return (this.shape?.width ?? 612) / ROW;
  }

  /** The paper's height in em. */
  get height(): number {
    return (this.shape?.height ?? 792) / ROW;
  }

  elementOf(sheet: number): HTMLElement | undefined {
    return this.sheets[sheet]?.element;
  }

  lineElement({ sheet, line }: Mark): HTMLElement | undefined {
    const shown = this.sheets[sheet];
    // Lines that are still those of the sheet before are not this one's.
    return shown?.sheet && shown.lines[line]?.element;
  }

  linesOf(sheet: number): readonly SheetLine[] {
    return this.sheets[sheet]?.sheet?.lines ?? [];
  }

  /** Which line an element of a sheet is, or is in. */
  markOf(of: Element): Mark | undefined {
    const sheet = this.sheets.findIndex((each) => each.element.contains(of));
    const line = this.sheets[sheet]?.lines.findIndex(({ element: line }) => line.contains(of)) ?? -1;
    return sheet < 0 || line < 0 ? undefined : { sheet, line };
  }

  sheetOf(of: Element): number {
    return this.sheets.findIndex((each) => each.element.contains(of));
  }

  patch(patch: Patch): void {
    const { from, removed, inserted, shape, titled, mark } = patch;
    const focused = document.activeElement ? this.markOf(document.activeElement) : undefined;
    if (JSON.stringify(shape) !== JSON.stringify(this.shape)) {
      this.shape = shape;
      this.sheets.forEach((shown) => {
        shown.lines = [];
        this.redraw(shown);
      });
    }
    const old = this.sheets.slice(from, from + removed);
    // A sheet that takes the place of another takes its element too: what is drawn changes, nothing moves.
    const made = inserted.map((told, at) => this.shown(told, old[at]));
    old.slice(inserted.length).forEach(({ element: gone }) => gone.remove());
    const before = this.sheets[from + removed]?.element ?? null;
    made.slice(old.length).forEach(({ element: added }) => this.home.insertBefore(added, before));
    this.sheets.splice(from, removed, ...made);
    const anew = renumbered(patch, this.titled, this.sheets.length);
    this.titled = titled;
    this.number(anew.from, anew.to);
    this.setMark(mark);
    if (focused && document.activeElement === document.body) {
      this.lineElement(focused)?.focus({ preventScroll: true });
    }
    this.askSoon();
  }

  /** Takes in sheets that were asked for. */
  fill(sheets: readonly Sheet[]): void {
    const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    for (const shown of this.sheets) {
      const sheet = shown.sheet ? undefined : byId.get(shown.id);
      if (sheet) {
        shown.sheet = sheet;
        this.redraw(shown);
      }
    }
    this.asked = false;
    this.setMark(this.mark);
    this.askSoon();
  }

  /** Marks the line of the cursor. */
  setMark(mark: Mark | undefined): void {
    this.mark = mark;
    const found = mark && this.lineElement(mark);
    if (found !== this.marked) {
      this.marked?.classList.remove('current');
      this.marked?.removeAttribute('aria-current');
      this.marked = found;
    }
    found?.classList.add('current');
    found?.setAttribute('aria-current', 'location');
  }

  /** All numbers and labels anew, in other words. */
  relabel(): void {
    this.number(0, this.sheets.length);
  }

  /** Sheets in sight first; the others when nothing else is to do, so that all can be searched, copied and read out. */
  askNow(): void {
    const { first, last } = this.inSight();
    const lacking = this.sheets
      .map(({ id, sheet }, at) => ({ id, sheet, far: at < first ? first - at : Math.max(0, at - last) }))
      .filter(({ sheet }) => !sheet)
      .sort((a, b) => a.far - b.far)
      .slice(0, ASKED);
    if (lacking.length > 0 && !this.asked) {
      this.asked = true;
      this.want(lacking.map(({ id }) => id));
    }
  }

  private askSoon(): void {
    const { first, last } = this.inSight();
    if (this.sheets.slice(first, last + 1).some(({ sheet }) => !sheet)) {
      this.askNow();
    } else if (this.sheets.some(({ sheet }) => !sheet)) {
      requestIdleCallback(() => this.askNow(), { timeout: 500 });
    }
  }

  private shown(told: Sheet | number, reused: Shown | undefined): Shown {
    const shape = this.shape;
    const on = reused?.element ?? (shape ? emptySheet(shape) : element('section', 'sheet'));
    const shown: Shown = { id: typeof told === 'number' ? told : told.id, element: on, sheet: typeof told === 'number' ? undefined : told, lines: reused?.lines ?? [] };
    // What is to come later keeps on its sheet what was there: out of sight, and replaced in a moment.
    if (shown.sheet) {
      this.redraw(shown);
    }
    return shown;
  }

  private redraw(shown: Shown): void {
    if (!this.shape) {
      return;
    }
    shown.element.style.width = `${this.shape.width / ROW}em`;
    shown.element.style.height = `${this.shape.height / ROW}em`;
    if (shown.sheet) {
      shown.lines = drawSheet(shown.element, shown.sheet, this.shape, shown.lines);
    }
  }

  private number(from: number, to: number): void {
    const words = this.words();
    for (let at = from; at < to && words && this.shape; at++) {
      const number = this.numberOf(at);
      const on = this.sheets[at]?.element;
      if (on) {
        numberSheet(on, number > 1 ? `${number}.` : '', number === 0 ? words.titlePage : say(words.page, number), this.shape);
      }
    }
  }
}
