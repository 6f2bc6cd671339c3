// Which stretch of which script the writer means, and the way there.
import * as vscode from 'vscode';
import { outlineOf } from '../core/script/outline';
import type { Span } from '../core/fountain/elements';
import type { Scope } from '../core/scenarios/scenario';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { scriptInSight, scriptMeant } from '../host/scriptMeant';
import { isScript, type ScriptStore } from '../host/scriptStore';

export interface StretchMeant {
  readonly document: vscode.TextDocument;
  readonly span: Span;
  readonly kind: Scope['kind'];
  /** The writer's words, where they are given already. */
  readonly steer?: string;
}

/** The script whose scenarios are shown: the one being written, or the last one that was, for as long as it is open. */
export class ScriptShown implements vscode.Disposable {
  private last: vscode.TextDocument | undefined;
  private readonly listening: vscode.Disposable;

  constructor(changed: () => void) {
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(changed),
      vscode.window.onDidChangeVisibleTextEditors(changed),
      vscode.workspace.onDidOpenTextDocument(changed),
      vscode.workspace.onDidCloseTextDocument(changed),
    );
  }

  get document(): vscode.TextDocument | undefined {
    const inSight = scriptInSight();
    const open = (document: vscode.TextDocument | undefined) => (document && !document.isClosed && isScript(document) ? document : undefined);
    this.last = inSight ?? open(this.last) ?? vscode.workspace.textDocuments.find((document) => isScript(document) && !document.isClosed);
    return this.last;
  }

  /** @throws WriterError when no script is open */
  get meant(): vscode.TextDocument {
    const { document } = this;
    if (!document) {
      throw new WriterError(vscode.l10n.t('Open a Fountain script first.'));
    }
    return document;
  }

  dispose(): void {
    this.listening.dispose();
  }
}

/** A row of the Scenes view, as its menu gives it: the item of the outline itself. */
interface Row {
  readonly item: { readonly kind: 'scene' | 'section' };
}

function isRow(value: unknown): value is Row {
  const row = value as Partial<Row> | undefined;
  return typeof row === 'object' && (row.item?.kind === 'scene' || row.item?.kind === 'section');
}

/** Where a row's item stands, in whichever open script has it. The row's number would name another scene once one was written above it. */
function rowMeant({ item }: Row, scripts: ScriptStore, kind: Scope['kind']): StretchMeant {
  for (const document of vscode.workspace.textDocuments.filter((each) => isScript(each) && !each.isClosed)) {
    const placed = outlineOf(scripts.get(document)).find((each) => each.item === item);
    if (placed) {
      return { document, span: { from: placed.from, to: placed.from }, kind: kind === 'toEnd' ? kind : item.kind };
    }
  }
  throw new WriterError(vscode.l10n.t('That scene is no longer in the script.'));
}

/** A stretch as another feature, or a test, names it. */
interface Named {
  readonly uri: string;
  readonly from: number;
  readonly to?: number;
  readonly steer?: string;
}

function isNamed(value: unknown): value is Named {
  const named = value as Partial<Named> | undefined;
  return typeof named === 'object' && typeof named.uri === 'string' && typeof named.from === 'number';
}

/**
 * The stretch that a command means: the row of the Scenes view that it was chosen on, the one it was given, else where the cursor is.
 * @param kind for a row the row's own, unless it goes to the end
 * @throws WriterError where there is none
 */
export async function stretchMeant(scripts: ScriptStore, shown: ScriptShown, said: unknown, kind: Scope['kind']): Promise<StretchMeant> {
  if (isNamed(said)) {
    const document = await reopenDocument(said.uri);
    return { document, span: { from: said.from, to: said.to ?? said.from }, kind, ...(said.steer !== undefined && { steer: said.steer }) };
  }
  if (isRow(said)) {
    return rowMeant(said, scripts, kind);
  }
  const document = said instanceof vscode.Uri ? await scriptMeant(said) : shown.meant;
  const editor = editorOf(document);
  const { start, end, active } = editor?.selection ?? new vscode.Selection(0, 0, 0, 0);
  const [from, to] = kind === 'range' ? [start, end] : [active, active];
  return { document, span: { from: document.offsetAt(from), to: document.offsetAt(to) }, kind };
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  return active?.document === document ? active : vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

/** Puts the cursor at the start of a stretch, in the editor that shows the script or in a new one. */
export async function showStretch(document: vscode.TextDocument, { from, to }: Span): Promise<void> {
  const column = editorOf(document)?.viewColumn;
  const editor = await vscode.window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
  const at = document.positionAt(from);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, document.positionAt(Math.min(to, from + 400))), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
