// Hints in the real extension host: they come at a pause, keep off the line being typed, and every quick fix is one undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const marks = ({ document }: vscode.TextEditor): string[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Backlot').map(({ code, range }) => `${typeof code === 'string' ? code : ''} ${range.start.line + 1}`);
const waitForMarks = (editor: vscode.TextEditor, wanted: readonly string[]): Promise<unknown> => waitFor(`the hints ${wanted.join(', ')}`, () => marks(editor).join() === wanted.join());

async function fixes({ document }: vscode.TextEditor, line: number): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, document.lineAt(line - 1).range, 'quickfix');
}

async function choose(editor: vscode.TextEditor, line: number, title: string): Promise<void> {
  const action = (await fixes(editor, line)).find((each) => each.title === title);
  assert.ok(action, `no “${title}” among ${(await fixes(editor, line)).map((each) => each.title).join(', ')}`);
  if (action.edit) {
    assert.ok(await vscode.workspace.applyEdit(action.edit));
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
  }
}

const SCRIPT = ['INT. BAR - NIGHT #1#', 'Rain on glass.', '', 'EXT. PIER - DAY #2#', '', 'One [[two.', '', 'MARA', 'Stay.', '', 'MARA', '', 'I said stay.', '', 'MARRA', 'Please.', '', 'INT. CAR - DAY', '', 'EXT. SEA - DAY #2#', '', 'Waves.', ''].join('\n');

describe('hints', () => {
  before(activateBacklot);
  afterEach(async () => {
    for (const kind of ['headings', 'unclosed', 'cues', 'names', 'sceneNumbers']) {
      await vscode.workspace.getConfiguration('backlot').update(`hints.${kind}`, undefined, vscode.ConfigurationTarget.Global);
    }
    await closeAllEditors();
  });

  it('marks what is probably a slip: the sure ones thinly underlined, the guesses as faint as can be', async () => {
    const editor = await openScript(SCRIPT);
    await waitForMarks(editor, ['headingNeedsBlankAfter 1', 'unclosedNote 6', 'cueAlone 11', 'nearName 15', 'numberMissing 18', 'numberTwice 20']);
    const { Information, Hint } = vscode.DiagnosticSeverity;
    const all = vscode.languages.getDiagnostics(editor.document.uri);
    assert.deepEqual(all.map(({ severity }) => severity), [Information, Information, Hint, Hint, Hint, Hint]);
    assert.equal(all[3]?.message, 'MARRA is almost MARA. Are the two one character?');
  });

  it('has a fix for each, and one undo takes it back', async () => {
    const editor = await openScript(SCRIPT);
    await waitFor('the hints', () => marks(editor).length === 6);
    for (const [line, title, from, to] of [
      [1, 'Put a blank line below the heading', 'NIGHT #1#\nRain', 'NIGHT #1#\n\nRain'],
      [6, 'End it here, at the end of the line', '[[two.', '[[two.]]'],
      [6, 'Take the opening mark away', '[[two.', 'two.'],
      [11, 'Let the words below be the speech', 'MARA\n\nI said', 'MARA\nI said'],
      [11, 'It is action: put ! in front', 'MARA\n\nI said', '!MARA\n\nI said'],
      [15, 'Change it to MARA', 'MARRA', 'MARA'],
      [18, 'Make it scene A2', 'CAR - DAY', 'CAR - DAY #A2#'],
      [20, 'Make it scene 3', 'SEA - DAY #2#', 'SEA - DAY #3#'],
    ] as const) {
      await choose(editor, line, title.replace('scene A2', 'scene 2A'));
      assert.equal(editor.document.getText(), SCRIPT.replace(from, to.replace('#A2#', '#2A#')), title);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), SCRIPT, `one undo takes back: ${title}`);
      await waitFor('the hints again', () => marks(editor).length === 6);
    }
  });

  it('leaves to Auto Fix what is sure, and never makes two names one by it', async () => {
    const editor = await openScript(SCRIPT);
    await waitFor('the hints', () => marks(editor).length === 6);
    const preferred = await Promise.all([1, 6, 11, 15, 18, 20].map(async (line) => (await fixes(editor, line)).filter(({ isPreferred }) => isPreferred === true).map(({ title }) => title)));
    assert.deepEqual(preferred, [['Put a blank line below the heading'], ['End it here, at the end of the line'], [], [], [], []]);
  });

  it('keeps off the line being typed, and comes when the cursor goes on', async () => {
    const editor = await openScript('MARA\nStay.\n\n\n\nShe goes.\n');
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    await vscode.commands.executeCommand('type', { text: 'MARA' });
    // Two pauses long: the hints have been worked out, and this one is held back.
    await new Promise((resolve) => setTimeout(resolve, 1400));
    assert.deepEqual(marks(editor), []);
    editor.selection = new vscode.Selection(5, 0, 5, 0);
    await waitForMarks(editor, ['cueAlone 4']);
  });

  it('follows changes and undo', async () => {
    const editor = await openScript('One.\n\nINT. BAR\nRain.\n');
    await waitForMarks(editor, ['headingNeedsBlankAfter 3']);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Before.\n\n'));
    await waitForMarks(editor, ['headingNeedsBlankAfter 5']);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '\n'));
    await waitForMarks(editor, []);
    await vscode.commands.executeCommand('undo');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await waitForMarks(editor, ['headingNeedsBlankAfter 5']);
  });

  it('lets the writer turn off each kind, by its fix and by its setting', async () => {
    const editor = await openScript(SCRIPT);
    await waitFor('the hints', () => marks(editor).length === 6);
    await choose(editor, 18, 'Turn off hints about scene numbers');
    await waitForMarks(editor, ['headingNeedsBlankAfter 1', 'unclosedNote 6', 'cueAlone 11', 'nearName 15']);
    assert.equal(vscode.workspace.getConfiguration('backlot').get('hints.sceneNumbers'), false);
    await choose(editor, 15, 'MARRA and MARA are two people');
    await waitForMarks(editor, ['headingNeedsBlankAfter 1', 'unclosedNote 6', 'cueAlone 11']);
    for (const kind of ['headings', 'unclosed', 'cues']) {
      await vscode.workspace.getConfiguration('backlot').update(`hints.${kind}`, false, vscode.ConfigurationTarget.Global);
    }
    await waitForMarks(editor, []);
  });

  it('turns a kind off where it was spoken of: in the folder’s settings, if they say something of it', async () => {
    const editor = await openScript('INT. BAR #1#\n\nRain.\n\nINT. CAR\n\nINT. PIER #2#\n\nOne [[two.\n');
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('backlot', editor.document.uri);
    await waitForMarks(editor, ['numberMissing 5', 'unclosedNote 9']);
    await settings().update('hints.sceneNumbers', true, vscode.ConfigurationTarget.WorkspaceFolder);
    try {
      await choose(editor, 5, 'Turn off hints about scene numbers');
      await waitFor('the folder’s own answer', () => settings().inspect('hints.sceneNumbers')?.workspaceFolderValue === false);
      assert.equal(settings().inspect('hints.sceneNumbers')?.globalValue, undefined);
      await waitForMarks(editor, ['unclosedNote 9']);
    } finally {
      await settings().update('hints.sceneNumbers', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });

  it('marks an untitled script too, and nothing but scripts', async () => {
    const untitled = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'fountain', content: 'INT. BAR\nRain.\n' }));
    await waitForMarks(untitled, ['headingNeedsBlankAfter 1']);
    const plain = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'INT. BAR\nRain.\n' }));
    assert.deepEqual(marks(plain), []);
  });
});
