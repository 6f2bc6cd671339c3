// What If in the real extension host: asked for, kept in files, read again, developed, merged as drafts, written as a branch.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readScenario, serialiseScenario } from '../../src/core/scenarios/file';
import { branchText } from '../../src/core/scenarios/branch';
import { toInk } from '../../src/core/ink/toInk';
import { parse } from '../../src/core/fountain/parse';
import type { Scenario } from '../../src/core/scenarios/scenario';
import type { Shown } from '../../src/scenarios/protocol';
import type { ScenarioRoom } from '../../src/scenarios/scenarioRoom';
import { connect, printOf, putCursor, withScriptedModel } from './suggesting';
import { outlineHandle, rowsOf } from './outlineHandle';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

const SCRIPT = [
  'INT. DINER - NIGHT', '', 'Rain. MARA lays a letter on the table.', '', 'DEV', 'Did you open it?', '', 'MARA', 'No.', '',
  'EXT. LOT - LATER', '', 'DEV', 'Say it, then.', '', 'INT. CAR - NIGHT', '', 'She drives.', '',
].join('\n');

const IDEAS = [
  { turn: 'knows', title: 'The Steamed Envelope', logline: 'Dev has read it before her.', beats: ['Dev hides the kettle.', 'Mara sees the wet seal.'], consequences: [{ scene: 'EXT. LOT - LATER', number: '', change: 'He has nothing to ask.' }] },
  { turn: 'pays', title: 'The Waitress Signs', logline: 'A stranger pays for them.', beats: ['The waitress lends a pen.', 'Her name lands on the form.', 'The owner takes her apron.'], consequences: [{ scene: 'INT. COURT - DAY', number: '', change: 'There is no such scene.' }] },
];
const asked = (ideas: readonly object[] = IDEAS) => [{ text: `{"scenarios":${JSON.stringify(ideas)}}` }];
const PLAN = [{ text: JSON.stringify({ scenes: [{ fate: 'change', label: 'S1', heading: 'INT. DINER - NIGHT', beat: 'The seal is wet.' }, { fate: 'new', label: '', heading: 'INT. KITCHEN - NIGHT', beat: 'The kettle.' }] }) }];
const DINER = 'INT. DINER - NIGHT\n\nSteam on the window.\n\nMARA\nYou opened it.';
const KITCHEN = 'INT. KITCHEN - NIGHT\n\nThe kettle is still warm.';

const room = (): Thenable<ScenarioRoom> => vscode.commands.executeCommand<ScenarioRoom>('_backlot.scenarios');
const scenariosOf = async (document: vscode.TextDocument): Promise<readonly Scenario[]> => (await (await room()).shelves.of(document)).scenarios;
const folderOf = ({ uri }: vscode.TextDocument): vscode.Uri => vscode.Uri.joinPath(uri, '..', '.backlot', 'scenarios', uri.path.slice(uri.path.lastIndexOf('/') + 1));

async function filesOf(document: vscode.TextDocument): Promise<Map<string, string>> {
  const entries = await vscode.workspace.fs.readDirectory(folderOf(document)).then(undefined, () => []);
  // A file that is being written over is not there for a moment.
  const read = (name: string): Thenable<string | undefined> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folderOf(document), name)).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
  const texts = await Promise.all(entries.map(async ([name]) => [name, await read(name)] as const));
  return new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
}

async function write(document: vscode.TextDocument, name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folderOf(document), name), new TextEncoder().encode(text));
}

const ask = (document: vscode.TextDocument, steer = ''): Thenable<unknown> => vscode.commands.executeCommand('backlot.scenarios.whatIf', { uri: document.uri.toString(), from: 0, steer });

/** What the view shows, once that is so. */
async function shows(what: string, probe: (shown: Shown) => boolean, withinMs?: number): Promise<Shown> {
  const { view } = await room();
  await vscode.commands.executeCommand('backlot.scenarios.show');
  return waitFor(what, () => view.told && probe(view.told) && view.told, withinMs);
}

describe('what if', () => {
  const server = withScriptedModel();
  let document: vscode.TextDocument;

  before(activateBacklot);
  beforeEach(async () => {
    ({ document } = await openScript(SCRIPT));
  });
  afterEach(closeAllEditors);

  /** The right sides of the drafts that are open in tabs. */
  async function tabsOf(): Promise<vscode.Uri[]> {
    const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
    return Promise.resolve(inputs.flatMap((input) => (input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'backlot-draft' ? [input.modified] : [])));
  }

  /** Two scenarios, the first developed. */
  async function developed(): Promise<Scenario> {
    server().script(asked());
    await ask(document);
    const [first] = await scenariosOf(document);
    assert.ok(first);
    server().script(PLAN, [{ text: `\`\`\`fountain\n${DINER}\n\`\`\`` }], [{ text: KITCHEN }]);
    await vscode.commands.executeCommand('backlot.scenarios.develop', first.id);
    const made = (await scenariosOf(document)).find(({ id }) => id === first.id);
    assert.ok(made);
    return made;
  }

  it('shows scenarios as cards and keeps each in a file beside the script, which stays as it is', async () => {
    const print = printOf(document);
    server().script(asked());
    await ask(document, 'somebody has read it');
    assert.match(JSON.stringify(server().requests.at(-1)), /somebody has read it/);
    const scenarios = await scenariosOf(document);
    assert.deepEqual(scenarios.map(({ title, fate, steer }) => [title, fate, steer]), IDEAS.map(({ title }) => [title, 'open', 'somebody has read it']));
    const read = [...(await filesOf(document)).values()].map((text) => readScenario(text));
    assert.deepEqual(read.flatMap((each) => (each.ok ? [each.scenario.id] : [])).sort(), scenarios.map(({ id }) => id).sort());
    const shown = await shows('the cards', ({ groups }) => groups[0]?.cards.length === 2);
    assert.equal(shown.groups[0]?.heading, 'INT. DINER - NIGHT');
    assert.deepEqual(shown.groups[0].cards.map(({ consequences }) => consequences.map(({ scene, found }) => [scene, found])), [[['EXT. LOT - LATER', true]], [['INT. COURT - DAY', false]]]);
    assert.deepEqual(printOf(document), print);
  });

  it('asks for a section, a selection, a row of the Scenes view and to the end', async () => {
    const { document: long } = await openScript(`# Act One\n\n${SCRIPT}`);
    const heard: string[] = [];
    const { scenes } = await outlineHandle();
    const { node: row } = await waitFor('the row', () => rowsOf(scenes).find(({ label }) => label.includes('LOT')));
    const commands: readonly [string, unknown][] = [
      ['backlot.scenarios.whatIfSection', undefined],
      ['backlot.scenarios.whatIf', row],
      ['backlot.scenarios.whatIfToEnd', row],
      ['backlot.scenarios.whatIfSelection', { uri: long.uri.toString(), from: long.getText().indexOf('DEV'), to: long.getText().indexOf('Say it'), steer: '' }],
    ];
    for (const [command, said] of commands) {
      const editor = await vscode.window.showTextDocument(long);
      putCursor(editor, 'Rain.');
      server().script(asked([{ ...IDEAS[0], beats: [`Beat one of ${command}.`, `Beat two of ${command}.`] }]));
      const writer = beWriter({ inputs: [''] });
      await vscode.commands.executeCommand(command, said);
      heard.push(...writer.told);
      writer.restore();
    }
    const scopes = (await scenariosOf(long)).map(({ scope }) => [scope.kind, scope.from, scope.to]);
    assert.deepEqual(scopes, [
      ['section', 'Act One', 'INT. CAR - NIGHT'],
      ['scene', 'EXT. LOT - LATER', 'EXT. LOT - LATER'],
      ['toEnd', 'EXT. LOT - LATER', 'INT. CAR - NIGHT'],
      ['range', 'INT. DINER - NIGHT', 'EXT. LOT - LATER'],
    ]);
    assert.equal(heard.length, 3, 'a wish is asked for, but where it is given');
  });

  it('sends nothing when the writer goes away from the box, and offers to connect where no model is', async () => {
    const before = server().requests.length;
    const away = beWriter({ inputs: [undefined] });
    await vscode.commands.executeCommand('backlot.scenarios.whatIf');
    away.restore();
    assert.equal(server().requests.length, before);
    await connect(undefined, undefined);
    const writer = beWriter({});
    await ask(document);
    await connect(server().address, server().model);
    writer.restore();
    assert.match(writer.told.join(), /No model is connected/);
    assert.deepEqual(await scenariosOf(document), []);
  });

  it('tells what is wrong with an answer and can try again, whatever came', async () => {
    const { view } = await room();
    for (const answer of ['', '<!DOCTYPE html><html><body>502</body></html>', 'I cannot help with that.', '{"scenarios":[{"title":"Half']) {
      server().script([{ text: answer }]);
      await ask(document);
      await shows('a sentence', ({ groups }) => (answer === '' ? /without a word/ : /held no scenario/).test(groups[0]?.message?.text ?? ''));
    }
    const shown = await shows('that it can be tried again', ({ groups }) => groups[0]?.message?.again === true);
    server().script([{ text: `{"scenarios":[${JSON.stringify(IDEAS[0])},{"ti` }, { cut: true }]);
    view.hear({ kind: 'again', key: shown.groups[0]?.key });
    const cut = await shows('what was whole', ({ groups }) => groups[0]?.cards.length === 1 && groups[0].message !== undefined);
    assert.match(cut.groups[0]?.message?.text ?? '', /cut short/);
    // What is too like those shown is not shown again.
    server().script(asked([IDEAS[0] ?? {}]));
    view.hear({ kind: 'others', key: cut.groups[0]?.key, steer: '' });
    await shows('why nothing came', ({ groups }) => groups[0]?.message?.text.includes('too like') === true);
    assert.equal((await scenariosOf(document)).length, 1);
  });

  it('stops when the writer says so, and keeps what was whole', async () => {
    let release: () => void = () => undefined;
    server().script([{ text: `{"scenarios":[${JSON.stringify(IDEAS[0])},` }, { waitFor: new Promise<void>((resolve) => (release = resolve)) }]);
    const asking = ask(document);
    const shown = await shows('the first card', ({ groups }) => groups[0]?.cards.length === 1 && groups[0].asking !== undefined);
    (await room()).view.hear({ kind: 'stop', key: shown.groups[0]?.key });
    await asking;
    release();
    assert.equal((await scenariosOf(document)).length, 1);
    await shows('an end', ({ groups }) => groups[0]?.asking === undefined);
  });

  it('asks for the same place of two scripts at once', async () => {
    let release: () => void = () => undefined;
    server().script([{ text: `{"scenarios":[${JSON.stringify(IDEAS[0])}` }, { waitFor: new Promise<void>((resolve) => (release = resolve)) }, { text: ']}' }], asked([IDEAS[1] ?? {}]));
    const asking = ask(document);
    await waitFor('the first card', async () => (await scenariosOf(document)).length === 1);
    const { document: other } = await openScript(SCRIPT);
    const writer = beWriter({});
    await ask(other);
    release();
    await asking;
    writer.restore();
    assert.deepEqual(writer.told, []);
    assert.deepEqual([(await scenariosOf(document)).map(({ title }) => title), (await scenariosOf(other)).map(({ title }) => title)], [[IDEAS[0]?.title], [IDEAS[1]?.title]]);
  });

  it('shows a title that looks like a link as the words it is', async () => {
    const hostile = '[Free](command:workbench.action.quit)';
    server().script(asked([{ ...IDEAS[0], title: hostile }]));
    await ask(document);
    const [one] = await scenariosOf(document);
    assert.equal(one?.title, hostile);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const titles: string[] = [];
    const own = vscode.window.withProgress;
    const listen = (options: vscode.ProgressOptions, task: Parameters<typeof own>[1]): Thenable<unknown> => {
      titles.push(options.title ?? '');
      return own(options, (progress, token) => task({ report: (value) => { titles.push(JSON.stringify(value)); progress.report(value); } }, token));
    };
    Object.defineProperty(vscode.window, 'withProgress', { value: listen, configurable: true, writable: true });
    server().script(PLAN, [{ text: DINER }], [{ text: KITCHEN }]);
    const writer = beWriter({});
    try {
      await vscode.commands.executeCommand('backlot.scenarios.develop', one.id);
      (await room()).view.hear({ kind: 'anew', id: one.id });
      await waitFor('the question', () => writer.told.length > 0);
    } finally {
      writer.restore();
      Object.defineProperty(vscode.window, 'withProgress', { value: own, configurable: true, writable: true });
    }
    const told = [...titles, ...writer.told].join('\n');
    assert.match(told, /Free/);
    assert.doesNotMatch(told, /\]\(/);
  });

  it('keeps, discards and brings back in the files, and deletes only when asked twice', async () => {
    server().script(asked());
    await ask(document);
    const [one, two] = await scenariosOf(document);
    const { view } = await room();
    const fates = async (): Promise<string[]> => [...(await filesOf(document)).values()].flatMap((text) => { const read = readScenario(text); return read.ok ? [`${read.scenario.title}: ${read.scenario.fate}`] : []; }).sort();
    view.hear({ kind: 'keep', id: one?.id });
    view.hear({ kind: 'discard', id: two?.id });
    await waitFor('both fates', async () => (await fates()).join() === 'The Steamed Envelope: kept,The Waitress Signs: discarded');
    await shows('the fold', ({ discarded, groups }) => discarded.length === 1 && groups[0]?.cards.length === 1);
    const no = beWriter({});
    await vscode.commands.executeCommand('backlot.scenarios.deleteDiscarded');
    no.restore();
    assert.equal((await fates()).length, 2);
    const yes = beWriter({ presses: ['Delete'] });
    await vscode.commands.executeCommand('backlot.scenarios.deleteDiscarded');
    yes.restore();
    assert.deepEqual(await fates(), ['The Steamed Envelope: kept']);
  });

  it('shows at once what a colleague brings, and leaves alone what cannot be read', async function () {
    // Where no watcher tells of a file, one look every few seconds finds it; on a busy machine that is long.
    this.timeout(60_000);
    server().script(asked());
    await ask(document);
    const [one] = await scenariosOf(document);
    assert.ok(one);
    await shows('the cards', ({ groups }) => groups[0]?.cards.length === 2);
    const broken = '<<<<<<< HEAD\n{}\n=======\n>>>>>>> theirs\n';
    await write(document, 'theirs.json', serialiseScenario({ ...one, id: 'theirs', title: 'From the Room' }));
    await write(document, 'merge.json', broken);
    const shown = await shows('theirs', ({ groups, broken: files }) => groups[0]?.cards.length === 3 && files.length === 1, 40_000);
    assert.deepEqual(shown.broken.map(({ file }) => file), ['merge.json']);
    assert.match(shown.broken[0]?.reason ?? '', /merge/);
    (await room()).view.hear({ kind: 'keep', id: 'theirs' });
    await waitFor('theirs to be kept', async () => readScenario((await filesOf(document)).get('theirs.json') ?? '').ok && (await filesOf(document)).get('theirs.json')?.includes('"kept"') === true);
    assert.equal((await filesOf(document)).get('merge.json'), broken);
  });

  it('takes the scenarios along when the script gets another name', async () => {
    server().script(asked());
    await ask(document);
    const to = vscode.Uri.joinPath(document.uri, '..', `renamed [1] ${Date.now()}.fountain`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, to);
    await vscode.workspace.applyEdit(edit);
    const renamed = await vscode.workspace.openTextDocument(to);
    await waitFor('the files under the new name', async () => (await filesOf(renamed)).size === 2);
    await vscode.window.showTextDocument(renamed);
    await shows('the cards', ({ script, groups }) => script?.startsWith('renamed') === true && groups[0]?.cards.length === 2);
    assert.equal((await filesOf(document)).size, 0);
  });

  it('says that the place has changed since, and when it is gone', async () => {
    server().script(asked());
    await ask(document);
    const change = async (old: string, by: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      const from = document.getText().indexOf(old);
      edit.replace(document.uri, new vscode.Range(document.positionAt(from), document.positionAt(from + old.length)), by);
      await vscode.workspace.applyEdit(edit);
    };
    await change('No.', 'Yes.');
    await shows('that it has changed', ({ groups }) => groups[0]?.note?.includes('has changed') === true && groups[0].found);
    await change(SCRIPT.slice(0, SCRIPT.indexOf('EXT.')).replace('No.', 'Yes.'), '');
    await shows('that it is gone', ({ groups }) => groups[0]?.found === false);
  });

  it('writes the cards of an unsaved script into files once it is saved', async () => {
    const text = `${SCRIPT}\nShe parks.\n`;
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: text });
    await vscode.window.showTextDocument(untitled);
    server().script(asked());
    await ask(untitled);
    const to = vscode.Uri.joinPath(document.uri, '..', `saved-${Date.now()}.fountain`);
    // As VS Code saves an untitled one: the file is written and opened, the untitled one emptied and closed.
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    const saved = await vscode.workspace.openTextDocument(to);
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(saved);
    await waitFor('the files', async () => (await filesOf(saved)).size === 2);
    await shows('the cards', ({ groups, memory }) => groups[0]?.cards.length === 2 && memory === undefined);
  });

  it('keeps those of an unsaved script in memory, and says so', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCRIPT });
    await vscode.window.showTextDocument(untitled);
    server().script(asked());
    await ask(untitled);
    const shown = await shows('the cards', ({ groups, memory }) => groups[0]?.cards.length === 2 && memory !== undefined);
    assert.match(shown.memory?.text ?? '', /save the script first/);
  });

  it('develops scene by scene, each in the file as it comes, and goes on after a stop', async () => {
    const print = printOf(document);
    server().script(asked());
    await ask(document);
    const [one] = await scenariosOf(document);
    let release: () => void = () => undefined;
    server().script(PLAN, [{ text: DINER }], [{ text: 'INT. KITCHEN - NIGHT\n\nThe ket' }, { waitFor: new Promise<void>((resolve) => (release = resolve)) }]);
    const developing = vscode.commands.executeCommand('backlot.scenarios.develop', one?.id);
    await shows('the second scene', ({ groups }) => groups[0]?.cards[0]?.busy?.told.includes('2 of 2') === true);
    (await room()).view.hear({ kind: 'stopDeveloping', id: one?.id });
    await developing;
    release();
    const half = (await scenariosOf(document)).find(({ id }) => id === one?.id);
    assert.deepEqual(half?.scenes?.map(({ fate, text }) => [fate, text]), [['change', DINER], ['new', undefined]]);
    const shown = await shows('how to go on', ({ groups }) => groups[0]?.cards[0]?.message !== undefined);
    assert.match(shown.groups[0]?.cards[0]?.message ?? '', /What was written is kept/);
    const requests = server().requests.length;
    server().script([{ text: KITCHEN }]);
    await vscode.commands.executeCommand('backlot.scenarios.develop', one?.id);
    assert.equal(server().requests.length, requests + 1, 'only what was missing is asked for');
    const whole = (await scenariosOf(document)).find(({ id }) => id === one?.id);
    assert.deepEqual([whole?.fate, whole?.scenes?.map(({ text }) => text)], ['developed', [DINER, KITCHEN]]);
    assert.deepEqual(printOf(document), print);
  });

  it('asks about the very scene of a row, wherever that stands by now, and about none once it is gone', async () => {
    const { scenes } = await outlineHandle();
    const { node: row } = await waitFor('the row', () => rowsOf(scenes).find(({ label }) => label.includes('LOT')));
    const change = async (from: number, to: number, by: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(document.positionAt(from), document.positionAt(to)), by);
      await vscode.workspace.applyEdit(edit);
    };
    const lot = document.getText().indexOf('EXT. LOT');
    await change(lot, document.getText().indexOf('INT. CAR'), '');
    const requests = server().requests.length;
    const writer = beWriter({ inputs: [''] });
    await vscode.commands.executeCommand('backlot.scenarios.whatIf', row);
    writer.restore();
    assert.match(writer.told.join(), /no longer in the script/);
    assert.equal(server().requests.length, requests);
  });

  it('goes on in the folder of the new name when the script is renamed while it develops', async () => {
    server().script(asked());
    await ask(document);
    const [one] = await scenariosOf(document);
    let release: () => void = () => undefined;
    server().script(PLAN, [{ text: 'INT. DINER - NIGHT\n\nSteam on' }, { waitFor: new Promise<void>((resolve) => (release = resolve)) }, { text: ' the window.\n\nMARA\nYou opened it.' }], [{ text: KITCHEN }]);
    const developing = vscode.commands.executeCommand('backlot.scenarios.develop', one?.id);
    await shows('the first scene', ({ groups }) => groups[0]?.cards[0]?.busy?.told.includes('1 of 2') === true);
    const to = vscode.Uri.joinPath(document.uri, '..', `moved ${Date.now()}.spmd`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, to);
    await vscode.workspace.applyEdit(edit);
    release();
    await developing;
    const renamed = await vscode.workspace.openTextDocument(to);
    assert.deepEqual((await scenariosOf(renamed)).find(({ id }) => id === one?.id)?.scenes?.map(({ text }) => text), [DINER, KITCHEN]);
    const texts = [...(await filesOf(renamed)).values()].map((text) => readScenario(text));
    assert.deepEqual(texts.flatMap((read) => (read.ok && read.scenario.id === one?.id ? [read.scenario.fate] : [])), ['developed']);
    assert.equal((await filesOf(document)).size, 0);
  });

  it('opens no draft twice, and a scene that is developed anew in the draft it has', async () => {
    const { id } = await developed();
    const drafts = async (): Promise<readonly string[]> => (await tabsOf()).map((uri) => uri.toString()).sort();
    await vscode.commands.executeCommand('backlot.scenarios.merge', id);
    await waitFor('the draft', async () => (await drafts()).length === 1);
    const [first] = await drafts();
    await vscode.commands.executeCommand('backlot.scenarios.merge', id);
    assert.deepEqual(await drafts(), [first]);
    server().script(PLAN, [{ text: DINER.replace('Steam', 'Frost') }], [{ text: KITCHEN }]);
    const writer = beWriter({ presses: ['Develop Anew'] });
    (await room()).view.hear({ kind: 'anew', id });
    await waitFor('the new scenes', async () => {
      const scenes = (await scenariosOf(document)).find((each) => each.id === id)?.scenes;
      return scenes?.[0]?.text?.includes('Frost') === true && scenes[1]?.text === KITCHEN;
    });
    await vscode.commands.executeCommand('backlot.scenarios.merge', id);
    writer.restore();
    const right = await vscode.workspace.openTextDocument(vscode.Uri.parse(first ?? ''));
    await waitFor('the new text in the draft', () => right.getText().includes('Frost on the window.'));
    assert.deepEqual(await drafts(), [first]);
    assert.match(writer.told.join(), /2 drafts/);
  });

  it('keeps a scene that broke off, marked, and writes that one again', async () => {
    server().script(asked());
    await ask(document);
    const [one] = await scenariosOf(document);
    server().script(PLAN, [{ text: 'INT. DINER - NIGHT\n\nSteam on the' }, { cut: true as const }], [{ text: KITCHEN }]);
    await vscode.commands.executeCommand('backlot.scenarios.develop', one?.id);
    const scenes = async () => (await scenariosOf(document)).find(({ id }) => id === one?.id)?.scenes?.map(({ text, cut }) => [text, cut]);
    assert.deepEqual(await scenes(), [['INT. DINER - NIGHT\n\nSteam on the', true], [KITCHEN, undefined]]);
    const shown = await shows('that it broke off', ({ groups }) => groups[0]?.cards[0]?.message?.includes('broke off') === true);
    assert.deepEqual(shown.groups[0]?.cards[0]?.development?.scenes.map(({ cut }) => cut), [true, undefined, undefined].slice(0, 2));
    server().script([{ text: DINER }]);
    (await room()).view.hear({ kind: 'writeAgain', id: one?.id, index: 0 });
    await waitFor('the whole scene', async () => JSON.stringify(await scenes()) === JSON.stringify([[DINER, undefined], [KITCHEN, undefined]]));
  });

  it('keeps no scene that is empty or no scene', async () => {
    server().script(asked());
    await ask(document);
    const [one] = await scenariosOf(document);
    const texts = async (): Promise<unknown> => (await scenariosOf(document))[0]?.scenes?.map(({ text }) => text);
    for (const answer of [[{ text: '<html>502</html>' }], [{ text: '' }]]) {
      server().script(...((await texts()) === undefined ? [PLAN] : []), answer);
      await vscode.commands.executeCommand('backlot.scenarios.develop', one?.id);
      assert.deepEqual(await texts(), [undefined, undefined]);
    }
  });

  it('merges as drafts on the right scenes, and changes no byte', async () => {
    const { id } = await developed();
    const print = printOf(document);
    await vscode.commands.executeCommand('backlot.scenarios.merge', id);
    assert.deepEqual(printOf(document), print);
    const sides = await waitFor('a draft side by side', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputTextDiff));
    assert.ok(sides.input instanceof vscode.TabInputTextDiff);
    const right = await vscode.workspace.openTextDocument(sides.input.modified);
    await waitFor('the scene in it', () => right.getText().includes('Steam on the window.'));
    assert.deepEqual(printOf(document), print);
  });

  it('compares as text, and writes the branch to the letter, never over a file without a yes', async () => {
    const scenario = await developed();
    await vscode.commands.executeCommand('backlot.scenarios.compare', scenario.id);
    const expected = branchText(parse(SCRIPT), scenario);
    assert.ok(expected?.includes('The kettle is still warm.'));
    const compared = await waitFor('the text beside the script', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'backlot-branch'));
    assert.equal(compared.getText(), expected);
    const target = await vscode.commands.executeCommand<vscode.Uri>('backlot.scenarios.writeBranch', scenario.id);
    assert.ok(target.path.endsWith(`${document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1).replace('.fountain', '')} - The Steamed Envelope.fountain`));
    const bytes = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.equal(await bytes(), expected);
    await closeAllEditors();
    await vscode.window.showTextDocument(document.uri);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('mine'));
    const writer = beWriter({});
    await vscode.commands.executeCommand('backlot.scenarios.writeBranch', scenario.id);
    writer.restore();
    assert.match(writer.told.join(), /is there already/);
    assert.equal(await bytes(), 'mine');
  });

  it('exports the ways the story can go, once one was kept', async () => {
    server().script(asked());
    await ask(document);
    const target = vscode.Uri.joinPath(document.uri, '..', 'ways.ink');
    const none = beWriter({});
    await vscode.commands.executeCommand('backlot.scenarios.exportInk', target);
    none.restore();
    assert.match(none.told.join(), /Keep or develop a scenario first/);
    const { id } = await developed();
    const writer = beWriter({});
    await vscode.commands.executeCommand('backlot.scenarios.exportInk', target);
    writer.restore();
    assert.match(writer.told.join(), /with 2 ways to go/);
    const kept = (await scenariosOf(document)).filter((each) => each.id === id);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), toInk(parse(SCRIPT), kept, { ownWay: 'As the script has it' }).text);
  });
});
