// The script in VS Code's chat: tools that any chat model may use. Nothing where there is no chat.
//
// No chat participant: the documentation of the day says to extend chat by tools instead of one, for tools work with every model
// and agent the writer has chosen, while a participant takes the conversation away from them.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { ToolInput } from './tools';

/** As in package.json. */
const TOOLS = ['outline', 'scene', 'characterLines', 'find', 'statistics', 'proposeRewrite'] as const;

export type ToolName = (typeof TOOLS)[number];

export function registerChat(app: App, models: ModelSource, review: Review): vscode.Disposable {
  // Editors built on VS Code may have no chat at all.
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  const load = async () => import('./tools');
  const tool = (name: ToolName): vscode.LanguageModelTool<ToolInput> => ({
    prepareInvocation: async ({ input }) => (await load()).prepare(models, name, input),
    invoke: async ({ input, tokenizationOptions }) => (await load()).invoke(app, models, review, name, input, tokenizationOptions?.tokenBudget),
  });
  return vscode.Disposable.from(...(lm?.registerTool ? TOOLS.map((name) => vscode.lm.registerTool(`backlot_${name}`, tool(name))) : []));
}
