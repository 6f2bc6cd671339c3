import assert from 'node:assert/strict';
import { keepBriefly } from '../../../src/language/keepBriefly';

describe('keepBriefly', () => {
  let time = 0;
  let asked: string[] = [];
  const ask = (key: string) => (): Promise<string> => {
    asked.push(key);
    return Promise.resolve(`${key} at ${time}`);
  };
  beforeEach(() => {
    time = 1000;
    asked = [];
  });

  it('asks once for a key as long as the answer is kept, and anew behind that', async () => {
    const keep = keepBriefly<string>(3000, () => time);
    assert.deepEqual(await Promise.all([keep('a', ask('a')), keep('a', ask('a')), keep('b', ask('b'))]), ['a at 1000', 'a at 1000', 'b at 1000']);
    time = 3999;
    assert.equal(await keep('a', ask('a')), 'a at 1000');
    time = 4000;
    assert.equal(await keep('a', ask('a')), 'a at 4000');
    assert.deepEqual(asked, ['a', 'b', 'a']);
  });

  it('keeps no failure', async () => {
    const keep = keepBriefly<string>(3000, () => time);
    await assert.rejects(keep('a', async () => Promise.reject(new Error('away'))), /away/);
    assert.equal(await keep('a', ask('a')), 'a at 1000');
  });
});
