// What only the line below tells is coloured rightly in the real editor, and prose settings hold for scripts alone.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript } from './workspace';

/** The semantic tokens of a document: the text of each, its type and its modifiers. */
async function tokensOf(document: vscode.TextDocument): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
  const found: string[] = [];
  let line = 0;
  let from = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += down;
    from = down > 0 ? right : from + right;
    const text = document.lineAt(line).text.slice(from, from + length);
    found.push(`${legend.tokenTypes[type] ?? '?'}${modifiers > 0 ? '.plain' : ''}: ${text}`);
  }
  return found;
}

describe('highlighting', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('corrects what only the line below tells, and follows the writer', async () => {
    const editor = await openScript('One.\n\nSILENCE.\n\nint. a place\nwith text below\n\nBOB ^\nHello.\n');
    assert.deepEqual(await tokensOf(editor.document), ['action: SILENCE.', 'action.plain: int. a place', 'character: ^']);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'Who is that?\n'));
    assert.deepEqual(await tokensOf(editor.document), ['action.plain: int. a place', 'character: ^']);
  });

  it('has the same lines as the parser whatever ends them', async () => {
    const editor = await openScript('One.\r\n\r\nSILENCE.\r\n\r\n/* never closed\r\n\r\nINT. A - DAY\r\n');
    assert.deepEqual(await tokensOf(editor.document), ['action: SILENCE.', 'action.plain: /* never closed', 'scene-heading: INT. A - DAY']);
  });

  it('sets the page for prose in scripts, and only there', () => {
    const fountain = vscode.workspace.getConfiguration('editor', { languageId: 'fountain' });
    const other = vscode.workspace.getConfiguration('editor', { languageId: 'javascript' });
    assert.equal(fountain.get('wordWrap'), 'bounded');
    assert.equal(fountain.get('wordBasedSuggestions'), 'off');
    // Not 'none': the rules of Enter are asked from there on; they keep no indentation.
    assert.equal(fountain.get('autoIndent'), 'advanced');
    assert.equal(fountain.get('unusualLineTerminators'), 'off');
    assert.equal(vscode.workspace.getConfiguration('files', { languageId: 'fountain' }).get('trimTrailingWhitespace'), false);
    assert.notEqual(other.get('wordWrap'), 'bounded');
  });
});
