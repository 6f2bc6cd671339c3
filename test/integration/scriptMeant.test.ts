// Which script a command means that says none, in the real extension host: asked by the statistics, which say the title of theirs.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { StatisticsPanel } from '../../src/statistics/statisticsPanel';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

const titled = (title: string): string => `Title: ${title}\n\nINT. FERRY - NIGHT\n\nMARA\nYou came back.\n`;
const panelOf = async (): Promise<StatisticsPanel> => vscode.commands.executeCommand<StatisticsPanel>('_backlot.statistics');
const inSight = (): string[] => vscode.window.visibleTextEditors.map(({ document }) => document.uri.path);

/** Puts a view in front of all that stands in the first group. */
async function hideBehindView(): Promise<vscode.WebviewPanel> {
  const view = vscode.window.createWebviewPanel('backlotTests.view', 'A view', vscode.ViewColumn.One);
  await waitFor('the view to hide the editors', () => view.active && inSight().length === 0);
  return view;
}

async function titleMeant(wanted: string): Promise<void> {
  await vscode.commands.executeCommand('backlot.statistics.open');
  const panel = await panelOf();
  await waitFor(`statistics of ${wanted}`, () => panel.told?.kind === 'show' && panel.told.report.title === wanted);
}

describe('the script that a command of the preview, the exports and the statistics means', () => {
  before(activateBacklot);
  afterEach(closeAllEditors);

  it('is the one being written, however many are open', async () => {
    await openScript(titled('Behind'));
    await openScript(titled('In front'));
    await titleMeant('In front');
  });

  it('is the one whose tab a view hides, though another is open without a tab', async () => {
    const { document } = await openScript(titled('Hidden'));
    await vscode.workspace.openTextDocument({ language: 'fountain', content: titled('Somewhere') });
    const view = await hideBehindView();
    await titleMeant('Hidden');
    assert.ok(!document.isClosed);
    view.dispose();
  });

  it('is none where two are hidden alike: nothing opens, and the writer is asked to say which', async () => {
    await openScript(titled('One'));
    // Or the next one would take its tab.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await openScript(titled('Two'));
    const view = await hideBehindView();
    await vscode.commands.executeCommand('backlot.statistics.open');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await panelOf()).told, undefined);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.equal(tabs.length, 3, tabs.join(', '));
    view.dispose();
  });
});
