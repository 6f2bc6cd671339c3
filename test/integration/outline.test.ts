// The sidebar in the real extension host: what its rows say, jumping, following, moving, and that one undo takes a move back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outlineHandle, rowsOf, type OutlineHandle } from './outlineHandle';
import { closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = [
  'Title: Tides',
  '',
  '# Act One',
  '',
  '= The boat comes in',
  '',
  'INT. FERRY - NIGHT #1#',
  '',
  '= Mara hides the letter',
  '',
  'Rain on glass.',
  '',
  'MARA (V.O.)',
  'You came back.',
  '',
  'EXT. PIER - CONTINUOUS',
  '',
  'DEV',
  '(quietly)',
  'I said I would.',
  '',
  '# Act Two',
  '',
  'INT./EXT. CAR - DAY',
  '',
  'MARA',
  'Drive, *now*.',
  '',
].join('\n');

describe('outline: scenes', () => {
  let handle: OutlineHandle;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openScript(SCRIPT);
    handle = await outlineHandle();
    await vscode.commands.executeCommand('backlot.scenes.focus');
    await vscode.window.showTextDocument(editor.document);
    await waitFor('the rows', () => rowsOf(handle.scenes).length === 5);
  });
  afterEach(closeAllEditors);

  it('lists sections with their scenes: number, set, length, synopsis, icon', () => {
    const rows = rowsOf(handle.scenes);
    assert.deepEqual(rows.map(({ depth, label }) => [depth, label]), [
      [0, 'Act One'],
      [1, '1  FERRY'],
      [1, 'PIER'],
      [0, 'Act Two'],
      [1, 'CAR'],
    ]);
    assert.match(String(rows[0]?.row.description), /The boat comes in$/);
    assert.match(String(rows[1]?.row.description), /^\d+\/8 · 0:\d\d · Mara hides the letter$/);
    assert.deepEqual(rows.map(({ icon }) => icon), [undefined, 'scene-int-night.svg', 'scene-ext-night.svg', undefined, 'scene-both-day.svg']);
    assert.match(rows[1]?.row.accessibilityInformation?.label ?? '', /^Scene 1, INT\. FERRY - NIGHT, \d\/8 page, about \d+ seconds, Mara hides the letter$/);
  });

  it('goes to a scene, its heading near the top and the focus left in the list', async () => {
    const pier = rowsOf(handle.scenes).find(({ label }) => label.startsWith('PIER'));
    await vscode.commands.executeCommand('backlot.scenes.goTo', pier?.node);
    assert.equal(editor.selection.active.line, 15);
    assert.ok(editor.selection.isEmpty);
  });

  it('follows the cursor without taking the focus', async () => {
    for (const [line, label] of [[10, '1  FERRY'], [25, 'CAR'], [3, 'Act One']] as const) {
      editor.selection = new vscode.Selection(line, 0, line, 0);
      await waitFor(`${label} selected`, () => handle.scenes.tree.selection.some((node) => handle.scenes.getTreeItem(node).label === label));
      assert.equal(vscode.window.activeTextEditor, editor);
    }
  });

  it('leaves closed what the writer closed: the section is selected instead of a scene in it', async () => {
    editor.selection = new vscode.Selection(25, 0, 25, 0);
    const act = rowsOf(handle.scenes).find(({ label }) => label === 'Act One');
    assert.ok(act);
    handle.outlines.collapsed.add(act.node.id);
    editor.selection = new vscode.Selection(10, 0, 10, 0);
    await waitFor('the section selected', () => handle.scenes.tree.selection.includes(act.node));
    handle.outlines.collapsed.delete(act.node.id);
  });

  it('keeps the rows’ identity through typing, above, in and across headings', async () => {
    const idOf = (label: string): string | undefined => rowsOf(handle.scenes).find((row) => row.label === label)?.row.id;
    const [ferry, car] = [idOf('1  FERRY'), idOf('CAR')];
    assert.ok(ferry !== undefined && car !== undefined);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(5, 0), 'INT. FERRY - DAY\n\nBefore.\n\n');
      edit.replace(new vscode.Range(23, 10, 23, 13), 'TRUCK');
    });
    await waitFor('the new rows', () => idOf('TRUCK'));
    assert.equal(idOf('1  FERRY'), ferry);
    assert.equal(idOf('TRUCK'), car);
    assert.notEqual(idOf('FERRY'), undefined);
  });

  it('moves a dragged scene as one edit that one undo takes back', async () => {
    const before = editor.document.getText();
    await drag(handle, 'PIER', '1  FERRY');
    assert.deepEqual(rowsOf(handle.scenes).map(({ label }) => label), ['Act One', 'PIER – CONTINUOUS', '1  FERRY', 'Act Two', 'CAR'], 'with nothing before it to continue, the row says so');
    assert.ok(editor.document.getText().startsWith('Title: Tides\n\n# Act One\n'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('redo');
    assert.notEqual(editor.document.getText(), before);
  });

  it('moves a dragged section with its scenes, and the last scene without a final line end', async () => {
    await drag(handle, 'Act One', '');
    assert.deepEqual(rowsOf(handle.scenes).map(({ label }) => label), ['Act Two', 'CAR', 'Act One', '1  FERRY', 'PIER']);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), SCRIPT);
  });

  it('moves up and down from the cursor, inserts, copies, describes', async () => {
    editor.selection = new vscode.Selection(16, 0, 16, 0);
    await vscode.commands.executeCommand('backlot.scenes.moveUp');
    assert.deepEqual(rowsOf(handle.scenes).map(({ label }) => label).slice(1, 3), ['PIER – CONTINUOUS', '1  FERRY']);
    await vscode.commands.executeCommand('backlot.scenes.moveDown');
    assert.equal(editor.document.getText(), SCRIPT);
    await vscode.commands.executeCommand('backlot.scenes.copy');
    assert.equal(await vscode.env.clipboard.readText(), 'EXT. PIER - CONTINUOUS\n\nDEV\n(quietly)\nI said I would.\n');
    await vscode.commands.executeCommand('backlot.scenes.insertAfter');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, 'INT. ');
    assert.equal(editor.selection.active.character, 5);
    await waitFor('the new scene', () => rowsOf(handle.scenes).length === 6);
  });

  it('filters by words, character and set, says so, and shows all again', async () => {
    const labels = (): string[] => rowsOf(handle.scenes).map(({ label }) => label);
    handle.outlines.setFilter({ by: 'character', value: 'DEV' });
    assert.deepEqual(labels(), ['Act One', 'PIER']);
    assert.equal(handle.scenes.tree.description, '1 of 3');
    assert.equal(handle.scenes.tree.message, 'Scenes in which DEV speaks');
    handle.outlines.setFilter({ by: 'set', value: 'car' });
    assert.deepEqual(labels(), ['Act Two', 'CAR']);
    handle.outlines.setFilter({ by: 'text', value: 'rain on' });
    assert.deepEqual(labels(), ['Act One', '1  FERRY']);
    handle.outlines.setFilter({ by: 'text', value: 'nowhere to be found' });
    assert.deepEqual(labels(), []);
    await vscode.commands.executeCommand('backlot.scenes.clearFilter');
    assert.equal(labels().length, 5);
    assert.equal(handle.scenes.tree.message, '');
  });

  it('keeps the script in view when another kind of file becomes active, and empties when it is closed', async () => {
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Not a script' });
    await vscode.window.showTextDocument(other);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(rowsOf(handle.scenes).length, 5);
    await closeAllEditors();
    await waitFor('the empty view', () => rowsOf(handle.scenes).length === 0);
  });
});

/** Drags the row that begins so onto another; '' is the empty space below. */
async function drag(handle: OutlineHandle, from: string, to: string): Promise<void> {
  const find = (label: string) => rowsOf(handle.scenes).find((row) => row.label.startsWith(label))?.node;
  const source = find(from);
  assert.ok(source);
  const data = new vscode.DataTransfer();
  const { token } = new vscode.CancellationTokenSource();
  await handle.dragging.handleDrag?.([source], data, token);
  // VS Code sends what is dragged through its window as JSON: what that cannot carry never arrives.
  data.forEach((item) => assert.deepEqual(JSON.parse(JSON.stringify(item.value)), item.value));
  await handle.dragging.handleDrop?.(to === '' ? undefined : find(to), data, token);
}
