// Tokenizes with the grammar as the editor does: vscode-textmate on Oniguruma, line by line.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { HighlightKind } from '../../../src/core/script/paintLine';

export const GRAMMAR_FILE = path.resolve('syntaxes/fountain.tmLanguage.json');

/** One token: its text and its scopes, without the root scope and the `.fountain` at their ends. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly scopes: readonly string[];
}

let loaded: Promise<IGrammar> | undefined;

/** The grammar as it ships, loaded once. */
export function loadGrammar(): Promise<IGrammar> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<IGrammar> {
  const wasm = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(GRAMMAR_FILE, 'utf8'), GRAMMAR_FILE)),
  });
  const grammar = await registry.loadGrammar('text.fountain');
  if (!grammar) {
    throw new Error(`no grammar in ${GRAMMAR_FILE}`);
  }
  return grammar;
}

/** The tokens of every line of a text. */
export function tokenizeLines(grammar: IGrammar, text: string): { readonly line: string; readonly tokens: readonly Token[] }[] {
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      from: token.startIndex,
      scopes: token.scopes.slice(1).map((scope) => scope.replace(/\.fountain$/, '')),
    }));
    return { line, tokens };
  });
}

const KINDS: readonly HighlightKind[] = [
  'scene-number',
  'scene-heading',
  'character',
  'parenthetical',
  'dialogue',
  'lyrics',
  'transition',
  'centered',
  'section',
  'synopsis',
  'page-break',
  'title-page-key',
  'title-page-value',
  'action',
];

/** The element a token belongs to: the note or boneyard around it, else the innermost scope that carries an element's word. */
export function kindOf(scopes: readonly string[]): HighlightKind | undefined {
  const words = scopes.map((scope) => scope.split('.'));
  const carried = (kinds: readonly HighlightKind[], from: readonly string[][]): HighlightKind | undefined =>
    from.map((each) => kinds.find((kind) => each.includes(kind))).find((kind) => kind !== undefined);
  return carried(['note', 'boneyard'], words) ?? carried(KINDS, words.reverse());
}
