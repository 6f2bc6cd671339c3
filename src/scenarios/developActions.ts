// Develop and what follows from it: with progress and cancel, and scene by scene as drafts that the writer says yes or no to.
import * as vscode from 'vscode';
import { textOf } from '../core/fountain/script';
import { writeDraft } from '../core/drafts/follow';
import { plainText } from '../core/scenarios/plainText';
import type { Scenario } from '../core/scenarios/scenario';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { connectedModel } from '../models/ask';
import { assembled } from './branchText';
import { draftOfStep, draftOutdated, mergeSteps, type MergeStep } from './mergePlan';
import { scenarioMeant } from './scenarioActions';
import type { Parts } from './scenarioRoom';
import { showProgress } from './showProgress';

/** @param how `anew`: planned and written again, all of it; `only`: this scene of its plan is written again */
export async function develop(parts: Parts, id: string, how: { readonly anew?: boolean; readonly only?: number } = {}): Promise<void> {
  const { anew = false, only } = how;
  const { document, scenario } = await scenarioMeant(parts, id);
  const written = scenario.scenes?.filter(({ text }) => text !== undefined).length ?? 0;
  if (anew && written > 0 && !(await agreeToLose(scenario.title))) {
    return;
  }
  const model = await connectedModel(parts.models);
  if (!model) {
    return;
  }
  const shelf = await parts.shelves.of(document);
  await vscode.commands.executeCommand('backlot.scenarios.focus', { preserveFocus: true });
  const title = vscode.l10n.t('Developing "{0}"', plainMessage(scenario.title));
  await showProgress(parts.view, title, () => parts.developer.stop(id), async (progress) => {
    let reported = 0;
    const tell = (told: string, done: number, total: number): void => {
      const percent = total === 0 ? 0 : (100 * done) / total;
      progress.report({ message: plainMessage(told), increment: percent - reported });
      reported = percent;
    };
    await parts.developer.develop({ document, id, model, shelf, anew, ...(only !== undefined && { only }), tell });
  });
}

async function agreeToLose(title: string): Promise<boolean> {
  const yes = vscode.l10n.t('Develop Anew');
  const message = vscode.l10n.t('Develop "{0}" anew?', plainMessage(title));
  const detail = vscode.l10n.t('Its scenes are planned and written again. What was written for it so far goes from its file.');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

/**
 * Opens each scene that changes, comes or goes as a draft on its place in the script, the first one in sight. The script
 * stays as it is until the writer accepts in a draft.
 */
export async function mergeByScene(parts: Parts, id: string): Promise<void> {
  const { document, scenario } = await scenarioMeant(parts, id);
  const script = parts.app.scripts.get(document);
  const made = assembled(parts, document, scenario);
  const steps = mergeSteps(made, textOf(script), scenario.scenes ?? []);
  if (steps.length === 0) {
    throw new WriterError(vscode.l10n.t('Nothing is left to merge: the script reads like the scenario.'));
  }
  const { drafts } = parts.review;
  // Drafts of an earlier window are read when something of them is wanted: until then the list is empty.
  await drafts.show('');
  const uri = document.uri.toString();
  const open = drafts.list().filter((draft) => draft.kind === 'scenario' && draft.uri === uri);
  const waiting = steps.filter((step) => !draftOfStep(open, id, step));
  const [first] = steps;
  const shown = waiting.length === 0 && first ? draftOfStep(open, id, first) : undefined;
  if (shown) {
    // All of them are open already: twice the same would be no help.
    await drafts.show(shown.id);
    tellDrafts(steps.length);
    return;
  }
  // A draft in which the writer has changed a word is theirs: a new text does not take its place.
  const untouched = open.filter((draft) => writeDraft(draft, draft.written).text === draft.text);
  for (const [at, step] of steps.entries()) {
    if (!waiting.includes(step)) {
      continue;
    }
    const outdated = draftOutdated(untouched, id, step);
    const reveal = step === waiting[0];
    const writing = outdated
      ? drafts.rewrite(outdated.id)
      : drafts.open({ document, script, span: step.span, kind: 'scenario', title: titleOf(scenario, step, at), wish: { newCast: true, newHeadings: true }, origin: { id, part: step.part }, reveal });
    if (step.record !== undefined) {
      writing.recorded(step.record);
    }
    writing.write(step.text);
    writing.finish(step.cut ? 'cut' : undefined);
    if (outdated && reveal) {
      await drafts.show(outdated.id);
    }
  }
  tellDrafts(steps.length);
}

/** One is in sight; that there are others nobody would see. */
function tellDrafts(count: number): void {
  if (count > 1) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} drafts; this is the first. All are in Drafts.', count));
  }
}

/** "2. The Other Letter / INT. DINER - NIGHT". */
function titleOf({ title }: Scenario, { fate, heading }: MergeStep, at: number): string {
  const named = plainText(`${at + 1}. ${title} / ${heading}`);
  return fate === 'drop' ? vscode.l10n.t('{0} (dropped)', named) : named;
}

/** The scenario that a command means: the one given, else one that the writer picks. Undefined when they went away. */
export async function pickScenario(parts: Parts, said: unknown, developedOnly: boolean): Promise<string | undefined> {
  if (typeof said === 'string') {
    return said;
  }
  const shelf = await parts.shelves.of(parts.shown.meant);
  const scenarios = shelf.scenarios.filter(({ fate, scenes }) => fate !== 'discarded' && (!developedOnly || scenes !== undefined));
  if (scenarios.length === 0) {
    throw new WriterError(
      developedOnly ? vscode.l10n.t('No scenario of this script is developed yet. Open its card and choose Develop.') : vscode.l10n.t('There are no scenarios for this script yet. Ask "What If…" first.'),
    );
  }
  const items = [...scenarios].reverse().map(({ id, title, logline, scope }) => ({ label: plainMessage(title), description: plainMessage(scope.from), detail: plainMessage(logline, 600), id }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which scenario?'), matchOnDescription: true, matchOnDetail: true }))?.id;
}
