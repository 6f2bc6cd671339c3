// The chat tools in the real host: found by VS Code, answering about the script, silent where nothing may leave.
// VS Code takes every question of its own as answered with yes while tests run.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SCENE, printOf } from './suggesting';
import { activateBacklot, closeAllEditors, openScript } from './workspace';

async function invoke(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(`backlot_${name}`, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

const config = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration();

describe('chat tools', () => {
  before(async function () {
    await activateBacklot();
    if (!vscode.lm.tools.some(({ name }) => name === 'backlot_outline')) {
      this.skip();
    }
  });
  afterEach(closeAllEditors);

  it('are all there, and say what they are for', () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('backlot_')).map(({ name }) => name);
    assert.deepEqual(ours.sort(), ['backlot_characterLines', 'backlot_find', 'backlot_outline', 'backlot_proposeRewrite', 'backlot_scene', 'backlot_statistics']);
  });

  it('read the script that is being written, or the one that is named', async () => {
    const editor = await openScript(SCENE);
    const print = printOf(editor.document);
    assert.match(await invoke('outline', {}), /^1\. INT\. ALL-NIGHT DINER - NIGHT \(line 1\) \[DEV, MARA\]\n2\. EXT\. PARKING LOT - LATER/);
    assert.match(await invoke('scene', { scene: '2' }), /DEV\nSay it, then\./);
    assert.match(await invoke('characterLines', { name: 'Mara' }), /March to me/);
    assert.match(await invoke('find', { query: 'booth' }), /slides into the booth/);
    assert.match(await invoke('statistics', {}), /2 scenes; 5 speeches/);
    const name = editor.document.uri.path.split('/').at(-1);
    await openScript('INT. OTHER - DAY\n\nWords.\n');
    assert.match(await invoke('outline', { script: name }), /ALL-NIGHT DINER/);
    await assert.rejects(invoke('outline', { script: 'package.json' }), /no screenplay called/);
    assert.deepEqual(printOf(editor.document), print);
  });

  it('refuse with a sentence when nothing may leave this machine', async () => {
    await openScript(SCENE);
    await config().update('backlot.model.localOnly', true, true);
    try {
      await assert.rejects(invoke('scene', { scene: '1' }), /Local only/);
    } finally {
      await config().update('backlot.model.localOnly', undefined, true);
    }
  });

  it('propose a rewrite as a draft, and leave the script as it is', async () => {
    const editor = await openScript(SCENE);
    const print = printOf(editor.document);
    await assert.rejects(invoke('proposeRewrite', { scene: '2', text: '{"no":1}' }), /plain Fountain/);
    await assert.rejects(invoke('proposeRewrite', { text: 'INT. X - DAY' }), /which scene/);
    const said = await invoke('proposeRewrite', { scene: '2', text: '```fountain\nEXT. PARKING LOT - LATER\n\nRain.\n\nDEV\nThen say it.\n```', direction: 'add rain' });
    assert.match(said, /A draft of EXT\. PARKING LOT - LATER is open/);
    assert.deepEqual(printOf(editor.document), print);
  });
});
