// The report's figures of models and of what was not taken.
import type { AcceptEntry, AskedModel, DeclineEntry, Entry, OfferEntry } from './entry';
import { takenBackIn } from './liveAccepts';
import type { AcceptedSuggestion } from './reportAccepted';

/** A model at a provider, as asked for and as the answers named it. */
export interface ModelUse extends AskedModel {
  readonly requests: number;
  /** Alternatives offered. */
  readonly alternatives: number;
  /** Suggestions accepted and not taken back. */
  readonly accepted: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests whose tokens are not known. */
  readonly uncounted: number;
  /** ISO 8601, UTC. */
  readonly first: string;
  readonly last: string;
}

export interface Refused {
  /** Alternatives offered in all. */
  readonly offered: number;
  /** Offers of which something was accepted and not taken back. */
  readonly used: number;
  /** Alternatives the writer discarded. */
  readonly declined: number;
  /** Offers with alternatives of which nothing was ever accepted. */
  readonly unused: number;
  /** Accepted and then undone. */
  readonly takenBack: number;
  /** Requests that ended without an alternative. */
  readonly fruitless: number;
}

/** Models in order of first use. */
export function modelsOf(entries: readonly Entry[], accepted: readonly AcceptedSuggestion[]): ModelUse[] {
  const keyOf = ({ origin, asked, returned, local }: AskedModel): string => JSON.stringify([origin, asked, returned ?? null, local]);
  const taken = new Map<string, number>();
  for (const { model, takenBack } of accepted) {
    if (model && !takenBack) {
      taken.set(keyOf(model), (taken.get(keyOf(model)) ?? 0) + 1);
    }
  }
  const models = new Map<string, ModelUse>();
  for (const entry of entries) {
    if (entry.kind === 'offer') {
      const key = keyOf(entry.model);
      models.set(key, withOffer(models.get(key) ?? newModel(entry.model, entry.time, taken.get(key) ?? 0), entry, entry.time));
    }
  }
  return [...models.values()];
}

function newModel({ origin, local, asked, returned }: AskedModel, time: string, accepted: number): ModelUse {
  return { origin, local, asked, ...(returned !== undefined && { returned }), requests: 0, alternatives: 0, accepted, inputTokens: 0, outputTokens: 0, uncounted: 0, first: time, last: time };
}

function withOffer(model: ModelUse, { alternatives, usage }: OfferEntry, time: string): ModelUse {
  return {
    ...model,
    requests: model.requests + 1,
    alternatives: model.alternatives + alternatives.length,
    inputTokens: model.inputTokens + (usage?.inputTokens ?? 0),
    outputTokens: model.outputTokens + (usage?.outputTokens ?? 0),
    uncounted: model.uncounted + (usage ? 0 : 1),
    first: time < model.first ? time : model.first,
    last: time > model.last ? time : model.last,
  };
}

/** @param entries the script's, in order of time */
export function refusedOf(entries: readonly Entry[]): Refused {
  const offers = entries.filter((entry) => entry.kind === 'offer');
  const gone = takenBackIn(entries);
  const used = new Set(entries.flatMap((entry) => (entry.kind === 'accept' && entry.offer !== undefined && !gone.has(entry.id) ? [entry.offer] : [])));
  const known = new Set(offers.map(({ id }) => id));
  const answers = answersByOffer(entries);
  return {
    offered: offers.reduce((sum, { alternatives }) => sum + alternatives.length, 0),
    used: [...used].filter((id) => known.has(id)).length,
    declined: offers.reduce((sum, offer) => sum + declinedOf(offer, answers.get(offer.id) ?? []), 0),
    unused: offers.filter(({ id, alternatives }) => alternatives.length > 0 && !used.has(id)).length,
    takenBack: entries.filter(({ kind, id }) => kind === 'accept' && gone.has(id)).length,
    fruitless: offers.filter(({ alternatives }) => alternatives.length === 0).length,
  };
}

type Answer = AcceptEntry | DeclineEntry;

/** What the writer said to each offer, in order of time. */
function answersByOffer(entries: readonly Entry[]): ReadonlyMap<string, readonly Answer[]> {
  const answers = new Map<string, Answer[]>();
  for (const entry of entries) {
    if ((entry.kind === 'accept' || entry.kind === 'decline') && entry.offer !== undefined) {
      const known = answers.get(entry.offer);
      if (known) {
        known.push(entry);
      } else {
        answers.set(entry.offer, [entry]);
      }
    }
  }
  return answers;
}

/** How many of an offer's alternatives were discarded, each once; "all that was left" is what was neither discarded nor taken. */
function declinedOf({ alternatives }: OfferEntry, answers: readonly Answer[]): number {
  const discarded = new Set<string>();
  const taken = new Set<string>();
  for (const answer of answers) {
    if (answer.kind === 'accept') {
      taken.add(answer.alternative ?? '');
    } else {
      const those = answer.alternatives === 'all' ? alternatives.map(({ hash }) => hash).filter((hash) => !taken.has(hash)) : answer.alternatives;
      those.forEach((hash) => discarded.add(hash));
    }
  }
  return alternatives.filter(({ hash }) => discarded.has(hash)).length;
}
