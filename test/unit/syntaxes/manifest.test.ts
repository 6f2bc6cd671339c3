// What the manifest says of the language agrees with the grammar, and the language configuration suits prose.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GRAMMAR_FILE, kindOf } from './tokenize';

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly configurationDefaults: { readonly '[fountain]': Readonly<Record<string, unknown>> };
  };
}

interface Configuration {
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly unknown[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = read('package.json') as Manifest;
const configuration = read('syntaxes/fountain.language-configuration.json') as Configuration;

describe('semantic token types', () => {
  const scopes = contributes.semanticTokenScopes.find((each) => each.language === 'fountain')?.scopes ?? {};

  it('have the scopes that the grammar gives the same elements, so that themes colour them alike', () => {
    const grammar = readFileSync(GRAMMAR_FILE, 'utf8');
    const own = Object.values(scopes).flat().flatMap((each) => each.split(' ')).filter((scope) => !/^(meta\.embedded|emphasis|strong)\.fountain$/.test(scope));
    assert.deepEqual(own.filter((scope) => !grammar.includes(scope)), []);
  });

  it('are named for their elements', () => {
    const ids = contributes.semanticTokenTypes.map((type) => type.id);
    assert.deepEqual(Object.keys(scopes), ids);
    assert.deepEqual(ids.map((id) => kindOf((scopes[id]?.[0] ?? '').replaceAll('.fountain', '').split(' '))), ids);
  });
});

describe('the language configuration', () => {
  const words = (text: string): string[] => [...text.matchAll(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`))].map((match) => match[0]);

  it('takes apostrophes, hyphens and all letters into a word, and no marks', () => {
    assert.deepEqual(words("Don't O’Hara's mother-in-law *say* _so_, [[note]]"), ["Don't", 'O’Hara\'s', 'mother-in-law', 'say', 'so', 'note']);
    assert.deepEqual(words("INÉS 'quoted' ЛИДИЯ 王利发 ليلى नमस्ते R2D2"), ['INÉS', 'quoted', 'ЛИДИЯ', '王利发', 'ليلى', 'नमस्ते', 'R2D2']);
  });

  it('closes no apostrophe and no quote, which prose uses singly', () => {
    assert.deepEqual(configuration.autoClosingPairs.map((pair) => pair.open), ['(', '[', '/*']);
  });

  it('puts emphasis and quotes round a selection', () => {
    const openers = configuration.surroundingPairs.map(([open]) => open);
    assert.ok(['*', '_', '"', "'", '“', '('].every((open) => openers.includes(open)));
  });

  it('keeps the two spaces that join a speech, and adds none by itself', () => {
    const defaults = contributes.configurationDefaults['[fountain]'];
    assert.equal(defaults['files.trimTrailingWhitespace'], false);
    // Enter's rules need 'advanced'; the last of them keeps every new line at the margin.
    assert.equal(defaults['editor.autoIndent'], 'advanced');
    assert.deepEqual(configuration.onEnterRules, [{ beforeText: '^', action: { indent: 'none', removeText: 10000 } }]);
    assert.equal(defaults['editor.detectIndentation'], false);
  });
});
