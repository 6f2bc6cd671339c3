// Convert to Fountain: a Final Draft file becomes a new script beside it that is nobody's file until the writer saves it.
import * as vscode from 'vscode';
import type { Report } from '../core/fdx/report';
import type { App } from '../host/app';
import { inBackground, WriterError } from '../host/commands';
import { FOUNTAIN } from '../host/scriptStore';
import { readFdx } from './readFdx';
import { nameIn } from '../host/fileName';
import { plainMessage } from '../host/plainMessage';
import { showReports } from './showReports';

/** @param uri from a menu; without it the file in the editor, or one that the writer chooses */
export async function importFdx({ log }: App, uri?: vscode.Uri): Promise<void> {
  const source = uri instanceof vscode.Uri ? uri : (activeFdx() ?? (await chooseFdx()));
  if (!source) {
    return;
  }
  const { fountain, reports } = await readFdx(source);
  const document = await newScript(source, fountain);
  await vscode.window.showTextDocument(document, { preview: false });
  inBackground(log, 'import.fdx', tellConverted(nameIn(source), reports));
}

function activeFdx(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : vscode.window.activeTextEditor?.document.uri;
  return uri && /\.fdxt?$/i.test(uri.path) ? uri : undefined;
}

async function chooseFdx(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    filters: { [vscode.l10n.t('Final Draft')]: ['fdx', 'fdxt'] },
    title: vscode.l10n.t('Convert a Final Draft File to Fountain'),
    openLabel: vscode.l10n.t('Convert'),
  });
  return chosen?.[0];
}

/** An unsaved script that offers a free name beside the file when it is saved. Nothing is written, nothing overwritten. */
async function newScript(source: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const target = await freeName(source);
  if (!target) {
    return vscode.workspace.openTextDocument({ language: FOUNTAIN, content: text });
  }
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(target, new vscode.Position(0, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new WriterError(vscode.l10n.t('VS Code did not allow a new script. Try again.'));
  }
  return document;
}

// As many names are tried; nobody keeps more conversions of one file side by side.
const MOST_NAMES = 100;

async function freeName(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  // Only here does VS Code let an unsaved file stand for a place on the disk.
  if (source.scheme !== 'file' && source.scheme !== 'vscode-remote') {
    return undefined;
  }
  const stem = nameIn(source).replace(/\.fdxt?$/i, '');
  for (let count = 1; count <= MOST_NAMES; count++) {
    const target = vscode.Uri.joinPath(source, '..', `${stem}${count === 1 ? '' : ` ${count}`}.fountain`);
    const unsaved = target.with({ scheme: 'untitled' });
    const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === unsaved.toString());
    if (!open && !(await exists(target))) {
      return unsaved;
    }
  }
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** What became of the file, and at the writer's wish all that is not as it was. */
async function tellConverted(name: string, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('{0} is converted, all of it. Save the new script to keep it.', plainMessage(name)));
    return;
  }
  const more = vscode.l10n.t('What Changed');
  const words =
    reports.length === 1 ? vscode.l10n.t('{0} is converted. One thing is not as it was in Final Draft.', plainMessage(name)) : vscode.l10n.t('{0} is converted. {1} things are not as they were in Final Draft.', plainMessage(name), reports.length);
  const damaged = reports.some(({ kind }) => kind === 'broken' || kind === 'cutShort');
  const chosen = damaged ? await vscode.window.showWarningMessage(words, more) : await vscode.window.showInformationMessage(words, more);
  if (chosen === more) {
    await showReports(name, reports);
  }
}
