// The lines of buttons above a draft's hunks, and the one at its top that says how it stands.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { hunksOf, type Hunk } from '../core/drafts/hunks';
import { DRAFT_SCHEME, readAddress } from './draftAddress';
import { linesOf } from './draftLines';
import { draftState, tellEnd, tellState } from './draftState';
import type { DraftStore } from './draftStore';
import { tellLength } from './draftWords';

/** Lenses that come anew at every key would jump: they follow in a breath. */
const PAUSE_MS = 120;

export function registerDraftLens(store: DraftStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses({ uri }) {
      const meant = readAddress(uri);
      const draft = meant?.side === 'new' ? store.get(meant.id) : undefined;
      return draft ? lensesOf(draft) : [];
    },
  };
  return vscode.Disposable.from(
    changed,
    store.onDidChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        changed.fire();
      }, PAUSE_MS);
    }),
    vscode.languages.registerCodeLensProvider({ scheme: DRAFT_SCHEME }, provider),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function lensesOf(draft: Draft): vscode.CodeLens[] {
  const state = draftState(draft);
  const top = topOf(draft).map((command) => lensAt(0, command));
  // While it is being written, what is not written yet would look like something to take out.
  return state === 'open' ? [...top, ...hunksOf(draft).flatMap((hunk) => hunkLenses(draft, hunk))] : top;
}

function topOf(draft: Draft): vscode.Command[] {
  const state = draftState(draft);
  const said = [tellState(draft), tellLength(draft), tellEnd(draft)].filter((part) => part !== undefined).join(' · ');
  const verb = (title: string, name: string): vscode.Command => ({ title, command: `backlot.drafts.${name}`, arguments: [draft.id] });
  const line: vscode.Command = { title: capital(said), command: '' };
  switch (state) {
    case 'writing':
      return [line, verb(vscode.l10n.t('$(debug-stop) Stop'), 'stop')];
    case 'open':
      return [line, verb(vscode.l10n.t('$(check-all) Accept All'), 'acceptAll'), verb(vscode.l10n.t('$(clear-all) Refuse All'), 'refuseAll')];
    case 'finished':
      return [line, verb(vscode.l10n.t('$(close) Close'), 'close')];
    case 'failed':
      return [line, verb(vscode.l10n.t('$(refresh) Write Again…'), 'writeAgain')];
    case 'lost':
      return [line];
  }
}

function hunkLenses({ id, text }: Draft, hunk: Hunk): vscode.CodeLens[] {
  const { first } = linesOf(text, hunk.text);
  const verb = (title: string, name: string, tooltip: string): vscode.Command => ({ title, tooltip, command: `backlot.drafts.${name}`, arguments: [id, hunk] });
  const what = hunk.inserted.trim() === '' ? vscode.l10n.t('$(check) Accept (take out)') : vscode.l10n.t('$(check) Accept');
  const touched: vscode.Command[] = hunk.touched ? [{ title: vscode.l10n.t('$(warning) You changed this meanwhile'), command: '' }] : [];
  return [
    ...touched,
    verb(what, 'accept', vscode.l10n.t('Puts this into your script, as one step for undo')),
    verb(vscode.l10n.t('$(discard) Refuse'), 'refuse', vscode.l10n.t('Keeps your script’s words here')),
  ].map((command) => lensAt(first, command));
}

function lensAt(line: number, command: vscode.Command): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
