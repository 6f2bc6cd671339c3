// A production's file read, or why not as a sentence for the writer.
import * as vscode from 'vscode';
import { readProduction, type Refusal } from '../core/production/file';
import type { ProductionForm } from './keptProduction';

export const readForWriter: ProductionForm['read'] = (text) => {
  const read = readProduction(text);
  return read.ok ? { production: read.production } : { trouble: sentenceFor(read.reason, read.detail ?? '') };
};

/** A change is kept only where the file can be read again with it. */
export const refuseForWriter: ProductionForm['refuse'] = (text) => {
  const read = readProduction(text);
  if (read.ok) {
    return undefined;
  }
  const { t } = vscode.l10n;
  return read.reason === 'tooLarge'
    ? t('The production would be too large for its file. Nothing was changed.')
    : t('This would put something into the production file that cannot stand there: {0}. Nothing was changed.', read.detail ?? read.reason);
};

function sentenceFor(reason: Refusal, detail: string): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'merge':
      return t('The production file holds an unfinished merge. Open it, choose what stays between the conflict marks, and save.');
    case 'notJson':
      return t('The production file is not whole: it cannot be read as JSON ({0}). Open it and mend it, or bring back an older version.', detail);
    case 'twice':
      return t('The production file holds the same key twice, as a merge may leave it; the second is in line {0}. Open it and make one of the two, so that nothing is lost.', detail);
    case 'newer':
      return t('The production file was written by a newer Backlot (version {0} of the file). Update Backlot to read it.', detail);
    case 'unknown':
      return t('The production file holds something that this Backlot does not know: {0}. Update Backlot, or take it out.', detail);
    case 'invalid':
      return detail === '' ? t('The production file does not hold a production.') : t('The production file has a value at {0} that cannot stand there. Open it and mend it.', detail);
    case 'tooLarge':
      return t('The production file is too large to be a production.');
  }
}
