// What a script is called: by its title page, or else by its file.
import type * as vscode from 'vscode';
import { plainText, printedText } from '../core/fountain/inline';
import type { Script } from '../core/fountain/script';
import { titleEntry } from '../core/script/titleEntry';
import { nameIn } from '../host/fileName';

export function nameOf(document: vscode.TextDocument): string {
  return nameIn(document.uri);
}

/** The script's title, or its file's name. */
export function titleOf(document: vscode.TextDocument, script: Script): string {
  return plainText(printedText(titleEntry(script, 'Title') ?? '')).replace(/\s+/gu, ' ').trim() || nameOf(document);
}
