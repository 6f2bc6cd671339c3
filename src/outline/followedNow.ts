// The followed script at this moment, for a command that is about to act on it.
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
