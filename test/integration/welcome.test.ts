// The sample and a new screenplay open as nobody's file yet, and whole.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, waitFor } from './workspace';

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

describe('a new screenplay', () => {
  afterEach(closeAllEditors);

  it('is untitled and begins with a title page to fill in', async () => {
    await activateBacklot();
    await vscode.commands.executeCommand('backlot.welcome.newScreenplay');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'fountain');
    const text = await waitFor('the title page', () => document.getText());
    assert.match(text, /^Title: Untitled\nCredit: written by\nAuthor: \nDraft date: .+\n\nFADE IN:\n\n$/);
  });
});
