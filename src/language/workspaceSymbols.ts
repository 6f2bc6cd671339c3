// Go to Symbol in Workspace: scenes, sections and characters of every script in the folder, each file read once for each version of it.
import * as vscode from 'vscode';
import { parse } from '../core/fountain/parse';
import type { Script } from '../core/fountain/script';
import { charactersOf } from '../core/script/characters';
import { isFuzzyMatch, wordsOfQuery } from '../core/script/fuzzyMatch';
import { parentsOf } from '../core/script/nestOutline';
import { outlineOf } from '../core/script/outline';
import { isScript, type ScriptStore } from '../host/scriptStore';
import { titleOf } from './labels';

interface Named {
  readonly name: string;
  readonly kind: vscode.SymbolKind;
  /** The section a scene stands in, or how much a character speaks. */
  readonly within: string;
  readonly line: number;
}

interface Kept {
  readonly stamp: string;
  readonly names: readonly Named[];
}

const SCRIPTS = '**/*.{fountain,spmd}';
// What anybody can look through. VS Code asks again, and gets others, with every letter typed.
const MOST = 5000;
// A novel's length ten times over; beyond it is no script, and reading it would hold up all others.
const LARGEST = 5_000_000;
// Files asked about together: over a network each answer is waited for, and not one by one. Few enough to hold in memory.
const AT_ONCE = 16;

export function createWorkspaceSymbols(scripts: ScriptStore): vscode.WorkspaceSymbolProvider {
  const ofFiles = new Map<string, Kept>();
  const ofScripts = new WeakMap<Script, readonly Named[]>();
  const namesInOpen = (document: vscode.TextDocument): readonly Named[] => {
    const script = scripts.get(document);
    const names = ofScripts.get(script) ?? namesIn(script);
    ofScripts.set(script, names);
    return names;
  };
  return {
    async provideWorkspaceSymbols(query, token) {
      const words = wordsOfQuery(query);
      const found: vscode.SymbolInformation[] = [];
      const add = (uri: vscode.Uri, names: readonly Named[]): void => {
        for (const { name, kind, within, line } of names) {
          if (found.length < MOST && isFuzzyMatch(words, `${name} ${within}`)) {
            found.push(new vscode.SymbolInformation(name, kind, within, new vscode.Location(uri, new vscode.Position(line, 0))));
          }
        }
      };
      // What is open is as the writer left it, saved or not.
      const open = vscode.workspace.textDocuments.filter((document) => isScript(document) && !document.isClosed);
      open.forEach((document) => add(document.uri, namesInOpen(document)));
      const isOpen = new Set(open.map(({ uri }) => uri.toString()));
      const files = await vscode.workspace.findFiles(SCRIPTS, '**/node_modules/**', undefined, token);
      forgetOthers(ofFiles, files);
      const closed = files.filter((uri) => !isOpen.has(uri.toString())).sort((a, b) => (a.path < b.path ? -1 : 1));
      for (let at = 0; at < closed.length; at += AT_ONCE) {
        if (token.isCancellationRequested) {
          return [];
        }
        const some = closed.slice(at, at + AT_ONCE);
        const names = await Promise.all(some.map((uri) => namesInFile(ofFiles, uri)));
        some.forEach((uri, index) => add(uri, names[index] ?? []));
      }
      return found;
    },
  };
}

function namesIn(script: Script): Named[] {
  const items = outlineOf(script);
  const parents = parentsOf(items);
  const outline = items.map(({ item, line }, index) => {
    const parent = items[parents[index] ?? -1]?.item;
    return { name: titleOf(item), kind: item.kind === 'section' ? vscode.SymbolKind.Module : vscode.SymbolKind.Event, within: parent === undefined ? '' : titleOf(parent), line };
  });
  const people = charactersOf(script).map(({ name, speeches, scenes }) => {
    const said = speeches === 1 ? vscode.l10n.t('1 speech') : vscode.l10n.t('{0} speeches', speeches);
    return { name, kind: vscode.SymbolKind.Variable, within: said, line: scenes[0]?.first.cueLine ?? 0 };
  });
  return [...outline, ...people];
}

/** The names of a file that no editor has open: read again when it was written since. A file that cannot be read has none. */
async function namesInFile(kept: Map<string, Kept>, uri: vscode.Uri): Promise<readonly Named[]> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const stamp = `${mtime} ${size}`;
    const known = kept.get(uri.toString());
    if (known?.stamp === stamp) {
      return known.names;
    }
    const text = size > LARGEST ? '' : await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
    const names = namesIn(parse(text));
    kept.set(uri.toString(), { stamp, names });
    return names;
  } catch {
    return [];
  }
}

function forgetOthers(kept: Map<string, Kept>, files: readonly vscode.Uri[]): void {
  const there = new Set(files.map((uri) => uri.toString()));
  for (const key of [...kept.keys()].filter((one) => !there.has(one))) {
    kept.delete(key);
  }
}
