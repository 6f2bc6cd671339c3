// Why an alternative was left out, in a few words for the writer.
import * as vscode from 'vscode';
import type { RefusalReason } from '../core/suggest/checkAlternative';

export function tellReason(reason: RefusalReason): string {
  switch (reason) {
    case 'same':
      return vscode.l10n.t('The line as it is.');
    case 'alike':
      return vscode.l10n.t('Too close to the line, or to one shown before.');
    case 'empty':
      return vscode.l10n.t('No words in it.');
    case 'long':
      return vscode.l10n.t('Much longer than the line.');
    case 'structure':
      return vscode.l10n.t('More than a speech: another speaker, a heading or a note came with it.');
    case 'unsafe':
      return vscode.l10n.t('Put in the speech, it would change what stands around it.');
  }
}
