// Proposals while they are being written: who may still write into which, and who has to stop.
import { speechOf } from '../core/proposals/follow';
import { addAlternative, addRefused, beginWriting, createProposal, endWriting, type Proposal } from '../core/proposals/proposal';
import { surroundingsOf } from '../core/proposals/surroundings';
import { sliceOf } from '../core/fountain/script';
import type { ScriptStore } from '../host/scriptStore';
import type { ProposalStore } from './proposalStore';
import type { Draft, Writing } from './review';

export interface Writings {
  dispose(): void;
  begin(draft: Draft): Writing;
  /** Ends the writing of a proposal; what is whole is kept. */
  stop(id: string): void;
}

export function createWritings(store: ProposalStore, scripts: ScriptStore): Writings {
  const running = new Map<string, AbortController>();
  const stop = (id: string) => {
    const controller = running.get(id);
    running.delete(id);
    controller?.abort();
    store.update(id, (proposal) => (proposal.activity.kind === 'writing' ? endWriting(proposal, { kind: 'idle', ended: 'stopped' }) : proposal));
  };
  const removed = store.onDidChange(({ id, after }) => {
    if (!after) {
      stop(id);
    }
  });
  return {
    stop,
    begin(draft) {
      const proposal = proposalFor(draft, store, scripts);
      stop(proposal.id);
      const controller = new AbortController();
      running.set(proposal.id, controller);
      store.add(beginWriting(store.get(proposal.id) ?? proposal, draft.direction));
      // Stopped or begun anew, an older answer has nothing to say any more.
      const write = (change: (proposal: Proposal) => Proposal) => {
        if (running.get(proposal.id) === controller) {
          store.update(proposal.id, change);
        }
      };
      const end = (change: (proposal: Proposal) => Proposal) => {
        write(change);
        if (running.get(proposal.id) === controller) {
          running.delete(proposal.id);
        }
      };
      return {
        id: proposal.id,
        signal: controller.signal,
        already: proposal.alternatives.map(({ text }) => text),
        add: (alternative) => write((now) => addAlternative(now, { ...alternative, id: crypto.randomUUID() })),
        refuse: (refused) => write((now) => addRefused(now, refused)),
        stop: () => running.get(proposal.id) === controller && stop(proposal.id),
        finish: (ended) => end((now) => endWriting(now, ended ? { kind: 'idle', ended } : { kind: 'idle' })),
        fail: (message) => end((now) => endWriting(now, { kind: 'failed', message })),
      };
    },
    dispose() {
      removed.dispose();
      for (const controller of running.values()) {
        controller.abort();
      }
    },
  };
}

/** The proposal that stands on this stretch already, or a new one in place of what has gone stale there. */
function proposalFor({ document, span, speaker, scene, direction }: Draft, store: ProposalStore, scripts: ScriptStore): Proposal {
  const script = scripts.get(document);
  const uri = document.uri.toString();
  const original = sliceOf(script, span.from, span.to);
  for (const proposal of store.list(uri)) {
    const { anchor } = proposal;
    const { from, to } = anchor;
    if (anchor.standing === 'here' && from === span.from && to === span.to && speechOf(proposal, script)) {
      return proposal;
    }
    if (anchor.standing !== 'gone' && from < span.to && to > span.from) {
      store.remove(proposal.id);
    }
  }
  const around = surroundingsOf(script, span);
  const draft = { id: crypto.randomUUID(), kind: 'dialogue' as const, uri, span, original, around, speaker, scene, createdAt: Date.now() };
  return createProposal(direction === undefined ? draft : { ...draft, direction });
}
