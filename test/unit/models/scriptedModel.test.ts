// The scripted model keeps the promises of Model, so tests that use it prove something.
import assert from 'node:assert/strict';
import { answering, scriptedModel } from '../../support/scriptedModel';
import { ask } from './asking';

describe('models: the scripted model', () => {
  it('says its lines, request by request, and remembers what it was asked', async () => {
    const model = scriptedModel(answering('One.'), [{ kind: 'text', text: 'Two' }, { waitMs: 1 }, { kind: 'text', text: '.' }]);
    assert.deepEqual([(await ask(model)).text, (await ask(model)).text, (await ask(model)).text], ['One.', 'Two.', 'Two.']);
    assert.equal(model.asked.length, 3);
  });

  it('ends as cancelled at once, in the middle of a pause', async () => {
    const model = scriptedModel([{ kind: 'text', text: 'Half' }, { waitFor: new Promise(() => undefined) }, { kind: 'text', text: '!' }]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    const { text, last } = await ask(model, controller.signal);
    assert.deepEqual([text, last.kind === 'failed' && last.failure.kind, model.cancelled], ['Half', 'cancelled', 1]);
  });
});
