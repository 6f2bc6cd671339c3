// Continuation in the real editor: asked for, shown as ghost text, taken by word, line and whole, and never there unasked.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerOf } from '../support/scriptedServer.mjs';
import { SCENE, connect, printOf, withScriptedModel } from './suggesting';
import { beWriter } from './writer';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SPEECH = 'Then say a month.';
const OTHER = 'I was never good at months.';
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

async function cursorBehind(editor: vscode.TextEditor, words: string): Promise<void> {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf(words) + words.length);
  editor.selection = new vscode.Selection(at, at);
  await waitFor('the cursor', () => editor.selection.active.isEqual(at));
}

/** Takes what is shown; the ghost text is on its way until the script has changed. */
async function take(editor: vscode.TextEditor, command: string): Promise<string> {
  const before = editor.document.getText();
  await waitFor('something taken', async () => {
    await run(command);
    return editor.document.getText() !== before;
  });
  return editor.document.getText();
}

describe('continuing', () => {
  const server = withScriptedModel();
  before(activateBacklot);
  afterEach(closeAllEditors);

  const asked = async (text: string, words: string, answers: readonly (readonly [string, string])[]): Promise<vscode.TextEditor> => {
    const editor = await openScript(text);
    server().script(answerOf(answers));
    await cursorBehind(editor, words);
    await run('backlot.continuation.suggest');
    return editor;
  };

  it('puts the next speech in, whole, with one undo', async () => {
    const editor = await asked(SCENE, "a place we went together.", [[SPEECH, 'DEV']]);
    const before = editor.document.getText();
    const after = await take(editor, 'editor.action.inlineSuggest.commit');
    assert.equal(after, SCENE.replace('we went together.', `we went together.\n\nDEV\n${SPEECH}`));
    await run('undo');
    assert.equal(editor.document.getText(), before);
    await run('redo');
    assert.equal(editor.document.getText(), after);
  });

  it('goes on behind the words when the cursor is among them, as at the end of a wrapped row', async () => {
    const editor = await asked(SCENE, "You don't get to say", [[SPEECH, 'DEV']]);
    assert.ok(editor.document.lineAt(editor.selection.active).range.end.isEqual(editor.selection.active));
    assert.equal(await take(editor, 'editor.action.inlineSuggest.commit'), SCENE.replace('we went together.', `we went together.\n\nDEV\n${SPEECH}`));
  });

  it('takes it by line and by word, each with one undo, in a script with CRLF', async () => {
    const crlf = SCENE.replaceAll('\n', '\r\n');
    const editor = await asked(crlf, 'we went together.', [[SPEECH, 'DEV']]);
    const steps = [editor.document.getText()];
    while (!steps.at(-1)?.includes('\r\nDEV\r\nThen')) {
      steps.push(await take(editor, steps.length < 3 ? 'editor.action.inlineSuggest.acceptNextLine' : 'editor.action.inlineSuggest.acceptNextWord'));
      assert.ok(steps.length < 9, JSON.stringify(steps.at(-1)?.slice(-120)));
    }
    const whole = crlf.replace('we went together.', `we went together.\r\n\r\nDEV\r\n${SPEECH}`);
    for (const step of steps.slice(1)) {
      assert.ok(whole.startsWith(step.slice(0, step.indexOf('EXT. PARKING')).trimEnd()), step);
    }
    for (const step of steps.slice(0, -1).reverse()) {
      await run('undo');
      assert.equal(editor.document.getText(), step);
    }
  });

  it('shows the others one after another', async () => {
    const editor = await asked(SCENE, 'we went together.', [[SPEECH, 'DEV'], [OTHER, 'DEV']]);
    await run('editor.action.inlineSuggest.showNext');
    const after = await take(editor, 'editor.action.inlineSuggest.commit');
    assert.ok(after.includes(OTHER) && !after.includes(SPEECH), after);
  });

  it('works where VS Code shows no suggestions by itself', async () => {
    await vscode.workspace.getConfiguration('editor').update('inlineSuggest.enabled', false, true);
    try {
      const editor = await asked(SCENE, 'we went together.', [[SPEECH, 'DEV']]);
      assert.ok((await take(editor, 'editor.action.inlineSuggest.commit')).includes(SPEECH));
    } finally {
      await vscode.workspace.getConfiguration('editor').update('inlineSuggest.enabled', undefined, true);
    }
  });

  it('goes on with a line half written, and with a cue', async () => {
    const half = SCENE.replace('Say it, then.', 'Say it');
    const editor = await asked(half, 'Say it', [[' like you mean it.', 'DEV']]);
    assert.equal(await take(editor, 'editor.action.inlineSuggest.commit'), half.replace('Say it', 'Say it like you mean it.'));
    const cue = `${SCENE}\nMARA`;
    const second = await asked(cue, 'Say it, then.\n\nMARA', [['No.', 'MARA']]);
    assert.equal(await take(second, 'editor.action.inlineSuggest.commit'), `${cue}\nNo.`);
  });

  it('stops at the writer’s word, and the server hears it', async () => {
    const editor = await openScript(SCENE);
    const print = printOf(editor.document);
    const aborts = server().aborts.length;
    server().script([{ text: '{"alternatives":[' }, { waitMs: 20_000 }]);
    await cursorBehind(editor, 'we went together.');
    const before = server().requests.length;
    const asking = run('backlot.continuation.suggest');
    await waitFor('the request', () => server().requests.length > before);
    await run('backlot.continuation.stop');
    await asking;
    await waitFor('the abort', () => server().aborts.length > aborts);
    assert.deepEqual(printOf(editor.document), print);
  });

  it('drops what comes for a script that has changed, and for a cursor that has moved', async () => {
    for (const leave of ['change', 'move'] as const) {
      const editor = await openScript(SCENE);
      const aborts = server().aborts.length;
      server().script([{ waitMs: 300 }, ...answerOf([[SPEECH, 'DEV']])]);
      await cursorBehind(editor, 'we went together.');
      const before = server().requests.length;
      const asking = run('backlot.continuation.suggest');
      await waitFor('the request', () => server().requests.length > before);
      if (leave === 'change') {
        await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Rain. '));
      } else {
        await cursorBehind(editor, "You're late.");
      }
      await asking;
      await waitFor('the abort', () => server().aborts.length > aborts);
      const text = editor.document.getText();
      await run('editor.action.inlineSuggest.commit');
      assert.equal(editor.document.getText(), text);
    }
  });

  it('shows nothing unasked, asks nothing unasked, and tells in a sentence why nothing can come', async () => {
    const editor = await openScript(SCENE);
    const before = server().requests.length;
    server().script(answerOf([[SPEECH, 'DEV']]));
    await cursorBehind(editor, 'we went together.');
    await run('editor.action.inlineSuggest.trigger');
    await vscode.commands.executeCommand('type', { text: ' ' });
    assert.equal(server().requests.length, before);
    await cursorBehind(editor, 'INT. ALL-NIGHT');
    await run('backlot.continuation.suggest');
    assert.equal(server().requests.length, before);
  });

  it('keeps what fits when the writer types on', async () => {
    const editor = await asked(SCENE.replace('Say it, then.', 'Say it'), 'Say it', [[' like you mean it.', 'DEV'], [' or go.', 'DEV']]);
    await vscode.commands.executeCommand('type', { text: ' ' });
    await vscode.commands.executeCommand('type', { text: 'o' });
    await run('editor.action.inlineSuggest.trigger');
    assert.ok((await take(editor, 'editor.action.inlineSuggest.commit')).includes('Say it or go.'));
  });

  it('says in one sentence what went wrong, and never as text', async () => {
    const writer = beWriter({});
    try {
      const editor = await openScript(SCENE);
      const print = printOf(editor.document);
      server().script([{ status: 400, message: 'no such model' }]);
      await cursorBehind(editor, 'we went together.');
      await run('backlot.continuation.suggest');
      await waitFor('the sentence', () => writer.told.some((each) => each.startsWith('message: ')));
      assert.equal(writer.told.length, 1, writer.told.join('\n'));
      assert.match(writer.told[0] ?? '', /no such model/);
      assert.deepEqual(printOf(editor.document), print);
    } finally {
      writer.restore();
    }
  });

  it('comes by itself only where the setting says so, once the writer pauses', async () => {
    const settings = vscode.workspace.getConfiguration();
    await settings.update('backlot.continuation.automatic', true, true);
    try {
      const editor = await openScript(SCENE);
      server().script(answerOf([['I meant it.', 'MARA']]));
      await cursorBehind(editor, 'we went together.');
      const before = server().requests.length;
      for (const text of [' ', 'A', 'n', 'd']) {
        await vscode.commands.executeCommand('type', { text });
      }
      await waitFor('the request', () => server().requests.length > before);
      assert.ok((await take(editor, 'editor.action.inlineSuggest.commit')).includes('And I meant it.'));
      // One pause, one request.
      assert.equal(server().requests.length, before + 1);
    } finally {
      await settings.update('backlot.continuation.automatic', undefined, true);
    }
  });

  it('asks no question where nobody pressed anything: without a yes for the server, nothing comes by itself', async () => {
    const settings = vscode.workspace.getConfiguration();
    const { address, model } = server();
    await settings.update('backlot.continuation.automatic', true, true);
    await connect('https://unasked.backlot.invalid/v1', 'm');
    const writer = beWriter({});
    try {
      const editor = await openScript(SCENE);
      await cursorBehind(editor, 'we went together.');
      for (const text of [' ', 'A', 'n', 'd']) {
        await vscode.commands.executeCommand('type', { text });
      }
      // Nothing can be waited for: longer than the pause at which it would have asked.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(writer.told.length, 0, writer.told.join('\n'));
      await run('backlot.continuation.suggest');
      assert.deepEqual(writer.told.filter((each) => each.startsWith('modal')), ['modal: Send your script to unasked.backlot.invalid?']);
    } finally {
      writer.restore();
      await settings.update('backlot.continuation.automatic', undefined, true);
      await connect(address, model);
    }
  });

  it('is on record: what was offered, what was taken of it, and that it was taken back', async () => {
    const editor = await openScript(SCENE, 'recorded/continued.fountain');
    server().script(answerOf([[SPEECH, 'DEV'], [OTHER, 'DEV']]));
    await cursorBehind(editor, 'we went together.');
    await run('backlot.continuation.suggest');
    await take(editor, 'editor.action.inlineSuggest.commit');
    await run('undo');
    const folder = vscode.Uri.joinPath(editor.document.uri, '..', '.backlot', 'ledger');
    const entries = await waitFor('three entries', async () => {
      const names = await vscode.workspace.fs.readDirectory(folder).then((all) => all.map(([name]) => name).filter((name) => name.endsWith('.json')), () => []);
      return names.length >= 3 ? Promise.all(names.map(async (name) => JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)))) as { kind: string; command?: string; alternatives?: unknown[]; inserted?: { words: number } })) : undefined;
    });
    const of = (kind: string) => entries.find((entry) => entry.kind === kind);
    assert.equal(of('offer')?.command, 'continuation');
    assert.equal(of('offer')?.alternatives?.length, 2);
    assert.equal(of('accept')?.inserted?.words, 5);
    assert.ok(of('takenBack'));
  });

  it('leaves the script alone whatever a model says', async () => {
    for (const text of ['<html><body>404</body></html>', '{"alternatives":[{"intent":"DEV","te', 'I cannot help with that.', '', '<think>hm</think>', '```json\n{"alternatives":[]}\n```']) {
      const editor = await openScript(SCENE);
      const print = printOf(editor.document);
      server().script([{ text }]);
      await cursorBehind(editor, 'we went together.');
      await run('backlot.continuation.suggest');
      await run('editor.action.inlineSuggest.commit');
      assert.deepEqual(printOf(editor.document), print, text);
    }
  });
});
