// What is marked in a draft: where it breaks what a screenplay or the writer's wish asks, and where the script changed meanwhile.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { checkDraft } from '../core/drafts/checkDraft';
import { hunksOf } from '../core/drafts/hunks';
import { parse } from '../core/fountain/parse';
import type { ScriptStore } from '../host/scriptStore';
import { addressOf, readAddress } from './draftAddress';
import { openSide } from './draftSides';
import { linesOf } from './draftLines';
import { draftState } from './draftState';
import type { DraftStore } from './draftStore';
import { isSerious, tellProblem } from './draftWords';
import { openScript } from './scriptOf';

/** Checked again so soon after a change: the marks keep up with a stream, and typing waits for nothing. */
const PAUSE_MS = 250;

export function markDrafts(store: DraftStore, scripts: ScriptStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('backlot-drafts');
  const touched = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderWidth: '0 0 0 3px',
    borderStyle: 'solid',
    borderColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const mark = (id: string) => {
    waiting.delete(id);
    const draft = store.get(id);
    const document = openSide(id, 'new');
    if (!draft || !document) {
      return;
    }
    const script = openScript(scripts, draft.uri) ?? parse(draft.base);
    collection.set(document.uri, checkDraft(draft, script).map((problem) => diagnosticOf(draft, document, problem)));
    markTouched(draft, touched);
  };
  const markSoon = (id: string, pause = PAUSE_MS) => {
    if (!waiting.has(id)) {
      waiting.set(id, setTimeout(() => mark(id), pause));
    }
  };
  const forget = (uri: vscode.Uri) => readAddress(uri) && collection.delete(uri);
  return vscode.Disposable.from(
    collection,
    touched,
    store.onDidChange(({ id, before, after }) => (after ? markSoon(id) : before && collection.delete(openSide(id, 'new')?.uri ?? addressOf(id, 'new', before.title)))),
    vscode.workspace.onDidChangeTextDocument(({ document }) => markOpen(document.uri, markSoon)),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => markOpen(document.uri, markSoon))),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    new vscode.Disposable(() => waiting.forEach((timer) => clearTimeout(timer))),
  );
}

function markOpen(uri: vscode.Uri, mark: (id: string) => void): void {
  const meant = readAddress(uri);
  if (meant?.side === 'new') {
    mark(meant.id);
  }
}

function diagnosticOf(draft: Draft, document: vscode.TextDocument, problem: ReturnType<typeof checkDraft>[number]): vscode.Diagnostic {
  const { first, last } = linesOf(draft.text, problem);
  const range = new vscode.Range(first, 0, last, document.lineAt(Math.min(last, document.lineCount - 1)).text.length);
  const diagnostic = new vscode.Diagnostic(range, tellProblem(problem), isSerious(problem) ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information);
  diagnostic.source = 'Backlot';
  return diagnostic;
}

function markTouched(draft: Draft, decoration: vscode.TextEditorDecorationType): void {
  const hunks = draftState(draft) === 'open' ? hunksOf(draft).filter(({ touched }) => touched) : [];
  for (const editor of vscode.window.visibleTextEditors) {
    const meant = readAddress(editor.document.uri);
    if (meant?.id === draft.id) {
      const text = meant.side === 'new' ? draft.text : draft.base;
      const ranges = hunks.map((hunk) => linesOf(text, meant.side === 'new' ? hunk.text : hunk.base)).map(({ first, last }) => new vscode.Range(first, 0, last, 0));
      editor.setDecorations(decoration, ranges);
    }
  }
}
