// The breakdown in the real editor: tags on words of the script, carried when it changes, undone, lost and told; what a model suggests.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BreakdownRoom } from '../../src/breakdown/breakdownRoom';
import type { Shown, ShownScene } from '../../src/breakdown/protocol';
import { readProduction } from '../../src/core/production/file';
import type { Production } from '../../src/core/production/production';
import { printOf, putCursor, replaceText, SCENE, withScriptedModel } from './suggesting';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

const GARAGE = 'INT. GARAGE - NIGHT\n\nMARA holds a tyre iron. DEV watches. A rusted pickup behind them.\n\nMARA\nWhere is it?\n\nEXT. ROAD - DAY\n\nDev drives the pickup away.\n\nDEV\nGone.\n';
let made = 0;

async function handle(): Promise<BreakdownRoom> {
  await activateBacklot();
  return vscode.commands.executeCommand<BreakdownRoom>('_backlot.breakdown');
}

/** A script in a folder of its own, with no production. */
function fresh(text = GARAGE): Promise<vscode.TextEditor> {
  made += 1;
  return openScript(text, `breakdown-${made}/pilot.fountain`);
}

async function onDisk({ uri }: vscode.TextDocument): Promise<Production | undefined> {
  const file = vscode.Uri.joinPath(uri, '../pilot.production.json');
  try {
    const read = readProduction(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    return read.ok ? read.production : undefined;
  } catch {
    return undefined;
  }
}

/** What the panel shows of a script, once it is as wanted. */
async function shown(document: vscode.TextDocument, isThere: (shown: Shown) => boolean = () => true): Promise<Shown> {
  const { panel } = await handle();
  return waitFor('the breakdown to be shown', () => (panel.told?.kind === 'show' && panel.told.uri === document.uri.toString() && isThere(panel.told) ? panel.told : undefined));
}

const open = (document: vscode.TextDocument): Thenable<unknown> => vscode.commands.executeCommand('backlot.breakdown.open', document.uri);
const elementsOf = (scene: ShownScene | undefined): string[] => (scene?.rows ?? []).flatMap(({ category, elements }) => elements.map(({ name, from }) => `${category} ${name} ${from}`));

/** Tags words as the writer would: selected, then the category and the name chosen. */
async function tag(editor: vscode.TextEditor, words: string, category: string, name: string): Promise<void> {
  const { productions } = await handle();
  const at = editor.document.getText().indexOf(words);
  const { tagSelection } = await import('../../src/core/breakdown/tags');
  const { layoutOf } = await import('../../src/core/page/layout');
  const { STANDARD_PAGE } = await import('../../src/core/page/page');
  await productions.change(editor.document.uri, `Tag ${name}`, ({ production, script }) =>
    tagSelection(production, layoutOf(script, STANDARD_PAGE), { from: at, to: at + words.length }, { category, name }, () => productions.newId(production)),
  );
}

const hoverAt = async (document: vscode.TextDocument, words: string): Promise<string> => {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers.flatMap(({ contents }) => contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : ''))).join('\n');
};

describe('the breakdown', () => {
  const server = withScriptedModel();
  afterEach(async () => {
    const room = await handle();
    if (room.tint()) {
      await room.toggleTint();
    }
    await closeAllEditors();
  });

  it('is there at once from the script alone, and writes nothing before the first change', async () => {
    const editor = await fresh();
    await open(editor.document);
    const { scenes, totals, keeping } = await shown(editor.document);
    assert.deepEqual(scenes.map(({ number, set }) => `${number} ${set}`), ['1 GARAGE', '2 ROAD']);
    assert.match(totals, /^2 scenes/);
    assert.match(keeping, /Your first change is kept in pilot\.production\.json/);
    assert.deepEqual(elementsOf(scenes[0]).map((each) => each.toLowerCase()), ['cast mara speaks', 'cast dev silent']);
    assert.equal(await onDisk(editor.document), undefined);
  });

  it('tags words, says over them what they are, follows them through edits, and never changes the script', async () => {
    const editor = await fresh();
    const { document } = editor;
    const before = printOf(document);
    await open(document);
    await tag(editor, 'rusted pickup', 'vehicles', 'Pickup');
    const first = await shown(document, ({ scenes }) => elementsOf(scenes[0]).includes('vehicles Pickup hand'));
    assert.match(first.keeping, /^Kept in pilot\.production\.json/);
    assert.deepEqual(printOf(document), before);
    assert.match(await hoverAt(document, 'rusted pickup'), /\*\*Pickup\*\* · Vehicles[^]*Scene 1[^]*Take the tag off/);
    await replaceText(document, 'INT. GARAGE - NIGHT', 'INT. HALL - DAY\n\nNobody.\n\nINT. GARAGE - NIGHT');
    await replaceText(document, 'A rusted pickup', 'A very old, rusted pickup');
    const moved = await shown(document, ({ scenes }) => scenes.length === 3 && elementsOf(scenes[1]).includes('vehicles Pickup hand'));
    assert.equal(moved.orphans.length, 0);
    const scene = moved.scenes[1];
    const element = scene?.rows.flatMap(({ elements }) => elements).find(({ name }) => name === 'Pickup');
    assert.deepEqual([element?.places, element?.lost], [1, []]);
    await (await handle()).panel.hear({ kind: 'goTo', scene: scene?.id ?? '', element: element?.id ?? '', at: 0 });
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), 'rusted pickup');
  });

  it('takes a tag off at the cursor, and undo and redo bring it back and away', async () => {
    const editor = await fresh();
    const { document } = editor;
    await tag(editor, 'tyre iron', 'props', 'Tyre iron');
    assert.equal(Object.values((await onDisk(document))?.elements ?? {}).some(({ name }) => name === 'Tyre iron'), true);
    putCursor(editor, 'yre iron');
    await vscode.commands.executeCommand('backlot.breakdown.untag');
    const tags = async (): Promise<number> => Object.values((await onDisk(document))?.scenes ?? {}).reduce((sum, scene) => sum + Object.keys(scene.tags).length, 0);
    assert.equal(await tags(), 0);
    await open(document);
    const iron = (await shown(document, ({ categories }) => categories.some(({ elements }) => elements.some(({ unused }) => unused)))).categories.flatMap(({ elements }) => elements).find(({ unused }) => unused);
    assert.equal(iron?.name, 'Tyre iron');
    await (await handle()).panel.hear({ kind: 'removeElement', element: iron.id });
    assert.equal(Object.values((await onDisk(document))?.elements ?? {}).some(({ name }) => name === 'Tyre iron'), false);
    await vscode.commands.executeCommand('backlot.breakdown.undo', document.uri);
    await vscode.commands.executeCommand('backlot.breakdown.undo', document.uri);
    assert.equal(await tags(), 1);
    await vscode.commands.executeCommand('backlot.breakdown.redo', document.uri);
    assert.equal(await tags(), 0);
  });

  it('takes silent cast out of a scene and puts it back, and sets a scene by hand', async () => {
    const { document } = await fresh();
    await open(document);
    const { scenes } = await shown(document);
    const { panel } = await handle();
    const [scene] = scenes;
    const dev = scene?.rows.flatMap(({ elements }) => elements).find(({ from }) => from === 'silent');
    assert.ok(scene && dev);
    await panel.hear({ kind: 'remove', scene: scene.id, element: dev.id });
    await shown(document, (now) => now.scenes[0]?.out.length === 1 && elementsOf(now.scenes[0]).length === 1);
    await panel.hear({ kind: 'putBack', scene: scene.id, element: dev.id });
    await shown(document, (now) => now.scenes[0]?.out.length === 0 && elementsOf(now.scenes[0]).length === 2);
    await panel.hear({ kind: 'set', scene: scene.id, field: 'light', value: 'dawn' });
    await shown(document, (now) => now.scenes[0]?.light === 'Dawn');
    const writer = beWriter({});
    await assert.rejects(panel.hear({ kind: 'set', scene: scene.id, field: 'minutes', value: 'many' }), /Minutes are a number/);
    writer.restore();
  });

  it('takes what was typed for one script into that one, though the panel has followed the writer to another', async () => {
    const { document } = await fresh();
    await open(document);
    const [scene] = (await shown(document)).scenes;
    const { document: other } = await fresh('INT. ATTIC - DAY\n\nDust.\n');
    await open(other);
    await shown(other);
    const { panel } = await handle();
    const typed = { kind: 'set', scene: scene?.id ?? '', field: 'notes', value: 'Rain.' } as const;
    await panel.hear(typed, document.uri.toString());
    assert.deepEqual([Object.values((await onDisk(document))?.scenes ?? {}).map(({ notes }) => notes).filter(Boolean), await onDisk(other)], [['Rain.'], undefined]);
    await assert.rejects(panel.hear(typed), /That scene is not there any more/);
    await panel.hear(typed, 'file:///never/shown.fountain');
  });

  it('tells of words that are gone and of scenes that are gone, reattaches both, and loses nothing by itself', async () => {
    const editor = await fresh();
    const { document } = editor;
    await open(document);
    await tag(editor, 'tyre iron', 'props', 'Tyre iron');
    await replaceText(document, 'tyre iron', 'crowbar');
    const { scenes } = await shown(document, (now) => now.scenes[0]?.rows.some(({ elements }) => elements.some(({ lost }) => lost.length > 0)) === true);
    const lost = scenes[0]?.rows.flatMap(({ elements }) => elements).find(({ name }) => name === 'Tyre iron');
    assert.deepEqual(lost?.lost, ['tyre iron']);
    const shownEditor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const at = document.getText().indexOf('crowbar');
    shownEditor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + 7));
    await (await handle()).panel.hear({ kind: 'reattachTag', scene: scenes[0]?.id ?? '', element: lost.id, at: 0 });
    await shown(document, (now) => now.scenes[0]?.rows.every(({ elements }) => elements.every((each) => each.lost.length === 0)) === true);
    const text = document.getText();
    await replaceText(document, text.slice(0, text.indexOf('EXT. ROAD')), '');
    const gone = await shown(document, ({ orphans }) => orphans.length === 1);
    assert.match(gone.orphans[0]?.told ?? '', /GARAGE/);
    await (await handle()).panel.hear({ kind: 'letGo', orphan: gone.orphans[0]?.id ?? '' });
    await shown(document, ({ orphans }) => orphans.length === 0);
    await vscode.commands.executeCommand('backlot.breakdown.undo', document.uri);
    await shown(document, ({ orphans }) => orphans.length === 1);
    await replaceText(document, 'EXT. ROAD', `${text.slice(0, text.indexOf('EXT. ROAD'))}EXT. ROAD`);
    const back = await shown(document, ({ orphans, scenes: now }) => orphans.length === 0 && now.length === 2);
    assert.ok(elementsOf(back.scenes[0]).includes('props Tyre iron hand'));
  });

  it('keeps of what a model names only what stands in the scene, is new and was not refused; and forgets nothing of it', async () => {
    const { document } = await fresh();
    await open(document);
    const { scenes } = await shown(document);
    const items = [
      { scene: 1, category: 'props', name: 'Car key', words: 'car key', count: 1 },
      { scene: 1, category: 'setDressing', name: 'Workbench', words: 'behind them', count: 1 },
      { scene: 2, category: 'stunts', name: 'Precision driving', words: 'drives the pickup away', count: 2 },
      { scene: 2, category: 'cast', name: 'Dev', words: 'Dev', count: 1 },
      { scene: 2, category: 'stunts', name: 'Precision driving', words: 'Dev drives', count: 1 },
    ];
    server().script([{ text: '{"elements":[' }, ...items.flatMap((item, at) => [{ waitMs: 20 }, { text: `${at > 0 ? ',' : ''}${JSON.stringify(item)}` }]), { text: ']}' }]);
    const before = printOf(document);
    const writer = beWriter({});
    await vscode.commands.executeCommand('backlot.breakdown.askModel', document.uri, 'script');
    const told = await waitFor('the outcome to be told', () => (writer.told.length > 0 ? writer.told.join('\n') : undefined));
    writer.restore();
    assert.match(told, /2 suggestions to look at\. 1 was left out: its words are not in the scene\./);
    const named = await shown(document, ({ suggestions }) => suggestions.filter(({ fromModel }) => fromModel).length === 2);
    const [bench, driving] = named.suggestions.filter(({ fromModel }) => fromModel);
    assert.deepEqual([bench?.name, driving?.name, driving?.words], ['Workbench', 'Precision driving', 'drives the pickup away']);
    assert.deepEqual(printOf(document), before);
    const sent = server().requests.at(-1)?.messages.at(-1)?.content ?? '';
    assert.match(sent, /<pages>\n1\.\nINT\. GARAGE - NIGHT\n[^]*<shown>[^]*1: MARA[^]*List at most \d+ elements of scenes 1 to 2 in <pages>/i);
    const { panel } = await handle();
    await panel.hear({ kind: 'accept', keys: [driving?.key ?? ''] });
    await panel.hear({ kind: 'refuse', keys: [bench?.key ?? ''] });
    const after = await shown(document, ({ suggestions }) => suggestions.every(({ fromModel }) => !fromModel));
    const stunt = after.scenes[1]?.rows.find(({ category }) => category === 'stunts')?.elements[0];
    assert.deepEqual([stunt?.name, stunt?.count, stunt?.places], ['Precision driving', 2, 1]);
    assert.equal(scenes.length, 2);
    await vscode.commands.executeCommand('backlot.breakdown.askModel', document.uri, 'script');
    assert.equal((await shown(document)).suggestions.filter(({ fromModel }) => fromModel).length, 0);
  });

  it('asks nothing of a model that is gone, and says in one sentence what is wrong', async () => {
    const { document } = await fresh(SCENE);
    await open(document);
    server().script([{ status: 500, message: 'out of order' }]);
    const writer = beWriter({});
    await vscode.commands.executeCommand('backlot.breakdown.askModel', document.uri, 'script');
    const told = await waitFor('what is wrong', () => (writer.told.length > 0 ? writer.told.join('\n') : undefined));
    writer.restore();
    assert.match(told, /The model named nothing new\./);
  });

  it('tints tagged words while it is asked for', async () => {
    const editor = await fresh();
    await tag(editor, 'rusted pickup', 'vehicles', 'Pickup');
    await vscode.commands.executeCommand('backlot.breakdown.toggleTint');
    const drawn = await waitFor('the tint', async () => (await handle()).tint()?.drawn.get(editor.document.uri.toString()));
    const words = [...drawn.values()].flat().map((range) => editor.document.getText(range));
    assert.deepEqual(words.sort(), ['DEV', 'Dev', 'MARA', 'rusted pickup'].filter((each) => words.includes(each)).sort());
    assert.ok(words.includes('rusted pickup') && words.includes('DEV') && !words.includes('tyre iron'));
    await vscode.commands.executeCommand('backlot.breakdown.toggleTint');
    assert.equal((await handle()).tint(), undefined);
  });

  it('asks for an untitled script to be saved, and says where there are no scenes', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: GARAGE });
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('backlot.breakdown.open', untitled.uri);
    const { panel } = await handle();
    const told = await waitFor('what is to be done', () => (panel.told?.kind === 'nothing' ? panel.told : undefined));
    assert.match(told.title, /Save the script first/);
    const { document } = await fresh('Just words.\n');
    await open(document);
    await waitFor('that there are no scenes', () => panel.told?.kind === 'nothing' && /No scenes yet/.test(panel.told.title));
  });

  it('says above the sheets that a file cannot be read, and writes nothing over it', async () => {
    const { document } = await fresh();
    const file = vscode.Uri.joinPath(document.uri, '../pilot.production.json');
    const broken = new TextEncoder().encode('{"version": 1, <<<<<<< ours');
    await vscode.workspace.fs.writeFile(file, broken);
    await open(document);
    const told = await shown(document, ({ trouble }) => trouble !== undefined);
    assert.deepEqual([told.scenes.length, told.suggestions.length], [2, 0]);
    await assert.rejects((await handle()).panel.hear({ kind: 'set', scene: told.scenes[0]?.id ?? '', field: 'notes', value: 'x' }));
    assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...broken]);
  });
});
