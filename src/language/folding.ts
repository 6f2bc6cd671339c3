// Folding: sections, scenes, the title page, notes and boneyards.
import * as vscode from 'vscode';
import { foldsOf, type Fold } from '../core/script/folding';
import type { ScriptStore } from '../host/scriptStore';

// So that "Fold All Regions" folds the sections, and "Fold All Block Comments" what does not print.
const KINDS: Readonly<Partial<Record<Fold['kind'], vscode.FoldingRangeKind>>> = {
  section: vscode.FoldingRangeKind.Region,
  note: vscode.FoldingRangeKind.Comment,
  boneyard: vscode.FoldingRangeKind.Comment,
};

export function createFolding(scripts: ScriptStore): vscode.FoldingRangeProvider {
  return {
    provideFoldingRanges: (document) => foldsOf(scripts.get(document)).map(({ kind, start, end }) => new vscode.FoldingRange(start, end, KINDS[kind])),
  };
}
