// Backlot wakes for a screenplay, in the real extension host.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

describe('activation', () => {
  afterEach(closeAllEditors);

  it('wakes by itself when a screenplay opens', async () => {
    const editor = await openScript('INT. KITCHEN - DAY\n\nRain.\n');
    assert.equal(editor.document.languageId, 'fountain');
    await waitFor('Backlot to wake', () => vscode.extensions.getExtension('backlot.backlot')?.isActive);
  });

  it('registers exactly the commands that its manifest offers', async () => {
    const extension = await activateBacklot();
    const manifest = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const offered = manifest.contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('backlot.') && (offered.includes(id) || !isMadeByVsCode(id))).sort();
    assert.deepEqual(registered, offered);
  });
});

/** VS Code makes commands of its own for every view and container: open, focus, toggle, reset. */
function isMadeByVsCode(id: string): boolean {
  return /\.(focus|open|toggleVisibility|removeView|resetViewLocation|refresh|collapseAll)$/.test(id) && /^backlot\.[a-zA-Z]+\.[a-zA-Z]+$/.test(id);
}
