// An earlier version of a script, to mark what was revised since: from git, as VS Code knows it, or from another file.
import * as vscode from 'vscode';
import { WriterError } from '../host/commands';

// What is used of the interface of VS Code's own git extension (extensions/git/src/api/git.d.ts).
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}
interface Repository {
  show(ref: string, path: string): Promise<string>;
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
}
interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly commitDate?: Date;
}

// As many commits as one might look through.
const COMMITS = 50;

async function repositoryOf({ uri }: vscode.TextDocument): Promise<Repository | undefined> {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (uri.scheme !== 'file' || !git) {
    return undefined;
  }
  try {
    return (await git.activate()).getAPI(1).getRepository(uri) ?? undefined;
  } catch {
    // Switched off, or no git on this machine.
    return undefined;
  }
}

/** An earlier version's text, or a sentence saying why nothing can be marked; neither where nothing is asked for. */
export interface Earlier {
  readonly text?: string;
  readonly unmarked?: string;
}

/** The script as it was last committed. */
export async function lastCommitted(document: vscode.TextDocument): Promise<Earlier> {
  const repository = await repositoryOf(document);
  if (!repository) {
    return { unmarked: vscode.l10n.t('Nothing is marked as revised: this screenplay is not kept in Git, or Git is switched off.') };
  }
  try {
    return { text: await repository.show('HEAD', document.uri.fsPath) };
  } catch {
    // Never committed, renamed since, or git itself failed, which VS Code's own log of Git says.
    return { unmarked: vscode.l10n.t('Nothing is marked as revised: Git has no earlier version of this screenplay.') };
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly text?: () => Promise<string | undefined>;
}

/** Lets the writer choose what to compare with; undefined when they think better of it. @throws WriterError where it cannot be read */
export async function chooseEarlier(document: vscode.TextDocument): Promise<string | undefined> {
  const repository = await repositoryOf(document);
  const path = document.uri.fsPath;
  const commits = (await repository?.log({ maxEntries: COMMITS, path }).catch(() => [])) ?? [];
  const items: Choice[] = commits.map(({ hash, message, commitDate }, index) => ({
    label: message.split('\n')[0] ?? hash,
    description: [index === 0 ? vscode.l10n.t('last commit') : '', commitDate?.toLocaleDateString() ?? '', hash.slice(0, 7)].filter(Boolean).join(', '),
    text: () => repository?.show(hash, path) ?? Promise.resolve(undefined),
  }));
  const another = vscode.l10n.t('Another file...');
  items.push({ label: another, text: () => readAnother(document) });
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Mark what was revised since'), placeHolder: vscode.l10n.t('An asterisk stands beside every line that differs'), matchOnDescription: true });
  try {
    return await chosen?.text?.();
  } catch {
    throw new WriterError(vscode.l10n.t('That version of the screenplay cannot be read. Choose another one.'));
  }
}

async function readAnother(document: vscode.TextDocument): Promise<string | undefined> {
  const beside = document.isUntitled ? undefined : vscode.Uri.joinPath(document.uri, '..');
  const [file] = (await vscode.window.showOpenDialog({ ...(beside && { defaultUri: beside }), canSelectMany: false, filters: { [vscode.l10n.t('Screenplays')]: ['fountain', 'spmd', 'txt'] }, openLabel: vscode.l10n.t('Compare') })) ?? [];
  return file && (await vscode.workspace.openTextDocument(file)).getText();
}
