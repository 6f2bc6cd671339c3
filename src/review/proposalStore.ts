// The store of open proposals: the one owner of their state. Keeps each on its line while the script changes.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import type { Script } from '../core/fountain/script';
import { rebase, relocate } from '../core/proposals/follow';
import type { Proposal } from '../core/proposals/proposal';
import { isScript, type ScriptChange, type ScriptStore } from '../host/scriptStore';

/** `before` is missing when the proposal is new, `after` when it went. */
export interface ProposalChange {
  readonly id: string;
  readonly before?: Proposal;
  readonly after?: Proposal;
}

export class ProposalStore implements vscode.Disposable {
  private readonly proposals = new Map<string, Proposal>();
  /** What each script was before its next change: rebasing looks at both sides. */
  private readonly lastSeen = new Map<string, Script>();
  private readonly changed = new vscode.EventEmitter<ProposalChange>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires at every change of a proposal, at once. */
  readonly onDidChange = this.changed.event;

  constructor(scripts: ScriptStore, restored: readonly Proposal[]) {
    for (const proposal of restored) {
      this.proposals.set(proposal.id, proposal);
    }
    this.subscriptions = [
      scripts.onDidChange((change) => this.follow(change)),
      scripts.onDidClose((document) => this.lastSeen.delete(document.uri.toString())),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.moveFile(oldUri.toString(), newUri.toString()))),
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

  private follow({ document, script, edits }: ScriptChange): void {
    const uri = document.uri.toString();
    const before = this.lastSeen.get(uri);
    this.lastSeen.set(uri, script);
    for (const proposal of this.list(uri)) {
      const known = before && edits.length > 0 && lengthAfter(before, edits) === script.length;
      // A change that came without its edits (reopened, other line ends) is looked through as a whole.
      this.put(proposal.id, known ? rebase(proposal, { before, edits, after: script }) : relocate(proposal, script));
    }
  }

  private moveFile(from: string, to: string): void {
    for (const proposal of this.list()) {
      if (proposal.uri === from || proposal.uri.startsWith(`${from}/`)) {
        this.put(proposal.id, { ...proposal, uri: to + proposal.uri.slice(from.length) });
      }
    }
  }
}

function lengthAfter(script: Script, edits: readonly Edit[]): number {
  return edits.reduce((length, edit) => length + edit.inserted.length - edit.removed, script.length);
}
