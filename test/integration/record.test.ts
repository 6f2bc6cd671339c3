// The record of AI use in the real editor: from a suggestion to its entry on disk, its report and its tint.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AcceptEntry, Entry, OfferEntry } from '../../src/core/ledger/entry';
import { hashOf } from '../../src/core/ledger/hash';
import { entriesOf } from '../../src/core/ledger/readLedger';
import { verifyChain } from '../../src/core/ledger/verifyChain';
import type { ReportShown } from '../../src/record/protocol';
import type { RecordRoom } from '../../src/record/recordRoom';
import type { Keeper } from '../../src/review/recordKeeper';
import { FIRST, LINE, onlyProposal, putCursor, replaceText, SCENE, SECOND, suggestFor, THREE, use, withScriptedModel } from './suggesting';
import { closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

interface Handle {
  readonly room: RecordRoom;
  readonly keeper: Keeper;
}

const handle = async (): Promise<Handle> => (await vscode.commands.executeCommand<Handle>('_backlot.record'));
const undo = () => vscode.commands.executeCommand('undo');
const redo = () => vscode.commands.executeCommand('redo');
let made = 0;

/** A script in a folder of its own, with nothing on record. */
function fresh(text = SCENE): Promise<vscode.TextEditor> {
  made += 1;
  return openScript(text, `record-${made}/pilot.fountain`);
}

/** What is on disk beside a script, once all is written that can be. */
async function onDisk({ uri }: vscode.TextDocument): Promise<Entry[]> {
  const { keeper } = await handle();
  await keeper.settled();
  return entriesOf((await keeper.read(uri, true)).files);
}

const kinds = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);
const set = (key: string, value: unknown) => vscode.workspace.getConfiguration('backlot').update(key, value, vscode.ConfigurationTarget.Global);

async function shownReport(document: vscode.TextDocument): Promise<ReportShown> {
  await vscode.commands.executeCommand('backlot.record.report', document.uri);
  const { room } = await handle();
  return waitFor('the report', () => (room.panel.told?.kind === 'show' && room.panel.told.uri === document.uri.toString() ? room.panel.told.report : undefined));
}

describe('the record of AI use', () => {
  const server = withScriptedModel();
  afterEach(async () => {
    if ((await handle()).room.tint()) {
      await vscode.commands.executeCommand('backlot.record.toggleTint');
    }
    await set('record.enabled', undefined);
    await set('record.keepText', undefined);
    await closeAllEditors();
  });

  it('holds what was asked, offered and taken, in files beside the script, without the texts', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(2);
    const [offer, accept, ...more] = (await onDisk(editor.document)) as [Entry & OfferEntry, Entry & AcceptEntry];
    assert.deepEqual([offer.kind, accept.kind, more], ['offer', 'accept', []]);
    assert.equal(offer.command, 'dialogue.suggest');
    assert.deepEqual(offer.alternatives.map(({ hash }) => hash), THREE.map(([text]) => hashOf(text)));
    assert.deepEqual([offer.ended, offer.model.local, offer.place.scene], ['whole', true, 'INT. ALL-NIGHT DINER - NIGHT']);
    assert.match(offer.model.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.deepEqual([accept.offer, accept.alternative, accept.edited, accept.script], [offer.id, hashOf(SECOND), false, 'pilot.fountain']);
    assert.deepEqual(accept.place, { scene: 'INT. ALL-NIGHT DINER - NIGHT', line: 9 });
    const { files } = await (await handle()).keeper.read(editor.document.uri, true);
    assert.ok(files.every(({ text }) => !text.includes('engine') && !text.includes('radio')));
    assert.deepEqual(verifyChain(files).findings, []);
    assert.equal((await onlyProposal(editor.document)).used?.accept, accept.id);
  });

  it('tells undo and redo, and the report follows', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    const before = await shownReport(editor.document);
    assert.deepEqual([before.total.offered, before.total.edited, before.taken.length], [11, 0, 1]);
    assert.equal(before.scenes[0]?.shares.offered, 11);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await undo();
    await waitFor('the undo on record', async () => kinds(await onDisk(editor.document)).includes('takenBack'));
    const { room } = await handle();
    await waitFor('the report without it', () => room.panel.told?.kind === 'show' && room.panel.told.report.total.offered === 0);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await redo();
    await waitFor('the redo on record', async () => kinds(await onDisk(editor.document)).includes('takenAgain'));
    assert.equal((await shownReport(editor.document)).total.offered, 11);
  });

  it('tells the lines that the writer edited, and notes it after saving', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await replaceText(editor.document, 'radio', 'engine');
    await editor.document.save();
    const change = (await onDisk(editor.document)).find((entry) => entry.kind === 'change');
    assert.equal(change?.kind === 'change' && change.kept, 10);
    const report = await shownReport(editor.document);
    assert.deepEqual([report.total.offered, report.total.edited], [0, 10]);
    assert.equal(report.taken[0]?.role, 'edited');
  });

  it('finds the words where their scene has moved, and goes there', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await replaceText(editor.document, SCENE.slice(SCENE.indexOf('EXT. PARKING')), '');
    await replaceText(editor.document, 'INT. ALL-NIGHT', 'EXT. PARKING LOT - LATER\n\nDEV\nSay it, then.\n\nINT. ALL-NIGHT');
    const report = await shownReport(editor.document);
    assert.deepEqual(report.scenes.map(({ label }) => label), ['2  INT. ALL-NIGHT DINER - NIGHT']);
    const { room } = await handle();
    await room.panel.hear({ kind: 'goTo', target: report.taken[0]?.target ?? 0 });
    assert.equal(vscode.window.activeTextEditor?.document.lineAt(vscode.window.activeTextEditor.selection.active.line).text, FIRST);
  });

  it('notes what was discarded: one, and the rest', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await vscode.commands.executeCommand('backlot.review.discard', 1);
    await vscode.commands.executeCommand('backlot.review.discardAll');
    const declines = (await onDisk(editor.document)).filter((entry) => entry.kind === 'decline');
    assert.deepEqual(declines.map(({ alternatives }) => alternatives), [[hashOf(FIRST)], THREE.slice(1).map(([text]) => hashOf(text))]);
  });

  it('keeps the texts only where the writer says so', async () => {
    await set('record.keepText', true);
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    const [offer] = (await onDisk(editor.document)) as [Entry & OfferEntry];
    assert.deepEqual(offer.alternatives.map(({ text }) => text), THREE.map(([text]) => text));
    assert.ok(offer.context.text?.includes(LINE));
  });

  it('keeps nothing where it is off, and says so', async () => {
    await set('record.enabled', false);
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    assert.equal((await onlyProposal(editor.document)).used?.accept, undefined);
    assert.deepEqual(await onDisk(editor.document), []);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.joinPath(editor.document.uri, '..', '.backlot'))));
    await vscode.commands.executeCommand('backlot.record.report', editor.document.uri);
    const { room } = await handle();
    const told = await waitFor('the view', () => (room.panel.told?.uri === editor.document.uri.toString() ? room.panel.told : undefined));
    assert.equal(told.kind, 'nothing');
    assert.match(told.notices[0]?.text ?? '', /No record of AI use is kept/);
    const writer = beWriter({});
    try {
      await vscode.commands.executeCommand('backlot.record.verify', editor.document.uri);
      assert.match(writer.told.join('\n'), /No record of AI use is kept/);
    } finally {
      writer.restore();
    }
  });

  it('says so where a report comes back with the window and its script does not', async () => {
    const { room } = await handle();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    await room.panel.restore(vscode.window.createWebviewPanel('backlot.record', 'AI Use', vscode.ViewColumn.One), vscode.Uri.joinPath(folder, 'long gone.fountain').toString());
    const told = await waitFor('the page', () => room.panel.told);
    assert.deepEqual([told.kind, told.kind === 'nothing' && told.title], ['nothing', 'long gone.fountain cannot be opened.']);
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    assert.equal((await shownReport(editor.document)).total.offered, 11);
  });

  it('waits with an untitled script until it has a file, and tells until then', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'fountain', content: SCENE });
    const editor = await vscode.window.showTextDocument(document);
    await suggestFor(server(), editor, LINE);
    await use(1);
    const { keeper } = await handle();
    await keeper.settled();
    assert.deepEqual(kinds((await keeper.read(document.uri)).entries), ['offer', 'accept']);
    const report = await shownReport(document);
    assert.equal(report.total.offered, 11);
    made += 1;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const target = vscode.Uri.joinPath(folder, `record-${made}/named.fountain`);
    // As Save As does it: the file is there with the text, its document opens, the untitled one is emptied (and closes, some time).
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(document.getText()));
    const named = await vscode.workspace.openTextDocument(target);
    await replaceText(document, document.getText(), '');
    const entries = await waitFor('the entries', async () => {
      const all = await onDisk(named);
      return all.length === 2 && all;
    });
    assert.deepEqual(entries.map(({ script }) => script), ['named.fountain', 'named.fountain']);
  });

  it('never disturbs the writer where nothing can be written: told once, written later', async () => {
    const editor = await fresh();
    const folder = vscode.Uri.joinPath(editor.document.uri, '..');
    // A file where the folder should be: nothing can be written there, whoever one is.
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '.backlot'), new Uint8Array());
    const writer = beWriter({});
    try {
      await suggestFor(server(), editor, LINE);
      await use(1);
      assert.deepEqual(await onDisk(editor.document), []);
      assert.ok(editor.document.getText().includes(FIRST));
      assert.equal(writer.told.filter((each) => each.includes('No record of AI use could be kept')).length, 1);
    } finally {
      writer.restore();
    }
    const report = await shownReport(editor.document);
    assert.equal(report.total.offered, 11);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.backlot'));
    await editor.document.save();
    assert.deepEqual(kinds(await onDisk(editor.document)), ['offer', 'accept']);
  });

  it('goes with a script that is renamed or moved', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await editor.document.save();
    await onDisk(editor.document);
    const { uri } = editor.document;
    const target = vscode.Uri.joinPath(uri, '..', 'final', 'shooting.fountain');
    const move = new vscode.WorkspaceEdit();
    move.renameFile(uri, target);
    assert.ok(await vscode.workspace.applyEdit(move));
    const moved = await vscode.workspace.openTextDocument(target);
    const entries = await waitFor('the move on record', async () => {
      const all = await onDisk(moved);
      return all.length > 0 && all;
    });
    assert.deepEqual(entries.map((entry) => entry.kind === 'moved' && entry.from), ['../pilot.fountain']);
    assert.equal((await shownReport(moved)).total.offered, 11);
  });

  it('finds a file that was altered or taken away', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await onDisk(editor.document);
    const ledger = vscode.Uri.joinPath(editor.document.uri, '..', '.backlot', 'ledger');
    const [first] = (await vscode.workspace.fs.readDirectory(ledger)).map(([name]) => name).filter((name) => name.endsWith('.json')).sort();
    assert.ok(first);
    const file = vscode.Uri.joinPath(ledger, first);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const check = async (): Promise<string> => {
      const writer = beWriter({});
      try {
        await vscode.commands.executeCommand('backlot.record.verify', editor.document.uri);
        return writer.told.join('\n');
      } finally {
        writer.restore();
      }
    };
    assert.match(await check(), /The record is whole: 2 entries/);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text.replace('"whole"', '"cut"')));
    assert.match(await check(), /not whole.*not as it was written/s);
    await vscode.workspace.fs.delete(file);
    assert.match(await check(), /not whole.*missing/s);
  });

  it('tints what is still AI text, and keeps in step while the writer types', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await onDisk(editor.document);
    await vscode.commands.executeCommand('backlot.record.toggleTint');
    const { room } = await handle();
    const drawn = () => room.tint()?.drawn.get(editor.document.uri.toString());
    const texts = (kind: 'offered' | 'edited') => drawn()?.[kind].map(({ range }) => editor.document.getText(range)).join('|');
    await waitFor('the tint', () => texts('offered') === FIRST.slice(0, -1));
    assert.match((drawn()?.offered[0]?.hoverMessage as vscode.MarkdownString).value, /^AI text as it was offered: scripted, /);
    await replaceText(editor.document, 'radio', 'engine');
    await waitFor('the edited tint', () => texts('edited') === 'I circled the block till the|ran out of songs');
    assert.equal(texts('offered'), '');
    await vscode.commands.executeCommand('backlot.record.toggleTint');
    assert.equal(room.tint(), undefined);
  });

  it('is exported in every form, whole, and never over the script', async () => {
    const editor = await fresh();
    await suggestFor(server(), editor, LINE);
    await use(1);
    await onDisk(editor.document);
    const before = editor.document.getText();
    const writer = beWriter({});
    try {
      for (const [format, beginning] of [['pdf', '%PDF-1.7'], ['html', '<!DOCTYPE html>'], ['markdown', '# AI use report'], ['csv', ''], ['json', '{']] as const) {
        const target = vscode.Uri.joinPath(editor.document.uri, '..', `out.${format}`);
        await vscode.commands.executeCommand('backlot.record.export', editor.document.uri, { format, target });
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target));
        assert.ok(format === 'csv' ? text.includes('INT. ALL-NIGHT DINER - NIGHT') : text.startsWith(beginning), `${format}: ${text.slice(0, 60)}`);
      }
      await vscode.commands.executeCommand('backlot.record.export', editor.document.uri, { format: 'json', target: editor.document.uri });
      assert.match(writer.told.join('\n'), /is the screenplay itself/);
    } finally {
      writer.restore();
    }
    assert.equal(editor.document.getText(), before);
    const json = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(editor.document.uri, '..', 'out.json')))) as { total: { offered: number } };
    assert.equal(json.total.offered, 11);
  });

  it('has nothing to tell of a script without suggestions', async () => {
    const editor = await fresh();
    putCursor(editor, LINE);
    await vscode.commands.executeCommand('backlot.record.report', editor.document.uri);
    const { room } = await handle();
    const told = await waitFor('the view', () => (room.panel.told?.uri === editor.document.uri.toString() ? room.panel.told : undefined));
    assert.deepEqual([told.kind, told.notices], ['nothing', []]);
  });
});
