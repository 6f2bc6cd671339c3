// Developing a scenario: a plan first, then scene by scene, each kept in the scenario's file as soon as it is whole.
import * as vscode from 'vscode';
import { createDraftReader } from '../core/rewrite/draftReader';
import { checkPlan } from '../core/scenarios/checkPlan';
import { placeScope } from '../core/scenarios/place';
import { createPlanReader, planRequest, type RawPlanScene } from '../core/scenarios/plan';
import { sceneRequest } from '../core/scenarios/sceneRequest';
import type { DevelopedScene, Placed, Scenario } from '../core/scenarios/scenario';
import { writtenScene } from '../core/scenarios/writtenScene';
import type { Script } from '../core/fountain/script';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { Review } from '../review/review';
import { tellUnread } from './scenarioActions';
import { ended, type Ending } from './scenarioAsks';
import type { Shelf } from './shelf';
import type { Shelves } from './shelves';
import type { Snapshots } from './snapshots';

/** How the development of a scenario goes, or why it is not whole. */
export type Progress =
  | { readonly kind: 'going'; readonly told: string; readonly done: number; readonly total: number }
  | { readonly kind: 'over'; readonly message: string };

export interface Work {
  readonly document: vscode.TextDocument;
  readonly id: string;
  readonly model: Model;
  readonly shelf: Shelf;
  /** Plans anew, and writes every scene anew. */
  readonly anew: boolean;
  /** Which scene of the plan is written again, and no other; missing for all that are not written. */
  readonly only?: number;
  readonly tell: (told: string, done: number, total: number) => void;
}

/** What ends a development before it is whole: a sentence for the writer. */
class Unfinished extends Error {}

export class ScenarioDeveloper implements vscode.Disposable {
  private readonly running = new Map<string, AbortController>();
  private readonly told = new Map<string, Progress>();

  /** @param changed called after the progress of one has changed */
  constructor(
    private readonly app: App,
    private readonly review: Review,
    private readonly snapshots: Snapshots,
    private readonly shelves: Pick<Shelves, 'documentOf'>,
    private readonly changed: () => void,
  ) {}

  progress(id: string): Progress | undefined {
    return this.told.get(id);
  }

  stop(id: string): void {
    this.running.get(id)?.abort();
  }

  dispose(): void {
    this.running.forEach((controller) => controller.abort());
  }

  /**
   * Plans where there is no plan, then writes what is not written. Ends when all is, or when it is stopped; why it is not
   * whole is told by `progress`. What has been written stays.
   */
  async develop(work: Work): Promise<void> {
    const { id } = work;
    if (this.running.has(id)) {
      throw new WriterError(vscode.l10n.t('That scenario is being developed. Stop it first, or wait.'));
    }
    const controller = new AbortController();
    this.running.set(id, controller);
    const tell = (told: string, done: number, total: number): void => {
      this.told.set(id, { kind: 'going', told, done, total });
      work.tell(told, done, total);
      this.changed();
    };
    tell(vscode.l10n.t('Planning the scenes…'), 0, 0);
    try {
      await this.write({ ...work, tell }, controller.signal);
      this.told.delete(id);
    } catch (error) {
      if (!(error instanceof Unfinished) && !(error instanceof WriterError)) {
        this.app.log.error(`scenarios.develop failed: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
      }
      const isTold = error instanceof Unfinished || error instanceof WriterError;
      this.told.set(id, { kind: 'over', message: isTold ? error.message : vscode.l10n.t('That went wrong, and the log says how. Your script is unchanged. Try again.') });
    } finally {
      this.running.delete(id);
      this.changed();
    }
  }

  private async write(work: Work, signal: AbortSignal): Promise<void> {
    const { id, shelf, anew, only } = work;
    const { scenes } = (await this.standing(work)).scenario;
    const plan = anew || !scenes || scenes.length === 0 ? await this.plan(work, signal) : scenes;
    const isWanted = (index: number): boolean => only === undefined || only === index;
    const toWrite = [...plan.entries()].filter(([index, { fate }]) => (fate === 'change' || fate === 'new') && isWanted(index)).map(([index]) => index);
    const cut: string[] = [];
    for (const [done, index] of toWrite.entries()) {
      // Asked for anew each time: the writer, or a colleague, may have changed script and scenario meanwhile.
      const now = shelf.get(id)?.scenes ?? [];
      const scene = now[index];
      if (now.length !== plan.length || scene?.heading !== plan[index]?.heading || !scene) {
        throw new Unfinished(vscode.l10n.t('The plan of this scenario was changed meanwhile. Go on when you have looked at it.'));
      }
      if (scene.text === undefined || only !== undefined) {
        work.tell(vscode.l10n.t('Writing {0} of {1}: {2}', done + 1, toWrite.length, scene.heading), done, toWrite.length);
        cut.push(...((await this.scene(work, index, now, signal)) === 'cut' ? [scene.heading] : []));
      }
    }
    tellUnread(await shelf.change(id, (now) => (now.fate === 'discarded' || !isWritten(now) ? now : { ...now, fate: 'developed' })));
    if (cut.length > 0) {
      throw new Unfinished(vscode.l10n.t('The model broke off in {0}. What came is kept and marked: write that scene again, or finish it yourself when you merge.', cut.join(', ')));
    }
  }

  private async plan(work: Work, signal: AbortSignal): Promise<readonly DevelopedScene[]> {
    const { id, model, shelf } = work;
    const { document, script, scenario, place } = await this.standing(work);
    const { scenes: _, ...unplanned } = scenario;
    const request = planRequest({ script, scenario: unplanned, place, contextTokens: model.contextTokens, snapshot: this.snapshots.of(document, script, model) });
    const recording = this.review.recorder.begin({ document, command: 'scenarios.plan', model, request, span: place });
    let how: Ending = { ended: 'failed' };
    try {
      const reader = createPlanReader();
      const raws: RawPlanScene[] = [];
      const answered = await readAnswered(model.stream(request, signal), (text) => void raws.push(...reader.push(text)));
      raws.push(...reader.end());
      how = ended(answered);
      refuseUnfinished(answered);
      if (answered.ended === 'cut') {
        throw new Unfinished(vscode.l10n.t('The model broke off in its plan, so nothing of it is kept. Try again; if it breaks off again, ask for a shorter stretch, or connect another model.'));
      }
      const checked = checkPlan(script, place, raws);
      if (!checked.ok) {
        throw new Unfinished(
          checked.reason === 'nothing'
            ? vscode.l10n.t('The plan would leave every scene as it is. Develop it again, or ask for another scenario.')
            : vscode.l10n.t('The answer held no plan. Develop it again, or connect another model.'),
        );
      }
      recording.offered(checked.scenes.map(({ fate, heading, beat }) => `${fate} ${heading}: ${beat}`).join('\n'));
      this.app.log.info(`scenarios: a plan of ${checked.scenes.length} scenes, ${checked.problems.length} put right`);
      tellUnread(await shelf.change(id, (now) => ({ ...now, scenes: checked.scenes })));
      return checked.scenes;
    } finally {
      recording.end(how);
    }
  }

  /** What the model wrote before its output ended is kept, and marked; what was stopped or failed is not: it only looks whole. */
  private async scene(work: Work, index: number, scenes: readonly DevelopedScene[], signal: AbortSignal): Promise<'whole' | 'cut'> {
    const { id, model, shelf } = work;
    const { document, script, scenario, place } = await this.standing(work);
    const planned = scenes[index];
    if (!planned) {
      return 'whole';
    }
    const request = sceneRequest({ script, scenario: { ...scenario, scenes }, place, index, contextTokens: model.contextTokens, snapshot: this.snapshots.of(document, script, model) });
    const recording = this.review.recorder.begin({ document, command: 'scenarios.develop', model, request, span: place });
    let how: Ending = { ended: 'failed' };
    try {
      const reader = createDraftReader();
      let text = '';
      const answered = await readAnswered(model.stream(request, signal), (more) => void (text += reader.push(more)));
      text += reader.end();
      how = ended(answered);
      const written = writtenScene(planned, text);
      const isEmpty = written.problems.includes('empty');
      if (!isEmpty) {
        recording.offered(written.text);
      }
      refuseUnfinished(answered);
      if (isEmpty) {
        throw new Unfinished(vscode.l10n.t('The answer held nothing of {0}. Go on to try again, or connect another model.', planned.heading));
      }
      const { cut: _, ...whole } = planned;
      const made: DevelopedScene = { ...whole, text: written.text, ...(answered.ended === 'cut' && { cut: true as const }), ...(recording.id !== '' && { record: recording.id }) };
      tellUnread(await shelf.change(id, (now) => ({ ...now, scenes: (now.scenes ?? []).map((each, at) => (at === index && each.heading === planned.heading ? made : each)) })));
      return answered.ended === 'cut' ? 'cut' : 'whole';
    } finally {
      recording.end(how);
    }
  }

  /** Script and scenario as they stand now, and where: the script may have another name since. */
  private async standing({ document: last, id, shelf }: Work): Promise<{ readonly document: vscode.TextDocument; readonly script: Script; readonly scenario: Scenario; readonly place: Placed }> {
    const document = await this.shelves.documentOf(shelf, last);
    const scenario = shelf.get(id);
    if (!scenario) {
      throw new Unfinished(vscode.l10n.t('That scenario is not there any more.'));
    }
    const script = this.app.scripts.get(document);
    const place = placeScope(script, scenario.scope);
    if (!place) {
      throw new Unfinished(vscode.l10n.t('The place it is about is not in the script any more. Undo brings it back.'));
    }
    return { document, script, scenario, place };
  }
}

function isWritten({ scenes = [] }: Scenario): boolean {
  return scenes.every(({ fate, text }) => fate === 'keep' || fate === 'drop' || text !== undefined);
}

/** What was stopped, or failed. */
function refuseUnfinished({ ended: how, message }: Answered): void {
  if (how === 'stopped') {
    throw new Unfinished(vscode.l10n.t('Stopped. What was written is kept: go on when you like.'));
  }
  if (how === 'failed') {
    throw new Unfinished(message ?? vscode.l10n.t('The model did not answer. Try again.'));
  }
}
