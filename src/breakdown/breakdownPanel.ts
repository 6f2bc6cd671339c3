// The breakdown beside the script: one panel that shows the script being written, and is in step with it after a pause.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground, tellWriter } from '../host/commands';
import { nameIn } from '../host/fileName';
import { reopenDocument } from '../host/reopenDocument';
import { isScript } from '../host/scriptStore';
import { onSettingsChange } from '../host/settings';
import { webviewPage } from '../host/webviewPage';
import type { Productions } from '../planning/planning';
import { readFromBreakdown, scriptSaid, type FromBreakdown, type ToBreakdown } from './protocol';

const VIEW = 'backlot.breakdown';
/** What the store tells comes in a flock at times (a write, then the file's own change): told to the view once. */
const PAUSE_MS = 60;

/** What the panel is given: what to show of a script, and who does what its view says. */
export interface PanelParts {
  readonly app: App;
  readonly productions: Productions;
  shown(document: vscode.TextDocument): Promise<ToBreakdown>;
  hear(document: vscode.TextDocument, message: FromBreakdown): Promise<void>;
  /** What is shown besides the production changed: suggestions, how far an asking is. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

export class BreakdownPanel implements vscode.Disposable {
  private readonly media: vscode.Uri;
  private readonly listeners: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  private last: ToBreakdown | undefined;
  /** What the view shows, so that it is never drawn anew without need: between the press of a button and its release, a click would be lost. */
  private drawn = '';
  private isReady = false;
  private reveal: ToBreakdown | undefined;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The scripts the view has shown: of no other it may speak. */
  private readonly scripts = new Set<string>();

  constructor(private readonly parts: PanelParts) {
    const { app, productions } = parts;
    this.media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'breakdown');
    const changed = (uri: vscode.Uri) => uri.toString() === this.document?.uri.toString() && this.drawSoon();
    this.listeners = vscode.Disposable.from(
      productions.onDidChange(changed),
      parts.onDidChange(changed),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidOpenTextDocument((document) => document.uri.toString() === this.document?.uri.toString() && this.again(document)),
      productions.onDidMove(({ from, to }) => from.toString() === this.document?.uri.toString() && inBackground(app.log, VIEW, this.moved(to))),
      onSettingsChange(['page'], () => this.drawSoon()),
    );
  }

  /** What the view was told last: for tests. */
  get told(): ToBreakdown | undefined {
    return this.last;
  }

  /** The script that is shown, while the panel is there. */
  get shown(): vscode.TextDocument | undefined {
    return this.panel && this.document;
  }

  /** Shows the breakdown of this script, in front, at a scene or an element where one is named. */
  async show(document: vscode.TextDocument, at: { readonly scene?: string; readonly element?: string; readonly tab?: 'suggestions' } = {}): Promise<void> {
    this.document = document;
    this.reveal = Object.keys(at).length === 0 ? undefined : { kind: 'reveal', ...at };
    if (this.panel) {
      this.panel.reveal();
    } else {
      this.take(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Breakdown'), vscode.ViewColumn.Beside, { enableFindWidget: true }));
    }
    await this.draw();
  }

  /** Takes over a panel that stood in the window before it was reloaded. Without its script it has nothing to say. */
  async restore(panel: vscode.WebviewPanel, uri: string | undefined): Promise<void> {
    if (uri === undefined || this.panel) {
      panel.dispose();
      return;
    }
    try {
      this.document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    } catch {
      panel.dispose();
      return;
    }
    this.take(panel);
    await this.draw();
  }

  /**
   * What the view says.
   * @param uri of the script it showed then: by the time it is heard, the panel may have followed the writer to another
   */
  async hear(message: FromBreakdown, uri?: string): Promise<void> {
    if (message.kind === 'ready') {
      this.isReady = true;
      this.drawn = '';
      await this.draw();
    } else if (uri !== undefined && uri !== this.document?.uri.toString()) {
      if (this.scripts.has(uri)) {
        await this.parts.hear(await reopenDocument(uri), message);
      }
    } else if (this.document) {
      await this.parts.hear(this.document, message);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.listeners.dispose();
  }

  private take(panel: vscode.WebviewPanel): void {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.parts.app.context.extensionUri, 'media', 'icons', theme, 'breakdown.svg');
    this.panel = panel;
    this.isReady = false;
    this.drawn = '';
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    panel.webview.onDidReceiveMessage((said: unknown) => this.heard(said));
    panel.webview.html = webviewPage(panel.webview, this.media, '<main id="breakdown"></main>');
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

  /** The script was closed and opened again, or saved under its first name. */
  private again(document: vscode.TextDocument): void {
    this.document = document;
    this.drawSoon();
  }

  /** The script has another name: the view stays with it. */
  private async moved(to: vscode.Uri): Promise<void> {
    this.again(await reopenDocument(to.toString()));
  }

  private drawSoon(): void {
    if (this.panel) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => inBackground(this.parts.app.log, VIEW, this.draw()), PAUSE_MS);
    }
  }

  private async draw(): Promise<void> {
    clearTimeout(this.timer);
    const { panel, document } = this;
    // Out of sight nothing is worked out.
    if (!panel?.visible || !document) {
      return;
    }
    const turn = ++this.turn;
    const message = await this.parts.shown(document);
    if (turn !== this.turn || this.panel !== panel) {
      return;
    }
    panel.title = vscode.l10n.t('Breakdown: {0}', nameIn(document.uri));
    this.last = message;
    this.scripts.add(document.uri.toString());
    if (!this.isReady) {
      return;
    }
    const told = JSON.stringify(message);
    if (told !== this.drawn) {
      this.drawn = told;
      void panel.webview.postMessage(message);
    }
    if (this.reveal) {
      void panel.webview.postMessage(this.reveal);
      this.reveal = undefined;
    }
  }

  private heard(said: unknown): void {
    const message = readFromBreakdown(said);
    if (message) {
      this.hear(message, scriptSaid(said)).catch((error: unknown) => tellWriter(this.parts.app.log, VIEW, error));
    } else {
      this.parts.app.log.warn(`${VIEW}: the view said something it cannot say`);
    }
  }
}
