// The AI Use Report beside the script: one panel that shows the script being written, and is in step with it after a pause.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter, WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { rangeOf } from '../host/positions';
import { isScript } from '../host/scriptStore';
import { onSettingsChange } from '../host/settings';
import { webviewPage } from '../host/webviewPage';
import { readFromRecord, type FromRecord, type ToRecord } from './protocol';
import { goneMessage, messageFor } from './reportMessage';
import type { Records } from './records';

const VIEW = 'backlot.record';
/** A pause in typing this long brings the report up to date. */
const PAUSE_MS = 600;

export class RecordPanel implements vscode.Disposable {
  private readonly media: vscode.Uri;
  private readonly listeners: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  private last: ToRecord | undefined;
  /** The address of a script that could not be opened, while there is no other to tell of. */
  private gone: string | undefined;
  /** What the view shows. Drawn anew between the press of a button and its release, a click would be lost. */
  private drawn = '';
  private isReady = false;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly app: App,
    private readonly records: Records,
  ) {
    this.media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'record');
    this.listeners = vscode.Disposable.from(
      app.scripts.onDidChange((change) => change.document === this.document && this.drawSoon()),
      records.onDidChange(() => this.drawSoon()),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      onSettingsChange(['record'], () => this.drawSoon()),
    );
  }

  /** What the view was told last: for tests. */
  get told(): ToRecord | undefined {
    return this.last;
  }

  /** Shows the report of this script, in front. */
  async show(document: vscode.TextDocument): Promise<void> {
    this.document = document;
    if (this.panel) {
      this.panel.reveal();
    } else {
      this.take(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('AI Use'), vscode.ViewColumn.Beside, { enableFindWidget: true }));
    }
    await this.draw();
  }

  /** Takes over a panel that stood in the window before it was reloaded. Where its script is gone it says so. */
  async restore(panel: vscode.WebviewPanel, uri: string | undefined): Promise<void> {
    if (uri === undefined || this.panel) {
      panel.dispose();
      return;
    }
    this.take(panel);
    try {
      this.document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    } catch {
      this.document = undefined;
      this.gone = uri;
    }
    await this.draw();
  }

  /** What the view says. */
  async hear(message: FromRecord): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.drawn = '';
        await this.draw();
        return;
      case 'goTo':
        await this.goTo(message.target);
        return;
      case 'export':
        await vscode.commands.executeCommand('backlot.record.export', this.document?.uri);
        return;
      case 'tint':
        await vscode.commands.executeCommand('backlot.record.toggleTint');
        return;
      case 'copy':
        await this.copy(message.id);
        return;
      case 'settings':
        await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:backlot.backlot backlot.record');
        return;
      case 'save':
        await this.document?.save();
        return;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.listeners.dispose();
  }

  private take(panel: vscode.WebviewPanel): void {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.app.context.extensionUri, 'media', 'icons', theme, 'record.svg');
    this.panel = panel;
    this.isReady = false;
    this.drawn = '';
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    panel.webview.onDidReceiveMessage((said: unknown) => this.heard(said));
    panel.webview.html = webviewPage(panel.webview, this.media, '<main id="record"></main>');
    panel.onDidChangeViewState(() => {
      if (panel.visible) {
        this.drawSoon();
      } else {
        // Out of sight the view is thrown away: back again, it says that it is ready.
        this.isReady = false;
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

  private async draw(): Promise<void> {
    clearTimeout(this.timer);
    const { panel, document } = this;
    // Out of sight nothing is computed.
    if (!panel?.visible) {
      return;
    }
    const turn = ++this.turn;
    const message = document ? messageFor(document, await this.records.of(document)) : this.gone === undefined ? undefined : goneMessage(this.gone);
    if (!message || turn !== this.turn || this.panel !== panel) {
      return;
    }
    panel.title = document ? vscode.l10n.t('AI Use: {0}', nameIn(document.uri)) : vscode.l10n.t('AI Use');
    this.last = message;
    const told = JSON.stringify(message);
    if (this.isReady && told !== this.drawn) {
      this.drawn = told;
      void panel.webview.postMessage(message);
    }
  }

  private async copy(id: string): Promise<void> {
    const disclosure = this.last?.kind === 'show' ? this.last.report.disclosures.find((each) => each.id === id) : undefined;
    if (disclosure) {
      await vscode.env.clipboard.writeText(disclosure.text);
    }
  }

  /** Puts the cursor there, in the editor that shows the script, or opens one. */
  private async goTo(target: number): Promise<void> {
    const { document } = this;
    if (!document) {
      return;
    }
    if (document.isClosed) {
      throw new WriterError(vscode.l10n.t('The script is closed. Open it again, and its report is there.'));
    }
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
    const at = rangeOf(document, { from: target, to: target });
    editor.selection = new vscode.Selection(at.start, at.start);
    editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private heard(said: unknown): void {
    const message = readFromRecord(said);
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
