// The statistics beside the script: one panel that shows the script being written, and is in step with it after a pause.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import type { Layout } from '../core/page/page';
import type { App } from '../host/app';
import { tellWriter, WriterError } from '../host/commands';
import { webviewPage } from '../host/webviewPage';
import { rangeOf } from '../host/positions';
import { reopenDocument } from '../host/reopenDocument';
import { isScript } from '../host/scriptStore';
import { countedPageOptions, onSettingsChange } from '../host/settings';
import { reportOf } from './report';
import { readFromStatistics, type FromStatistics, type ToStatistics } from './protocol';
import { nameOf, titleOf } from './scriptTitle';

const VIEW = 'backlot.statistics';
/** A pause in typing this long brings the figures up to date. */
const PAUSE_MS = 300;
const WIDTHS = { least: 240, most: 1400 };

export class StatisticsPanel implements vscode.Disposable {
  private readonly media: vscode.Uri;
  private readonly listeners: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  /** Of a picture; 0 until the view has said it, and until then it could not show anything. */
  private width = 0;
  private last: ToStatistics | undefined;
  /** What the view shows. Drawn anew between the press of a button and its release, a click would be lost. */
  private drawn: Drawn | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly app: App) {
    this.media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'statistics');
    this.listeners = vscode.Disposable.from(
      app.scripts.onDidChange((change) => change.document === this.document && this.drawSoon()),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      onSettingsChange(['page'], () => this.drawSoon()),
    );
  }

  /** What the view was told last: for tests. */
  get told(): ToStatistics | undefined {
    return this.last;
  }

  /** Shows the figures of this script, in front. */
  show(document: vscode.TextDocument): void {
    this.document = document;
    if (this.panel) {
      this.panel.reveal();
      this.draw();
    } else {
      this.take(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Statistics'), vscode.ViewColumn.Beside, { enableFindWidget: true }));
    }
  }

  /** Takes over a panel that stood in the window before it was reloaded. Without its script it has nothing to say. */
  async restore(panel: vscode.WebviewPanel, uri: string | undefined): Promise<void> {
    if (uri === undefined || this.panel) {
      panel.dispose();
      return;
    }
    this.document = await reopenDocument(uri);
    this.take(panel);
  }

  /** What the view says. */
  async hear(message: FromStatistics): Promise<void> {
    switch (message.kind) {
      case 'width':
        this.width = Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(message.width)));
        // Said by a view that has just come up, too, which shows nothing yet.
        this.drawn = undefined;
        this.draw();
        return;
      case 'goTo':
        await this.goTo(message.target);
        return;
      case 'export':
        await vscode.commands.executeCommand('backlot.statistics.export', this.document?.uri);
        return;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.listeners.dispose();
  }

  private take(panel: vscode.WebviewPanel): void {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.app.context.extensionUri, 'media', 'icons', theme, 'statistics.svg');
    this.panel = panel;
    this.width = 0;
    this.drawn = undefined;
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    panel.webview.onDidReceiveMessage((said: unknown) => this.heard(said));
    panel.webview.html = webviewPage(panel.webview, this.media, '<main id="statistics"></main>');
    panel.onDidChangeViewState(() => {
      if (panel.visible) {
        this.draw();
      } else {
        // The view out of sight is thrown away: back again, it says its width and is told all.
        this.width = 0;
        this.drawn = undefined;
      }
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.last = undefined;
      clearTimeout(this.timer);
    });
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (this.panel && editor && isScript(editor.document) && editor.document !== this.document) {
      this.document = editor.document;
      this.drawSoon();
    }
  }

  private drawSoon(): void {
    if (this.panel) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.guarded(() => this.draw()), PAUSE_MS);
    }
  }

  private draw(): void {
    clearTimeout(this.timer);
    const { panel, document, width } = this;
    // Out of sight nothing is computed: back in sight the view says its width anew.
    if (!panel?.visible || !document || width === 0) {
      return;
    }
    const uri = document.uri.toString();
    const script = this.app.scripts.get(document);
    const layout = layoutOf(script, countedPageOptions(document));
    if (this.drawn?.uri === uri && this.drawn.layout === layout && this.drawn.width === width) {
      return;
    }
    this.drawn = { uri, layout, width };
    panel.title = vscode.l10n.t('Statistics: {0}', nameOf(document));
    const report = reportOf(layout, titleOf(document, script), width);
    this.last = report ? { kind: 'show', uri, report } : nothing(uri);
    void panel.webview.postMessage(this.last);
  }

  /** Puts the cursor there, in the editor that shows the script, or opens one. */
  private async goTo(target: number): Promise<void> {
    const { document } = this;
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

  /** What the view says, or claims to. */
  private heard(said: unknown): void {
    const message = readFromStatistics(said);
    if (message) {
      this.guarded(() => this.hear(message));
    } else {
      this.app.log.warn(`${VIEW}: the view said something it cannot say`);
    }
  }

  private guarded(work: () => unknown): void {
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => tellWriter(this.app.log, VIEW, error));
  }
}

/** What a report was made from. */
interface Drawn {
  readonly uri: string;
  readonly layout: Layout;
  readonly width: number;
}

function nothing(uri: string): ToStatistics {
  return {
    kind: 'nothing',
    uri,
    title: vscode.l10n.t('Nothing to count yet.'),
    hint: vscode.l10n.t('Write a scene heading such as INT. KITCHEN - DAY and what happens there: pages, scenes and characters are counted as you write.'),
  };
}
