// Every word that the view of the scenarios shows of itself.
import * as vscode from 'vscode';
import type { Words } from './protocol';

export function scenarioWords(): Words {
  return {
    list: vscode.l10n.t('Scenarios'),
    empty: vscode.l10n.t('What if it went another way?'),
    emptyHint: vscode.l10n.t(
      'Ask for a scene, a section, or for all from the cursor to the end. You get a few scenarios in which something else happens, each with what it would change later. Your script stays as it is.',
    ),
    noScript: vscode.l10n.t('No script is open.'),
    noScriptHint: vscode.l10n.t('Open a Fountain script: other ways it could go are shown here.'),
    askScene: vscode.l10n.t('What If… for This Scene'),
    askSection: vscode.l10n.t('What If… for This Section'),
    askToEnd: vscode.l10n.t('What If… From Here to the End'),
    steer: vscode.l10n.t('A wish for the next ones'),
    others: vscode.l10n.t('Others Unlike These'),
    askWish: vscode.l10n.t('Ask for This'),
    stop: vscode.l10n.t('Stop'),
    again: vscode.l10n.t('Try Again'),
    goTo: vscode.l10n.t('Show in the script'),
    keep: vscode.l10n.t('Keep'),
    unkeep: vscode.l10n.t('No Longer Keep'),
    discard: vscode.l10n.t('Discard'),
    restore: vscode.l10n.t('Restore'),
    develop: vscode.l10n.t('Develop'),
    goOn: vscode.l10n.t('Go On Writing'),
    anew: vscode.l10n.t('Develop Anew'),
    compare: vscode.l10n.t('Compare as Text'),
    merge: vscode.l10n.t('Merge Scene by Scene'),
    branch: vscode.l10n.t('Write as Branch File'),
    beats: vscode.l10n.t('What happens'),
    later: vscode.l10n.t('What it changes later'),
    outline: vscode.l10n.t('Beside the script'),
    discarded: vscode.l10n.t('Discarded ({0})'),
    deleteDiscarded: vscode.l10n.t('Delete Discarded'),
    broken: vscode.l10n.t('Files that cannot be read'),
    brokenHint: vscode.l10n.t('They stay as they are until you mend or delete them.'),
    openFile: vscode.l10n.t('Open the file'),
    saveNow: vscode.l10n.t('Try Again'),
    wish: vscode.l10n.t('You asked:'),
    keys: vscode.l10n.t('Arrow keys go from card to card, Enter opens one. K keeps, Delete discards, D develops, G shows its place, O asks for others.'),
    writeAgain: vscode.l10n.t('Write This Scene Again'),
    notInScript: vscode.l10n.t('Not in the script now'),
  };
}
