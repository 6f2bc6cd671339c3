// The chain: what is written is read again, and every change to it is found and named.
import assert from 'node:assert/strict';
import { entryFileName, readEntry, sealEntry, serialiseEntry } from '../../../../src/core/ledger/chain';
import type { Entry } from '../../../../src/core/ledger/entry';
import { headAfter, readHead } from '../../../../src/core/ledger/head';
import { liveAccepts } from '../../../../src/core/ledger/liveAccepts';
import { entriesOf, type LedgerFile } from '../../../../src/core/ledger/readLedger';
import { sayFindings, saySummary } from '../../../../src/core/ledger/sayChain';
import { verifyChain, type ChainReport } from '../../../../src/core/ledger/verifyChain';
import { accept, Device, offer } from './support';

const told = ({ findings }: ChainReport): string[] => findings.map(({ kind, number, to, broken }) => `${kind} ${number ?? ''}${to === undefined ? '' : `-${to}`}${broken ? '!' : ''}`);

function device(name = 'a', entries = 6): Device {
  const made = new Device(name);
  for (let at = 0; at < entries; at++) {
    made.write(at % 2 === 0 ? offer([`line ${at}`]) : accept(`line ${at - 1}`));
  }
  return made;
}

const withText = (files: readonly LedgerFile[], at: number, change: (text: string) => string): LedgerFile[] => files.map((file, index) => (index === at ? { ...file, text: change(file.text) } : file));

describe('the chain of entries', () => {
  it('writes an entry with one key a line and reads it again', () => {
    const [entry] = device().entries;
    assert.ok(entry);
    const text = serialiseEntry(entry);
    assert.match(text, /^\{\n {2}"version": 1,\n {2}"id": "a1",\n {2}"time": "2026-05-01T00:00:00\.000Z",\n {2}"device": "a",\n {2}"number": 1,\n {2}"previous": "",\n {2}"script": "pilot\.fountain",\n {2}"kind": "offer",/);
    assert.ok(text.endsWith('"\n}\n'));
    assert.deepEqual(readEntry(text), entry);
    assert.deepEqual(readEntry(text.replaceAll('\n', '\r\n')), entry);
    assert.equal(entryFileName(entry), `a-000001-${entry.hash.slice(0, 8)}.json`);
  });

  it('is whole as it was written, in whatever order the files come, on any system', () => {
    const files = [...device('a').files(), ...device('b', 3).files(), { name: '.gitattributes', text: 'x' }, { name: 'notes.txt', text: 'x' }];
    const report = verifyChain([...files].reverse().map(({ name, text }) => ({ name, text: text.replaceAll('\n', '\r\n') })));
    assert.deepEqual(told(report), []);
    assert.equal(saySummary(report), 'Complete: 9 entries of 2 devices, each as it was written.');
    assert.deepEqual(report.devices, [{ device: 'a', entries: 6, last: 6 }, { device: 'b', entries: 3, last: 3 }]);
    assert.equal(saySummary(verifyChain([])), 'There are no entries.');
  });

  it('finds every single change to a file that is a change of meaning', () => {
    const files = device().files();
    const changes: [RegExp, string][] = [[/"line": 3/, '"line": 4'], [/llama3/, 'gpt'], [/"local": true/, '"local": false'], [/"number": 3/, '"number": 4'], [/"version": 1/, '"version": 2'], [/pilot/, 'other'], [/2026/, '2025'], [/"ended": "whole"/, '"ended": "whole",\n"more": 1']];
    for (const [from, to] of changes) {
      const report = verifyChain(withText(files, 2, (text) => text.replace(from, to)));
      assert.ok(!report.whole && told(report).some((each) => each.startsWith('altered')), String(from));
    }
    assert.deepEqual(told(verifyChain(withText(files, 2, (text) => text.replace('llama3', 'gpt')))), ['altered 3!']);
  });

  it('finds an entry that was changed and sealed again', () => {
    const made = device();
    const files = withText(made.files(), 2, (text) => {
      const { hash: _, ...open } = readEntry(text) as Entry;
      return serialiseEntry(sealEntry(open, { ...open, command: 'other' } as Entry));
    });
    const report = verifyChain(files);
    assert.equal(report.whole, false);
    assert.ok(told(report).includes('altered 3!'), told(report).join());
  });

  it('finds what is missing: at the beginning, in the middle, at the end, all but the head', () => {
    const files = device().files();
    const without = (...gone: number[]): string[] => told(verifyChain(files.filter((_, at) => !gone.includes(at))));
    assert.deepEqual(without(0), ['missing 1!']);
    assert.deepEqual(without(2), ['missing 3!']);
    assert.deepEqual(without(1, 2, 4), ['missing 2-3!', 'missing 5!']);
    assert.deepEqual(without(5), ['missing 6!']);
    assert.deepEqual(without(4, 5), ['missing 5-6!']);
    assert.deepEqual(without(0, 1, 2, 3, 4, 5), ['missing 1-6!']);
    // Without the head nothing tells of the end: that is told.
    assert.deepEqual(without(5, 6), ['headless !']);
    assert.deepEqual(without(6), ['headless !']);
    for (const text of ['', '<<<<<<< ours\n', '6 zz\n']) {
      assert.deepEqual(told(verifyChain(files.flatMap((file, at) => (at === 5 ? [] : [at === 6 ? { ...file, text } : file])))), ['headless !']);
    }
    assert.match(saySummary(verifyChain(files.slice(0, 5))), /^Broken: a\.head is missing or names no entry/);
  });

  it('finds entries under each other’s names, and numbers that do not follow', () => {
    const files = device().files();
    const swapped = files.map((file, at) => ({ ...file, text: files[at === 1 ? 3 : at === 3 ? 1 : at]?.text ?? '' }));
    assert.deepEqual(told(verifyChain(swapped)), ['reordered 2!', 'reordered 4!']);
    const made = new Device('a');
    const first = made.write(offer(['x']));
    const renumbered = sealEntry({ ...first, id: 'z', number: 3, previous: first.hash }, offer(['y']));
    assert.deepEqual(told(verifyChain([...made.files(), { name: entryFileName(renumbered), text: serialiseEntry(renumbered) }])), ['reordered 3!', 'missing 2!']);
  });

  it('counts a copied entry once and says so', () => {
    const made = device();
    const files = [...made.files(), { name: 'a-000002 (conflicted copy).json', text: made.files()[1]?.text ?? '' }];
    assert.deepEqual(told(verifyChain(files)), ['duplicated 2']);
    assert.equal(verifyChain(files).whole, true);
    assert.equal(entriesOf(files).length, 6);
  });

  it('takes two windows or branches that wrote after the same entry for what they are, and misses what goes of either', () => {
    const one = device('a', 4);
    const other = device('a', 3);
    other.write(offer(['elsewhere']));
    const last = other.write(accept('elsewhere'));
    const heads = [...one.files(), ...other.files()].filter(({ name }) => name === 'a.head').map(({ text }) => text);
    const merged = [...new Map([...one.files(), ...other.files()].map((file) => [file.name, file])).values()].filter(({ name }) => name !== 'a.head');
    const files = [...merged, { name: 'a.head', text: `<<<<<<< ours\n${heads.join('=======\n')}>>>>>>> theirs\n` }];
    assert.deepEqual(told(verifyChain(files)), ['forked 4']);
    assert.equal(entriesOf(files).length, 6);
    const tip = entryFileName(one.entries[3] as Entry);
    assert.equal(verifyChain(files.filter(({ name }) => name !== tip)).whole, false);
    // The next entry goes on from one of the ends; the other end stays named.
    assert.deepEqual(readHead(headAfter(files.at(-1)?.text, { number: 6, hash: 'f'.repeat(64), previous: last.hash })).map(({ number }) => number), [4, 6]);
  });

  it('leaves entries of a later version as they are', () => {
    const made = device('a', 2);
    const [, second] = made.entries;
    const { hash: _, ...open } = second as Entry;
    const later = sealEntry({ ...open, version: 2 as 1, number: 3, previous: (second as Entry).hash }, { kind: 'dream' } as unknown as Entry);
    const report = verifyChain([...made.files(), { name: entryFileName(later), text: serialiseEntry(later) }]);
    assert.deepEqual([report.whole, report.entries, ...told(report)], [true, 3, 'foreign 3']);
    assert.equal(readEntry(serialiseEntry(later)), undefined);
  });

  it('finds a key that stands twice in a file, and anything else that reading passes over', () => {
    const files = device().files();
    for (const change of [
      (text: string) => text.replace('"origin":', '"origin": "https://api.example.com",\n    "origin":'),
      (text: string) => text.replace('"kind":', '"kind": "decline", "kind":'),
      (text: string) => text.replace('"local": true', '"local":    true'),
    ]) {
      assert.deepEqual(told(verifyChain(withText(files, 2, change))), ['altered 3!']);
    }
    // What git and editors do to line ends and the end of a file is no change.
    assert.deepEqual(told(verifyChain(withText(files, 2, (text) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`))), []);
  });

  it('goes by a device’s numbers where its clock was set back, and says so', () => {
    const made = device('a', 2);
    const taken = made.entries[1]?.id ?? '';
    made.write({ kind: 'takenAgain', accept: taken }, '2026-05-01T10:00:00.000Z');
    made.write({ kind: 'takenBack', accept: taken }, '2026-05-01T11:00:00.000Z');
    made.write({ kind: 'takenAgain', accept: taken }, '2026-05-01T09:00:00.000Z');
    const other = new Device('b');
    other.write(offer(['x']), '2026-05-01T10:30:00.000Z');
    const files = [...made.files(), ...other.files()];
    assert.deepEqual(entriesOf(files).map(({ device: of, number }) => `${of}${number}`), ['a1', 'a2', 'a3', 'b1', 'a4', 'a5']);
    assert.deepEqual(liveAccepts(entriesOf(files)).map(({ id }) => id), [taken]);
    assert.deepEqual(told(verifyChain(files)), ['clock 5']);
    assert.equal(saySummary(verifyChain(files)), 'Complete: 6 entries of 2 devices, each as it was written; 1 note on it.');
  });

  it('takes an undo from the device alone that took the text in', () => {
    const made = device('a', 2);
    const other = new Device('b');
    other.write({ kind: 'takenBack', accept: made.entries[1]?.id ?? '' }, '2026-05-02T00:00:00.000Z');
    assert.equal(liveAccepts(entriesOf([...made.files(), ...other.files()])).length, 1);
    made.write({ kind: 'takenBack', accept: made.entries[1]?.id ?? '' });
    assert.equal(liveAccepts(entriesOf(made.files())).length, 0);
  });

  it('reads a head file of any length', function () {
    this.timeout(20_000);
    const files = device().files();
    const lines = Array.from({ length: 200_000 }, (_, at) => `${at + 7} ${String(at).padStart(64, '0')}\n`).join('');
    const report = verifyChain(files.map((file) => (file.name.endsWith('.head') ? { ...file, text: file.text + lines } : file)));
    assert.equal(report.whole, false);
    assert.ok(readHead(lines).length <= 1000);
    assert.deepEqual(readHead(files.at(-1)?.text.repeat(5000) ?? '').map(({ number }) => number), [6]);
  });

  it('counts an entry once that was sealed twice, and hides none behind the name of another', () => {
    const made = device('a', 3);
    const [, second] = made.entries;
    assert.ok(second?.kind === 'accept');
    const { hash: _, ...open } = second;
    const twin = sealEntry({ ...open, number: 4, previous: made.entries.at(-1)?.hash ?? '' }, open);
    const other = sealEntry({ ...open, number: 4, previous: made.entries.at(-1)?.hash ?? '' }, { ...open, edited: true });
    const withMore = (entry: Entry): LedgerFile[] => [...made.files(), { name: entryFileName(entry), text: serialiseEntry(entry) }];
    assert.deepEqual(entriesOf(withMore(twin)).map(({ number }) => number), [1, 2, 3]);
    assert.equal(entriesOf(withMore(other)).length, 4);
  });

  it('never throws, whatever a file holds', () => {
    const valid = device('a', 2).files();
    const deep = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    const huge = `{"version":1,"x":"${'y'.repeat(17_000_000)}"}`;
    const hostile = ['', 'null', '[]', '1', '"x"', '{', '{}', deep, huge, '{"version":1}', '{"__proto__":{"version":1},"kind":"offer"}', '\uFEFF{}', '\0', '{"version":1e999}', ...mutations(valid[1]?.text ?? '')];
    for (const text of hostile) {
      assert.equal(readEntry(text), undefined, text.slice(0, 300));
      const report = verifyChain([...valid, { name: 'a-000009-00000000.json', text }, { name: 'a.head', text }, { name: 'b.head', text: '999999999999999 ' + 'e'.repeat(64) }]);
      assert.equal(report.whole, false, text.slice(0, 300));
      assert.ok(sayFindings(report).length > 0);
    }
  });

  it('says in sentences what is wrong', () => {
    const files = device().files().filter((_, at) => at !== 2);
    const report = verifyChain([...files, { name: 'zz.json', text: '{' }]);
    assert.deepEqual(sayFindings(report), ['zz.json cannot be read as an entry.', 'Entry 3 of device a is missing.']);
    assert.equal(saySummary(report), 'Broken: zz.json cannot be read as an entry (and 1 more).');
  });
});

/** The entry with one field after the other of a wrong type. */
function mutations(text: string): string[] {
  const entry = JSON.parse(text) as Record<string, unknown>;
  const wrong: [string, unknown][] = [
    ['id', 1], ['time', 'yesterday'], ['device', '../x'], ['device', ''], ['number', 0], ['number', 1.5], ['number', '2'], ['previous', 'x'], ['script', null], ['hash', 'x'], ['kind', 'other'], ['kind', 'toString'],
    ['edited', 'no'], ['inserted', []], ['inserted', { ...(entry['inserted'] as object), fingerprints: ['zz'] }], ['generated', [[1, 0]]], ['generated', [[0, 99]]], ['generated', [[0, 1], [0, 1]]], ['generated', [[-1, 1]]], ['generated', 'all'], ['replaced', undefined], ['place', { scene: 1, line: 1 }], ['offer', 5],
  ];
  return wrong.map(([key, value]) => JSON.stringify({ ...entry, [key]: value }));
}
