// What the writer does with scenes: go there, move, insert, copy, describe, filter.
import * as vscode from 'vscode';
import { sliceOf } from '../core/fountain/script';
import { wholeSpans } from '../core/script/nestOutline';
import { WriterError, type CommandHandler } from '../host/commands';
import { setFollowsCursor } from '../host/settings';
import { applyToScript, showPlace } from './editScript';
import { followedOf, type FollowedNow } from './followedNow';
import type { FollowedScript } from './followedScript';
import { createRowMover } from './moveRows';
import type { OutlineNode } from './outlineNodes';
import type { Outlines } from './outlines';
import { createRowClicks } from './rowClicks';
import { createRowTargets, type Target } from './rowTargets';
import type { ScenesView } from './scenesView';

/** The handlers, by their commands. */
export function sceneCommands(followed: FollowedScript, outlines: Outlines, view: ScenesView): Record<string, CommandHandler> {
  const clicks = createRowClicks();
  const targets = createRowTargets(followed, outlines, view, clicks);
  const mover = createRowMover(followed, outlines, view);
  const now = (): FollowedNow => followedOf(followed);
  return {
    'backlot.scenes.goTo': async (node: OutlineNode) => {
      const click = clicks.read(node);
      if (click !== 'ours') {
        await goTo(now(), outlines, node, click === 'click');
      }
    },
    'backlot.scenes.goToFocused': async () => goTo(now(), outlines, await targets.one('focused'), false),
    'backlot.scenes.moveTo': (ids: readonly string[], target: OutlineNode | undefined) => mover.drop(outlines.nodes.all.filter(({ id }) => ids.includes(id)), target),
    'backlot.scenes.moveUp': (target: Target) => mover.step(() => targets.one(target), 'up', target !== undefined),
    'backlot.scenes.moveDown': (target: Target) => mover.step(() => targets.one(target), 'down', target !== undefined),
    'backlot.scenes.insertAfter': async (target: Target) => insertAfter(now, (await targets.all(target))[0]),
    'backlot.scenes.copy': async (target: Target, selected?: readonly OutlineNode[]) => copy(now(), await targets.all(target, selected)),
    'backlot.scenes.setSynopsis': async (target: Target) => askSynopsis(followed, outlines, await targets.one(target)),
    'backlot.scenes.filter': async () => {
      const { chooseFilter } = await import('./chooseFilter');
      const filter = await chooseFilter(now().script, outlines.filter);
      if (filter !== undefined) {
        outlines.setFilter(filter);
      }
    },
    'backlot.scenes.clearFilter': () => outlines.setFilter(undefined),
    'backlot.scenes.followCursor': () => setFollowsCursor(true),
    'backlot.scenes.stopFollowingCursor': () => setFollowsCursor(false),
  };
}

async function goTo({ document }: FollowedNow, outlines: Outlines, node: OutlineNode, preserveFocus: boolean): Promise<void> {
  const span = outlines.nodes.spanOf(node);
  if (span !== undefined) {
    await showPlace(document, span.from, preserveFocus);
  }
}

async function insertAfter(followed: () => FollowedNow, node: OutlineNode | undefined): Promise<void> {
  const { insertSceneAfter } = await import('../core/script/insertScene');
  const { document, script } = followed();
  const { edit, cursor } = insertSceneAfter(script, node?.index ?? -1);
  await applyToScript(document, [edit]);
  await showPlace(document, cursor, false);
}

/** Whole scenes and sections in the script's order, a blank line between; what is in a chosen section only once. */
async function copy({ script }: FollowedNow, nodes: readonly OutlineNode[]): Promise<void> {
  const spans = wholeSpans(script);
  const chosen = new Set(nodes);
  const isInside = ({ parent }: OutlineNode): boolean => parent !== undefined && (chosen.has(parent) || isInside(parent));
  const texts = [...nodes]
    .sort((a, b) => a.index - b.index)
    .filter((node) => !isInside(node))
    .map(({ index }) => sliceOf(script, spans[index]?.from ?? 0, spans[index]?.to ?? 0).trimEnd());
  await vscode.env.clipboard.writeText(`${texts.join('\n\n')}\n`);
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
  const { setSynopsis } = await import('../core/script/setSynopsis');
  const { document, script } = followedOf(followed);
  // Asked for anew: the script may have changed while the box was open.
  const result = setSynopsis(script, outlines.nodes.all.indexOf(node), words);
  if (!result.ok) {
    throw new WriterError(
      result.reason === 'noItem'
        ? vscode.l10n.t('That scene is no longer in the script.')
        : vscode.l10n.t('These words would change the text around them. Leave out marks such as [[ and /*.'),
    );
  }
  await applyToScript(document, result.edits);
}
