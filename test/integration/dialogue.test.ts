// Suggesting dialogue alternatives, from the command to the proposal, with a model behind a real socket.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offered, stateOf } from '../../src/core/proposals/proposal';
import { answerOf } from '../support/scriptedServer.mjs';
import { connect, FIRST, LINE, onlyProposal, printOf, proposalsOf, putCursor, SCENE, SECOND, suggested, suggestFor, THREE, withScriptedModel } from './suggesting';
import { toldToTests } from './told';
import { closeAllEditors, openScript, waitFor } from './workspace';

const suggest = () => vscode.commands.executeCommand('backlot.dialogue.suggest');
const texts = async (document: vscode.TextDocument) => offered(await onlyProposal(document)).map(({ text }) => text);

/** A promise, and what keeps it. */
function gate(): [open: () => void, opened: Promise<void>] {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return [() => open(), opened];
}

describe('suggesting dialogue', () => {
  const server = withScriptedModel();
  afterEach(closeAllEditors);

  it('offers each alternative as soon as it is whole, and touches nothing', async () => {
    const editor = await openScript(SCENE);
    const before = printOf(editor.document);
    const asked = server().requests.length;
    const [sendFirst, first] = gate();
    const [sendRest, rest] = gate();
    const [opening, ...pieces] = answerOf(THREE);
    assert.ok(opening);
    server().script([opening, { waitFor: first }, ...pieces.slice(0, 2), { waitFor: rest }, ...pieces.slice(2)]);
    putCursor(editor, LINE);
    const done = suggest();
    await waitFor('the request', () => server().requests.length > asked);
    const sent = Date.now();
    sendFirst();
    while ((await onlyProposal(editor.document)).alternatives.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    console.log(`      the first alternative was offered ${Date.now() - sent} ms after its last byte was sent`);
    assert.equal(stateOf(await onlyProposal(editor.document)), 'writing');
    sendRest();
    await done;
    assert.deepEqual(await texts(editor.document), THREE.map(([text]) => text));
    assert.equal(offered(await onlyProposal(editor.document))[0]?.intent, 'deflects');
    assert.deepEqual(printOf(editor.document), before);
  });

  it('leaves out what is no alternative, and says why', async () => {
    const editor = await suggested(server(), SCENE, [[LINE, 'repeats'], [FIRST, 'deflects'], [FIRST, 'again'], ['One.\n\nDEV\nTwo.', 'breaks out'], ['word '.repeat(200), 'rambles']]);
    const proposal = await onlyProposal(editor.document);
    assert.deepEqual(await texts(editor.document), [FIRST]);
    assert.equal(proposal.refused.length, 4);
    assert.ok(proposal.refused.every(({ reason }) => reason.length > 5));
  });

  it('adds to the deck of a speech when asked again, and tells the model what was shown', async () => {
    const editor = await suggested(server());
    await suggestFor(server(), editor, LINE, [['I counted eleven stop signs and obeyed them all.', 'hides in detail']]);
    assert.equal((await texts(editor.document)).length, 4);
    assert.ok(JSON.stringify(server().requests.at(-1)).includes(FIRST));
  });

  it('stops when told to: the server sees it, and what is whole is kept', async () => {
    const editor = await openScript(SCENE);
    const before = printOf(editor.document);
    const [open, first, second] = answerOf(THREE);
    assert.ok(open && first && second);
    server().script([open, first, second, { waitMs: 60_000 }]);
    putCursor(editor, LINE);
    const done = suggest();
    await waitFor('the first', async () => (await proposalsOf(editor.document)).some(({ alternatives }) => alternatives.length === 1));
    const aborts = server().aborts.length;
    const stopped = Date.now();
    await vscode.commands.executeCommand('backlot.review.stop');
    const seen = await waitFor('the server to see it', () => server().aborts[aborts]);
    console.log(`      the server saw the stop after ${seen - stopped} ms`);
    await done;
    assert.deepEqual(await texts(editor.document), [FIRST]);
    assert.equal(stateOf(await onlyProposal(editor.document)), 'open');
    assert.deepEqual(printOf(editor.document), before);
  });

  it('keeps what is whole of a cut answer, and says that it was cut', async () => {
    const editor = await openScript(SCENE);
    const [open, first, second] = answerOf(THREE);
    assert.ok(open && first && second);
    server().script([open, first, second, { text: ',{"intent":"x","text":"half a li' }, { cut: true }]);
    putCursor(editor, LINE);
    await suggest();
    const proposal = await onlyProposal(editor.document);
    assert.deepEqual(await texts(editor.document), [FIRST]);
    assert.deepEqual(proposal.activity, { kind: 'idle', ended: 'cut' });
  });

  it('says in one sentence what failed, and asks again when told to', async () => {
    const editor = await openScript(SCENE);
    const before = printOf(editor.document);
    server().script([{ status: 401, message: 'bad key' }]);
    putCursor(editor, LINE);
    await suggest();
    const failed = await onlyProposal(editor.document);
    assert.equal(stateOf(failed), 'failed');
    assert.ok(failed.activity.kind === 'failed' && failed.activity.message.length > 10);
    server().script(answerOf(THREE));
    await vscode.commands.executeCommand('backlot.review.askAgain');
    await waitFor('the answer', async () => (await texts(editor.document)).length === 3);
    assert.deepEqual(printOf(editor.document), before);
  });

  it('writes for the line as it is now when the old one has changed', async () => {
    const editor = await suggested(server());
    await editor.edit((builder) => builder.insert(editor.document.positionAt(SCENE.indexOf(LINE)), 'Listen. '));
    assert.equal(stateOf(await onlyProposal(editor.document)), 'stale');
    server().script(answerOf([[SECOND, 'circles the truth']]));
    await vscode.commands.executeCommand('backlot.review.askAgain');
    await waitFor('the answer', async () => stateOf(await onlyProposal(editor.document)) === 'open');
    assert.equal((await onlyProposal(editor.document)).original, `Listen. ${LINE}`);
    assert.deepEqual(await texts(editor.document), [SECOND]);
  });

  it('asks for several speeches and scripts at once', async () => {
    const one = await openScript(SCENE);
    const two = await openScript(SCENE);
    server().script(answerOf(THREE, 60));
    const asked: Thenable<unknown>[] = [];
    for (const [editor, words] of [[two, LINE], [two, 'It was real'], [one, LINE]] as const) {
      const shown = await vscode.window.showTextDocument(editor.document);
      putCursor(shown, words);
      asked.push(suggest());
      await waitFor('it to begin', async () => (await proposalsOf(editor.document)).some(({ original }) => original.startsWith(words.slice(0, 8))));
    }
    await Promise.all(asked);
    assert.equal((await proposalsOf(two.document)).length, 2);
    assert.deepEqual([...(await proposalsOf(one.document)), ...(await proposalsOf(two.document))].map((proposal) => offered(proposal).length), [3, 3, 3]);
  });

  it('writes for all speeches of a character in a scene, two at a time', async () => {
    const editor = await openScript(SCENE);
    server().script(answerOf(THREE, 30));
    putCursor(editor, LINE);
    await vscode.commands.executeCommand('backlot.dialogue.suggestForCharacter');
    const proposals = await proposalsOf(editor.document);
    assert.deepEqual(proposals.map(({ speaker }) => speaker), ['MARA', 'MARA']);
    assert.ok(proposals.every((proposal) => stateOf(proposal) === 'open' && offered(proposal).length === 3));
  });

  it('shows exactly what would be sent, and sends nothing', async () => {
    const editor = await openScript(SCENE);
    putCursor(editor, LINE);
    const asked = server().requests.length;
    await vscode.commands.executeCommand('backlot.dialogue.showRequest');
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, 'backlot-request');
    assert.equal(shown.languageId, 'plaintext');
    const page = shown.getText();
    const readable = page.slice(0, page.indexOf('Exactly as sent')).replace(/\s+/g, ' ');
    assert.match(readable, /It would go to .* at http:\/\/127\.0\.0\.1:\d+\. .* Backlot sends it to no other computer\./);
    assert.ok(readable.includes(LINE), readable);
    const request = JSON.parse(page.slice(page.lastIndexOf('\n{\n'))) as { messages: unknown };
    assert.equal(server().requests.length, asked);
    await vscode.window.showTextDocument(editor.document);
    await suggestFor(server(), editor, LINE);
    assert.deepEqual(server().requests.at(-1)?.messages, request.messages);
  });

  it('is in the menu of a speech, and nowhere else', async () => {
    const editor = await openScript(SCENE);
    const titles = async (words: string) => {
      const at = editor.document.positionAt(SCENE.indexOf(words));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, new vscode.Range(at, at));
      return actions.filter(({ command }) => command?.command.startsWith('backlot.dialogue.')).map(({ kind }) => kind?.value);
    };
    assert.deepEqual(await titles(LINE), ['refactor.rewrite.dialogue', 'refactor.rewrite.dialogue']);
    assert.deepEqual(await titles('slides into'), []);
  });

  it('opens nothing where there is no speech at all, and no model is asked without one being connected', async () => {
    const editor = await openScript('INT. KITCHEN - DAY\n\nNobody speaks.\n');
    await suggest();
    assert.deepEqual(await proposalsOf(editor.document), []);
    const other = await openScript(SCENE);
    await connect(undefined, undefined);
    putCursor(other, LINE);
    const asked = server().requests.length;
    await suggest();
    assert.deepEqual(await proposalsOf(other.document), []);
    assert.equal(server().requests.length, asked);
    await connect(server().address, server().model);
  });

  it('works with the practice model', async () => {
    const { practiceAddress, practiceModel } = toldToTests();
    await connect(practiceAddress, practiceModel);
    const editor = await openScript(SCENE);
    const before = printOf(editor.document);
    putCursor(editor, LINE);
    await suggest();
    assert.ok((await texts(editor.document)).length >= 2);
    assert.deepEqual(printOf(editor.document), before);
    await connect(server().address, server().model);
  });
});
