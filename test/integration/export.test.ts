// Exports from a real editor: the file stands whole in its place, with what the writer sees, or nothing changes at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

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

/** A disk on which nothing can be renamed: VS Code has taken away the older file by then. */
class StuckDisk extends FullDisk {
  override rename(): void {
    throw vscode.FileSystemError.Unavailable('the disk went away');
  }
  override writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
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

  it('never takes the place of the script, by whatever name', async () => {
    const text = 'INT. HARBOUR - DAY\n\nA net.\n';
    const { uri } = (await openScript(text, 'kept.fountain')).document;
    const link = vscode.Uri.joinPath(uri, '..', 'linked.html');
    symlinkSync(uri.fsPath, link.fsPath);
    const writer = beWriter({});
    try {
      for (const [command, target] of [['pdf', uri], ['html', uri], ['fdx', uri], ['html', link]] as const) {
        await vscode.commands.executeCommand(`backlot.export.${command}`, uri, target);
      }
      assert.deepEqual(writer.told.map((told) => told.replace(/^message: (\S+) .*$/, '$1')), ['kept.fountain', 'kept.fountain', 'kept.fountain', 'linked.html']);
      assert.match(writer.told[0] ?? '', / is the screenplay itself, and would be lost\. Choose another name\.$/);
    } finally {
      writer.restore();
    }
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), text);
    assert.ok(lstatSync(link.fsPath).isSymbolicLink());
  });

  it('writes through a link, to the file it stands for', async () => {
    await openScript('INT. HARBOUR - DAY\n');
    const folder = await newFolder('links');
    const real = vscode.Uri.joinPath(folder, 'real.html');
    const link = vscode.Uri.joinPath(folder, 'link.html');
    await vscode.workspace.fs.writeFile(real, new TextEncoder().encode('old'));
    symlinkSync(real.fsPath, link.fsPath);
    await vscode.commands.executeCommand('backlot.export.html', undefined, link);
    assert.ok(lstatSync(link.fsPath).isSymbolicLink());
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(real)), /HARBOUR/);
    assert.deepEqual((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort(), ['link.html', 'real.html']);
  });

  it('keeps the new file where the older one was lost, and says its name', async () => {
    await openScript('INT. HARBOUR - DAY\n');
    const disk = new StuckDisk();
    disk.files.set('/old.html', new TextEncoder().encode('the old one'));
    const registered = vscode.workspace.registerFileSystemProvider('stuckdisk', disk);
    const writer = beWriter({});
    try {
      await vscode.commands.executeCommand('backlot.export.html', undefined, vscode.Uri.parse('stuckdisk:/old.html'));
      const [kept, ...others] = [...disk.files];
      assert.deepEqual(others, []);
      assert.match(kept?.[0] ?? '', /^\/\.old\.html\.\w+\.part$/);
      assert.match(decode(kept?.[1] ?? new Uint8Array()), /HARBOUR[^]*<\/html>\s*$/);
      assert.deepEqual(writer.told, [`message: old.html was not written, and what it was before is gone. The new one is beside it, whole: rename ${kept?.[0].slice(1) ?? ''}.`]);
      // Nothing was lost: nothing is kept.
      disk.files.clear();
      await vscode.commands.executeCommand('backlot.export.html', undefined, vscode.Uri.parse('stuckdisk:/new.html'));
      assert.deepEqual([...disk.files], []);
    } finally {
      writer.restore();
      registered.dispose();
    }
  });

  it('says so where it can mark nothing as revised', async () => {
    await openScript('INT. HARBOUR - DAY\n', 'unknown-to-git.fountain');
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('pdf.revisionMarks', 'sinceLastCommit', vscode.ConfigurationTarget.Global);
    const writer = beWriter({});
    try {
      const target = vscode.Uri.joinPath(await newFolder('unmarked'), 'unmarked.pdf');
      await vscode.commands.executeCommand('backlot.export.pdf', undefined, target);
      assert.ok(await exists(target));
      assert.match(writer.told.join('\n'), /^message: unmarked\.pdf is exported: 1 page\. Nothing is marked as revised: /);
    } finally {
      writer.restore();
      await settings.update('pdf.revisionMarks', undefined, vscode.ConfigurationTarget.Global);
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
