// The keys of the form: up and down a column as in a spreadsheet, from tab to tab, undo, find.
import { editor } from './elements';

/** Whether a field has words typed in it of its own, which its own undo takes back first. */
function hasOwnUndo(target: EventTarget | null, isTyped: (key: string) => boolean): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && (target.dataset['key'] === undefined ? target.value !== '' : isTyped(target.dataset['key']) || (target.closest('.windows, .adding') !== null && target.value !== ''));
}

export function listenForKeys(root: HTMLElement, isTyped: (key: string) => boolean): void {
  root.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && (key === 'z' || key === 'y') && !hasOwnUndo(event.target, isTyped)) {
      event.preventDefault();
      event.stopPropagation();
      editor.postMessage({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    } else if (isCommand && key === 'f') {
      event.preventDefault();
      event.stopPropagation();
      root.querySelector<HTMLInputElement>('.find')?.select();
      root.querySelector<HTMLInputElement>('.find')?.focus();
    } else if (!isCommand && !event.altKey && event.target instanceof HTMLElement && !event.isComposing) {
      moveInColumn(event, event.target);
    }
  });
}

/** Enter and the arrows go to the same field of the next row. */
function moveInColumn(event: KeyboardEvent, target: HTMLElement): void {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isField = target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'checkbox');
  const cell = target.closest('td');
  const row = target.closest<HTMLTableRowElement>('tr.row');
  if (step === undefined || !row || !cell || (event.key === 'Enter' && !isField)) {
    return;
  }
  const rows = [...(row.parentElement?.querySelectorAll<HTMLTableRowElement>('tr.row:not([hidden])') ?? [])];
  const next = rows[rows.indexOf(row) + step]?.cells[cell.cellIndex]?.querySelector<HTMLElement>('input.value, input[type=checkbox], button');
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (event.key === 'Enter' && target instanceof HTMLInputElement) {
    // The last row: what is typed is taken, and the focus stays.
    target.select();
  }
}
