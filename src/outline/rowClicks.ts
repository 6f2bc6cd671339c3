// What a row's command cannot tell by itself: whether it was a click, a double click, or our own doing.
import * as vscode from 'vscode';

export interface RowClicks {
  /** What a run of a row's command means. */
  read(row: unknown): 'click' | 'doubleClick' | 'ours';
  /** Selects the row that has the focus, without this counting as a click. */
  selectFocused(): Promise<void>;
}

const DOUBLE_CLICK_MS = 500;
const OURS_MS = 300;

/**
 * A single click shows the place and leaves the focus in the list, as VS Code's own outline does; a double click goes
 * there. VS Code runs the same command for both, and for a selection made by a command too.
 */
export function createRowClicks(): RowClicks {
  let last: { row: unknown; at: number } | undefined;
  let oursUntil = 0;
  return {
    read(row) {
      const at = Date.now();
      if (at < oursUntil) {
        oursUntil = 0;
        return 'ours';
      }
      const isSecond = last !== undefined && last.row === row && at - last.at < DOUBLE_CLICK_MS;
      last = isSecond ? undefined : { row, at };
      return isSecond ? 'doubleClick' : 'click';
    },
    async selectFocused() {
      // VS Code tells an extension which row is selected, not which has the focus; so the focused one is selected first.
      oursUntil = Date.now() + OURS_MS;
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    },
  };
}
