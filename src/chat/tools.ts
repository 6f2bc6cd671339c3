// What the chat tools do: find the script that is meant, keep what must not leave, and answer in text.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { scriptMeant } from '../host/scriptMeant';
import { isScript } from '../host/scriptStore';
import { plainMessage } from '../host/plainMessage';
import { countedPageOptions } from '../host/settings';
import type { ModelSource } from '../models/modelSource';
import { heldBack } from '../models/permit';
import type { Review } from '../review/review';
import { confirmation } from './askForRewrite';
import { proposeRewrite, withoutFence } from './proposeRewrite';
import type { ToolName } from './register';
import { tellFound, tellLines, tellOutline, tellScene, tellStatistics } from './tell';

/** What a model may say to any of the tools; everything is looked at before it is believed. */
export interface ToolInput {
  readonly script?: unknown;
  readonly scene?: unknown;
  readonly name?: unknown;
  readonly query?: unknown;
  readonly from?: unknown;
  readonly firstLine?: unknown;
  readonly lastLine?: unknown;
  readonly text?: unknown;
  readonly direction?: unknown;
}

/** Where the caller gives no budget. */
const USUAL_TOKENS = 6000;

/** Whether a rewrite is to be written by the model that Backlot is connected to: no text is given, only a direction. */
function isWish({ text, direction }: ToolInput): boolean {
  return withoutFence(typeof text === 'string' ? text : '') === '' && words(direction) !== '';
}

/** A model's word as text: numbers are taken too, where it was to be a string. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export async function prepare(models: ModelSource, name: ToolName, input: ToolInput): Promise<vscode.PreparedToolInvocation> {
  const scene = plainMessage(words(input.scene));
  switch (name) {
    case 'outline':
      return { invocationMessage: vscode.l10n.t('Reading the outline of the screenplay') };
    case 'scene':
      return { invocationMessage: vscode.l10n.t('Reading scene {0}', scene) };
    case 'characterLines':
      return { invocationMessage: vscode.l10n.t('Reading what {0} says', plainMessage(words(input.name))) };
    case 'find':
      return { invocationMessage: vscode.l10n.t('Looking for "{0}" in the screenplay', plainMessage(words(input.query))) };
    case 'statistics':
      return { invocationMessage: vscode.l10n.t('Counting pages, scenes and words') };
    case 'proposeRewrite':
      return {
        invocationMessage: vscode.l10n.t('Opening a draft beside the screenplay'),
        confirmationMessages: (isWish(input) ? await confirmation(models, words(input.direction)) : undefined) ?? {
          title: vscode.l10n.t('Open a draft?'),
          message: vscode.l10n.t('The draft opens beside your script, old and new side by side. Your script does not change until you accept something of it.'),
        },
      };
  }
}

/**
 * The tool's answer for the model.
 * @param budget how many tokens it may take
 * @throws Error with a sentence for the model where it cannot be done, or must not
 */
export async function invoke(app: App, models: ModelSource, review: Review, name: ToolName, input: ToolInput, budget: number | undefined): Promise<vscode.LanguageModelToolResult> {
  // Whatever a tool gives goes to the chat's model, and nobody can tell where that runs.
  const held = heldBack();
  if (held !== undefined) {
    app.log.info(`chat: ${name} held back`);
    throw new Error(held);
  }
  const document = await scriptNamed(words(input.script));
  const script = app.scripts.get(document);
  const tokens = budget ?? USUAL_TOKENS;
  const from = Math.max(1, Math.floor(Number(input.from)) || 1);
  const text = await answer();
  app.log.info(`chat: ${name} gave ${text.length} characters`);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);

  function answer(): string | Promise<string> {
    switch (name) {
      case 'outline':
        return tellOutline(script, { from, tokens });
      case 'scene':
        return tellScene(script, words(input.scene), { from, tokens });
      case 'characterLines':
        return tellLines(script, words(input.name), { from, tokens });
      case 'find':
        return tellFound(script, words(input.query), { from, tokens });
      case 'statistics':
        return tellStatistics(script, countedPageOptions(document), tokens);
      case 'proposeRewrite':
        if (!isWritable(document)) {
          throw new Error('What is open is a version of a screenplay that cannot be changed. Name the screenplay itself in "script".');
        }
        return proposeRewrite(models, review, document, script, input);
    }
  }
}

/** Not the old side of a diff, which VS Code gives the same language and path. */
function isWritable({ uri: { scheme } }: vscode.TextDocument): boolean {
  return scheme === 'file' || scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** The script being written, even while an older version of it is looked at beside it. */
async function writtenNow(): Promise<vscode.TextDocument> {
  const own = vscode.workspace.textDocuments.filter((document) => isScript(document) && isWritable(document) && !document.isClosed);
  const meant = await scriptMeant(undefined).catch((error: unknown) => {
    const [only, ...others] = own;
    if (only && others.length === 0) {
      return only;
    }
    throw error;
  });
  return isWritable(meant) ? meant : (own.find(({ uri }) => uri.path === meant.uri.path) ?? meant);
}

/** The script by its file name or path; without one, the script being written. */
async function scriptNamed(name: string): Promise<vscode.TextDocument> {
  if (name === '') {
    return writtenNow();
  }
  const isIt = ({ path }: vscode.Uri): boolean => path === name || path.endsWith(`/${name.replaceAll('\\', '/').replace(/^\.?\//, '')}`);
  const open = vscode.workspace.textDocuments.filter((document) => isScript(document) && (isIt(document.uri) || document.uri.toString() === name));
  const own = open.find(isWritable);
  if (own) {
    return own;
  }
  // Only scripts, and only of the open folders: a tool is no way to other files.
  const files = await vscode.workspace.findFiles('**/*.{fountain,spmd}', undefined, 2000);
  const file = files.find(isIt);
  const document = file && (await vscode.workspace.openTextDocument(file));
  if (document && isScript(document)) {
    return document;
  }
  if (open[0]) {
    return open[0];
  }
  throw new Error(`There is no screenplay called "${name}" here. ${files.length === 0 ? 'There is none in the open folder.' : `There are: ${files.slice(0, 20).map((uri) => vscode.workspace.asRelativePath(uri)).join(', ')}.`}`);
}
