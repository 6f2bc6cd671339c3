// Links to follow: web and mail addresses, and files that the writer's notes name and that are there.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { linksOf, type ScriptLink } from '../core/script/links';
import { rangeOf } from '../host/positions';
import type { ScriptStore } from '../host/scriptStore';
import { keepBriefly } from './keepBriefly';

// VS Code asks with every edit, of every note: long enough for a burst of typing, short enough for a file just put there.
const KEPT_MS = 3000;

export function createLinks(scripts: ScriptStore): vscode.DocumentLinkProvider {
  const isKnownFile = keepBriefly<boolean>(KEPT_MS);
  const lookFor = (file: vscode.Uri): Promise<boolean> => isKnownFile(file.toString(), async () => isFile(file));
  return {
    async provideDocumentLinks(document, token) {
      const links = linksOf(scripts.get(document));
      const folder = folderOf(document);
      const targets = await Promise.all(links.map((link) => targetOf(link, folder, lookFor)));
      if (token.isCancellationRequested) {
        return [];
      }
      const taken: Span[] = [];
      return links.flatMap((link, index) => {
        const target = targets[index];
        if (target === undefined || taken.some(({ from, to }) => from < link.to && link.from < to)) {
          return [];
        }
        taken.push(link);
        const shown = new vscode.DocumentLink(rangeOf(document, link), target);
        if (link.kind === 'file') {
          shown.tooltip = vscode.l10n.t('Open {0}', link.target);
        }
        return [shown];
      });
    },
  };
}

/** Where the script lies; for one not saved yet, the folder that is open. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
}

async function targetOf({ kind, target }: ScriptLink, folder: vscode.Uri | undefined, isThere: (file: vscode.Uri) => Promise<boolean>): Promise<vscode.Uri | undefined> {
  if (kind !== 'file') {
    return vscode.Uri.parse(target);
  }
  if (folder === undefined) {
    return undefined;
  }
  const file = vscode.Uri.joinPath(folder, target);
  // Not there: the note only looks like a path, and a link that leads nowhere would mock the writer.
  return (await isThere(file)) ? file : undefined;
}

async function isFile(file: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(file)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
