// Keeps the record: makes an entry of whatever happened, and reads what is on record.
import * as vscode from 'vscode';
import type { Entry } from '../core/ledger/entry';
import { entriesOf, type LedgerFile } from '../core/ledger/readLedger';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import { recordSettings } from '../host/settings';
import { bodyOf } from './recordBody';
import { ledgerUri, readLedgerFiles, scriptName } from './recordFolder';
import type { Happening } from './recordHappening';
import { createNaming } from './recordNaming';
import { RecordQueue } from './recordQueue';

export interface Keeper {
  take(happening: Happening): void;
  /** What is on record beside a script, read anew; and what waits to be written there. */
  read(script: vscode.Uri): Promise<RecordRead>;
  /** Fires when something was written, or had to wait: with the script's address. */
  readonly onDidChange: vscode.Event<string>;
  /** Resolves when all that can be written is written. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface RecordRead {
  /** All files of the folder, for the check of the chain. */
  readonly files: readonly LedgerFile[];
  /** All entries of the folder, those that wait last. What waits is not sealed yet: its id stands for its hash. */
  readonly entries: readonly Entry[];
  readonly waiting: number;
  /** Why nothing could be written there, in a sentence for the writer. */
  readonly problem?: string;
}

export function createKeeper(context: vscode.ExtensionContext, log: Log): Keeper {
  const changed = new vscode.EventEmitter<string>();
  const queue = new RecordQueue(context, log, (uri) => changed.fire(uri));
  const read = (script: vscode.Uri): Promise<RecordRead> => readRecord(script, queue);
  const naming = createNaming({
    has: (uri) => queue.has(uri),
    rename: (from, to) => queue.rename(from, to),
    moved: (uri, from) => queue.add(uri, { kind: 'moved', from }),
    onRecord: async (uri) => (await read(uri)).entries.some(({ script }) => script === scriptName(uri)),
  });
  const subscriptions = vscode.Disposable.from(changed, naming, queue, vscode.workspace.onDidGrantWorkspaceTrust(() => queue.retry()));
  queue.retry();
  return {
    read,
    onDidChange: changed.event,
    settled: () => queue.settled(),
    dispose: () => void subscriptions.dispose(),
    take(happening) {
      switch (happening.kind) {
        case 'saved':
          queue.retry();
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

async function readRecord(script: vscode.Uri, queue: RecordQueue): Promise<RecordRead> {
  const folder = ledgerUri(script);
  const files = folder ? await readLedgerFiles(folder) : [];
  const waiting = queue.beside(script);
  const unsealed = waiting.map(({ id, time, uri, body }): Entry => ({ version: 1, id, time, device: '', number: 0, previous: '', script: scriptName(vscode.Uri.parse(uri)), ...body, hash: id }));
  const problem = queue.problem(script);
  return { files, entries: [...entriesOf(files), ...unsealed], waiting: waiting.length, ...(problem !== undefined && { problem }) };
}
