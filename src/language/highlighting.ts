// Semantic tokens: what the grammar could not know of a script, and nothing else.
import * as vscode from 'vscode';
import { highlightCorrections } from '../core/script/highlightCorrections';
import type { HighlightKind } from '../core/script/paintLine';
import type { ScriptStore } from '../host/scriptStore';

/** The token types of the manifest, which gives each the scopes that the grammar gives the element. */
const TYPES: readonly HighlightKind[] = [
  'scene-heading',
  'scene-number',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'lyrics',
  'transition',
  'centered',
  'section',
  'synopsis',
  'note',
  'boneyard',
  'page-break',
  'title-page-key',
  'title-page-value',
];
const LEGEND = new vscode.SemanticTokensLegend([...TYPES], ['plain']);
const PLAIN = 1;

/** @param selector the documents to colour */
export function registerHighlighting(scripts: ScriptStore, selector: vscode.DocumentSelector): vscode.Disposable {
  const provider: vscode.DocumentSemanticTokensProvider = {
    provideDocumentSemanticTokens: (document) => {
      const builder = new vscode.SemanticTokensBuilder(LEGEND);
      for (const { line, from, to, kind, plain } of highlightCorrections(scripts.get(document))) {
        builder.push(line, from, to - from, TYPES.indexOf(kind), plain ? PLAIN : 0);
      }
      return builder.build();
    },
  };
  return vscode.languages.registerDocumentSemanticTokensProvider(selector, provider, LEGEND);
}
