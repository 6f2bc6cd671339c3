// Asking the connected model what scenes need: part by part, each element kept as a suggestion as soon as its words are found in its scene.
import * as vscode from 'vscode';
import type { BreakdownScene } from '../core/breakdown/breakdown';
import { checkElement, type AskedScene, type ElementRefusal } from '../core/breakdown/checkElement';
import { elementsRequest, planElements, type ElementsPart, type ElementsQuestion } from '../core/breakdown/elementsRequest';
import type { ChatRequest } from '../core/suggest/chat';
import { sliceOf } from '../core/fountain/script';
import { createItemReader } from '../core/suggest/itemReader';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { connectedModel, readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import type { ProductionState, Productions } from '../planning/planning';
import { refusedIn } from './handEdits';
import { namedCategories } from './picks';
import { isSame, placed, type ModelFind, type Suggestions } from './suggestions';

/** How an asking went. */
export interface ElementsOutcome {
  readonly found: number;
  readonly refused: Readonly<Partial<Record<ElementRefusal | 'again', number>>>;
  readonly ended: Answered['ended'];
  readonly message?: string;
  /** Of the scenes that were not read to their end. */
  readonly rest: readonly string[];
}

export interface ElementAsker extends vscode.Disposable {
  /**
   * Asks about these scenes, and keeps what is found as suggestions. Undefined where no model is connected (then the writer was told), or
   * where they would not ask so often.
   */
  ask(document: vscode.TextDocument, sceneIds: readonly string[]): Promise<ElementsOutcome | undefined>;
  /** What would be asked first, and of how many requests it is the first. */
  firstRequest(document: vscode.TextDocument, sceneIds: readonly string[]): Promise<{ readonly model: Model; readonly request: ChatRequest; readonly parts: number } | undefined>;
  /** While a model is asked about a script: how far it is. */
  asking(uri: vscode.Uri): string | undefined;
  stop(uri: vscode.Uri): void;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

interface AskerParts {
  readonly app: App;
  readonly productions: Productions;
  readonly models: ModelSource;
  readonly suggestions: Suggestions;
}

/** From here on the writer is asked first: each request takes its time, and perhaps their money. */
const MANY = 4;

interface Run {
  readonly controller: AbortController;
  told: string;
}

export function createElementAsker(parts: AskerParts): ElementAsker {
  const { app, productions, models } = parts;
  const runs = new Map<string, Run>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return {
    onDidChange: changed.event,
    asking: (uri) => runs.get(uri.toString())?.told,
    stop: (uri) => runs.get(uri.toString())?.controller.abort(),
    dispose() {
      runs.forEach(({ controller }) => controller.abort());
      changed.dispose();
    },
    async firstRequest(document, sceneIds) {
      const model = await connectedModel(models);
      const state = await productions.of(document.uri);
      const question = model && questionOf(state, sceneIds, model);
      const planned = question ? planElements(question) : [];
      const [part] = planned;
      return model && question && part && { model, request: elementsRequest(question, part, alreadyIn(state, part, parts.suggestions)), parts: planned.length };
    },
    async ask(document, sceneIds) {
      const { uri } = document;
      const key = uri.toString();
      if (runs.has(key)) {
        throw new WriterError(vscode.l10n.t('The model is reading this script already. Wait for it, or stop it first.'));
      }
      // Taken before the first wait: pressed twice, a model is asked once.
      const run: Run = { controller: new AbortController(), told: vscode.l10n.t('Reading…') };
      runs.set(key, run);
      try {
        const model = await connectedModel(models);
        if (!model) {
          return undefined;
        }
        const count = planElements(questionOf(await productions.of(uri), sceneIds, model)).length;
        if (count === 0) {
          throw new WriterError(vscode.l10n.t('There is nothing to read there yet.'));
        }
        if ((count >= MANY && !(await agreesToMany(count, model))) || run.controller.signal.aborted) {
          return undefined;
        }
        changed.fire(uri);
        const started = Date.now();
        const tell = (told: string): void => {
          run.told = told;
          changed.fire(uri);
        };
        const outcome = await withProgress(run.controller, (report) => readScenes({ ...parts, model, uri, signal: run.controller.signal, tell: (told) => { tell(told); report(told); } }, sceneIds));
        app.log.info(`breakdown: ${outcome.ended}, ${outcome.found} found, ${JSON.stringify(outcome.refused)} refused, ${count} requests planned, ${Date.now() - started} ms`);
        return outcome;
      } finally {
        runs.delete(key);
        changed.fire(uri);
      }
    },
  };
}

async function agreesToMany(count: number, { label }: Model): Promise<boolean> {
  const ask = vscode.l10n.t('Ask');
  const message = vscode.l10n.t('{0} can read only a few scenes at once: this takes {1} requests. You can stop at any time and keep what has come.', plainMessage(label), count);
  return (await vscode.window.showInformationMessage(message, { modal: true }, ask)) === ask;
}

function withProgress<T>(controller: AbortController, work: (report: (message: string) => void) => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Breaking down'), cancellable: true }, async (progress, token) => {
    const cancelled = token.onCancellationRequested(() => controller.abort());
    try {
      return await work((message) => progress.report({ message: plainMessage(message) }));
    } finally {
      cancelled.dispose();
    }
  });
}

/** The scenes asked about, as the script stands in this state. Cast comes from the script itself. */
function questionOf({ script, breakdown, production }: ProductionState, sceneIds: readonly string[], { contextTokens }: Pick<Model, 'contextTokens'>): ElementsQuestion {
  const asked = new Set(sceneIds);
  const spans = breakdown.scenes.filter(({ id }) => asked.has(id)).map(({ from, to }) => ({ from, to }));
  return { script, spans, contextTokens, categories: namedCategories(production).filter(({ id }) => id !== 'cast') };
}

interface Reading extends AskerParts {
  readonly model: Model;
  readonly uri: vscode.Uri;
  readonly signal: AbortSignal;
  readonly tell: (message: string) => void;
}

/** The plan is made anew after each answer: the writer goes on writing. What was read is read, by its scenes. */
async function readScenes(reading: Reading, sceneIds: readonly string[]): Promise<ElementsOutcome> {
  const { productions, uri, model, tell } = reading;
  const tally: Tally = { found: 0, refused: {} };
  const left = new Set(sceneIds);
  const cut: string[] = [];
  let message: string | undefined;
  for (;;) {
    const state = await productions.of(uri);
    const question = questionOf(state, [...left], model);
    const [part] = planElements(question);
    if (!part) {
      return { ...tally, ended: cut.length > 0 ? 'cut' : 'whole', rest: cut };
    }
    const scenes = state.breakdown.scenes.filter(({ from, to }) => from < part.to && part.from < to);
    tell([partMessage(part, state.breakdown.scenes), ...(tally.found > 0 ? [countFound(tally.found)] : [])].join(', '));
    // A scene longer than a request is asked about part by part: the last part settles it.
    const answered = await readParts(reading, question, scenes, tally);
    if (answered.ended === 'failed' || answered.ended === 'stopped') {
      message = answered.message;
      return { ...tally, ended: answered.ended, rest: [...cut, ...left], ...(message === undefined ? {} : { message }) };
    }
    scenes.forEach(({ id }) => left.delete(id));
    if (answered.ended === 'cut') {
      cut.push(...scenes.map(({ id }) => id));
    }
  }
}

interface Tally {
  found: number;
  refused: Partial<Record<ElementRefusal | 'again', number>>;
}

/** The first run of scenes, in as many requests as its longest scene takes. */
async function readParts(reading: Reading, question: ElementsQuestion, scenes: readonly BreakdownScene[], tally: Tally): Promise<Answered> {
  const end = scenes.at(-1)?.to ?? 0;
  let answered: Answered = { ended: 'whole' };
  let isCut = false;
  for (const part of planElements(question).filter(({ from }) => from < end)) {
    answered = await readPart(reading, question, part, scenes.map(({ id }) => id), tally);
    if (answered.ended === 'failed' || answered.ended === 'stopped') {
      return answered;
    }
    isCut ||= answered.ended === 'cut';
  }
  return isCut ? { ...answered, ended: 'cut' } : answered;
}

async function readPart({ model, uri, productions, suggestions, signal }: Reading, question: ElementsQuestion, part: ElementsPart, sceneIds: readonly string[], tally: Tally): Promise<Answered> {
  let state = await productions.of(uri);
  const subscription = productions.onDidChange((changed) => {
    if (changed.toString() === uri.toString()) {
      void productions.of(uri).then((now) => (state = now), () => undefined);
    }
  });
  const reader = createItemReader();
  const take = (items: readonly unknown[]): void => {
    for (const item of items) {
      const reason = keepItem(item, state, sceneIds, question, suggestions);
      if (reason === undefined) {
        tally.found += 1;
      } else {
        tally.refused[reason] = (tally.refused[reason] ?? 0) + 1;
      }
    }
  };
  try {
    const answered = await readAnswered(model.stream(elementsRequest(question, part, alreadyIn(state, part, suggestions)), signal), (text) => take(reader.push(text)));
    take(reader.end());
    return answered;
  } finally {
    subscription.dispose();
  }
}

/** Keeps one item of an answer as a suggestion; or says why not. */
function keepItem(item: unknown, state: ProductionState, sceneIds: readonly string[], { categories }: ElementsQuestion, suggestions: Suggestions): ElementRefusal | 'again' | undefined {
  const checked = checkElement(item, state.script, askedScenes(state.breakdown.scenes, sceneIds), categories);
  if (!checked.ok) {
    return checked.reason;
  }
  const { sceneId, category, name, from, to, count } = checked.element;
  const find: ModelFind = { sceneId, category, name: knownName(state, category, name), words: sliceOf(state.script, from, to), ...(count === undefined ? {} : { count }) };
  // In the breakdown already, refused before, or named twice.
  const isAgain = !placed(find, state) || suggestions.findsOf(state.uri).some((other) => other.sceneId === sceneId && isSame(other.name, find.name));
  if (isAgain) {
    return 'again';
  }
  suggestions.add(state.uri, find);
  return undefined;
}

/** As the production spells it, where it has it: one thing, one name. */
function knownName({ production }: ProductionState, category: string, name: string): string {
  return Object.values(production.elements).find((element) => element.category === category && isSame(element.name, name))?.name ?? name;
}

function askedScenes(scenes: readonly BreakdownScene[], sceneIds: readonly string[]): AskedScene[] {
  return scenes.flatMap(({ id, from, to, number, heading }, index) => (sceneIds.includes(id) ? [{ id, from, to, number, heading, place: index + 1 }] : []));
}

/** What the scenes of a part have already or were refused, so that it is not named again. */
function alreadyIn({ breakdown, production, uri }: ProductionState, part: ElementsPart, suggestions: Suggestions): string[] {
  const finds = suggestions.findsOf(uri);
  return breakdown.scenes.flatMap((scene, index) => {
    if (scene.to <= part.from || scene.from >= part.to) {
      return [];
    }
    const names = [...scene.elements.map(({ name }) => name), ...finds.filter(({ sceneId }) => sceneId === scene.id).map(({ name }) => name), ...refusedIn(production.refused, scene.id)];
    return names.map((name) => `${index + 1}: ${name}`);
  });
}

function partMessage({ firstScene, lastScene }: ElementsPart, all: readonly BreakdownScene[]): string {
  return firstScene === lastScene ? vscode.l10n.t('scene {0} of {1}', lastScene, all.length) : vscode.l10n.t('scenes {0}–{1} of {2}', Math.max(1, firstScene), lastScene, all.length);
}

export function countFound(found: number): string {
  return found === 1 ? vscode.l10n.t('1 suggestion') : vscode.l10n.t('{0} suggestions', found);
}
