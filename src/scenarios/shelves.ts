// The shelf of each script: its scenarios as they stand beside it, watched, so that what a colleague brings is there at once.
import * as vscode from 'vscode';
import { inBackground, WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import type { Log } from '../host/log';
import { reopenDocument } from '../host/reopenDocument';
import { movedAddress, onScriptNamed } from '../host/scriptNamed';
import type { ScriptStore } from '../host/scriptStore';
import { bringFiles, folderOf, openFolder, whyNotKept, type WhyNot } from './scenarioFolder';
import { Shelf } from './shelf';

interface Kept {
  /** The script, wherever it is by now. */
  uri: vscode.Uri;
  readonly shelf: Shelf;
  /** Its reading for the first time. */
  readonly read: Promise<void>;
  watching: vscode.Disposable;
  whyNot: WhyNot | undefined;
  /** When its folder last changed, as far as was looked. */
  seen?: number | undefined;
  /** How often it is still looked into, though nothing came since: what was seen first may have been half written. */
  again?: number;
}

/** A script is at another address. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** A pull writes many files at once: they are read together. */
const PAUSE_MS = 150;

export class Shelves implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly followed = new vscode.EventEmitter<Moved>();
  private readonly listeners: vscode.Disposable;

  /** A script's shelf went with it to another address; it is the same shelf. */
  readonly onDidMove = this.followed.event;
  /** What a script's shelf holds has changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly log: Log,
    scripts: ScriptStore,
  ) {
    const rereadAll = (): void => this.rereadAll();
    this.listeners = vscode.Disposable.from(
      this.changed,
      this.followed,
      onScriptNamed(scripts, {
        holds: (uri) => this.kept.has(uri),
        named: (from, to) => inBackground(log, 'scenarios.named', this.follow(from, vscode.Uri.parse(to), () => Promise.resolve())),
        gone: (uri) => this.forget(uri),
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => [...this.kept.keys()].forEach((key) => inBackground(log, 'scenarios.trusted', this.saveAll(vscode.Uri.parse(key))))),
      // Not every place tells of what happens in it: what the writer does here, and their coming back, is heard besides.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && rereadAll()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => uri.path.includes('/.backlot/scenarios/') && rereadAll()),
      vscode.workspace.onDidDeleteFiles(rereadAll),
      vscode.workspace.onDidRenameFiles(rereadAll),
    );
  }

  /** A script, or a folder with scripts in it, is called otherwise: their scenarios go with them. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const own = from.toString();
    const bring = (): Promise<void> => bringFiles(from, to);
    const others = [...this.kept.keys()].filter((key) => key !== own).flatMap((key) => {
      const now = movedAddress(key, own, to.toString());
      // Their files are in the folder that was moved: they are there already.
      return now === undefined ? [] : [this.follow(key, vscode.Uri.parse(now), () => Promise.resolve())];
    });
    await Promise.all([this.kept.has(own) ? this.follow(own, to, bring) : bring(), ...others]);
    this.rereadAll();
  }

  /** The shelf as it is goes to the new address at once: whoever holds it writes on into the new folder. */
  private async follow(key: string, to: vscode.Uri, bring: () => Promise<void>): Promise<void> {
    const kept = this.kept.get(key);
    if (!kept) {
      return;
    }
    this.forget(key);
    // The view may have looked at the script under its new name before this was told.
    this.forget(to.toString());
    kept.uri = to;
    kept.whyNot = whyNotKept({ isUntitled: false, uri: to });
    kept.seen = undefined;
    kept.watching = this.watch(to, kept.shelf);
    this.kept.set(to.toString(), kept);
    this.followed.fire({ from: key, to: to.toString() });
    await kept.shelf.move(openFolder(folderOf(to), refusal(kept.whyNot)), bring);
    this.changed.fire(to);
  }

  private forget(key: string): void {
    this.kept.get(key)?.watching.dispose();
    this.kept.delete(key);
  }

  /**
   * The script of a shelf, wherever it is by now.
   * @param last as it was called when it was last seen
   * @throws WriterError where it is gone
   */
  async documentOf(shelf: Shelf, last: vscode.TextDocument): Promise<vscode.TextDocument> {
    const uri = [...this.kept.values()].find((kept) => kept.shelf === shelf)?.uri ?? last.uri;
    if (!last.isClosed && last.uri.toString() === uri.toString()) {
      return last;
    }
    if (uri.scheme === 'untitled') {
      throw new WriterError(vscode.l10n.t('The script was closed before it was saved.'));
    }
    return reopenDocument(uri.toString());
  }

  /** Reads a script's folder anew if a file came into it or left it since: what no watcher told of (a network drive, a container). */
  async glance({ uri }: vscode.TextDocument): Promise<void> {
    const kept = this.kept.get(uri.toString());
    if (kept && kept.whyNot !== 'untitled') {
      const { mtime } = await vscode.workspace.fs.stat(folderOf(uri)).then(undefined, () => ({ mtime: 0 }));
      if (mtime !== kept.seen || (kept.again ?? 0) > 0) {
        // A file is there before its words are, and they do not change the folder's time.
        kept.again = mtime === kept.seen ? (kept.again ?? 0) - 1 : 2;
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
      const shelf: Shelf = new Shelf(whyNot === 'untitled' ? undefined : openFolder(folderOf(uri), refusal(whyNot)), () => this.changed.fire(kept?.uri ?? uri));
      kept = { uri, shelf, read: shelf.reread(), watching: whyNot === 'untitled' ? new vscode.Disposable(() => undefined) : this.watch(uri, shelf), whyNot };
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
