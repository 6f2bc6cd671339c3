// "Connect a Model": from the first question to a model that has answered, and only then into settings and secrets.
import * as vscode from 'vscode';
import { plainMessage } from '../host/plainMessage';
import { modelSettings, saveModelSettings } from '../host/settings';
import type { Address } from './address';
import { choosePlace } from './choosePlace';
import { connectPrompts } from './connectPrompts';
import { connectServer, TEST_REQUEST, type ServerChoice, type WayOn } from './connectServer';
import { pagesIn } from './contextTokens';
import type { ListedModel } from './listModels';
import { loadedContext } from './localServers';
import type { Model } from './model';
import type { ModelHouse } from './modelSource';
import { hereSentence } from './statusBar';
import { createVscodeModel, nameOf } from './vscodeModel';

const LIST_MS = 15_000;
/** With less than this a request holds little more than its scene. */
const SHORT_CONTEXT = 8_000;

export async function connectModel(house: ModelHouse): Promise<void> {
  if (tellUntrusted(house)) {
    return;
  }
  const { localOnly } = modelSettings();
  const chats = await vscode.lm.selectChatModels();
  const place = await choosePlace(house.leave.permit, chats.length, localOnly);
  if (place?.kind === 'vscode') {
    await connectVscodeModel(house, chats);
  } else if (place) {
    const choice = await connectServer(place.address, connectPrompts, {
      permit: house.leave.permit,
      translate: (message, args) => (args ? vscode.l10n.t(message, args) : vscode.l10n.t(message)),
      storedKey: (origin) => house.keys.get(origin),
      modelAt: (address, model, key) => house.modelAt(address, model, { key }),
      listTimeoutMs: LIST_MS,
    });
    if (choice) {
      await keep(house, choice);
    }
  }
}

/** In a folder that is not trusted: says so, with the way to trust it. */
export function tellUntrusted(house: ModelHouse): boolean {
  const untrusted = house.leave.trust();
  if (untrusted) {
    const manage = vscode.l10n.t('Manage Trust');
    void vscode.window.showWarningMessage(untrusted.message, manage).then((chosen) => (chosen === manage ? vscode.commands.executeCommand('workbench.trust.manage') : undefined));
  }
  return untrusted !== undefined;
}

/** Stores what has just worked. */
async function keep(house: ModelHouse, { address, key, model }: ServerChoice): Promise<void> {
  if (key === undefined) {
    await house.keys.forget(address.origin);
  } else {
    await house.keys.store(address.origin, key);
  }
  await saveModelSettings({ provider: 'openai-compatible', address: address.base, name: model.id });
  await learnContext(house, address, model, key);
  tellConnected(await house.modelAt(address, { id: model.id }));
}

/** After a model's first answer, when it is loaded: keeps how much it can read, and says so if that is little. */
export async function learnContext(house: ModelHouse, address: Address, model: ListedModel, key: string | undefined): Promise<void> {
  const lookup = { key, permit: house.leave.permit, timeoutMs: 1000 };
  const loaded = address.local ? await loadedContext(address, model.id, lookup, new AbortController().signal) : undefined;
  const tokens = loaded ?? model.contextTokens;
  if (tokens !== undefined) {
    await house.rememberContext(address, model.id, tokens);
  }
  if (loaded !== undefined && loaded < SHORT_CONTEXT) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{model} is loaded with room for {count} tokens, about {pages} pages, so suggestions will know little beyond the scene. Backlot cannot change that: give it a longer context in the settings of its server, 16,384 or more if your machine can, then run "Backlot: Check the Model".',
        { model: plainMessage(model.id), count: loaded.toLocaleString(), pages: pagesIn(loaded) },
      ),
    );
  }
}

async function connectVscodeModel(house: ModelHouse, chats: readonly vscode.LanguageModelChat[]): Promise<void> {
  const items = chats.map((chat) => ({ label: chat.name, description: chat.vendor, detail: vscode.l10n.t('reads about {count} pages at once', { count: pagesIn(chat.maxInputTokens).toLocaleString() }), chat }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Connect a Model'), placeHolder: vscode.l10n.t("Choose one of VS Code's models"), matchOnDescription: true, ignoreFocusOut: true });
  if (!chosen) {
    return;
  }
  const { contextTokens, idleTimeoutSeconds } = modelSettings();
  const model = createVscodeModel({ chat: chosen.chat, permit: house.leave.permit, contextTokens, idleMs: idleTimeoutSeconds * 1000 });
  if (await checkModel(model)) {
    await saveModelSettings({ provider: 'vscode', name: nameOf(chosen.chat) });
    tellConnected(model);
  }
}

/**
 * Asks a model for one word, and tells the writer when that fails. Nothing of the script is in the request.
 * @param connect offered then as another way on
 */
export async function checkModel(model: Model, connect?: () => Promise<void>): Promise<boolean> {
  for (;;) {
    const failure = await connectPrompts.wait(vscode.l10n.t('Waiting for a first word from {model}', { model: model.id }), async (signal) => {
      for await (const event of model.stream(TEST_REQUEST, signal)) {
        if (event.kind === 'failed') {
          return event.failure;
        }
      }
      return undefined;
    });
    if (failure === undefined) {
      return true;
    }
    const ways: WayOn[] = [...(failure.kind === 'blocked' ? [] : (['retry'] as const)), ...(connect ? (['connect'] as const) : [])];
    const way = failure.kind === 'cancelled' ? undefined : await connectPrompts.chooseWayOn(failure, ways);
    if (way === 'connect') {
      await connect?.();
    }
    if (way !== 'retry') {
      return false;
    }
  }
}

function tellConnected(model: Model): void {
  const sentence = model.local
    ? vscode.l10n.t('{model} answered. {where}', { model: model.label, where: hereSentence() })
    : vscode.l10n.t('{model} answered. Parts of your script are sent there when you ask for suggestions, and only then.', { model: model.label });
  void vscode.window.showInformationMessage(plainMessage(sentence, 600));
}
