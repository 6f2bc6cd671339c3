// The shelf of each script: its scenarios as they stand beside it, watched, so that what a colleague brings is there at once.
import * as vscode from 'vscode';
import { nameIn } from '../host/fileName';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import { folderOf, openFolder, whyNotKept, type WhyNot } from './scenarioFolder';
import { Shelf } from './shelf';

interface Kept {
  readonly shelf: Shelf;
  /** Its reading for the first time. */
  readonly read: Promise<void>;
  readonly watching: vscode.Disposable;
  whyNot: WhyNot | undefined;
  /** When its folder last changed, as far as was looked. */
  seen?: number;
}

/** A pull writes many files at once: they are read together. */
const PAUSE_MS = 150;

export class Shelves implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listeners: vscode.Disposable;

  /** What a script's shelf holds has changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: Log) {
    const rereadAll = (): void => this.rereadAll();
    this.listeners = vscode.Disposable.from(
      this.changed,
      vscode.workspace.onDidGrantWorkspaceTrust(() => [...this.kept.keys()].forEach((key) => inBackground(log, 'scenarios.trusted', this.saveAll(vscode.Uri.parse(key))))),
      // Not every place tells of what happens in it: what the writer does here, and their coming back, is heard besides.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && rereadAll()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => uri.path.includes('/.backlot/scenarios/') && rereadAll()),
      vscode.workspace.onDidDeleteFiles(rereadAll),
      vscode.workspace.onDidRenameFiles(rereadAll),
    );
  }

  /** A script has another name: its scenarios go with it, where nothing has that name yet. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const { fs } = vscode.workspace;
    const isThere = (uri: vscode.Uri): Thenable<boolean> => fs.stat(uri).then(() => true, () => false);
    if (vscode.workspace.isTrusted && (await isThere(folderOf(from))) && !(await isThere(folderOf(to)))) {
      await fs.rename(folderOf(from), folderOf(to));
    }
    const old = this.kept.get(from.toString());
    if (old && old.shelf.unsaved === 0) {
      old.watching.dispose();
      this.kept.delete(from.toString());
    }
    this.rereadAll();
  }

  /** Reads a script's folder anew if a file came into it or left it since: what no watcher told of (a network drive, a container). */
  async glance({ uri }: vscode.TextDocument): Promise<void> {
    const kept = this.kept.get(uri.toString());
    if (kept && kept.whyNot !== 'untitled') {
      const { mtime } = await vscode.workspace.fs.stat(folderOf(uri)).then(undefined, () => ({ mtime: 0 }));
      if (mtime !== kept.seen) {
        kept.seen = mtime;
        await kept.shelf.reread();
      }
    }
  }

  /** Looks what is there now. */
  rereadAll(): void {
    this.kept.forEach(({ shelf }) => inBackground(this.log, 'scenarios.reread', shelf.reread()));
  }

  /** The shelf of a script, read. */
  async of(document: vscode.TextDocument): Promise<Shelf> {
    const { shelf, read } = this.keptOf(document);
    await read;
    return shelf;
  }

  /** The same as far as it is known now. */
  now(document: vscode.TextDocument): Shelf {
    return this.keptOf(document).shelf;
  }

  /** Why nothing is kept on disk for a script; undefined where it is. */
  whyNot(document: vscode.TextDocument): WhyNot | undefined {
    return this.keptOf(document).whyNot;
  }

  /** Writes what is in memory alone, where it may be written by now. */
  async saveAll(uri: vscode.Uri): Promise<void> {
    const kept = this.kept.get(uri.toString());
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (kept && document) {
      kept.whyNot = whyNotKept(document);
      await kept.shelf.saveAll(kept.whyNot === 'untitled' ? undefined : openFolder(folderOf(uri), refusal(kept.whyNot)));
    }
  }

  dispose(): void {
    this.listeners.dispose();
    this.kept.forEach(({ watching }) => void watching.dispose());
  }

  private keptOf(document: vscode.TextDocument): Kept {
    const { uri } = document;
    const key = uri.toString();
    let kept = this.kept.get(key);
    if (!kept) {
      const whyNot = whyNotKept(document);
      const shelf = new Shelf(whyNot === 'untitled' ? undefined : openFolder(folderOf(uri), refusal(whyNot)), () => this.changed.fire(uri));
      kept = { shelf, read: shelf.reread(), watching: whyNot === 'untitled' ? new vscode.Disposable(() => undefined) : this.watch(uri, shelf), whyNot };
      inBackground(this.log, 'scenarios.read', kept.read);
      this.kept.set(key, kept);
    }
    return kept;
  }

  private watch(script: vscode.Uri, shelf: Shelf): vscode.Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => inBackground(this.log, 'scenarios.reread', shelf.reread()), PAUSE_MS);
    };
    // From the script's folder: the folder of its scenarios need not be there yet. A script's name may look like a pattern,
    // so all are watched and those of other scripts left out.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(script, '..'), '.backlot/scenarios/**'));
    const own = `/.backlot/scenarios/${nameIn(script)}`;
    const look = ({ path }: vscode.Uri): void => {
      if (path.endsWith(own) || path.includes(`${own}/`) || own.startsWith(path.slice(path.lastIndexOf('/.backlot')))) {
        soon();
      }
    };
    return vscode.Disposable.from(watcher, watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look), { dispose: () => clearTimeout(timer) });
  }
}

/** Why nothing may be written beside a script that has a place. */
function refusal(whyNot: WhyNot | undefined): string | undefined {
  switch (whyNot) {
    case 'untrusted':
      return vscode.l10n.t('You have not trusted this folder, so nothing is written in it.');
    case 'readOnly':
      return vscode.l10n.t('Nothing may be written in the folder of this script.');
    default:
      return undefined;
  }
}
