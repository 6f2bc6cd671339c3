// A production in its file: changed one at a time, taken back, and never written over what cannot be read.
import assert from 'node:assert/strict';
import type { Production } from '../../../src/core/production/production';
import { KeptProduction, Unreadable, type ProductionForm } from '../../../src/planning/keptProduction';

// The file's form is not the matter here: a production is told by its title alone.
const titled = (title: string) => ({ rules: { title } }) as unknown as Production;
const titleOf = (production: Production): string => production.rules.title ?? '';
const FORM: ProductionForm = {
  read: (text) => (text.startsWith('<<<') ? { trouble: 'A merge is unfinished.' } : { production: titled(text) }),
  write: titleOf,
  refuse: (text) => (text.includes('§') ? 'This cannot be read again.' : undefined),
  empty: () => titled(''),
};

function open(text?: string) {
  const disk = { text, full: false, writes: 0, slow: false };
  const told: string[] = [];
  const kept: KeptProduction = new KeptProduction(
    {
      read: () => Promise.resolve(disk.text),
      write: async (next) => {
        if (disk.slow) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        if (disk.full) {
          throw new Error('The disk is full.');
        }
        disk.text = next;
        disk.writes++;
      },
    },
    FORM,
    () => told.push(titleOf(kept.production)),
  );
  const add = (letter: string) => kept.change(`add ${letter}`, () => ({ before: kept.production, after: titled(titleOf(kept.production) + letter) }));
  return { disk, told, kept, add };
}

describe('a kept production', () => {
  it('is empty where there is no file, and writes none by itself', async () => {
    const { kept, disk } = open();
    await kept.reread();
    assert.equal(titleOf(kept.production), '');
    assert.equal(kept.kept, false);
    assert.equal(disk.writes, 0);
  });

  it('writes each change whole, in the order they were asked for, each on what the one before left', async () => {
    const { kept, disk, add, told } = open();
    disk.slow = true;
    await Promise.all([add('a'), add('b'), add('c')]);
    assert.equal(disk.text, 'abc');
    assert.equal(disk.writes, 3);
    assert.deepEqual(told, ['a', 'ab', 'abc']);
    assert.equal(kept.kept, true);
  });

  it('writes nothing that could not be read again, and says why', async () => {
    const { kept, disk, add } = open('a');
    await assert.rejects(add('§'), (error: unknown) => error instanceof Unreadable && error.message === 'This cannot be read again.');
    assert.equal(disk.text, 'a');
    assert.equal(titleOf(kept.production), 'a');
    await add('b');
    assert.equal(disk.text, 'ab');
    assert.equal(await kept.undo(), 'add b');
  });

  it('does nothing for a change that changes nothing', async () => {
    const { kept, disk } = open('a');
    await kept.change('nothing', () => ({ before: kept.production, after: kept.production }));
    assert.equal(disk.writes, 0);
    assert.equal(kept.undoable, undefined);
  });

  it('takes changes back and does them again, each by its name', async () => {
    const { kept, disk, add } = open('x');
    await add('a');
    await add('b');
    assert.equal(kept.undoable, 'add b');
    assert.deepEqual([await kept.undo(), disk.text], ['add b', 'xa']);
    assert.deepEqual([await kept.undo(), disk.text], ['add a', 'x']);
    assert.deepEqual([await kept.undo(), disk.text], [undefined, 'x']);
    assert.deepEqual([await kept.redo(), disk.text], ['add a', 'xa']);
    await add('c');
    assert.deepEqual([await kept.redo(), disk.text], [undefined, 'xac']);
  });

  it('builds on what another hand has written in the meantime, and does not take that back', async () => {
    const { kept, disk, add } = open('a');
    await add('b');
    disk.text = 'from git';
    await add('!');
    assert.equal(disk.text, 'from git!');
    assert.deepEqual([await kept.undo(), disk.text], ['add !', 'from git']);
    assert.equal(await kept.undo(), undefined);
  });

  it('leaves a file alone that cannot be read, says why, and goes on once it can', async () => {
    const { kept, disk, add } = open('a');
    await add('b');
    disk.text = '<<<<<<< ours';
    await assert.rejects(add('c'), (error: unknown) => error instanceof Unreadable && error.message === 'A merge is unfinished.');
    assert.equal(disk.text, '<<<<<<< ours');
    assert.equal(kept.trouble, 'A merge is unfinished.');
    assert.equal(kept.kept, false);
    await assert.rejects(kept.undo(), Unreadable);
    disk.text = 'mended';
    await add('!');
    assert.equal(disk.text, 'mended!');
    assert.equal(kept.trouble, undefined);
  });

  it('is as it was where writing fails, and a later change does not wait for ever', async () => {
    const { kept, disk, add, told } = open('a');
    await kept.reread();
    disk.full = true;
    await assert.rejects(add('b'), /disk is full/);
    assert.equal(titleOf(kept.production), 'a');
    assert.equal(kept.undoable, undefined);
    disk.full = false;
    await add('c');
    assert.equal(disk.text, 'ac');
    assert.deepEqual(told, ['a', 'ac']);
  });
});
