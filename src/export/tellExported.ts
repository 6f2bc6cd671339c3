// What a writer hears after an export: that it is done, how to get at it, and what no font could show.
import * as vscode from 'vscode';
import type { Report } from '../core/fdx/report';
import type { MissingCharacter } from '../print/scriptPdf';
import { nameIn } from '../host/fileName';
import { plainMessage } from '../host/plainMessage';
import { showReports } from './showReports';

// So many characters are named in the message itself.
const NAMED = 8;

export interface Exported {
  readonly pages: number;
  /** What no font could show. */
  readonly missing?: readonly MissingCharacter[];
  /** What the file's format has no place for. */
  readonly reports?: readonly Report[];
  /** A sentence saying why no line is marked as revised, though the writer asked for it. */
  readonly unmarked?: string;
}

/** Resolves when the message is answered or gone. */
export async function tellExported(document: vscode.TextDocument, target: vscode.Uri, { pages, missing = [], reports = [], unmarked }: Exported): Promise<void> {
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Show in Folder');
  const where = vscode.l10n.t('Show Characters');
  const changed = vscode.l10n.t('What Changed');
  const name = plainMessage(nameIn(target));
  const done = pages === 1 ? vscode.l10n.t('{0} is exported: 1 page.', name) : vscode.l10n.t('{0} is exported: {1} pages.', name, pages);
  const words = [done, ...(missing.length > 0 ? [missingSentence(missing)] : []), ...(reports.length > 0 ? [changedSentence(reports.length)] : []), ...(unmarked === undefined ? [] : [unmarked])].join(' ');
  const buttons = [...(missing.length > 0 ? [where] : []), ...(reports.length > 0 ? [changed] : []), open, ...(canReveal(target) ? [reveal] : [])];
  const chosen = missing.length > 0 || unmarked !== undefined ? await vscode.window.showWarningMessage(words, ...buttons) : await vscode.window.showInformationMessage(words, ...buttons);
  if (chosen === open) {
    await openExported(target);
  } else if (chosen === reveal) {
    await vscode.commands.executeCommand('revealFileInOS', target);
  } else if (chosen === where) {
    await showMissing(document, missing);
  } else if (chosen === changed) {
    await showReports(nameIn(document.uri), reports);
  }
}

function changedSentence(count: number): string {
  return count === 1 ? vscode.l10n.t('One thing is not as it is in the screenplay.') : vscode.l10n.t('{0} things are not as they are in the screenplay.', count);
}

/** "No font here has: ..." */
function missingSentence(missing: readonly MissingCharacter[]): string {
  const named = missing.slice(0, NAMED).map(({ character }) => character).join(' ');
  if (missing.length === 1) {
    return vscode.l10n.t('No font here has the character {0}: a box stands in its place.', named);
  }
  return missing.length <= NAMED
    ? vscode.l10n.t('No font here has these characters: {0}. Boxes stand in their place.', named)
    : vscode.l10n.t('No font here has these characters: {0} and {1} others. Boxes stand in their place.', named, missing.length - NAMED);
}

/** A window of this machine can show its own files in their folder; a browser's, or one on another machine, cannot. */
function canReveal({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}

async function openExported(target: vscode.Uri): Promise<void> {
  // In the writer's own reader where it can reach the file; else in an editor, which offers what can show it.
  if (!canReveal(target) || !(await vscode.env.openExternal(target))) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}

/** Every character with the line that has it first; choosing one goes there. */
async function showMissing(document: vscode.TextDocument, missing: readonly MissingCharacter[]): Promise<void> {
  const items = missing.map(({ character, count, line }) => {
    const codes = [...character].map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
    const place = line === undefined ? vscode.l10n.t('in the header, footer or watermark') : vscode.l10n.t('line {0}', line + 1);
    const text = line === undefined ? '' : document.lineAt(Math.min(line, document.lineCount - 1)).text.trim();
    return { label: `${character}  ${codes}`, description: count === 1 ? place : vscode.l10n.t('{0}, {1} times', place, count), detail: text, line };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Characters that no font here has'),
    placeHolder: vscode.l10n.t('Install a font that has them, or name one in the setting "Backlot › Pdf: Fallback Fonts"'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.line !== undefined) {
    const place = new vscode.Position(chosen.line, 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  }
}
