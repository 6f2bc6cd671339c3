// The fonts of the system on which the extension runs; in a browser there are none to be had.
import * as vscode from 'vscode';

// How deep font folders are looked into: font packages of Linux lie three deep.
const DEPTH = 5;

function fontFolders(): readonly string[] {
  // Not there in a browser, where nothing below is there either.
  const here: Partial<NodeJS.Process> = typeof process === 'object' ? process : {};
  const env = here.env ?? {};
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  switch (here.platform) {
    case undefined:
      return [];
    case 'win32':
      return [`${env['WINDIR'] ?? 'C:\\Windows'}\\Fonts`, `${env['LOCALAPPDATA'] ?? `${home}\\AppData\\Local`}\\Microsoft\\Windows\\Fonts`];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', `${home}/Library/Fonts`];
    default:
      return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.fonts`, `${env['XDG_DATA_HOME'] ?? `${home}/.local/share`}/fonts`];
  }
}

/** Where fonts are: their paths, and a file's bytes where it can be read. */
export interface SystemFonts {
  list(): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array | undefined>;
}

export const systemFonts: SystemFonts = {
  list: async () => (await Promise.all(fontFolders().map((folder) => filesBelow(vscode.Uri.file(folder), DEPTH)))).flat(),
  read: (path) => Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.file(path))).catch(() => undefined),
};

async function filesBelow(folder: vscode.Uri, depth: number): Promise<string[]> {
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch((): [string, vscode.FileType][] => []);
  const lists = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      return (type & vscode.FileType.Directory) === 0 ? [uri.fsPath] : depth > 1 ? filesBelow(uri, depth - 1) : [];
    }),
  );
  return lists.flat();
}
