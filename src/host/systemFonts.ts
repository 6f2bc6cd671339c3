// The fonts of the system on which the extension runs; in a browser there are none to be had.
import * as vscode from 'vscode';

// How deep font folders are looked into: font packages of Linux lie three deep.
const DEPTH = 5;

/** Tells a system's font folders: from its name, its environment and the user's own folder. */
type FontFolders = (platform: string | undefined, env: Readonly<Record<string, string | undefined>>, home: string) => readonly string[];

/** The paths of this system's fonts, and a file's bytes where it can be read. @param foldersOf given in: printing knows where systems keep fonts */
export function systemFonts(foldersOf: FontFolders): { list(): Promise<readonly string[]>; read(path: string): Promise<Uint8Array | undefined> } {
  // Not there in a browser, where nothing below is there either.
  const here: Partial<NodeJS.Process> = typeof process === 'object' ? process : {};
  const env = here.env ?? {};
  const folders = foldersOf(here.platform, env, env['HOME'] ?? env['USERPROFILE'] ?? '');
  return {
    list: async () => (await Promise.all(folders.map((folder) => filesBelow(vscode.Uri.file(folder), DEPTH)))).flat(),
    read: (path) => Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.file(path))).catch(() => undefined),
  };
}

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
