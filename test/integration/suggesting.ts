// What the tests of suggesting share: a model that says what it is told, and a look at the proposals and at the script's bytes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Proposal } from '../../src/core/proposals/proposal';
import type { Seen } from '../../src/extension';
import { answerOf, startScriptedServer, type ScriptedServer } from '../support/scriptedServer.mjs';
import { activateBacklot, openScript, waitFor } from './workspace';

export const SCENE = [
  'INT. ALL-NIGHT DINER - NIGHT',
  '',
  'MARA slides into the booth across from DEV.',
  '',
  'DEV',
  "You're late.",
  '',
  'MARA',
  "I drove around the block. Twice. I kept thinking if I parked, then it's real.",
  '',
  'DEV',
  'It was real in March.',
  '',
  'MARA',
  "You don't get to say March to me like it's a place we went together.",
  '',
  'EXT. PARKING LOT - LATER',
  '',
  'DEV',
  'Say it, then.',
  '',
].join('\n');

export const LINE = "I drove around the block. Twice. I kept thinking if I parked, then it's real.";
export const FIRST = 'I circled the block till the radio ran out of songs.';
export const SECOND = 'Twice around. As long as the engine ran, nobody had died.';
export const THREE: readonly (readonly [string, string])[] = [
  [FIRST, 'deflects'],
  [SECOND, 'circles the truth'],
  ['I had the blinker on for an hour. Nobody honked.', 'blames the road'],
];

/** A scripted model, connected for as long as the tests of a block run. */
export function withScriptedModel(): () => ScriptedServer {
  let server: ScriptedServer | undefined;
  before(async () => {
    server = await startScriptedServer();
    await connect(server.address, server.model);
  });
  after(async () => {
    await connect(undefined, undefined);
    await server?.stop();
  });
  return () => {
    assert.ok(server);
    return server;
  };
}

export async function connect(address: string | undefined, model: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('backlot');
  const values = { 'model.provider': address === undefined ? undefined : 'openai-compatible', 'model.address': address, 'model.name': model };
  for (const [key, value] of Object.entries(values)) {
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }
}

/** The proposals of one script, in its order. */
export async function proposalsOf(document: vscode.TextDocument): Promise<readonly Proposal[]> {
  const seen = (await activateBacklot()).exports as Seen;
  return seen.proposals().filter(({ uri }) => uri === document.uri.toString());
}

export async function onlyProposal(document: vscode.TextDocument): Promise<Proposal> {
  const [proposal, ...others] = await proposalsOf(document);
  assert.ok(proposal && others.length === 0, `${others.length + (proposal ? 1 : 0)} proposals`);
  return proposal;
}

export function putCursor(editor: vscode.TextEditor, words: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words));
  editor.selection = new vscode.Selection(at, at);
}

/** A script with three alternatives for MARA's first line, the cursor in it. */
export async function suggested(server: ScriptedServer, text = SCENE, alternatives = THREE): Promise<vscode.TextEditor> {
  const editor = await openScript(text);
  await suggestFor(server, editor, LINE, alternatives);
  return editor;
}

export async function suggestFor(server: ScriptedServer, editor: vscode.TextEditor, words: string, alternatives = THREE): Promise<void> {
  server.script(answerOf(alternatives));
  putCursor(editor, words);
  await vscode.commands.executeCommand('backlot.dialogue.suggest');
  await waitFor('the alternatives', async () => (await proposalsOf(editor.document)).some(({ original, activity }) => original.includes(words) && activity.kind === 'idle'));
}

export const use = (number: number): Thenable<unknown> => vscode.commands.executeCommand('backlot.review.use', number);

/** The bytes of a script, and whether anything was done to it: a version counts every change. */
export function printOf(document: vscode.TextDocument): { hash: string; version: number; dirty: boolean } {
  return { hash: createHash('sha256').update(document.getText()).digest('hex'), version: document.version, dirty: document.isDirty };
}

export async function replaceText(document: vscode.TextDocument, old: string, by: string): Promise<void> {
  const from = document.getText().indexOf(old);
  assert.ok(from >= 0, `no "${old}" in the script`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(from), document.positionAt(from + old.length)), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
