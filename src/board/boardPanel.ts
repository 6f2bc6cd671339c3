// The stripboard beside the script: one panel for each script. Out of sight the view is thrown away; back in sight it asks for all.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import { nameIn } from '../host/fileName';
import { webviewPage } from '../host/webviewPage';
import type { Planning, Productions } from '../planning/planning';
import { BoardSession } from './boardSession';
import { hear } from './hear';
import type { FromBoard, ToBoard } from './protocol';
import { readFromBoard } from './readFromBoard';

export const VIEW = 'backlot.board';

export class BoardPanel implements vscode.Disposable {
  readonly session: BoardSession;
  private ready = false;

  constructor(
    private readonly app: App,
    planning: Planning,
    productions: Productions,
    uri: vscode.Uri,
    private readonly panel: vscode.WebviewPanel,
  ) {
    this.session = new BoardSession(app, planning, productions, uri, (message) => this.post(message));
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(app.context.extensionUri, 'media', 'icons', theme, 'board.svg');
    const media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'board');
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.title = vscode.l10n.t('Board: {0}', nameIn(uri));
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.webview.onDidReceiveMessage((said: unknown) => this.heard(said));
    panel.onDidChangeViewState(() => {
      this.ready = this.ready && panel.visible;
    });
    panel.onDidDispose(() => {
      this.ready = false;
    });
    panel.webview.html = webviewPage(panel.webview, media, '<main id="board"></main>');
  }

  get active(): boolean {
    return this.panel.active;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  reveal(): void {
    this.panel.reveal();
  }

  onClosed(then: () => void): void {
    this.panel.onDidDispose(then);
  }

  /** What the view says: for tests, too. */
  async hear(message: FromBoard): Promise<void> {
    if (message.kind === 'ready') {
      this.ready = true;
    }
    await hear(this.session, message);
  }

  dispose(): void {
    this.session.dispose();
    this.panel.dispose();
  }

  private post(message: ToBoard): void {
    // A view that is not up yet, or not any more, asks for all when it is.
    if (this.ready) {
      void this.panel.webview.postMessage(message);
    }
  }

  /** What the view says, or claims to. */
  private heard(said: unknown): void {
    const message = readFromBoard(said);
    if (message) {
      void this.hear(message).catch(async (error: unknown) => {
        await tellWriter(this.app.log, VIEW, error);
      });
    } else {
      this.app.log.warn(`${VIEW}: the view said something it cannot say`);
    }
  }
}
