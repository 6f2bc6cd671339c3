// The commands of the scenarios, and what the view says, which comes to the same.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { findScene, placeScope } from '../core/scenarios/place';
import type { Scope } from '../core/scenarios/scenario';
import { WriterError, type CommandHandler } from '../host/commands';
import type { FromScenarios } from './protocol';
import { compareAsText, writeBranch } from './branchText';
import { develop, mergeByScene, pickScenario } from './developActions';
import { exportInk } from './exportInk';
import { askAgain, askFor, changeFate, deleteDiscarded, restore, scenarioMeant } from './scenarioActions';
import { folderOf } from './scenarioFolder';
import { showStretch, stretchMeant } from './scenarioPlaces';
import type { Parts } from './scenarioRoom';
import { placeKey } from './scenarioText';

export function scenarioCommands(parts: Parts): Record<string, CommandHandler> {
  const ask = (kind: Scope['kind']) => async (said?: unknown) => askFor(parts, await stretchMeant(parts.app.scripts, parts.shown, said, kind));
  const on = (developedOnly: boolean, act: (parts: Parts, id: string) => Promise<unknown>) => async (said?: unknown) => {
    const id = await pickScenario(parts, said, developedOnly);
    return id === undefined ? undefined : act(parts, id);
  };
  return {
    'backlot.scenarios.whatIf': ask('scene'),
    'backlot.scenarios.whatIfSection': ask('section'),
    'backlot.scenarios.whatIfToEnd': ask('toEnd'),
    'backlot.scenarios.whatIfSelection': ask('range'),
    'backlot.scenarios.show': () => vscode.commands.executeCommand('backlot.scenarios.focus'),
    'backlot.scenarios.develop': on(false, (all, id) => develop(all, id)),
    'backlot.scenarios.compare': on(true, compareAsText),
    'backlot.scenarios.merge': on(true, mergeByScene),
    'backlot.scenarios.writeBranch': on(true, writeBranch),
    'backlot.scenarios.exportInk': (target?: unknown) => exportInk(parts, target),
    'backlot.scenarios.deleteDiscarded': () => deleteDiscarded(parts),
  };
}

const WHERE = { scene: 'backlot.scenarios.whatIf', section: 'backlot.scenarios.whatIfSection', toEnd: 'backlot.scenarios.whatIfToEnd' } as const;

/** Does what the writer says in the view. */
export async function answerView(parts: Parts, message: FromScenarios): Promise<void> {
  switch (message.kind) {
    case 'ready':
      return;
    case 'whatIf':
      await vscode.commands.executeCommand(WHERE[message.where]);
      return;
    case 'others':
      return askAgain(parts, message.key, message.steer);
    case 'again':
      return askAgain(parts, message.key, undefined);
    case 'stop':
      parts.asks.stop(parts.shown.meant.uri.toString(), message.key);
      return;
    case 'goToGroup':
      return goToGroup(parts, message.key);
    case 'deleteDiscarded':
      return deleteDiscarded(parts);
    case 'saveNow':
      return parts.shelves.saveAll(parts.shown.meant.uri);
    case 'openFile':
      return openFile(parts, message.file);
    case 'writeAgain':
      return develop(parts, message.id, { only: message.index });
    case 'consequence':
    case 'scene':
      return goToScene(parts, message.kind, message.id, message.index);
    default:
      return answerCard(parts, message.kind, message.id);
  }
}

type CardKind = Extract<FromScenarios, { id: string }>['kind'];

async function answerCard(parts: Parts, kind: CardKind, id: string): Promise<void> {
  switch (kind) {
    case 'opened':
      parts.view.opened = id;
      return;
    case 'goTo': {
      const { scenario } = await scenarioMeant(parts, id);
      return goToScope(parts, scenario.scope);
    }
    case 'keep':
      return changeFate(parts, id, 'kept');
    case 'unkeep':
      return changeFate(parts, id, 'open');
    case 'discard':
      return changeFate(parts, id, 'discarded');
    case 'restore':
      return restore(parts, id);
    case 'develop':
      return develop(parts, id);
    case 'anew':
      return develop(parts, id, { anew: true });
    case 'stopDeveloping':
      parts.developer.stop(id);
      return;
    case 'compare':
      return compareAsText(parts, id);
    case 'merge':
      return mergeByScene(parts, id);
    case 'branch':
      await writeBranch(parts, id);
      return;
  }
}

async function goToGroup(parts: Parts, key: string): Promise<void> {
  const document = parts.shown.meant;
  const shelf = await parts.shelves.of(document);
  const scope = shelf.scenarios.findLast((each) => placeKey(each.scope) === key)?.scope ?? parts.asks.of(document.uri.toString()).get(key)?.scope;
  if (scope) {
    await goToScope(parts, scope);
  }
}

async function goToScope(parts: Parts, scope: Scope): Promise<void> {
  const document = parts.shown.meant;
  await show(document, placeScope(parts.app.scripts.get(document), scope));
}

async function goToScene(parts: Parts, kind: 'consequence' | 'scene', id: string, index: number): Promise<void> {
  const { document, scenario } = await scenarioMeant(parts, id);
  const named = kind === 'consequence' ? scenario.consequences[index] : scenario.scenes?.[index];
  await show(document, named && findScene(parts.app.scripts.get(document), named));
}

async function show(document: vscode.TextDocument, span: Span | undefined): Promise<void> {
  if (!span) {
    throw new WriterError(vscode.l10n.t('That place is not in the script any more.'));
  }
  await showStretch(document, span);
}

/** A file that is no scenario, as text. Only one of the script's own folder: the view is not taken at its word. */
async function openFile(parts: Parts, name: string): Promise<void> {
  const document = parts.shown.meant;
  if ((await parts.shelves.of(document)).broken.some((broken) => broken.name === name)) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folderOf(document.uri), name));
  }
}
