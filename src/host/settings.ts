// The one place where settings are read. Each has its type, its default (the manifest's) and its bounds here.
import * as vscode from 'vscode';
import type { HintKind } from '../core/script/hints';
import { STANDARD_PAGE, type PageOptions } from '../core/page/page';

const SECTION = 'backlot';

function read<T>(key: string, fallback: T, scope?: vscode.ConfigurationScope): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get<T>(key, fallback);
}

/** How many alternatives one request asks for: 1 to 5. */
export function alternativesPerRequest(): number {
  const wanted = read('suggest.alternatives', 4);
  return Number.isFinite(wanted) ? Math.min(5, Math.max(1, Math.round(wanted))) : 4;
}

/** Whether continuations come by themselves when the writer pauses. A folder that could turn it on would have the script sent. */
export function continuesByItself(): boolean {
  return readOwn('continuation.automatic', false);
}

/** Which language model is asked, and how. */
export interface ModelSettings {
  readonly provider: 'none' | 'openai-compatible' | 'vscode';
  /** The base address of an OpenAI-compatible server, as the writer left it. */
  readonly address: string;
  /** The model as its server names it; for VS Code's models "vendor/id". */
  readonly name: string;
  /** 0: decided by the model. */
  readonly contextTokens: number;
  readonly idleTimeoutSeconds: number;
  readonly localOnly: boolean;
}

export function modelSettings(): ModelSettings {
  const provider = readOwn<string>('model.provider', 'none');
  return {
    provider: provider === 'openai-compatible' || provider === 'vscode' ? provider : 'none',
    address: readOwn('model.address', '').trim(),
    name: readOwn('model.name', '').trim(),
    contextTokens: Math.max(0, Math.round(readOwn('model.contextTokens', 0))),
    idleTimeoutSeconds: Math.min(600, Math.max(1, readOwn('model.idleTimeoutSeconds', 30))),
    localOnly: readOwn('model.localOnly', false),
  };
}

/** Writes into the writer's own settings, never a folder's. */
export async function saveModelSettings(changes: Partial<ModelSettings>): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  for (const [key, value] of Object.entries(changes)) {
    await settings.update(`model.${key}`, value, vscode.ConfigurationTarget.Global);
  }
}

/**
 * The writer's own value or the default. The manifest's `application` scope already keeps a folder from setting these;
 * a folder that could would collect the script and the key, so it is not left to one line of the manifest.
 */
function readOwn<T>(key: string, fallback: T): T {
  const found = vscode.workspace.getConfiguration(SECTION).inspect<T>(key);
  const value = found?.globalValue ?? found?.defaultValue;
  return typeof value === typeof fallback ? (value as T) : fallback;
}

/** Whether the Scenes view selects the scene at the cursor. */
export function followsCursor(scope?: vscode.ConfigurationScope): boolean {
  return read('outline.followCursor', true, scope);
}

export async function setFollowsCursor(follows: boolean): Promise<void> {
  await keepSetting('outline.followCursor', follows);
}

/** Keeps a choice where it was made before: in the folder's settings when they say something, else in the writer's own. */
export async function keepSetting(key: string, value: unknown, scope?: vscode.ConfigurationScope): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, scope);
  const found = settings.inspect(key);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  await settings.update(key, value, found?.workspaceFolderValue !== undefined ? WorkspaceFolder : found?.workspaceValue !== undefined ? Workspace : Global);
}

/** How the preview looks, and whether it scrolls with the script. */
export function previewSettings(): { readonly paper: 'light' | 'theme'; readonly syncScroll: boolean } {
  return { paper: read<string>('preview.paper', 'light') === 'theme' ? 'theme' : 'light', syncScroll: read('preview.syncScroll', true) };
}

/** Whether VS Code shows what stands under a line: decks are comments to it. Its own setting, read and never written unasked. */
export function areCommentsVisible(): boolean {
  return vscode.workspace.getConfiguration('comments').get('visible', true);
}

/** Shows them again. Only at the writer's yes. */
export async function showComments(): Promise<void> {
  await vscode.workspace.getConfiguration('comments').update('visible', true, vscode.ConfigurationTarget.Global);
}

/** How pages are laid out for this script: the paper, scene numbers, and what is printed besides. */
export function pageOptions(scope?: vscode.ConfigurationScope): PageOptions {
  const numbers = read<string>('page.sceneNumbers', 'both', scope);
  return {
    ...STANDARD_PAGE,
    paper: read<string>('page.paper', 'letter', scope) === 'a4' ? 'a4' : 'letter',
    sceneNumbers: numbers === 'none' || numbers === 'left' || numbers === 'right' ? numbers : 'both',
    blankRowsAboveHeadings: read<number>('page.blankLinesAboveHeadings', 1, scope) === 2 ? 2 : 1,
    notes: read<boolean>('page.showNotes', false, scope),
    synopses: read<boolean>('page.showSynopses', false, scope),
    sections: read<boolean>('page.showSections', false, scope),
  };
}

/** The page that counts: the writer's paper, without notes, synopses and sections. For page counts, eighths, durations and all that leaves the house. */
export function countedPageOptions(scope?: vscode.ConfigurationScope): PageOptions {
  return { ...pageOptions(scope), notes: false, synopses: false, sections: false };
}

/** Whether the status bar tells page, scene and length at the cursor. */
export function showsPageStatus(scope?: vscode.ConfigurationScope): boolean {
  return read('statusBar.page', true, scope);
}

/** Whether Enter and Tab behave as in screenwriting programs. */
export function screenwritingKeys(): boolean {
  return read('typing.screenwritingKeys', true);
}

const HINT_KINDS: readonly HintKind[] = ['headings', 'unclosed', 'cues', 'names', 'sceneNumbers'];

/** The hints that the writer wants. */
export function hintKinds(scope?: vscode.ConfigurationScope): ReadonlySet<HintKind> {
  return new Set(HINT_KINDS.filter((kind) => read<boolean>(`hints.${kind}`, true, scope)));
}

/** What is printed besides the pages themselves, and with which fonts. */
export interface PrintSettings {
  readonly watermark: string;
  readonly header: string;
  readonly footer: string;
  readonly revisionMarks: 'none' | 'sinceLastCommit';
  readonly fallbackFonts: readonly string[];
}

export function printSettings(scope?: vscode.ConfigurationScope): PrintSettings {
  const words = (key: string): string => {
    const value = read<unknown>(`pdf.${key}`, '', scope);
    return typeof value === 'string' ? value : '';
  };
  const fonts = read<unknown>('pdf.fallbackFonts', []);
  return {
    watermark: words('watermark').trim(),
    header: words('header').trim(),
    footer: words('footer').trim(),
    revisionMarks: words('revisionMarks') === 'sinceLastCommit' ? 'sinceLastCommit' : 'none',
    fallbackFonts: Array.isArray(fonts) ? fonts.filter((font) => typeof font === 'string') : [],
  };
}

/** Whether a record of AI use is kept, and whether texts stand in it. The writer's own word alone: no folder turns a record off unseen. */
export function recordSettings(): { readonly enabled: boolean; readonly keepText: boolean } {
  return { enabled: readOwn('record.enabled', true), keepText: readOwn('record.keepText', false) };
}

/** The writer's own directions for rewrites, a line each. */
export function rewriteDirections(): readonly string[] {
  const lines = readOwn<unknown[]>('rewrite.directions', []);
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
}

/** Calls back when any of the settings named (without the "backlot." prefix) changed. */
export function onSettingsChange(keys: readonly string[], changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${SECTION}.${key}`))) {
      changed();
    }
  });
}
