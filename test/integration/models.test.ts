// Models in the real editor: connecting, keys, what a hostile folder can do, and that keys and scripts stay out of logs.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { saveModelSettings } from '../../src/host/settings';
import { createStatusBar, statusTexts } from '../../src/models/statusBar';
import { createVscodeModel, type VscodeModelOptions } from '../../src/models/vscodeModel';
import { ask, failureOf, modelAt, REQUEST, SCRIPT } from '../unit/models/asking';
import { fails, gives, piece, redirectsTo, resets, says, stalls, startFaultServer, type Fault, type FaultServer } from '../unit/models/faultServer';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter, type Writer, type WriterAnswers } from './writer';

const KEY = 'sk-integration-secret-0123456789';

/** A server that wants KEY, has two models, and answers. */
const wantsKey: Fault = (response, request) => {
  const fault = request.headers.authorization !== `Bearer ${KEY}` ? fails(401, { error: { message: `no: ${request.headers.authorization ?? ''}` } }) : request.path.endsWith('/models') ? gives('application/json', '{"data":[{"id":"small"},{"id":"large"}]}') : says('ready');
  return fault(response, request);
};

describe('models in the editor', () => {
  let server: FaultServer;
  let writer: Writer | undefined;
  const as = (answers: WriterAnswers): Writer => (writer = beWriter(answers));
  const run = (name: string): Thenable<unknown> => vscode.commands.executeCommand(`backlot.model.${name}`);

  before(activateBacklot);
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(async () => {
    writer?.restore();
    writer = undefined;
    await saveModelSettings({ provider: undefined, address: undefined, name: undefined, localOnly: undefined } as never);
    await vscode.workspace.fs.delete(hostileFile(), { useTrash: false }).then(undefined, () => undefined);
    await server.close();
    await closeAllEditors();
  });

  describe('connecting', () => {
    it('leads from the place through address, key, list and test to settings that hold no key', async () => {
      server.answer(wantsKey);
      const { told } = as({ picks: ['Another address', 'large'], inputs: [server.origin, 'sk-wrong', KEY], presses: ['Change the Key', 'Change the Key'] });
      await run('connect');
      const settings = vscode.workspace.getConfiguration('backlot.model');
      assert.deepEqual(['provider', 'address', 'name'].map((name) => settings.inspect(name)?.globalValue), ['openai-compatible', server.base, 'large']);
      assert.ok(told.some((line) => line.startsWith('input: Your key') || line.includes('did not accept the key. Paste')), told.join('\n'));
      assert.ok(told.some((line) => line.endsWith('(hidden)')));
      assert.ok(told.some((line) => /large .* answered\. (?:Your script stays on this machine|The model runs on the same computer as your script)\./.test(line)), told.join('\n'));
      assert.ok(!told.join('\n').includes(KEY));
      assert.ok(!JSON.stringify(vscode.workspace.getConfiguration()).includes(KEY));
    });

    it('keeps the key for its origin, gives it to no other, and forgets it when told', async () => {
      server.answer(wantsKey);
      as({ picks: ['Another address', 'small'], inputs: [server.origin, KEY], presses: ['Change the Key'] });
      await run('connect');
      const before = server.seen.length;
      await run('check');
      assert.equal(server.seen.at(-1)?.headers.authorization, `Bearer ${KEY}`);
      assert.ok(server.seen.length > before);

      const other = await startFaultServer();
      await saveModelSettings({ address: other.base });
      await run('check');
      await other.close();
      assert.ok(other.seen.length > 0);
      assert.deepEqual(other.seen.filter(({ headers }) => headers.authorization !== undefined), []);

      writer?.restore();
      const { told } = as({ picks: [server.origin] });
      await saveModelSettings({ address: server.base });
      await run('forgetKey');
      await run('check');
      assert.equal(server.seen.at(-1)?.headers.authorization, undefined);
      assert.ok(told.some((line) => line.includes('does not accept the key')), told.join('\n'));
    });

    it('with "local only" refuses another machine as soon as its address is typed, and offers none', async () => {
      await saveModelSettings({ localOnly: true });
      const listed = gives('application/json', '{"data":[{"id":"m"}]}');
      server.answer((response, request) => (request.method === 'POST' ? says('ready') : listed)(response, request));
      const { told } = as({ picks: ['Another address', 'm'], inputs: ['https://api.backlot.invalid/v1', server.origin] });
      await run('connect');
      assert.match(told.join('\n'), /OpenAI, .*OpenRouter/);
      assert.match(told.join('\n'), /^refused: This is not on this machine, and "Local only" is on/m);
      assert.deepEqual(told.filter((line) => line.startsWith('input: Your key')), []);
      assert.equal(vscode.workspace.getConfiguration('backlot.model').get('address'), server.base);
    });

    it('stores nothing when the writer gives up', async () => {
      server.answer(fails(401));
      as({ picks: ['Another address'], inputs: [server.origin, undefined], presses: ['Change the Key'] });
      await run('connect');
      assert.equal(vscode.workspace.getConfiguration('backlot.model').inspect('provider')?.globalValue, undefined);
    });
  });

  describe('checking', () => {
    it('says that no model is connected, and what to do', async () => {
      const { told } = as({});
      await run('check');
      assert.match(told.join('\n'), /No model is connected\. Run "Backlot: Connect a Model"/);
    });

    it('asks a model on this machine without any question', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: server.origin, name: 'm' });
      const { told } = as({});
      await run('check');
      assert.equal(server.seen.filter(({ method }) => method === 'POST').length, 1);
      assert.match(told.join('\n'), /^message: m \(127\.0\.0\.1:\d+\) answers\.$/m);
    });

    it('says when a local server gives its model too little room, and asks for no more than that from then on', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: server.origin, name: 'llama3' });
      server.answer((response, request) => (request.path === '/api/ps' ? gives('application/json', '{"models":[{"name":"llama3:latest","context_length":4096}]}') : request.method === 'POST' ? says('ready') : fails(404))(response, request));
      const { told } = as({});
      await run('check');
      assert.match(told.join('\n'), /llama3 is loaded with room for 4.?096 tokens/);
    });

    it('says what went wrong in one sentence, with the way on', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: server.origin, name: 'm' });
      server.answer(gives('text/html', '<p>'), says('ready'));
      const { told } = as({ presses: ['Try Again'] });
      await run('check');
      assert.match(told.join('\n'), /m \(127\.0\.0\.1:\d+\) does not answer as a model server[^]*answers\./);
    });

    it('leads to another model where there is none, and where it does not answer', async () => {
      const { told } = as({ presses: ['Connect a Model', 'Connect a Model'] });
      await run('check');
      await saveModelSettings({ provider: 'openai-compatible', address: server.origin, name: 'm' });
      server.answer(fails(401));
      await run('check');
      assert.equal(told.filter((line) => line.startsWith('pick: Connect a Model')).length, 2, told.join('\n'));
    });
  });

  describe('what may leave', () => {
    it('asks before the first request to another machine, in a modal message; no means that nothing is sent', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: 'https://backlot.invalid/v1', name: 'm' });
      const { told } = as({});
      await run('check');
      assert.deepEqual(told.filter((line) => line.startsWith('modal')), ['modal: Send your script to backlot.invalid?']);
      assert.match(told.join('\n'), /Nothing was sent/);
    });

    it('remembers the yes for that origin alone', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: 'https://yes.backlot.invalid/v1', name: 'm' });
      const { told } = as({ presses: ['Send to yes.backlot.invalid'] });
      await run('check');
      await run('check');
      await saveModelSettings({ address: 'https://yes.backlot.invalid:444/v1' });
      await run('check');
      assert.deepEqual(told.filter((line) => line.startsWith('modal')), ['modal: Send your script to yes.backlot.invalid?', 'modal: Send your script to yes.backlot.invalid:444?']);
    });

    it('with "local only" nothing goes to another machine, not even the question; a model here still answers', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: 'http://127.0.0.1.backlot.invalid/v1', name: 'm', localOnly: true });
      const { told } = as({});
      await run('check');
      assert.deepEqual(told.filter((line) => line.startsWith('modal')), []);
      assert.match(told.join('\n'), /"Local only" is on, so nothing leaves this machine/);
      await saveModelSettings({ address: server.origin });
      await run('check');
      assert.equal(server.seen.filter(({ method }) => method === 'POST').length, 1);
    });

    it('a folder’s settings reach no server: not instead of none, not instead of the writer’s own', async () => {
      const hostile = await startFaultServer();
      await vscode.workspace.fs.writeFile(hostileFile(), new TextEncoder().encode(JSON.stringify({
        'backlot.model.provider': 'openai-compatible', 'backlot.model.address': hostile.base, 'backlot.model.name': 'evil', 'backlot.model.localOnly': false, 'editor.rulers': [47],
      })));
      // The folder's file is in force once its harmless line is.
      await waitFor('the folder’s settings', () => vscode.workspace.getConfiguration('editor').get<number[]>('rulers')?.[0] === 47);
      const { told } = as({});
      await openScript('INT. KITCHEN - DAY\n\nANNA\nHello.\n');
      await run('check');
      assert.match(told.join('\n'), /No model is connected/);

      await saveModelSettings({ provider: 'openai-compatible', address: server.base, name: 'mine' });
      await run('check');
      await hostile.close();
      assert.equal(hostile.seen.length, 0);
      assert.deepEqual(server.seen.filter(({ method }) => method === 'POST').map(({ body }) => body['model']), ['mine']);
    });
  });

  describe('VS Code’s own models', () => {
    interface TestModel {
      seen: [string, string][][];
      cancelled: number;
      answer: (report: (text: string) => void, token: vscode.CancellationToken) => Promise<void>;
    }
    let model: TestModel;
    before(async () => {
      model = (await vscode.extensions.getExtension<TestModel>('backlot-tests.test-model')?.activate()) as TestModel;
      await waitFor('the test model', async () => (await vscode.lm.selectChatModels({ vendor: 'backlot-test' })).length > 0);
    });
    beforeEach(() => {
      model.seen = [];
      model.answer = (report) => {
        report('Hello.');
        return Promise.resolve();
      };
    });

    it('are offered, tested and connected, and never count as local', async () => {
      const { told } = as({ picks: ["VS Code's models", 'Scripted Test Model'] });
      await run('connect');
      const settings = vscode.workspace.getConfiguration('backlot.model');
      assert.deepEqual([settings.get('provider'), settings.get('name')], ['vscode', 'backlot-test/scripted'], told.join('\n'));
      assert.equal(model.seen.length, 1);
      await saveModelSettings({ localOnly: true });
      await run('check');
      assert.equal(model.seen.length, 1);
      assert.match(told.join('\n'), /"Local only" is on/);
    });

    const asked = async (answer?: TestModel['answer'], more: Partial<VscodeModelOptions> = {}) => {
      const [chat] = await vscode.lm.selectChatModels({ vendor: 'backlot-test' });
      assert.ok(chat);
      model.answer = answer ?? model.answer;
      return createVscodeModel({ chat, permit: () => Promise.resolve(undefined), contextTokens: 0, idleMs: 5000, ...more });
    };

    it('get the system’s words before the writer’s, and answer piece by piece', async () => {
      const chat = await asked(async (report) => {
        report('One');
        await new Promise((resolve) => setTimeout(resolve, 20));
        report(' two.');
      });
      const { text, last } = await ask(chat);
      assert.deepEqual([text, last], ['One two.', { kind: 'done', finish: 'stop', model: 'scripted' }]);
      assert.deepEqual(model.seen, [[['user', `Answer in JSON.\n\n${SCRIPT}`]]]);
      assert.deepEqual([chat.contextTokens, chat.local, chat.origin], [1000, false, 'vscode-lm:backlot-test']);
      assert.deepEqual((JSON.parse(chat.preview(REQUEST)) as { messages: unknown[] }).messages.length, 1);
    });

    it('hear a cancel, even where the provider does not listen', async () => {
      const before = model.cancelled;
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      const { kind } = await failureOf(await asked(() => new Promise(() => undefined)), controller.signal);
      assert.equal(kind, 'cancelled');
      await waitFor('the provider to hear it', () => model.cancelled > before);
    });

    it('that fall silent end by the clock, and requests too long for them are not sent', async () => {
      const silent = await asked((report) => new Promise(() => report('Half')), { idleMs: 100 });
      assert.equal((await failureOf(silent)).kind, 'timeout');
      model.seen = [];
      const long = { messages: [{ role: 'user', content: 'word '.repeat(2000) }], maxOutputTokens: 10 } as const;
      const { last } = await ask(await asked(), undefined, long);
      assert.deepEqual([last.kind === 'failed' && last.failure.kind, model.seen.length], ['badRequest', 0]);
    });

    it('get nothing without leave', async () => {
      const { kind } = await failureOf(await asked(undefined, { permit: () => Promise.resolve({ kind: 'blocked', message: 'Not here.' }) }));
      assert.deepEqual([kind, model.seen.length], ['blocked', 0]);
    });

    it('that fail are told in a sentence for the writer', async () => {
      await saveModelSettings({ provider: 'vscode', name: 'backlot-test/scripted' });
      const { told } = as({});
      model.answer = () => Promise.reject(vscode.LanguageModelError.Blocked('quota'));
      await run('check');
      model.answer = () => Promise.reject(new Error('boom'));
      await run('check');
      model.answer = () => Promise.resolve();
      await run('check');
      await saveModelSettings({ name: 'backlot-test/gone' });
      await run('check');
      assert.match(told[0] ?? '', /used up for now|could not answer/);
      assert.match(told[1] ?? '', /could not answer/);
      assert.match(told[2] ?? '', /without a word/);
      assert.match(told[3] ?? '', /does not have the model backlot-test\/gone now/);
    });
  });

  describe('the editor’s own network', () => {
    const model = (base: string) => modelAt(base, { idleMs: 5000 });

    it('lets an abort in mid-answer reach the server within 100 ms', async () => {
      server.answer(stalls(piece('Half')));
      const controller = new AbortController();
      let abortedAt = 0;
      const kinds: string[] = [];
      for await (const event of model(server.base).stream(REQUEST, controller.signal)) {
        kinds.push(event.kind === 'failed' ? event.failure.kind : event.kind);
        if (event.kind === 'text') {
          abortedAt = performance.now();
          controller.abort();
        }
      }
      await waitFor('the server to see it', () => server.seen[0]?.cutAt !== undefined);
      assert.deepEqual(kinds, ['text', 'cancelled']);
      assert.ok((server.seen[0]?.cutAt ?? Infinity) - abortedAt < 100, `${(server.seen[0]?.cutAt ?? Infinity) - abortedAt} ms`);
    });

    it('follows no redirect with the script', async () => {
      const other = await startFaultServer();
      server.answer(redirectsTo(`${other.base}/chat/completions`));
      const failure = await failureOf(model(server.base));
      await other.close();
      assert.equal(other.seen.length, 0);
      assert.match(failure.message, /nothing was sent there|could not be reached/);
    });

    it('tells a reset and a silent port apart from an answer', async () => {
      server.answer(resets(piece('Half')));
      assert.equal((await failureOf(model(server.base))).kind, 'network');
      const closed = await startFaultServer();
      await closed.close();
      assert.match((await failureOf(model(closed.base))).message, /^test-model cannot be reached\. Nothing answers at 127/);
    });
  });

  describe('the status bar', () => {
    const local = modelAt('http://localhost:1', { model: 'llama3' });
    const remote = modelAt('https://openrouter.ai/api/v1', { model: 'mistralai/mistral-large' });

    it('names the model, and says whether the script stays here', () => {
      assert.deepEqual(statusTexts(local, false).text, '$(vm) llama3 · local');
      assert.deepEqual(statusTexts(remote, false).text, '$(cloud) mistral-large');
      assert.match(statusTexts(remote, false).tooltip, /mistralai\/mistral-large \(openrouter\.ai\)\nParts of your script are sent/);
      assert.ok(!statusTexts(remote, false).spoken.includes('$('));
    });

    it('shows "local only", and offers to connect where there is no model', () => {
      assert.equal(statusTexts(local, true).text, '$(vm) llama3 · local only');
      const none = { kind: 'notConnected', message: 'No model.' } as const;
      assert.deepEqual([statusTexts(none, false).text, statusTexts(none, true).text], ['$(plug) Connect a model', '$(plug) Connect a model · local only']);
    });

    it('its menu offers what can be done now, and does it', async () => {
      const { told } = as({ picks: ['Turn "Local only" on', 'Turn "Local only" off'] });
      await run('status');
      assert.equal(vscode.workspace.getConfiguration('backlot.model').get('localOnly'), true);
      await run('status');
      assert.equal(vscode.workspace.getConfiguration('backlot.model').get('localOnly'), false);
      assert.ok(!(told[0] ?? '').includes('Disconnect'));
      await saveModelSettings({ provider: 'openai-compatible', address: server.base, name: 'm' });
      await run('status');
      assert.match(told.at(-1) ?? '', /Choose another model.*Check that it answers.*Disconnect/);
    });

    it('leads to connecting where nobody can say which model it is, and the error is not lost', async () => {
      await openScript('INT. KITCHEN - DAY\n\nANNA\nHello.\n');
      const real = vscode.window.createStatusBarItem.bind(vscode.window);
      const item = real('test', vscode.StatusBarAlignment.Right);
      const errors: unknown[] = [];
      Object.defineProperty(vscode.window, 'createStatusBarItem', { value: () => item, configurable: true, writable: true });
      const status = createStatusBar(() => Promise.reject(new Error('locked')), 'backlot.model.status', (error) => errors.push(error));
      Object.defineProperty(vscode.window, 'createStatusBarItem', { value: real, configurable: true, writable: true });
      await waitFor('the item', () => item.text.includes('Connect a model'));
      assert.ok(errors.every((error) => error instanceof Error && error.message === 'locked') && errors.length > 0);
      assert.match(typeof item.tooltip === 'string' ? item.tooltip : '', /could not find out which model/);
      status.dispose();
    });

    it('disconnecting asks no model any more', async () => {
      await saveModelSettings({ provider: 'openai-compatible', address: server.base, name: 'm' });
      const { told } = as({});
      await run('disconnect');
      await run('check');
      assert.deepEqual([server.seen.length, told.length], [0, 2]);
      assert.match(told.join('\n'), /Nothing is sent anywhere\.[^]*No model is connected/);
    });
  });

  it('the log has neither a key nor a word that was sent or answered', async () => {
    server.answer(wantsKey);
    as({ picks: ['Another address', 'small'], inputs: [server.origin, KEY], presses: ['Change the Key'] });
    await run('connect');
    server.answer(says('THE ANSWER OF THE MODEL'), fails(500, { error: { message: `${KEY} THE ANSWER OF THE MODEL` } }));
    await run('check');
    await run('check');
    await vscode.commands.executeCommand('workbench.action.output.show.backlot.backlot.Backlot.log');
    const log = await waitFor('the log', () => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && /backlot/i.test(uri.path));
      return /overloaded 500/.test(document?.getText() ?? '') && document?.getText();
    });
    await vscode.commands.executeCommand('workbench.action.closePanel');
    assert.match(log, /model: stop, \d+ bytes/);
    assert.ok(!/THE ANSWER|sk-|integration-secret|one word/i.test(log), log);
  });
});

function hostileFile(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('the tests need a workspace folder');
  }
  return vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
}
