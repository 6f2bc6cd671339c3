// What the writer does with characters: go to their lines, step through their speeches, rename them.
import * as vscode from 'vscode';
import { nextSpeech } from '../core/script/nextSpeech';
import { speechAt } from '../core/script/speeches';
import { charactersOf } from '../core/script/characters';
import { WriterError, type CommandHandler } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import type { ScriptStore } from '../host/scriptStore';
import type { CharacterNode, PartNode } from './characterNodes';
import type { CharactersView } from './charactersView';
import { showPlace } from './editScript';
import { followedOf } from './followedNow';
import type { FollowedScript } from './followedScript';
import type { Outlines } from './outlines';
import { createRowClicks } from './rowClicks';

type Target = CharacterNode | PartNode | 'focused' | undefined;

/** The handlers, by their commands. */
export function characterCommands(scripts: ScriptStore, followed: FollowedScript, outlines: Outlines, view: CharactersView): Record<string, CommandHandler> {
  const clicks = createRowClicks();
  const steps: LastStep = { name: undefined };
  const nodeFor = async (target: Target): Promise<CharacterNode | PartNode | undefined> => {
    if (target === 'focused') {
      await clicks.selectFocused();
      return view.tree.selection[0];
    }
    return target;
  };
  const goTo = async (node: CharacterNode | PartNode | undefined, preserveFocus: boolean): Promise<void> => {
    // Brings the rows in step first, should the writer have typed within the last moment.
    const { document, script } = followedOf(followed);
    outlines.bringInStep();
    const first = node?.kind === 'part' ? node.first : charactersOf(script).find(({ name }) => name === node?.figures.name)?.scenes[0]?.first;
    if (first !== undefined) {
      steps.name = first.name;
      await showPlace(document, first.from, preserveFocus);
    }
  };
  return {
    'backlot.characters.goTo': async (node: CharacterNode | PartNode) => {
      const click = clicks.read(node);
      if (click !== 'ours') {
        await goTo(node, click === 'click');
      }
    },
    'backlot.characters.goToFocused': async () => goTo(await nodeFor('focused'), false),
    'backlot.characters.nextSpeech': async (target: Target) => step(followed, steps, nameOf(await nodeFor(target)), 'next'),
    'backlot.characters.previousSpeech': async (target: Target) => step(followed, steps, nameOf(await nodeFor(target)), 'previous'),
    'backlot.characters.rename': async (target: Target) => {
      const name = nameOf(await nodeFor(target)) ?? (await nameAtCursor(followed)) ?? (await chooseCharacter(followedOf(followed).script));
      if (name !== undefined) {
        const { askRename } = await import('./renameName');
        await askRename(followedOf(followed), scripts, name);
      }
    },
  };
}

/** The character last stepped through, for when the cursor is between speeches. */
interface LastStep {
  name: string | undefined;
}

/** @param chosen the character of a row; without one that of the speech at the cursor */
async function step(followed: FollowedScript, steps: LastStep, chosen: string | undefined, way: 'next' | 'previous'): Promise<void> {
  const { document, script } = followedOf(followed);
  const cursor = followed.cursor ?? 0;
  const here = speechAt(script, cursor);
  const name = chosen ?? here?.name ?? steps.name;
  if (name === undefined) {
    throw new WriterError(vscode.l10n.t('Put the cursor in a speech first.'));
  }
  // A speech is left by its cue on the way up, or its own lines would be found again.
  const from = way === 'previous' && here?.name === name ? here.blockOffset + here.cue.from : cursor;
  const found = nextSpeech(script, name, from, way);
  if (found === undefined) {
    throw new WriterError(vscode.l10n.t('{0} does not speak in this script.', name));
  }
  steps.name = name;
  if (found.isAround) {
    const said = way === 'next' ? vscode.l10n.t('Back at the first speech of {0}', plainMessage(name)) : vscode.l10n.t('Back at the last speech of {0}', plainMessage(name));
    vscode.window.setStatusBarMessage(said, 3000);
  }
  await showPlace(document, found.speech.from, chosen !== undefined, 'nearby');
}

function nameOf(node: CharacterNode | PartNode | undefined): string | undefined {
  return (node?.kind === 'part' ? node.character : node)?.figures.name;
}

async function nameAtCursor(followed: FollowedScript): Promise<string | undefined> {
  const { nameAt } = await import('../core/script/nameAt');
  const { cursor } = followed;
  const { script } = followedOf(followed);
  return cursor === undefined ? undefined : (nameAt(script, cursor)?.name ?? speechAt(script, cursor)?.name);
}

async function chooseCharacter(script: Parameters<typeof charactersOf>[0]): Promise<string | undefined> {
  const names = charactersOf(script).map(({ name }) => name);
  if (names.length === 0) {
    throw new WriterError(vscode.l10n.t('Nobody speaks in this script yet.'));
  }
  return vscode.window.showQuickPick(names, { title: vscode.l10n.t('Rename which character?') });
}
