// The statistics beside the script: one panel that shows the script being written, and is in step with it after a pause.
import * as vscode from 'vscode';
import { plainText } from '../core/fountain/inline';
import type { Script } from '../core/fountain/script';
import { layoutOf } from '../core/page/layout';
import { titleEntry } from '../core/script/titleEntry';
import type { App } from '../host/app';
import { tellWriter, WriterError } from '../host/commands';
import { rangeOf } from '../host/positions';
import { reopenDocument } from '../host/reopenDocument';
import { isScript } from '../host/scriptStore';
import { countedPageOptions, onSettingsChange } from '../host/settings';
import { reportOf } from './report';
import type { FromStatistics, ToStatistics } from './protocol';

export const VIEW = 'backlot.statistics';
/** A pause in typing this long brings the figures up to date. */
const PAUSE_MS = 300;
const WIDTHS = { least: 240, most: 1400 };

export interface StatisticsPanel extends vscode.Disposable {
  /** Shows the figures of this script, in front. */
  show(document: vscode.TextDocument): void;
  /** Takes over a panel that stood in the window before it was reloaded. */
  restore(panel: vscode.WebviewPanel, uri: string | undefined): Promise<void>;
  /** What was last told to the view: for tests. */
  readonly told: ToStatistics | undefined;
  /** What the view says, as if it did: for tests. */
  hear(message: FromStatistics): Promise<void>;
}

export function createStatisticsPanel(app: App): StatisticsPanel {
  const media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'statistics');
  let panel: vscode.WebviewPanel | undefined;
  let document: vscode.TextDocument | undefined;
  let width = 0;
  let told: ToStatistics | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // The width is what the view says first: until then it could not show anything. Out of sight nothing is computed.
    if (!panel?.visible || !document || width === 0) {
      return;
    }
    panel.title = vscode.l10n.t('Statistics: {0}', nameOf(document));
    const uri = document.uri.toString();
    const report = reportOf(layoutOf(app.scripts.get(document), countedPageOptions(document)), titleOf(document, app.scripts.get(document)), width);
    told = report ? { kind: 'show', uri, report } : nothing(uri);
    void panel.webview.postMessage(told);
  };
  const drawSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => guarded(draw), PAUSE_MS);
  };
  const guarded = (work: () => unknown): void => {
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => tellWriter(app.log, VIEW, error));
  };
  const hear = async (message: FromStatistics): Promise<void> => {
    switch (message.kind) {
      case 'width':
        width = Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(message.width)));
        draw();
        return;
      case 'goTo':
        await goTo(document, message.target);
        return;
      case 'export':
        await vscode.commands.executeCommand('backlot.statistics.export', document?.uri);
        return;
    }
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (panel && editor && isScript(editor.document) && editor.document !== document) {
      document = editor.document;
      drawSoon();
    }
  };
  const listeners = vscode.Disposable.from(
    app.scripts.onDidChange((change) => change.document === document && drawSoon()),
    vscode.window.onDidChangeActiveTextEditor(follow),
    onSettingsChange(['page'], drawSoon),
  );
  const take = (opened: vscode.WebviewPanel): void => {
    panel = opened;
    width = 0;
    opened.webview.options = { enableScripts: true, localResourceRoots: [media] };
    opened.iconPath = new vscode.ThemeIcon('graph');
    opened.webview.html = page(opened.webview, media);
    opened.webview.onDidReceiveMessage((message: FromStatistics) => guarded(() => hear(message)));
    opened.onDidChangeViewState(draw);
    opened.onDidDispose(() => {
      panel = undefined;
      told = undefined;
      clearTimeout(timer);
    });
  };
  return {
    show(shown) {
      document = shown;
      if (panel) {
        panel.reveal();
        draw();
      } else {
        take(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Statistics'), vscode.ViewColumn.Beside, { enableFindWidget: true }));
      }
    },
    async restore(opened, uri) {
      // Without its script a panel of the window before has nothing to say.
      if (uri === undefined || panel) {
        opened.dispose();
        return;
      }
      document = await reopenDocument(uri);
      take(opened);
    },
    get told() {
      return told;
    },
    hear,
    dispose: () => {
      clearTimeout(timer);
      panel?.dispose();
      listeners.dispose();
    },
  };
}

function nothing(uri: string): ToStatistics {
  return {
    kind: 'nothing',
    uri,
    title: vscode.l10n.t('Nothing to count yet.'),
    hint: vscode.l10n.t('Write a scene heading such as INT. KITCHEN - DAY and what happens there: pages, scenes and characters are counted as you write.'),
  };
}

/** Puts the cursor there, in the editor that shows the script, or opens it beside the panel. */
async function goTo(document: vscode.TextDocument | undefined, target: number): Promise<void> {
  if (!document) {
    return;
  }
  if (document.isClosed) {
    throw new WriterError(vscode.l10n.t('The script is closed. Open it again, and its statistics are there.'));
  }
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
  const at = rangeOf(document, { from: target, to: target });
  editor.selection = new vscode.Selection(at.start, at.start);
  editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function nameOf(document: vscode.TextDocument): string {
  const { path } = document.uri;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The script's title, or its file's name. */
export function titleOf(document: vscode.TextDocument, script: Script): string {
  return plainText(titleEntry(script, 'Title') ?? '').replace(/\s+/gu, ' ').trim() || nameOf(document);
}

function page(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<link rel="stylesheet" href="${asset('main.css')}">
</head>
<body>
<main id="statistics"></main>
<script nonce="${nonce}" src="${asset('main.js')}"></script>
</body>
</html>`;
}
