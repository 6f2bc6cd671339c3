// Which accepted texts are not any more as they were noted last.
import { sliceOf, type Script } from '../core/fountain/script';
import { attribute, type AcceptFate, type AiSpan } from '../core/ledger/attribute';
import type { ChangeEntry, Entry } from '../core/ledger/entry';
import { hashedText } from '../core/ledger/hash';

/** What is to be noted of a script's accepted texts: of each whose words are not those noted last. */
export function changesIn(script: Script, entries: readonly Entry[], name: string, keepText: boolean): ChangeEntry[] {
  const { accepts, spans } = attribute(script, entries);
  const last = new Map<string, ChangeEntry>();
  for (const entry of entries) {
    if (entry.kind === 'change') {
      last.set(entry.accept, entry);
    }
  }
  return accepts.filter(({ accept }) => accept.script === name).flatMap((fate) => changeOf(fate, spans, last.get(fate.accept.id), script, keepText) ?? []);
}

function changeOf({ accept, offered, edited }: AcceptFate, spans: readonly AiSpan[], last: ChangeEntry | undefined, script: Script, keepText: boolean): ChangeEntry | undefined {
  const all = accept.generated.reduce((sum, [from, to]) => sum + to - from, 0);
  const kept = Math.min(all, offered + edited);
  // What the writer changed before taking it counts as edited from the first: that is no change since.
  if (!last && kept === all && (edited === 0 || accept.edited)) {
    return undefined;
  }
  const own = spans.filter((span) => span.accept === accept.id);
  const now = hashedText(own.length === 0 ? '' : sliceOf(script, Math.min(...own.map(({ from }) => from)), Math.max(...own.map(({ to }) => to))), keepText);
  return last?.kept === kept && last.now.hash === now.hash ? undefined : { kind: 'change', accept: accept.id, now, kept };
}
