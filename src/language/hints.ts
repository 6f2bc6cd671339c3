// Hints in the editor: quiet marks under what is probably a slip, brought up to date when the writer pauses, never on the line being typed.
import * as vscode from 'vscode';
import { hintsOf, isSure, type Hint } from '../core/script/hints';
import type { App } from '../host/app';
import { rangeOf } from '../host/positions';
import { isScript } from '../host/scriptStore';
import { hintKinds, keepSetting, onSettingsChange } from '../host/settings';
import { registerHintFixes } from './hintFixes';
import { messageOf } from './hintWords';

// Long enough that typing on is never interrupted, short enough to come before the next thought.
const PAUSE_MS = 600;
const DIFFERENT = 'backlot.hints.different';

export function startHints({ context, scripts, commands }: App): vscode.Disposable {
  const marks = vscode.languages.createDiagnosticCollection('backlot');
  let typing: { readonly uri: string; readonly line: number } | undefined;

  const different = (): readonly string[] => context.workspaceState.get<readonly string[]>(DIFFERENT, []);
  const wantedHints = (document: vscode.TextDocument): Hint[] => {
    const apart = new Set(different());
    return hintsOf(scripts.get(document), hintKinds(document.uri)).filter((hint) => hint.what !== 'nearName' || !apart.has(pairOf(hint.name, hint.other)));
  };
  const show = (document: vscode.TextDocument): void => {
    if (document.isClosed || !isWritten(document)) {
      return;
    }
    const busy = typing?.uri === document.uri.toString() && isCursorAt(document, typing.line) ? typing.line : undefined;
    const placed = wantedHints(document).map((hint) => ({ hint, range: rangeOf(document, hint) }));
    // The line above too: with Enter just pressed, a cue has no speech yet.
    marks.set(document.uri, placed.filter(({ range }) => busy === undefined || range.start.line < busy - 1 || range.start.line > busy).map(({ hint, range }) => markOf(hint, range)));
  };
  const pauses = createPauses(show);
  const showSoon = pauses.wait;
  const showAll = (): void => vscode.workspace.textDocuments.filter(isScript).forEach((document) => showSoon(document, 0));

  showAll();
  return vscode.Disposable.from(
    marks,
    pauses,
    scripts.onDidChange(({ document, edits }) => {
      const last = edits[0];
      if (last && vscode.window.activeTextEditor?.document === document) {
        typing = { uri: document.uri.toString(), line: document.positionAt(last.offset + last.inserted.length).line };
      }
      showSoon(document);
    }),
    scripts.onDidClose((document) => {
      pauses.forget(document);
      marks.delete(document.uri);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      if (typing?.uri === document.uri.toString() && selections.every(({ active }) => active.line !== typing?.line)) {
        typing = undefined;
        showSoon(document);
      }
    }),
    onSettingsChange(['hints'], showAll),
    commands.register('backlot.hints.turnOff', async (kind: Hint['kind'], uri?: vscode.Uri) => keepSetting(`hints.${kind}`, false, uri)),
    commands.register('backlot.hints.keepBoth', async (name: string, other: string) => {
      await context.workspaceState.update(DIFFERENT, [...different(), pairOf(name, other)]);
      showAll();
    }),
    registerHintFixes(scripts, wantedHints),
  );
}

interface Pauses extends vscode.Disposable {
  /** Does the work for a document when it has been left in peace for so long. */
  readonly wait: (document: vscode.TextDocument, pause?: number) => void;
  readonly forget: (document: vscode.TextDocument) => void;
}

function createPauses(work: (document: vscode.TextDocument) => void): Pauses {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = ({ uri }: vscode.TextDocument): void => {
    clearTimeout(timers.get(uri.toString()));
    timers.delete(uri.toString());
  };
  return {
    wait: (document, pause = PAUSE_MS) => {
      forget(document);
      const done = (): void => {
        forget(document);
        work(document);
      };
      timers.set(document.uri.toString(), setTimeout(done, pause));
    },
    forget,
    dispose: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

function isCursorAt(document: vscode.TextDocument, line: number): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && editor.selections.some(({ active }) => active.line === line);
}

function pairOf(name: string, other: string): string {
  return [name, other].sort().join('\n');
}

/** An older version shown beside the script, as Git does, is nobody's to mend. */
function isWritten({ uri }: vscode.TextDocument): boolean {
  return uri.scheme !== 'git';
}

/** What is surely read otherwise than it looks gets a thin line; what is a guess, the smallest mark there is. */
function markOf(hint: Hint, range: vscode.Range): vscode.Diagnostic {
  const mark = new vscode.Diagnostic(range, messageOf(hint), isSure(hint) ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Hint);
  mark.source = 'Backlot';
  mark.code = hint.what;
  return mark;
}
