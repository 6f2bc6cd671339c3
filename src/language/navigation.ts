// Finding one's way: folding, symbols, definitions, references, rename, hover and the like, each read when it is first asked for.
import * as vscode from 'vscode';
import { FOUNTAIN, isScript, type ScriptStore } from '../host/scriptStore';

export function registerNavigation(scripts: ScriptStore): vscode.Disposable {
  const { languages } = vscode;
  const places = once(async () => (await import('./places')).createPlaces(scripts));
  return vscode.Disposable.from(
    languages.registerFoldingRangeProvider(FOUNTAIN, later(async () => (await import('./folding')).createFolding(scripts), 'provideFoldingRanges')),
    languages.registerDocumentSymbolProvider(FOUNTAIN, later(async () => (await import('./symbols')).createSymbols(scripts), 'provideDocumentSymbols')),
    languages.registerWorkspaceSymbolProvider(later(async () => (await import('./workspaceSymbols')).createWorkspaceSymbols(scripts), 'provideWorkspaceSymbols')),
    languages.registerDefinitionProvider(FOUNTAIN, later(places, 'provideDefinition')),
    languages.registerReferenceProvider(FOUNTAIN, later(places, 'provideReferences')),
    languages.registerDocumentHighlightProvider(FOUNTAIN, later(places, 'provideDocumentHighlights')),
    languages.registerRenameProvider(FOUNTAIN, later(async () => (await import('./renaming')).createRenaming(scripts), 'prepareRename', 'provideRenameEdits')),
    languages.registerHoverProvider(FOUNTAIN, later(async () => (await import('./hover')).createHover(scripts), 'provideHover')),
    languages.registerSelectionRangeProvider(FOUNTAIN, later(async () => (await import('./selectionRanges')).createSelectionRanges(scripts), 'provideSelectionRanges')),
    languages.registerDocumentLinkProvider(FOUNTAIN, later(async () => (await import('./links')).createLinks(scripts), 'provideDocumentLinks')),
  );
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

/** A provider that is loaded when one of these of its methods is first called, and says nothing of what is no script of the writer's. */
function later<P>(load: () => Promise<P>, ...methods: readonly (keyof P & string)[]): P {
  const provider = once(load);
  const call = (method: keyof P) => async (document: vscode.TextDocument | string, ...rest: unknown[]) =>
    typeof document === 'string' || isScript(document) ? ((await provider())[method] as (...args: unknown[]) => unknown)(document, ...rest) : undefined;
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as P;
}
