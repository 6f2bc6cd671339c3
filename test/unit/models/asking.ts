// A Model over the fault server, and what it said.
import type { ChatRequest } from '../../../src/core/suggest/chat';
import { readAddress, type Address } from '../../../src/models/address';
import type { Model, ModelEvent, ModelFailure } from '../../../src/models/model';
import { createOpenAiModel, type OpenAiModelOptions } from '../../../src/models/openaiModel';

export const SCRIPT = 'THE SECRET SCRIPT: Edward will not be coming back.';

export const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: 'Answer in JSON.' },
    { role: 'user', content: SCRIPT },
  ],
  maxOutputTokens: 200,
  answer: { name: 'alternatives', schema: { type: 'object', properties: {}, required: [], additionalProperties: false } },
};

export function addressOf(typed: string): Address {
  const address = readAddress(typed);
  if (typeof address === 'string') {
    throw new Error(`${typed}: ${address}`);
  }
  return address;
}

/** A model at a base address, with short waits, no key and leave to send, unless told otherwise. */
export function modelAt(base: string, options: Partial<OpenAiModelOptions> = {}): Model {
  return createOpenAiModel({
    address: addressOf(base),
    model: 'test-model',
    contextTokens: 8000,
    key: () => Promise.resolve(undefined),
    permit: () => Promise.resolve(undefined),
    memory: new Map(),
    idleMs: 5000,
    retryMs: 5,
    ...options,
  });
}

export interface Answer {
  readonly text: string;
  readonly events: readonly ModelEvent[];
  readonly last: ModelEvent;
}

/** Asks and reads the whole answer. */
export async function ask(model: Model, signal = new AbortController().signal, request = REQUEST): Promise<Answer> {
  const events: ModelEvent[] = [];
  for await (const event of model.stream(request, signal)) {
    events.push(event);
  }
  const last = events.at(-1);
  if (last === undefined) {
    throw new Error('no events');
  }
  return { events, last, text: events.map((event) => (event.kind === 'text' ? event.text : '')).join('') };
}

/** Asks, and gives the failure; throws if there is none. */
export async function failureOf(model: Model, signal?: AbortSignal): Promise<ModelFailure & { readonly text: string }> {
  const { last, text } = await ask(model, signal);
  if (last.kind !== 'failed') {
    throw new Error(`expected a failure, got ${JSON.stringify(last)} after ${JSON.stringify(text)}`);
  }
  return { ...last.failure, text };
}
