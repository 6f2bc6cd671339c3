// What the writer's hands do on the pages: click, wheel, keys.
import type { FromPreview, Mark } from '../../src/preview/protocol';
import type { SheetList } from './sheetList';
import type { View } from './view';

// So long a second click may take that makes a double click: the first one moves the cursor, and only then the focus may go.
const SECOND_CLICK_MS = 250;
/** Columns in an em. */
const COLUMNS = 1 / 0.6;

/** Starts listening. */
export function takeHands(scroller: HTMLElement, list: SheetList, view: View, post: (message: FromPreview) => void, focusPage: () => void): void {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  scroller.addEventListener('click', (event) => {
    clearTimeout(leaving);
    const found = event.button === 0 ? placeOf(event, list, view) : undefined;
    // Words that were just selected are to be copied, not left.
    if (!found || getSelection()?.isCollapsed === false) {
      return;
    }
    post({ kind: 'jump', ...found, focus: false });
    leaving = setTimeout(() => post({ kind: 'jump', ...found, focus: true }), SECOND_CLICK_MS);
  });
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        event.stopPropagation();
        view.step(event.deltaY < 0 ? 1 : -1, event.clientY - scroller.getBoundingClientRect().top);
      }
    },
    { passive: false },
  );
  document.addEventListener('keydown', (event) => {
    if (zoomByKey(event, view) || pageByKey(event, focusPage) || (scroller.contains(document.activeElement) && readByKey(event, scroller, list, view, post))) {
      // VS Code listens too, one step further out, and would zoom the whole window.
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

function zoomByKey({ ctrlKey, metaKey, altKey, key }: KeyboardEvent, view: View): boolean {
  if (!(ctrlKey || metaKey) || altKey) {
    return false;
  }
  if (key === '0') {
    view.setZoom('fit');
    return true;
  }
  if (key === '=' || key === '+' || key === '-') {
    view.step(key === '-' ? -1 : 1);
    return true;
  }
  return false;
}

function pageByKey({ ctrlKey, key }: KeyboardEvent, focusPage: () => void): boolean {
  if (ctrlKey && key === 'g') {
    focusPage();
    return true;
  }
  return false;
}

/** Arrows from line to line, Enter to the source. */
function readByKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, scroller: HTMLElement, list: SheetList, view: View, post: (message: FromPreview) => void): boolean {
  if (ctrlKey || metaKey || altKey || shiftKey) {
    return false;
  }
  const focused = document.activeElement && document.activeElement !== scroller ? list.markOf(document.activeElement) : undefined;
  if (key === 'Enter' && focused) {
    const column = list.linesOf(focused.sheet)[focused.line]?.column ?? 0;
    post({ kind: 'jump', ...focused, column, focus: true });
    return true;
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = focused ? beside(list, focused, key === 'ArrowDown' ? 1 : -1) : (list.current ?? firstInSight(list, view));
    const target = next && list.lineElement(next);
    if (next && target) {
      target.focus({ preventScroll: true });
      view.reveal(next);
    }
    return target !== undefined;
  }
  return false;
}

/** The line before or after, over the edge of the page. */
function beside(list: SheetList, { sheet, line }: Mark, by: 1 | -1): Mark | undefined {
  if (list.lineElement({ sheet, line: line + by })) {
    return { sheet, line: line + by };
  }
  for (let at = sheet + by; at >= 0 && at < list.count; at += by) {
    const count = list.linesOf(at).length;
    if (count > 0) {
      return { sheet: at, line: by > 0 ? 0 : count - 1 };
    }
  }
  return undefined;
}

function firstInSight(list: SheetList, view: View): Mark | undefined {
  const { sheet, row } = view.top();
  const line = list.linesOf(sheet).findIndex((each) => each.row >= row);
  return line < 0 ? beside(list, { sheet, line: Infinity }, 1) : { sheet, line };
}

/** The line that was clicked, or the nearest one, and the column. */
function placeOf(event: MouseEvent, list: SheetList, view: View): (Mark & { column: number }) | undefined {
  const sheet = event.target instanceof Element ? list.sheetOf(event.target) : -1;
  const on = list.elementOf(sheet)?.getBoundingClientRect();
  if (!on) {
    return undefined;
  }
  const row = (event.clientY - on.top) / view.rowPixels - list.topRows - 0.5;
  const column = Math.max(0, ((event.clientX - on.left) / view.rowPixels) * COLUMNS);
  let best: { line: number; far: number } | undefined;
  list.linesOf(sheet).forEach((each, line) => {
    const end = each.column + each.pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : (piece.columns ?? piece.text.length)), 0);
    const far = Math.abs(each.row - row) * 1000 + Math.max(0, each.column - column, column - end);
    best = best && best.far <= far ? best : { line, far };
  });
  return best && { sheet, line: best.line, column };
}
