// The script as earlier requests sent it, so that a model finds what it has read before.
import type * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { snapshotOf } from '../core/suggest/snapshot';
import type { Model } from '../models/model';

export interface Snapshots {
  of(document: vscode.TextDocument, script: Script, model: Model): Script;
}

export function createSnapshots(): Snapshots {
  // By the model's origin too: what one server was shown is no reason to show another more than it needs.
  const snapshots = new WeakMap<vscode.TextDocument, Map<string, Script>>();
  return {
    of(document, script, { origin }) {
      const held = snapshots.get(document) ?? new Map<string, Script>();
      const snapshot = snapshotOf(held.get(origin), script);
      snapshots.set(document, held.set(origin, snapshot));
      return snapshot;
    },
  };
}
