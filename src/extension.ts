// Builds the shared parts and lets each feature register itself. No logic here.
import * as vscode from 'vscode';
import type { Draft } from './core/drafts/draft';
import type { Proposal } from './core/proposals/proposal';
import type { App } from './host/app';
import { createCommands } from './host/commands';
import { createLog } from './host/log';
import { ScriptStore } from './host/scriptStore';
import { registerBoard } from './board/register';
import { registerBreakdown } from './breakdown/register';
import { registerChat } from './chat/register';
import { registerContinuation } from './continuation/register';
import { registerDialogue } from './dialogue/register';
import { registerExport } from './export/register';
import { registerLanguage } from './language/register';
import { registerModels } from './models/register';
import { registerNotes } from './notes/register';
import { registerOutline } from './outline/register';
import { registerPlanning } from './planning/register';
import { registerPreview } from './preview/register';
import { registerProduction } from './production/register';
import { registerRecord } from './record/register';
import { registerReview } from './review/register';
import { registerRewrite } from './rewrite/register';
import { registerScenarios } from './scenarios/register';
import { registerSheets } from './sheets/register';
import { registerStatistics } from './statistics/register';
import { registerWelcome } from './welcome/register';

/** What tests may look at; nobody else is given anything. */
export interface Seen {
  readonly proposals: () => readonly Proposal[];
  readonly drafts: () => readonly Draft[];
}

export function activate(context: vscode.ExtensionContext): Seen | undefined {
  const log = createLog();
  const scripts = new ScriptStore();
  const app: App = { context, scripts, commands: createCommands(log, context.extension), log };
  const models = registerModels(app);
  const review = registerReview(app);
  const planning = registerPlanning(app);
  // Disposed in this order: the log last, so that whatever ends can still say so.
  context.subscriptions.push(registerBoard(app, planning), registerBreakdown(app, planning, models), registerChat(app, models, review), registerContinuation(app, models, review), registerDialogue(app, models, review), registerExport(app), registerLanguage(app), registerNotes(app, models, review), registerOutline(app), registerPreview(app), registerProduction(app, planning), registerRecord(app, review), registerRewrite(app, models, review), registerScenarios(app, models, review), registerSheets(app, planning), registerStatistics(app), registerWelcome(app), planning, review, models, scripts, log);
  return context.extensionMode === vscode.ExtensionMode.Test ? { proposals: () => review.list(), drafts: () => review.drafts.list() } : undefined;
}
