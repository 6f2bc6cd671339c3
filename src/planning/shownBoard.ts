// Which board of a script is looked at: the stripboard remembers it for the window, and the papers are of that one.
import type * as vscode from 'vscode';

/** The script's own order as a board: no id that a file may have. */
export const SCRIPT_ORDER = ':script';

/** Where the id of the board shown is kept, in the memory of the workspace. */
export function shownBoardKey(script: vscode.Uri): string {
  return `backlot.board.shown:${script.toString()}`;
}
