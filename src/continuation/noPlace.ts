// Why nothing can come at the cursor, in a sentence that says what to do.
import * as vscode from 'vscode';
import type { NoPlace } from '../core/continuation/place';

export function tellNoPlace(why: NoPlace): string {
  switch (why) {
    case 'inside':
      return vscode.l10n.t('Put the cursor behind this paragraph, then ask again.');
    case 'private':
      return vscode.l10n.t('Notes, boneyards and the title page are yours alone: no model reads or continues them.');
    case 'answered':
      return vscode.l10n.t('These words are written. Put the cursor behind them.');
    case 'scene':
      return vscode.l10n.t('A new scene comes next. Write its heading, then ask again.');
    case 'other':
      return vscode.l10n.t('Nothing can be continued here. Put the cursor behind a speech or a line of action, or on an empty line.');
    case 'empty':
      return vscode.l10n.t('There is nothing to go on from yet. Write a line or two first.');
  }
}
