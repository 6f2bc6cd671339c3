// Proposals in the real editor: the script changes at the writer's yes alone, in the right place, by one step for undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stateOf } from '../../src/core/proposals/proposal';
import { FIRST, LINE, onlyProposal, printOf, proposalsOf, putCursor, replaceText, SCENE, SECOND, suggested, suggestFor, THREE, use, withScriptedModel } from './suggesting';
import { answerOf } from '../support/scriptedServer.mjs';
import { closeAllEditors, openScript, waitFor } from './workspace';

const undo = () => vscode.commands.executeCommand('undo');
const redo = () => vscode.commands.executeCommand('redo');
const discardAll = () => vscode.commands.executeCommand('backlot.review.discardAll');

describe('review', () => {
  const server = withScriptedModel();
  afterEach(closeAllEditors);

  it('uses an alternative in one step, undone to the byte and redone', async () => {
    const { document } = await suggested(server());
    await use(2);
    assert.equal(document.getText(), SCENE.replace(LINE, SECOND));
    assert.equal(stateOf(await onlyProposal(document)), 'used');
    await undo();
    assert.equal(document.getText(), SCENE);
    assert.equal(document.isDirty, false);
    assert.equal(stateOf(await onlyProposal(document)), 'open');
    await redo();
    assert.equal(document.getText(), SCENE.replace(LINE, SECOND));
    assert.equal(stateOf(await onlyProposal(document)), 'used');
  });

  it('writes the line ends of the script', async () => {
    const { document } = await suggested(server(), SCENE.replace(/\n/g, '\r\n'), [['(beat)\nNot yet. Ask me when the coffee comes.', 'stalls']]);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await use(1);
    await undo();
    assert.equal(document.getText(), SCENE.replace(/\n/g, '\r\n'));
  });

  it('discards without a trace: no edit, no step for undo, no dirty mark', async () => {
    const editor = await suggested(server());
    const { document } = editor;
    const before = printOf(document);
    await vscode.commands.executeCommand('backlot.review.discard', 1);
    assert.equal((await onlyProposal(document)).alternatives.filter(({ state }) => state === 'offered').length, 2);
    await discardAll();
    assert.deepEqual(await proposalsOf(document), []);
    assert.deepEqual(printOf(document), before);
    await replaceText(document, "You're late.", 'You are late.');
    await undo();
    assert.equal(document.getText(), SCENE);
  });

  it('keeps to its line while the writer writes above it, in the same script and in others', async () => {
    const editor = await suggested(server());
    const { document } = editor;
    await replaceText(document, 'INT. ALL-NIGHT', 'INT. KITCHEN - DAY\n\nNothing.\n\nINT. ALL-NIGHT');
    await replaceText(document, "You're late.", "You're late. Again.");
    const other = await openScript(SCENE);
    await suggestFor(server(), other, LINE);
    await use(1);
    assert.equal(other.document.getText(), SCENE.replace(LINE, FIRST));
    const back = await vscode.window.showTextDocument(document);
    const text = document.getText();
    putCursor(back, LINE);
    await use(2);
    assert.equal(document.getText(), text.replace(LINE, SECOND));
  });

  it('keeps to its line through an undo that changes the line ends too', async () => {
    const editor = await suggested(server());
    const { document } = editor;
    const wanted = document.version + 2;
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(0, 0), 'FADE IN:\n\n');
      builder.replace(new vscode.Range(document.positionAt(SCENE.length - 2), document.positionAt(SCENE.length - 1)), '!');
      builder.setEndOfLine(vscode.EndOfLine.CRLF);
    });
    await waitFor('the line ends', () => document.version >= wanted && document.eol === vscode.EndOfLine.CRLF);
    assert.equal(stateOf(await onlyProposal(document)), 'open');
    while (document.getText() !== SCENE) {
      await undo();
      const { anchor } = await onlyProposal(document);
      assert.equal(document.getText().slice(anchor.from, anchor.to), LINE);
    }
    assert.equal(stateOf(await onlyProposal(document)), 'open');
    await use(1);
    assert.equal(document.getText(), SCENE.replace(LINE, FIRST));
  });

  it('goes with its script when the file is renamed', async () => {
    const { document } = await suggested(server());
    const uri = vscode.Uri.joinPath(document.uri, '..', `renamed-${Date.now()}.fountain`);
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(document.uri, uri);
    assert.ok(await vscode.workspace.applyEdit(rename));
    const editor = await waitFor('the renamed script', () => vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString()));
    assert.deepEqual(await proposalsOf(document), []);
    assert.equal(stateOf(await onlyProposal(editor.document)), 'open');
    putCursor(editor, LINE);
    await use(2);
    assert.equal(editor.document.getText(), SCENE.replace(LINE, SECOND));
  });

  it('is gone with its file, and with a script closed that was never saved', async () => {
    const { document } = await suggested(server());
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(document.uri);
    assert.ok(await vscode.workspace.applyEdit(remove));
    await waitFor('the proposal to go with its file', async () => (await proposalsOf(document)).length === 0);

    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCENE });
    await suggestFor(server(), await vscode.window.showTextDocument(untitled), LINE);
    assert.equal(stateOf(await onlyProposal(untitled)), 'open');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('the proposal to go with the script never saved', async () => (await proposalsOf(untitled)).length === 0);
  });

  it('turns stale with a word typed inside, refuses to be used, and is whole again after undo', async () => {
    const { document } = await suggested(server());
    await replaceText(document, 'Twice', 'Once');
    assert.equal(stateOf(await onlyProposal(document)), 'stale');
    const text = document.getText();
    await use(1);
    assert.equal(document.getText(), text);
    await undo();
    assert.equal(stateOf(await onlyProposal(document)), 'open');
    await use(1);
    assert.equal(document.getText(), SCENE.replace(LINE, FIRST));
  });

  it('turns stale also after a use that was taken back, and stays used where it was not', async () => {
    const { document } = await suggested(server());
    await use(1);
    await undo();
    await replaceText(document, 'Twice', 'Once');
    assert.equal(stateOf(await onlyProposal(document)), 'stale');
    await undo();
    assert.equal(stateOf(await onlyProposal(document)), 'open');
    await use(2);
    await replaceText(document, 'Twice', 'Once');
    assert.equal(stateOf(await onlyProposal(document)), 'used');
  });

  it('follows its speech when it is deleted and comes back, and when its scene moves', async () => {
    const { document } = await suggested(server());
    await replaceText(document, `MARA\n${LINE}\n\n`, '');
    assert.equal(stateOf(await onlyProposal(document)), 'stale');
    await undo();
    assert.equal(stateOf(await onlyProposal(document)), 'open');

    const lot = SCENE.slice(SCENE.indexOf('EXT.'));
    const diner = SCENE.slice(0, SCENE.indexOf('EXT.'));
    const move = new vscode.WorkspaceEdit();
    move.delete(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(diner.length)));
    move.insert(document.uri, document.positionAt(SCENE.length), `\n${diner}`);
    assert.ok(await vscode.workspace.applyEdit(move));
    assert.equal(document.getText(), `${lot}\n${diner}`);
    const proposal = await onlyProposal(document);
    assert.equal(stateOf(proposal), 'open');
    assert.equal(document.getText().slice(proposal.anchor.from, proposal.anchor.to), LINE);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    putCursor(editor, LINE);
    await use(1);
    assert.equal(document.getText(), `${lot}\n${diner}`.replace(LINE, FIRST));
  });

  it('keeps alternatives as notes in one step', async () => {
    const { document } = await suggested(server());
    await vscode.commands.executeCommand('backlot.review.discard', 3);
    await vscode.commands.executeCommand('backlot.review.keep');
    assert.equal(document.getText(), SCENE.replace(LINE, `${LINE}\n\n[[alt: ${FIRST}]]\n[[alt: ${SECOND}]]`));
    assert.equal(stateOf(await onlyProposal(document)), 'kept');
    await undo();
    assert.equal(document.getText(), SCENE);
    assert.equal(stateOf(await onlyProposal(document)), 'open');
  });

  it('outlives saving, closing and opening again, also when the file changed meanwhile', async () => {
    const { document } = await suggested(server());
    await replaceText(document, "You're late.", "You're late. Again.");
    assert.ok(await document.save());
    const text = document.getText();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(`INT. BEFORE - DAY\n\nNew.\n\n${text}`));
    const again = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document.uri));
    await waitFor('the text of the disk', () => again.document.getText().startsWith('INT. BEFORE'));
    assert.equal(stateOf(await onlyProposal(again.document)), 'open');
    putCursor(again, LINE);
    await use(2);
    assert.equal(again.document.getText(), `INT. BEFORE - DAY\n\nNew.\n\n${text}`.replace(LINE, SECOND));
  });

  it('asks for no other line where its own is gone', async () => {
    const editor = await suggested(server());
    const { document } = editor;
    await replaceText(document, `MARA\n${LINE}\n\n`, '');
    const asked = server().requests.length;
    putCursor(editor, 'INT. ALL-NIGHT');
    await vscode.commands.executeCommand('backlot.review.next');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('backlot.review.askAgain');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(server().requests.length, asked);
    assert.equal((await proposalsOf(document)).length, 1);
    await undo();
    server().script(answerOf(THREE));
    await vscode.commands.executeCommand('backlot.review.askAgain');
    await waitFor('the request', () => server().requests.length > asked);
    await waitFor('the answer', async () => (await onlyProposal(document)).activity.kind === 'idle');
    assert.equal((await onlyProposal(document)).original, LINE);
  });

  it('goes from line to line with alternatives, round and round', async () => {
    const editor = await suggested(server());
    await suggestFor(server(), editor, 'Say it, then');
    const line = () => vscode.window.activeTextEditor?.document.lineAt(vscode.window.activeTextEditor.selection.active).text;
    putCursor(editor, 'INT. ALL-NIGHT');
    await vscode.commands.executeCommand('backlot.review.next');
    assert.equal(line(), LINE);
    await vscode.commands.executeCommand('backlot.review.next');
    assert.equal(line(), 'Say it, then.');
    await vscode.commands.executeCommand('backlot.review.previous');
    assert.equal(line(), LINE);
    assert.equal(editor.document.getText(), SCENE);
    await discardAll();
    await vscode.commands.executeCommand('backlot.review.next');
    assert.equal(line(), 'Say it, then.');
    await discardAll();
  });

  it('works in either of two splits', async () => {
    const { document } = await suggested(server());
    const right = await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    putCursor(right, LINE);
    await use(1);
    assert.equal(document.getText(), SCENE.replace(LINE, FIRST));
    assert.equal(vscode.window.activeTextEditor?.viewColumn, right.viewColumn);
    await undo();
    assert.equal(document.getText(), SCENE);
  });

  it('never lands in the wrong place while the writer types on', async function () {
    this.timeout(60_000);
    const editor = await openScript(SCENE);
    const { document } = editor;
    for (let round = 0; round < 15; round++) {
      await suggestFor(server(), editor, LINE);
      const typing = (async () => {
        for (let i = 0; i < 10; i++) {
          const at = document.positionAt(document.getText().indexOf("You're late.") + 12);
          await editor.edit((builder) => builder.insert(at, i % 3 === 0 ? '\n' : ' more'), { undoStopBefore: true, undoStopAfter: true });
        }
      })();
      putCursor(editor, LINE);
      await Promise.all([typing, use((round % 3) + 1)]);
      // What was not used was refused whole: the line is there, or exactly one alternative in its place.
      const texts = [LINE, ...(await onlyProposal(document)).alternatives.map(({ text }) => text)];
      const [head, tail] = [SCENE.indexOf('MARA\n' + LINE), SCENE.indexOf(LINE) + LINE.length];
      const text = document.getText();
      assert.ok(texts.some((line) => text.endsWith(`MARA\n${line}${SCENE.slice(tail)}`)), text);
      assert.ok(text.startsWith(SCENE.slice(0, head).split("You're late.")[0] ?? ''));
      await discardAll();
      await replaceText(document, text, SCENE);
    }
  });
});
