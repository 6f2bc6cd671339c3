// The page that every view of ours starts from: an empty one, whose rules let nothing in but our own script, style and fonts.
import * as vscode from 'vscode';

/**
 * The page's HTML: main.css and main.js of a media folder under a policy of `default-src 'none'` with a nonce.
 * @param body what stands in the body before the script; nothing of a writer's text
 * @param attributes of the body
 */
export function webviewPage(webview: vscode.Webview, media: vscode.Uri, body: string, attributes = ''): string {
  const nonce = crypto.randomUUID();
  const asset = (name: string) => assetIn(webview, vscode.Uri.joinPath(media, name));
  const rules = `default-src 'none'; style-src ${webview.cspSource}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules}">
<link rel="stylesheet" href="${asset('main.css')}">
</head>
<body${attributes}>
${body}
<script nonce="${nonce}" src="${asset('main.js')}"></script>
</body>
</html>`;
}

/** A file's address for the page, safe within quotes. */
export function assetIn(webview: vscode.Webview, file: vscode.Uri): string {
  return webview.asWebviewUri(file).toString().replaceAll('"', '%22');
}
