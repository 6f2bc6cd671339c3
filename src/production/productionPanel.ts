// The form beside the script: shows the production as it stands, and takes what is typed into it, field by field.
import * as vscode from 'vscode';
import type { Production } from '../core/production/production';
import type { Said } from '../core/production/validateSaid';
import type { App } from '../host/app';
import { tellWriter, WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { reopenDocument } from '../host/reopenDocument';
import { webviewPage } from '../host/webviewPage';
import type { Productions, ProductionState } from '../planning/planning';
import { changeFor, type Wanted } from './changes';
import { tellerOf } from './context';
import { readFromProduction, type FromProduction, type GoTo, type ImportShown, type TabId, type ToProduction } from './protocol';
import { renumber } from './renumber';
import { shownOf } from './shown';

const VIEW = 'backlot.production';

export class ProductionPanel implements vscode.Disposable {
  private readonly view: vscode.WebviewPanel;
  private readonly listeners: vscode.Disposable;
  private last: ToProduction | undefined;
  /** To be shown as soon as the view listens. */
  private opening: { readonly tab: TabId; readonly id?: string } | undefined;
  private ready = false;
  private answer: ((yes: boolean) => void) | undefined;
  private asked: ImportShown | undefined;
  /** Drawings and changes one after the other: what is shown is never older than what was shown before. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly app: App, private readonly productions: Productions, private script: vscode.Uri, view: vscode.WebviewPanel | undefined, closed: () => void) {
    this.view = view ?? vscode.window.createWebviewPanel(VIEW, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false }, {});
    this.listeners = productions.onDidChange((changed) => changed.toString() === this.uri.toString() && this.drawSoon());
    this.view.onDidDispose(() => {
      this.answered(false);
      this.listeners.dispose();
      closed();
    });
    this.set();
  }

  get uri(): vscode.Uri {
    return this.script;
  }

  /** The script has another name. What is typed and not taken stays in the view. */
  moved(to: vscode.Uri): void {
    this.script = to;
    this.view.title = vscode.l10n.t('Production: {0}', nameIn(to));
    this.drawSoon();
  }

  /** What the view was told last: for tests. */
  get told(): ToProduction | undefined {
    return this.last;
  }

  /** The import that waits for an answer. */
  get asking(): ImportShown | undefined {
    return this.asked;
  }

  get isActive(): boolean {
    return this.view.active;
  }

  /** @param id the row that is meant */
  show(tab?: TabId, id?: string): void {
    this.view.reveal(undefined, false);
    if (tab !== undefined) {
      this.opening = { tab, ...(id !== undefined && { id }) };
      this.sayTab();
    }
  }

  dispose(): void {
    this.view.dispose();
  }

  /** Shows what an import would change. @returns whether the writer wants it */
  async ask(shown: ImportShown): Promise<boolean> {
    this.answered(false);
    this.asked = shown;
    this.view.reveal(undefined, false);
    if (this.ready) {
      this.post(shown);
    }
    return new Promise((resolve) => (this.answer = resolve));
  }

  /** Takes the last change back, or makes it again, and says what it was. */
  async takeBack(how: 'undo' | 'redo'): Promise<void> {
    const label = await this.productions[how](this.uri);
    const told = label === undefined ? (how === 'undo' ? vscode.l10n.t('There is nothing to undo.') : vscode.l10n.t('There is nothing to redo.')) : how === 'undo' ? vscode.l10n.t('Taken back: {0}', label) : vscode.l10n.t('Made again: {0}', label);
    this.post({ kind: 'told', text: told });
  }

  /** What the view says. */
  async hear(message: FromProduction): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        await this.draw();
        this.sayTab();
        if (this.asked) {
          this.post(this.asked);
        }
        return;
      case 'undo':
      case 'redo':
        return this.takeBack(message.kind);
      case 'import':
      case 'export':
        await vscode.commands.executeCommand(`backlot.production.${message.kind}`, this.uri);
        return;
      case 'renumber':
        await renumber(this.productions, this.uri, message.id);
        return;
      case 'answer':
        this.answered(message.yes);
        return;
      case 'go':
        return this.goTo(message.to);
      default:
        return this.change(message);
    }
  }

  private set(): void {
    const media = vscode.Uri.joinPath(this.app.context.extensionUri, 'dist', 'media', 'production');
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.app.context.extensionUri, 'media', 'icons', theme, 'production.svg');
    const { view } = this;
    view.title = vscode.l10n.t('Production: {0}', nameIn(this.uri));
    view.iconPath = { light: icon('light'), dark: icon('dark') };
    view.webview.options = { enableScripts: true, localResourceRoots: [media] };
    view.webview.onDidReceiveMessage((said: unknown) => this.heard(said));
    view.webview.html = webviewPage(view.webview, media, '<main id="production"></main>', ` data-uri="${encodeURIComponent(this.uri.toString())}"`);
    view.onDidChangeViewState(() => {
      if (!view.visible) {
        // Thrown away out of sight: back again, it says that it is ready. What was typed and not taken, the view has kept.
        this.ready = false;
      }
    });
  }

  private drawSoon(): void {
    this.draw().catch((error: unknown) => this.tell(error));
  }

  /** Shows the newest state. Out of sight nothing is worked out. */
  private draw(): Promise<void> {
    return this.inOrder(async () => {
      if (this.ready) {
        this.last = await this.drawn();
        this.post(this.last);
      }
    });
  }

  private async drawn(): Promise<ToProduction> {
    const uri = this.uri.toString();
    const title = nameIn(this.uri);
    let state: ProductionState;
    try {
      state = await this.productions.of(this.uri);
    } catch (error) {
      if (error instanceof WriterError) {
        return { kind: 'nothing', uri, title, text: error.message };
      }
      throw error;
    }
    if (state.trouble !== undefined) {
      return { kind: 'nothing', uri, title, text: state.trouble, action: { name: vscode.l10n.t('Open File'), go: 'file' } };
    }
    const { undo, redo } = state;
    return { ...shownOf(uri, title, state.production, state.breakdown, tellerOf(state)), ...(undo !== undefined && { undo }), ...(redo !== undefined && { redo }) };
  }

  /** A change of the writer's: taken into the production, or refused beside its field. */
  private async change(wanted: Wanted): Promise<void> {
    const said = wanted.kind === 'window' ? { said: wanted.text } : {};
    const { key, label, change } = changeFor(this.productions, wanted, await this.productions.of(this.uri));
    let refusedAs: { readonly said: Said; readonly field?: string } | undefined;
    const take = (state: ProductionState): Production => {
      const read = change(state);
      if (read.ok) {
        return read.value;
      }
      refusedAs = read;
      return state.production;
    };
    try {
      const state = await this.productions.change(this.uri, label, take);
      const refusal = refusedAs as { readonly said: Said; readonly field?: string } | undefined;
      if (refusal) {
        this.post({ kind: 'refused', key: refusal.field ?? key, text: tellerOf(state).said(refusal.said), ...said });
        return;
      }
      await this.draw();
      this.post({ kind: 'saved', key, ...said });
    } catch (error) {
      if (!(error instanceof WriterError)) {
        throw error;
      }
      // Not written: what was typed stays in its field, with the reason beside it.
      this.post({ kind: 'refused', key, text: error.message, ...said });
    }
  }

  private async goTo(to: GoTo): Promise<void> {
    switch (to) {
      case 'board':
      case 'breakdown':
        await vscode.commands.executeCommand(`backlot.${to}.open`, this.uri);
        return;
      case 'file':
        await vscode.window.showTextDocument(this.productions.fileOf(this.uri), { viewColumn: vscode.ViewColumn.One });
        return;
      case 'script':
        await vscode.window.showTextDocument(await reopenDocument(this.uri.toString()), { viewColumn: vscode.ViewColumn.One });
        return;
    }
  }

  private answered(yes: boolean): void {
    this.asked = undefined;
    this.answer?.(yes);
    this.answer = undefined;
  }

  private sayTab(): void {
    if (this.ready && this.opening) {
      this.post({ kind: 'tab', ...this.opening });
      this.opening = undefined;
    }
  }

  private post(message: ToProduction): void {
    void this.view.webview.postMessage(message);
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    // Told by whoever asked; what comes next does not wait for it.
    this.queue = done.catch(() => undefined);
    return done;
  }

  private tell(error: unknown): void {
    void tellWriter(this.app.log, VIEW, error);
  }

  /** What the view says, or claims to. */
  private heard(said: unknown): void {
    const message = readFromProduction(said);
    if (!message) {
      this.app.log.warn(`${VIEW}: the view said something it cannot say`);
      return;
    }
    this.hear(message).catch((error: unknown) => this.tell(error));
  }
}

