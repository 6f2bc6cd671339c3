// Reads a Final Draft file, whatever its encoding, and converts it.
import * as vscode from 'vscode';
import { decodeFdx } from '../core/fdx/encoding';
import { fromFdx, type FromFdx, type NotFdx } from '../core/fdx/fromFdx';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';

/** @throws WriterError where the file cannot be read or is no Final Draft script */
export async function readFdx(uri: vscode.Uri): Promise<FromFdx> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  // What the writer sees counts, saved or not.
  const text = open?.isDirty === true ? open.getText() : decodeFdx(await bytesOf(uri));
  const result = fromFdx(text);
  if ('failure' in result) {
    throw new WriterError(sentenceFor(result.failure, nameIn(uri)));
  }
  return result;
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    throw new WriterError(vscode.l10n.t('{0} cannot be read. If the file was deleted or moved, bring it back first.', nameIn(uri)));
  }
}

function sentenceFor(failure: NotFdx, name: string): string {
  switch (failure) {
    case 'empty':
      return vscode.l10n.t('{0} is empty: there is nothing to convert.', name);
    case 'olderFormat':
      return vscode.l10n.t('{0} is a Final Draft file of before version 8. Open it in Final Draft and save it as .fdx, then convert that.', name);
    case 'notFinalDraft':
      return vscode.l10n.t('{0} is XML, but no Final Draft script.', name);
    case 'noContent':
      return vscode.l10n.t('{0} holds no script: the part with its text is missing.', name);
    case 'notXml':
      return vscode.l10n.t('{0} is no Final Draft file, or it is damaged from its first line on.', name);
  }
}
