// Finding one's way in the real extension host: what VS Code gets when it asks for folds, symbols, definitions, and the like.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = [
  'Title: Tides', // 0
  'Author: A. Writer',
  '',
  '# Act One',
  '',
  'INT. FERRY - NIGHT #1#', // 5
  '',
  'MARA (30) sleeps under MR. O’NEIL’S coat.',
  '',
  'MARA (V.O.)',
  'You came back. I knew you would, Mr. O’Neil.', // 10
  '',
  "MR. O'NEIL",
  '(low)',
  'I will, Mara.',
  '', // 15
  'INT. FERRY - ENGINE ROOM - DAY',
  '',
  'Oil. [[See engine.md, and www.example.com.]]',
  '',
  '/* cut', // 20
  'EXT. NOWHERE - DAY',
  '*/',
  '',
  '# Act Two',
  '', // 25
  'EXT. PIER - DAY',
  '',
  'MARA',
  'Drive.',
  '', // 30
].join('\r\n');

const ask = async <T>(command: string, ...args: unknown[]): Promise<T> => vscode.commands.executeCommand<T>(command, ...args);
const linesOf = ({ start, end }: vscode.Range): string => `${start.line}-${end.line}`;

/** What the names of scenes and sections end with: eighths and time. */
const LENGTH = / · (\d+|\d+ \d\/8|\d\/8) · \d+:\d\d$/;

describe('navigation', () => {
  let document: vscode.TextDocument;
  let uri: vscode.Uri;
  const at = (line: number, text: string): vscode.Position => {
    const character = document.lineAt(line).text.indexOf(text);
    assert.ok(character >= 0, `no ${text} on line ${line}`);
    return new vscode.Position(line, character + 1);
  };
  const textOf = (range: vscode.Range): string => document.getText(range);

  before(activateBacklot);
  beforeEach(async () => {
    ({ document } = await openScript(SCRIPT));
    ({ uri } = document);
  });
  afterEach(closeAllEditors);

  it('folds the title page, sections, scenes and boneyards', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.deepEqual(folds.map(({ start, end, kind }) => [start, end, kind]), [
      [0, 1, undefined],
      [3, 22, vscode.FoldingRangeKind.Region],
      [5, 14, undefined],
      [16, 22, undefined],
      [20, 22, vscode.FoldingRangeKind.Comment],
      [24, 29, vscode.FoldingRangeKind.Region],
      [26, 29, undefined],
    ]);
  });

  it('lists sections with their scenes, their lengths, and where they are', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const listed = (among: readonly vscode.DocumentSymbol[], depth = 0): unknown[] => among.flatMap(({ name, range, children }) => [[depth, name, linesOf(range)], ...listed(children, depth + 1)]);
    const rows = listed(symbols) as [number, string, string][];
    assert.deepEqual(rows.map(([depth, name, lines]) => [depth, name.replace(LENGTH, ''), lines]), [
      [0, 'Act One', '3-23'],
      [1, '1 INT. FERRY - NIGHT', '5-15'],
      [1, 'INT. FERRY - ENGINE ROOM - DAY', '16-23'],
      [0, 'Act Two', '24-30'],
      [1, 'EXT. PIER - DAY', '26-30'],
    ]);
    assert.ok(rows.every(([, name]) => LENGTH.test(name)), rows.map(([, name]) => name).join());
    assert.match(symbols[0]?.children[0]?.name ?? '', / · 2\/8 · 0:1\d$/);
  });

  it('keeps its lists in step with typing', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(24, 0), '# New act\r\n\r\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(symbols.map(({ name }) => name.replace(LENGTH, '')), ['Act One', 'New act', 'Act Two']);
    assert.equal(symbols[1]?.name, 'New act');
  });

  it('finds scenes, sections and characters of every script in the folder, open, unsaved, or closed', async () => {
    const closed = vscode.Uri.joinPath(uri, '..', 'closed.fountain');
    const write = async (text: string): Promise<void> => vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(text));
    const found = async (query: string): Promise<string[]> =>
      (await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)).map(({ name, containerName, location }) => `${name} (${containerName}) ${location.uri.path.split('/').at(-1) ?? ''}:${location.range.start.line}`);
    await write('# Part\n\nINT. QUAYSIDE LOCK - DAY\n\nZENOBIA\nYes.\n');
    const here = uri.path.split('/').at(-1) ?? '';
    await waitFor('the closed file to be found', async () => (await found('quayside')).length === 1);
    assert.deepEqual(await found('quayside'), ['INT. QUAYSIDE LOCK - DAY (Part) closed.fountain:2']);
    assert.deepEqual(await found('znb'), ['ZENOBIA (1 speech) closed.fountain:4']);
    assert.ok((await found('engine room')).includes(`INT. FERRY - ENGINE ROOM - DAY (Act One) ${here}:16`));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(24, 0), '# Unsaved act\r\n\r\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await found('unsvd'), [`Unsaved act () ${here}:24`]);
    await write('INT. QUAYSIDE LOCK - DAY\n\nZENOBIA\nYes, twice.\n\nZENOBIA\nYes.\n');
    await waitFor('the file read anew', async () => (await found('znb')).join() === 'ZENOBIA (2 speeches) closed.fountain:2');
    await vscode.workspace.fs.delete(closed);
    await waitFor('the file to be forgotten', async () => (await found('znb')).length === 0);
  });

  it('goes to the introduction of a character, from a cue, a mention, and with quotes in the name', async () => {
    const definition = async (line: number, text: string): Promise<unknown> => {
      const [link, ...more] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, at(line, text));
      assert.equal(more.length, 0);
      return link && [link.originSelectionRange && textOf(link.originSelectionRange), link.targetSelectionRange && textOf(link.targetSelectionRange), link.targetRange.start.line];
    };
    assert.deepEqual(await definition(28, 'MARA'), ['MARA', 'MARA', 7]);
    assert.deepEqual(await definition(14, 'Mara'), ['Mara', 'MARA', 7]);
    assert.deepEqual(await definition(10, 'Neil'), ['Mr. O’Neil', 'MR. O’NEIL', 7]);
    assert.deepEqual(await definition(16, 'ENGINE'), ['ENGINE ROOM', 'ENGINE ROOM', 16]);
    assert.deepEqual(await definition(16, 'FERRY'), ['FERRY', 'FERRY', 5]);
    assert.equal(await definition(29, 'Drive'), undefined);
  });

  it('lists all speeches and mentions, each speech with its first line', async () => {
    const references = async (line: number, text: string): Promise<string[]> => (await ask<vscode.Location[]>('vscode.executeReferenceProvider', uri, at(line, text))).map(({ range }) => textOf(range).replace('\r\n', ' / '));
    assert.deepEqual(await references(28, 'MARA'), ['MARA', 'MARA (V.O.) / You came back. I knew you would, Mr. O’Neil.', 'Mara', 'MARA / Drive.']);
    assert.deepEqual(await references(5, 'FERRY'), ['FERRY', 'FERRY']);
    assert.deepEqual(await references(29, 'Drive'), []);
  });

  it('lights up a character’s cues and mentions, told apart, and no ordinary word', async () => {
    const lit = async (line: number, text: string): Promise<unknown> =>
      (await ask<vscode.DocumentHighlight[] | undefined>('vscode.executeDocumentHighlights', uri, at(line, text)))?.map(({ range, kind }) => [range.start.line, textOf(range), kind === vscode.DocumentHighlightKind.Write]);
    assert.deepEqual(await lit(9, 'MARA'), [[7, 'MARA', false], [9, 'MARA', true], [14, 'Mara', false], [28, 'MARA', true]]);
    assert.deepEqual(await lit(12, 'NEIL'), [[7, 'MR. O’NEIL', false], [10, 'Mr. O’Neil', false], [12, "MR. O'NEIL", true]]);
    assert.deepEqual(await lit(10, 'You'), []);
  });

  it('renames a set with its rooms, or a room, in one edit that one undo takes back', async () => {
    const rename = async (line: number, text: string, name: string): Promise<string[]> => {
      const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, at(line, text), name);
      assert.ok(await vscode.workspace.applyEdit(edit));
      const after = document.getText();
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), SCRIPT);
      return after.split('\r\n').filter((each) => /^(INT|EXT)/.test(each));
    };
    assert.deepEqual(await rename(5, 'FERRY', 'Night Boat'), ['INT. NIGHT BOAT - NIGHT #1#', 'INT. NIGHT BOAT - ENGINE ROOM - DAY', 'EXT. NOWHERE - DAY', 'EXT. PIER - DAY']);
    assert.deepEqual(await rename(16, 'ROOM', 'BRIDGE'), ['INT. FERRY - NIGHT #1#', 'INT. FERRY - BRIDGE - DAY', 'EXT. NOWHERE - DAY', 'EXT. PIER - DAY']);
  });

  it('says what it would rename, and where there is nothing', async () => {
    const prepare = async (line: number, text: string): Promise<string> => (await ask<{ placeholder: string }>('vscode.prepareRename', uri, at(line, text))).placeholder;
    assert.equal(await prepare(5, 'FERRY'), 'FERRY');
    assert.equal(await prepare(16, 'ENGINE'), 'ENGINE ROOM');
    assert.equal(await prepare(10, 'Neil'), 'Mr. O’Neil');
    await assert.rejects(prepare(5, 'NIGHT'), /set in a scene heading/);
    await assert.rejects(prepare(29, 'Drive'), /name of a character/);
    await assert.rejects(Promise.resolve(vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, at(5, 'FERRY'), 'PIER [[x]]')), /cannot be the name of a set/);
  });

  it('tells a character’s figures, a set’s, a scene’s, a section’s, on hover', async () => {
    const told = async (line: number, text: string): Promise<string[]> =>
      (await ask<vscode.Hover[]>('vscode.executeHoverProvider', uri, at(line, text))).flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value.replace(/&nbsp;/g, ' ').replace(/\]\([^)]*\)/g, ']')));
    const [mara] = await told(14, 'Mara');
    assert.match(mara ?? '', /^\*\*MARA\*\*\n\n2 speeches · 10 words · 77% of all dialogue · number 1 of 2/);
    assert.match(mara ?? '', /Speaks in 2 scenes: \[1 INT\. FERRY - NIGHT\] \\\(page 1\\\) and \[EXT\. PIER - DAY\] /);
    assert.match(mara ?? '', /With: MR\. O'NEIL \\\(1\\\)/);
    const [set] = await told(5, 'FERRY');
    assert.match(set ?? '', /^\*\*FERRY\*\*\n\n2 scenes · 3\/8 page · 0:\d\d\n\nNIGHT 1, DAY 1\n\nWithin it: ENGINE ROOM/);
    assert.match(set ?? '', /\n---\n\n\*\*Scene 1\*\* · page 1 · 2\/8 · 0:\d\d\n\nSpeaking: MARA, MR\. O'NEIL/);
    assert.match((await told(16, 'DAY'))[0] ?? '', /^\*\*Scene 2\*\* · page 1 · \d\/8 · 0:\d\d$/);
    assert.match((await told(3, 'Act'))[0] ?? '', /^\*\*Act One\*\*\n\n2 scenes · 3\/8 page · 0:\d\d/);
    assert.deepEqual(await told(10, 'back'), []);
  });

  it('grows a selection from the word to the script', async () => {
    const [range] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [at(10, 'knew')]);
    const grown: string[] = [];
    for (let each: vscode.SelectionRange | undefined = range; each; each = each.parent) {
      grown.push(textOf(each.range));
    }
    for (const wanted of ['knew', 'I knew you would, Mr. O’Neil.', 'You came back. I knew you would, Mr. O’Neil.', 'MARA (V.O.)\r\nYou came back. I knew you would, Mr. O’Neil.', SCRIPT]) {
      assert.ok(grown.includes(wanted), wanted);
    }
  });

  it('links files that notes name and that are there, and addresses', async () => {
    const links = async (): Promise<string[]> => (await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri)).map(({ range, target }) => `${textOf(range)} ${target?.path.split('/').at(-1) ?? ''}`);
    assert.deepEqual(await links(), ['www.example.com ']);
    const engine = vscode.Uri.joinPath(uri, '..', 'engine.md');
    await vscode.workspace.fs.writeFile(engine, new TextEncoder().encode('Oil.'));
    // What is there and what is not is known for some seconds.
    await waitFor('the file to be found', async () => (await links()).sort().join() === 'engine.md engine.md,www.example.com ');
    await vscode.workspace.fs.delete(engine);
  });
});
