// The command line's model, and the list of a server's models.
import assert from 'node:assert/strict';
import { modelFromEnvironment } from '../../../src/models/environment';
import { isFailure, listModels } from '../../../src/models/listModels';
import { addressOf, ask } from './asking';
import { fails, gives, redirectsTo, startFaultServer, type FaultServer } from './faultServer';

describe('models: the environment of the command line', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  it('names the model, the server and the key', async () => {
    const model = modelFromEnvironment({ BACKLOT_BASE_URL: server.origin, BACKLOT_API_KEY: 'sk-line', BACKLOT_MODEL: 'small', BACKLOT_CONTEXT_TOKENS: '12000' });
    assert.ok('stream' in model);
    assert.deepEqual([model.id, model.origin, model.local, model.contextTokens], ['small', server.origin, true, 12000]);
    assert.equal((await ask(model)).text, 'Hello.');
    assert.deepEqual([server.seen[0]?.headers.authorization, server.seen[0]?.body['model']], ['Bearer sk-line', 'small']);
  });

  it('says what is missing', () => {
    const message = (env: Record<string, string>): string => {
      const model = modelFromEnvironment(env);
      return 'message' in model ? model.message : '';
    };
    assert.match(message({}), /BACKLOT_BASE_URL and BACKLOT_MODEL/);
    assert.match(message({ BACKLOT_BASE_URL: 'http://localhost:1' }), /set BACKLOT_MODEL/);
    assert.match(message({ BACKLOT_BASE_URL: 'ftp://x', BACKLOT_MODEL: 'm' }), /not an address/);
  });
});

describe('models: a server’s list', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());
  const list = (key?: string) => listModels(addressOf(server.base), { key, permit: () => Promise.resolve(undefined), timeoutMs: 1000 }, new AbortController().signal);

  it('is read in every shape, with what each model can read, and without those that cannot chat', async () => {
    server.answer(gives('application/json', JSON.stringify({ data: [{ id: 'a', context_length: 64_000 }, { id: 'text-embedding-3' }, { id: 'b' }, 7] })));
    assert.deepEqual(await list('sk-k'), [{ id: 'a', contextTokens: 64_000 }, { id: 'b' }]);
    assert.deepEqual([server.seen[0]?.path, server.seen[0]?.headers.authorization], ['/v1/models', 'Bearer sk-k']);
    server.answer(gives('application/json', JSON.stringify([{ id: 'c', max_model_len: 5 }])));
    assert.deepEqual(await list(), [{ id: 'c', contextTokens: 5 }]);
  });

  it('leaves out names that would become a link in a message, or are no names', async () => {
    server.answer(gives('application/json', JSON.stringify({ data: [{ id: '[click](command:evil)' }, { id: 'two\nlines' }, { id: 'x'.repeat(300) }, { id: 'hf.co/some_one/Model-3.2:Q4 (beta)' }] })));
    assert.deepEqual(await list(), [{ id: 'hf.co/some_one/Model-3.2:Q4 (beta)' }]);
  });

  it('fails with a sentence: a page, other JSON, a wrong key, a redirect', async () => {
    const other = await startFaultServer();
    const kinds: string[] = [];
    for (const fault of [gives('text/html', '<p>'), gives('application/json', '{"hello":1}'), gives('application/json', 'oops'), fails(401), redirectsTo(other.base)]) {
      server.answer(fault);
      const found = await list('sk-k');
      kinds.push(isFailure(found) ? found.kind : 'list');
    }
    await other.close();
    assert.deepEqual(kinds, ['badAnswer', 'badAnswer', 'badAnswer', 'unauthorised', 'blocked']);
    assert.equal(other.seen.length, 0);
  });
});
