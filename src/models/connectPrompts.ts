// The questions of connecting, as VS Code asks them.
import * as vscode from 'vscode';
import { plainMessage } from '../host/plainMessage';
import { modelSettings } from '../host/settings';
import { readAddress, type Address, type AddressProblem } from './address';
import type { ConnectPrompts, WayOn } from './connectServer';
import { pagesIn } from './contextTokens';
import type { ListedModel } from './listModels';
import type { ModelFailure } from './model';

const title = (): string => vscode.l10n.t('Connect a Model');

export const connectPrompts: ConnectPrompts = { typeAddress, typeKey, chooseModel, chooseWayOn, wait };

async function typeAddress(previous: string): Promise<Address | undefined> {
  const typed = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The address of the model server. Its documentation calls it "base URL" or "OpenAI-compatible endpoint".'),
    placeHolder: 'https://example.com/v1',
    value: previous,
    ignoreFocusOut: true,
    validateInput: (value) => {
      const address = readAddress(value);
      if (typeof address === 'string') {
        return { message: problemSentence(address), severity: vscode.InputBoxValidationSeverity.Error };
      }
      // At once, before a key is typed for an address to which nothing may go.
      if (!address.local && modelSettings().localOnly) {
        return { message: vscode.l10n.t('This is not on this machine, and "Local only" is on. Type an address such as localhost:11434, or turn "Local only" off first.'), severity: vscode.InputBoxValidationSeverity.Error };
      }
      return address.exposed
        ? { message: vscode.l10n.t('Not encrypted: others on the network could read your script. Use https:// if the server can.'), severity: vscode.InputBoxValidationSeverity.Warning }
        : undefined;
    },
  });
  const address = typed === undefined ? 'empty' : readAddress(typed);
  return typeof address === 'string' ? undefined : address;
}

function problemSentence(problem: AddressProblem): string {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('Type an address, such as localhost:11434 or https://example.com/v1.');
    case 'notAnAddress':
      return vscode.l10n.t('This is not a web address. It looks like https://example.com/v1.');
    case 'notHttp':
      return vscode.l10n.t('The address must begin with https:// or http://.');
    case 'hasCredentials':
      return vscode.l10n.t('Leave names and passwords out of the address. The key comes next and is kept apart.');
  }
}

async function typeKey(address: Address, refused: boolean): Promise<string | undefined> {
  const key = await vscode.window.showInputBox({
    title: title(),
    prompt: refused
      ? vscode.l10n.t('{host} did not accept the key. Paste another one.', { host: address.host })
      : vscode.l10n.t('Your key for {host}. It is kept in the secret store of VS Code and sent to {host} alone. Leave it empty if the server needs none.', { host: address.host }),
    password: true,
    ignoreFocusOut: true,
    // A key is sent in a header, which takes no other characters.
    validateInput: (value) => (/^[\x21-\x7e]*$/.test(value.trim()) ? undefined : vscode.l10n.t('A key has no spaces and only plain letters, digits and signs.')),
  });
  return key?.trim();
}

async function chooseModel(models: readonly ListedModel[], address: Address): Promise<string | undefined> {
  const byHand = vscode.l10n.t('Type a name…');
  if (models.length > 0) {
    const items = [...models]
      .sort((a, b) => a.id.localeCompare(b.id))
      .map(({ id, contextTokens }) => ({ label: id, ...(contextTokens ? { description: vscode.l10n.t('reads about {count} pages at once', { count: pagesIn(contextTokens).toLocaleString() }) } : {}) }));
    const chosen = await vscode.window.showQuickPick([...items, { label: byHand }], {
      title: title(),
      placeHolder: vscode.l10n.t('Choose one of the models of {host}', { host: address.host }),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (chosen?.label !== byHand) {
      return chosen?.label;
    }
  }
  return vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The name of the model, exactly as {host} writes it.', { host: address.host }),
    ignoreFocusOut: true,
  });
}

async function chooseWayOn(failure: ModelFailure, ways: readonly WayOn[]): Promise<WayOn | undefined> {
  const labels: Record<WayOn, string> = {
    retry: vscode.l10n.t('Try Again'),
    key: vscode.l10n.t('Change the Key'),
    address: vscode.l10n.t('Change the Address'),
    model: vscode.l10n.t('Choose Another Model'),
    connect: vscode.l10n.t('Connect a Model'),
  };
  const chosen = await vscode.window.showWarningMessage(plainMessage(sentencesOf(failure), 1000), ...ways.map((way) => labels[way]));
  return ways.find((way) => labels[way] === chosen);
}

/** The failure's sentence, and the server's own words where there are any. For the writer's eyes, not for the log. */
export function sentencesOf({ message, said }: ModelFailure): string {
  return said === undefined ? message : vscode.l10n.t('{message} The server says: "{said}"', { message, said });
}

function wait<T>(what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return Promise.resolve(
    vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: plainMessage(what), cancellable: true }, async (_progress, token) => {
      const controller = new AbortController();
      const subscription = token.onCancellationRequested(() => controller.abort());
      try {
        return await work(controller.signal);
      } finally {
        subscription.dispose();
      }
    }),
  );
}
