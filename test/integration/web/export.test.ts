// Exports in the web worker host, where there is no Node and there are no fonts of a system.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript } from '../workspace';

describe('export in a browser', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('writes a whole PDF and HTML', async () => {
    const { document } = await openScript('Title: Nets\n\nINT. HARBOUR - DAY\n\nA net 漁 lies there.\n', 'nets-web.fountain');
    const beside = (ending: string): vscode.Uri => document.uri.with({ path: document.uri.path.replace(/fountain$/, ending) });
    await vscode.commands.executeCommand('backlot.export.pdf', document.uri, beside('pdf'));
    const bytes = await vscode.workspace.fs.readFile(beside('pdf'));
    const text = new TextDecoder('latin1').decode(bytes);
    assert.match(text, /^%PDF-1\.7/);
    assert.match(text, /%%EOF\s*$/);
    assert.match(text, /\/BaseFont \/\w+\+CourierPrime-Regular/);
    assert.match(text, /\/Subtype \/Type3/);
    await vscode.commands.executeCommand('backlot.export.html', document.uri, beside('html'));
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(beside('html'))), /A net <span class="wide">漁<\/span> lies there\./);
  });
});
