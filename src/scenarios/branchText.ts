// A developed scenario as text: beside the script to compare, as a file of its own, and as an ink story.
import * as vscode from 'vscode';
import { assemble, type Assembled } from '../core/scenarios/assemble';
import { branchFileName } from '../core/scenarios/branch';
import type { Scenario } from '../core/scenarios/scenario';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { refuseOwnFile } from '../host/ownFile';
import { plainMessage } from '../host/plainMessage';
import { FOUNTAIN } from '../host/scriptStore';
import { writeWhole } from '../host/writeWhole';
import { scenarioMeant } from './scenarioActions';
import { generatedIn } from './mergePlan';
import type { Parts } from './scenarioRoom';

/** How the addresses of scenarios as text begin: read-only, made from the script as it stands. */
const SCHEME = 'backlot-branch';

/** @throws WriterError where there is nothing to see yet, or its place is gone */
export function assembled(parts: Parts, document: vscode.TextDocument, scenario: Scenario): Assembled {
  if (!scenario.scenes?.some(({ fate, text }) => fate === 'drop' || text !== undefined)) {
    throw new WriterError(vscode.l10n.t('Develop the scenario first: then there are scenes to look at.'));
  }
  const made = assemble(parts.app.scripts.get(document), scenario);
  if (!made) {
    throw new WriterError(vscode.l10n.t('The place it is about is not in the script any more. Undo brings it back.'));
  }
  return made;
}

/** Shows the script and what it would be, side by side. */
export async function compareAsText(parts: Parts, id: string): Promise<void> {
  const { document, scenario } = await scenarioMeant(parts, id);
  const { place } = assembled(parts, document, scenario);
  const branch = vscode.Uri.from({ scheme: SCHEME, path: `/${branchFileName(nameIn(document.uri), scenario.title)}`, query: JSON.stringify([document.uri.toString(), id]) });
  const title = vscode.l10n.t('{0}: the script and the scenario', plainMessage(scenario.title));
  const selection = new vscode.Range(document.positionAt(place.from), document.positionAt(place.from));
  await vscode.commands.executeCommand('vscode.diff', document.uri, branch, title, { selection });
}

/** Gives the texts for `compareAsText`, in step with the script and with what is written. */
export function provideBranches(parts: Parts): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const open = (): vscode.Uri[] => vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === SCHEME);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => open().forEach((uri) => changed.fire(uri)), 300);
  };
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      const [script, id] = JSON.parse(query) as [string, string];
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === script);
      const scenario = document && (await parts.shelves.of(document)).get(id);
      // Without its place the script itself is what is left to compare with.
      return document && scenario ? (assemble(parts.app.scripts.get(document), scenario)?.whole ?? document.getText()) : '';
    },
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === SCHEME && document.languageId !== FOUNTAIN) {
        void vscode.languages.setTextDocumentLanguage(document, FOUNTAIN);
      }
    }),
    parts.app.scripts.onDidChange(soon),
    parts.shelves.onDidChange(soon),
    changed,
    { dispose: () => clearTimeout(timer) },
  );
}

/**
 * Writes the scenario as a script of its own beside the script, and offers to open it.
 * @returns where; undefined when the writer thought better of it
 */
export async function writeBranch(parts: Parts, id: string): Promise<vscode.Uri | undefined> {
  const { document, scenario } = await scenarioMeant(parts, id);
  const made = assembled(parts, document, scenario);
  if (made.pieces.some(({ unwritten }) => unwritten) && !(await agree(vscode.l10n.t('Not every scene is written yet.'), vscode.l10n.t('What is missing stands as its heading with what happens in it.'), vscode.l10n.t('Write It All the Same')))) {
    return undefined;
  }
  const target = await branchTarget(document, scenario);
  if (!target) {
    return undefined;
  }
  await refuseOwnFile(document.uri, target);
  await writeWhole(target, new TextEncoder().encode(made.whole));
  const branch = await vscode.workspace.openTextDocument(target);
  // The branch is a script of its own: what a model wrote of it is on its own record.
  for (const { text, span, record } of generatedIn(made, scenario.scenes ?? [])) {
    parts.review.recorder.accepted({ document: branch, ...(record !== undefined && { record }), offered: text, inserted: text, replaced: '', span });
  }
  void tellWritten(target);
  return target;
}

/** It is not opened unasked: the cards of the script would make way for those of the branch, of which there are none. */
async function tellWritten(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', plainMessage(nameIn(target))), open)) === open) {
    await vscode.window.showTextDocument(target, { preview: false });
  }
}

/** Beside the script under its own name and the scenario's; never over a file without a yes. Of an unsaved script it is asked for. */
async function branchTarget(document: vscode.TextDocument, { title }: Scenario): Promise<vscode.Uri | undefined> {
  const name = branchFileName(document.isUntitled ? vscode.l10n.t('Screenplay') : nameIn(document.uri), title);
  if (document.isUntitled) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { Fountain: ['fountain'] } });
  }
  const target = vscode.Uri.joinPath(document.uri, '..', name);
  const isThere = await vscode.workspace.fs.stat(target).then(() => true, () => false);
  const open = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === target.toString());
  if (open) {
    throw new WriterError(vscode.l10n.t('{0} is open and not saved. Save or close it first.', name));
  }
  return !isThere || (await agree(vscode.l10n.t('{0} is there already.', plainMessage(name)), vscode.l10n.t('It would be written over with the scenario as it is now.'), vscode.l10n.t('Write Over It'))) ? target : undefined;
}

async function agree(message: string, detail: string, yes: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

