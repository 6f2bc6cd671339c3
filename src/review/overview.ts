// The overview of all open proposals, beside the script: by scene, with their states and quick wishes.
import * as vscode from 'vscode';
import { offered, stateOf, type Proposal } from '../core/proposals/proposal';
import type { App } from '../host/app';
import { tellWriter } from '../host/commands';
import { webviewPage } from '../host/webviewPage';
import { nameIn } from '../host/fileName';
import { discardProposal, type Parts } from './reviewCommands';
import { countAlternatives, isChoosable, numberOf, toldEmpty } from './deckModel';
import type { Card, FromOverview, QuickSteer, SceneGroup, ToOverview, Words } from './protocol';

const VIEW = 'backlot.proposals';
/** Alternatives come a few a second: one drawing for all that changed meanwhile. */
const DRAW_MS = 100;

/** Shows the overview in its view, for as long as that lives. */
export function showOverview(view: vscode.WebviewView, app: App, parts: Parts): void {
  const { store, deck } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn = '';
  const draw = () => {
    timer = undefined;
    const waiting = store.list().filter((proposal) => stateOf(proposal) !== 'used').length;
    view.badge = waiting === 0 ? undefined : { value: waiting, tooltip: waiting === 1 ? vscode.l10n.t('1 line has alternatives') : vscode.l10n.t('{0} lines have alternatives', waiting) };
    const message: ToOverview = { kind: 'show', scenes: groupByScene(store.list()), steers: quickSteers(), words: words(), ...(deck.open === undefined ? {} : { open: deck.open }) };
    const told = JSON.stringify(message);
    // Writing above a line changes its place at every key, and nothing that is shown.
    if (told !== drawn) {
      drawn = told;
      void view.webview.postMessage(message);
    }
  };
  const redraw = () => {
    drawn = '';
    draw();
  };
  const drawSoon = () => {
    timer ??= setTimeout(draw, DRAW_MS);
  };
  const media = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'media', 'proposals');
  const following = vscode.Disposable.from(store.onDidChange(drawSoon), deck.onDidOpen(drawSoon), { dispose: () => clearTimeout(timer) });
  view.onDidDispose(() => void following.dispose());
  view.webview.options = { enableScripts: true, localResourceRoots: [media] };
  view.webview.onDidReceiveMessage((message: FromOverview) => {
    void Promise.resolve(answer(message, parts, redraw)).catch((error: unknown) => tellWriter(app.log, VIEW, error));
  });
  view.webview.html = webviewPage(view.webview, media, '<main id="proposals"></main>');
}

async function answer(message: FromOverview, parts: Parts, redraw: () => void): Promise<void> {
  if (message.kind === 'ready') {
    redraw();
    return;
  }
  if (message.kind === 'suggest') {
    await parts.travel.backToScript();
    await vscode.commands.executeCommand('backlot.dialogue.suggest');
    return;
  }
  const proposal = parts.store.get(message.id);
  if (!proposal) {
    return;
  }
  switch (message.kind) {
    case 'goTo':
      await parts.travel.goTo(proposal);
      return;
    case 'use':
      await parts.accepting.use(proposal.id, message.alternative);
      await parts.travel.goTo(proposal);
      return;
    case 'more':
      parts.ask(proposal, message.direction);
      return;
    case 'again':
      parts.ask(proposal, proposal.direction);
      return;
    case 'stop':
      parts.writings.stop(proposal.id);
      return;
    case 'discard':
      discardProposal(proposal, parts);
      return;
  }
}

function groupByScene(proposals: readonly Proposal[]): SceneGroup[] {
  const several = new Set(proposals.map(({ uri }) => uri)).size > 1;
  const groups: { heading: string; cards: Card[] }[] = [];
  for (const proposal of proposals) {
    const scene = proposal.scene || vscode.l10n.t('Before the first scene');
    const heading = several ? `${nameIn(vscode.Uri.parse(proposal.uri))} · ${scene}` : scene;
    const last = groups.at(-1);
    const group = last?.heading === heading ? last : { heading, cards: [] };
    if (group !== last) {
      groups.push(group);
    }
    group.cards.push(cardOf(proposal));
  }
  return groups;
}

function cardOf(proposal: Proposal): Card {
  const { activity } = proposal;
  const alternatives = offered(proposal).map(({ id, intent, text }) => ({ id, number: numberOf(proposal, id), intent: intent ?? '', text }));
  return {
    id: proposal.id,
    speaker: proposal.speaker,
    original: proposal.original,
    state: stateOf(proposal),
    told: told(proposal),
    alternatives,
    usable: isChoosable(proposal),
    ...(activity.kind === 'failed' ? { message: activity.message } : {}),
  };
}

function told(proposal: Proposal): string {
  const count = countAlternatives(offered(proposal).length);
  switch (stateOf(proposal)) {
    case 'writing':
      return vscode.l10n.t('writing…');
    case 'failed':
      return offered(proposal).length > 0 ? vscode.l10n.t('{0}, cut short', count) : vscode.l10n.t('no answer');
    case 'stale':
      return vscode.l10n.t('line changed');
    case 'used':
      return vscode.l10n.t('used');
    case 'kept':
      return vscode.l10n.t('kept as notes');
    case 'open':
      return offered(proposal).length > 0 ? count : toldEmpty(proposal);
  }
}

function quickSteers(): QuickSteer[] {
  return [vscode.l10n.t('colder'), vscode.l10n.t('warmer'), vscode.l10n.t('more subtext'), vscode.l10n.t('shorter')].map((label) => ({ label, direction: label }));
}

function words(): Words {
  return {
    empty: vscode.l10n.t('No alternatives are waiting.'),
    emptyHint: vscode.l10n.t('Put the cursor into a speech and ask for other ways to say it. What comes back waits here, and your script stays as it is until you choose.'),
    suggest: vscode.l10n.t('Suggest Dialogue Alternatives'),
    use: vscode.l10n.t('Use'),
    goTo: vscode.l10n.t('Show in the script'),
    stop: vscode.l10n.t('Stop'),
    again: vscode.l10n.t('Ask Again'),
    discard: vscode.l10n.t('Discard'),
    list: vscode.l10n.t('Lines with alternatives'),
  };
}
