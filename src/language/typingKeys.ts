// What registerTyping needs when a script is typed in: the rules of Enter for the editor, and Tab at work.
import * as vscode from 'vscode';
import { ENTER_RULES } from '../core/script/typingEnter';
import { backTabAt, tabAt, type Typing } from '../core/script/typingTab';
import { rangeOfEdit } from '../host/positions';
import { isScript, type ScriptStore } from '../host/scriptStore';

// Longer than any indentation: a new line begins at the margin.
const ALL = 10_000;

/** Core's rules in the editor's form. */
export function enterRules(): vscode.OnEnterRule[] {
  return ENTER_RULES.map(({ before, after, above, gap }) => ({
    beforeText: before,
    ...(after && { afterText: after }),
    ...(above && { previousLineText: above }),
    action: { indentAction: vscode.IndentAction.None, removeText: ALL, ...(gap && { appendText: '\n' }) },
  }));
}

/** Tab or Shift+Tab: core's decision where all cursors have the same one, else the editor's own command. */
export async function pressTab(scripts: ScriptStore, own: 'tab' | 'outdent'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const { document, selections } = editor;
  const decisions = isScript(document) && selections.every(({ isEmpty }) => isEmpty) ? decide(scripts, editor, own === 'tab' ? tabAt : backTabAt) : [];
  const [first] = decisions;
  if (first === undefined) {
    await ownKey(editor, own);
    return;
  }
  if (first.edit.inserted === '' && first.edit.removed === 0) {
    editor.selections = decisions.map(({ cursor }) => new vscode.Selection(document.positionAt(cursor), document.positionAt(cursor)));
    return;
  }
  if ((await insert(editor, decisions)) && first.offers) {
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  }
}

/**
 * As a snippet without stops: the text and the cursor come in one step and one undo, and only if nothing was typed since
 * the key. What was typed since, at full speed or far from the server, comes to stand where the cursor would have been.
 */
async function insert(editor: vscode.TextEditor, decisions: readonly Typing[]): Promise<boolean> {
  const { document } = editor;
  const [first] = decisions;
  const before = document.getText();
  for (let tries = 0; first !== undefined && tries < 4; tries++) {
    const typed = typedSince(before, document.getText(), first);
    if (typed === undefined || (typed !== '' && decisions.length > 1)) {
      return false;
    }
    const ranges = decisions.map(({ edit }) => rangeOfEdit(document, { ...edit, removed: edit.removed + typed.length }));
    if (await editor.insertSnippet(snippetOf(first, typed), ranges)) {
      return true;
    }
  }
  return false;
}

/** What was typed at the cursor since, on its line; undefined when something else has changed. */
function typedSince(before: string, now: string, { edit }: Typing): string | undefined {
  const at = edit.offset + edit.removed;
  const typed = now.slice(at, at + Math.max(0, now.length - before.length));
  return before.slice(0, at) + typed + before.slice(at) === now && !/[\r\n]/.test(typed) ? typed : undefined;
}

/** A decision for each cursor; none when they differ or one has none. */
function decide(scripts: ScriptStore, { document, selections }: vscode.TextEditor, at: typeof tabAt): readonly Typing[] {
  const script = scripts.get(document);
  const decisions = selections.map(({ active }) => at(script, document.offsetAt(active)));
  const made = decisions.filter((decision) => decision !== undefined);
  const [first] = made;
  return first !== undefined && made.length === decisions.length && made.every((each) => snippetOf(each).value === snippetOf(first).value) ? made : [];
}

function snippetOf({ edit, cursor }: Typing, typed = ''): vscode.SnippetString {
  const at = Math.min(edit.inserted.length, Math.max(0, cursor - edit.offset));
  return new vscode.SnippetString().appendText(edit.inserted.slice(0, at) + typed).appendTabstop(0).appendText(edit.inserted.slice(at));
}

/** The key as if Backlot were not there. */
async function ownKey({ document, selections, options }: vscode.TextEditor, own: 'tab' | 'outdent'): Promise<void> {
  const [only] = selections;
  const blank = own === 'tab' && selections.length === 1 && only?.isEmpty === true && document.lineAt(only.active.line).isEmptyOrWhitespace;
  if (!blank) {
    await vscode.commands.executeCommand(own);
    return;
  }
  // On a blank line the editor's command would take its indentation from the rules of Enter.
  const size = typeof options.tabSize === 'number' ? options.tabSize : 4;
  const spaces = options.insertSpaces === true ? ' '.repeat(size - (only.active.character % size)) : '\t';
  await vscode.commands.executeCommand('type', { text: spaces });
}

let inBrackets = false;

/** Tells the key bindings whether Enter would cut a closing bracket off: of `(beat)` or `NAME (V.O.)`. */
export function followBrackets(document: vscode.TextDocument, selections: readonly vscode.Selection[]): void {
  const [only] = selections;
  const line = only !== undefined && selections.length === 1 && only.isEmpty ? document.lineAt(only.active.line).text : '';
  const at = only?.active.character ?? 0;
  const now = line.slice(at) === ')' && /^\s*\(|^[^\p{Ll}(]*\(|^\s*@/u.test(line);
  if (now !== inBrackets) {
    inBrackets = now;
    void vscode.commands.executeCommand('setContext', 'backlot.beforeClosingBracket', now);
  }
}
