// Exports from a real editor: the file stands whole in its place, with what the writer sees, or nothing changes at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const decode = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const ROOT = path.resolve(__dirname, '../../..');

/** A PDF as a reader of PDFs finds it. In a process of its own: pdf.js cannot be loaded in an extension host. */
function readPdf(uri: vscode.Uri): { width: number; texts: string[] }[] {
  const said = execFileSync(process.execPath, [path.join(ROOT, 'test/support/pdfWords.mjs'), uri.fsPath], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(said.slice(said.lastIndexOf('\n', said.length - 2) + 1)) as { width: number; texts: string[] }[];
}

const words = (uri: vscode.Uri): string => readPdf(uri).flatMap(({ texts }) => texts).join(' ');

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

/** A folder of the workspace of its own. */
async function newFolder(name: string): Promise<vscode.Uri> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root);
  const folder = vscode.Uri.joinPath(root, name);
  await vscode.workspace.fs.createDirectory(folder);
  return folder;
}

/** A disk in memory on which nothing can be written any more. */
class FullDisk implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (!file && uri.path !== '/') {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return { type: file ? vscode.FileType.File : vscode.FileType.Directory, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }
  readDirectory = (): [string, vscode.FileType][] => [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  readFile = (uri: vscode.Uri): Uint8Array => this.files.get(uri.path) ?? new Uint8Array();
  createDirectory = (): void => undefined;
  delete = (uri: vscode.Uri): void => void this.files.delete(uri.path);
  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    // As full disks do: a part is written, then there is no more room.
    this.files.set(uri.path, content.slice(0, 10));
    throw new Error('ENOSPC: no space left on device');
  }
}

describe('export', function () {
  this.timeout(30_000);
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('writes a PDF of what the editor holds, saved or not, and nothing beside it', async () => {
    const editor = await openScript('Title: Nets\n\nINT. HARBOUR - DAY\n\nA net lies there.\n');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), '\nMARA\nIt is torn.\n'));
    const folder = await newFolder('exports');
    const target = vscode.Uri.joinPath(folder, 'nets.pdf');
    await vscode.commands.executeCommand('backlot.export.pdf', undefined, target);
    const bytes = await vscode.workspace.fs.readFile(target);
    assert.match(decode(bytes.slice(0, 8)), /^%PDF-1\.7/);
    assert.match(decode(bytes.slice(-8)), /%%EOF\s*$/);
    assert.equal(words(target), 'Nets INT. HARBOUR - DAY A net lies there. MARA It is torn.');
    assert.ok(editor.document.isDirty, 'the script is not saved for it');
    assert.deepEqual((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name), ['nets.pdf']);
    // Again, over the first: the new one.
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), '\nIt sinks.\n'));
    await vscode.commands.executeCommand('backlot.export.pdf', editor.document.uri, target);
    assert.match(words(target), /It sinks\.$/);
    assert.deepEqual((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name), ['nets.pdf']);
  });

  it('writes HTML of an untitled script', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'fountain', content: 'INT. HARBOUR - DAY\n\n<b onclick="x()">Nets & hooks</b>\n' });
    await vscode.window.showTextDocument(document);
    const target = vscode.Uri.joinPath(await newFolder('html'), 'pages.html');
    await vscode.commands.executeCommand('backlot.export.html', undefined, target);
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(html, /&lt;b onclick=&quot;x\(\)&quot;&gt;Nets &amp; hooks&lt;\/b&gt;/);
    assert.match(html, /font-family: 'Courier Prime'.*data:font\/ttf;base64,/);
    assert.doesNotMatch(html, /<script|onclick="/);
  });

  it('prints with the writer’s paper, header and watermark', async () => {
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('page.paper', 'a4', vscode.ConfigurationTarget.Global);
    await settings.update('pdf.header', '{title}: draft', vscode.ConfigurationTarget.Global);
    await settings.update('pdf.watermark', 'DRAFT', vscode.ConfigurationTarget.Global);
    try {
      await openScript('Title: Nets\n\nINT. HARBOUR - DAY\n');
      const target = vscode.Uri.joinPath(await newFolder('settings'), 'a4.pdf');
      await vscode.commands.executeCommand('backlot.export.pdf', undefined, target);
      assert.deepEqual(readPdf(target), [{ width: 595, texts: ['Nets'] }, { width: 595, texts: ['INT. HARBOUR - DAY', 'Nets: draft'] }]);
    } finally {
      for (const key of ['page.paper', 'pdf.header', 'pdf.watermark']) {
        await settings.update(key, undefined, vscode.ConfigurationTarget.Global);
      }
    }
  });

  it('marks what changed since the last commit, where the writer wants it', async () => {
    const editor = await openScript('INT. HARBOUR - DAY\n\nA net.\n\nA hook.\n', 'committed.fountain');
    const { uri } = editor.document;
    const folder = vscode.Uri.joinPath(uri, '..');
    const git = (...args: string[]): Buffer => execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: folder.fsPath, stdio: 'pipe' });
    git('init', '-q');
    git('add', 'committed.fountain');
    git('commit', '-q', '-m', 'First draft');
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown>; getRepository(of: vscode.Uri): unknown } }>('vscode.git');
    assert.ok(extension);
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    const exports = await extension.activate();
    const api = await waitFor('git to be switched on', () => {
      try {
        return exports.getAPI(1);
      } catch {
        return undefined;
      }
    });
    await api.openRepository(folder);
    await waitFor('git to know the script', () => api.getRepository(uri) !== null);
    await editor.edit((edit) => edit.replace(new vscode.Range(4, 0, 4, 7), 'A rope.'));
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('pdf.revisionMarks', 'sinceLastCommit', vscode.ConfigurationTarget.Global);
    try {
      const target = vscode.Uri.joinPath(await newFolder('revised'), 'revised.pdf');
      await vscode.commands.executeCommand('backlot.export.pdf', undefined, target);
      assert.equal(words(target), 'INT. HARBOUR - DAY A net. A rope. *');
    } finally {
      await settings.update('pdf.revisionMarks', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.git'), { recursive: true });
    }
  });

  it('leaves everything as it was when the disk is full, or a folder stands in the place', async () => {
    await openScript('INT. HARBOUR - DAY\n');
    const disk = new FullDisk();
    disk.files.set('/old.pdf', new TextEncoder().encode('the old one'));
    const registered = vscode.workspace.registerFileSystemProvider('fulldisk', disk);
    try {
      await vscode.commands.executeCommand('backlot.export.pdf', undefined, vscode.Uri.parse('fulldisk:/old.pdf'));
      assert.deepEqual([...disk.files].map(([path, bytes]) => [path, decode(bytes)]), [['/old.pdf', 'the old one']]);
    } finally {
      registered.dispose();
    }
    const folder = await newFolder('taken');
    const taken = vscode.Uri.joinPath(folder, 'taken.pdf');
    await vscode.workspace.fs.createDirectory(taken);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(taken, 'kept.txt'), new Uint8Array(1));
    await vscode.commands.executeCommand('backlot.export.html', undefined, taken);
    assert.ok(await exists(vscode.Uri.joinPath(taken, 'kept.txt')));
    assert.deepEqual((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name), ['taken.pdf']);
  });
});
