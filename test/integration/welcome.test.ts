// The sample opens as a copy: nobody's file, and whole.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors } from './workspace';

describe('the sample screenplay', () => {
  afterEach(closeAllEditors);

  it('opens untitled, as a screenplay, letter for letter', async () => {
    const extension = await activateBacklot();
    await vscode.commands.executeCommand('backlot.welcome.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'fountain');
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'media/sample/surtitles.fountain'));
    assert.equal(document.getText(), new TextDecoder().decode(bytes));
  });
});
