// The papers of the shoot in the real extension host: what the view is told, that it follows script and production, and what is written.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FromUss } from '../../src/core/uss/fromUss';
import type { Productions } from '../../src/planning/planning';
import type { Sheet, ToSheets } from '../../src/sheets/protocol';
import type { SheetsRoom } from '../../src/sheets/sheetsRoom';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = 'Title: Tides\n\nINT. FERRY - NIGHT #1#\n\nRain on glass.\n\nMARA\nI was going to--\n\nDEV\nNo.\n\nEXT. PIER - DAY #2#\n\nMARA\n=SUM(A1)\n';

const roomOf = () => vscode.commands.executeCommand<SheetsRoom>('_backlot.sheets');
const productionsOf = () => vscode.commands.executeCommand<Productions>('_backlot.productions');

const textOf = (sheet: Sheet): string => JSON.stringify(sheet);

async function told(what: string, probe: (message: Extract<ToSheets, { kind: 'show' }>) => boolean): Promise<Extract<ToSheets, { kind: 'show' }>> {
  const { panel } = await roomOf();
  return waitFor(what, () => {
    const last = panel.told;
    return last?.kind === 'show' && probe(last) && last;
  });
}

const exists = (uri: vscode.Uri) => vscode.workspace.fs.stat(uri).then(() => true, () => false);

describe('the sheets of the shoot', () => {
  let editor: vscode.TextEditor;
  let uri: string;

  beforeEach(async () => {
    await activateBacklot();
    editor = await openScript(SCRIPT);
    uri = editor.document.uri.toString();
  });
  afterEach(closeAllEditors);

  it('shows a call sheet of the script alone, and writes nothing', async () => {
    await vscode.commands.executeCommand('backlot.sheets.open', { uri, sheet: 'call' });
    const { sheet, boards } = await told('the call sheet', (each) => each.sheets.chosen === 'call' && each.uri === uri);
    assert.match(textOf(sheet), /FERRY/);
    assert.match(textOf(sheet), /MARA/);
    assert.deepEqual(boards?.choices.map(({ id }) => id), [':script']);
    assert.equal(await exists((await productionsOf()).fileOf(editor.document.uri)), false);
    assert.equal(editor.document.isDirty, false);
  });

  it('follows the script and the production, undo included', async () => {
    await vscode.commands.executeCommand('backlot.sheets.open', { uri, sheet: 'dood' });
    await told('two of the cast', ({ sheet }) => textOf(sheet).includes('DEV'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(editor.document.lineCount, 0), '\n\nINT. CABIN - DAY #3#\n\nOSKAR\nHello?\n');
    await vscode.workspace.applyEdit(edit);
    await told('three of them', ({ sheet }) => textOf(sheet).includes('OSKAR'));
    const productions = await productionsOf();
    await productions.change(editor.document.uri, 'Rules', ({ production }) => ({ ...production, rules: { ...production.rules, title: 'The Tides of Home', start: '2026-05-11' } }));
    await told('the title', ({ sheet }) => textOf(sheet).includes('The Tides of Home'));
    assert.equal(await exists(productions.fileOf(editor.document.uri)), true);
    assert.equal(await productions.undo(editor.document.uri), 'Rules');
    await told('the title gone', ({ sheet }) => !textOf(sheet).includes('The Tides of Home'));
    assert.equal(await productions.redo(editor.document.uri), 'Rules');
    await told('the title again', ({ sheet }) => textOf(sheet).includes('The Tides of Home'));
  });

  it('chooses another sheet, and goes to a scene', async () => {
    await vscode.commands.executeCommand('backlot.sheets.oneLine', { uri });
    await told('the one-liner', ({ sheets }) => sheets.chosen === 'oneLine');
    const { panel } = await roomOf();
    await panel.hear({ kind: 'choose', what: 'sheet', id: 'breakdown' });
    const { items } = await told('the breakdown sheet', ({ sheets }) => sheets.chosen === 'breakdown');
    assert.equal(items?.choices.length, 2);
    const pier = items.choices[1]?.id ?? '';
    await panel.hear({ kind: 'choose', what: 'item', id: pier });
    await told('the pier', ({ sheet }) => textOf(sheet).includes('PIER'));
    await panel.hear({ kind: 'goTo', scene: pier });
    const { selection } = await waitFor('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.lineAt(selection.active.line).text, 'EXT. PIER - DAY #2#');
  });

  it('writes PDF and CSV, and in the CSV nothing that a spreadsheet would run', async () => {
    const folder = vscode.Uri.joinPath(editor.document.uri, '..');
    const pdf = vscode.Uri.joinPath(folder, 'sheets.pdf');
    const csv = vscode.Uri.joinPath(folder, 'sheets.csv');
    await vscode.commands.executeCommand('backlot.sheets.export', { uri, sheet: 'call', format: 'pdf', target: pdf, all: true });
    assert.match(new TextDecoder('latin1').decode((await vscode.workspace.fs.readFile(pdf)).slice(0, 8)), /^%PDF-1\./);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(editor.document.lineCount, 0), '\n\nINT. ATTIC - DAY #4#\n\n+SUM(A1)\n\nMARA\nHm.\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('backlot.sheets.export', { uri, sheet: 'oneLine', format: 'csv', target: csv });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(csv));
    assert.ok(text.startsWith('\uFEFF'));
    assert.match(text, /FERRY/);
    assert.match(text, /,'\+SUM\(A1\)/);
    assert.doesNotMatch(text, /(?:^|,)"?\+SUM/m);
  });

  it('takes a USS schedule out and brings it into a copy of the script', async () => {
    const productions = await productionsOf();
    await productions.change(editor.document.uri, 'Board', ({ production, breakdown }) => ({
      ...production,
      boards: { mine2345: { name: 'Mine', days: [{ id: 'd1', kind: 'shoot', strips: breakdown.scenes.map(({ id }) => ({ scene: id })).reverse() }], boneyard: [], seen: {}, made: { by: 'hand' } } },
    }));
    const file = vscode.Uri.joinPath(editor.document.uri, '..', 'tides.uss');
    await vscode.commands.executeCommand('backlot.sheets.exportUss', { uri }, file);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /"universalScheduleStandard"/);
    const copy = await openScript(SCRIPT);
    const imported = await vscode.commands.executeCommand<FromUss>('backlot.sheets.importUss', { uri: copy.document.uri.toString() }, file, true);
    assert.equal(imported.matched, 2);
    const { production, breakdown, undo } = await productions.of(copy.document.uri);
    assert.deepEqual(Object.values(production.boards).map(({ name, days }) => [name, days.map(({ strips }) => strips)]), [['Mine', [breakdown.scenes.map(({ id }) => ({ scene: id })).reverse()]]]);
    assert.equal(undo, 'Import tides.uss');
    await productions.undo(copy.document.uri);
    assert.deepEqual((await productions.of(copy.document.uri)).production.boards, {});
    const notUss = vscode.Uri.joinPath(file, '..', 'not.uss');
    await vscode.workspace.fs.writeFile(notUss, new TextEncoder().encode('{"a": 1}'));
    const before = await productions.of(editor.document.uri);
    await vscode.commands.executeCommand('backlot.sheets.importUss', { uri }, notUss);
    assert.equal((await productions.of(editor.document.uri)).production, before.production);
  });

  it('answers two who ask at once with the same production, and follows a script to its new name', async () => {
    const productions = await productionsOf();
    await productions.change(editor.document.uri, 'Rules', ({ production }) => ({ ...production, rules: { ...production.rules, title: 'Kept' } }));
    const there = await openScript(SCRIPT);
    await vscode.workspace.fs.copy(productions.fileOf(editor.document.uri), productions.fileOf(there.document.uri));
    const [one, other] = await Promise.all([productions.of(there.document.uri), productions.of(there.document.uri)]);
    assert.equal(one.production.rules.title, 'Kept');
    assert.equal(other.production, one.production);
    await vscode.commands.executeCommand('backlot.sheets.open', { uri: there.document.uri.toString(), sheet: 'oneLine' });
    await told('the sheet', ({ sheet }) => textOf(sheet).includes('Kept'));
    const renamed = vscode.Uri.joinPath(there.document.uri, '..', 'renamed-shoot.fountain');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(there.document.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    await told('the sheet of the new name', (each) => each.uri === renamed.toString() && textOf(each.sheet).includes('Kept'));
    assert.equal(await exists(productions.fileOf(renamed)), true);
    assert.equal(await exists(productions.fileOf(there.document.uri)), false);
    await productions.change(renamed, 'Title', ({ production }) => ({ ...production, rules: { ...production.rules, title: 'Anew' } }));
    await told('the change', ({ sheet }) => textOf(sheet).includes('Anew'));
    assert.equal(await exists(productions.fileOf(there.document.uri)), false);
  });

  it('says why there are no sheets where the production file is broken, and leaves it alone', async () => {
    const productions = await productionsOf();
    const file = productions.fileOf(editor.document.uri);
    const broken = '<<<<<<< HEAD\n{ "version": 1 }\n=======\n>>>>>>> other\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(broken));
    await vscode.commands.executeCommand('backlot.sheets.open', { uri, sheet: 'call' });
    const { panel } = await roomOf();
    const nothing = await waitFor('the sentence', () => panel.told?.kind === 'nothing' && panel.told);
    assert.match(nothing.hint, /merge/);
    await assert.rejects(async () => productions.change(editor.document.uri, 'x', ({ production }) => ({ ...production, rules: { ...production.rules, title: 'x' } })), /merge/);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), broken);
  });
});
