// What the writer does with characters: go to their lines, step through their speeches, rename them.
import * as vscode from 'vscode';
import { nameAt } from '../core/script/nameAt';
import { nextSpeech } from '../core/script/nextSpeech';
import { speechAt } from '../core/script/speeches';
import { charactersOf } from '../core/script/characters';
import { WriterError, type Commands } from '../host/commands';
import type { ScriptStore } from '../host/scriptStore';
import type { CharacterNode, PartNode } from './characterNodes';
import type { CharactersView } from './charactersView';
import { showPlace } from './editScript';
import { followedOf, isSecondClick } from './followedNow';
import type { FollowedScript } from './followedScript';
import type { Outlines } from './outlines';
import { askRename } from './renameName';

type Target = CharacterNode | PartNode | 'focused' | undefined;

export function registerCharacterCommands(commands: Commands, scripts: ScriptStore, followed: FollowedScript, outlines: Outlines, view: CharactersView): vscode.Disposable {
  /** The character last stepped through, for when the cursor is between speeches. */
  let lastName: string | undefined;

  const nodeFor = async (target: Target): Promise<CharacterNode | PartNode | undefined> => {
    if (target === 'focused') {
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
      return view.tree.selection[0];
    }
    return target;
  };
  const goTo = async (node: CharacterNode | PartNode, preserveFocus: boolean): Promise<void> => {
    const { document, script } = followedOf(followed);
    // Brings the rows in step first, should the writer have typed within the last moment.
    void outlines.nodes;
    const first = node.kind === 'part' ? node.first : charactersOf(script).find(({ name }) => name === node.figures.name)?.scenes[0]?.first;
    if (first !== undefined) {
      lastName = first.name;
      await showPlace(document, first.from, preserveFocus);
    }
  };
  const step = (way: 'next' | 'previous') => async (target: Target) => {
    const { document, script } = followedOf(followed);
    const node = await nodeFor(target);
    const cursor = followed.cursor ?? 0;
    const here = speechAt(script, cursor);
    const name = (node?.kind === 'part' ? node.character : node)?.figures.name ?? here?.name ?? lastName;
    if (name === undefined) {
      throw new WriterError(vscode.l10n.t('Put the cursor in a speech first.'));
    }
    // A speech is left by its cue on the way up, or its own lines would be found again.
    const from = way === 'previous' && here?.name === name ? here.blockOffset + here.cue.from : cursor;
    const found = nextSpeech(script, name, from, way);
    if (found === undefined) {
      throw new WriterError(vscode.l10n.t('{0} does not speak in this script.', name));
    }
    lastName = name;
    if (found.isAround) {
      const said = way === 'next' ? vscode.l10n.t('Back at the first speech of {0}', name) : vscode.l10n.t('Back at the last speech of {0}', name);
      vscode.window.setStatusBarMessage(said, 3000);
    }
    await showPlace(document, found.speech.from, node !== undefined, 'nearby');
  };
  const rename = async (target: Target): Promise<void> => {
    const now = followedOf(followed);
    const node = await nodeFor(target);
    const { cursor } = followed;
    const atCursor = cursor === undefined ? undefined : (nameAt(now.script, cursor)?.name ?? speechAt(now.script, cursor)?.name);
    const name = (node?.kind === 'part' ? node.character : node)?.figures.name ?? atCursor ?? (await chooseCharacter(now.script));
    if (name !== undefined) {
      await askRename(now, scripts, name);
    }
  };
  return vscode.Disposable.from(
    commands.register('backlot.characters.goTo', (node: CharacterNode | PartNode) => goTo(node, !isSecondClick(node))),
    commands.register('backlot.characters.goToFocused', async () => {
      const node = await nodeFor('focused');
      if (node !== undefined) {
        await goTo(node, false);
      }
    }),
    commands.register('backlot.characters.nextSpeech', step('next')),
    commands.register('backlot.characters.previousSpeech', step('previous')),
    commands.register('backlot.characters.rename', rename),
  );
}

async function chooseCharacter(script: Parameters<typeof charactersOf>[0]): Promise<string | undefined> {
  const names = charactersOf(script).map(({ name }) => name);
  if (names.length === 0) {
    throw new WriterError(vscode.l10n.t('Nobody speaks in this script yet.'));
  }
  return vscode.window.showQuickPick(names, { title: vscode.l10n.t('Rename which character?') });
}
