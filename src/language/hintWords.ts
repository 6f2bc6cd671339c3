// What hints and their fixes say to the writer.
import * as vscode from 'vscode';
import type { Fix } from '../core/script/hintFixes';
import type { Hint } from '../core/script/hints';

export function messageOf(hint: Hint): string {
  switch (hint.what) {
    case 'headingNeedsBlankAfter':
      return vscode.l10n.t('This looks like a scene heading, but text stands directly below it, so it is read as something else.');
    case 'unclosedNote':
      return vscode.l10n.t('This note has no end, so it prints. A note ends with ]] and holds no empty line.');
    case 'unclosedBoneyard':
      return vscode.l10n.t('This cut passage has no end, so it prints. It ends with */.');
    case 'cueAlone':
      return vscode.l10n.t('{0} has nothing to say here: without words directly below, the name is read as action.', hint.name);
    case 'cueSilent':
      return vscode.l10n.t('{0} has nothing to say here, only brackets.', hint.name);
    case 'nearName':
      return vscode.l10n.t('{0} is almost {1}. Are the two one character?', hint.name, hint.other);
    case 'numberTwice':
      return vscode.l10n.t('Another scene before this one has the number {0} too.', hint.number);
    case 'numberMissing':
      return vscode.l10n.t('This scene has no number, and others have.');
  }
}

export function titleOf(fix: Fix): string {
  switch (fix.what) {
    case 'putBlankBelow':
      return vscode.l10n.t('Put a blank line below the heading');
    case 'makeAction':
      return vscode.l10n.t('It is action: put ! in front');
    case 'closeAtLine':
      return vscode.l10n.t('End it here, at the end of the line');
    case 'closeAtScene':
      return vscode.l10n.t('End it at the end of the scene');
    case 'joinNote':
      return vscode.l10n.t('Join the note: put two spaces on its empty lines');
    case 'dropBrackets':
      return vscode.l10n.t('Take the opening mark away');
    case 'joinSpeech':
      return vscode.l10n.t('Let the words below be the speech');
    case 'numberAll':
      return vscode.l10n.t('Number all scenes that have no number');
    case 'giveNumber':
      return vscode.l10n.t('Make it scene {0}', fix.number);
    case 'rename':
      return fix.places === 1 ? vscode.l10n.t('Change it to {0}', fix.name) : vscode.l10n.t('Change it to {0} in all {1} places', fix.name, fix.places);
  }
}

/** The words for "no more of these". */
export function turnOffTitle(kind: Hint['kind']): string {
  switch (kind) {
    case 'headings':
      return vscode.l10n.t('Turn off hints about scene headings');
    case 'unclosed':
      return vscode.l10n.t('Turn off hints about notes and cut passages');
    case 'cues':
      return vscode.l10n.t('Turn off hints about cues');
    case 'names':
      return vscode.l10n.t('Turn off hints about names');
    case 'sceneNumbers':
      return vscode.l10n.t('Turn off hints about scene numbers');
  }
}
