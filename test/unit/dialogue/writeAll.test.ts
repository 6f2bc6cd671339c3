import assert from 'node:assert/strict';
import { writeAll } from '../../../src/dialogue/writeAll';

/** A proposal being written: `write` lasts until it is told to end, or stopped. */
function waitingOne(name: string) {
  const controller = new AbortController();
  return { name, writing: { signal: controller.signal, stop: () => controller.abort() } };
}

describe('writing several proposals', () => {
  it('writes all, never more at once than told', async () => {
    let now = 0;
    let most = 0;
    const done: string[] = [];
    let told = 0;
    const write = async ({ name }: { name: string }) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      done.push(name);
    };
    await writeAll(['a', 'b', 'c', 'd', 'e'].map(waitingOne), 2, new AbortController().signal, write, () => told++);
    assert.deepEqual([done.sort().join(''), most, told], ['abcde', 2, 5]);
  });

  it('cancelled, stops those being written and begins none of the others', async () => {
    const all = ['a', 'b', 'c', 'd'].map(waitingOne);
    const begun: string[] = [];
    const cancel = new AbortController();
    const write = ({ name, writing: { signal } }: (typeof all)[number]) => {
      begun.push(name);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const writing = writeAll(all, 2, cancel.signal, write, () => undefined);
    cancel.abort();
    await writing;
    assert.deepEqual(begun, ['a', 'b']);
    assert.ok(all.every(({ writing: { signal } }) => signal.aborted));
  });

  it('begins none when cancelled before, and leaves none waiting', async () => {
    const all = ['a', 'b', 'c'].map(waitingOne);
    await writeAll(all, 2, AbortSignal.abort(), () => assert.fail('nothing was to be written'), () => undefined);
    assert.ok(all.every(({ writing: { signal } }) => signal.aborted));
  });

  it('passes over one that was stopped alone', async () => {
    const all = ['a', 'b', 'c'].map(waitingOne);
    all[1]?.writing.stop();
    const begun: string[] = [];
    const write = ({ name }: { name: string }) => Promise.resolve(void begun.push(name));
    await writeAll(all, 1, new AbortController().signal, write, () => undefined);
    assert.deepEqual(begun, ['a', 'c']);
  });
});
