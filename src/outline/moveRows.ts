// Moves scenes and sections, by drag and drop or step by step: each move one change that one undo takes back.
import * as vscode from 'vscode';
import { dropPlace, stepPlace } from '../core/script/movePlace';
import { wholeSpans } from '../core/script/nestOutline';
import { outlineOf } from '../core/script/outline';
import { WriterError } from '../host/commands';
import { applyToScript, showPlace } from './editScript';
import { followedOf } from './followedNow';
import type { FollowedScript } from './followedScript';
import type { OutlineNode } from './outlineNodes';
import type { Outlines } from './outlines';
import type { ScenesView } from './scenesView';

export interface RowMover {
  /** Where they were dropped: on a row, or on the empty space below. */
  drop(nodes: readonly OutlineNode[], target: OutlineNode | undefined): Promise<void>;
  /** @param isInList the writer's keyboard is in the list, and stays on the row, so that keys can go on moving it */
  step(node: () => Promise<OutlineNode>, way: 'up' | 'down', isInList: boolean): Promise<void>;
}

export function createRowMover(followed: FollowedScript, outlines: Outlines, view: ScenesView): RowMover {
  // One move after the other: a key that repeats must find the text as the last move left it.
  let moves: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = moves.then(work);
    moves = turn.catch(() => undefined);
    return turn;
  };
  return {
    drop: (nodes, target) =>
      inTurn(async () => {
        const node = await move(followed, outlines, nodes, (items, leading) => dropPlace(items, leading.index, target === undefined ? -1 : target.index));
        if (node !== undefined) {
          view.showMoved(node, true);
        }
      }),
    step: (node, way, isInList) =>
      inTurn(async () => {
        const stepped = await move(followed, outlines, [await node()], (items, leading) => stepPlace(items, leading.index, way), !isInList);
        if (stepped !== undefined) {
          view.showMoved(stepped, isInList);
        }
      }),
  };
}

type FindPlace = (items: ReturnType<typeof outlineOf>, leading: OutlineNode) => number | undefined;

async function move(followed: FollowedScript, outlines: Outlines, nodes: readonly OutlineNode[], placeFor: FindPlace, keepsCursor = false): Promise<OutlineNode | undefined> {
  // Read at the first move, and before the script is looked at: nothing may change between looking and moving.
  const { moveItems } = await import('../core/script/moveScene');
  const { document, script } = followedOf(followed);
  const { all } = outlines.nodes;
  const moved = nodes.filter((node) => all[node.index] === node);
  // The section of the least depth leads, for it has the fewest places where it can stand.
  const leading = [...moved].sort((a, b) => depthOf(a) - depthOf(b) || a.index - b.index)[0];
  const place = leading && placeFor(outlineOf(script), leading);
  if (place === undefined) {
    return undefined;
  }
  const result = moveItems(script, moved.map(({ index }) => index), place);
  if (!result.ok) {
    throw new WriterError(
      vscode.l10n.t('This cannot be moved there without changing the text around it: look for a note or a cut passage that begins in one scene and ends in another.'),
    );
  }
  if (result.edits.length > 0) {
    const goBack = keepsCursor && leading ? rememberCursor(followed, wholeSpans(script)[leading.index]?.from ?? 0) : undefined;
    await applyToScript(document, result.edits);
    if (goBack === undefined) {
      await showPlace(document, result.offset, true);
    } else {
      goBack(result.offset);
    }
  }
  return leading;
}

/** What is selected in a scene about to move, to be selected again where the scene begins then. */
function rememberCursor({ editor }: FollowedScript, from: number): ((offset: number) => void) | undefined {
  if (editor === undefined) {
    return undefined;
  }
  const { document, selections } = editor;
  const kept = selections.map(({ anchor, active }) => [document.offsetAt(anchor) - from, document.offsetAt(active) - from] as const);
  return (offset) => {
    editor.selections = kept.map(([anchor, active]) => new vscode.Selection(document.positionAt(offset + anchor), document.positionAt(offset + active)));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
}

function depthOf({ item }: OutlineNode): number {
  return item.kind === 'section' ? item.depth : Infinity;
}
