// Writing into a device's chain: behind whatever stands there, by one window or several, whole or not at all.
import assert from 'node:assert/strict';
import { readEntry } from '../../../src/core/ledger/chain';
import type { EntryBody } from '../../../src/core/ledger/entry';
import { entriesOf } from '../../../src/core/ledger/readLedger';
import { verifyChain } from '../../../src/core/ledger/verifyChain';
import { appendEntry, type LedgerFolder } from '../../../src/review/recordChain';

const BODY: EntryBody = { kind: 'takenBack', accept: 'a' };
const unsealed = (id: string) => ({ id, time: '2026-11-22T18:00:00.000Z', script: 'pilot.fountain', body: BODY });
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A folder in memory. `before` runs ahead of every write, and may throw. */
function folderOf(files: Map<string, string>, before: (name: string) => void | Promise<void> = () => undefined): LedgerFolder {
  return {
    names: async () => {
      await soon();
      return [...files.keys()];
    },
    read: async (name) => {
      await soon();
      return files.get(name);
    },
    write: async (name, text) => {
      await before(name);
      files.set(name, text);
    },
    remove: async (name) => {
      await soon();
      files.delete(name);
    },
  };
}

const asFiles = (files: ReadonlyMap<string, string>) => [...files].map(([name, text]) => ({ name, text }));

describe('the chain of a device', () => {
  it('grows entry by entry, and is whole', async () => {
    const files = new Map<string, string>();
    for (const id of ['one', 'two', 'three']) {
      await appendEntry(folderOf(files), 'dev', unsealed(id), soon);
    }
    const report = verifyChain(asFiles(files));
    assert.deepEqual([report.whole, report.entries, report.findings], [true, 3, []]);
    assert.deepEqual(entriesOf(asFiles(files)).map(({ id, number }) => [id, number]), [['one', 1], ['two', 2], ['three', 3]]);
    assert.match(files.get('.gitattributes') ?? '', /union/);
  });

  it('goes behind what another window wrote meanwhile', async () => {
    const files = new Map<string, string>();
    const [one, two] = [folderOf(files), folderOf(files)];
    for (let turn = 0; turn < 5; turn++) {
      await appendEntry(turn % 2 === 0 ? one : two, 'dev', unsealed(String(turn)), soon);
    }
    assert.deepEqual(verifyChain(asFiles(files)).findings, []);
  });

  it('does not fork where several windows write in the same moment', async () => {
    const files = new Map<string, string>();
    let chance = 7;
    const pause = async () => {
      chance = (chance * 16807) % 2147483647;
      for (let i = 0; i < chance % 23; i++) {
        await soon();
      }
    };
    await Promise.all(Array.from({ length: 4 }, (_, window) => (async () => {
      for (let turn = 0; turn < 5; turn++) {
        await appendEntry(folderOf(files), 'dev', unsealed(`${window}/${turn}`), pause);
      }
    })()));
    const report = verifyChain(asFiles(files));
    assert.equal(report.entries, 20);
    assert.deepEqual(report.findings, []);
  });

  it('leaves nothing behind where the disk is full, and goes on where it was', async () => {
    const files = new Map<string, string>();
    await appendEntry(folderOf(files), 'dev', unsealed('one'), soon);
    const before = [...files];
    await assert.rejects(appendEntry(folderOf(files, () => Promise.reject(new Error('ENOSPC'))), 'dev', unsealed('two'), soon), /ENOSPC/);
    assert.deepEqual([...files], before);
    await appendEntry(folderOf(files), 'dev', unsealed('two'), soon);
    assert.deepEqual(verifyChain(asFiles(files)).findings, []);
  });

  it('writes an entry once where the head file fails behind it', async () => {
    const files = new Map<string, string>();
    await appendEntry(folderOf(files), 'dev', unsealed('one'), soon);
    let fails = 1;
    const folder = folderOf(files, (name) => (name.endsWith('.head') && fails-- > 0 ? Promise.reject(new Error('EBUSY')) : undefined));
    await assert.rejects(appendEntry(folder, 'dev', unsealed('two'), soon), /EBUSY/);
    assert.equal((await appendEntry(folder, 'dev', unsealed('two'), soon)).number, 2);
    await appendEntry(folder, 'dev', unsealed('three'), soon);
    const report = verifyChain(asFiles(files));
    assert.deepEqual([report.entries, report.findings], [3, []]);
    assert.deepEqual(entriesOf(asFiles(files)).map(({ id, number }) => [id, number]), [['one', 1], ['two', 2], ['three', 3]]);
  });

  it('does not cover up an entry that was taken from its end', async () => {
    const files = new Map<string, string>();
    for (const id of ['one', 'two']) {
      await appendEntry(folderOf(files), 'dev', unsealed(id), soon);
    }
    const last = [...files.keys()].find((name) => readEntry(files.get(name) ?? '')?.number === 2);
    files.delete(last ?? '');
    const entry = await appendEntry(folderOf(files), 'dev', unsealed('three'), soon);
    assert.equal(entry.number, 3);
    assert.deepEqual(verifyChain(asFiles(files)).findings.map(({ kind, number }) => [kind, number]), [['missing', 2]]);
  });

  it('keeps the chains of two devices apart in one folder', async () => {
    const files = new Map<string, string>();
    for (const device of ['dev', 'dev-2', 'dev', 'dev-2']) {
      await appendEntry(folderOf(files), device, unsealed(device), soon);
    }
    assert.deepEqual(verifyChain(asFiles(files)).devices.map(({ device, last }) => [device, last]), [['dev', 2], ['dev-2', 2]]);
    assert.deepEqual(verifyChain(asFiles(files)).findings, []);
  });

  it('is not stopped by files that are no entries', async () => {
    const files = new Map([['dev-000007-deadbeef.json', 'no entry'], ['notes.txt', ''], ['dev.head', '<<<<<<< HEAD\n']]);
    const entry = await appendEntry(folderOf(files), 'dev', unsealed('one'), soon);
    assert.equal(entry.number, 1);
    assert.ok(files.has('dev-000007-deadbeef.json'));
  });
});
