// One preview: keeps the sheets of its page in step with its script, no faster than it draws.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import type { Layout, Page, PageOptions } from '../core/page/page';
import { PAPERS } from '../core/page/paper';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import { nameIn } from '../host/fileName';
import { keepSetting, onSettingsChange, pageOptions, previewSettings } from '../host/settings';
import { sourceOf } from './marks';
import { readFromPreview, type FromPreview, type Mark, type Shown, type ToPreview } from './protocol';
import { changeOf, idOf, shapeOf, sheetOf, sheetsOf, toldSheets } from './sheets';
import { VIEW_TYPE } from './register';
import { previewFolders, previewShell } from './shell';
import { InStep } from './inStep';
import { previewWords } from './words';

export const PREVIEW_OPTIONS: vscode.WebviewPanelOptions = { enableFindWidget: true };

const SETTING: Readonly<Record<Shown, string>> = { notes: 'page.showNotes', synopses: 'page.showSynopses', sections: 'page.showSections' };

// So many patches may be under way: one alone would keep a fast typist waiting for its way there and back, and without an end
// a slow machine would draw what nobody waits for any more.
const UNDER_WAY = 3;

export class Preview implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly said = new vscode.EventEmitter<ToPreview>();
  /** What the page is told: for tests. */
  readonly onDidSay = this.said.event;
  private readonly inStep: InStep;
  /** The page is there and listens. */
  ready = false;
  /** The stamp of the last patch that is drawn. */
  private drawn = 0;
  private stale = false;
  /** What is not told yet was written: the preview goes to the cursor. It stays where it is after a change of settings. */
  private written = true;
  private stamp = 0;
  private layout: Layout | undefined;
  private sent: readonly Page[] = [];
  private inView = { first: 0, last: 2 };
  /** As the settings have it, read once and not at each key. */
  private options: PageOptions | undefined;
  private settings = previewSettings();

  constructor(
    private readonly app: App,
    readonly panel: vscode.WebviewPanel,
    private document: vscode.TextDocument | undefined,
    private isLocked: boolean,
  ) {
    const { extensionUri } = app.context;
    const { media, fonts } = previewFolders(extensionUri);
    this.inStep = new InStep({
      document: () => this.document,
      layout: () => this.layout,
      isStale: () => this.stale,
      isOn: () => this.settings.syncScroll,
      say: (message) => this.say(message),
    });
    panel.iconPath = { dark: icon(extensionUri, 'dark'), light: icon(extensionUri, 'light') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [media, fonts] };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((said: unknown) => this.hear(said)),
      panel.onDidChangeViewState(() => (this.ready &&= panel.visible)),
      app.scripts.onDidChange(({ document }) => document === this.document && this.changed(true)),
      app.scripts.onDidClose((document) => document === this.document && this.show(undefined)),
      onSettingsChange(['page', 'preview'], () => this.look()),
      this.inStep,
      this.said,
    ];
    this.entitle();
    panel.webview.html = previewShell(panel.webview, extensionUri);
  }

  get locked(): boolean {
    return this.isLocked;
  }

  shows(document: vscode.TextDocument): boolean {
    return this.document === document;
  }

  /** Shows another script, unless it is locked to its own. */
  follow(document: vscode.TextDocument): void {
    if (!this.isLocked && document !== this.document) {
      this.show(document);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private show(document: vscode.TextDocument | undefined): void {
    this.document = document;
    this.written = true;
    this.isLocked &&= document !== undefined;
    this.entitle();
    this.look();
  }

  private entitle(): void {
    const name = this.document ? nameIn(this.document.uri) : '';
    this.panel.title = this.isLocked ? vscode.l10n.t('[Preview] {0}', name) : vscode.l10n.t('Preview {0}', name);
  }

  /** After a change of settings or script: how it looks, then what it shows. */
  private look(): void {
    this.options = pageOptions(this.document);
    this.settings = previewSettings();
    if (!this.ready) {
      return;
    }
    const { notes, synopses, sections } = this.options;
    const uri = this.document?.uri.toString();
    this.say({ kind: 'look', look: { words: previewWords(), ...this.settings, shown: { notes, synopses, sections }, locked: this.isLocked, ...(uri !== undefined && { uri }) } });
    this.changed(false);
  }

  private changed(written: boolean): void {
    this.stale = true;
    this.written ||= written;
    if (this.ready && this.stamp - this.drawn < UNDER_WAY) {
      this.send();
    }
  }

  /** Tells the page what changed since it was last told. */
  private send(): void {
    const { document } = this;
    const layout = document && layoutOf(this.app.scripts.get(document), (this.options ??= pageOptions(document)));
    const sheets = layout ? sheetsOf(layout) : [];
    const change = changeOf(this.sent, sheets);
    this.stale = false;
    this.sent = sheets;
    this.layout = layout;
    this.stamp += 1;
    const mark = this.inStep.mark();
    const near = mark && change.inserted.length === sheets.length ? { first: mark.sheet, last: mark.sheet } : this.inView;
    this.say({
      kind: 'pages',
      stamp: this.stamp,
      shape: layout ? shapeOf(layout) : PAPERS.letter,
      titled: layout?.titlePage !== undefined,
      from: change.from,
      removed: change.removed,
      inserted: toldSheets(change, near.first, near.last),
      ...(sheets.length === 0 && { empty: document ? 'nothing' : 'noScript' }),
      ...(mark && { mark }),
      reveal: this.written && this.settings.syncScroll,
    });
    this.written = false;
  }

  private say(message: ToPreview): void {
    if (this.ready) {
      void this.panel.webview.postMessage(message);
      this.said.fire(message);
    }
  }

  /** What the page says, or claims to. */
  hear(said: unknown): void {
    const message = readFromPreview(said);
    if (message) {
      void this.answer(message).catch((error: unknown) => tellWriter(this.app.log, VIEW_TYPE, error));
    } else {
      this.app.log.warn(`${VIEW_TYPE}: the page said something it cannot say`);
    }
  }

  private async answer(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.begin();
        return;
      case 'drawn':
        this.goOn(message.stamp);
        return;
      case 'want':
        this.give(message.ids);
        return;
      case 'inView':
        this.inView = message;
        return;
      case 'scrolled':
        this.inStep.scrolled(message.sheet, message.row);
        return;
      case 'jump':
        await this.jump(message, message.column, message.focus);
        return;
      case 'show':
        await keepSetting(SETTING[message.what], message.on, this.document);
        return;
      case 'paper':
        await keepSetting('preview.paper', message.paper);
        return;
      case 'syncScroll':
        await keepSetting('preview.syncScroll', message.on);
        return;
      case 'lock':
        this.isLocked = message.on && this.document !== undefined;
        this.entitle();
        this.look();
        return;
      case 'start':
        await start(message.what);
        return;
    }
  }

  /** A page that has just come up knows nothing. */
  private begin(): void {
    this.ready = true;
    this.drawn = this.stamp;
    this.sent = [];
    this.written = true;
    this.look();
  }

  private goOn(stamp: number): void {
    this.drawn = Math.max(this.drawn, Math.min(stamp, this.stamp));
    if (this.stale && this.ready) {
      this.send();
    }
  }

  private give(ids: readonly number[]): void {
    const wanted = new Set(ids);
    this.say({ kind: 'sheets', sheets: this.sent.filter((page) => wanted.has(idOf(page))).map(sheetOf) });
  }

  private async jump(mark: Mark, column: number, focus: boolean): Promise<void> {
    const source = this.layout && sourceOf(this.layout, mark, column);
    // What is shown may be a keystroke behind: a click then means the place in the text as it was drawn, which is near enough.
    if (source) {
      await this.inStep.jump(source.offset, focus);
    }
  }
}

function icon(extension: vscode.Uri, theme: string): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'media', 'icons', theme, 'preview.svg');
}

async function start(what: 'sample' | 'new'): Promise<void> {
  if (what === 'sample') {
    await vscode.commands.executeCommand('backlot.welcome.openSample');
    return;
  }
  await vscode.commands.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'fountain' });
}
