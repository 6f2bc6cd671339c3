// USS files, by which other scheduling programs take and give breakdowns and boards.
import * as vscode from 'vscode';
import { fromUss, type FromUss } from '../core/uss/fromUss';
import { readUss, type UssFault } from '../core/uss/readUss';
import { toUss } from '../core/uss/toUss';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { refuseOwnFile } from '../host/ownFile';
import { plainMessage } from '../host/plainMessage';
import { writeWhole } from '../host/writeWhole';
import type { Productions, ProductionState } from '../planning/planning';

/** Resolves to the file; undefined where the writer changes their mind. */
export async function exportUss({ uri, production, breakdown }: ProductionState, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (breakdown.scenes.length === 0) {
    throw new WriterError(vscode.l10n.t('There is nothing to export yet: the script has no scenes.'));
  }
  const stem = nameIn(uri).replace(/\.(?:fountain|spmd)$/i, '');
  const target = given ?? (await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(uri, '..', `${stem}.uss`), filters: { USS: ['uss'] }, title: vscode.l10n.t('Export a USS Schedule') }));
  if (!target) {
    return undefined;
  }
  await refuseOwnFile(uri, target);
  await writeWhole(target, new TextEncoder().encode(toUss({ production, breakdown, title: stem, created: new Date().toISOString() })));
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} is written: {1} scenes, {2} boards. Costs, demands and places of tags have no place in such a file.', plainMessage(nameIn(target)), breakdown.scenes.length, Object.keys(production.boards).length));
  return target;
}

/**
 * Tells what would be brought in, and brings it in at the writer's yes, as one step of undo.
 * @param agreed the yes was given beforehand, with the file: by another program's command
 */
export async function importUss(productions: Productions, script: vscode.Uri, given?: vscode.Uri, agreed = false): Promise<FromUss | undefined> {
  const state = await productions.of(script);
  if (state.trouble !== undefined) {
    throw new WriterError(state.trouble);
  }
  const file = given ?? (await vscode.window.showOpenDialog({ filters: { USS: ['uss', 'json'] }, title: vscode.l10n.t('Import a USS Schedule'), openLabel: vscode.l10n.t('Import') }))?.[0];
  if (!file) {
    return undefined;
  }
  const read = readUss(new TextDecoder().decode(await bytesOf(file)));
  if (!read.ok) {
    throw new WriterError(sentenceFor(read.fault, plainMessage(nameIn(file))));
  }
  const newId = idsOnce(productions);
  const brought = fromUss(read.uss, state.production, state.breakdown, newId);
  if (brought.matched === 0) {
    throw new WriterError(vscode.l10n.t('No scene of {0} is in this script, so nothing was imported. Scenes are found by their numbers and sets.', plainMessage(nameIn(file))));
  }
  if (!agreed && !(await agrees(file, brought))) {
    return undefined;
  }
  let result: FromUss | undefined;
  await productions.change(script, vscode.l10n.t('Import {0}', nameIn(file)), ({ production, breakdown }) => {
    result = fromUss(read.uss, production, breakdown, newId);
    return result.production;
  });
  return result;
}

async function agrees(file: vscode.Uri, { matched, unmatched, elements, tags, boards, calendar }: FromUss): Promise<boolean> {
  const go = vscode.l10n.t('Import');
  const detail = [
    vscode.l10n.t('{0} scenes are found in the script.', matched),
    ...(unmatched.length === 0 ? [] : [vscode.l10n.t('{0} are not, and are left out: {1}', unmatched.length, plainMessage(unmatched.slice(0, 8).join(', '), 300))]),
    vscode.l10n.t('{0} new elements; {1} times something is put into a scene.', elements, tags),
    vscode.l10n.t('New boards: {0}', boards.length === 0 ? vscode.l10n.t('none') : plainMessage(boards.join(', '), 300)),
    ...(calendar ? [vscode.l10n.t('The start, the days off and the holidays are taken over.')] : []),
    vscode.l10n.t('Nothing that is there is changed or lost; undo takes all of it back.'),
  ].join('\n');
  return (await vscode.window.showInformationMessage(vscode.l10n.t('Import {0}?', plainMessage(nameIn(file))), { modal: true, detail }, go)) === go;
}

/** Ids that are new to the production and to each other: what is made in one go is in no production yet. */
function idsOnce(productions: Productions): Productions['newId'] {
  const given = new Set<string>();
  return (production) => {
    let id = productions.newId(production);
    while (given.has(id)) {
      id = productions.newId(production);
    }
    given.add(id);
    return id;
  };
}

async function bytesOf(file: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch {
    throw new WriterError(vscode.l10n.t('{0} cannot be read.', nameIn(file)));
  }
}

function sentenceFor(fault: UssFault, name: string): string {
  switch (fault) {
    case 'json':
      return vscode.l10n.t('{0} is not whole: it cannot be read as JSON. Export it again from the program that wrote it.', name);
    case 'other':
      return vscode.l10n.t('{0} is no USS schedule: it holds no breakdowns.', name);
    case 'large':
      return vscode.l10n.t('{0} is too large to be a schedule.', name);
  }
}
