// What is on record for a script as it stands: entries of its folder and of places it had before, and whose its words are.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { attribute, type Attribution } from '../core/ledger/attribute';
import type { Entry } from '../core/ledger/entry';
import { entriesOfScript } from '../core/ledger/scriptEntries';
import { joined } from '../core/ledger/readLedger';
import type { App } from '../host/app';
import { nameIn } from '../host/fileName';
import type { Review } from '../review/review';
import type { RecordRead } from '../review/recordKeeper';
import { pathFrom } from '../review/recordNaming';
import { DEVICE } from '../review/record';
import { isFollowed } from './formerPlace';

/** A script with its record, in one moment. */
export interface RecordNow {
  readonly script: Script;
  readonly read: RecordRead;
  /** Of its folder, and of folders it was in before. */
  readonly entries: readonly Entry[];
  readonly attribution: Attribution;
}

/** So many former places are looked up. */
const MOST_PLACES = 20;

export class Records implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly reads = new Map<string, Promise<RecordRead>>();
  private readonly lists = new Map<string, { readonly key: string; readonly entries: readonly Entry[] }>();
  private readonly attributions = new WeakMap<Script, { readonly entries: readonly Entry[]; readonly attribution: Attribution }>();
  private listening: vscode.Disposable | undefined;

  /** Fires when something is on record that was not before. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly app: App,
    private readonly review: Review,
  ) {}

  /** @param anew reads every file again */
  async of(document: vscode.TextDocument, anew = false): Promise<RecordNow> {
    const read = await this.read(document.uri, anew);
    const entries = this.settle(document.uri, await this.withFormer(document.uri, read));
    const script = this.app.scripts.get(document);
    const known = this.attributions.get(script);
    const attribution = known?.entries === entries ? known.attribution : attribute(script, entries, entriesOfScript(entries, nameIn(document.uri)));
    this.attributions.set(script, { entries, attribution });
    return { script, read, entries, attribution };
  }

  dispose(): void {
    this.watchers.forEach((watcher) => void watcher.dispose());
    this.listening?.dispose();
    this.changed.dispose();
  }

  private async read(script: vscode.Uri, anew: boolean): Promise<RecordRead> {
    const keeper = await this.review.keeper();
    this.listening ??= keeper.onDidChange(() => this.forget());
    this.watch(script);
    const key = script.toString();
    const read = anew ? undefined : this.reads.get(key);
    const reading = read ?? keeper.read(script, anew);
    this.reads.set(key, reading);
    reading.catch(() => this.reads.delete(key));
    return reading;
  }

  private forget(): void {
    this.reads.clear();
    this.changed.fire();
  }

  /** Entries of others come with a pull or through a synced folder. */
  private watch(script: vscode.Uri): void {
    if (script.scheme === 'untitled') {
      return;
    }
    const folder = vscode.Uri.joinPath(script, '..', '.backlot', 'ledger');
    if (!this.watchers.has(folder.toString())) {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.json'));
      const forget = (): void => this.forget();
      this.watchers.set(folder.toString(), vscode.Disposable.from(watcher, watcher.onDidCreate(forget), watcher.onDidDelete(forget), watcher.onDidChange(forget)));
    }
  }

  /** Adds what was noted where the script was before, by what the entries say of its moves. */
  private async withFormer(script: vscode.Uri, { entries }: RecordRead): Promise<readonly Entry[]> {
    const all = [entries];
    const seen = new Set([script.toString()]);
    const toFollow = [{ uri: script, entries }];
    for (const place of toFollow) {
      const name = nameIn(place.uri);
      for (const entry of place.entries) {
        const former = entry.kind === 'moved' && entry.script === name ? vscode.Uri.joinPath(place.uri, '..', entry.from) : undefined;
        if (former && this.mayFollow(script, former, entry.device) && !seen.has(former.toString()) && seen.size < MOST_PLACES) {
          seen.add(former.toString());
          const isBeside = folderOf(former) === folderOf(place.uri);
          const there = isBeside ? place.entries : (await this.read(former, false)).entries;
          toFollow.push({ uri: former, entries: there });
          if (!isBeside && folderOf(former) !== folderOf(script)) {
            all.push(there.map((each) => asSeenFrom(script, former, each)));
          }
        }
      }
    }
    // Each folder has its own chains: their numbers say nothing of each other.
    return all.length === 1 ? entries : joined(all);
  }

  private mayFollow(script: vscode.Uri, former: vscode.Uri, by: string): boolean {
    const opened = vscode.workspace.getWorkspaceFolder(script)?.uri;
    return isFollowed(former, [vscode.Uri.joinPath(script, '..'), ...(opened ? [opened] : [])], by, this.app.context.globalState.get(DEVICE));
  }

  /** The same list as before where nothing came to it: what is computed from it stays true. */
  private settle(script: vscode.Uri, entries: readonly Entry[]): readonly Entry[] {
    const key = entries.map(({ hash }) => hash).join(' ');
    const known = this.lists.get(script.toString());
    if (known?.key === key) {
      return known.entries;
    }
    this.lists.set(script.toString(), { key, entries });
    return entries;
  }
}

function folderOf(uri: vscode.Uri): string {
  return vscode.Uri.joinPath(uri, '..').toString();
}

/** An entry of another folder, with the paths in it as they are from the script's own. */
function asSeenFrom(script: vscode.Uri, former: vscode.Uri, entry: Entry): Entry {
  const path = (from: string): string => pathFrom(script, vscode.Uri.joinPath(former, '..', from)) ?? from;
  return entry.kind === 'moved' ? { ...entry, script: path(entry.script), from: path(entry.from) } : { ...entry, script: path(entry.script) };
}
