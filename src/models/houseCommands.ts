// The commands about the connected model besides connecting: check, disconnect, forget a key, local only. Read when first used.
import * as vscode from 'vscode';
import { plainMessage } from '../host/plainMessage';
import { modelSettings, saveModelSettings } from '../host/settings';
import { readAddress } from './address';
import { checkModel, connectModel, learnContext, tellUntrusted } from './connect';
import type { ModelHouse } from './modelSource';

export async function check(house: ModelHouse): Promise<void> {
  if (tellUntrusted(house)) {
    return;
  }
  const model = await house.current();
  if (!('stream' in model)) {
    const connect = vscode.l10n.t('Connect a Model');
    if ((await vscode.window.showWarningMessage(plainMessage(model.message, 600), connect)) === connect) {
      await connectModel(house);
    }
    return;
  }
  if (await checkModel(model, () => connectModel(house))) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{model} answers.', { model: plainMessage(model.label) }));
    const address = readAddress(modelSettings().address);
    if (model.local && typeof address !== 'string') {
      await learnContext(house, address, { id: model.id }, await house.keys.get(address.origin));
    }
  }
}

export async function disconnect(house: ModelHouse): Promise<void> {
  const model = await house.current();
  await saveModelSettings({ provider: 'none' });
  if (!('stream' in model) || (await house.keys.get(model.origin)) === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No model is connected now. Nothing is sent anywhere.'));
    return;
  }
  const forget = vscode.l10n.t('Forget Its Key Too');
  const host = new URL(model.origin).host;
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('No model is connected now. The key for {host} is still kept, for the next time.', { host }), forget);
  if (chosen === forget) {
    await forgetOrigin(house, model.origin);
  }
}

export async function forgetKey(house: ModelHouse): Promise<void> {
  const origins = await house.keys.origins();
  if (origins.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Backlot keeps no keys.'));
    return;
  }
  const origin = await vscode.window.showQuickPick(origins, { title: vscode.l10n.t('Forget a Key'), placeHolder: vscode.l10n.t('Whose key should be forgotten?') });
  if (origin !== undefined) {
    await forgetOrigin(house, origin);
    void vscode.window.showInformationMessage(vscode.l10n.t('The key for {host} is forgotten.', { host: new URL(origin).host }));
  }
}

/** The key, and the writer's yes to sending there. */
async function forgetOrigin(house: ModelHouse, origin: string): Promise<void> {
  await house.keys.forget(origin);
  await house.leave.forget(origin);
}

export async function toggleLocalOnly(): Promise<void> {
  const localOnly = !modelSettings().localOnly;
  await saveModelSettings({ localOnly });
  void vscode.window.showInformationMessage(
    localOnly
      ? vscode.l10n.t('"Local only" is on: nothing of your script leaves this machine, whatever model is connected.')
      : vscode.l10n.t('"Local only" is off: parts of your script may be sent to the connected model when you ask.'),
  );
}
