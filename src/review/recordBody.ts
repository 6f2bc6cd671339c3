// Makes an entry's body of what happened.
import type { Span } from '../core/fountain/elements';
import { blockAt, sliceOf, type Script } from '../core/fountain/script';
import type { AcceptEntry, EntryBody, EntryPlace, OfferEntry } from '../core/ledger/entry';
import { acceptedWords } from '../core/ledger/generated';
import { hashedText, hashOf } from '../core/ledger/hash';
import { ledgerWords } from '../core/ledger/words';
import { sceneAt } from '../core/script/outline';
import type { ChatRequest } from '../core/suggest/chat';
import type { Told } from './recordHappening';
import type { Accepted } from './recorder';

/**
 * @param keepText whether texts stand in it, beside their hashes
 * @param salt by chance, new for each
 */
export function bodyOf(told: Told, keepText: boolean, salt: string): EntryBody {
  switch (told.kind) {
    case 'offer':
      return offerOf(told, keepText);
    case 'accept':
      return acceptOf(told, keepText, salt);
    case 'undo':
      return { kind: told.again ? 'takenAgain' : 'takenBack', accept: told.accept };
    case 'decline':
      return { kind: 'decline', offer: told.offer, alternatives: told.alternatives?.map(hashOf) ?? 'all' };
  }
}

/** A request's messages as one text: what its hash is made of. */
export function contextText({ messages }: ChatRequest): string {
  return messages.map(({ role, content }) => `${role}\n${content}\n`).join('\n');
}

/** Where a place is, in words that outlive edits and in a line that does not. */
export function placeOf(script: Script, offset: number): EntryPlace {
  const at = Math.max(0, Math.min(offset, script.length));
  const block = blockAt(script, at);
  const before = block ? block.block.text.slice(0, at - block.offset) : '';
  return { scene: sceneAt(script, at)?.item.heading ?? '', line: (block?.line ?? 0) + (before.match(/\r\n|\r|\n/g)?.length ?? 0) + 1 };
}

function offerOf({ asked, script, texts, how }: Told & { readonly kind: 'offer' }, keepText: boolean): OfferEntry {
  const { command, model, direction, request, span } = asked;
  const { origin, local, id } = model;
  return {
    kind: 'offer',
    command,
    model: { origin, local, asked: id, ...(how.model !== undefined && { returned: how.model }) },
    ...(direction !== undefined && direction !== '' && { direction: hashedText(direction, keepText) }),
    context: hashedText(contextText(request), keepText),
    alternatives: texts.map((text) => hashedText(text, keepText)),
    ended: how.ended,
    ...(how.usage && { usage: usageOf(how.usage) }),
    place: placeOf(script, span.from),
  };
}

/** Servers send what they like: an entry holds whole counts. */
function usageOf({ inputTokens, outputTokens, cachedTokens }: NonNullable<OfferEntry['usage']>): NonNullable<OfferEntry['usage']> {
  const count = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0);
  return { inputTokens: count(inputTokens), outputTokens: count(outputTokens), ...(cachedTokens !== undefined && { cachedTokens: count(cachedTokens) }) };
}

function acceptOf({ accepted, script }: Told & { readonly kind: 'accept' }, keepText: boolean, salt: string): AcceptEntry {
  const { record, offered, inserted, replaced, span } = accepted;
  const [whole, put] = [plain(offered), plain(inserted)];
  const isPart = put !== whole && (whole.includes(put) || 2 * ledgerWords(put).length < ledgerWords(whole).length);
  return {
    kind: 'accept',
    ...(record !== undefined && record !== '' && { offer: record }),
    ...(!isPart && { alternative: hashOf(offered) }),
    edited: !whole.includes(put),
    ...acceptedWords({ ...surrounded(script, accepted), offered, replaced, salt, keepText }),
    place: placeOf(script, span.from),
  };
}

/** How much of the script around an accepted text is looked at for words that tell its place. */
const AROUND = 800;

/** The text with what stands around it; alone where the script has changed in that very moment. */
function surrounded(script: Script, { inserted, span: { from, to } }: Accepted): { readonly script: string; readonly span: Span } {
  if (sliceOf(script, from, to) !== inserted) {
    return { script: inserted, span: { from: 0, to: inserted.length } };
  }
  const start = Math.max(0, from - AROUND);
  return { script: sliceOf(script, start, to + AROUND), span: { from: from - start, to: to - start } };
}

/** Without what differs from file to file: a part taken in at the end of a script may bring no line end along. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
