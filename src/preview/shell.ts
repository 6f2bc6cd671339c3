// What a preview's page is made of, and what it may read.
import * as vscode from 'vscode';
import { assetIn, webviewPage } from '../host/webviewPage';

/** The folders a preview may read: its script and style, and the fonts. */
export function previewFolders(extension: vscode.Uri): { media: vscode.Uri; fonts: vscode.Uri } {
  return { media: vscode.Uri.joinPath(extension, 'dist', 'media', 'preview'), fonts: vscode.Uri.joinPath(extension, 'dist', 'fonts') };
}

/** The preview's page: empty, and told where the fonts are. */
export function previewShell(webview: vscode.Webview, extension: vscode.Uri): string {
  const { media, fonts } = previewFolders(extension);
  return webviewPage(webview, media, '', ` data-fonts="${assetIn(webview, fonts)}"`);
}
