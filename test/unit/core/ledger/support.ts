// A ledger for tests: a device that writes entries one after the other, as the recorder does.
import type { AcceptEntry, Entry, EntryBody, OfferEntry } from '../../../../src/core/ledger/entry';
import { entryFileName, sealEntry, serialiseEntry } from '../../../../src/core/ledger/chain';
import { hashedText } from '../../../../src/core/ledger/hash';
import { headAfter, headFileName } from '../../../../src/core/ledger/head';
import { fingerprintsOf } from '../../../../src/core/ledger/words';
import type { LedgerFile } from '../../../../src/core/ledger/readLedger';

export class Device {
  readonly entries: Entry[] = [];
  private head = '';
  constructor(readonly name: string, private readonly script = 'pilot.fountain') {}

  write(body: EntryBody, time = stamp(this.entries.length)): Entry {
    const last = this.entries.at(-1);
    const number = (last?.number ?? 0) + 1;
    const entry = sealEntry({ version: 1, id: `${this.name}${number}`, time, device: this.name, number, previous: last?.hash ?? '', script: this.script }, body);
    this.entries.push(entry);
    this.head = headAfter(this.head, entry);
    return entry;
  }

  files(): LedgerFile[] {
    return [...this.entries.map((entry) => ({ name: entryFileName(entry), text: serialiseEntry(entry) })), { name: headFileName(this.name), text: this.head }];
  }
}

/** The minute `at` of a day in 2026 or the days after. */
export function stamp(at: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `2026-05-${two(1 + Math.floor(at / 1440))}T${two(Math.floor(at / 60) % 24)}:${two(at % 60)}:00.000Z`;
}

export function offer(alternatives: readonly string[], over: Partial<OfferEntry> = {}): OfferEntry {
  return {
    kind: 'offer', command: 'dialogue.suggest', model: { origin: 'http://localhost:11434', local: true, asked: 'llama3' }, context: hashedText('asked', false),
    alternatives: alternatives.map((text) => hashedText(text, false)), ended: 'whole', place: { scene: 'INT. HOUSE - DAY', line: 3 }, ...over,
  };
}

export function accept(text: string, over: Partial<AcceptEntry> & { readonly salt?: string; readonly replacedText?: string } = {}): AcceptEntry {
  const { salt = 'salt', replacedText = '', ...rest } = over;
  const fingerprints = fingerprintsOf(text, salt);
  return {
    kind: 'accept', edited: false, inserted: { ...hashedText(text, false), salt, fingerprints }, generated: fingerprints.length > 0 ? [[0, fingerprints.length]] : [],
    replaced: hashedText(replacedText, false), place: { scene: 'INT. HOUSE - DAY', line: 5 }, ...rest,
  };
}
