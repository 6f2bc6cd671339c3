// The recorder: notes at once what happened and when, and leaves the writing to a part that is read when there is something to write.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { isScript } from '../host/scriptStore';
import { recordSettings } from '../host/settings';
import type { Happening } from './recordHappening';
import type { Keeper } from './recordKeeper';
import type { Recorder } from './recorder';

/** The recorder, and for the report what it keeps. */
export interface RecordHouse extends Recorder {
  keeper(): Promise<Keeper>;
  dispose(): void;
}

/** Where this installation's name in its entries is kept. */
export const DEVICE = 'record.device';
/** Where entries wait that could not be written yet. */
export const WAITING = 'record.waiting';

export function createRecorder({ context, scripts, log }: App): RecordHouse {
  const { workspace } = vscode;
  let keeper: Promise<Keeper> | undefined;
  let awake: Keeper | undefined;
  const wake = () => (keeper ??= import('./recordKeeper').then(({ createKeeper }) => (awake = createKeeper(context, scripts, log))));
  const tell = (happening: Happening): void => {
    if (recordSettings().enabled) {
      inBackground(log, 'record', wake().then((each) => each.take(happening)));
    }
  };
  const noted = ({ uri }: Pick<vscode.TextDocument, 'uri'>) => ({ id: recordSettings().enabled ? crypto.randomUUID() : '', time: new Date().toISOString(), uri: uri.toString() });
  const open = new Set<() => void>();
  if (context.workspaceState.get(WAITING) !== undefined) {
    inBackground(log, 'record', wake());
  }
  const listening = vscode.Disposable.from(
    workspace.onDidSaveTextDocument((document) => isScript(document) && tell({ kind: 'saved', document })),
    workspace.onDidRenameFiles(({ files }) => tell({ kind: 'renamed', files })),
  );
  return {
    keeper: wake,
    begin(asked) {
      const note = noted(asked.document);
      const script = scripts.get(asked.document);
      const texts: string[] = [];
      const end = (how: Parameters<ReturnType<Recorder['begin']>['end']>[0]): void => {
        if (open.delete(stop)) {
          tell({ kind: 'offer', ...note, asked, script, texts, how });
        }
      };
      const stop = () => end({ ended: 'stopped' });
      if (note.id !== '') {
        open.add(stop);
      }
      return { id: note.id, offered: (text) => void texts.push(text), end };
    },
    accepted(accepted) {
      const note = noted(accepted.document);
      tell({ kind: 'accept', ...note, accepted, script: scripts.get(accepted.document) });
      return note.id;
    },
    takenBack(document, accept, again) {
      if (accept !== '') {
        tell({ kind: 'undo', ...noted(document), accept, again });
      }
    },
    declined(document, offer, alternatives) {
      if (offer !== '') {
        tell({ kind: 'decline', ...noted(document), offer, ...(alternatives && { alternatives }) });
      }
    },
    dispose() {
      open.forEach((stop) => stop());
      listening.dispose();
      awake?.dispose();
    },
  };
}
