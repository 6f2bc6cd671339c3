// What a server offers: its models, and how much each of them can read.
import type { Address } from './address';
import { failuresFor } from './failures';
import type { ModelFailure } from './model';
import { openExchange, type Outlet, type Permit } from './outlet';
import { inEnglish, type Translate } from './translate';

export interface ListedModel {
  readonly id: string;
  /** As far as the server says. */
  readonly contextTokens?: number;
}

export interface Lookup {
  readonly key?: string | undefined;
  readonly permit: Permit;
  readonly timeoutMs: number;
  readonly translate?: Translate;
  readonly fetch?: typeof fetch;
}

/** The models of a server, those that cannot chat left out; or why there is no list. */
export async function listModels(address: Address, lookup: Lookup, signal: AbortSignal): Promise<readonly ListedModel[] | ModelFailure> {
  const found = await getJson(address, '/models', lookup, signal);
  if (isFailure(found)) {
    return found;
  }
  const entries = entriesOf(found.json);
  if (entries === undefined) {
    return failuresFor({ host: address.host, model: '' }, lookup.translate ?? inEnglish).notAServer();
  }
  return entries.map(readEntry).filter((model) => model !== undefined).filter(({ id }) => canChat(id));
}

/**
 * One JSON text from an address of the same server.
 * @param path appended to the base address ("/models"), or with "^" before it to the origin ("^/api/ps")
 */
export async function getJson(address: Address, path: string, lookup: Lookup, signal: AbortSignal): Promise<{ readonly json: unknown } | ModelFailure> {
  const failures = failuresFor({ host: address.host, model: '', key: lookup.key }, lookup.translate ?? inEnglish);
  const outlet: Outlet = {
    origin: address.origin,
    key: lookup.key,
    permit: lookup.permit,
    firstByteMs: lookup.timeoutMs,
    idleMs: lookup.timeoutMs,
    expects: 'json',
    ...(lookup.fetch ? { fetch: lookup.fetch } : {}),
  };
  const exchange = openExchange(outlet, failures, signal);
  try {
    const response = await exchange.fetch(path.startsWith('^') ? address.origin + path.slice(1) : address.base + path);
    return { json: await response.json() };
  } catch (error) {
    return exchange.failure ?? (exchange.problem ? failures.http(exchange.problem) : error instanceof SyntaxError ? failures.notAServer() : failures.network(error));
  } finally {
    exchange.abort();
  }
}

export function isFailure(value: object): value is ModelFailure {
  return 'kind' in value && 'message' in value;
}

/** OpenAI's shape, and the bare list some servers give. */
function entriesOf(json: unknown): readonly unknown[] | undefined {
  const { data, models } = (typeof json === 'object' && json !== null ? json : {}) as { data?: unknown; models?: unknown };
  return [data, models, json].find((list) => Array.isArray(list));
}

function readEntry(entry: unknown): ListedModel | undefined {
  if (typeof entry !== 'object' || entry === null) {
    return undefined;
  }
  const fields = entry as Record<string, unknown>;
  const id = fields['id'] ?? fields['name'];
  // Names stand in messages, where VS Code makes links, even to commands, of [text](address).
  if (typeof id !== 'string' || id === '' || id.length > 200 || /[[\]\p{Cc}]/u.test(id)) {
    return undefined;
  }
  // OpenRouter, LM Studio; vLLM; Mistral; LM Studio again, for what is loaded now.
  const said = [fields['loaded_context_length'], fields['context_length'], fields['max_model_len'], fields['max_context_length']];
  const contextTokens = said.find((tokens) => typeof tokens === 'number' && tokens > 0);
  return { id, ...(typeof contextTokens === 'number' ? { contextTokens } : {}) };
}

/** OpenAI lists everything it has under one roof. */
function canChat(id: string): boolean {
  return !/embed|whisper|tts|dall-e|moderation|image|audio|realtime|transcribe|sora|rerank|babbage|davinci|guard/i.test(id);
}
