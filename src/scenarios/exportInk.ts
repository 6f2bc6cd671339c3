// The script and its scenarios as an ink story, in which a player chooses where the ways part.
import * as vscode from 'vscode';
import { toInk } from '../core/ink/toInk';
import type { Scenario } from '../core/scenarios/scenario';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { plainMessage } from '../host/plainMessage';
import { refuseOwnFile } from '../host/ownFile';
import { writeWhole } from '../host/writeWhole';
import type { Parts } from './scenarioRoom';

/**
 * Exports the scenarios that were kept or developed, or those chosen.
 * @param target where to; without it the writer is asked
 */
export async function exportInk(parts: Parts, target?: unknown): Promise<vscode.Uri | undefined> {
  const document = parts.shown.meant;
  const { scenarios } = await parts.shelves.of(document);
  const kept = scenarios.filter(({ fate }) => fate === 'kept' || fate === 'developed');
  if (kept.length === 0) {
    throw new WriterError(vscode.l10n.t('Keep or develop a scenario first: a story branches where one was kept.'));
  }
  const story = toInk(parts.app.scripts.get(document), kept, { ownWay: vscode.l10n.t('As the script has it') });
  if (story.left.length === kept.length) {
    throw new WriterError(vscode.l10n.t('The places of the kept scenarios are not in the script any more, so nothing branches.'));
  }
  const file = target instanceof vscode.Uri ? target : await askTarget(document);
  if (!file) {
    return undefined;
  }
  await refuseOwnFile(document.uri, file);
  await writeWhole(file, new TextEncoder().encode(story.text));
  void tell(file, kept, story.left);
  return file;
}

async function tell(file: vscode.Uri, kept: readonly Scenario[], left: readonly string[]): Promise<void> {
  const out = kept.filter(({ id }) => left.includes(id)).map(({ title }) => `"${plainMessage(title, 60)}"`);
  const written = vscode.l10n.t('{0} is written: the script with {1} ways to go.', plainMessage(nameIn(file)), kept.length - out.length + 1);
  const open = vscode.l10n.t('Open');
  const told = out.length === 0 ? written : `${written} ${vscode.l10n.t('Left out, since their places are gone: {0}.', out.join(', '))}`;
  if ((await vscode.window.showInformationMessage(told, open)) === open) {
    await vscode.window.showTextDocument(file);
  }
}

async function askTarget(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const name = `${document.isUntitled ? vscode.l10n.t('Screenplay') : nameIn(document.uri).replace(/\.[^.]+$/, '')}.ink`;
  const folder = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { ink: ['ink'] },
    title: vscode.l10n.t('Export Story Branches'),
    saveLabel: vscode.l10n.t('Export'),
  });
}
