// The way to a working model on a server: key, list, choice, a test request; at each failure a way on. Knows no editor.
import type { ChatRequest } from '../core/suggest/chat';
import { candidateBases, type Address } from './address';
import { isFailure, listModels, type ListedModel, type Lookup } from './listModels';
import type { Model, ModelFailure } from './model';
import type { Permit } from './outlet';
import type { Translate } from './translate';

/** What the writer may do after a failure. `connect`, for a model that was connected before: all from the beginning. */
export type WayOn = 'retry' | 'key' | 'address' | 'model' | 'connect';

/** The questions asked of the writer; undefined always means that they gave up. */
export interface ConnectPrompts {
  typeAddress(previous: string): Promise<Address | undefined>;
  /** '' where the server needs none. */
  typeKey(address: Address, refused: boolean): Promise<string | undefined>;
  /** An empty list: the server has none, so the name is typed. */
  chooseModel(models: readonly ListedModel[], address: Address): Promise<string | undefined>;
  chooseWayOn(failure: ModelFailure, ways: readonly WayOn[]): Promise<WayOn | undefined>;
  /** Shows that something is going on, and lets the writer cancel it. */
  wait<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export interface ConnectTools {
  readonly permit: Permit;
  readonly translate: Translate;
  storedKey(origin: string): Promise<string | undefined>;
  /** The model as it would be once connected. */
  modelAt(address: Address, model: ListedModel, key: string | undefined): Model | Promise<Model>;
  readonly listTimeoutMs: number;
  readonly fetch?: typeof fetch;
}

export interface ServerChoice {
  readonly address: Address;
  readonly key?: string;
  readonly model: ListedModel;
}

/** Has nothing of the script in it. Room for models that think before they say a word. */
export const TEST_REQUEST: ChatRequest = { messages: [{ role: 'user', content: 'Answer with the one word "ready".' }], maxOutputTokens: 512 };

/** How far the writer has come. Each step fills in one more field. */
interface Progress {
  readonly address: Address;
  /** '' for none. */
  readonly key: string;
  readonly models?: readonly ListedModel[];
  readonly model?: ListedModel;
  readonly tested?: true;
}

interface Obstacle {
  readonly failure: ModelFailure;
  readonly ways: readonly WayOn[];
}

/**
 * Leads from a place to a tested model.
 * @param start where to begin; undefined: the address is typed first
 * @returns undefined when the writer gave up; nothing has been stored anywhere
 */
export async function connectServer(start: Address | undefined, prompts: ConnectPrompts, tools: ConnectTools): Promise<ServerChoice | undefined> {
  const address = start ?? (await prompts.typeAddress(''));
  let at = address && (await begin(address, prompts, tools));
  while (at !== undefined && at.tested === undefined) {
    const next: Progress | Obstacle | undefined = await takeStep(at, prompts, tools);
    at = next !== undefined && 'failure' in next ? await goOn(at, next, prompts, tools) : next;
  }
  return at?.model && { address: at.address, model: at.model, ...(at.key === '' ? {} : { key: at.key }) };
}

/** A model on this machine needs no key as a rule; if it does, its refusal leads to the question. */
async function begin(address: Address, prompts: ConnectPrompts, tools: ConnectTools): Promise<Progress | undefined> {
  const key = (await tools.storedKey(address.origin)) ?? (address.local ? '' : await prompts.typeKey(address, false));
  return key === undefined ? undefined : { address, key };
}

function takeStep(at: Progress, prompts: ConnectPrompts, tools: ConnectTools): Promise<Progress | Obstacle | undefined> {
  return at.models === undefined ? list(at, prompts, tools) : at.model === undefined ? choose(at, at.models, prompts) : test(at, at.model, prompts, tools);
}

async function goOn(at: Progress, { failure, ways }: Obstacle, prompts: ConnectPrompts, tools: ConnectTools): Promise<Progress | undefined> {
  switch (failure.kind === 'cancelled' ? undefined : await prompts.chooseWayOn(failure, ways)) {
    case 'retry':
      return at;
    case 'key': {
      const key = await prompts.typeKey(at.address, failure.kind === 'unauthorised');
      return key === undefined ? undefined : { ...at, key };
    }
    case 'address': {
      const typed = await prompts.typeAddress(at.address.base);
      // A key belongs to one origin and goes to no other.
      return typed && (typed.origin === at.address.origin ? { address: typed, key: at.key } : begin(typed, prompts, tools));
    }
    case 'model':
      return { address: at.address, key: at.key, models: at.models ?? [] };
    default:
      return undefined;
  }
}

async function list(at: Progress, prompts: ConnectPrompts, tools: ConnectTools): Promise<Progress | Obstacle | undefined> {
  const lookup: Lookup = { key: at.key === '' ? undefined : at.key, permit: tools.permit, timeoutMs: tools.listTimeoutMs, translate: tools.translate, ...(tools.fetch ? { fetch: tools.fetch } : {}) };
  const title = tools.translate('Asking {host} which models it has', { host: at.address.host });
  return prompts.wait(title, async (signal) => {
    let first: ModelFailure | undefined;
    for (const address of candidateBases(at.address)) {
      const found = await listModels(address, lookup, signal);
      if (!isFailure(found)) {
        return { ...at, address, models: found };
      }
      first ??= found;
      if (found.kind !== 'notFound' && found.kind !== 'badAnswer') {
        return { failure: found, ways: found.kind === 'blocked' ? [] : found.kind === 'unauthorised' ? ['key', 'address', 'retry'] : ['retry', 'address', 'key'] };
      }
    }
    // Some servers answer but have no list: their model's name can be typed.
    return first && { failure: first, ways: ['address', 'model', 'retry'] };
  });
}

async function choose(at: Progress, models: readonly ListedModel[], prompts: ConnectPrompts): Promise<Progress | undefined> {
  const id = (await prompts.chooseModel(models, at.address))?.trim() ?? '';
  return id === '' ? undefined : { ...at, model: models.find((model) => model.id === id) ?? { id } };
}

async function test(at: Progress, model: ListedModel, prompts: ConnectPrompts, tools: ConnectTools): Promise<Progress | Obstacle> {
  const title = tools.translate('Waiting for a first word from {model}', { model: model.id });
  return prompts.wait(title, async (signal) => {
    const asked = await tools.modelAt(at.address, model, at.key === '' ? undefined : at.key);
    for await (const event of asked.stream(TEST_REQUEST, signal)) {
      if (event.kind === 'failed') {
        return { failure: event.failure, ways: waysAfter(event.failure) };
      }
    }
    return { ...at, tested: true };
  });
}

function waysAfter({ kind }: ModelFailure): readonly WayOn[] {
  switch (kind) {
    case 'unauthorised':
      return ['key', 'model', 'retry'];
    case 'notFound':
      return ['model', 'address', 'retry'];
    case 'blocked':
      return [];
    case 'network':
    case 'timeout':
      return ['retry', 'address', 'model'];
    default:
      return ['retry', 'model', 'address'];
  }
}
