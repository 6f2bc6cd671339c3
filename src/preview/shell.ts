// The page that a preview starts from: an empty one, whose rules let nothing in but our own script, style and fonts.
import * as vscode from 'vscode';

/** The folders a preview may read: its script and style, and the fonts. */
export function previewFolders(extension: vscode.Uri): { media: vscode.Uri; fonts: vscode.Uri } {
  return { media: vscode.Uri.joinPath(extension, 'dist', 'media', 'preview'), fonts: vscode.Uri.joinPath(extension, 'dist', 'fonts') };
}

export function previewShell(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const { media, fonts } = previewFolders(extension);
  const asset = (folder: vscode.Uri, ...name: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(folder, ...name)).toString().replaceAll('"', '%22');
  const rules = `default-src 'none'; style-src ${webview.cspSource}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules}">
<link rel="stylesheet" href="${asset(media, 'main.css')}">
</head>
<body data-fonts="${asset(fonts)}">
<script nonce="${nonce}" src="${asset(media, 'main.js')}"></script>
</body>
</html>`;
}
