// Characters and renaming in the real extension host.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outlineHandle, rowsOf, type OutlineHandle } from './outlineHandle';
import { closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = [
  'MARA',
  'Before anything.',
  '',
  'INT. FERRY - NIGHT',
  '',
  'Mara waits. MARA turns.',
  '',
  'MARA (V.O.)',
  '(low)',
  'You *came* back.',
  '',
  'DEV',
  'I did, Mara.',
  '',
  'EXT. PIER - DAY',
  '',
  'MARA',
  'Then stay for once in your life.',
  '',
].join('\n');

describe('outline: characters', () => {
  let handle: OutlineHandle;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openScript(SCRIPT);
    handle = await outlineHandle();
    await vscode.commands.executeCommand('backlot.characters.focus');
    await vscode.window.showTextDocument(editor.document);
    await waitFor('the rows', () => rowsOf(handle.characters)[0]?.label === 'MARA');
  });
  afterEach(closeAllEditors);

  it('lists who speaks by share, with their scenes and first lines', () => {
    const rows = rowsOf(handle.characters);
    assert.deepEqual(rows.map(({ depth, label, row }) => [depth, label, row.description]), [
      [0, 'MARA', '80% · 3 speeches · 12 words · 2 scenes'],
      [1, 'Before the first scene', 'Before anything.'],
      [1, 'FERRY', 'You came back.'],
      [1, 'PIER', 'Then stay for once in your life.'],
      [0, 'DEV', '20% · 1 speech · 3 words · 1 scene'],
      [1, 'FERRY', 'I did, Mara.'],
    ]);
  });

  it('goes to a line, and from speech to speech of one character, around the end', async () => {
    const pier = rowsOf(handle.characters).find(({ label }) => label === 'PIER');
    await vscode.commands.executeCommand('backlot.characters.goTo', pier?.node);
    assert.equal(editor.selection.active.line, 17);
    const lines: number[] = [];
    for (const command of ['previousSpeech', 'previousSpeech', 'previousSpeech', 'nextSpeech', 'nextSpeech']) {
      await vscode.commands.executeCommand(`backlot.characters.${command}`);
      lines.push(editor.selection.active.line);
    }
    assert.deepEqual(lines, [8, 1, 17, 1, 8]);
  });

  it('stays in step with typing', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(12, 0), 'One two three four five six seven eight nine ten eleven twelve thirteen. '));
    await waitFor('DEV first', () => rowsOf(handle.characters)[0]?.label === 'DEV');
  });

  it('renames everywhere by VS Code’s own rename, on a cue and on a mention', async () => {
    const rename = async (line: number, character: number, name: string): Promise<string> => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor.document.uri, new vscode.Position(line, character), name);
      assert.ok(await vscode.workspace.applyEdit(edit));
      const text = editor.document.getText();
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), SCRIPT);
      return text;
    };
    const nora = SCRIPT.replaceAll('MARA', 'NORA').replaceAll('Mara', 'Nora');
    assert.equal(await rename(7, 1, 'NORA'), nora);
    assert.equal(await rename(5, 2, 'Nora'), nora);
    assert.equal(await rename(7, 1, '李明'), SCRIPT.replaceAll(/^MARA/gm, '@李明').replaceAll(/MARA|Mara/g, '李明'));
  });

  it('says where there is no name to rename, and which names cannot be', async () => {
    const prepare = (line: number, character: number) =>
      vscode.commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', editor.document.uri, new vscode.Position(line, character));
    assert.equal((await prepare(5, 13)).placeholder, 'MARA');
    await assert.rejects(Promise.resolve(prepare(9, 3)));
    await assert.rejects(Promise.resolve(vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', editor.document.uri, new vscode.Position(7, 1), 'NORA (V.O.)')));
  });
});
