// Asking a model from the web worker, where the client is part of the one bundle and the network is the browser's.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { saveModelSettings } from '../../../src/host/settings';
import { toldToTests } from '../told';
import { openScript } from '../workspace';
import { beWriter, type Writer } from '../writer';

describe('models in a web worker', () => {
  let writer: Writer | undefined;
  afterEach(async () => {
    writer?.restore();
    await saveModelSettings({ provider: 'none', address: '', name: '' });
  });

  it('are asked, and answer', async () => {
    const { practiceAddress, practiceModel } = toldToTests();
    await openScript('INT. KITCHEN - DAY\n\nANNA\nHello.\n');
    await saveModelSettings({ provider: 'openai-compatible', address: practiceAddress, name: practiceModel });
    writer = beWriter({});
    await vscode.commands.executeCommand('backlot.model.check');
    assert.match(writer.told.join('\n'), /backlot-practice \(127\.0\.0\.1:\d+\) answers\./);
  });

  it('that are not there are told in a sentence', async () => {
    await saveModelSettings({ provider: 'openai-compatible', address: 'http://127.0.0.1:9/v1', name: 'nobody' });
    writer = beWriter({});
    await vscode.commands.executeCommand('backlot.model.check');
    assert.match(writer.told.join('\n'), /nobody \(127\.0\.0\.1:9\) could not be reached\. Check the address/);
  });
});
