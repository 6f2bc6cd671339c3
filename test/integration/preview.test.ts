// The preview in the real extension host: opening, what its page is told after which edit, what it may ask for, and being there again.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Preview } from '../../src/preview/preview';
import type { FromPreview, Patch, ToPreview } from '../../src/preview/protocol';
import { featureScript } from '../support/randomScript';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const SCRIPT = 'Title: Tides\n\nINT. FERRY - NIGHT #1#\n\nRain on glass.\n\n[[a note]]\n\nMARA\nYou came back.\n';

interface Heard {
  readonly preview: Preview;
  readonly told: ToPreview[];
  /** As if the page had said it. */
  say(message: FromPreview | { kind: string }): void;
  patches(): Patch[];
}

const heard = new WeakMap<Preview, Heard>();

/** The previews that are open, each with what its page is told from here on. */
async function previews(): Promise<Heard[]> {
  const all = (await vscode.commands.executeCommand<Preview[] | undefined>('_backlot.previews').then(undefined, () => [])) ?? [];
  return all.map((preview) => {
    const known = heard.get(preview);
    if (known) {
      return known;
    }
    const told: ToPreview[] = [];
    preview.onDidSay((message) => told.push(message));
    const made: Heard = { preview, told, say: (message) => preview.hear(message), patches: () => told.filter((message): message is Patch => message.kind === 'pages') };
    heard.set(preview, made);
    return made;
  });
}

async function openPreview(): Promise<Heard> {
  await vscode.commands.executeCommand('backlot.preview.open');
  const [first] = await waitFor('a preview', async () => {
    const all = await previews();
    return all[0]?.preview.ready === true && all;
  });
  assert.ok(first);
  // The page says it is ready by itself; said again, it is told everything from the start.
  first.say({ kind: 'ready' });
  await waitFor('the pages', () => first.patches().length > 0);
  return first;
}

const drawnAll = (page: Heard): void => page.patches().forEach(({ stamp }) => page.say({ kind: 'drawn', stamp }));
const texts = ({ inserted }: Patch): string => JSON.stringify(inserted);

describe('preview', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    await activateBacklot();
    editor = await openScript(SCRIPT);
  });
  afterEach(async () => {
    for (const { preview } of await previews()) {
      preview.panel.dispose();
    }
    await closeAllEditors();
  });

  it('opens beside the script and leaves the focus there', async () => {
    const page = await openPreview();
    assert.match(page.preview.panel.title, /^Preview test-\d+\.fountain$/);
    assert.notEqual(page.preview.panel.viewColumn, editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    const patch = page.patches().at(-1);
    assert.ok(patch);
    assert.equal(patch.titled, true);
    assert.equal(patch.inserted.length, 2);
    assert.match(texts(patch), /INT\. FERRY - NIGHT/);
  });

  it('opens once for a script', async () => {
    await openPreview();
    await vscode.commands.executeCommand('backlot.preview.open');
    assert.equal((await previews()).length, 1);
  });

  it('has a page that lets nothing in but its own script, style and fonts', async () => {
    const { html } = (await openPreview()).preview.panel.webview;
    const rules = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(rules, /^default-src 'none'; style-src [^;]+; font-src [^;]+; script-src 'nonce-[\w-]+'$/);
    assert.equal(/unsafe|data:|\*(?!\.)/.test(rules.replaceAll('https://*.', '')), false, rules);
    assert.equal(html.includes('Rain on glass'), false, 'no text of the script is ever HTML');
  });

  it('tells after a keystroke the one page that changed', async () => {
    await closeAllEditors();
    editor = await openScript(featureScript(60));
    const page = await openPreview();
    drawnAll(page);
    const text = editor.document.getText();
    const at = text.indexOf('slowly', text.length / 2);
    const before = page.patches().length;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(at), 'zq '));
    const patch = await waitFor('the patch', () => page.patches()[before]);
    assert.equal(patch.removed, patch.inserted.length);
    assert.ok(patch.inserted.length <= 3, `${patch.inserted.length} sheets`);
    assert.match(texts(patch), /zq slowly/);
  });

  it('waits until the page has drawn, and then tells all that came meanwhile at once', async () => {
    const page = await openPreview();
    drawnAll(page);
    const before = page.patches().length;
    const end = (): vscode.Position => editor.document.positionAt(editor.document.getText().length - 1);
    for (const letter of 'Ever') {
      await editor.edit((edit) => edit.insert(end(), letter));
    }
    await waitFor('the first patch', () => page.patches().length > before);
    await new Promise((resolve) => setTimeout(resolve, 60));
    page.told.length = 0;
    page.say({ kind: 'drawn', stamp: 1e6 });
    await editor.edit((edit) => edit.insert(end(), '!'));
    await waitFor('the last letter', async () => {
      drawnAll(page);
      await Promise.resolve();
      return page.patches().some((patch) => texts(patch).includes('Ever!'));
    });
  });

  it('gives the sheets that are asked for, and answers nothing else', async () => {
    await closeAllEditors();
    editor = await openScript(featureScript(40));
    const page = await openPreview();
    const ids = page.patches().at(-1)?.inserted.filter((each): each is number => typeof each === 'number') ?? [];
    assert.ok(ids.length > 5);
    page.say({ kind: 'want', ids: [...ids.slice(0, 3), 999_999] });
    // The page that is really there asks too, for eight at a time.
    const answer = await waitFor('the sheets', () => page.told.find((message) => message.kind === 'sheets' && message.sheets.length < 8));
    assert.deepEqual(answer.kind === 'sheets' ? answer.sheets.map(({ id }) => id) : [], ids.slice(0, 3));
    page.told.length = 0;
    page.say({ kind: 'run', command: 'workbench.action.quit' } as { kind: string });
    page.say({ kind: 'jump', sheet: 1, line: 1 } as { kind: string });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(page.told.filter(({ kind }) => kind !== 'sheets'), []);
  });

  it('goes from a line to its source', async () => {
    const page = await openPreview();
    const patch = page.patches().at(-1);
    const sheet = patch?.inserted[1];
    assert.ok(typeof sheet === 'object');
    const line = sheet.lines.findIndex(({ pieces }) => pieces.includes('You came back.'));
    page.say({ kind: 'jump', sheet: 1, line, column: sheet.lines[line]?.column ?? 0, focus: true });
    await waitFor('the cursor', () => editor.document.offsetAt(editor.selection.active) === SCRIPT.indexOf('You came back.'));
  });

  it('tells where the cursor is', async () => {
    const page = await openPreview();
    drawnAll(page);
    const place = editor.document.positionAt(SCRIPT.indexOf('Rain'));
    editor.selection = new vscode.Selection(place, place);
    const cursor = await waitFor('the cursor', () => page.told.findLast((message) => message.kind === 'cursor'));
    assert.deepEqual(cursor, { kind: 'cursor', reveal: true, mark: { sheet: 1, line: 1 } });
  });

  it('tells of the cursor once: not again with the key whose patch has told it, but anew after the writer scrolled', async () => {
    const page = await openPreview();
    drawnAll(page);
    const rain = editor.document.positionAt(SCRIPT.indexOf('Rain'));
    editor.selection = new vscode.Selection(rain, rain);
    await waitFor('the cursor', () => page.told.some((message) => message.kind === 'cursor'));
    page.told.length = 0;
    await vscode.commands.executeCommand('type', { text: 'X' });
    const patch = await waitFor('the patch', () => page.patches()[0]);
    assert.deepEqual(patch.mark, { sheet: 1, line: 1 });
    drawnAll(page);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(page.told.filter(({ kind }) => kind === 'cursor'), []);
    page.say({ kind: 'scrolled', sheet: 1, row: 0 });
    await vscode.commands.executeCommand('cursorRight');
    await waitFor('the cursor again', () => page.told.some((message) => message.kind === 'cursor'));
  });

  it('shows notes by the setting, from its own toolbar too', async () => {
    const page = await openPreview();
    page.say({ kind: 'show', what: 'notes', on: true });
    await waitFor('the note', () => {
      drawnAll(page);
      return page.patches().some((patch) => texts(patch).includes('[[a note]]'));
    });
    assert.equal(vscode.workspace.getConfiguration('backlot').get('page.showNotes'), true);
    await vscode.workspace.getConfiguration('backlot').update('page.showNotes', undefined, vscode.ConfigurationTarget.Global);
  });

  it('follows the script one works at, unless it is locked to its own', async () => {
    const page = await openPreview();
    const first = editor.document.uri.path.split('/').at(-1) ?? '';
    editor = await openScript('INT. ELSEWHERE - DAY\n');
    const second = editor.document.uri.path.split('/').at(-1) ?? '';
    await waitFor('the other script', () => page.preview.panel.title === `Preview ${second}`);
    page.say({ kind: 'lock', on: true });
    await openScript('INT. THIRD - DAY\n');
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(page.preview.panel.title, `[Preview] ${second}`);
    assert.notEqual(first, second);
    await vscode.commands.executeCommand('backlot.preview.open');
    // The first one lies behind it now, and a page that cannot be seen is not kept.
    await waitFor('a second preview', async () => (await previews()).at(1)?.preview.ready === true);
  });

  it('says when there is nothing to print', async () => {
    const page = await openPreview();
    drawnAll(page);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
    const patch = await waitFor('the empty state', () => page.patches().find(({ empty }) => empty === 'nothing'));
    assert.equal(patch.inserted.length, 0);
  });

  it('tells hostile text as text, and NULs as what can be seen', async () => {
    await closeAllEditors();
    const document = await vscode.workspace.openTextDocument({ language: 'fountain', content: 'INT. </script><img src=x onerror=alert(1)> - DAY\n\nA\u0000B\n\n' + 'x'.repeat(10_000) + '\n' });
    await vscode.window.showTextDocument(document);
    const page = await openPreview();
    const patch = page.patches().at(-1);
    assert.ok(patch);
    const lines = patch.inserted.flatMap((sheet) => (typeof sheet === 'number' ? [] : sheet.lines));
    const printed = lines.map(({ pieces }) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''));
    assert.match(printed.join(''), /<\/script><img src=x onerror=alert\(1\)>/i);
    assert.ok(printed.includes('A\ufffdB'));
    assert.ok(lines.every(({ pieces }) => pieces.length < 100) && printed.every((line) => line.length <= 70));
  });
});
