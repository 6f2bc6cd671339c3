// What is offered in the real editor, and that nothing in it can be taken by accident.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateBacklot, closeAllEditors, openScript } from './workspace';

const SCENE = 'INT. DINER - NIGHT\n\nRain.\n\nDEV\nWell?\n\nMARA (V.O.)\nWell what?\n\n';

/** The items at `|`. A character in `trigger` asks as typing it does, none as Ctrl+Space does. */
async function itemsAt(marked: string, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
  const at = marked.indexOf('|');
  const { document } = await openScript(marked.replace('|', ''));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(at), trigger);
  return list.items;
}
const labels = (items: readonly vscode.CompletionItem[]): string[] => items.map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('completion', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('offers cues on an empty line when asked, the other speaker first', async () => {
    assert.deepEqual(labels(await itemsAt(`${SCENE}|`)).slice(0, 2), ['DEV', 'MARA']);
  });

  it('offers sets, times, extensions and title page keys where they stand', async () => {
    assert.deepEqual(labels(await itemsAt(`${SCENE}INT. |`, ' ')), ['DINER']);
    assert.deepEqual(labels(await itemsAt(`${SCENE}INT. X - N|`)), ['NIGHT']);
    assert.deepEqual(labels(await itemsAt(`${SCENE}DEV (|)`, '(')).slice(0, 2), ['(V.O.)', '(O.S.)']);
    assert.deepEqual(labels(await itemsAt('Title: A\nCr|')), ['Credit:']);
  });

  it('offers nothing in action and speeches, also when asked', async () => {
    assert.deepEqual(labels(await itemsAt(`${SCENE}Mara looks at D|`)), []);
    assert.deepEqual(labels(await itemsAt(`${SCENE}DEV\nM|`)), []);
  });

  it('gives no item a commit character or a command, and each the whole of what is typed', async () => {
    const items = await itemsAt(`${SCENE}@m|`, '@');
    assert.ok(items.length > 0);
    for (const item of items) {
      assert.deepEqual([item.commitCharacters ?? [], item.command], [[], undefined]);
      assert.equal(item.filterText, '@MARA');
      assert.equal(item.insertText, 'MARA\n');
      const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
      assert.equal(range?.start.character, 0);
    }
  });

  it('lets no list choose for the writer', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'fountain' });
    assert.equal(editor.get('suggest.selectionMode'), 'never');
    assert.equal(editor.get('acceptSuggestionOnEnter'), 'smart');
    assert.equal(editor.get('wordBasedSuggestions'), 'off');
  });
});
