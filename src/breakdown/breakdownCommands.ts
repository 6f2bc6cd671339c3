// The breakdown's commands: open it, tag and untag words, ask a model, tint, undo.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import { reopenDocument } from '../host/reopenDocument';
import { sceneAt } from '../core/script/outline';
import { showRequest } from '../models/showRequest';
import type { BreakdownRoom } from './breakdownRoom';
import { askScenes } from './askScenes';
import { pickScenes } from './picks';
import { tagSelected, untag } from './tagCommands';
import { onProduction } from './viewActions';

/** What a command is given: a script, and a place in its breakdown; or nothing from the palette. */
interface Meant {
  readonly uri?: string;
  readonly sceneId?: string;
  readonly elementId?: string;
  readonly tab?: 'suggestions';
}

export function breakdownCommands(app: App, room: BreakdownRoom): Record<string, CommandHandler> {
  const { productions, panel } = room;
  const script = async (meant: unknown): Promise<vscode.TextDocument> => {
    const uri = meant instanceof vscode.Uri ? meant.toString() : isMeant(meant) ? meant.uri : undefined;
    return uri === undefined ? (vscode.window.activeTextEditor ? scriptMeant(undefined) : (panel.shown ?? scriptMeant(undefined))) : reopenDocument(uri);
  };
  return {
    'backlot.breakdown.open': async (meant?: unknown) => {
      const { sceneId, elementId, tab } = isMeant(meant) ? meant : {};
      await panel.show(await script(meant), { ...(sceneId === undefined ? {} : { scene: sceneId }), ...(elementId === undefined ? {} : { element: elementId }), ...(tab === undefined ? {} : { tab }) });
    },
    'backlot.breakdown.tag': async () => tagSelected(scriptEditor(), productions),
    'backlot.breakdown.untag': async (meant?: unknown) => untag(meant, productions),
    'backlot.breakdown.toggleTint': () => room.toggleTint(),
    'backlot.breakdown.askModel': async (meant?: unknown, scope?: unknown) => {
      const document = await script(meant);
      const scenes = await scenesMeant(document, scope, room);
      return scenes && askScenes(document, scenes, { app, asker: room.asker });
    },
    'backlot.breakdown.showRequest': async (meant?: unknown) => {
      const document = await script(meant);
      const first = await room.asker.firstRequest(document, (await scenesMeant(document, undefined, room)) ?? []);
      if (first) {
        const asked = first.parts === 1 ? vscode.l10n.t('Nothing was sent by showing this. "Ask the Model for Elements" sends it.') : vscode.l10n.t('Nothing was sent by showing this. "Ask the Model for Elements" sends {0} requests; this is the first.', first.parts);
        await showRequest(app.context, first.model, first.request, asked);
      }
    },
    'backlot.breakdown.undo': async (meant?: unknown) => onProduction(await script(meant), 'undo', room),
    'backlot.breakdown.redo': async (meant?: unknown) => onProduction(await script(meant), 'redo', room),
  };
}

function isMeant(meant: unknown): meant is Meant {
  return typeof meant === 'object' && meant !== null && !(meant instanceof vscode.Uri) && (['uri', 'sceneId', 'elementId'] as const).every((key) => !(key in meant) || typeof (meant as Record<string, unknown>)[key] === 'string');
}

export function scriptEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.languageId !== 'fountain' || editor.document.uri.scheme.startsWith('backlot')) {
    throw new WriterError(vscode.l10n.t('Click into the script first.'));
  }
  return editor;
}

/** The ids of the scenes to ask about; undefined where the writer chose none. @param scope 'scene', 'script', or ids, from another command */
async function scenesMeant(document: vscode.TextDocument, scope: unknown, { productions }: BreakdownRoom): Promise<readonly string[] | undefined> {
  const { breakdown, script } = await productions.of(document.uri);
  const { scenes } = breakdown;
  if (scenes.length === 0) {
    throw new WriterError(vscode.l10n.t('There are no scenes in the script yet.'));
  }
  if (Array.isArray(scope)) {
    return scope.filter((id) => typeof id === 'string');
  }
  const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find((each) => each?.document === document);
  const at = editor && sceneAt(script, document.offsetAt(editor.selection.active));
  const here = scenes.find(({ from }) => from === at?.from);
  const how = scope === 'scene' || scope === 'script' ? scope : await chooseScope(here && `${here.number}. ${here.heading}`);
  if (how === 'chosen') {
    return (await pickScenes(scenes, vscode.l10n.t('Which scenes is the model to read?')))?.map(({ id }) => id);
  }
  if (how === 'scene' && !here) {
    throw new WriterError(vscode.l10n.t('The cursor is in no scene. Put it into one, or ask about the whole script.'));
  }
  return how === undefined ? undefined : how === 'script' ? scenes.map(({ id }) => id) : here && [here.id];
}

async function chooseScope(here: string | undefined): Promise<'scene' | 'chosen' | 'script' | undefined> {
  const rows = [
    ...(here === undefined ? [] : [{ label: vscode.l10n.t('The scene at the cursor'), description: here, scope: 'scene' as const }]),
    { label: vscode.l10n.t('Chosen scenes…'), scope: 'chosen' as const },
    { label: vscode.l10n.t('The whole script'), scope: 'script' as const },
  ];
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('What is the model to read? What it finds is suggested; the script is not changed.') }))?.scope;
}
