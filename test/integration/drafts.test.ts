// Drafts in the real editor: streamed beside the script, taken over hunk by hunk, the script untouched until the writer's yes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Draft } from '../../src/core/drafts/draft';
import { hunksOf } from '../../src/core/drafts/hunks';
import type { Seen } from '../../src/extension';
import { printOf, putCursor, replaceText, SCENE, withScriptedModel } from './suggesting';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';
import type { ScriptedServer, Step } from '../support/scriptedServer.mjs';

const DINER = SCENE.slice(0, SCENE.indexOf('EXT. PARKING LOT'));
const NEW_ACTION = 'MARA stands at the booth until DEV looks up.';
const NEW_LINE = 'It was real until you left.';
const REWRITTEN = DINER.replace('MARA slides into the booth across from DEV.', NEW_ACTION).replace('It was real in March.', NEW_LINE);

const run = (verb: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`backlot.${verb}`, ...args);
const seen = async (): Promise<Seen> => (await activateBacklot()).exports as Seen;
const draftsOf = async (document: vscode.TextDocument): Promise<readonly Draft[]> => (await seen()).drafts().filter(({ uri }) => uri === document.uri.toString());
const side = (id: string, which: 'old' | 'new'): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'backlot-draft' && uri.authority === id && uri.path.startsWith(which === 'old' ? '/script/' : '/draft/'));

async function onlyDraft(document: vscode.TextDocument): Promise<Draft> {
  const [draft, ...others] = await draftsOf(document);
  assert.ok(draft && others.length === 0, `${others.length + (draft ? 1 : 0)} drafts`);
  return draft;
}

/** A script whose first scene is being rewritten as the server says; the diff is open. */
async function begun(server: ScriptedServer, steps: Step[], text = SCENE): Promise<vscode.TextEditor> {
  server.script(steps);
  const editor = await openScript(text);
  const uri = editor.document.uri.toString();
  void run('rewrite.scene', { uri, from: 5, direction: 'less on the nose' });
  await waitFor('the draft', async () => (await draftsOf(editor.document)).length === 1);
  return editor;
}

async function rewritten(server: ScriptedServer, answer = REWRITTEN, text = SCENE): Promise<{ document: vscode.TextDocument; id: string }> {
  const { document } = await begun(server, [{ text: answer }], text);
  const { id } = await waitFor('the draft to be written', async () => (await draftsOf(document)).find(({ activity }) => activity.kind === 'idle'));
  await waitFor('both sides', () => side(id, 'old') && side(id, 'new')?.getText().includes(NEW_LINE));
  return { document, id };
}

async function discardAll(): Promise<void> {
  for (const { id } of (await seen()).drafts()) {
    await run('drafts.discard', id);
  }
}

/** In the script's own editor. */
async function inScript(document: vscode.TextDocument, command: 'undo' | 'redo'): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(command);
}

describe('drafts', () => {
  const server = withScriptedModel();
  afterEach(async () => {
    await discardAll();
    await closeAllEditors();
  });

  it('shows old and new side by side and touches no byte of the script', async () => {
    const { document, id } = await rewritten(server());
    assert.equal(side(id, 'old')?.getText(), DINER);
    assert.equal(side(id, 'new')?.getText(), REWRITTEN);
    assert.equal(side(id, 'new')?.languageId, 'fountain');
    assert.equal(document.getText(), SCENE);
    assert.equal(document.isDirty, false);
    assert.equal(document.version, 1);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
    assert.equal(hunksOf(await onlyDraft(document)).length, 2);
    const sent = server().requests.at(-1)?.messages.map(({ content }) => content).join('\n') ?? '';
    assert.ok(sent.includes('It was real in March.') && sent.includes('nobody names what they feel'));
  });

  it('takes over one hunk by exactly one edit, which one undo takes back and opens again', async () => {
    const { document, id } = await rewritten(server());
    const [first] = hunksOf(await onlyDraft(document));
    await run('drafts.accept', id, first);
    assert.equal(document.getText(), SCENE.replace('MARA slides into the booth across from DEV.', NEW_ACTION));
    assert.equal(hunksOf(await onlyDraft(document)).length, 1);
    await inScript(document, 'undo');
    assert.equal(document.getText(), SCENE);
    assert.equal(document.isDirty, false);
    assert.equal(hunksOf(await onlyDraft(document)).length, 2);
    await inScript(document, 'redo');
    assert.equal(hunksOf(await onlyDraft(document)).length, 1);
    await run('drafts.undoAccepted', id);
    assert.equal(document.getText(), SCENE);
    assert.equal(hunksOf(await onlyDraft(document)).length, 2);
  });

  it('accepts and refuses at the cursor, and says when all is decided', async () => {
    const { document, id } = await rewritten(server());
    await run('drafts.show', id);
    const editor = await waitFor('the new side', () => vscode.window.visibleTextEditors.find((one) => one.document === side(id, 'new')));
    await waitFor('the focus', () => vscode.window.activeTextEditor === editor);
    putCursor(editor, NEW_ACTION);
    await run('drafts.accept');
    // A speech changes as a whole, its cue with it.
    await waitFor('the cursor on the next change', () => editor.document.lineAt(editor.selection.active.line + 1).text === NEW_LINE);
    await run('drafts.refuse');
    assert.equal(document.getText(), SCENE.replace('MARA slides into the booth across from DEV.', NEW_ACTION));
    assert.equal(hunksOf(await onlyDraft(document)).length, 0);
    await waitFor('the refused words to go', () => editor.document.getText() === side(id, 'old')?.getText());
    assert.equal(editor.document.isDirty, false);
    await run('drafts.close', id);
    assert.deepEqual(await draftsOf(document), []);
    assert.equal(vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff)), false);
  });

  it('starts on the first change, and goes to the next where there is none at the cursor', async () => {
    const { document, id } = await rewritten(server());
    await run('drafts.show', id);
    const editor = await waitFor('the new side', () => vscode.window.visibleTextEditors.find((one) => one.document === side(id, 'new')));
    await waitFor('the cursor on the first change', () => editor.document.lineAt(editor.selection.active.line).text === NEW_ACTION);
    await waitFor('the focus', () => vscode.window.activeTextEditor === editor);
    // For a moment the cursor is held there against the diff editor, which goes to a difference of its own.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('drafts.accept');
    await waitFor('the next change', () => editor.document.lineAt(editor.selection.active.line).text === NEW_ACTION);
    assert.equal(document.getText(), SCENE);
    assert.equal(hunksOf(await onlyDraft(document)).length, 2);
    await run('drafts.accept');
    assert.equal(document.getText(), SCENE.replace('MARA slides into the booth across from DEV.', NEW_ACTION));
  });

  it('leaves for its scene in the script, and comes back from a discard and from refusing all', async () => {
    const { document, id } = await rewritten(server());
    await run('drafts.show', id);
    const writer = beWriter({ presses: ['Undo', 'Undo'] });
    await run('drafts.refuseAll', id);
    await waitFor('the refused changes', async () => hunksOf(await onlyDraft(document)).length === 2);
    await run('drafts.show', id);
    await run('drafts.discard', id);
    const back = await waitFor('the discarded draft', async () => (await draftsOf(document)).find((draft) => hunksOf(draft).length === 2));
    writer.restore();
    assert.deepEqual(writer.told, ['message: All changes refused.', 'message: Draft discarded.']);
    assert.equal(back.id, id);
    await waitFor('the script', () => vscode.window.activeTextEditor?.document === document);
    const { active } = vscode.window.activeTextEditor?.selection ?? {};
    assert.ok(active && document.offsetAt(active) >= back.anchor.from && document.offsetAt(active) <= back.anchor.to);
    await run('drafts.acceptAll', id);
    assert.equal(document.getText(), SCENE.replace(DINER, REWRITTEN));
  });

  it('accepts all in one step, in a script with other line ends, whose tab is closed', async () => {
    const crlf = SCENE.replace(/\n/g, '\r\n');
    const { document, id } = await rewritten(server(), REWRITTEN, crlf);
    await closeTab(document);
    await run('drafts.acceptAll', id);
    const now = await vscode.workspace.openTextDocument(document.uri);
    assert.equal(now.getText(), SCENE.replace(DINER, REWRITTEN).replace(/\n/g, '\r\n'));
    await inScript(now, 'undo');
    assert.equal(now.getText(), crlf);
    assert.equal(hunksOf(await onlyDraft(now)).length, 2);
  });

  it('is edited freely, saves itself, and takes over the writer’s words', async () => {
    const { document, id } = await rewritten(server());
    const draft = side(id, 'new');
    assert.ok(draft);
    await replaceText(draft, NEW_LINE, 'It was never real.');
    await waitFor('the draft to be saved', () => !draft.isDirty);
    const hunk = hunksOf(await onlyDraft(document)).find(({ inserted }) => inserted.includes('never real'));
    assert.ok(hunk);
    await run('drafts.accept', id, hunk);
    assert.equal(document.getText(), SCENE.replace('It was real in March.', 'It was never real.'));
  });

  it('follows what is typed in the script while it streams and after', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const { document } = await begun(server(), [{ text: REWRITTEN.slice(0, 80) }, { waitFor: gate }, { text: REWRITTEN.slice(80) }]);
    const { id } = await onlyDraft(document);
    await waitFor('the first words', () => side(id, 'new')?.getText().includes('MARA stands at'));
    await replaceText(document, 'INT. ALL-NIGHT DINER', 'FADE IN:\n\nINT. ALL-NIGHT DINER');
    await replaceText(document, "You're late.", "You're very late.");
    go();
    const draft = await waitFor('the draft to be written', async () => (await draftsOf(document)).find(({ activity }) => activity.kind === 'idle'));
    await waitFor('the old side to follow', () => side(id, 'old')?.getText().includes('very late'));
    const hunk = hunksOf(draft).find(({ inserted }) => inserted.includes(NEW_LINE));
    assert.ok(hunk);
    await run('drafts.accept', id, hunk);
    assert.equal(document.getText(), `FADE IN:\n\n${SCENE}`.replace("You're late.", "You're very late.").replace('It was real in March.', NEW_LINE));
  });

  it('asks before it takes over what the writer changed meanwhile', async () => {
    const { document, id } = await rewritten(server());
    await replaceText(document, 'in March', 'in April');
    const hunk = await waitFor('the hunk to be marked', async () => hunksOf(await onlyDraft(document)).find(({ touched }) => touched));
    const before = printOf(document);
    const no = beWriter({});
    await run('drafts.accept', id, hunk);
    no.restore();
    assert.match(no.told.join(), /modal: You changed these lines/);
    assert.deepEqual(printOf(document), before);
    const yes = beWriter({ presses: ['Use the Draft'] });
    await run('drafts.accept', id, hunk);
    yes.restore();
    assert.equal(document.getText(), SCENE.replace('It was real in March.', NEW_LINE));
  });

  it('stops the server at once, and keeps what has come', async () => {
    const stopped = server().aborts.length;
    const { document } = await begun(server(), [{ text: REWRITTEN.slice(0, 80) }, { waitFor: new Promise(() => undefined) }]);
    const { id } = await onlyDraft(document);
    await waitFor('the first words', () => side(id, 'new')?.getText().includes('MARA stands'));
    await run('drafts.stop', id);
    await waitFor('the server to hear of it', () => server().aborts.length > stopped);
    assert.deepEqual((await onlyDraft(document)).activity, { kind: 'idle', ended: 'stopped' });
    assert.equal(document.getText(), SCENE);
  });

  it('tells of an answer that breaks off, of one that is no screenplay, and of a server that fails', async () => {
    const { document } = await begun(server(), [{ text: REWRITTEN.slice(0, 90) }, { cut: true }]);
    await waitFor('the end', async () => (await onlyDraft(document)).activity.kind !== 'writing');
    assert.deepEqual((await onlyDraft(document)).activity, { kind: 'idle', ended: 'cut' });
    for (const [steps, words] of [[[{ text: '' }], /without a word/], [[{ text: '<think>What would she say?</think>' }], /Write the draft again/], [[{ status: 500, message: 'no more paper' }], /no more paper/]] as const) {
      const other = await begun(server(), [...steps]);
      const draft = await waitFor('the failure', async () => (await draftsOf(other.document)).find(({ activity }) => activity.kind === 'failed'));
      assert.match(draft.activity.kind === 'failed' ? draft.activity.message : '', words);
      assert.equal(other.document.getText(), SCENE);
    }
  });

  it('tells of a stretch that is gone, and finds it again with undo', async () => {
    const { document, id } = await rewritten(server());
    await replaceText(document, DINER, '');
    assert.equal((await onlyDraft(document)).anchor.lost, true);
    const writer = beWriter({});
    await run('drafts.acceptAll', id);
    writer.restore();
    assert.match(writer.told.join(), /not in the script any more/);
    await inScript(document, 'undo');
    assert.equal((await onlyDraft(document)).anchor.lost, false);
    await run('drafts.acceptAll', id);
    assert.equal(document.getText(), SCENE.replace(DINER, REWRITTEN));
  });

  it('writes a draft again in another direction', async () => {
    const { document, id } = await rewritten(server());
    server().script([{ text: DINER.replace("You're late.", 'Coffee is cold.') }]);
    const writer = beWriter({ picks: ['punch'] });
    await run('drafts.writeAgain', id);
    await waitFor('the new words', () => side(id, 'new')?.getText().includes('Coffee is cold.'));
    writer.restore();
    assert.equal(document.getText(), SCENE);
    assert.equal(hunksOf(await onlyDraft(document)).length, 1);
  });

  it('opens on exactly the stretch that was meant, though the writer types above it while it opens', async () => {
    const { document } = await openScript(SCENE);
    server().script([{ text: REWRITTEN }]);
    const uri = document.uri.toString();
    void run('rewrite.scene', { uri, from: 5, direction: 'less on the nose' });
    for (let typed = 0; typed < 25 || (await draftsOf(document)).length === 0; typed++) {
      const above = new vscode.WorkspaceEdit();
      above.insert(document.uri, new vscode.Position(0, 0), typed % 5 === 0 ? 'FADE IN:\n\n' : 'x ');
      assert.ok(await vscode.workspace.applyEdit(above));
    }
    const { id, base, anchor } = await waitFor('the draft to be written', async () => (await draftsOf(document)).find(({ activity }) => activity.kind === 'idle'));
    assert.ok(base.endsWith(DINER.slice(DINER.indexOf('\n'))), JSON.stringify(base));
    assert.equal(document.getText().slice(anchor.from, anchor.to), base);
    await run('drafts.acceptAll', id);
    assert.ok(document.getText().endsWith(SCENE.slice(DINER.length)));
    assert.ok(document.getText().includes(NEW_LINE) && !document.getText().includes('It was real in March.'));
  });

  it('says that a script is read-only, and keeps the change open', async () => {
    const { document, id } = await rewritten(server());
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const before = printOf(document);
    const writer = beWriter({});
    await run('drafts.acceptAll', id);
    writer.restore();
    assert.match(writer.told.join(), /read-only/);
    assert.deepEqual(printOf(document), before);
    assert.equal(hunksOf(await onlyDraft(document)).length, 2);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession');
    await run('drafts.acceptAll', id);
    assert.equal(document.getText(), SCENE.replace(DINER, REWRITTEN));
  });

  it('takes back the last change also after the script was renamed, and refuses where it was written on', async () => {
    const { document, id } = await rewritten(server());
    await run('drafts.acceptAll', id);
    await document.save();
    const target = vscode.Uri.joinPath(document.uri, '..', `renamed-${Date.now()}.fountain`);
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(document.uri, target);
    assert.ok(await vscode.workspace.applyEdit(rename));
    const renamed = await vscode.workspace.openTextDocument(target);
    await waitFor('the draft to follow', async () => (await draftsOf(renamed)).length === 1);
    await replaceText(renamed, NEW_LINE, `${NEW_LINE} Long ago.`);
    const writer = beWriter({});
    await run('drafts.undoAccepted', id);
    writer.restore();
    assert.match(writer.told.join(), /wrote on/);
    await replaceText(renamed, `${NEW_LINE} Long ago.`, NEW_LINE);
    await run('drafts.undoAccepted', id);
    assert.equal(renamed.getText(), SCENE);
    await renamed.save();
  });

  it('goes with an untitled script into the file it is saved as', async () => {
    server().script([{ text: REWRITTEN }]);
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCENE });
    await vscode.window.showTextDocument(untitled);
    void run('rewrite.scene', { uri: untitled.uri.toString(), from: 5, direction: 'less on the nose' });
    const { id } = await waitFor('the draft', async () => (await draftsOf(untitled)).find(({ activity }) => activity.kind === 'idle'));
    // As Save As does it: the file is there with the text, its document opens, the untitled one closes.
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const target = vscode.Uri.joinPath(folder, `saved-${Date.now()}.fountain`);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(SCENE));
    const named = await vscode.workspace.openTextDocument(target);
    await waitFor('the untitled script in front', async () => {
      await vscode.window.showTextDocument(untitled, vscode.ViewColumn.One);
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputText && input.uri.toString() === untitled.uri.toString();
    });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const draft = await waitFor('the draft to follow', async () => (await draftsOf(named))[0]);
    assert.equal(draft.id, id);
    assert.equal(draft.anchor.lost, false);
    assert.equal(hunksOf(draft).length, 2);
    await run('drafts.acceptAll', id);
    assert.equal(named.getText(), SCENE.replace(DINER, REWRITTEN));
    await named.save();
  });

  it('asks no model for a draft that is discarded while the writer is asked which way', async () => {
    const { id } = await rewritten(server());
    const asked = server().requests.length;
    const picks: string[] = [];
    const writer = beWriter({ picks });
    const { window } = vscode;
    const make: typeof window.createQuickPick = window.createQuickPick.bind(window);
    let shown = false;
    const noticed = (): unknown => {
      shown = true;
      return make();
    };
    Object.defineProperty(window, 'createQuickPick', { value: noticed, configurable: true, writable: true });
    await run('drafts.writeAgain', id);
    await waitFor('the list', () => shown);
    // The draft goes while the list is open; then the writer chooses.
    await run('drafts.discard', id);
    picks.push('punch');
    await waitFor('to be told', () => writer.told.join().includes('not there any more'));
    writer.restore();
    assert.equal(server().requests.length, asked);
  });
});

async function closeTab(document: vscode.TextDocument): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString());
  await vscode.window.tabGroups.close(tabs);
}
