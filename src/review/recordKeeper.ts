// Keeps the record: makes an entry of whatever happened, and reads what is on record.
import * as vscode from 'vscode';
import type { Entry } from '../core/ledger/entry';
import { entriesOf, inOrder, type LedgerFile } from '../core/ledger/readLedger';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import type { ScriptStore } from '../host/scriptStore';
import { recordSettings } from '../host/settings';
import { bodyOf } from './recordBody';
import { createChanges } from './recordChanges';
import { ledgerUri, readLedgerFiles, scriptName } from './recordFolder';
import type { Happening } from './recordHappening';
import { createNaming, type NamingParts } from './recordNaming';
import { RecordQueue } from './recordQueue';

export interface Keeper {
  take(happening: Happening): void;
  /**
   * What is on record beside a script, and what waits to be written there.
   * @param anew reads files again that have been read before: none is ever written twice, but somebody may have altered one
   */
  read(script: vscode.Uri, anew?: boolean): Promise<RecordRead>;
  /** Fires when something was written, or had to wait: with the script's address. */
  readonly onDidChange: vscode.Event<string>;
  /** Resolves when all that can be written is written. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface RecordRead {
  /** All files of the folder, for the check of the chain. */
  readonly files: readonly LedgerFile[];
  /** All entries of the folder, in order of time, with those that wait. What waits is not sealed yet: its id stands for its hash. */
  readonly entries: readonly Entry[];
  readonly waiting: number;
  /** Why nothing could be written there, in a sentence for the writer. */
  readonly problem?: string;
}

export function createKeeper(context: vscode.ExtensionContext, scripts: ScriptStore, log: Log): Keeper {
  const changed = new vscode.EventEmitter<string>();
  const queue = new RecordQueue(context, log, (uri) => changed.fire(uri));
  const known = new Map<string, ReadonlyMap<string, string>>();
  const read = async (script: vscode.Uri, anew = false): Promise<RecordRead> => {
    const folder = ledgerUri(script);
    const files = folder ? await readLedgerFiles(folder, anew ? undefined : known.get(folder.toString())) : [];
    if (folder) {
      known.set(folder.toString(), new Map(files.map(({ name, text }) => [name, text])));
    }
    return withWaiting(script, files, queue);
  };
  const changes = createChanges(scripts, log, async (script) => (await read(script)).entries, scriptName, (uri, body) => queue.add(uri, body));
  const parts: NamingParts = {
    has: (uri) => queue.has(uri),
    rename: (from, to) => queue.rename(from, to),
    drop: (uri) => queue.drop(uri),
    moved: (uri, from) => queue.add(uri, { kind: 'moved', from }),
    onRecord: async (uri) => (await read(uri)).entries.some(({ script }) => script === scriptName(uri)),
  };
  const naming = createNaming(parts, scripts);
  const subscriptions = vscode.Disposable.from(changed, changes, naming, queue, vscode.workspace.onDidGrantWorkspaceTrust(() => queue.retry()));
  queue.retry();
  return {
    read,
    onDidChange: changed.event,
    async settled() {
      await changes.settled();
      await queue.settled();
    },
    dispose: () => void subscriptions.dispose(),
    take(happening) {
      switch (happening.kind) {
        case 'saved':
          queue.retry();
          changes.saved(happening.document);
          return;
        case 'renamed':
          inBackground(log, 'record', naming.renamed(happening.files));
          return;
        default:
          queue.add(happening.uri, bodyOf(happening, recordSettings().keepText, crypto.randomUUID().replaceAll('-', '')), happening.id, happening.time);
      }
    },
  };
}

function withWaiting(script: vscode.Uri, files: readonly LedgerFile[], queue: RecordQueue): RecordRead {
  const waiting = queue.beside(script);
  const unsealed = waiting.map(({ id, time, uri, body }): Entry => ({ version: 1, id, time, device: '', number: 0, previous: '', script: scriptName(vscode.Uri.parse(uri)), ...body, hash: id }));
  const problem = queue.problem(script);
  return { files, entries: inOrder([...entriesOf(files), ...unsealed]), waiting: waiting.length, ...(problem !== undefined && { problem }) };
}
