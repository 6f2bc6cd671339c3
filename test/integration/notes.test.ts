// A reader's notes in the real editor: under the lines they are on, never in the text unless kept, and on their words whatever is written.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hashOf } from '../../src/core/ledger/hash';
import type { ReaderNote } from '../../src/core/notes/note';
import type { Seen } from '../../src/extension';
import type { NoteStore } from '../../src/notes/noteStore';
import type { NoteThreads } from '../../src/notes/noteThreads';
import type { Keeper } from '../../src/review/recordKeeper';
import type { Step } from '../support/scriptedServer.mjs';
import { outlineHandle, rowsOf } from './outlineHandle';
import { printOf, putCursor, replaceText, SCENE, withScriptedModel } from './suggesting';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

interface Said {
  readonly scene?: number;
  readonly quote: string;
  readonly kind?: string;
  readonly note: string;
  readonly next?: string;
}

const BLOCK: Said = { quote: 'I drove around the block. Twice.', kind: 'voice', note: 'She explains what her hands could show. Nobody in this booth talks that way.', next: 'Let her hold the car key instead.' };
const MARCH: Said = { quote: 'it was real in march', kind: 'setUp', note: 'March is named twice and we never learn what it was.', next: 'Let us see what is left of March.' };
const SAY: Said = { scene: 2, quote: 'Say it, then.', kind: 'sameVoice', note: 'Anyone could say this line to anyone.' };

const answer = (notes: readonly Said[]): Step[] => [{ text: '{"notes":[' }, ...notes.map((note, i): Step => ({ text: `${i > 0 ? ',' : ''}${JSON.stringify({ scene: 1, kind: 'stakes', next: '', ...note })}` })), { text: ']}' }];

async function notesHandle(): Promise<{ store: NoteStore; threads: NoteThreads }> {
  await activateBacklot();
  await vscode.commands.executeCommand('backlot.notes.leave');
  return vscode.commands.executeCommand('_backlot.notes');
}

async function notesOf({ uri }: vscode.TextDocument): Promise<readonly ReaderNote[]> {
  return (await notesHandle()).store.shown(uri.toString());
}

const ask = (what = 'scene', ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`backlot.notes.${what}`, ...args);

describe('script notes', () => {
  const server = withScriptedModel();
  afterEach(closeAllEditors);

  const noted = async (notes: readonly Said[], text = SCENE, cursor = "You're late."): Promise<vscode.TextEditor> => {
    server().script(answer(notes));
    const editor = await openScript(text);
    putCursor(editor, cursor);
    await ask();
    return editor;
  };

  it('come on a scene, each on the words it quotes, and change nothing of the script', async () => {
    const editor = await openScript(SCENE);
    const before = printOf(editor.document);
    server().script(answer([BLOCK, MARCH, { ...SAY, scene: 1 }, { quote: 'Nobody ever says this.', note: 'A line that is nowhere.' }]));
    putCursor(editor, "You're late.");
    const writer = beWriter({});
    await ask();
    writer.restore();
    const notes = await notesOf(editor.document);
    assert.deepEqual(notes.map(({ kind, quote }) => [kind, quote]), [['voice', 'I drove around the block. Twice.'], ['setUp', 'It was real in March.']]);
    assert.deepEqual(printOf(editor.document), before);
    const sent = server().requests.at(-1)?.messages.at(-1)?.content ?? '';
    assert.match(sent, /<pages>\n1\.\nINT\. ALL-NIGHT DINER - NIGHT\n[^]*<\/pages>\n\nGive at most 3 notes on scene 1 in <pages>/);
    assert.match(writer.told.join('\n'), /2 notes\. 2 left out: what they quote is not on the page\./);
    const { threads } = await notesHandle();
    assert.equal(threads.open, notes[0]?.id);
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('come on a row of the Scenes view, on the section at the cursor, and on the whole script with its kinds', async () => {
    const text = `# Act one\n\n${SCENE}\n# Act two\n\nINT. BED - NIGHT\n\nDEV\nNo more.\n`;
    server().script(answer([SAY]));
    const editor = await openScript(text);
    const { scenes } = await outlineHandle();
    const row = await waitFor('the row', () => rowsOf(scenes).find(({ label }) => label.includes('PARKING LOT')));
    await ask('scene', row.node);
    assert.deepEqual((await notesOf(editor.document)).map(({ quote, scene }) => [quote, scene]), [['Say it, then.', 'EXT. PARKING LOT - LATER']]);
    putCursor(editor, "You're late.");
    await ask('section');
    const sent = (): string => server().requests.at(-1)?.messages.at(-1)?.content ?? '';
    assert.match(sent(), /on scenes 1 to 2 in <pages>/);
    assert.match(sent(), /<shown>\n- Anyone could say this line to anyone\./);
    const writer = beWriter({ picks: ['whole script', 'Pace'] });
    await ask('ask');
    writer.restore();
    assert.match(sent(), /on scenes 1 to 3 in <pages>\.\nLook for pace alone\./);
  });

  it('say why there is nothing to read, and what stands in the way', async () => {
    const editor = await openScript('Just a line.\n');
    for (const [what, sentence] of [['scene', /in no scene/], ['section', /in no section/]] as const) {
      const writer = beWriter({});
      await ask(what);
      await waitFor('the sentence', () => sentence.test(writer.told.join()));
      writer.restore();
    }
    await replaceText(editor.document, 'Just a line.\n', '\n');
    const writer = beWriter({});
    await ask('script');
    await waitFor('the sentence', () => /nothing to read/.test(writer.told.join()));
    writer.restore();
  });

  it('are kept in the script by one step, undone to the byte, and kept again by redo', async () => {
    const { document } = await noted([BLOCK]);
    const [note] = await notesOf(document);
    assert.ok(note);
    await ask('keep', { note: note.id });
    const kept = SCENE.replace("it's real.\n", `it's real.\n\n[[Voice: ${BLOCK.note} Next step: ${BLOCK.next ?? ''}]]\n`);
    assert.equal(document.getText(), kept);
    assert.equal((await notesOf(document))[0]?.state, 'kept');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SCENE);
    assert.equal(document.isDirty, false);
    assert.equal((await notesOf(document))[0]?.state, 'open');
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), kept);
    assert.equal((await notesOf(document))[0]?.state, 'kept');
    const writer = beWriter({});
    await ask('keep', { note: note.id });
    await waitFor('the sentence', () => /stands in the script already/.test(writer.told.join()));
    writer.restore();
  });

  it('are resolved, opened again and discarded, and a discarded one is not given again', async () => {
    const { document } = await noted([BLOCK, MARCH]);
    const [first, second] = await notesOf(document);
    assert.ok(first && second);
    const states = async (): Promise<string[]> => (await notesOf(document)).map(({ state }) => state);
    await ask('resolve', { note: first.id });
    assert.deepEqual(await states(), ['resolved', 'open']);
    await ask('reopen', { note: first.id });
    assert.deepEqual(await states(), ['open', 'open']);
    await ask('discard', { note: first.id });
    assert.deepEqual(await states(), ['open']);
    await ask();
    assert.deepEqual((await notesOf(document)).map(({ id }) => id), [second.id]);
    await ask('resolveAll');
    assert.deepEqual(await states(), ['resolved']);
    await ask('clearResolved');
    assert.deepEqual(await states(), []);
    assert.equal(document.getText(), SCENE);
  });

  it('stay on their words, say when those change, and are found again when the script is opened anew', async () => {
    const editor = await noted([BLOCK, MARCH]);
    const { document } = editor;
    await replaceText(document, 'INT. ALL-NIGHT', 'INT. KITCHEN - DAY\n\nNothing.\n\nINT. ALL-NIGHT');
    await replaceText(document, 'real in March', 'real in May');
    const shown = async (): Promise<string[]> => (await notesOf(document)).map(({ anchor }) => `${anchor.standing}: ${document.getText().slice(anchor.from, anchor.to)}`);
    assert.deepEqual(await shown(), ['here: I drove around the block. Twice.', 'changed: It was real in May.']);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(await shown(), ['here: I drove around the block. Twice.', 'here: It was real in March.']);
    await document.save();
    const { uri } = document;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`INT. FIRST - DAY\n\nNew.\n\n${text}`));
    const again = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(again);
    await waitFor('the notes at their new places', async () => (await notesOf(again)).every(({ anchor, quote }) => anchor.standing === 'here' && again.getText().slice(anchor.from, anchor.to) === quote));
  });

  it('are gone through by next and previous, around the ends', async () => {
    const editor = await noted([BLOCK, MARCH]);
    const line = (): string => editor.document.lineAt(editor.selection.active.line).text;
    for (const [way, words] of [['next', 'I drove'], ['next', 'It was real'], ['next', 'I drove'], ['previous', 'It was real'], ['previous', 'I drove']] as const) {
      await ask(way);
      assert.ok(line().startsWith(words), `${way}: ${line()}`);
    }
  });

  it('lead on to a rewrite of their scene with the next step as its direction', async () => {
    const { document } = await noted([BLOCK]);
    const [note] = await notesOf(document);
    server().script([{ text: SCENE.slice(0, SCENE.indexOf('EXT.')).trimEnd() }]);
    await ask('rewrite', { note: note?.id ?? '' });
    const seen = (await activateBacklot()).exports as Seen;
    const draft = await waitFor('the draft', () => seen.drafts().find(({ uri }) => uri === document.uri.toString()));
    assert.equal(draft.direction, BLOCK.next);
    assert.ok(draft.base.startsWith('INT. ALL-NIGHT DINER'));
  });

  it('keep what is whole when the answer fails, and ask for the rest at a press', async () => {
    // Every request fails: a model that refuses the form of the answer is asked once more without it, by itself.
    server().script([{ status: 400, message: 'no such model' }]);
    const { document } = await openScript(SCENE).then((editor) => (putCursor(editor, "You're late."), editor));
    let writer = beWriter({ presses: ['Try Again'] });
    await ask();
    await waitFor('the sentence of the second try', () => writer.told.filter((told) => told.includes('no such model')).length === 2);
    writer.restore();
    assert.deepEqual(await notesOf(document), []);
    server().script(answer([BLOCK]));
    await ask();
    assert.equal((await notesOf(document)).length, 1);
    writer = beWriter({});
    server().script([...answer([MARCH]).slice(0, 2), { cut: true }]);
    await ask();
    await waitFor('the sentence', () => /1 note\..*broke off/.test(writer.told.join('\n')));
    writer.restore();
    assert.equal((await notesOf(document)).length, 2);
  });

  it('are none where the answer is none: a page of HTML, prose, half an object', async () => {
    const editor = await openScript(SCENE);
    putCursor(editor, "You're late.");
    for (const text of ['<html><body>502</body></html>', 'I am sorry, but I cannot.', '{"notes":[{"quote":"It was', '{"notes":[]}']) {
      server().script([{ text }]);
      const writer = beWriter({});
      await ask();
      await waitFor('the sentence', () => /no notes on this/.test(writer.told.join('\n')));
      writer.restore();
    }
    assert.deepEqual(await notesOf(editor.document), []);
  });

  it('meant by a key are the one that is read, by the palette the one at the cursor, and never another', async () => {
    const editor = await noted([BLOCK, MARCH]);
    const [first, second] = await notesOf(editor.document);
    assert.ok(first && second);
    const { threads } = await notesHandle();
    const left = async (): Promise<string[]> => (await notesOf(editor.document)).map(({ id }) => id);
    putCursor(editor, "You're late.");
    threads.reveal(second.id);
    let writer = beWriter({});
    await ask('discard');
    await waitFor('the sentence', () => /no note at the cursor/.test(writer.told.join()));
    writer.restore();
    assert.deepEqual(await left(), [first.id, second.id]);
    putCursor(editor, 'I drove around');
    await ask('discard', 'read');
    assert.deepEqual(await left(), [first.id]);
    // Nothing is read now: the same key, pressed again, must not take the note at the cursor instead.
    writer = beWriter({});
    for (const command of ['discard', 'rewrite']) {
      await ask(command, 'read');
    }
    await waitFor('both sentences', () => writer.told.filter((told) => told.includes('not there any more')).length === 2);
    writer.restore();
    assert.deepEqual(await left(), [first.id]);
    await ask('discard');
    assert.deepEqual(await left(), []);
  });

  it('come back by Undo when they were discarded or cleared', async () => {
    const { document } = await noted([BLOCK, MARCH]);
    const [first] = await notesOf(document);
    assert.ok(first);
    const states = async (): Promise<string> => (await notesOf(document)).map(({ state }) => state).join();
    await ask('resolve', { note: first.id });
    for (const [command, argument, message] of [['discard', { note: first.id }, 'Note discarded.'], ['clearResolved', undefined, '1 note cleared.']] as const) {
      const writer = beWriter({ presses: ['Undo'] });
      await ask(command, argument);
      await waitFor('the note', async () => (await states()) === 'resolved,open');
      writer.restore();
      assert.ok(writer.told.includes(`message: ${message}`), writer.told.join());
    }
    // Not undone, it stays away; and each refusal is on record.
    await ask('discard', { note: first.id });
    assert.equal(await states(), 'open');
    const { keeper } = await vscode.commands.executeCommand<{ keeper: Keeper }>('_backlot.record');
    const declined = await waitFor('both refusals', async () => {
      await keeper.settled();
      const found = (await keeper.read(document.uri, true)).entries.filter((entry) => entry.kind === 'decline' && entry.offer === first.record);
      return found.length === 2 && found;
    });
    assert.deepEqual(declined.map((entry) => entry.kind === 'decline' && entry.alternatives), [[hashOf(`${first.text}\n${first.nextStep}`)], [hashOf(`${first.text}\n${first.nextStep}`)]]);
  });

  it('outlive the deletion of their script, which may come back', async () => {
    const { document } = await noted([BLOCK, MARCH]);
    const { uri } = document;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(SCENE));
    const again = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(again);
    await waitFor('both notes', async () => (await notesOf(again)).filter(({ anchor, quote }) => anchor.standing === 'here' && SCENE.slice(anchor.from, anchor.to) === quote).length === 2);
  });

  it('go along with an untitled script when it is saved', async () => {
    // A text of its own: another fresh file with the same words could be taken for it.
    const text = `${SCENE}\nFADE OUT.\n`;
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: text });
    server().script(answer([BLOCK]));
    putCursor(await vscode.window.showTextDocument(untitled), "You're late.");
    await ask();
    assert.equal((await notesOf(untitled)).length, 1);
    // As Save As does it: the file is there with the text, its document opens, the untitled one closes.
    const saved = await openScript(text);
    await waitFor('the untitled script in front', async () => {
      await vscode.window.showTextDocument(untitled, vscode.ViewColumn.One);
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputText && input.uri.toString() === untitled.uri.toString();
    });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const [note] = await waitFor('the note', async () => ((notes) => notes.length === 1 && notes)(await notesOf(saved.document)));
    assert.deepEqual([note?.anchor.standing, note && text.slice(note.anchor.from, note.anchor.to)], ['here', BLOCK.quote]);
    assert.deepEqual(await notesOf(untitled), []);
  });

  it('are asked for again on the scene whose answer broke off, wherever it is by then', async () => {
    const settings = vscode.workspace.getConfiguration('backlot');
    await settings.update('model.contextTokens', 2048, vscode.ConfigurationTarget.Global);
    const scene = (place: string): string => `INT. ${place} - NIGHT\n\n${Array.from({ length: 30 }, (_, i) => `Somebody in the ${place} moves chair ${i} away.\n`).join('\n')}`;
    const editor = await openScript(['KITCHEN', 'CELLAR', 'ATTIC'].map(scene).join('\n'));
    const already = server().requests.length;
    const pages = (): string[] => server().requests.slice(already).map(({ messages }) => /<pages>[^]*<\/pages>/.exec(messages.at(-1)?.content ?? '')?.[0] ?? '');
    const fine = answer([]);
    const broken = [...answer([{ quote: 'Somebody in the CELLAR moves chair 3 away.', note: 'Nobody needs this third chair at all.' }]).slice(0, 2), { cut: true }] as Step[];
    // Answered by hand, later: the writer writes first.
    const show = vscode.window.showInformationMessage;
    const asked: { message: string; press: (button: string) => void }[] = [];
    const stand = (message: string): Promise<string | undefined> => new Promise((press) => asked.push({ message, press }));
    try {
      server().script(fine);
      await ask('script');
      const whole = pages();
      const cut = whole.findIndex((sent) => sent.includes('CELLAR moves chair 3 away'));
      assert.ok(whole.length >= 3 && cut > 0 && cut < whole.length - 1, `${whole.length} requests, ${cut}`);
      Object.defineProperty(vscode.window, 'showInformationMessage', { value: stand, configurable: true, writable: true });
      server().script(...whole.map((_, i) => (i === cut ? broken : fine)), fine);
      await ask('script');
      const told = await waitFor('the message', () => asked.find(({ message }) => message.includes('broke off')));
      assert.match(told.message, /^1 note\. The answer broke off before its end: scenes? 2/);
      await replaceText(editor.document, 'INT. KITCHEN', `${scene('GARDEN')}\nINT. KITCHEN`);
      const before = pages().length;
      told.press('Try Again');
      await waitFor('the request', () => pages().length > before);
      await waitFor('its end', () => asked.length >= 2);
      const again = pages().slice(before).join('\n');
      const sceneOnly = (sent: string): string => (sent.match(/^Somebody.*$/gm) ?? []).join('\n');
      assert.equal(sceneOnly(again), sceneOnly(whole[cut] ?? ''));
    } finally {
      Object.defineProperty(vscode.window, 'showInformationMessage', { value: show, configurable: true, writable: true });
      await settings.update('model.contextTokens', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are one list, by scene, and a page of Markdown', async () => {
    const { document } = await noted([BLOCK, MARCH]);
    let writer = beWriter({ picks: ['Set-up'] });
    await ask('list');
    await waitFor('the note', () => vscode.window.activeTextEditor?.document.lineAt(vscode.window.activeTextEditor.selection.active.line).text === 'It was real in March.');
    writer.restore();
    assert.match(writer.told.join('\n'), /pick: Script Notes: 1\. INT\. ALL-NIGHT DINER - NIGHT, \$\(comment\) Voice, \$\(comment\) Set-up/);
    await ask('export');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# Notes on test-\d+\.fountain\n\n## 1\. INT\. ALL-NIGHT DINER - NIGHT\n\n\*\*Voice\*\*\n\n> I drove around the block\. Twice\.\n/);
    const empty = await openScript(SCENE);
    writer = beWriter({});
    await ask('list', empty.document.uri);
    writer.restore();
    assert.match(writer.told.join('\n'), /no notes on this script yet/);
    assert.notEqual(document, empty.document);
  });
});
