// The statistics in the real extension host: what the view is told, that it follows the writing, goes to places, and what is exported.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Report, ToStatistics } from '../../src/statistics/protocol';
import type { StatisticsPanel } from '../../src/statistics/statisticsPanel';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = 'Title: Tides\n\n# Act One\n\nINT. FERRY - NIGHT #1#\n\nRain on glass.\n\nMARA\nI was going to--\n\nDEV\nNo.\n\n=cut\n\nEXT. PIER - DAY\n\nMARA\n=SUM(A1)\n';

async function panelOf(): Promise<StatisticsPanel> {
  return vscode.commands.executeCommand<StatisticsPanel>('_backlot.statistics');
}

async function told(what: string, probe: (report: Report) => boolean): Promise<Report> {
  const panel = await panelOf();
  return waitFor(what, () => {
    const last: ToStatistics | undefined = panel.told;
    return last?.kind === 'show' && probe(last.report) && last.report;
  });
}

const figure = (report: Report, label: string): string | undefined => report.figures.find((each) => each.label.startsWith(label))?.value;

describe('statistics', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    await activateBacklot();
    editor = await openScript(SCRIPT);
    await vscode.commands.executeCommand('backlot.statistics.open');
  });
  afterEach(closeAllEditors);

  it('shows the script that is written, and follows it', async () => {
    const report = await told('the report', ({ title }) => title === 'Tides');
    assert.equal(figure(report, 'scenes'), '2');
    assert.deepEqual(report.parts.map(({ id }) => id), ['rhythm', 'sections', 'characters', 'exchanges', 'interruptions', 'speeches', 'scenes', 'sets']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(editor.document.lineCount, 0), '\nINT. CAR - DAY\n\nDEV\nDrive.\n');
    await vscode.workspace.applyEdit(edit);
    const later = await told('one scene more', (each) => figure(each, 'scenes') === '3');
    const names = later.parts.find(({ id }) => id === 'characters')?.tables[0]?.rows.map(([name]) => name?.text);
    assert.deepEqual(names?.sort(), ['DEV', 'MARA']);
  });

  it('is not drawn anew by being clicked, only when something changed or the view has just come up', async () => {
    await told('the report', ({ title }) => title === 'Tides');
    const panel = await panelOf();
    const first = panel.told;
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    // In front again: VS Code tells of it as of a click.
    await vscode.commands.executeCommand('backlot.statistics.open', editor.document.uri);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(panel.told, first);
    await panel.hear({ kind: 'width', width: 600 });
    assert.notEqual(panel.told, first);
  });

  it('shows another script when the writer goes there', async () => {
    await told('the report', ({ title }) => title === 'Tides');
    const other = await openScript('Title: Other\n\nINT. A - DAY\n\nHello.\n');
    // A panel that an editor covers is not drawn: it is asked for again.
    await vscode.commands.executeCommand('backlot.statistics.open', other.document.uri);
    await told('the other report', ({ title }) => title === 'Other');
  });

  it('goes to a place in the script', async () => {
    const report = await told('the report', ({ title }) => title === 'Tides');
    const target = report.parts.find(({ id }) => id === 'scenes')?.tables.find(({ id }) => id === 'scenes')?.rows[1]?.[0]?.target ?? -1;
    await (await panelOf()).hear({ kind: 'goTo', target });
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.equal(editor.document.lineAt(vscode.window.activeTextEditor.selection.active.line).text, 'EXT. PIER - DAY');
  });

  it('says so while there is nothing to count', async () => {
    const blank = await openScript('\n');
    await vscode.commands.executeCommand('backlot.statistics.open', blank.document.uri);
    const panel = await panelOf();
    await waitFor('the empty state', () => panel.told?.kind === 'nothing');
  });

  it('exports JSON, CSV and PDF', async () => {
    const folder = vscode.Uri.joinPath(editor.document.uri, '..', 'figures');
    await vscode.workspace.fs.createDirectory(folder);
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
    const run = (wish: object): Thenable<unknown> => vscode.commands.executeCommand('backlot.statistics.export', editor.document.uri, wish);
    const read = async (name: string): Promise<Uint8Array> => vscode.workspace.fs.readFile(at(name));
    const text = async (name: string): Promise<string> => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await read(name));

    await run({ format: 'json', target: at('all.json') });
    const json = JSON.parse(await text('all.json')) as { pages: number; characters: { name: string }[] };
    assert.equal(json.pages, 1);
    assert.deepEqual(json.characters.map(({ name }) => name).sort(), ['DEV', 'MARA']);

    await run({ format: 'csv', table: 'interruptions', target: at('one.csv') });
    assert.equal(await text('one.csv'), '\uFEFFSpeaks next,Breaks off,How,Scene\r\nDEV,MARA,Cut off,1\r\n');

    await run({ format: 'csvFolder', target: folder });
    const files = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => / statistics \w+\.csv$/.test(name));
    assert.deepEqual(files.map((name) => / (\w+)\.csv$/.exec(name)?.[1]).sort(), ['characters', 'exchanges', 'interruptions', 'pages', 'scenes', 'sections', 'sets']);

    await run({ format: 'pdf', target: at('report.pdf') });
    const pdf = await read('report.pdf');
    assert.equal(new TextDecoder('latin1').decode(pdf.slice(0, 5)), '%PDF-');
    assert.ok(pdf.length > 10_000);
  });
});
