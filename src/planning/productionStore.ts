// The store of productions: each script's, read from the file beside it, in step with the script, and changed by the writer alone.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import { emptyProduction } from '../core/production/emptyProduction';
import { serialiseProduction } from '../core/production/file';
import type { Production } from '../core/production/production';
import type { App } from '../host/app';
import { inBackground, WriterError } from '../host/commands';
import { movedAddress } from '../host/scriptNamed';
import { reopenDocument } from '../host/reopenDocument';
import { countedPageOptions, onSettingsChange } from '../host/settings';
import { KeptProduction, Unreadable } from './keptProduction';
import { newId } from './newId';
import type { Productions, ProductionState } from './planning';
import { fileOf, moveFile, onDisk } from './productionFile';
import { readForWriter, refuseForWriter } from './readForWriter';
import { settledAnew, type Settled } from './settled';

/** Behind the last key: long enough not to break down a script at every letter. */
const PAUSE_MS = 300;

/** A script whose production was asked for. */
interface Held {
  uri: vscode.Uri;
  readonly kept: KeptProduction;
  /** The first reading of the file: nobody is answered before it. */
  read: Promise<void>;
  settled: Settled | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class ProductionStore implements Productions, vscode.Disposable {
  private readonly all = new Map<string, Held>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly running: vscode.Disposable;
  private readonly movedTo = new vscode.EventEmitter<{ from: vscode.Uri; to: vscode.Uri }>();
  readonly onDidChange = this.changed.event;
  readonly onDidMove = this.movedTo.event;

  constructor(private readonly app: App) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.production.json');
    const seen = (file: vscode.Uri) => this.fileChanged(file);
    this.running = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(seen),
      watcher.onDidCreate(seen),
      watcher.onDidDelete(seen),
      // Not every change on a disk is told (a folder that is no workspace's, git in another window).
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.all.forEach((held) => this.reread(held))),
      app.scripts.onDidChange(({ document }) => this.scriptChanged(document.uri)),
      // Pages are counted anew: eighths may be others.
      onSettingsChange(['page'], () => this.all.forEach(({ uri }) => this.changed.fire(uri))),
    );
  }

  async of(script: vscode.Uri): Promise<ProductionState> {
    const document = await this.document(script);
    return this.state(await this.held(script), document);
  }

  async change(script: vscode.Uri, label: string, change: (state: ProductionState) => Production): Promise<ProductionState> {
    const document = await this.document(script);
    if (!vscode.workspace.isTrusted) {
      throw new WriterError(vscode.l10n.t('You have not trusted this folder, so nothing is written in it.'));
    }
    const held = await this.held(script);
    refuseUnsaved(script);
    await told(held.kept.change(label, () => {
      const state = this.state(held, document);
      return { before: state.production, after: change(state) };
    }));
    return this.state(held, document);
  }

  async undo(script: vscode.Uri): Promise<string | undefined> {
    refuseUnsaved(script);
    return told((await this.held(script)).kept.undo());
  }

  async redo(script: vscode.Uri): Promise<string | undefined> {
    refuseUnsaved(script);
    return told((await this.held(script)).kept.redo());
  }

  fileOf(script: vscode.Uri): vscode.Uri {
    return fileOf(script);
  }

  newId(production: Production): string {
    return newId(production);
  }

  /** A script or a folder has another name: what is kept beside it goes along. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const followers = [...this.all].flatMap(([key, held]) => {
      const now = movedAddress(key, from.toString(), to.toString());
      return now === undefined ? [] : [{ key, held, now: vscode.Uri.parse(now) }];
    });
    const own = this.all.get(from.toString());
    // Behind a change that is being written: it would write the old file again.
    await (own ? own.kept.alone(() => moveFile(from, to)) : moveFile(from, to));
    for (const { key, held, now } of followers) {
      const old = held.uri;
      this.all.delete(key);
      held.uri = now;
      this.all.set(now.toString(), held);
      this.movedTo.fire({ from: old, to: now });
      this.reread(held);
      this.changed.fire(now);
    }
  }

  dispose(): void {
    this.all.forEach(({ timer }) => clearTimeout(timer));
    this.all.clear();
    vscode.Disposable.from(this.running, this.changed, this.movedTo).dispose();
  }

  private async document(script: vscode.Uri): Promise<vscode.TextDocument> {
    if (script.scheme === 'untitled') {
      throw new WriterError(vscode.l10n.t('Save the script first: its production is kept in a file beside it.'));
    }
    return reopenDocument(script.toString());
  }

  /** Once its file is read. @throws what reading throws; the next one who asks has it read anew */
  private async held(uri: vscode.Uri): Promise<Held> {
    const held = this.all.get(uri.toString()) ?? this.hold(uri);
    await held.read;
    return held;
  }

  private hold(uri: vscode.Uri): Held {
    const kept = new KeptProduction(onDisk(() => held.uri), { read: readForWriter, write: serialiseProduction, refuse: refuseForWriter, empty: emptyProduction }, () => this.changed.fire(held.uri));
    const held: Held = { uri, kept, settled: undefined, timer: undefined, read: Promise.resolve() };
    held.read = kept.reread().catch((error: unknown) => {
      this.all.delete(held.uri.toString());
      throw error;
    });
    this.all.set(uri.toString(), held);
    return held;
  }

  /** Settled anew only where the file's production or the script's pages are others than last time. */
  private state(held: Held, document: vscode.TextDocument): ProductionState {
    const script = this.app.scripts.get(document);
    const layout = layoutOf(script, countedPageOptions(document));
    const from = held.kept.production;
    if (held.settled?.from !== from || held.settled.layout !== layout) {
      // A production that was changed since is whole: what was settled before is in it, or was taken out.
      held.settled = settledAnew(from, layout, held.settled?.from === from ? held.settled.production : undefined, newId);
    }
    const { production, breakdown } = held.settled;
    const { kept, undoable, redoable, trouble } = held.kept;
    return {
      uri: held.uri, script, production, breakdown, kept,
      ...(undoable !== undefined && { undo: undoable }),
      ...(redoable !== undefined && { redo: redoable }),
      ...(trouble !== undefined && { trouble }),
    };
  }

  private scriptChanged(uri: vscode.Uri): void {
    const held = this.all.get(uri.toString());
    if (held) {
      clearTimeout(held.timer);
      held.timer = setTimeout(() => this.changed.fire(held.uri), PAUSE_MS);
    }
  }

  private fileChanged(file: vscode.Uri): void {
    this.all.forEach((held) => {
      if (fileOf(held.uri).toString() === file.toString()) {
        this.reread(held);
      }
    });
  }

  private reread({ kept }: Held): void {
    inBackground(this.app.log, 'planning.reread', kept.reread());
  }
}

/** A change beneath what somebody has typed into the file itself would end as a conflict at their save. */
function refuseUnsaved(script: vscode.Uri): void {
  const file = fileOf(script).toString();
  if (vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === file)) {
    throw new WriterError(vscode.l10n.t('The production file is open and changed by hand. Save it or take its changes back first.'));
  }
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Unreadable ? new WriterError(error.message) : error;
  }
}
