// What the view asks for, done: each change one step of undo in the production's file.
import * as vscode from 'vscode';
import type { BreakdownScene, SceneElement } from '../core/breakdown/breakdown';
import { setCount, setScene } from '../core/breakdown/elementEdits';
import { putBack, putIn, refuseSuggestion, removeTag, takeOut } from '../core/breakdown/tags';
import { letGo, reattach } from '../core/breakdown/reattach';
import type { Production, Quote } from '../core/production/production';
import { layoutOf } from '../core/page/layout';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { countedPageOptions } from '../host/settings';
import type { ProductionState, Productions } from '../planning/planning';
import type { ElementAsker } from './askElements';
import { askScenes } from './askScenes';
import { changeElement, chooseElement } from './elementActions';
import { goToSpan } from './goTo';
import { acceptAll, letGoQuote, moveQuote, readField } from './handEdits';
import { pickScene, pickScenes } from './picks';
import { refuseChanged } from './tagCommands';
import type { FromBreakdown } from './protocol';
import { isSame, type Suggestions } from './suggestions';

export interface ActionParts {
  readonly app: App;
  readonly productions: Productions;
  readonly suggestions: Suggestions;
  readonly asker: ElementAsker;
  /** Shows the breakdown of another document: an untitled script that got its name. */
  readonly open: (document: vscode.TextDocument) => Promise<void>;
}

type Hear = (document: vscode.TextDocument, message: FromBreakdown) => Promise<void>;

export function createViewActions(parts: ActionParts): Hear {
  return async (document, message) => {
    switch (message.kind) {
      case 'ready':
        return;
      case 'save':
        return save(document, parts);
      case 'undo':
      case 'redo':
      case 'openFile':
        return onProduction(document, message.kind, parts);
      case 'ask':
        await vscode.commands.executeCommand('backlot.breakdown.askModel', document.uri);
        return;
      case 'stop':
        parts.asker.stop(document.uri);
        return;
      case 'go':
        await vscode.commands.executeCommand(`backlot.${message.to}.open`, document.uri);
        return;
      case 'sheet':
      case 'sheets':
        await vscode.commands.executeCommand('backlot.sheets.open', { uri: document.uri.toString(), sheet: message.kind === 'sheet' ? 'breakdown' : message.sheet, ...(message.kind === 'sheet' ? { sceneId: message.scene } : {}) });
        return;
      case 'goTo':
      case 'goToSuggestion':
      case 'findLost':
        return goes(document, message, parts);
      case 'rename':
      case 'merge':
      case 'removeElement':
      case 'category':
        return changeElement(document.uri, message.kind, message.element, parts.productions);
      case 'accept':
      case 'refuse':
        return settle(document, message.kind, message.keys, parts);
      case 'askScene':
      case 'askChosen':
        return asks(document, message, parts);
      default:
        return change(document, message, parts);
    }
  };
}

async function save(document: vscode.TextDocument, { open }: ActionParts): Promise<void> {
  const saved = await vscode.workspace.save(document.uri);
  if (saved) {
    await open(await vscode.workspace.openTextDocument(saved));
  }
}

/** Takes back, does again, or opens the file. */
export async function onProduction({ uri }: vscode.TextDocument, what: 'undo' | 'redo' | 'openFile', { productions }: Pick<ActionParts, 'productions'>): Promise<void> {
  if (what === 'openFile') {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(productions.fileOf(uri)));
    return;
  }
  const label = await (what === 'undo' ? productions.undo(uri) : productions.redo(uri));
  if (label === undefined) {
    throw new WriterError(what === 'undo' ? vscode.l10n.t('There is nothing to take back in the breakdown.') : vscode.l10n.t('There is nothing to do again in the breakdown.'));
  }
  void vscode.window.setStatusBarMessage(what === 'undo' ? vscode.l10n.t('Taken back: {0}', label) : vscode.l10n.t('Done again: {0}', label), 4000);
}

async function asks(document: vscode.TextDocument, message: Extract<FromBreakdown, { kind: 'askScene' }> | { readonly kind: 'askChosen' }, parts: ActionParts): Promise<void> {
  const { breakdown } = await parts.productions.of(document.uri);
  const chosen = 'scene' in message ? breakdown.scenes.filter(({ id }) => id === message.scene) : await pickScenes(breakdown.scenes, vscode.l10n.t('Which scenes is the model to read?'));
  if (chosen && chosen.length > 0) {
    await askScenes(document, chosen.map(({ id }) => id), parts);
  }
}

async function goes(document: vscode.TextDocument, message: Extract<FromBreakdown, { kind: 'goTo' | 'goToSuggestion' | 'findLost' }>, { productions, suggestions }: ActionParts): Promise<void> {
  const state = await productions.of(document.uri);
  if (message.kind === 'goToSuggestion') {
    const suggestion = suggestions.of(document, state).find(({ key }) => key === message.key);
    if (suggestion) {
      await goToSpan(document.uri, suggestion);
    }
    return;
  }
  const scene = state.breakdown.scenes.find(({ id }) => id === message.scene);
  const element = scene?.elements.find(({ id }) => id === message.element);
  if (!scene) {
    throw new WriterError(vscode.l10n.t('That scene is not there any more.'));
  }
  if (message.kind === 'findLost') {
    await goToSpan(document.uri, { from: scene.from, to: scene.from });
    await vscode.commands.executeCommand('editor.actions.findWithArgs', { searchString: element?.lost?.[message.at]?.words ?? '', isRegex: false, matchWholeWord: false, isCaseSensitive: false });
    return;
  }
  await goToSpan(document.uri, element?.spans[message.at] ?? element?.spans[0] ?? { from: scene.from, to: scene.from });
}

/** Accepts or refuses all of these in one step. Those that are not there any more are passed over. */
async function settle(document: vscode.TextDocument, what: 'accept' | 'refuse', keys: readonly string[], { productions, suggestions }: ActionParts): Promise<void> {
  const { uri } = document;
  const wanted = new Set(keys);
  const label = keys.length === 1 ? (what === 'accept' ? vscode.l10n.t('Accept suggestion') : vscode.l10n.t('Refuse suggestion')) : what === 'accept' ? vscode.l10n.t('Accept suggestions') : vscode.l10n.t('Refuse suggestions');
  const finds = suggestions.findsOf(uri);
  await productions.change(uri, label, (state) => {
    const chosen = suggestions.of(document, state).filter(({ key }) => wanted.has(key));
    if (what === 'refuse') {
      return chosen.reduce(refuseSuggestion, state.production);
    }
    const counts = chosen.map((each) => {
      const count = each.source === 'model' ? finds.find(({ sceneId, name }) => sceneId === each.sceneId && isSame(name, each.name))?.count : undefined;
      return { ...each, ...(count === undefined ? {} : { count }) };
    });
    return acceptAll(state.production, state.script, state.breakdown, counts, (production) => productions.newId(production));
  });
}

type Changing = Extract<FromBreakdown, { kind: 'set' | 'add' | 'remove' | 'putBack' | 'count' | 'reattach' | 'letGo' | 'reattachTag' | 'letGoTag' }>;

async function change(document: vscode.TextDocument, message: Changing, { productions }: ActionParts): Promise<void> {
  const { uri } = document;
  const state = await productions.of(uri);
  if ('scene' in message && !state.breakdown.scenes.some(({ id }) => id === message.scene)) {
    // Said, not passed over: what was typed for it would be lost without a word.
    throw new WriterError(vscode.l10n.t('That scene is not there any more.'));
  }
  switch (message.kind) {
    case 'set': {
      const by = readField(message.field, message.value);
      if (!by) {
        throw new WriterError(vscode.l10n.t('Minutes are a number, such as 45 or 7.5.'));
      }
      await productions.change(uri, vscode.l10n.t('Change scene {0}', numberOf(state, message.scene)), ({ production }) => setScene(production, message.scene, by));
      return;
    }
    case 'add': {
      const chosen = await chooseElement(state, productions, vscode.l10n.t('What is to be added to scene {0}?', numberOf(state, message.scene)), { ...(message.category === undefined ? {} : { category: message.category }) });
      if (chosen) {
        await productions.change(uri, vscode.l10n.t('Add element'), (now) => {
          const { production, id } = chosen(now.production);
          return putIn(production, message.scene, id);
        });
      }
      return;
    }
    case 'remove':
      await productions.change(uri, vscode.l10n.t('Take out of scene {0}', numberOf(state, message.scene)), (now) => removed(now, message.scene, message.element));
      return;
    case 'putBack':
      await productions.change(uri, vscode.l10n.t('Put back into scene {0}', numberOf(state, message.scene)), ({ production }) => putBack(production, message.scene, message.element));
      return;
    case 'count':
      return askCount(uri, state, message, productions);
    case 'reattach':
      return reattachScene(uri, state, message.orphan, productions);
    case 'letGo':
      await productions.change(uri, vscode.l10n.t('Let a scene go'), ({ production }) => letGo(production, message.orphan));
      return;
    default:
      return onLost(document, state, message, productions);
  }
}

/** What somebody is in a scene by is gone: a tag, or the script's own words. */
export function removed({ production, breakdown }: Pick<ProductionState, 'production' | 'breakdown'>, sceneId: string, elementId: string): Production {
  const element = elementIn(breakdown.scenes, sceneId, elementId);
  return element?.from === 'hand' ? removeTag(production, sceneId, elementId) : takeOut(production, sceneId, elementId);
}

function elementIn(scenes: readonly BreakdownScene[], sceneId: string, elementId: string): SceneElement | undefined {
  return scenes.find(({ id }) => id === sceneId)?.elements.find(({ id }) => id === elementId);
}

function numberOf({ breakdown }: ProductionState, sceneId: string): string {
  return breakdown.scenes.find(({ id }) => id === sceneId)?.number ?? '';
}

async function askCount(uri: vscode.Uri, state: ProductionState, { scene, element }: { readonly scene: string; readonly element: string }, productions: Productions): Promise<void> {
  const shown = elementIn(state.breakdown.scenes, scene, element);
  const typed = await vscode.window.showInputBox({
    title: shown?.name ?? '',
    prompt: vscode.l10n.t('How many in scene {0}? Empty: not said.', numberOf(state, scene)),
    value: shown?.count === undefined ? '' : String(shown.count),
    validateInput: (value) => (/^\s*(?:[1-9]\d{0,4})?\s*$/.test(value) ? undefined : vscode.l10n.t('A whole number, such as 12.')),
  });
  if (typed !== undefined) {
    const count = typed.trim() === '' ? undefined : Number(typed);
    await productions.change(uri, vscode.l10n.t('Change how many'), ({ production }) => setCount(production, scene, element, count));
  }
}

async function reattachScene(uri: vscode.Uri, state: ProductionState, orphan: string, productions: Productions): Promise<void> {
  const lost = state.breakdown.orphans.find(({ id }) => id === orphan);
  const scene = await pickScene(state.breakdown.scenes, vscode.l10n.t('Which scene is “{0}” now?', lost?.heading ?? ''));
  if (scene) {
    await productions.change(uri, vscode.l10n.t('Reattach scene {0}', scene.number), ({ production }) => reattach(production, orphan, scene.id));
  }
}

async function onLost(document: vscode.TextDocument, state: ProductionState, { kind, scene, element, at }: Extract<Changing, { kind: 'reattachTag' | 'letGoTag' }>, productions: Productions): Promise<void> {
  const lost: Quote | undefined = elementIn(state.breakdown.scenes, scene, element)?.lost?.[at];
  if (!lost) {
    throw new WriterError(vscode.l10n.t('Those words are in the script again.'));
  }
  if (kind === 'letGoTag') {
    await productions.change(document.uri, vscode.l10n.t('Let a tag go'), ({ production }) => letGoQuote(production, scene, element, lost));
    return;
  }
  const editor = vscode.window.visibleTextEditors.find((each) => each.document.uri.toString() === document.uri.toString());
  if (!editor || editor.selection.isEmpty) {
    throw new WriterError(vscode.l10n.t('Select the words in the script that the tag is to stand on, then choose "Reattach…" again.'));
  }
  const span = { from: document.offsetAt(editor.selection.start), to: document.offsetAt(editor.selection.end) };
  const { version } = document;
  await productions.change(document.uri, vscode.l10n.t('Reattach tag'), (now) => {
    refuseChanged(document, version);
    return moveQuote(now.production, layoutOf(now.script, countedPageOptions(document)), scene, element, lost, span);
  });
}
