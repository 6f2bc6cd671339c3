// The form of the production in the real extension host: what it is told, what it takes and refuses, undo, changes from outside, CSV.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readProduction, serialiseProduction } from '../../src/core/production/file';
import type { Production } from '../../src/core/production/production';
import type { ProductionPanel } from '../../src/production/productionPanel';
import type { ProductionRoom } from '../../src/production/productionRoom';
import type { Cell, Shown, ToProduction } from '../../src/production/protocol';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

const SCRIPT = 'INT. MILL - DAY #1#\n\nMARA\nYes.\n\nEXT. ROAD - DAY #2#\n\nJON\nNo.\n\nMARA\nWhy?\n\nINT. MILL - NIGHT #3#\n\nMARA\nGo.\n';

const fileOf = ({ uri }: vscode.TextDocument): vscode.Uri => uri.with({ path: uri.path.replace(/\.fountain$/, '.production.json') });
const beside = ({ uri }: vscode.TextDocument, name: string): vscode.Uri => vscode.Uri.joinPath(uri, '..', name);
const write = (file: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
const read = async (file: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));

async function kept(document: vscode.TextDocument): Promise<Production | undefined> {
  const text = await read(fileOf(document)).catch(() => undefined);
  const made = text === undefined ? undefined : readProduction(text);
  return made?.ok ? made.production : undefined;
}

describe('the production', () => {
  let document: vscode.TextDocument;
  let panel: ProductionPanel;

  before(activateBacklot);
  beforeEach(async () => {
    ({ document } = await openScript(SCRIPT));
    await vscode.commands.executeCommand('backlot.production.open', document.uri);
    const room = await vscode.commands.executeCommand<ProductionRoom>('_backlot.production');
    panel = await waitFor('the panel', () => room.panelOf(document.uri.toString()));
  });
  afterEach(closeAllEditors);

  const shows = (what: string, probe: (shown: Shown) => boolean): Promise<Shown> =>
    waitFor(what, () => {
      const told: ToProduction | undefined = panel.told;
      return told?.kind === 'show' && probe(told) && told;
    });
  const cell = (shown: Shown, ending: string, name: string): Cell | undefined => shown.tabs.flatMap(({ sections }) => sections).flatMap(({ rows }) => rows).find(({ told }) => told === name)?.cells.find(({ key }) => key.endsWith(`/${ending}`));
  const key = async (field: string, name: string): Promise<string> => {
    const shown = await shows(name, (each) => cell(each, field, name) !== undefined);
    return cell(shown, field, name)?.key ?? '';
  };
  const set = async (field: string, name: string, text: string): Promise<void> => panel.hear({ kind: 'set', key: await key(field, name), text });
  const value = (shown: Shown, field: string, name: string): string | undefined => {
    const found = cell(shown, field, name);
    return found?.kind === 'text' ? (found.shown ?? found.value) : undefined;
  };

  it('shows the script’s cast and writes nothing before the writer does', async () => {
    const shown = await shows('the cast', ({ tabs }) => tabs[0]?.sections[0]?.rows.length === 2);
    assert.deepEqual(shown.tabs.map(({ id, count }) => [id, count]), [['cast', '2'], ['elements', '0'], ['places', '2'], ['crew', '0'], ['rules', ''], ['demands', '0']]);
    assert.equal(await kept(document), undefined);
  });

  it('takes what is typed, refuses what is not right, and undoes', async () => {
    await set('dayCost', 'MARA', '1,200');
    await shows('the sum', (shown) => value(shown, 'dayCost', 'MARA') === '€1,200');
    const mara = Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'MARA');
    assert.deepEqual([mara?.dayCost, mara?.castNumber], [1200, 1]);
    await set('dayCost', 'MARA', 'a lot');
    assert.equal(Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'MARA')?.dayCost, 1200);
    await panel.hear({ kind: 'window', key: await key('available', 'JON'), old: '', text: '2027-05-12 to 2027-05-16' });
    assert.deepEqual(Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'JON')?.available, [{ from: '2027-05-12', to: '2027-05-16' }]);
    await vscode.commands.executeCommand('backlot.production.undo', document.uri);
    await panel.hear({ kind: 'undo' });
    await shows('no sum', (shown) => value(shown, 'dayCost', 'MARA') === '');
    await panel.hear({ kind: 'redo' });
    await shows('the sum again', (shown) => value(shown, 'dayCost', 'MARA') === '€1,200');
    assert.equal(document.getText(), SCRIPT);
  });

  it('answers with what was said of a window, so that another one that is typed stays', async () => {
    const available = await key('available', 'JON');
    const answers: ToProduction[] = [];
    const view = panel as unknown as { post(message: ToProduction): void };
    const post = view.post.bind(panel);
    view.post = (message) => {
      answers.push(message);
      post(message);
    };
    await panel.hear({ kind: 'window', key: available, old: '', text: '12-40 May' });
    await panel.hear({ kind: 'window', key: available, old: '', text: '2027-05-12' });
    assert.deepEqual(answers.flatMap((each) => (each.kind === 'refused' || each.kind === 'saved' ? [[each.kind, each.said]] : [])), [['refused', '12-40 May'], ['saved', '2027-05-12']]);
  });

  it('stays with its script when that gets another name', async () => {
    await set('dayCost', 'MARA', '100');
    const to = beside(document, `renamed-${Date.now()}.fountain`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitFor('the form of the new name', () => panel.uri.toString() === to.toString() && panel.told?.kind === 'show' && panel.told.uri === to.toString());
    const room = await vscode.commands.executeCommand<ProductionRoom>('_backlot.production');
    assert.deepEqual([room.panelOf(to.toString()) === panel, room.panelOf(document.uri.toString())], [true, undefined]);
    document = await vscode.workspace.openTextDocument(to);
    await set('dayCost', 'MARA', '250');
    assert.equal(Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'MARA')?.dayCost, 250);
  });

  it('adds locations, crew and demands, puts sets together, and takes rows away', async () => {
    await shows('the form', () => true);
    const first = await shows('the sets', ({ tabs }) => tabs[2]?.sections[1]?.rows.length === 2);
    const sets = first.tabs[2]?.sections[1]?.rows.map(({ id }) => id) ?? [];
    await panel.hear({ kind: 'put', sets, location: 'Old mill', make: true });
    await panel.hear({ kind: 'add', what: 'crew', values: { department: 'Camera', name: 'Ada', dayCost: '450' } });
    await panel.hear({ kind: 'add', what: 'pinned', values: { scene: '2', date: '2027-05-12' } });
    await panel.hear({ kind: 'add', what: 'before', values: { first: '3', then: '3' } });
    const now = await kept(document);
    const [location] = Object.keys(now?.locations ?? {});
    assert.deepEqual(Object.values(now?.sets ?? {}).map((each) => each.location), [location, location]);
    assert.deepEqual([Object.values(now?.crew ?? {}), Object.values(now?.demands ?? {}).map(({ kind }) => kind)], [[{ department: 'Camera', name: 'Ada', dayCost: 450 }], ['pinned']]);
    await panel.hear({ kind: 'remove', key: `locations/${location ?? ''}/` });
    const after = await kept(document);
    assert.deepEqual([after?.locations, Object.values(after?.sets ?? {}).map((each) => each.location)], [{}, [undefined, undefined]]);
    await panel.hear({ kind: 'remove', key: `elements/${Object.keys(after?.elements ?? {})[0] ?? ''}/` });
    assert.equal(Object.keys((await kept(document))?.elements ?? {}).length, 2);
  });

  it('shows a change of the file from outside at once, and says so when it cannot be read', async () => {
    await set('dayCost', 'MARA', '100');
    const now = await kept(document);
    assert.ok(now);
    await write(fileOf(document), serialiseProduction({ ...now, rules: { ...now.rules, title: 'From outside' } }));
    await shows('the title', ({ tabs }) => JSON.stringify(tabs[4]).includes('From outside'));
    await write(fileOf(document), '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n');
    const told = await waitFor('the trouble', () => panel.told?.kind === 'nothing' && panel.told);
    assert.deepEqual([told.action?.go, told.text.length > 20], ['file', true]);
    await panel.hear({ kind: 'go', to: 'file' });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileOf(document).toString());
  });

  it('opens where another view says, by the script’s address as text', async () => {
    await vscode.commands.executeCommand('backlot.production.open', { uri: document.uri.toString(), tab: 'rules', id: 'x' });
    await vscode.commands.executeCommand('backlot.production.open', { uri: document.uri.toString(), tab: '__proto__' });
    const room = await vscode.commands.executeCommand<ProductionRoom>('_backlot.production');
    assert.equal(room.panelOf(document.uri.toString()), panel);
  });

  it('asks before it numbers the cast anew, and says what that means', async () => {
    const writer = beWriter({ inputs: ['two', '2'], presses: ['Renumber'] });
    await panel.hear({ kind: 'renumber', id: (await key('castNumber', 'MARA')).split('/')[1] ?? '' });
    writer.restore();
    assert.ok(writer.told.some((each) => each.startsWith('refused:')) && writer.told.some((each) => each.startsWith('modal:') && each.includes('JON')));
    assert.deepEqual(Object.values((await kept(document))?.elements ?? {}).map(({ name, castNumber }) => [name, castNumber]).sort(), [['JON', 1], ['MARA', 2]]);
    const unsure = beWriter({ inputs: ['9'] });
    await vscode.commands.executeCommand('backlot.production.renumber', document.uri, (await key('castNumber', 'MARA')).split('/')[1]);
    unsure.restore();
    assert.equal(Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'MARA')?.castNumber, 2);
  });

  it('exports a table that a spreadsheet opens, and imports one after a yes alone', async () => {
    const file = beside(document, 'cast.csv');
    await set('dayCost', 'MARA', '800');
    await vscode.commands.executeCommand('backlot.production.export', document.uri, { table: 'cast', target: file });
    const text = await read(file);
    assert.match(text, /^(?:\uFEFF)?Number,Character,/);
    assert.match(text, /1,MARA,,800,/);
    await write(file, 'Number;Character;Day cost;Shoe size\n1;MARA;950;38\n2;JON;much;40\n');
    const no = vscode.commands.executeCommand<boolean>('backlot.production.import', document.uri, { source: file });
    await waitFor('the question', () => panel.asking && true);
    assert.deepEqual(panel.asking?.lines.map(({ tone }) => tone), ['changed', 'problem', 'note']);
    await panel.hear({ kind: 'answer', yes: false });
    assert.equal(await no, false);
    const yes = vscode.commands.executeCommand<boolean>('backlot.production.import', document.uri, { source: file });
    await waitFor('the question again', () => panel.asking && true);
    await panel.hear({ kind: 'answer', yes: true });
    assert.equal(await yes, true);
    assert.equal(Object.values((await kept(document))?.elements ?? {}).find(({ name }) => name === 'MARA')?.dayCost, 950);
  });

  it('says what to do for an untitled script, one without scenes, and a file that is none', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCRIPT });
    const writer = beWriter({});
    await vscode.commands.executeCommand('backlot.production.open', untitled.uri);
    await waitFor('the sentence', () => writer.told.some((each) => each.includes('Save the script first')));
    await write(beside(document, 'x.xlsx'), 'PK\u0003\u0004');
    await vscode.commands.executeCommand('backlot.production.import', document.uri, { source: beside(document, 'x.xlsx') });
    await waitFor('the other sentence', () => writer.told.some((each) => each.includes('Save it as CSV')));
    writer.restore();
    const { document: blank } = await openScript('\n');
    await vscode.commands.executeCommand('backlot.production.open', blank.uri);
    const room = await vscode.commands.executeCommand<ProductionRoom>('_backlot.production');
    const told = await waitFor('the empty form', () => room.panelOf(blank.uri.toString())?.told);
    assert.ok(told.kind === 'show' && told.tabs[0]?.sections[0]?.empty !== undefined);
  });
});
