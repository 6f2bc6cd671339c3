// What a writer does with scenarios, from a command or in the view: ask, ask for others, keep, discard, bring back.
import * as vscode from 'vscode';
import type { Fate, Scenario } from '../core/scenarios/scenario';
import { placeScope, scopeOf, scopeSpan } from '../core/scenarios/place';
import { sliceOf } from '../core/fountain/script';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { connectedModel } from '../models/ask';
import type { StretchMeant } from './scenarioPlaces';
import type { Parts } from './scenarioRoom';
import { placeKey, scenarioText } from './scenarioText';
import type { Changed } from './shelf';
import { showProgress } from './showProgress';

/** Asks for scenarios of a stretch, after asking for the writer's wish where it is not given. */
export async function askFor(parts: Parts, { document, span, kind, steer }: StretchMeant): Promise<void> {
  const { app, models } = parts;
  const script = app.scripts.get(document);
  const whole = scopeSpan(script, span, kind);
  if (sliceOf(script, whole.from, whole.to).trim() === '') {
    throw new WriterError(vscode.l10n.t('Write a scene first: there is nothing here that could go another way.'));
  }
  const scope = scopeOf(script, span, kind);
  if (kind === 'section' && scope.kind !== 'section') {
    throw new WriterError(vscode.l10n.t('The cursor is in no section. Ask for the scene, or from here to the end.'));
  }
  const model = await connectedModel(models);
  if (!model) {
    return;
  }
  const wish = steer ?? (await askWish(scope.from));
  if (wish === undefined) {
    return;
  }
  // The script may have changed while the box was open.
  const placed = placeScope(app.scripts.get(document), scope);
  if (!placed) {
    throw new WriterError(vscode.l10n.t('That place is not in the script any more.'));
  }
  const shelf = await parts.shelves.of(document);
  // The focus stays where it is: the cards come in sight, and the writer may write on.
  await vscode.commands.executeCommand('backlot.scenarios.focus', { preserveFocus: true });
  const title = vscode.l10n.t('What if… {0}', plainMessage(scope.from)).trim();
  const controller = new AbortController();
  await showProgress(parts.view, title, () => controller.abort(), async () => {
    // Nor may the place be another than was meant while the view came in sight.
    const now = placeScope(app.scripts.get(document), scope) ?? placed;
    const asked = kind === 'range' ? { from: now.from, to: now.to } : { from: now.from, to: now.from };
    await parts.asks.ask({ document, span: asked, kind, ...(wish !== '' && { steer: wish }) }, model, shelf, controller);
  });
}

async function askWish(heading: string): Promise<string | undefined> {
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('What if… {0}', plainMessage(heading)).trim(),
    prompt: vscode.l10n.t('Say what could be different, or leave it empty for scenarios of any kind.'),
    placeHolder: vscode.l10n.t('She has read the letter already.'),
  });
  return words?.trim();
}

/** Asks for others of a place that has cards, or once more where it failed. */
export async function askAgain(parts: Parts, key: string, steer: string | undefined): Promise<void> {
  const document = parts.shown.meant;
  const shelf = await parts.shelves.of(document);
  const asking = parts.asks.of(document.uri.toString()).get(key);
  const scope = shelf.scenarios.findLast((each) => placeKey(each.scope) === key)?.scope ?? asking?.scope;
  const placed = scope && placeScope(parts.app.scripts.get(document), scope);
  if (!placed) {
    throw new WriterError(vscode.l10n.t('That place is not in the script any more.'));
  }
  await askFor(parts, { document, span: scope.kind === 'range' ? placed : { from: placed.from, to: placed.from }, kind: scope.kind, steer: steer ?? asking?.steer ?? '' });
}

/** The scenario that is shown under this id. */
export async function scenarioMeant(parts: Parts, id: string): Promise<{ document: vscode.TextDocument; scenario: Scenario }> {
  const document = parts.shown.meant;
  const scenario = (await parts.shelves.of(document)).get(id);
  if (!scenario) {
    throw new WriterError(vscode.l10n.t('That scenario is not there any more.'));
  }
  return { document, scenario };
}

export async function changeFate(parts: Parts, id: string, fate: Fate): Promise<void> {
  const { document, scenario } = await scenarioMeant(parts, id);
  const shelf = await parts.shelves.of(document);
  tellUnread(await shelf.change(id, (now) => (now.fate === fate ? now : { ...now, fate })));
  if (fate === 'discarded' && scenario.record !== undefined) {
    parts.review.recorder.declined(document, scenario.record, [scenarioText(scenario)]);
  }
}

/** @throws WriterError where a change could not be made because of what stands in the file */
export function tellUnread(changed: Changed): void {
  if (changed === 'unreadable') {
    throw new WriterError(vscode.l10n.t('The file of that scenario cannot be read any more, so nothing was written into it. It is listed below the cards.'));
  }
  if (changed === 'tooLarge') {
    throw new WriterError(vscode.l10n.t('That scenario would grow larger than a file of scenarios may be, so it stays as it was. Develop a shorter stretch.'));
  }
}

/** Back from the discarded ones: as developed as it was. */
export async function restore(parts: Parts, id: string): Promise<void> {
  const { scenario } = await scenarioMeant(parts, id);
  const isWhole = scenario.scenes?.every(({ fate, text }) => fate === 'keep' || fate === 'drop' || text !== undefined) === true;
  await changeFate(parts, id, isWhole ? 'developed' : 'open');
}

/** Deletes what was discarded, once the writer has said so again. */
export async function deleteDiscarded(parts: Parts): Promise<void> {
  const document = parts.shown.meant;
  const shelf = await parts.shelves.of(document);
  const count = shelf.scenarios.filter(({ fate }) => fate === 'discarded').length;
  if (count === 0) {
    throw new WriterError(vscode.l10n.t('No scenario of this script is discarded.'));
  }
  const yes = vscode.l10n.t('Delete');
  const question = count === 1 ? vscode.l10n.t('Delete the discarded scenario?') : vscode.l10n.t('Delete {0} discarded scenarios?', count);
  const detail = vscode.l10n.t('Their files beside the script go as well, for everybody who shares them.');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes) {
    await shelf.removeDiscarded();
  }
}
