// What the writer does with scenes: go there, move, insert, copy, describe.
import * as vscode from 'vscode';
import { sliceOf } from '../core/fountain/script';
import { insertSceneAfter } from '../core/script/insertScene';
import { dropPlace, stepPlace } from '../core/script/movePlace';
import { moveItems } from '../core/script/moveScene';
import { wholeSpans } from '../core/script/nestOutline';
import { outlineOf } from '../core/script/outline';
import { setSynopsis } from '../core/script/setSynopsis';
import { WriterError, type Commands } from '../host/commands';
import { setFollowsCursor } from '../host/settings';
import { applyToScript, showPlace } from './editScript';
import { followedOf, isSecondClick, type FollowedNow } from './followedNow';
import type { FollowedScript } from './followedScript';
import type { OutlineNode } from './outlineNodes';
import type { Outlines } from './outlines';
import { chooseFilter } from './chooseFilter';
import type { ScenesView } from './scenesView';

/** What a command is given: a row of the menu, all selected rows, "focused" from a key, or nothing from the palette. */
type Target = OutlineNode | 'focused' | undefined;

export function registerSceneCommands(commands: Commands, followed: FollowedScript, outlines: Outlines, view: ScenesView): vscode.Disposable {
  const nodesFor = async (target: Target, selected?: readonly OutlineNode[]): Promise<OutlineNode[]> => {
    if (target !== undefined && target !== 'focused') {
      return selected?.includes(target) ? [...selected] : [target];
    }
    if (target === 'focused' && view.tree.selection.length < 2) {
      // VS Code tells an extension which row is selected, not which has the focus; so the focused one is selected first.
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    }
    const { cursor } = followed;
    const nodes = target === 'focused' ? view.tree.selection : cursor === undefined ? [] : [outlines.nodes.at(cursor)];
    return nodes.filter((node) => node !== undefined);
  };
  const one = async (target: Target): Promise<OutlineNode> => {
    const [node] = await nodesFor(target);
    if (node === undefined) {
      throw new WriterError(vscode.l10n.t('Put the cursor in a scene first, or choose one in the Scenes view.'));
    }
    return node;
  };
  const step = (way: 'up' | 'down') => async (target: Target) => {
    const node = await one(target);
    const now = followedOf(followed);
    const place = stepPlace(outlineOf(now.script), outlines.nodes.all.indexOf(node), way);
    if (place !== undefined) {
      await move(now, outlines, [node], place);
    }
  };
  return vscode.Disposable.from(
    commands.register('backlot.scenes.goTo', async (node: OutlineNode) => goTo(followed, outlines, node, !isSecondClick(node))),
    commands.register('backlot.scenes.goToFocused', async () => goTo(followed, outlines, await one('focused'), false)),
    commands.register('backlot.scenes.moveTo', (nodes: readonly OutlineNode[], target: OutlineNode | undefined) => dropNodes(followed, outlines, nodes, target)),
    commands.register('backlot.scenes.moveUp', step('up')),
    commands.register('backlot.scenes.moveDown', step('down')),
    commands.register('backlot.scenes.insertAfter', async (target: Target) => insertAfter(followedOf(followed), outlines, (await nodesFor(target))[0])),
    commands.register('backlot.scenes.copy', async (target: Target, selected?: readonly OutlineNode[]) => copy(followedOf(followed), outlines, await nodesFor(target, selected))),
    commands.register('backlot.scenes.setSynopsis', async (target: Target) => askSynopsis(followed, outlines, await one(target))),
    commands.register('backlot.scenes.filter', async () => {
      const filter = await chooseFilter(followedOf(followed).script, outlines.filter);
      if (filter !== undefined) {
        outlines.setFilter(filter);
      }
    }),
    commands.register('backlot.scenes.clearFilter', () => outlines.setFilter(undefined)),
    commands.register('backlot.scenes.followCursor', () => setFollowsCursor(true)),
    commands.register('backlot.scenes.stopFollowingCursor', () => setFollowsCursor(false)),
  );
}

/** Moves rows to where they were dropped: on a row, or on the empty space below. */
async function dropNodes(followed: FollowedScript, outlines: Outlines, nodes: readonly OutlineNode[], target: OutlineNode | undefined): Promise<void> {
  const now = followedOf(followed);
  const { all } = outlines.nodes;
  const moved = nodes.filter((node) => all.includes(node)).sort((a, b) => a.index - b.index);
  // The section of the least depth decides, for it has the fewest places where it can stand.
  const leading = [...moved].sort((a, b) => depthOf(a) - depthOf(b) || a.index - b.index)[0];
  const place = leading && dropPlace(outlineOf(now.script), leading.index, target === undefined ? -1 : all.indexOf(target));
  if (place !== undefined) {
    await move(now, outlines, moved, place);
  }
}

function depthOf({ item }: OutlineNode): number {
  return item.kind === 'section' ? item.depth : Infinity;
}

async function move({ document, script }: FollowedNow, outlines: Outlines, nodes: readonly OutlineNode[], place: number): Promise<void> {
  const { all } = outlines.nodes;
  const result = moveItems(script, nodes.map((node) => all.indexOf(node)), place);
  if (!result.ok) {
    throw new WriterError(
      vscode.l10n.t('This cannot be moved there without changing the text around it: look for a note or a cut passage that begins in one scene and ends in another.'),
    );
  }
  if (result.edits.length > 0) {
    await applyToScript(document, result.edits);
    await showPlace(document, result.offset, true);
  }
}

async function goTo(followed: FollowedScript, outlines: Outlines, node: OutlineNode, preserveFocus: boolean): Promise<void> {
  const { document } = followedOf(followed);
  const span = outlines.nodes.spanOf(node);
  if (span !== undefined) {
    await showPlace(document, span.from, preserveFocus);
  }
}

async function insertAfter({ document, script }: FollowedNow, outlines: Outlines, node: OutlineNode | undefined): Promise<void> {
  const { edit, cursor } = insertSceneAfter(script, node === undefined ? -1 : outlines.nodes.all.indexOf(node));
  await applyToScript(document, [edit]);
  await showPlace(document, cursor, false);
}

async function copy({ script }: FollowedNow, outlines: Outlines, nodes: readonly OutlineNode[]): Promise<void> {
  const spans = wholeSpans(script);
  const { all } = outlines.nodes;
  const chosen = new Set(nodes);
  const isInside = (node: OutlineNode): boolean => node.parent !== undefined && (chosen.has(node.parent) || isInside(node.parent));
  const texts = all.filter((node) => chosen.has(node) && !isInside(node)).map((node) => {
    const span = spans[all.indexOf(node)];
    return span === undefined ? '' : `${sliceOf(script, span.from, span.to).trimEnd()}\n`;
  });
  await vscode.env.clipboard.writeText(texts.join('\n'));
}

async function askSynopsis(followed: FollowedScript, outlines: Outlines, node: OutlineNode): Promise<void> {
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('Synopsis of {0}', node.item.kind === 'scene' ? node.item.heading : node.item.text),
    prompt: vscode.l10n.t('One sentence on what happens. It does not print. Leave it empty to take the synopsis away.'),
    value: node.item.synopsis ?? '',
  });
  if (words === undefined) {
    return;
  }
  const { document, script } = followedOf(followed);
  const result = setSynopsis(script, outlines.nodes.all.indexOf(node), words);
  if (!result.ok) {
    throw new WriterError(vscode.l10n.t('These words would change the text around them. Leave out marks such as [[ and /*.'));
  }
  await applyToScript(document, result.edits);
}
