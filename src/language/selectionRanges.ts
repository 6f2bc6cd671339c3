// Expand Selection: word, sentence, line, speech, scene, section, script.
import * as vscode from 'vscode';
import { selectionSpans } from '../core/script/selectionSpans';
import { rangeOf } from '../host/positions';
import type { ScriptStore } from '../host/scriptStore';

export function createSelectionRanges(scripts: ScriptStore): vscode.SelectionRangeProvider {
  return {
    provideSelectionRanges: (document, positions) =>
      positions.map((position) => {
        let range: vscode.SelectionRange | undefined;
        for (const span of selectionSpans(scripts.get(document), document.offsetAt(position)).reverse()) {
          range = new vscode.SelectionRange(rangeOf(document, span), range);
        }
        return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
      }),
  };
}
