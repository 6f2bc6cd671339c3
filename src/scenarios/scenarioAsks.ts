// Asking for scenarios: each is on its shelf as soon as it is whole; how an asking goes, and went, can be looked up by its place.
import * as vscode from 'vscode';
import { checkScenario } from '../core/scenarios/check';
import { scopeOf, scopeSpan } from '../core/scenarios/place';
import { createScenarioReader, type RawScenario } from '../core/scenarios/reader';
import { scenariosRequest } from '../core/scenarios/request';
import type { Scenario, Scope } from '../core/scenarios/scenario';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { alternativesPerRequest } from '../host/settings';
import { readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { Recording } from '../review/recorder';
import type { Review } from '../review/review';
import { placeKey, scenarioText } from './scenarioText';
import type { Shelf } from './shelf';
import type { Moved } from './shelves';
import type { Snapshots } from './snapshots';

export interface Wish {
  readonly document: vscode.TextDocument;
  /** In the script as it stands; widened to whole scenes as `kind` says. */
  readonly span: Span;
  readonly kind: Scope['kind'];
  readonly steer?: string;
}

/** How the asking for a place goes: still being answered, or why it gave nothing or less than was asked for. */
export interface Asking {
  readonly uri: string;
  readonly scope: Scope;
  readonly state: 'asking' | 'over';
  readonly steer?: string;
  /** A sentence for the writer, once it is over. */
  readonly message?: string;
}

interface Running extends Asking {
  /** Where the script is by now. */
  uri: string;
  readonly place: string;
  state: 'asking' | 'over';
  message?: string;
  readonly controller: AbortController;
}

export class ScenarioAsks implements vscode.Disposable {
  private askings: readonly Running[] = [];

  /** @param changed called after an asking began, went on, or ended */
  constructor(
    private readonly app: App,
    private readonly review: Review,
    private readonly snapshots: Snapshots,
    private readonly changed: () => void,
  ) {}

  /** Those of one script, by the key of their place. */
  of(uri: string): ReadonlyMap<string, Asking> {
    return new Map(this.askings.filter((asking) => asking.uri === uri).map((asking) => [asking.place, asking]));
  }

  stop(uri: string, place: string): void {
    this.find(uri, place)?.controller.abort();
  }

  /** A script is at another address: so are its askings. */
  moved({ from, to }: Moved): void {
    this.askings.filter((asking) => asking.uri === from).forEach((asking) => (asking.uri = to));
  }

  private find(uri: string, place: string): Running | undefined {
    return this.askings.find((asking) => asking.uri === uri && asking.place === place);
  }

  dispose(): void {
    this.askings.forEach(({ controller }) => controller.abort());
  }

  /**
   * Asks, and puts what comes on the shelf. Ends with the answer; what went wrong is told by `of`.
   * @param controller aborted it stops
   * @throws WriterError while the same place is being asked for
   */
  async ask(wish: Wish, model: Model, shelf: Shelf, controller: AbortController): Promise<void> {
    const { document, span, kind, steer } = wish;
    const uri = document.uri.toString();
    const script = this.app.scripts.get(document);
    const scope = scopeOf(script, span, kind);
    const place = placeKey(scope);
    const before = this.find(uri, place);
    if (before?.state === 'asking') {
      throw new WriterError(vscode.l10n.t('Scenarios for this place are being written. Stop them first, or wait.'));
    }
    const asking: Running = { uri, place, scope, state: 'asking', controller, ...(steer !== undefined && { steer }) };
    this.askings = [...this.askings.filter((each) => each !== before), asking];
    this.changed();
    let message: string | undefined;
    try {
      message = await this.write({ wish, script, scope, model, shelf, signal: controller.signal });
    } catch (error) {
      this.app.log.error(`scenarios.ask failed: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
      message = vscode.l10n.t('That went wrong, and the log says how. Your script is unchanged. Try again.');
    }
    if (message === undefined) {
      this.askings = this.askings.filter((each) => each !== asking);
    } else {
      asking.state = 'over';
      asking.message = message;
    }
    this.changed();
  }

  /** @returns a sentence for the writer, where there is less than was asked for */
  private async write({ wish, script, scope, model, shelf, signal }: Work): Promise<string | undefined> {
    const { document, kind, steer } = wish;
    const started = Date.now();
    const span = scopeSpan(script, wish.span, kind);
    const already: Pick<Scenario, 'title' | 'logline' | 'beats'>[] = shelf.scenarios.filter((each) => placeKey(each.scope) === placeKey(scope));
    const count = alternativesPerRequest();
    const wished = steer === undefined ? {} : { steer };
    const request = scenariosRequest({ script, span, kind, count, already, contextTokens: model.contextTokens, snapshot: this.snapshots.of(document, script, model), ...wished });
    const recording = this.review.recorder.begin({ document, command: 'scenarios.ask', model, request, span, ...(steer !== undefined && { direction: steer }) });
    let how: Ending = { ended: 'failed' };
    try {
      const taking = createTaking({ script, span, scope, steer, recording, already, shelf });
      const reader = createScenarioReader();
      const answered = await readAnswered(model.stream(request, signal), (text) => taking.take(reader.push(text)));
      if (answered.ended !== 'stopped') {
        taking.take(reader.end());
      }
      await taking.shelved();
      how = ended(answered);
      this.app.log.info(`scenarios: ${answered.ended} after ${Date.now() - started} ms, ${taking.taken()} shown, ${taking.refused()} refused`);
      return tellEnd(answered, taking.taken(), taking.refused());
    } finally {
      recording.end(how);
    }
  }
}

interface Work {
  readonly wish: Wish;
  readonly script: Script;
  readonly scope: Scope;
  readonly model: Model;
  readonly shelf: Shelf;
  readonly signal: AbortSignal;
}

interface Taking {
  readonly script: Script;
  readonly span: Span;
  readonly scope: Scope;
  readonly steer: string | undefined;
  readonly recording: Recording;
  readonly already: readonly Pick<Scenario, 'title' | 'logline' | 'beats'>[];
  readonly shelf: Shelf;
}

/** Checks what comes and puts what is good on the shelf, in the order it came. */
function createTaking({ script, span, scope, steer, recording, already, shelf }: Taking) {
  const shown = [...already];
  const round = crypto.randomUUID();
  const writing: Promise<unknown>[] = [];
  let refused = 0;
  let last = 0;
  return {
    taken: () => writing.length,
    refused: () => refused,
    shelved: () => Promise.all(writing),
    take(raws: readonly RawScenario[]): void {
      for (const raw of raws) {
        const checked = checkScenario({ script, already: shown, behind: span.to }, raw);
        if (!checked.ok) {
          refused += 1;
          continue;
        }
        // Each a moment later than the one before it: by their times they keep their order, in files too.
        last = Math.max(last + 1, Date.now());
        const wished = steer === undefined ? {} : { steer };
        const record = recording.id === '' ? {} : { record: recording.id };
        const scenario: Scenario = { version: 1, id: crypto.randomUUID(), round, scope, ...checked.scenario, ...wished, fate: 'open', createdAt: new Date(last).toISOString(), ...record };
        shown.push(scenario);
        recording.offered(scenarioText(scenario));
        writing.push(shelf.add(scenario));
      }
    },
  };
}

/** What the record is told of an answer's end: failed, unless it ended otherwise. */
export type Ending = Parameters<Recording['end']>[0];

/** How an answer ended, for the record. */
export function ended({ ended: how, model, usage }: Answered): Ending {
  return { ended: how, ...(model !== undefined && { model }), ...(usage && { usage }) };
}

function tellEnd({ ended: how, message }: Answered, taken: number, refused: number): string | undefined {
  if (how === 'failed') {
    return message ?? vscode.l10n.t('The model did not answer. Try again.');
  }
  if (how === 'stopped') {
    return taken > 0 ? undefined : vscode.l10n.t('Stopped before a scenario was whole.');
  }
  if (taken === 0) {
    return refused > 0
      ? vscode.l10n.t('All that came was too like what is here. Say what you are after, and ask again.')
      : vscode.l10n.t('The answer held no scenario. Try again, or connect another model.');
  }
  return how === 'cut' ? vscode.l10n.t('The answer was cut short. What was whole is here.') : undefined;
}
