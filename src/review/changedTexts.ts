// Which accepted texts are not any more as they were noted last.
import { sliceOf, type Script } from '../core/fountain/script';
import { attribute, type AcceptFate, type AiSpan } from '../core/ledger/attribute';
import type { ChangeEntry, Entry } from '../core/ledger/entry';
import { hashedText } from '../core/ledger/hash';
import { entriesOfScript } from '../core/ledger/scriptEntries';
import { scriptWords } from '../core/ledger/scriptWords';

/** What is to be noted of a script's accepted texts: of each whose words are not those noted last. */
export function changesIn(script: Script, entries: readonly Entry[], name: string, keepText: boolean): ChangeEntry[] {
  const { accepts, spans } = attribute(script, entries, entriesOfScript(entries, name));
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
  const now = hashedText(ownText(spans.filter((span) => span.accept === accept.id), script), keepText);
  return last?.kept === kept && last.now.hash === now.hash ? undefined : { kind: 'change', accept: accept.id, now, kept };
}

/**
 * The words of these spans as they stand, and the marks between them. Nothing that stands between two spans, and no note
 * or cut inside one: that is the writer's own, and what a change says must not change with it.
 */
function ownText(spans: readonly AiSpan[], script: Script): string {
  const words = scriptWords(script);
  return spans.map(({ from, to }) => {
    let text = '';
    let last = from;
    for (let at = firstFrom(words.from, from); (words.from[at] ?? to) < to; at++) {
      const [start, end] = [words.from[at] ?? to, words.to[at] ?? to];
      const between = sliceOf(script, last, start);
      text += (/^[^\p{L}\p{N}[\]/*]*$/u.test(between) ? between : ' ') + sliceOf(script, start, end);
      last = end;
    }
    return text;
  }).join('\n');
}

/** The first index whose value is no less. */
function firstFrom(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
