// Whether a request may leave now: the folder is trusted, "local only" is kept, and the writer has said yes to the address.
import * as vscode from 'vscode';
import type { Log } from '../host/log';
import { modelSettings } from '../host/settings';
import { isLoopback } from './address';
import type { ModelFailure } from './model';
import type { Permit } from './outlet';

const CONFIRMED = 'backlot.confirmedOrigins';
/** How the origin of VS Code's own models begins; VS Code asks for the writer's consent itself. */
export const VSCODE_ORIGIN = 'vscode-lm:';

export interface Leave {
  readonly permit: Permit;
  /** For what nobody commanded: asks no question, which a key meant for the script could answer. Without a yes, nothing leaves. */
  readonly unasked: Permit;
  /** Without asking anyone: what keeps every request from leaving, if anything does. */
  trust(): ModelFailure | undefined;
  /** Takes back the writer's yes to an origin. */
  forget(origin: string): Promise<void>;
}

export function createLeave(memory: vscode.Memento, log: Log): Leave {
  const asking = new Map<string, Promise<boolean>>();
  const confirmed = (): readonly string[] => memory.get<string[]>(CONFIRMED, []);
  const forget = async (origin: string): Promise<void> => memory.update(CONFIRMED, confirmed().filter((known) => known !== origin));
  const confirm = async (origin: string): Promise<boolean> => {
    if (!(await askWriter(origin))) {
      return false;
    }
    await memory.update(CONFIRMED, [...confirmed(), origin]);
    return true;
  };
  const problemWith = (origin: string): ModelFailure | undefined => {
    const problem = trustProblem() ?? localOnlyProblem(origin);
    if (problem !== undefined) {
      log.info(`model: not sent (${vscode.workspace.isTrusted ? 'local only' : 'folder not trusted'})`);
    }
    return problem;
  };
  const isAllowed = (origin: string): boolean => isLocalOrigin(origin) || origin.startsWith(VSCODE_ORIGIN) || confirmed().includes(origin);
  const unasked: Permit = (origin) => Promise.resolve(problemWith(origin) ?? (isAllowed(origin) ? undefined : notSent()));
  const permit: Permit = async (origin) => {
    const problem = problemWith(origin);
    if (problem !== undefined || isAllowed(origin)) {
      return problem;
    }
    // Several requests may start at once; the writer is asked once.
    const answer = asking.get(origin) ?? confirm(origin).finally(() => asking.delete(origin));
    asking.set(origin, answer);
    return (await answer) ? undefined : notSent();
  };
  return { permit, unasked, trust: trustProblem, forget };
}

/** Where nobody has said yes. */
export function notSent(): ModelFailure {
  return { kind: 'blocked', message: vscode.l10n.t('Nothing was sent. To use another model, run "Backlot: Connect a Model".') };
}

function trustProblem(): ModelFailure | undefined {
  return vscode.workspace.isTrusted
    ? undefined
    : { kind: 'blocked', message: vscode.l10n.t('You have not trusted this folder, so nothing is sent to a model. Trust it with "Workspaces: Manage Workspace Trust".') };
}

function localOnlyProblem(origin: string): ModelFailure | undefined {
  return modelSettings().localOnly && !isLocalOrigin(origin)
    ? { kind: 'blocked', message: vscode.l10n.t('"Local only" is on, so nothing leaves this machine. Connect a model that runs here, or turn "Local only" off.') }
    : undefined;
}

/**
 * Why nothing of a script may go to a model of VS Code's chat now, in a sentence; undefined when it may. The writer chose that
 * model for their chat: there is no address to ask about.
 */
export function heldBack(): string | undefined {
  return (trustProblem() ?? localOnlyProblem(VSCODE_ORIGIN))?.message;
}

/** Whether an origin is this machine. VS Code's models never count: nobody can tell where they run. */
function isLocalOrigin(origin: string): boolean {
  return !origin.startsWith(VSCODE_ORIGIN) && isLoopback(new URL(origin).hostname);
}

async function askWriter(origin: string): Promise<boolean> {
  const { host, protocol } = new URL(origin);
  const yes = vscode.l10n.t('Send to {host}', { host });
  const detail = [
    vscode.l10n.t(
      'When you ask for something, Backlot sends your script, or the parts of it that the request needs, to {origin}, with your key for it. Title page, notes and cut passages are left out. Nothing is sent before you ask, unless you switch on "Continuation: Automatic" in the settings, which is off until you do.',
      { origin },
    ),
    ...(protocol === 'http:' ? [vscode.l10n.t('This connection is not encrypted: others on the network could read your script and your key.')] : []),
  ];
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Send your script to {host}?', { host }), { modal: true, detail: detail.join('\n\n') }, yes);
  return answer === yes;
}
