// Entries on their way into the folders beside their scripts: one after the other in each folder. What cannot be written waits.
import * as vscode from 'vscode';
import type { EntryBody } from '../core/ledger/entry';
import { entriesOf } from '../core/ledger/readLedger';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import { plainMessage } from '../host/plainMessage';
import { DEVICE, WAITING } from './record';
import { appendEntry } from './recordChain';
import { ledgerFolder, ledgerUri, readLedgerFiles, scriptName } from './recordFolder';
import { isUnwritten, whyNot, type Unwritten } from './recordWaiting';

/** More than any writer asks for in a week without a disk. */
const MOST_WAITING = 5000;

export class RecordQueue {
  private waiting: readonly Unwritten[];
  /** Of an earlier window, which may have been closed just after it wrote them. */
  private readonly restored: ReadonlySet<string>;
  private readonly problems = new Map<string, string>();
  private readonly writing = new Map<string, Promise<void>>();
  private told = false;
  private disposed = false;

  /** @param changed called with a script's address when something of it was written, or has to wait */
  constructor(
    private readonly context: Pick<vscode.ExtensionContext, 'globalState' | 'workspaceState'>,
    private readonly log: Log,
    private readonly changed: (uri: string) => void,
  ) {
    const stored: unknown = context.workspaceState.get(WAITING);
    this.waiting = (Array.isArray(stored) ? stored : []).filter(isUnwritten);
    this.restored = new Set(this.waiting.map(({ id }) => id));
  }

  add(uri: string, body: EntryBody, id: string = crypto.randomUUID(), time = new Date().toISOString()): void {
    this.waiting = [...this.waiting, { id, time, uri, body }];
    this.write(uri);
  }

  /** Tries again to write all that waits. */
  retry(): void {
    new Set(this.waiting.map(({ uri }) => uri)).forEach((uri) => this.write(uri));
  }

  has(uri: string): boolean {
    return this.waiting.some((each) => each.uri === uri);
  }

  /** What waits for a script, or for another in the same folder. */
  beside(script: vscode.Uri): readonly Unwritten[] {
    const folder = ledgerUri(script)?.toString();
    return this.waiting.filter(({ uri }) => uri === script.toString() || (folder !== undefined && folderOf(uri)?.toString() === folder));
  }

  /** Why nothing could be written for a script. */
  problem(script: vscode.Uri): string | undefined {
    return this.problems.get(script.toString());
  }

  /** What waited for one address waits for another from now on. */
  rename(from: string, to: string): void {
    this.waiting = this.waiting.map((each) => (each.uri === from ? { ...each, uri: to } : each));
    this.write(to);
  }

  drop(uri: string): void {
    this.waiting = this.waiting.filter((each) => each.uri !== uri);
    this.remember();
  }

  async settled(): Promise<void> {
    while (this.writing.size > 0) {
      const all = [...this.writing];
      await Promise.all(all.map(([, last]) => last));
      all.forEach(([key, last]) => this.writing.get(key) === last && this.writing.delete(key));
    }
  }

  dispose(): void {
    this.disposed = true;
    this.remember();
  }

  private write(uri: string): void {
    const folder = folderOf(uri);
    if (!folder || this.disposed) {
      this.remember();
      this.changed(uri);
      return;
    }
    const key = folder.toString();
    const last = (this.writing.get(key) ?? Promise.resolve()).then(() => this.pump(folder));
    this.writing.set(key, last.catch(() => undefined));
    inBackground(this.log, 'record', last);
  }

  /** Writes what waits for a folder. Ends at the first that cannot be written: none comes before another. */
  private async pump(folder: vscode.Uri): Promise<void> {
    const isHere = ({ uri }: Unwritten): boolean => folderOf(uri)?.toString() === folder.toString();
    const device = await this.device();
    const there = await this.alreadyThere(folder, isHere);
    for (let next = this.waiting.find(isHere); next && !this.disposed; next = this.waiting.find(isHere)) {
      const { id, time, uri, body } = next;
      try {
        if (!there.has(id)) {
          refuseUnwritable(folder);
          await appendEntry(ledgerFolder(folder), device, { id, time, script: scriptName(vscode.Uri.parse(uri)), body }, chanceMoment);
        }
        this.waiting = this.waiting.filter((each) => each.id !== id);
        this.problems.delete(uri);
      } catch (error) {
        this.fail(uri, error);
        return;
      } finally {
        this.remember();
        this.changed(uri);
      }
    }
  }

  private async alreadyThere(folder: vscode.Uri, isHere: (each: Unwritten) => boolean): Promise<ReadonlySet<string>> {
    if (!this.waiting.some((each) => this.restored.has(each.id) && isHere(each))) {
      return new Set();
    }
    const files = await readLedgerFiles(folder).catch(() => []);
    return new Set(entriesOf(files).map(({ id }) => id));
  }

  /** A chance name of this installation. Settings Sync does not carry it to another computer. */
  private async device(): Promise<string> {
    const known = this.context.globalState.get<string>(DEVICE);
    const name = known ?? crypto.randomUUID().replaceAll('-', '').slice(0, 12);
    if (known === undefined) {
      await this.context.globalState.update(DEVICE, name);
    }
    return name;
  }

  private fail(uri: string, error: unknown): void {
    const reason = whyNot(error);
    this.problems.set(uri, reason);
    // Of the system's own words only the first: others may name the script.
    this.log.warn(`record: an entry could not be written: ${error instanceof Error ? (error.message.split(/[\s:]/, 1)[0] ?? '') : typeof error}`);
    if (!this.told) {
      this.told = true;
      void vscode.window.showWarningMessage(vscode.l10n.t('No record of AI use could be kept: {0} What belongs into it waits, and is written as soon as it can be.', plainMessage(reason, 400)));
    }
  }

  private remember(): void {
    void this.context.workspaceState.update(WAITING, this.waiting.length > 0 ? this.waiting.slice(0, MOST_WAITING) : undefined);
  }
}

function folderOf(uri: string): vscode.Uri | undefined {
  return ledgerUri(vscode.Uri.parse(uri));
}

function chanceMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
}

/** @throws where nothing may be written, before it is tried */
function refuseUnwritable(folder: vscode.Uri): void {
  if (!vscode.workspace.isTrusted) {
    throw vscode.FileSystemError.NoPermissions('untrusted');
  }
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    throw vscode.FileSystemError.NoPermissions('read-only');
  }
}
