// The speech a command is meant for: the one at the cursor. Outside of any, the nearest is offered, never taken in silence.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { sceneAt } from '../core/script/outline';
import { speechAt, speechesOf, type Speech } from '../core/script/speeches';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { isScript, type ScriptStore } from '../host/scriptStore';
import type { Target } from './asker';

/**
 * The speech at the cursor of the active script; undefined when the writer declined the nearest one.
 * @throws WriterError when there is no script, or no speech near
 */
export async function speechAtCursor(scripts: ScriptStore): Promise<Target | undefined> {
  const editor = scriptEditor();
  if (!editor) {
    throw new WriterError(vscode.l10n.t('Open a screenplay and put the cursor into a speech first.'));
  }
  const { document } = editor;
  const script = scripts.get(document);
  const offset = document.offsetAt(editor.selection.active);
  const speech = speechAt(script, offset) ?? (await offerNearest(editor, script, offset));
  // The writer may have typed while the question stood: what is meant is the script as it is now.
  const now = scripts.get(document);
  const here = speech && (now === script ? speech : speechAt(now, speech.from));
  return here && { document, script: now, speech: here };
}

function scriptEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor && isScript(activeTextEditor.document)) {
    return activeTextEditor;
  }
  // In a deck's box, or a view of ours, the script beside it is meant if there is just one.
  const scripts = visibleTextEditors.filter(({ document }) => isScript(document));
  return scripts.length === 1 ? scripts[0] : undefined;
}

async function offerNearest(editor: vscode.TextEditor, script: Script, offset: number): Promise<Speech | undefined> {
  const scene = sceneAt(script, offset);
  const distance = ({ from, to }: Speech) => (to < offset ? offset - to : from - offset);
  const [nearest] = [...speechesOf(script, scene)].sort((a, b) => distance(a) - distance(b));
  if (!nearest) {
    throw new WriterError(vscode.l10n.t('The cursor is in no speech. Put it on a character\'s name or into what they say.'));
  }
  const use = vscode.l10n.t('Use {0}, Line {1}', plainMessage(nearest.name), nearest.cueLine + 1);
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The cursor is in no speech. The nearest is {0}\'s.', plainMessage(nearest.name)), use);
  if (chosen === use) {
    const at = editor.document.positionAt(nearest.from);
    editor.selection = new vscode.Selection(at, at);
    return nearest;
  }
  return undefined;
}
