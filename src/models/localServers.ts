// Model servers on this machine: looked for only when the writer connects a model, and how much theirs can read.
import { readAddress, type Address } from './address';
import { getJson, isFailure, listModels, type ListedModel, type Lookup } from './listModels';

export interface LocalServer {
  readonly name: string;
  readonly address: Address;
  readonly models: readonly ListedModel[];
}

export interface Port {
  readonly name: string;
  readonly port: number;
}

/** Where the servers that writers use listen unless told otherwise. */
export const USUAL_PORTS: readonly Port[] = [
  { name: 'Ollama', port: 11434 },
  { name: 'LM Studio', port: 1234 },
  { name: 'llama.cpp', port: 8080 },
];

/** Asks all ports at once and gives each server as it answers. What does not answer like a model server is left out. */
export async function findLocalServers(ports: readonly Port[], lookup: Lookup, signal: AbortSignal, found: (server: LocalServer) => void): Promise<void> {
  await Promise.all(
    ports.map(async ({ name, port }) => {
      const address = readAddress(`http://127.0.0.1:${port}/v1`);
      if (typeof address === 'string') {
        return;
      }
      const models = await listModels(address, lookup, signal);
      if (!isFailure(models) && !signal.aborted) {
        found({ name, address, models });
      }
    }),
  );
}

/**
 * The tokens that a local server has loaded a model with, where it can be learnt: Ollama, LM Studio, llama.cpp.
 * Worth asking after the first answer, when the model is loaded. Ollama cuts a longer request in silence, and its
 * OpenAI-compatible door has no field to ask for more.
 */
export async function loadedContext(address: Address, model: string, lookup: Lookup, signal: AbortSignal): Promise<number | undefined> {
  const ask = async (path: string): Promise<unknown> => {
    const found = await getJson(address, path, lookup, signal);
    return isFailure(found) ? undefined : found.json;
  };
  const [ollama, studio, llama] = await Promise.all([ask('^/api/ps'), ask('^/api/v0/models'), ask('^/props')]);
  return (
    numberIn(entryOf(field(ollama, 'models'), model), 'context_length') ??
    numberIn(entryOf(field(studio, 'data'), model), 'loaded_context_length') ??
    numberIn(field(llama, 'default_generation_settings'), 'n_ctx')
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function entryOf(list: unknown, model: string): unknown {
  // Ollama adds ":latest" to a name without a tag.
  return Array.isArray(list) ? (list as unknown[]).find((entry) => ['id', 'name', 'model'].some((key) => field(entry, key) === model || field(entry, key) === `${model}:latest`)) : undefined;
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = field(value, name);
  return typeof found === 'number' && found > 0 ? found : undefined;
}
