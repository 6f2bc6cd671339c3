// The papers of the shoot beside the script: one panel, in step with the script, the production and its boards.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter, WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { rangeOf } from '../host/positions';
import { webviewPage } from '../host/webviewPage';
import type { Productions } from '../planning/planning';
import { readFromSheets, type FromSheets, type ToSheets } from './protocol';
import { shownMessage } from './shownSheet';
import { readWish, SHEET_IDS, type SheetWish } from './wish';

const VIEW = 'backlot.sheets';

export class SheetsPanel implements vscode.Disposable {
  private readonly media: vscode.Uri;
  private readonly listener: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private script: vscode.Uri | undefined;
  private wish: SheetWish = {};
  private last: ToSheets | undefined;
  private drawn = '';
  private isReady = false;
  private turn = 0;

  constructor(
    private readonly app: App,
    private readonly productions: Productions,
  ) {
    this.media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'sheets');
    this.listener = vscode.Disposable.from(
      productions.onDidChange((uri) => uri.toString() === this.script?.toString() && this.guarded(() => this.draw())),
      productions.onDidMove(({ from, to }) => {
        if (from.toString() === this.script?.toString()) {
          this.script = to;
        }
      }),
    );
  }

  /** What the view was told last: for tests. */
  get told(): ToSheets | undefined {
    return this.last;
  }

  /** What is shown, and of which script: an export without a wish means this. */
  get shown(): (SheetWish & { readonly script: vscode.Uri }) | undefined {
    return this.panel && this.script ? { ...this.wish, script: this.script } : undefined;
  }

  /** Shows a sheet of this script, in front. What the wish leaves out stays as it was. */
  async show(script: vscode.Uri, wish: SheetWish): Promise<void> {
    const isSame = this.script?.toString() === script.toString();
    this.script = script;
    this.wish = { ...(isSame ? this.wish : {}), ...wish };
    if (this.panel) {
      this.panel.reveal();
    } else {
      this.take(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Sheets'), vscode.ViewColumn.Beside, { enableFindWidget: true }));
    }
    await this.draw();
  }

  /** Takes over a panel that stood in the window before it was reloaded. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const wish = readWish(state);
    if (wish.uri === undefined || this.panel) {
      panel.dispose();
      return;
    }
    this.script = vscode.Uri.parse(wish.uri);
    this.wish = wish;
    this.take(panel);
    await this.draw();
  }

  /** What the view says. */
  async hear(message: FromSheets): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.drawn = '';
        await this.draw();
        return;
      case 'choose':
        this.choose(message.what, message.id);
        await this.draw();
        return;
      case 'export':
        await vscode.commands.executeCommand('backlot.sheets.export', { format: message.format });
        return;
      case 'goTo':
        await this.goTo(message.scene);
        return;
      case 'openFile':
        if (this.script) {
          await vscode.window.showTextDocument(this.productions.fileOf(this.script));
        }
        return;
    }
  }

  dispose(): void {
    this.panel?.dispose();
    this.listener.dispose();
  }

  private choose(what: 'sheet' | 'board' | 'item', id: string): void {
    if (what === 'sheet') {
      const sheet = SHEET_IDS.find((each) => each === id);
      this.wish = { ...this.wish, ...(sheet && { sheet }) };
    } else if (what === 'board') {
      const { dayId: _, ...rest } = this.wish;
      this.wish = { ...rest, board: id };
    } else {
      this.wish = { ...this.wish, ...(this.wish.sheet === 'breakdown' ? { sceneId: id } : { dayId: id }) };
    }
  }

  private take(panel: vscode.WebviewPanel): void {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.app.context.extensionUri, 'media', 'icons', theme, 'sheets.svg');
    this.panel = panel;
    this.isReady = false;
    this.drawn = '';
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    panel.webview.onDidReceiveMessage((said: unknown) => {
      const message = readFromSheets(said);
      if (message) {
        this.guarded(() => this.hear(message));
      } else {
        this.app.log.warn(`${VIEW}: the view said something it cannot say`);
      }
    });
    panel.webview.html = webviewPage(panel.webview, this.media, '<main id="sheets"></main>');
    panel.onDidChangeViewState(() => {
      if (panel.visible) {
        this.guarded(() => this.draw());
      } else {
        // Out of sight the view is thrown away: back again, it says that it is ready.
        this.isReady = false;
      }
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.last = undefined;
    });
  }

  private async draw(): Promise<void> {
    const { panel, script } = this;
    if (!panel?.visible || !script) {
      return;
    }
    const turn = ++this.turn;
    const message = await this.messageFor(script);
    if (turn !== this.turn || this.panel !== panel) {
      return;
    }
    panel.title = vscode.l10n.t('Sheets: {0}', nameIn(script));
    this.last = message;
    const told = JSON.stringify(message);
    if (this.isReady && told !== this.drawn) {
      this.drawn = told;
      void panel.webview.postMessage(message);
    }
  }

  private async messageFor(script: vscode.Uri): Promise<ToSheets> {
    try {
      return shownMessage(await this.productions.of(script), this.wish);
    } catch (error) {
      if (error instanceof WriterError) {
        return { kind: 'nothing', uri: script.toString(), title: vscode.l10n.t('No sheets can be made'), hint: error.message };
      }
      throw error;
    }
  }

  /** Puts the cursor on the scene's heading, in the editor that shows the script, or opens one. */
  private async goTo(scene: string): Promise<void> {
    if (!this.script) {
      return;
    }
    const { breakdown } = await this.productions.of(this.script);
    const found = breakdown.scenes.find(({ id }) => id === scene);
    if (!found) {
      throw new WriterError(vscode.l10n.t('The script has no such scene any more.'));
    }
    const document = await vscode.workspace.openTextDocument(this.script);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
    const at = rangeOf(document, { from: found.from, to: found.from });
    editor.selection = new vscode.Selection(at.start, at.start);
    editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private guarded(work: () => unknown): void {
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => tellWriter(this.app.log, VIEW, error));
  }
}
