// Suggesting and choosing in the web worker host, where there is no Node: from the practice model to undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offered, stateOf, type Proposal } from '../../../src/core/proposals/proposal';
import type { Seen } from '../../../src/extension';
import { toldToTests } from '../told';
import { activateBacklot, closeAllEditors, openScript, waitFor } from '../workspace';

const SCENE = 'INT. DINER - NIGHT\n\nDEV\nYou are late again.\n\nMARA\nI drove around the block twice, and then once more.\n';

describe('suggesting in a web worker', () => {
  afterEach(closeAllEditors);

  it('gets alternatives from a model and puts one in place, undone to the byte', async () => {
    const { practiceAddress, practiceModel } = toldToTests();
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('model.address', practiceAddress, vscode.ConfigurationTarget.Global);
    await settings.update('model.name', practiceModel, vscode.ConfigurationTarget.Global);
    await settings.update('model.provider', 'openai-compatible', vscode.ConfigurationTarget.Global);
    const shown = await openScript(SCENE);
    const { document } = shown;
    const at = document.positionAt(SCENE.indexOf('I drove'));
    shown.selection = new vscode.Selection(at, at);
    const proposal = async (): Promise<Proposal | undefined> => ((await activateBacklot()).exports as Seen).proposals().find(({ uri }) => uri === document.uri.toString());
    await vscode.commands.executeCommand('backlot.dialogue.suggest');
    const written = await waitFor('alternatives', async () => {
      const now = await proposal();
      return now && stateOf(now) === 'open' ? now : undefined;
    });
    const [first] = offered(written);
    assert.ok(first);
    assert.equal(document.getText(), SCENE);
    await vscode.commands.executeCommand('backlot.review.use', 1);
    assert.equal(document.getText(), SCENE.replace('I drove around the block twice, and then once more.', first.text));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SCENE);
    await vscode.commands.executeCommand('backlot.review.discardAll');
    await settings.update('model.provider', undefined, vscode.ConfigurationTarget.Global);
  });
});
