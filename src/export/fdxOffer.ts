// Opening a Final Draft file offers to convert it, once and without being in the way.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { nameIn } from '../host/fileName';
import { plainMessage } from '../host/plainMessage';

const NEVER = 'fdx.neverOffer';
const offered = new Set<string>();

/** Offers for a file that is read in an editor of its own, not for a side of a comparison, and once in a session. */
export async function offerConversion({ context }: App, { uri }: vscode.TextDocument): Promise<void> {
  const key = uri.toString();
  const isRead = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText;
  if (offered.has(key) || !isRead || uri.scheme === 'git' || context.globalState.get<boolean>(NEVER) === true) {
    return;
  }
  offered.add(key);
  const convert = vscode.l10n.t('Convert to Fountain');
  const never = vscode.l10n.t("Don't Ask Again");
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is a Final Draft script. Backlot can make a Fountain script of it; the file stays as it is.', plainMessage(nameIn(uri))),
    convert,
    never,
  );
  if (chosen === convert) {
    await vscode.commands.executeCommand('backlot.import.fdx', uri);
  } else if (chosen === never) {
    await context.globalState.update(NEVER, true);
  }
}
