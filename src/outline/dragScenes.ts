// Drag and drop in the Scenes view.
import * as vscode from 'vscode';
import type { OutlineNode } from './outlineNodes';

// VS Code's name for drags within the view "backlot.scenes".
const OWN = 'application/vnd.code.tree.backlot.scenes';

export function createSceneDragging(): vscode.TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [OWN],
    dropMimeTypes: [OWN],
    // Ids, not rows: VS Code turns what is dragged into JSON, and rows know their parents, who know them.
    handleDrag: (nodes, data) => data.set(OWN, new vscode.DataTransferItem(nodes.map(({ id }) => id))),
    handleDrop: async (target, data) => {
      const ids: unknown = data.get(OWN)?.value;
      if (Array.isArray(ids)) {
        // Through a command, so that what goes wrong is told to the writer as everywhere.
        await vscode.commands.executeCommand('backlot.scenes.moveTo', ids, target);
      }
    },
  };
}
