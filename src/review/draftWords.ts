// A draft's length and what is off with it, in sentences for the writer.
import * as vscode from 'vscode';
import type { DraftProblem } from '../core/drafts/checkDraft';
import type { Draft } from '../core/drafts/draft';
import { draftLength, paperLength } from '../core/drafts/draftLength';
import { formatEighths } from '../core/page/formatLength';

/** How long the draft is, against what was asked: "6/8 page; you asked for 4/8". Undefined where nothing prints. */
export function tellLength(draft: Draft): string | undefined {
  const eighths = draftLength(draft);
  if (eighths === 0) {
    return undefined;
  }
  const { wish } = draft;
  if (wish.lines !== undefined) {
    return vscode.l10n.t('{0} lines; you asked for {1}', paperLength(draft.text).lines, wish.lines);
  }
  const length = eighths > 8 ? vscode.l10n.t('{0} pages', formatEighths(eighths)) : vscode.l10n.t('{0} page', formatEighths(eighths));
  return wish.eighths === undefined ? length : vscode.l10n.t('{0}; you asked for {1}', length, formatEighths(wish.eighths));
}

/** Whether a script with this in it would not read as a screenplay, or not as this writer's. The rest is worth knowing. */
export function isSerious({ kind }: DraftProblem): boolean {
  return kind !== 'tooLong' && kind !== 'tooManyLines' && kind !== 'newSpeaker' && kind !== 'headingNew';
}

export function tellProblem(problem: DraftProblem): string {
  switch (problem.kind) {
    case 'cueWithoutWords':
      return vscode.l10n.t('Nothing stands under the name {0}: it reads as a line of action.', problem.name);
    case 'unclosedNote':
      return vscode.l10n.t('This note is never closed: it lacks its ]].');
    case 'unclosedBoneyard':
      return vscode.l10n.t('This part left out is never closed: it lacks its */.');
    case 'headingNeedsBlankAfter':
      return vscode.l10n.t('A scene heading needs a blank line under it.');
    case 'newSpeaker':
      return problem.inScript ? vscode.l10n.t('{0} speaks here now, and did not before.', problem.name) : vscode.l10n.t('{0} is nobody in your script.', problem.name);
    case 'headingChanged':
      return vscode.l10n.t('The scene heading was “{0}”.', problem.was);
    case 'headingLost':
      return vscode.l10n.t('The scene heading “{0}” is missing.', problem.was);
    case 'headingNew':
      return vscode.l10n.t('The scene “{0}” is new.', problem.now);
    case 'numberChanged':
      return problem.was === undefined
        ? vscode.l10n.t('The scene “{0}” had no number.', problem.heading)
        : problem.now === undefined
          ? vscode.l10n.t('The scene “{0}” has lost its number {1}.', problem.heading, problem.was)
          : vscode.l10n.t('The scene “{0}” was number {1}.', problem.heading, problem.was);
    case 'hiddenGone':
      return vscode.l10n.t('A note of yours is not in the draft any more: {0}', problem.source.length > 80 ? `${problem.source.slice(0, 80)}…` : problem.source);
    case 'foreign':
      return vscode.l10n.t('This does not belong in a screenplay: {0}', problem.text);
    case 'tooLong':
      return vscode.l10n.t('The draft runs {0} of a page; you asked for {1}.', formatEighths(problem.eighths), formatEighths(problem.wished));
    case 'tooManyLines':
      return vscode.l10n.t('The draft runs {0} lines; you asked for {1}.', problem.lines, problem.wished);
    case 'empty':
      return vscode.l10n.t('Nothing is left of these lines.');
  }
}
