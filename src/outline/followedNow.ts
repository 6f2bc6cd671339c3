// The followed script at this moment, for a command that is about to act on it; and what tells a double click.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { WriterError } from '../host/commands';
import type { FollowedScript } from './followedScript';

export interface FollowedNow {
  readonly document: vscode.TextDocument;
  readonly script: Script;
}

/** @throws WriterError when no script is open */
export function followedOf(followed: FollowedScript): FollowedNow {
  const { document, script } = followed;
  if (document === undefined || script === undefined) {
    throw new WriterError(vscode.l10n.t('Open a Fountain script first.'));
  }
  return { document, script };
}

let last: { row: unknown; at: number } | undefined;
const DOUBLE_CLICK_MS = 500;

/**
 * Whether this is the second click on a row in short order. A single click shows the place and leaves the focus in
 * the list, as VS Code's own outline does; a double click goes there. A row's command is not told which it was.
 */
export function isSecondClick(row: unknown): boolean {
  const at = Date.now();
  const isSecond = last !== undefined && last.row === row && at - last.at < DOUBLE_CLICK_MS;
  last = isSecond ? undefined : { row, at };
  return isSecond;
}
