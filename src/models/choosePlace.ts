// The first question of connecting: where the model is. Servers on this machine appear as they are found.
import * as vscode from 'vscode';
import { readAddress, type Address } from './address';
import { findLocalServers, USUAL_PORTS, type LocalServer } from './localServers';
import type { Permit } from './outlet';

/** What the writer chose; a server without an address is one whose address they will type. */
export type Place = { readonly kind: 'vscode' } | { readonly kind: 'server'; readonly address: Address | undefined };

interface PlaceItem extends vscode.QuickPickItem {
  /** Undefined for what can only be looked at, or does something else. */
  readonly place?: Place;
  /** To look for servers on this machine once more. */
  readonly again?: true;
}

const PROBE_MS = 1500;

/** @param localOnly shows what is not on this machine, but lets nobody choose it */
export async function choosePlace(permit: Permit, vscodeModels: number, localOnly: boolean): Promise<Place | undefined> {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  const search = new AbortController();
  const found: LocalServer[] = [];
  const show = (searching: boolean): void => {
    // Replacing the items must not move the writer's choice.
    const active = pick.activeItems[0]?.label;
    pick.items = placeItems(vscodeModels, found, searching, localOnly);
    pick.activeItems = pick.items.filter(({ label }) => label === active);
    pick.busy = searching;
  };
  pick.title = vscode.l10n.t('Connect a Model');
  pick.placeholder = vscode.l10n.t('Where is the model that should make suggestions?');
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  pick.show();
  const look = async (): Promise<void> => {
    show(true);
    await findLocalServers(USUAL_PORTS, { permit, timeoutMs: PROBE_MS }, search.signal, (server) => {
      found.push(server);
      show(true);
    });
    if (!search.signal.aborted) {
      show(false);
    }
  };
  void look();
  const place = await new Promise<Place | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0];
      if (chosen?.place) {
        resolve(chosen.place);
      } else if (chosen?.again && !pick.busy) {
        void look();
      } else if (chosen && !chosen.again) {
        pick.placeholder = vscode.l10n.t('That is not on this machine. To use it, turn "Local only" off first.');
      }
    });
    pick.onDidHide(() => resolve(undefined));
  });
  search.abort();
  pick.dispose();
  return place;
}

function placeItems(vscodeModels: number, found: readonly LocalServer[], searching: boolean, localOnly: boolean): PlaceItem[] {
  const heading = (label: string): PlaceItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const server = (label: string, address: Address | undefined, description: string): PlaceItem => ({ label, description, place: { kind: 'server', address } });
  const local = found.map(({ name, address, models }) => server(`$(vm) ${name}`, address, vscode.l10n.t('{count} models, at {host}', { count: models.length, host: address.host })));
  const nothing: PlaceItem = searching
    ? { label: vscode.l10n.t('$(search) Looking for Ollama, LM Studio and llama.cpp…') }
    : { label: vscode.l10n.t('$(search) Look again'), description: vscode.l10n.t('Ollama, LM Studio and llama.cpp are not running here'), again: true };
  const remote = [
    ...(vscodeModels > 0 ? [{ label: vscode.l10n.t("$(vscode) VS Code's models"), description: vscode.l10n.t('{count} available, no key needed', { count: vscodeModels }), place: { kind: 'vscode' } } satisfies PlaceItem] : []),
    server('$(cloud) OpenAI', knownAddress('https://api.openai.com/v1'), vscode.l10n.t('needs a key')),
    server('$(cloud) OpenRouter', knownAddress('https://openrouter.ai/api/v1'), vscode.l10n.t('many models, needs a key')),
  ];
  return [
    heading(vscode.l10n.t('On this machine: your script stays here')),
    ...(local.length > 0 ? local : [nothing]),
    heading(vscode.l10n.t('Elsewhere: parts of your script are sent when you ask')),
    ...(localOnly ? remote.map(closed) : remote),
    heading(''),
    server(vscode.l10n.t('$(edit) Another address…'), undefined, localOnly ? vscode.l10n.t('a server on this machine, at an address you know') : vscode.l10n.t('a server at an address you know')),
  ];
}

/** The same row with nothing to choose, and why: left out, it would look as if Backlot did not know it. */
function closed({ label }: PlaceItem): PlaceItem {
  return { label, description: vscode.l10n.t('not available while "Local only" is on') };
}

function knownAddress(address: string): Address | undefined {
  const read = readAddress(address);
  return typeof read === 'string' ? undefined : read;
}
