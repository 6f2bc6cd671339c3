// The same extension in a browser: no Node, no process, the web worker extension host.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openScript, waitFor } from '../workspace';

describe('activation in a web worker', () => {
  it('wakes by itself when a screenplay opens, without Node', async () => {
    assert.equal(typeof (globalThis as { process?: unknown }).process, 'undefined');
    const editor = await openScript('INT. KITCHEN - DAY\n\nRain.\n');
    assert.equal(editor.document.languageId, 'fountain');
    await waitFor('Backlot to wake', () => vscode.extensions.getExtension('backlot.backlot')?.isActive);
  });
});
