// Scripts that get a name, or another one: their record goes with them.
import type * as vscode from 'vscode';
import { onScriptNamed } from '../host/scriptNamed';
import type { ScriptStore } from '../host/scriptStore';
import { ledgerUri, scriptName } from './recordFolder';

export interface NamingParts {
  /** Whether something of this script waits to be written. */
  has(uri: string): boolean;
  /** What waited for one address now waits for another. */
  rename(from: string, to: string): void;
  /** Lets go of what waits for a script that was never saved. */
  drop(uri: string): void;
  /** @param from the path it had, from the folder it is in now */
  moved(uri: string, from: string): void;
  /** Whether there is a record beside this script. */
  onRecord(uri: vscode.Uri): Promise<boolean>;
}

export interface Naming {
  renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void>;
  dispose(): void;
}

export function createNaming(parts: NamingParts, scripts: ScriptStore): Naming {
  const listening = onScriptNamed(scripts, { holds: (uri) => parts.has(uri), named: (from, to) => parts.rename(from, to), gone: (uri) => parts.drop(uri) });
  return {
    dispose: () => void listening.dispose(),
    renamed: (files) => renamed(files, parts),
  };
}

async function renamed(files: Parameters<Naming['renamed']>[0], parts: NamingParts): Promise<void> {
  for (const { oldUri, newUri } of files) {
    if (parts.has(oldUri.toString())) {
      parts.rename(oldUri.toString(), newUri.toString());
    }
    const from = /\.(?:fountain|spmd)$/i.test(newUri.path) ? pathFrom(newUri, oldUri) : undefined;
    if (from !== undefined && (await parts.onRecord(oldUri))) {
      parts.moved(newUri.toString(), from);
    }
  }
}

/** The path of a script's former place from the folder it is in now; undefined on another disk or computer. */
export function pathFrom(now: vscode.Uri, former: vscode.Uri): string | undefined {
  if (now.scheme !== former.scheme || now.authority !== former.authority || !ledgerUri(now)) {
    return undefined;
  }
  const here = now.path.split('/').slice(0, -1);
  const there = former.path.split('/').slice(0, -1);
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) {
    shared++;
  }
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared), scriptName(former)].join('/');
}
