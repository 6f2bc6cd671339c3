// The one place where commands are registered, so the one place where their errors are caught.
import * as vscode from 'vscode';
import type { Log } from './log';
import { plainMessage } from './plainMessage';

/** An error whose message is already a sentence for the writer, saying what to do next. */
export class WriterError extends Error {
  override readonly name = 'WriterError';
}

export type CommandHandler = (...args: never[]) => unknown;

/** Registers commands of which none ever fails in silence or with a stack trace in the writer's face. */
export interface Commands {
  register(id: string, handler: CommandHandler): vscode.Disposable;
  /**
   * Registers every command of the manifest whose id begins so, each with its handler in what `load` brings: read when the first of
   * them is run, so that no start of the editor waits for it.
   */
  registerFamily(prefix: string, load: () => Promise<Readonly<Record<string, CommandHandler>>>): vscode.Disposable;
}

export function createCommands(log: Log, { packageJSON }: vscode.Extension<unknown>): Commands {
  const { contributes } = packageJSON as { contributes: { commands: readonly { command: string }[] } };
  const commands: Commands = {
    registerFamily: (prefix, load) => {
      let family: ReturnType<typeof load> | undefined;
      const ids = contributes.commands.map(({ command }) => command).filter((id) => id.startsWith(prefix));
      const run = (id: string) => async (...args: never[]) => {
        const handler = (await (family ??= load()))[id];
        if (!handler) {
          throw new Error(`no handler for ${id}`);
        }
        return handler(...args);
      };
      return vscode.Disposable.from(...ids.map((id) => commands.register(id, run(id))));
    },
    register: (id, handler) =>
      vscode.commands.registerCommand(id, async (...args: never[]) => {
        try {
          return await handler(...args);
        } catch (error) {
          // Not awaited: who ran the command is not kept waiting until the writer has closed the message.
          void tellWriter(log, id, error);
          return undefined;
        }
      }),
  };
  return commands;
}

/** Tells the writer what went wrong: a sentence of their own, or where the log is. For what runs outside a command, such as a view. */
export async function tellWriter(log: Log, id: string, error: unknown): Promise<void> {
  if (error instanceof vscode.CancellationError) {
    return;
  }
  if (error instanceof WriterError) {
    log.info(`${id}: told the writer: ${error.message}`);
    void vscode.window.showWarningMessage(plainMessage(error.message, 1000));
    return;
  }
  logFailure(log, id, error);
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('Backlot could not finish that. Your script is unchanged. The log says what happened.'),
    showLog,
  );
  if (chosen === showLog) {
    log.show();
  }
}

/** Lets something go on by itself that no writer waits for. What goes wrong is in the log: there is nothing for the writer to do. */
export function inBackground(log: Log, what: string, promise: PromiseLike<unknown>): void {
  promise.then(undefined, (error: unknown) => {
    if (!(error instanceof vscode.CancellationError)) {
      logFailure(log, what, error);
    }
  });
}

function logFailure(log: Log, what: string, error: unknown): void {
  log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
}
