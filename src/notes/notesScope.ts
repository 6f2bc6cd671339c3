// What notes are asked on: the scene or section at the cursor, a row of the Scenes view, or the whole script.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { outlineOf, sceneAt } from '../core/script/outline';
import { WriterError } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import { isScript, type ScriptStore } from '../host/scriptStore';

export type ScopeKind = 'scene' | 'section' | 'script';

export interface AskedScope {
  readonly document: vscode.TextDocument;
  readonly span: Span;
  readonly kind: ScopeKind;
  /** What the writer calls it: a heading, a section's title, the file's name. */
  readonly name: string;
}

/**
 * @param meant a row of the Scenes view, the address of a script, or nothing for what is at the cursor
 * @throws WriterError when there is no such thing
 */
export async function scopeMeant(kind: ScopeKind, meant: unknown, scripts: ScriptStore): Promise<AskedScope> {
  const row = isRow(meant) ? rowScope(kind, meant, scripts) : undefined;
  if (row) {
    return row;
  }
  const document = await scriptMeant(meant);
  const script = scripts.get(document);
  if (kind === 'script') {
    return { document, span: { from: 0, to: script.length }, kind, name: document.uri.path.split('/').at(-1) ?? '' };
  }
  const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find((one) => one?.document === document);
  const offset = editor ? document.offsetAt(editor.selection.active) : 0;
  if (kind === 'scene') {
    const scene = sceneAt(script, offset);
    if (!scene) {
      throw new WriterError(vscode.l10n.t('The cursor is in no scene. Put it into one, or ask for notes on the whole script.'));
    }
    return { document, span: { from: scene.from, to: scene.to }, kind, name: scene.item.heading };
  }
  const section = outlineOf(script).findLast(({ item, from, to }) => item.kind === 'section' && from <= offset && (offset < to || to === script.length));
  if (section?.item.kind !== 'section') {
    throw new WriterError(vscode.l10n.t('The cursor is in no section. Lines that begin with # make sections; or ask for notes on the scene or the whole script.'));
  }
  return { document, span: { from: section.from, to: section.to }, kind, name: section.item.text };
}

/** A row of the Scenes view, as its menu hands it on: the item of the outline, and its place there. */
interface Row {
  readonly index: number;
  readonly item: object;
}

function isRow(meant: unknown): meant is Row {
  return typeof meant === 'object' && meant !== null && 'index' in meant && typeof meant.index === 'number' && 'item' in meant && typeof meant.item === 'object' && meant.item !== null;
}

/** The row's place, in whichever open script has it. */
function rowScope(kind: ScopeKind, { index, item }: Row, scripts: ScriptStore): AskedScope | undefined {
  for (const document of vscode.workspace.textDocuments.filter((one) => isScript(one) && !one.isClosed)) {
    const placed = outlineOf(scripts.get(document))[index];
    if (placed?.item === item) {
      const name = placed.item.kind === 'scene' ? placed.item.heading : placed.item.text;
      return { document, span: { from: placed.from, to: placed.to }, kind: placed.item.kind === 'scene' ? 'scene' : kind, name };
    }
  }
  return undefined;
}
