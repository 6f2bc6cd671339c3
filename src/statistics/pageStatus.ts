// The status bar: page, scene, length and time at the cursor; the whole script when one points at it; its statistics at a click.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import type { Layout, PageOptions } from '../core/page/page';
import { pageAt } from '../core/page/places';
import { formatDuration, formatEighths, lengthOf, sceneLengthsOf } from '../core/page/sceneLengths';
import { sceneIndexAt, scenesOf } from '../core/script/outline';
import type { App } from '../host/app';
import { isScript } from '../host/scriptStore';
import { countedPageOptions, onSettingsChange, showsPageStatus } from '../host/settings';
import { Calm } from './calm';

/** Typing brings a new layout at every key: the bar waits for a breath, and for no more than half a second. Moving the cursor asks the layout that is there. */
const PAUSE_MS = 120;
const MOST_MS = 500;

export function createPageStatus({ scripts }: App): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('backlot.page', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Backlot Page');
  item.command = 'backlot.statistics.open';
  let settings: Settings | undefined;
  let shown: PageStatus | undefined;
  const show = (status: PageStatus | undefined): void => {
    // Each property set is a message to the window, whether it changes anything or not.
    if (status?.text === shown?.text && status?.tooltip === shown?.tooltip) {
      return;
    }
    shown = status;
    if (!status) {
      item.hide();
      return;
    }
    item.text = status.text;
    item.tooltip = status.tooltip;
    item.accessibilityInformation = { label: status.spoken, role: 'button' };
    item.show();
  };
  const refresh = (): void => {
    const editor = vscode.window.activeTextEditor;
    // A view beside the script has no text editor: what the script's own says stays true.
    const seen = editor ?? vscode.window.visibleTextEditors.find(({ document }) => isScript(document));
    if (!seen || !isScript(seen.document)) {
      show(undefined);
      return;
    }
    const { document, selection } = seen;
    settings = settings?.document === document ? settings : { document, shows: showsPageStatus(document), options: countedPageOptions(document) };
    const layout = settings.shows ? layoutOf(scripts.get(document), settings.options) : undefined;
    show(layout && layout.pages.length > 0 ? statusOf(layout, document.offsetAt(selection.active)) : undefined);
  };
  const calm = new Calm(PAUSE_MS, MOST_MS, refresh);
  const soon = (): void => calm.ask();
  refresh();
  return vscode.Disposable.from(
    item,
    calm,
    scripts.onDidChange(soon),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === vscode.window.activeTextEditor && soon()),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeVisibleTextEditors(soon),
    onSettingsChange(['page', 'statusBar.page'], () => {
      settings = undefined;
      soon();
    }),
  );
}

/** As they were read last: asking for them at each refresh would cost more than the figures. */
interface Settings {
  readonly document: vscode.TextDocument;
  readonly shows: boolean;
  readonly options: PageOptions;
}

export interface PageStatus {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
}

/** What the bar says of a place in a laid-out script. */
export function statusOf(layout: Layout, offset: number): PageStatus {
  const { pages, eighths, seconds } = lengthOf(layout);
  const scenes = scenesOf(layout.script);
  const page = (pageAt(layout, offset)?.page ?? 0) + 1;
  const index = sceneIndexAt(scenes, offset);
  const scene = scenes[index];
  const length = sceneLengthsOf(layout)[index];
  const number = scene?.item.number ?? String(index + 1);
  const here = vscode.l10n.t('p. {0} of {1}', page, pages);
  const inScene = scene && length ? [vscode.l10n.t('sc. {0}', number), formatEighths(length.eighths), formatDuration(length.seconds)] : [];
  const all = scenes.length === 1 ? vscode.l10n.t('The script: {0} pages, 1 scene, about {1}', formatEighths(eighths), formatDuration(seconds)) : vscode.l10n.t('The script: {0} pages, {1} scenes, about {2}', formatEighths(eighths), scenes.length, formatDuration(seconds));
  const this_ = scene && length ? vscode.l10n.t('Scene {0}, {1}: {2} pages, about {3}', number, scene.item.heading, formatEighths(length.eighths), formatDuration(length.seconds)) : undefined;
  const where = vscode.l10n.t('Page {0} of {1}', page, pages);
  const lines = [where, ...(this_ === undefined ? [] : [this_]), all];
  return { text: [here, ...inScene].join(' · '), tooltip: [...lines, vscode.l10n.t('Click for statistics')].join('\n'), spoken: lines.join('. ') };
}
