// What the chat tools do: find the script that is meant, keep what must not leave, and answer in text.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { scriptMeant } from '../host/scriptMeant';
import { isScript } from '../host/scriptStore';
import { countedPageOptions } from '../host/settings';
import { heldBack } from '../models/permit';
import type { Review } from '../review/review';
import { proposeRewrite } from './proposeRewrite';
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

/** A model's word as text: numbers are taken too, where it was to be a string. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export function prepare(name: ToolName, input: ToolInput): vscode.PreparedToolInvocation {
  const scene = words(input.scene);
  switch (name) {
    case 'outline':
      return { invocationMessage: vscode.l10n.t('Reading the outline of the screenplay') };
    case 'scene':
      return { invocationMessage: vscode.l10n.t('Reading scene {0}', scene) };
    case 'characterLines':
      return { invocationMessage: vscode.l10n.t('Reading what {0} says', words(input.name)) };
    case 'find':
      return { invocationMessage: vscode.l10n.t('Looking for "{0}" in the screenplay', words(input.query)) };
    case 'statistics':
      return { invocationMessage: vscode.l10n.t('Counting pages, scenes and words') };
    case 'proposeRewrite':
      return {
        invocationMessage: vscode.l10n.t('Opening a draft beside the screenplay'),
        confirmationMessages: {
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
export async function invoke(app: App, review: Review, name: ToolName, input: ToolInput, budget: number | undefined): Promise<vscode.LanguageModelToolResult> {
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
  const text = answer();
  app.log.info(`chat: ${name} gave ${text.length} characters`);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);

  function answer(): string {
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
        return proposeRewrite(review, document, script, input);
    }
  }
}

/** The script by its file name or path; without one, the script being written. */
async function scriptNamed(name: string): Promise<vscode.TextDocument> {
  if (name === '') {
    return scriptMeant(undefined);
  }
  const isIt = ({ path }: vscode.Uri): boolean => path === name || path.endsWith(`/${name.replaceAll('\\', '/').replace(/^\.?\//, '')}`);
  const open = vscode.workspace.textDocuments.find((document) => isScript(document) && (isIt(document.uri) || document.uri.toString() === name));
  if (open) {
    return open;
  }
  // Only scripts, and only of the open folders: a tool is no way to other files.
  const files = await vscode.workspace.findFiles('**/*.{fountain,spmd}', undefined, 2000);
  const file = files.find(isIt);
  const document = file && (await vscode.workspace.openTextDocument(file));
  if (document && isScript(document)) {
    return document;
  }
  throw new Error(`There is no screenplay called "${name}" here. ${files.length === 0 ? 'There is none in the open folder.' : `There are: ${files.slice(0, 20).map((uri) => vscode.workspace.asRelativePath(uri)).join(', ')}.`}`);
}
