// The chat tools in the real host: found by VS Code, answering about the script, silent where nothing may leave.
// VS Code takes every question of its own as answered with yes while tests run.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { prepare } from '../../src/chat/tools';
import type { Draft } from '../../src/core/drafts/draft';
import type { Seen } from '../../src/extension';
import type { Model } from '../../src/models/model';
import { LINE, SCENE, printOf, withScriptedModel } from './suggesting';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

async function invoke(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(`backlot_${name}`, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function draftsOf(document: vscode.TextDocument): Promise<readonly Draft[]> {
  return ((await activateBacklot()).exports as Seen).drafts().filter(({ uri }) => uri === document.uri.toString());
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

  it('read and change the script itself, though an older version of it is what is looked at', async () => {
    const editor = await openScript(SCENE);
    const scheme = 'older-version';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => 'INT. OLD - DAY\n\nOld words.\n' });
    try {
      const older = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(editor.document.uri.with({ scheme })), 'fountain');
      await vscode.window.showTextDocument(older);
      await waitFor('the older version in front', () => vscode.window.activeTextEditor?.document === older);
      assert.match(await invoke('outline', {}), /ALL-NIGHT DINER/);
      assert.match(await invoke('outline', { script: editor.document.uri.path.split('/').at(-1) }), /ALL-NIGHT DINER/);
    } finally {
      provider.dispose();
    }
  });

  describe('with a direction', () => {
    const server = withScriptedModel();

    it('name the model, and where it is, before it reads anything', async () => {
      const model: Model = { id: 'm', label: 'm (else.example)', origin: 'https://else.example', local: false, contextTokens: 8192, stream: () => { throw new Error('sent'); }, preview: () => '' };
      const models = { current: () => Promise.resolve(model), unasked: () => Promise.resolve(model), connect: () => Promise.resolve(), onDidChange: () => new vscode.Disposable(() => undefined) };
      const message = async (input: object): Promise<string> => {
        const { confirmationMessages } = await prepare(models, 'proposeRewrite', input);
        const said = confirmationMessages?.message ?? '';
        return typeof said === 'string' ? said : said.value;
      };
      const asked = (await message({ scene: '1', direction: 'colder [now](command:workbench.action.quit)' })).replaceAll('&nbsp;', ' ').replaceAll('\\', '');
      assert.match(asked, /sends your script, or the parts of it.* m \(else\.example\)/);
      assert.doesNotMatch(asked, /\]\(command/);
      assert.doesNotMatch(await message({ scene: '1', text: 'INT. A - DAY', direction: 'colder' }), /else/);
    });

    it('rewrite the lines that were named, and no others', async () => {
      const editor = await openScript(SCENE);
      const print = printOf(editor.document);
      const line = SCENE.slice(0, SCENE.indexOf(LINE)).split('\n').length;
      server().script([{ text: 'MARA\nTwice around.\n' }]);
      assert.match(await invoke('proposeRewrite', { firstLine: line - 1, lastLine: line, direction: 'shorter' }), /is writing a draft of Lines/);
      const [draft, ...others] = await waitFor('the draft', async () => {
        const drafts = await draftsOf(editor.document);
        return drafts[0]?.activity.kind === 'idle' ? drafts : undefined;
      });
      assert.ok(draft && others.length === 0);
      assert.equal(draft.base.trim(), `MARA\n${LINE}`);
      assert.equal(draft.text.trim(), 'MARA\nTwice around.');
      assert.deepEqual(printOf(editor.document), print);
    });

    it('say so where there will be no draft', async () => {
      const before = server().requests.length;
      await openScript(`Title: X\nAuthor: Y\n\n${SCENE}`);
      await assert.rejects(invoke('proposeRewrite', { firstLine: 1, lastLine: 2, direction: 'colder' }), /nothing to rewrite/);
      await config().update('backlot.model.provider', 'none', true);
      try {
        await assert.rejects(invoke('proposeRewrite', { scene: '1', direction: 'colder' }), /No model is connected/);
      } finally {
        await config().update('backlot.model.provider', 'openai-compatible', true);
      }
      assert.equal(server().requests.length, before);
    });
  });
});
