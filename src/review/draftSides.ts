// A draft's two sides as files of the editor: served from the store, and what the writer types in the new one goes back there.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { editDraft } from '../core/drafts/follow';
import { trimEdit } from '../core/edits/editList';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import { rangeOfEdit } from '../host/positions';
import { addressOf, DRAFT_SCHEME, readAddress, type Side } from './draftAddress';
import type { DraftStore } from './draftStore';

/** What is typed into a draft is saved by itself after such a pause: it is kept anyway, and no tab should ask when it is closed. */
const SAVE_MS = 400;
/** In the year 2223. */
const FAR_MS = 8e12;

export interface DraftFiles {
  stat(uri: vscode.Uri): vscode.FileStat;
  readFile(uri: vscode.Uri): Uint8Array;
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void;
}

export interface DraftSides extends DraftFiles {
  /** Saves what is being typed, so that the tab can be closed without a question. */
  settle(id: string): Promise<void>;
  dispose(): void;
}

export function createDraftSides(store: DraftStore, changed: vscode.EventEmitter<vscode.FileChangeEvent[]>, log: Log): DraftSides {
  const served = new Served();
  const saving = createSaving(log);
  const show = (draft: Draft, side: Side) => {
    const document = openSide(draft.id, side);
    if (document?.isDirty) {
      // A file that changes under a document with unsaved words is not read again: the change goes in beside them.
      inBackground(log, 'showing a draft', replaceText(document, draft.text).then(() => saving.soon(draft.id)));
      return;
    }
    served.touch(draft.id, side);
    changed.fire([{ type: vscode.FileChangeType.Changed, uri: document?.uri ?? addressOf(draft.id, side, draft.title) }]);
  };
  const subscriptions = [
    saving,
    store.onDidChange(({ before, after }) => {
      if (!before || !after) {
        return;
      }
      if (before.base !== after.base) {
        show(after, 'old');
      }
      const typed = sameLines(openSide(after.id, 'new')?.getText(), after.text);
      if ((before.text !== after.text && !typed) || isWritable(before) !== isWritable(after)) {
        show(after, 'new');
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const meant = readAddress(document.uri);
      if (meant?.side !== 'new' || contentChanges.length === 0) {
        return;
      }
      if (document.isDirty) {
        saving.soon(meant.id);
      } else if (served.isStale(meant.id)) {
        // An older text on its way in: what the store has follows it.
        return;
      }
      typeInto(store, meant.id, document.getText());
    }),
  ];
  return { settle: (id) => saving.now(id), ...filesOf(store, served), dispose: () => void vscode.Disposable.from(...subscriptions).dispose() };
}

function filesOf(store: DraftStore, served: Served): DraftFiles {
  return {
    stat(uri) {
      const { draft, side } = draftAt(uri, store);
      const size = new TextEncoder().encode(textOf(draft, side)).length;
      const readonly = side === 'old' || !isWritable(draft);
      return { type: vscode.FileType.File, ctime: draft.createdAt, mtime: served.time(draft, side), size, ...(readonly ? { permissions: vscode.FilePermission.Readonly } : {}) };
    },
    readFile(uri) {
      const { draft, side } = draftAt(uri, store);
      served.read(draft.id, side);
      return new TextEncoder().encode(textOf(draft, side));
    },
    writeFile(uri, bytes) {
      const { draft, side } = draftAt(uri, store);
      if (side === 'old' || !isWritable(draft)) {
        throw vscode.FileSystemError.NoPermissions(uri);
      }
      served.read(draft.id, side);
      typeInto(store, draft.id, new TextDecoder().decode(bytes));
    },
  };
}

function typeInto(store: DraftStore, id: string, text: string): void {
  store.update(id, (draft) => (sameLines(text, draft.text) || !isWritable(draft) ? draft : editDraft(draft, text)));
}

/** Saves documents that were typed into: each after a pause, or now. */
function createSaving(log: Log): { soon(id: string): void; now(id: string): Promise<void>; dispose(): void } {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const now = async (id: string) => {
    clearTimeout(waiting.get(id));
    waiting.delete(id);
    const document = openSide(id, 'new');
    if (document?.isDirty) {
      await document.save();
    }
  };
  return {
    now,
    soon(id) {
      clearTimeout(waiting.get(id));
      waiting.set(id, setTimeout(() => inBackground(log, 'saving a draft', now(id)), SAVE_MS));
    },
    dispose: () => waiting.forEach((timer) => clearTimeout(timer)),
  };
}

/** What the editor has been given of each side. */
class Served {
  private readonly times = new Map<string, number>();
  private readonly stale = new Set<string>();

  /**
   * Runs backwards. VS Code refuses to save over a file that is newer than what it read, and asks the writer which one to keep;
   * here nothing is ever lost, so the question would be about nothing.
   */
  time({ id, createdAt }: Draft, side: Side): number {
    return FAR_MS - (this.times.get(`${id}/${side}`) ?? createdAt);
  }

  touch(id: string, side: Side): void {
    const key = `${id}/${side}`;
    this.times.set(key, Math.max(Date.now(), (this.times.get(key) ?? 0) + 1));
    this.stale.add(key);
  }

  read(id: string, side: Side): void {
    this.stale.delete(`${id}/${side}`);
  }

  /** Whether the new side's document has yet to read what the store has. */
  isStale(id: string): boolean {
    return this.stale.has(`${id}/new`);
  }
}

/** While it is being written nobody else writes into it: Stop first. */
export function isWritable({ activity }: Draft): boolean {
  return activity.kind !== 'writing';
}

/** The open document of a draft's side. */
export function openSide(id: string, side: Side): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => {
    const meant = uri.scheme === DRAFT_SCHEME ? readAddress(uri) : undefined;
    return meant?.id === id && meant.side === side;
  });
}

function draftAt(uri: vscode.Uri, store: DraftStore): { draft: Draft; side: Side } {
  const meant = readAddress(uri);
  const draft = meant && store.get(meant.id);
  if (!meant || !draft) {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  return { draft, side: meant.side };
}

function textOf(draft: Draft, side: Side): string {
  return side === 'old' ? draft.base : draft.text;
}

function sameLines(a: string | undefined, b: string): boolean {
  return a === b || (a !== undefined && a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n'));
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const before = document.getText();
  const edit = trimEdit(before, { offset: 0, removed: before.length, inserted: text });
  const changes = new vscode.WorkspaceEdit();
  changes.replace(document.uri, rangeOfEdit(document, edit), edit.inserted);
  await vscode.workspace.applyEdit(changes);
}
