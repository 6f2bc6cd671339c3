// Which stretch of which script is to be rewritten: what a command was given, the selection, or the scene at the cursor.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { stretchOf } from '../core/rewrite/stretch';
import { outlineOf, sceneAt, type OutlineItem, type Scene } from '../core/script/outline';
import { WriterError } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { scriptInSight } from '../host/scriptMeant';
import { isScript, type ScriptStore } from '../host/scriptStore';

export interface Target {
  readonly document: vscode.TextDocument;
  readonly script: Script;
  readonly span: Span;
  readonly title: string;
  /** "rewrite.scene" or "rewrite.selection". */
  readonly command: string;
}

/** What another feature may say: a stretch of a script by its address and offsets, and what is wanted of it. */
export interface Place {
  readonly uri: string;
  readonly from: number;
  readonly to?: number;
  readonly direction?: string;
}

export function isPlace(meant: unknown): meant is Place {
  const { uri, from } = (meant ?? {}) as Partial<Place>;
  return typeof uri === 'string' && typeof from === 'number';
}

/**
 * The whole scene that is meant.
 * @param meant a place, a row of the Scenes view, or anything else: then the scene at the cursor
 * @throws WriterError where there is no script, or no scene
 */
export async function sceneMeant(meant: unknown, scripts: ScriptStore): Promise<Target> {
  const row = rowMeant(meant, scripts);
  if (row) {
    return sceneTarget(row.document, scripts.get(row.document), row.scene);
  }
  const { document, offset } = await placeMeant(meant);
  const script = scripts.get(document);
  const scene = sceneAt(script, offset);
  if (!scene) {
    throw new WriterError(vscode.l10n.t('Put the cursor in a scene first, or choose one in the Scenes view.'));
  }
  return sceneTarget(document, script, scene);
}

/** The selection, or the place given, grown to whole speeches and paragraphs: nothing is cut in two. */
export async function selectionMeant(meant: unknown, scripts: ScriptStore): Promise<Target> {
  const { document, offset, end } = await placeMeant(meant);
  const script = scripts.get(document);
  const span = stretchOf(script, { from: offset, to: end });
  if (span.from === span.to || !/\S/.test(document.getText(new vscode.Range(document.positionAt(span.from), document.positionAt(span.to))))) {
    throw new WriterError(vscode.l10n.t('Select what is to be rewritten first: some lines, or whole speeches.'));
  }
  return { document, script, span, title: titleOf(document, script, span), command: 'rewrite.selection' };
}

function sceneTarget(document: vscode.TextDocument, script: Script, { item, from, to }: OutlineItem<Scene>): Target {
  return { document, script, span: { from, to }, title: item.heading, command: 'rewrite.scene' };
}

function titleOf(document: vscode.TextDocument, script: Script, { from, to }: Span): string {
  const last = Math.max(from, to - (/\s*$/.exec(document.getText(new vscode.Range(document.positionAt(from), document.positionAt(to))))?.[0].length ?? 0));
  const lines = vscode.l10n.t('Lines {0}–{1}', document.positionAt(from).line + 1, document.positionAt(last).line + 1);
  const heading = sceneAt(script, from)?.item.heading;
  return heading === undefined ? lines : `${heading} · ${lines}`;
}

async function placeMeant(meant: unknown): Promise<{ document: vscode.TextDocument; offset: number; end: number }> {
  if (isPlace(meant)) {
    const document = await reopenDocument(meant.uri);
    const { length } = document.getText();
    const offset = Math.min(length, Math.max(0, meant.from));
    return { document, offset, end: Math.min(length, Math.max(offset, meant.to ?? meant.from)) };
  }
  const document = scriptInSight();
  const active = vscode.window.activeTextEditor;
  const editor = active?.document === document ? active : vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (!document || !editor) {
    throw new WriterError(vscode.l10n.t('Open a screenplay and put the cursor into a scene first.'));
  }
  return { document, offset: document.offsetAt(editor.selection.start), end: document.offsetAt(editor.selection.end) };
}

/** A row of the Scenes view: the very scene it holds is looked for in the scripts that are open. */
function rowMeant(meant: unknown, scripts: ScriptStore): { document: vscode.TextDocument; scene: OutlineItem<Scene> } | undefined {
  const item = (meant as { readonly item?: unknown } | undefined)?.item;
  if (item === undefined) {
    return undefined;
  }
  for (const document of vscode.workspace.textDocuments.filter(isScript)) {
    const found = outlineOf(scripts.get(document)).find((one): one is OutlineItem<Scene> => one.item === item && one.item.kind === 'scene');
    if (found) {
      return { document, scene: found };
    }
  }
  throw new WriterError(vscode.l10n.t('That scene is no longer in the script.'));
}
