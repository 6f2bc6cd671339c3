// The view of the scenarios: shows those of the script being written, and does what the writer says there.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import { webviewPage } from '../host/webviewPage';
import { readFromScenarios, type FromScenarios, type Shown, type ToScenarios } from './protocol';

const VIEW = 'backlot.scenarios';
/** Scenarios come a few in ten seconds, keys many a second: one drawing for all that changed meanwhile. */
const DRAW_MS = 100;

export class ScenariosView implements vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn = '';
  private openCard = '';
  private last: Shown | undefined;

  constructor(
    private readonly app: App,
    private readonly shownNow: () => Shown,
    private readonly answer: (message: FromScenarios) => Promise<void>,
    /** Called when it came in sight or went. */
    private readonly seen: () => void,
  ) {}

  /** What the view was told last: for tests. */
  get told(): Shown | undefined {
    return this.last;
  }

  /** Whether a writer could see it now. */
  get inSight(): boolean {
    return this.view?.visible === true;
  }

  /** Shows the scenarios in their view, for as long as that lives. */
  show(view: vscode.WebviewView): void {
    const media = vscode.Uri.joinPath(this.app.context.extensionUri, 'dist', 'media', 'scenarios');
    this.view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [media] };
    view.webview.onDidReceiveMessage((said: unknown) => this.hear(said));
    view.onDidChangeVisibility(() => this.seen());
    view.onDidDispose(() => {
      this.view = undefined;
      clearTimeout(this.timer);
    });
    view.webview.html = webviewPage(view.webview, media, '<main id="scenarios"></main>');
  }

  drawSoon(): void {
    if (this.view) {
      this.timer ??= setTimeout(() => this.draw(), DRAW_MS);
    }
  }

  /** The card that is open in it; empty when none is. */
  get opened(): string {
    return this.openCard;
  }

  set opened(id: string) {
    this.openCard = id;
    this.drawSoon();
  }

  /** Opens a card. */
  reveal(id: string): void {
    this.draw();
    const message: ToScenarios = { kind: 'reveal', id };
    void this.view?.webview.postMessage(message);
  }

  /** What the view says, or claims to. */
  hear(said: unknown): void {
    const message = readFromScenarios(said);
    if (!message) {
      this.app.log.warn(`${VIEW}: the view said something it cannot say`);
      return;
    }
    if (message.kind === 'ready') {
      this.drawn = '';
      this.draw();
      return;
    }
    void Promise.resolve()
      .then(() => this.answer(message))
      .catch((error: unknown) => tellWriter(this.app.log, VIEW, error));
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { view } = this;
    if (!view?.visible) {
      return;
    }
    const shown = this.shownNow();
    const told = JSON.stringify(shown);
    this.last = shown;
    if (told !== this.drawn) {
      this.drawn = told;
      void view.webview.postMessage(shown satisfies ToScenarios);
    }
  }
}
