// Where the keys of typing are Backlot's: the manifest's own conditions, asked as VS Code asks them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Key {
  readonly command: string;
  readonly key: string;
  readonly when: string;
}
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { keybindings: readonly Key[] } };
const KEYS = contributes.keybindings.filter(({ key, when }) => ['tab', 'shift+tab', 'enter', 'shift+enter'].includes(key) && when.includes('screenwritingKeys'));

type Context = Readonly<Record<string, string | boolean>>;

/** Whether a condition holds: names, `!`, `==`, `&&`, `||` and brackets. */
function holds(when: string, context: Context): boolean {
  const tokens = when.match(/\(|\)|&&|\|\||==|!|'[^']*'|[\w.+-]+/g) ?? [];
  let at = 0;
  const value = (): string | boolean => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = any();
      at += 1;
      return inner;
    }
    if (token === '!') {
      return !value();
    }
    const known = context[token] ?? false;
    if (tokens[at] === '==') {
      at += 1;
      return String(known) === (tokens[at++] ?? '').replaceAll("'", '');
    }
    return known;
  };
  const all = (): boolean => {
    let result = Boolean(value());
    while (tokens[at] === '&&') {
      at += 1;
      result = Boolean(value()) && result;
    }
    return result;
  };
  const any = (): boolean => {
    let result = all();
    while (tokens[at] === '||') {
      at += 1;
      result = all() || result;
    }
    return result;
  };
  return any();
}

const WRITING: Context = { editorTextFocus: true, editorLangId: 'fountain', 'config.backlot.typing.screenwritingKeys': true, 'backlot.beforeClosingBracket': true };
const taken = (more: Context): string[] => KEYS.filter(({ when }) => holds(when, { ...WRITING, ...more })).map(({ key }) => key).sort();
const ALL = ['enter', 'shift+enter', 'shift+tab', 'tab'];

describe('the keys of typing', () => {
  it('are Backlot’s in a script, and in the insert mode of Vim', () => {
    assert.deepEqual(taken({}), ALL);
    assert.deepEqual(taken({ 'vim.active': true, 'vim.mode': 'Insert' }), ALL);
    assert.deepEqual(taken({ 'neovim.init': true, 'neovim.mode': 'insert' }), ALL);
  });

  const others: Readonly<Record<string, Context>> = {
    'where they are switched off': { 'config.backlot.typing.screenwritingKeys': false },
    'in other languages, as in the box of a deck': { editorLangId: 'markdown' },
    'outside the text': { editorTextFocus: false },
    'where nothing may be written': { editorReadonly: true },
    'while a list is open': { suggestWidgetVisible: true },
    'in a snippet': { inSnippetMode: true },
    'while something is selected': { editorHasSelection: true },
    'while a ghost text is shown': { inlineSuggestionVisible: true },
    'while an edit is proposed': { inlineEditIsVisible: true },
    'where Tab moves the focus': { editorTabMovesFocus: true },
    'in Vim’s other modes': { 'vim.active': true, 'vim.mode': 'Normal' },
    'in Neovim’s other modes': { 'neovim.init': true, 'neovim.mode': 'visual' },
  };
  for (const [where, context] of Object.entries(others)) {
    it(`are the editor’s ${where}`, () => assert.deepEqual(taken(context), []));
  }

  it('take Enter only before a closing bracket: else it is the editor’s own, by its rules', () => {
    assert.deepEqual(taken({ 'backlot.beforeClosingBracket': false }), ['shift+enter', 'shift+tab', 'tab']);
  });
});
