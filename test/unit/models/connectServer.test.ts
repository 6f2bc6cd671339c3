// The way to a working model, walked by a scripted writer against real servers.
import assert from 'node:assert/strict';
import type { Address } from '../../../src/models/address';
import { connectServer, type ConnectPrompts, type ConnectTools, type ServerChoice, type WayOn } from '../../../src/models/connectServer';
import { findLocalServers, loadedContext, type LocalServer } from '../../../src/models/localServers';
import { inEnglish } from '../../../src/models/translate';
import { addressOf, modelAt } from './asking';
import { fails, gives, says, stalls, startFaultServer, type Fault, type FaultServer } from './faultServer';

/** Answers by path: what is not named is not found. */
function routes(table: Record<string, Fault>): Fault {
  return (response, request) => (table[request.path] ?? fails(404, '<h1>no</h1>'))(response, request);
}

const MODELS = gives('application/json', JSON.stringify({ data: [{ id: 'small' }, { id: 'large', context_length: 64_000 }] }));

/** A writer who gives these answers in turn to each question, then gives up. */
class Writer implements ConnectPrompts {
  readonly asked: string[] = [];
  constructor(private readonly answers: { address?: (string | undefined)[]; key?: (string | undefined)[]; model?: (string | undefined)[]; way?: (WayOn | undefined)[] }) {}
  typeAddress(previous: string): Promise<Address | undefined> {
    this.asked.push(`address ${previous}`.trim());
    const typed = this.answers.address?.shift();
    return Promise.resolve(typed === undefined ? undefined : addressOf(typed));
  }
  typeKey(_address: Address, refused: boolean): Promise<string | undefined> {
    this.asked.push(refused ? 'key again' : 'key');
    return Promise.resolve(this.answers.key?.shift());
  }
  chooseModel(models: readonly { readonly id: string }[]): Promise<string | undefined> {
    this.asked.push(`model of ${models.map(({ id }) => id).join(' ')}`);
    return Promise.resolve(this.answers.model?.shift());
  }
  chooseWayOn(failure: { readonly kind: string }, ways: readonly WayOn[]): Promise<WayOn | undefined> {
    this.asked.push(`${failure.kind}: ${ways.join(' ')}`);
    return Promise.resolve(this.answers.way?.shift());
  }
  wait<T>(_title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return work(new AbortController().signal);
  }
}

describe('models: connecting', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  const tools = (more: Partial<ConnectTools> = {}): ConnectTools => ({
    permit: () => Promise.resolve(undefined),
    translate: inEnglish,
    storedKey: () => Promise.resolve(undefined),
    modelAt: (address, model, key) => modelAt(address.base, { model: model.id, key: () => Promise.resolve(key) }),
    listTimeoutMs: 500,
    ...more,
  });
  const connect = (writer: Writer, typed = server.base, more: Partial<ConnectTools> = {}): Promise<ServerChoice | undefined> => connectServer(addressOf(typed), writer, tools(more));

  it('to a server on this machine asks for no key: list, choice, a first word', async () => {
    server.answer(routes({ '/v1/models': MODELS, '/v1/chat/completions': says('ready') }));
    const writer = new Writer({ model: ['large'] });
    const choice = await connect(writer, server.origin);
    assert.deepEqual(choice, { address: addressOf(server.base), model: { id: 'large', contextTokens: 64_000 } });
    assert.deepEqual(writer.asked, ['model of small large']);
    assert.deepEqual(server.seen.map(({ path, headers }) => [path, headers.authorization]), [['/v1/models', undefined], ['/v1/chat/completions', undefined]]);
    assert.equal(server.seen[1]?.body['model'], 'large');
  });

  it('finds the base address below the one typed, and the one typed where that is right', async () => {
    server.answer(routes({ '/openai/v1/models': MODELS, '/openai/v1/chat/completions': says('ready') }));
    assert.equal((await connect(new Writer({ model: ['small'] }), `${server.origin}/openai`))?.address.base, `${server.origin}/openai/v1`);
    server.answer(routes({ '/gateway/models': MODELS, '/gateway/chat/completions': says('ready') }));
    assert.equal((await connect(new Writer({ model: ['small'] }), `${server.origin}/gateway`))?.address.base, `${server.origin}/gateway`);
  });

  it('after a refused key asks for another, and gives the one that worked', async () => {
    server.answer((response, request) => (request.headers.authorization === 'Bearer right' ? routes({ '/v1/models': MODELS, '/v1/chat/completions': says('ready') }) : fails(401))(response, request));
    const writer = new Writer({ way: ['key', 'key'], key: ['wrong', 'right'], model: ['small'] });
    assert.equal((await connect(writer))?.key, 'right');
    assert.deepEqual(writer.asked, ['unauthorised: key address retry', 'key again', 'unauthorised: key address retry', 'key again', 'model of small large']);
  });

  it('uses the key stored for that origin, and takes it to no other', async () => {
    const other = await startFaultServer();
    server.answer(fails(500));
    other.answer(routes({ '/v1/models': MODELS, '/v1/chat/completions': says('ready') }));
    const writer = new Writer({ way: ['address'], address: [other.base], model: ['small'] });
    const choice = await connect(writer, server.base, { storedKey: (origin) => Promise.resolve(origin === server.origin ? 'stored' : undefined) });
    await other.close();
    assert.equal(server.seen[0]?.headers.authorization, 'Bearer stored');
    assert.deepEqual(other.seen.map(({ headers }) => headers.authorization), [undefined, undefined]);
    assert.deepEqual([choice?.address.origin, choice?.key], [other.origin, undefined]);
  });

  it('lets the name be typed where a server has no list', async () => {
    server.answer(routes({ '/v1/chat/completions': says('ready') }));
    const writer = new Writer({ way: ['model'], model: ['typed-by-hand'] });
    assert.deepEqual((await connect(writer))?.model, { id: 'typed-by-hand' });
    assert.deepEqual(writer.asked, ['notFound: address model retry', 'model of ']);
  });

  it('tests before it is done: a model that fails leads to another', async () => {
    server.answer(routes({ '/v1/models': MODELS, '/v1/chat/completions': (response, request) => (request.body['model'] === 'small' ? fails(404, { error: { message: 'model not found' } }) : says('ready'))(response, request) }));
    const writer = new Writer({ model: ['small', 'large'], way: ['model'] });
    assert.equal((await connect(writer))?.model.id, 'large');
    assert.deepEqual(writer.asked, ['model of small large', 'notFound: model address retry', 'model of small large']);
  });

  it('ends with nothing when the writer gives up at any question, or may not send', async () => {
    server.answer(fails(401));
    assert.equal(await connect(new Writer({})), undefined);
    assert.equal(await connect(new Writer({ way: ['key'] })), undefined);
    server.answer(routes({ '/v1/models': MODELS }));
    assert.equal(await connect(new Writer({})), undefined);
    assert.equal(await connectServer(undefined, new Writer({}), tools()), undefined);
    const seen = server.seen.length;
    const writer = new Writer({});
    assert.equal(await connect(writer, server.base, { permit: () => Promise.resolve({ kind: 'blocked', message: 'Not here.' }) }), undefined);
    assert.deepEqual(writer.asked, ['blocked: ']);
    assert.equal(server.seen.length, seen);
  });
});

describe('models: servers on this machine', () => {
  it('are found by their list of models, all at once; a silent port and another program are left out', async () => {
    const [ollama, program, silent] = await Promise.all([startFaultServer(), startFaultServer(), startFaultServer()]);
    ollama.answer(MODELS);
    program.answer(gives('text/html', '<h1>My page</h1>'));
    silent.answer(stalls());
    const closed = await startFaultServer();
    await closed.close();
    const port = ({ origin }: FaultServer): number => Number(new URL(origin).port);
    const found: LocalServer[] = [];
    const ports = [ollama, program, silent, closed].map((each, index) => ({ name: `server ${index}`, port: port(each) }));
    await findLocalServers(ports, { permit: () => Promise.resolve(undefined), timeoutMs: 1000 }, new AbortController().signal, (server) => found.push(server));
    await Promise.all([ollama, program, silent].map((each) => each.close()));
    assert.deepEqual(found.map(({ name, models }) => [name, models.length]), [['server 0', 2]]);
  });

  it('say how much they have loaded a model with', async () => {
    const server = await startFaultServer();
    const context = (model: string): Promise<number | undefined> =>
      loadedContext(addressOf(server.base), model, { permit: () => Promise.resolve(undefined), timeoutMs: 500 }, new AbortController().signal);
    const json = (value: unknown): Fault => gives('application/json', JSON.stringify(value));
    server.answer(routes({ '/api/ps': json({ models: [{ name: 'llama3:latest', context_length: 4096 }] }) }));
    assert.equal(await context('llama3'), 4096);
    assert.equal(await context('other'), undefined);
    server.answer(routes({ '/api/v0/models': json({ data: [{ id: 'qwen', loaded_context_length: 8192, max_context_length: 131_072 }] }) }));
    assert.equal(await context('qwen'), 8192);
    server.answer(routes({ '/props': json({ default_generation_settings: { n_ctx: 2048 } }) }));
    assert.equal(await context('anything'), 2048);
    server.answer(fails(500));
    assert.equal(await context('anything'), undefined);
    await server.close();
  });
});
