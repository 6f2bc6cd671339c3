// Which rows a scene command is meant for: those of the menu, those with the focus, or the scene at the cursor.
import * as vscode from 'vscode';
import { WriterError } from '../host/commands';
import type { FollowedScript } from './followedScript';
import type { OutlineNode } from './outlineNodes';
import type { Outlines } from './outlines';
import type { RowClicks } from './rowClicks';
import type { ScenesView } from './scenesView';

/** What a command is given: a row of the menu, "focused" from a key, or nothing from the palette. */
export type Target = OutlineNode | 'focused' | undefined;

export interface RowTargets {
  /** @param selected all selected rows, as a menu gives them beside the one it was opened on */
  all(target: Target, selected?: readonly OutlineNode[]): Promise<OutlineNode[]>;
  /** @throws WriterError when there is none */
  one(target: Target): Promise<OutlineNode>;
}

export function createRowTargets(followed: FollowedScript, outlines: Outlines, view: ScenesView, clicks: RowClicks): RowTargets {
  const all = async (target: Target, selected?: readonly OutlineNode[]): Promise<OutlineNode[]> => {
    if (target !== undefined && target !== 'focused') {
      return selected?.includes(target) ? [...selected] : [target];
    }
    if (target === 'focused') {
      // A key that repeats comes faster than the window draws: it still means the row that it moved before.
      if (view.moved !== undefined) {
        return [view.moved];
      }
      if (view.tree.selection.length < 2) {
        await clicks.selectFocused();
      }
      return [...view.tree.selection];
    }
    const node = followed.cursor === undefined ? undefined : outlines.nodes.at(followed.cursor);
    return node === undefined ? [] : [node];
  };
  return {
    all,
    async one(target) {
      const [node] = await all(target);
      if (node === undefined) {
        throw new WriterError(vscode.l10n.t('Put the cursor in a scene first, or choose one in the Scenes view.'));
      }
      return node;
    },
  };
}
