// Continuing in the web worker host, where there is no Node: from the practice model to undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toldToTests } from '../told';
import { activateBacklot, closeAllEditors, openScript, waitFor } from '../workspace';

const SCENE = 'INT. DINER - NIGHT\n\nDEV\nYou are late again.\n\nMARA\nI drove around the block twice, and then once more.\n';

describe('continuing in a web worker', () => {
  afterEach(closeAllEditors);

  it('shows the next speech, takes it in, and undoes it to the byte', async () => {
    await activateBacklot();
    const { practiceAddress, practiceModel } = toldToTests();
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('model.address', practiceAddress, vscode.ConfigurationTarget.Global);
    await settings.update('model.name', practiceModel, vscode.ConfigurationTarget.Global);
    await settings.update('model.provider', 'openai-compatible', vscode.ConfigurationTarget.Global);
    const shown = await openScript(SCENE);
    const at = shown.document.positionAt(SCENE.length - 1);
    shown.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('backlot.continuation.suggest');
    assert.equal(shown.document.getText(), SCENE);
    await waitFor('something taken', async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
      return shown.document.getText() !== SCENE;
    });
    assert.match(shown.document.getText(), /once more\.\n\nDEV\n\S[^\n]*\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(shown.document.getText(), SCENE);
    await settings.update('model.provider', undefined, vscode.ConfigurationTarget.Global);
  });
});
