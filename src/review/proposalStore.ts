// The store of open proposals: the one owner of their state. Keeps each on its line while the script changes.
import * as vscode from 'vscode';
import { rebase, relocate } from '../core/proposals/follow';
import type { Proposal } from '../core/proposals/proposal';
import { movedAddress, onScriptNamed } from '../host/scriptNamed';
import { isScript, type ScriptChange, type ScriptStore } from '../host/scriptStore';
import { openDocument } from './scriptOf';

/** `before` is missing when the proposal is new, `after` when it went. */
export interface ProposalChange {
  readonly id: string;
  readonly before?: Proposal;
  readonly after?: Proposal;
}

export class ProposalStore implements vscode.Disposable {
  private readonly proposals = new Map<string, Proposal>();
  private readonly changed = new vscode.EventEmitter<ProposalChange>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires at every change of a proposal, at once. */
  readonly onDidChange = this.changed.event;

  constructor(scripts: ScriptStore, restored: readonly Proposal[]) {
    for (const proposal of restored) {
      this.proposals.set(proposal.id, proposal);
    }
    this.subscriptions = [
      // Before the changes are followed: saved, an untitled script is emptied, which is no change of the writer's.
      onScriptNamed(scripts, {
        holds: (uri) => this.list(uri).length > 0,
        named: (from, to) => {
          this.moveFile(from, to);
          const document = openDocument(to);
          if (document) {
            this.follow({ document, script: scripts.get(document), edits: [] });
          }
        },
        gone: (uri) => this.forget(uri),
      }),
      scripts.onDidChange((change) => this.follow(change)),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.moveFile(oldUri.toString(), newUri.toString()))),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.forget(uri.toString()))),
    ];
    for (const document of vscode.workspace.textDocuments.filter(isScript)) {
      this.follow({ document, script: scripts.get(document), edits: [] });
    }
  }

  /** All of them, or one script's, in the order they lie in it. */
  list(uri?: string): Proposal[] {
    const all = [...this.proposals.values()].filter((proposal) => uri === undefined || proposal.uri === uri);
    return all.sort((a, b) => (a.uri === b.uri ? a.anchor.from - b.anchor.from : a.uri < b.uri ? -1 : 1));
  }

  get(id: string): Proposal | undefined {
    return this.proposals.get(id);
  }

  add(proposal: Proposal): void {
    this.put(proposal.id, proposal);
  }

  /** Replaces a proposal by what `change` makes of it; nothing happens when it is not there any more. */
  update(id: string, change: (proposal: Proposal) => Proposal): void {
    const proposal = this.proposals.get(id);
    if (proposal) {
      this.put(id, change(proposal));
    }
  }

  remove(id: string): void {
    const before = this.proposals.get(id);
    if (this.proposals.delete(id) && before) {
      this.changed.fire({ id, before });
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }

  private put(id: string, after: Proposal): void {
    const before = this.proposals.get(id);
    if (before !== after) {
      this.proposals.set(id, after);
      this.changed.fire(before ? { id, before, after } : { id, after });
    }
  }

  private follow({ document, before, script, edits }: ScriptChange): void {
    for (const proposal of this.list(document.uri.toString())) {
      // What was opened anew may have changed in any way: it is looked through as a whole.
      this.put(proposal.id, before ? rebase(proposal, { before, edits, after: script }) : relocate(proposal, script));
    }
  }

  /** Lets go of what belongs to a file, or to the files of a folder. */
  private forget(gone: string): void {
    for (const { id } of this.list().filter(({ uri }) => uri === gone || uri.startsWith(`${gone}/`))) {
      this.remove(id);
    }
  }

  private moveFile(from: string, to: string): void {
    for (const proposal of this.list()) {
      const uri = movedAddress(proposal.uri, from, to);
      this.put(proposal.id, uri === undefined ? proposal : { ...proposal, uri });
    }
  }
}
