// Enter and Tab in the real editor: its own rules and our commands, one undo each, for every cursor.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCENE = 'INT. DINER - NIGHT\n\nRain.\n\nDEV\nWell?\n\nMARA\nWell what?\n';

/** The text with a `|` at each cursor. */
function shown({ document, selections }: vscode.TextEditor): string {
  let text = document.getText();
  for (const at of selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a)) {
    text = `${text.slice(0, at)}|${text.slice(at)}`;
  }
  return text;
}

/** Opens a text with the cursors at its `|`. */
async function open(marked: string): Promise<vscode.TextEditor> {
  const parts = marked.split('|');
  const editor = await openScript(parts.join(''));
  let at = 0;
  editor.selections = parts.slice(0, -1).map((part) => {
    const position = editor.document.positionAt((at += part.length));
    return new vscode.Selection(position, position);
  });
  return editor;
}

const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });
const tab = (): Thenable<unknown> => vscode.commands.executeCommand('backlot.typing.tab');
const becomes = (editor: vscode.TextEditor, text: string): Promise<unknown> =>
  waitFor(JSON.stringify(text), () => shown(editor) === text).catch((error: unknown) => assert.equal(shown(editor), text, String(error)));

/** Types Enter until the rules are in force: they come a moment after the extension. */
async function rulesAreIn(): Promise<void> {
  await waitFor('the rules of Enter', async () => {
    const editor = await open('INT. A - DAY|');
    await type('\n');
    return editor.document.lineCount === 3;
  });
}

describe('typing', () => {
  before(async () => {
    await activateBacklot();
    await rulesAreIn();
  });
  afterEach(closeAllEditors);

  it('puts a blank line behind a heading, action and a speech, and none behind a cue', async () => {
    for (const [before, after] of [
      ['INT. A - DAY|', 'INT. A - DAY\n\n|'],
      ['INT. A - DAY\n\nMara walks.|', 'INT. A - DAY\n\nMara walks.\n\n|'],
      ['INT. A - DAY\n\nMARA|', 'INT. A - DAY\n\nMARA\n|'],
      [`${SCENE.trimEnd()}|`, `${SCENE.trimEnd()}\n\n|`],
      ['    indented|', '    indented\n|'],
      ['Mara| walks.', 'Mara\n| walks.'],
      ['One.|\r\n\r\nTwo.', 'One.\r\n\r\n|\r\n\r\nTwo.'],
    ] as const) {
      const editor = await open(before);
      await type('\n');
      await becomes(editor, after);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before.replace('|', ''));
    }
  });

  it('presses Enter for every cursor by its own line', async () => {
    const editor = await open('INT. A - DAY|\n\nRain.|\n\nMARA|\nHi.');
    await type('\n');
    await becomes(editor, 'INT. A - DAY\n\n|\n\nRain.\n\n|\n\nMARA\n|\nHi.');
  });

  it('goes on by Tab and takes it back by one undo', async () => {
    for (const [before, after] of [
      [`${SCENE}\n|`, `${SCENE}\n@|`],
      [`${SCENE}\nMARA|`, `${SCENE}\nMARA\n(|)`],
      ['MARA\r\n(beat|)\r\n', 'MARA\r\n(beat)\r\n|\r\n'],
      ['A.\r\n\r\nMARA|', 'A.\r\n\r\nMARA\r\n(|)'],
      ['INT. A|', 'INT. A - |'],
      ['One.\n|\nTwo.', 'One.\n\n@|\n\nTwo.'],
    ] as const) {
      const editor = await open(before);
      await tab();
      await vscode.commands.executeCommand('hideSuggestWidget');
      await becomes(editor, after);
      if (editor.document.getText() !== before.replace('|', '')) {
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), before.replace('|', ''));
      }
    }
  });

  it('puts what is typed while Tab is still at work where Tab leads', async () => {
    const editor = await open(`${SCENE}\nMARA|`);
    const pressed = tab();
    await type('low');
    await pressed;
    await becomes(editor, `${SCENE}\nMARA\n(low|)`);
  });

  it('presses Tab for several cursors where all mean the same, and is the editor’s where they do not', async () => {
    const editor = await open('A.\n\nMARA|\nHi.\n\nDEV|\nHo.');
    await tab();
    await becomes(editor, 'A.\n\nMARA\n(|)\nHi.\n\nDEV\n(|)\nHo.');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'A.\n\nMARA\nHi.\n\nDEV\nHo.');
    const mixed = await open('A.\n\nMARA|\nHi| there.');
    await tab();
    await becomes(mixed, 'A.\n\nMARA    |\nHi  | there.');
  });

  it('leaves Tab to the editor in the middle of a line, on the title page and with a selection', async () => {
    for (const [before, after] of [
      ['One| two.', 'One | two.'],
      ['Title: A\n|', 'Title: A\n    |'],
    ] as const) {
      const editor = await open(before);
      await tab();
      await becomes(editor, after);
    }
    const editor = await open('One.\n\n|Two.');
    editor.selection = new vscode.Selection(0, 0, 2, 2);
    await tab();
    await waitFor('the indentation', () => editor.document.getText() === '    One.\n\n    Two.');
  });

  it('follows its setting at once', async () => {
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('typing.screenwritingKeys', false, vscode.ConfigurationTarget.Global);
    try {
      await waitFor('Enter alone', async () => {
        const editor = await open('INT. A - DAY|');
        await type('\n');
        return editor.document.lineCount === 2;
      });
      const editor = await open('    One.|');
      await type('\n');
      await becomes(editor, '    One.\n|');
    } finally {
      await settings.update('typing.screenwritingKeys', undefined, vscode.ConfigurationTarget.Global);
    }
    await rulesAreIn();
  });
});
