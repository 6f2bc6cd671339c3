// Quick fixes of hints: each one change of the document, one undo; and the last of them lets the writer be rid of such hints.
import * as vscode from 'vscode';
import { tidyEdits } from '../core/edits/editList';
import { textOf } from '../core/fountain/script';
import { fixesOf } from '../core/script/hintFixes';
import { isSure, type Hint } from '../core/script/hints';
import { rangeOf, rangeOfEdit } from '../host/positions';
import { FOUNTAIN, isScript, type ScriptStore } from '../host/scriptStore';
import { titleOf, turnOffTitle } from './hintWords';

/** @param hints those of a document as it stands now */
export function registerHintFixes(scripts: ScriptStore, hints: (document: vscode.TextDocument) => readonly Hint[]): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  return vscode.languages.registerCodeActionsProvider(
    FOUNTAIN,
    {
      provideCodeActions: (document, _range, { diagnostics }) => {
        const marked = diagnostics.filter(({ source }) => source === 'Backlot');
        if (marked.length === 0 || !isScript(document)) {
          return [];
        }
        return hints(document).flatMap((hint) => {
          const range = rangeOf(document, hint);
          const mark = marked.find((each) => each.code === hint.what && each.range.isEqual(range));
          return mark ? actionsFor(scripts, document, hint, mark) : [];
        });
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function actionsFor(scripts: ScriptStore, document: vscode.TextDocument, hint: Hint, mark: vscode.Diagnostic): vscode.CodeAction[] {
  const script = scripts.get(document);
  const action = (title: string): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = [mark];
    return made;
  };
  const actions = fixesOf(script, hint).map((fix, index) => {
    const made = action(titleOf(fix));
    made.edit = new vscode.WorkspaceEdit();
    made.edit.set(document.uri, tidyEdits(textOf(script), fix.edits).map((edit) => new vscode.TextEdit(rangeOfEdit(document, edit), edit.inserted)));
    // Auto Fix asks nobody: what rests on a guess, such as two names being one, is never its to do.
    made.isPreferred = index === 0 && isSure(hint);
    return made;
  });
  if (hint.what === 'nearName') {
    const both = action(vscode.l10n.t('{0} and {1} are two people', hint.name, hint.other));
    both.command = { title: both.title, command: 'backlot.hints.keepBoth', arguments: [hint.name, hint.other] };
    actions.push(both);
  }
  const off = action(turnOffTitle(hint.kind));
  off.command = { title: off.title, command: 'backlot.hints.turnOff', arguments: [hint.kind, document.uri] };
  return [...actions, off];
}
