// Where a draft is in its life, and what the writer is told about it.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { hunksOf } from '../core/drafts/hunks';

/** `finished`: nothing is left to decide. */
export type DraftState = 'writing' | 'failed' | 'lost' | 'finished' | 'open';

export function draftState(draft: Draft): DraftState {
  const { activity, anchor } = draft;
  if (activity.kind === 'writing') {
    return 'writing';
  }
  if (anchor.lost) {
    return 'lost';
  }
  if (activity.kind === 'failed' && hunksOf(draft).length === 0) {
    return 'failed';
  }
  return hunksOf(draft).length === 0 ? 'finished' : 'open';
}

/** What is left to do, in a few words: for the line at the top and for the list. */
export function tellState(draft: Draft): string {
  switch (draftState(draft)) {
    case 'writing':
      return vscode.l10n.t('being written');
    case 'failed':
      return vscode.l10n.t('could not be written');
    case 'lost':
      return vscode.l10n.t('its lines are not in the script any more');
    case 'finished':
      return vscode.l10n.t('all decided');
    case 'open':
      return changesLeft(hunksOf(draft).length);
  }
}

function changesLeft(count: number): string {
  return count === 1 ? vscode.l10n.t('1 change left') : vscode.l10n.t('{0} changes left', count);
}

/** How the writing ended, where the writer should know. */
export function tellEnd({ activity }: Draft): string | undefined {
  switch (activity.kind) {
    case 'writing':
      return undefined;
    case 'failed':
      return activity.message;
    case 'idle':
      return activity.ended === 'cut' ? vscode.l10n.t('The answer broke off: the rest is as your script has it.') : activity.ended === 'stopped' ? vscode.l10n.t('Stopped: the rest is as your script has it.') : undefined;
  }
}
