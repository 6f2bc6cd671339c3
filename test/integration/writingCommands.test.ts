// Writing commands in the real extension host: scene numbers, case, emphasis, notes, dual dialogue, moving, dates; each one undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beWriter } from './writer';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = ['INT. FERRY - NIGHT', '', 'Rain on glass.', '', 'MARA', 'You came back.', '', 'DEV', 'I said I would.', '', 'EXT. PIER - DAY', '', 'She goes.', ''].join('\n');

/** Selects by `‹` and `›`, or puts a cursor at each `|`, in a new script of this text. */
async function open(marked: string, name?: string): Promise<vscode.TextEditor> {
  const editor = await openScript(marked.replace(/[‹›|]/g, ''), name);
  select(editor, marked);
  return editor;
}

function select(editor: vscode.TextEditor, marked: string): void {
  const at = (offset: number): vscode.Position => editor.document.positionAt(offset);
  const places: number[] = [];
  let offset = 0;
  for (const letter of marked) {
    if ('‹›|'.includes(letter)) {
      places.push(offset);
    } else {
      offset += letter.length;
    }
  }
  const carets = !marked.includes('‹');
  editor.selections = carets ? places.map((place) => new vscode.Selection(at(place), at(place))) : [new vscode.Selection(at(places[0] ?? 0), at(places[1] ?? 0))];
}

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`backlot.${command}`);
const selected = (editor: vscode.TextEditor): string[] => editor.selections.map((selection) => editor.document.getText(selection));

/** Runs a command, and sees that one undo takes it back and one redo brings it again. */
async function becomes(editor: vscode.TextEditor, command: string, after: string): Promise<void> {
  const before = editor.document.getText();
  await run(command);
  assert.equal(editor.document.getText(), after, command);
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), before, `one undo takes back ${command}`);
  await vscode.commands.executeCommand('redo');
  assert.equal(editor.document.getText(), after);
}

describe('writing: scene numbers', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('numbers all scenes as one edit, and takes the numbers out again', async () => {
    const editor = await open(SCRIPT);
    const numbered = SCRIPT.replace('NIGHT', 'NIGHT #1#').replace('DAY', 'DAY #2#');
    await becomes(editor, 'sceneNumbers.update', numbered);
    await becomes(editor, 'sceneNumbers.remove', SCRIPT);
  });

  it('asks what shall become of the numbers there are, and does as told', async () => {
    const text = 'INT. A #5#\n\nINT. NEW\n\nINT. B #5B#\n\nINT. C #6#\n';
    const editor = await open(text);
    for (const [pick, after] of [
      ['Number New Scenes Only', 'INT. A #5#\n\nINT. NEW #5A#\n\nINT. B #5B#\n\nINT. C #6#\n'],
      ['Number All Scenes Anew', 'INT. A #1#\n\nINT. NEW #2#\n\nINT. B #3#\n\nINT. C #4#\n'],
      ['Keep Special Numbers', 'INT. A #1#\n\nINT. NEW #2#\n\nINT. B #5B#\n\nINT. C #3#\n'],
      ['Number Anew from 5', 'INT. A #5#\n\nINT. NEW #6#\n\nINT. B #7#\n\nINT. C #8#\n'],
      ['nothing of the kind', text],
    ] as const) {
      const writer = beWriter({ picks: [pick] });
      await run('sceneNumbers.update');
      writer.restore();
      assert.deepEqual(writer.told.map((each) => each.replace(/: .*?: /, ': ')), ['pick: Number New Scenes Only, Number All Scenes Anew, Number Anew, Keep Special Numbers, Number Anew from 5']);
      assert.equal(editor.document.getText(), after, pick);
      if (after !== text) {
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), text);
      }
    }
  });

  it('keeps the numbers once they are locked, in the script itself, without asking', async () => {
    const editor = await open(SCRIPT);
    const locked = `Scene numbers: locked\n\n${SCRIPT.replace('NIGHT', 'NIGHT #1#').replace('DAY', 'DAY #2#')}`;
    await becomes(editor, 'sceneNumbers.lock', locked);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(locked.indexOf('EXT. PIER')), 'INT. NEW\n\n'));
    const writer = beWriter({});
    await run('sceneNumbers.update');
    writer.restore();
    assert.deepEqual(writer.told, []);
    assert.ok(editor.document.getText().includes('INT. NEW #1A#\n\nEXT. PIER - DAY #2#'));
    await run('sceneNumbers.unlock');
    assert.ok(editor.document.getText().startsWith('INT. FERRY - NIGHT #1#'));
  });

  it('asks before it removes locked numbers', async () => {
    const editor = await open('Title: T\nScene numbers: locked\n\nINT. A #1#\n');
    for (const [presses, after] of [[[], 'Title: T\nScene numbers: locked\n\nINT. A #1#\n'], [['Unlock and Remove'], 'Title: T\n\nINT. A\n']] as const) {
      const writer = beWriter({ presses: [...presses] });
      await run('sceneNumbers.remove');
      writer.restore();
      assert.match(writer.told[0] ?? '', /^modal: The scene numbers are locked/);
      assert.equal(editor.document.getText(), after);
    }
  });
});

describe('writing: at the cursor', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('changes the case of a selection round and round, and of the line where nothing is selected', async () => {
    const editor = await open('She ‹Turns away [[Why?]]›.\n');
    await becomes(editor, 'write.changeCase', 'She TURNS AWAY [[Why?]].\n');
    select(editor, 'She ‹TURNS AWAY [[Why?]]›.\n');
    await becomes(editor, 'write.changeCase', 'She turns away [[Why?]].\n');
    const line = await open('INT. A\n\nMA|RA\nStay.\n');
    await becomes(line, 'write.changeCase', 'INT. A\n\n@mara\nStay.\n');
  });

  it('takes several cursors, and the words stay selected', async () => {
    const editor = await open('o|ne two thr|ee\n');
    await becomes(editor, 'write.toggleBold', '**one** two **three**\n');
    const again = await open('She ‹turns away›.\n');
    await run('write.toggleItalic');
    assert.deepEqual(selected(again), ['turns away']);
    await run('write.toggleUnderline');
    assert.equal(again.document.getText(), 'She *_turns away_*.\n');
    await run('write.toggleItalic');
    await run('write.toggleUnderline');
    assert.equal(again.document.getText(), 'She turns away.\n');
    assert.deepEqual(selected(again), ['turns away']);
  });

  it('keeps CRLF, and toggles notes and boneyards around selections and lines', async () => {
    const editor = await open('One ‹two› three.\r\n\r\nFour.\r\n');
    await becomes(editor, 'write.toggleNote', 'One [[two]] three.\r\n\r\nFour.\r\n');
    select(editor, 'One [[‹two›]] three.\r\n\r\nFour.\r\n');
    await becomes(editor, 'write.toggleNote', 'One two three.\r\n\r\nFour.\r\n');
    select(editor, '‹One two three.\r\n\r\nFour.›\r\n');
    await becomes(editor, 'write.toggleBoneyard', '/* One two three.\r\n\r\nFour. */\r\n');
    select(editor, '/* One two| three.\r\n\r\nFour. */\r\n');
    await becomes(editor, 'write.toggleBoneyard', 'One two three.\r\n\r\nFour.\r\n');
  });

  it('puts two speeches side by side from either of them, and centres', async () => {
    const editor = await open(SCRIPT.replace('DEV', 'D|EV'));
    await becomes(editor, 'write.toggleDual', SCRIPT.replace('DEV', 'DEV ^'));
    select(editor, SCRIPT.replace('DEV', 'DEV ^').replace('came', 'ca|me'));
    await becomes(editor, 'write.toggleDual', SCRIPT);
    select(editor, SCRIPT.replace('She goes', 'She| goes'));
    await becomes(editor, 'write.toggleCentre', SCRIPT.replace('She goes.', '> She goes. <'));
    await becomes(editor, 'write.toggleCentre', SCRIPT);
  });

  it('puts a page break, a section and a synopsis where they harm nothing', async () => {
    const editor = await open('One |and\ntwo.\n\nThree.\n');
    await becomes(editor, 'write.insertPageBreak', 'One and\ntwo.\n\n===\n\nThree.\n');
    const section = await open('One.\n|\nTwo.\n');
    await becomes(section, 'write.insertSection', 'One.\n\n# \n\nTwo.\n');
    const synopsis = await open('INT. A|\n\nOne.\n');
    await run('write.insertSynopsis');
    assert.equal(synopsis.document.getText(), 'INT. A\n\n= \n\nOne.\n');
    assert.deepEqual([synopsis.selection.active.line, synopsis.selection.active.character], [2, 2]);
  });

  it('writes the date: the draft’s on the title page, at the cursors elsewhere; and the time', async () => {
    const editor = await open('Title: T|\n\nINT. A\n\nToday is .\n');
    await run('write.insertDate');
    assert.match(editor.document.getText(), /^Title: T\nDraft date: \w+ \d{1,2}, \d{4}\n\nINT\. A\n\nToday is \.\n$/);
    const date = /Draft date: (.*)/.exec(editor.document.getText())?.[1] ?? '';
    const end = editor.document.positionAt(editor.document.getText().indexOf('is ') + 3);
    editor.selection = new vscode.Selection(end, end);
    await run('write.insertDate');
    assert.ok(editor.document.getText().endsWith(`Today is ${date}.\n`));
    const time = await open('At |.\n');
    await run('write.insertTime');
    assert.match(time.document.getText(), /^At \d{1,2}:\d{2}.*\.\n$/);
  });

  it('moves the scene at the cursor, and what is selected moves with it', async () => {
    const editor = await open(SCRIPT.replace('She goes', 'She ‹goes›'));
    await waitFor('the scene at the cursor', async () => {
      await run('scenes.moveUp');
      return editor.document.getText().startsWith('EXT. PIER');
    });
    assert.deepEqual(selected(editor), ['goes']);
    await run('scenes.moveDown');
    assert.equal(editor.document.getText(), SCRIPT);
    assert.deepEqual(selected(editor), ['goes']);
    await vscode.commands.executeCommand('undo');
    assert.ok(editor.document.getText().startsWith('EXT. PIER'));
  });
});

describe('writing: where it cannot', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('works in an untitled script', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCRIPT });
    const editor = await vscode.window.showTextDocument(document);
    await becomes(editor, 'sceneNumbers.update', SCRIPT.replace('NIGHT', 'NIGHT #1#').replace('DAY', 'DAY #2#'));
  });

  it('says in a sentence why nothing changes: a read-only script, a wrong place, no script', async () => {
    const readOnly = await open('One t|wo.\n');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const writer = beWriter({});
    await waitFor('the refusal', async () => {
      await run('write.toggleNote');
      return writer.told.length > 0;
    });
    assert.deepEqual(writer.told, ['message: VS Code did not allow the change. Is the file read-only?']);
    assert.equal(readOnly.document.getText(), 'One two.\n');
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    writer.restore();
    for (const [marked, command, told] of [
      ['INT. A|\n\nOne.\n', 'write.toggleCentre', /Only lines of action/],
      ['INT. A|\n\nOne.\n', 'write.toggleDual', /one of the two speeches/],
      ['One ‹[[two]] three›.\n', 'write.toggleNote', /a note in this already/],
      ['No scenes|.\n', 'sceneNumbers.update', /no scenes to number/],
    ] as const) {
      const editor = await open(marked);
      const before = editor.document.getText();
      const hears = beWriter({});
      await run(command);
      hears.restore();
      assert.match(hears.told.join(), told);
      assert.equal(editor.document.getText(), before);
    }
    await closeAllEditors();
    const alone = beWriter({});
    await run('write.toggleBold');
    alone.restore();
    assert.deepEqual(alone.told, ['message: Put the cursor in a Fountain script first.']);
  });
});
