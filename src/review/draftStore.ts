// The store of open drafts: the one owner of their state. Keeps each on its stretch while the script changes.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { rebaseDraft, relocateDraft } from '../core/drafts/follow';
import { movedAddress, onScriptNamed } from '../host/scriptNamed';
import { isScript, type ScriptChange, type ScriptStore } from '../host/scriptStore';
import { openDocument } from './scriptOf';

/** `before` is missing when the draft is new, `after` when it went. */
export interface DraftChange {
  readonly id: string;
  readonly before?: Draft;
  readonly after?: Draft;
}

export class DraftStore implements vscode.Disposable {
  private readonly drafts = new Map<string, Draft>();
  private readonly changed = new vscode.EventEmitter<DraftChange>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires at every change of a draft, at once. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly scripts: ScriptStore, restored: readonly Draft[]) {
    for (const draft of restored) {
      this.drafts.set(draft.id, draft);
    }
    this.subscriptions = [
      // Before the changes are followed: saved, an untitled script is emptied, which is no change of the writer's.
      onScriptNamed(scripts, {
        holds: (uri) => this.list().some((draft) => draft.uri === uri),
        named: (from, to) => {
          this.moveFile(from, to);
          const document = openDocument(to);
          if (document) {
            this.follow({ document, script: scripts.get(document), edits: [] });
          }
        },
        gone: (uri) => this.lose(uri),
      }),
      scripts.onDidChange((change) => this.follow(change)),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.moveFile(oldUri.toString(), newUri.toString()))),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.lose(uri.toString()))),
    ];
    for (const document of vscode.workspace.textDocuments.filter(isScript)) {
      this.follow({ document, script: scripts.get(document), edits: [] });
    }
  }

  /** All of them, script by script, in the order they lie in each. */
  list(): Draft[] {
    return [...this.drafts.values()].sort((a, b) => (a.uri === b.uri ? a.anchor.from - b.anchor.from || a.createdAt - b.createdAt : a.uri < b.uri ? -1 : 1));
  }

  get(id: string): Draft | undefined {
    return this.drafts.get(id);
  }

  add(draft: Draft): void {
    this.put(draft.id, draft);
  }

  /** Puts a draft back as it was, on its stretch in the script as that is now. */
  restore(draft: Draft): void {
    this.add(draft);
    const document = openDocument(draft.uri);
    if (document) {
      this.follow({ document, script: this.scripts.get(document), edits: [] });
    }
  }

  /** Replaces a draft by what `change` makes of it; nothing happens when it is not there any more. */
  update(id: string, change: (draft: Draft) => Draft): void {
    const draft = this.drafts.get(id);
    if (draft) {
      this.put(id, change(draft));
    }
  }

  remove(id: string): void {
    const before = this.drafts.get(id);
    if (this.drafts.delete(id) && before) {
      this.changed.fire({ id, before });
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }

  private put(id: string, after: Draft): void {
    const before = this.drafts.get(id);
    if (before !== after) {
      this.drafts.set(id, after);
      this.changed.fire(before ? { id, before, after } : { id, after });
    }
  }

  private follow({ document, before, script, edits }: ScriptChange): void {
    const uri = document.uri.toString();
    for (const draft of this.list().filter((one) => one.uri === uri)) {
      // What was opened anew may have changed in any way: it is looked through as a whole.
      this.put(draft.id, before ? rebaseDraft(draft, { before, edits, after: script }) : relocateDraft(draft, script));
    }
  }

  /** A draft outlives its script's file: what it says can still be read and copied, and the file may come back. */
  private lose(gone: string): void {
    for (const draft of this.list().filter(({ uri }) => uri === gone || uri.startsWith(`${gone}/`))) {
      this.put(draft.id, { ...draft, anchor: { ...draft.anchor, lost: true } });
    }
  }

  private moveFile(from: string, to: string): void {
    for (const draft of this.list()) {
      const uri = movedAddress(draft.uri, from, to);
      this.put(draft.id, uri === undefined ? draft : { ...draft, uri });
    }
  }
}
