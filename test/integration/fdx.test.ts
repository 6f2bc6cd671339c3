// Final Draft in the real extension host: a file is written whole, and converting one makes a script that nothing overwrites.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';
import { beWriter } from './writer';

const SCRIPT = 'Title: Tides\n\n# Act One\n\nINT. FERRY - NIGHT #1#\n\n= Mara hides the letter.\n\nRain on *glass*.\n\nMARA (V.O.)\n(quietly)\nYou came back.\n\nDEV ^\nI said I would.\n\n> FADE OUT.\n';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const folder = (): vscode.Uri => {
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(uri);
  return uri;
};
const activeText = (): string | undefined => vscode.window.activeTextEditor?.document.getText();

async function exported(name: string): Promise<{ uri: vscode.Uri; text: string }> {
  const uri = vscode.Uri.joinPath(folder(), name);
  const { document } = await openScript(SCRIPT);
  await vscode.commands.executeCommand('backlot.export.fdx', document.uri, uri);
  return { uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
}

describe('Final Draft', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('exports the script with its scenes’ pages and eighths', async () => {
    const { text } = await exported('export.fdx');
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8" standalone="no" \?>\n<FinalDraft DocumentType="Script"/);
    assert.match(text, /<SceneProperties Length="[1-8]\/8" Page="1" Title="">/);
    assert.match(text, /<DualDialogue>/);
    assert.ok(text.endsWith('</FinalDraft>\n'));
    const left = (await vscode.workspace.fs.readDirectory(folder())).filter(([name]) => name.endsWith('.part'));
    assert.deepEqual(left, [], 'nothing half-written is left');
  });

  it('says what Final Draft’s files cannot hold, and shows it to who asks', async () => {
    const { document } = await openScript('A bell \u0007 rings.\n', 'bell.fountain');
    const writer = beWriter({ presses: ['What Changed'] });
    try {
      await vscode.commands.executeCommand('backlot.export.fdx', document.uri, vscode.Uri.joinPath(folder(), 'bell.fdx'));
      await waitFor('the list', () => writer.told.length === 2);
      assert.deepEqual(writer.told, ['message: bell.fdx is exported: 1 page. One thing is not as it is in the screenplay.', 'modal: What is not as it was in bell.fountain']);
    } finally {
      writer.restore();
    }
  });

  it('converts a file to the same script, unsaved beside it', async () => {
    const { uri } = await exported('tides.fdx');
    await vscode.commands.executeCommand('backlot.import.fdx', uri);
    await waitFor('the script', () => activeText() === SCRIPT);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'fountain');
    assert.ok(document.isUntitled);
    assert.ok(document.uri.path.endsWith('/tides.fountain'), document.uri.path);
    const names = (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);
    assert.ok(!names.includes('tides.fountain'), 'nothing is written before the writer saves');
  });

  it('never takes the name of a script that is there', async () => {
    const { uri } = await exported('taken.fdx');
    const script = vscode.Uri.joinPath(folder(), 'taken.fountain');
    await vscode.workspace.fs.writeFile(script, bytes('Mine.\n'));
    await vscode.commands.executeCommand('backlot.import.fdx', uri);
    await waitFor('the script', () => activeText() === SCRIPT);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/taken 2.fountain'));
    await vscode.commands.executeCommand('backlot.import.fdx', uri);
    await waitFor('another script', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/taken 3.fountain'));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(script)), 'Mine.\n');
  });

  it('knows a Final Draft file by its name, and converts the one in the editor as it stands there, unsaved changes too', async () => {
    const editor = await openScript('<FinalDraft Version="5"><Content><Paragraph Type="Action"><Text>Rain.</Text></Paragraph></Content></FinalDraft>', 'open.fdx');
    assert.equal(editor.document.languageId, 'fdx');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, editor.document.getText().length), editor.document.getText().replace('Rain', 'Snow')));
    await vscode.commands.executeCommand('backlot.import.fdx');
    await waitFor('the script', () => activeText() === 'Snow.\n');
  });

  it('reads UTF-16 as Final Draft for Windows wrote it, and Latin letters in an older encoding', async () => {
    const wide = vscode.Uri.joinPath(folder(), 'wide.fdx');
    const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><FinalDraft Version="1"><Content><Paragraph Type="Character"><Text>JOSÉ</Text></Paragraph><Paragraph Type="Dialogue"><Text>雨。</Text></Paragraph></Content></FinalDraft>';
    await vscode.workspace.fs.writeFile(wide, new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer));
    await vscode.commands.executeCommand('backlot.import.fdx', wide);
    await waitFor('the script', () => activeText() === 'JOSÉ\n雨。\n');
    const latin = vscode.Uri.joinPath(folder(), 'latin.fdx');
    const old = '<?xml version="1.0" encoding="ISO-8859-1"?><FinalDraft Version="1"><Content><Paragraph Type="Action"><Text>Début.</Text></Paragraph></Content></FinalDraft>';
    await vscode.workspace.fs.writeFile(latin, Uint8Array.from(old, (letter) => letter.charCodeAt(0)));
    await vscode.commands.executeCommand('backlot.import.fdx', latin);
    await waitFor('the script', () => activeText() === 'Début.\n');
    await vscode.workspace.fs.writeFile(latin, Uint8Array.from(old.replace('Début.', '\x93D\xe9but\x94'), (letter) => letter.charCodeAt(0)));
    await vscode.commands.executeCommand('backlot.import.fdx', latin);
    await waitFor('curly quotes', () => activeText() === '“Début”\n');
  });

  it('opens no script for what is none', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'none.fdx');
    await vscode.workspace.fs.writeFile(uri, bytes('<html></html>'));
    const before = vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).length;
    await vscode.commands.executeCommand('backlot.import.fdx', uri);
    assert.equal(vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).length, before);
  });
});
