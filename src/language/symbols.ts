// The document's symbols: sections and their scenes, with their lengths. Breadcrumbs, sticky scroll and Go to Symbol show them.
import * as vscode from 'vscode';
import { outlineLengths } from '../core/script/figures';
import { parentsOf } from '../core/script/nestOutline';
import { outlineOf } from '../core/script/outline';
import type { ScriptStore } from '../host/scriptStore';
import { lengthSaid, lengthsIn, titleOf } from './labels';

/** Speeches are left out: a feature has fifteen hundred, and nobody would find a scene among them. */
export function createSymbols(scripts: ScriptStore): vscode.DocumentSymbolProvider {
  return {
    provideDocumentSymbols(document) {
      const script = scripts.get(document);
      const items = outlineOf(script);
      const lengths = outlineLengths(script, lengthsIn(script, document));
      const symbols = items.map(({ item, line, endLine }, index) => {
        const heading = document.lineAt(line).range;
        const length = lengths[index];
        // In the name, since VS Code shows no more of a symbol in the breadcrumbs and in Go to Symbol.
        const name = [titleOf(item), length === undefined || length.scenes === 0 ? '' : lengthSaid(length)].filter((part) => part !== '').join(' · ');
        const kind = item.kind === 'section' ? vscode.SymbolKind.Module : vscode.SymbolKind.Event;
        return new vscode.DocumentSymbol(name, '', kind, new vscode.Range(heading.start, document.lineAt(endLine).range.end), heading);
      });
      const top: vscode.DocumentSymbol[] = [];
      parentsOf(items).forEach((parent, index) => {
        const symbol = symbols[index];
        if (symbol) {
          (symbols[parent]?.children ?? top).push(symbol);
        }
      });
      return top;
    },
  };
}
