// The only file that knows the `openai` package. A bundle of its own on the desktop, loaded at the first request.
import OpenAI from 'openai';

/** The parts of a streamed piece that Backlot reads. Servers differ, so nothing in it is taken for granted. */
export interface ChatChunk {
  readonly model?: unknown;
  readonly choices?: readonly { readonly delta?: ChunkDelta | null; readonly message?: ChunkDelta | null; readonly finish_reason?: string | null }[] | null;
  readonly usage?: {
    readonly prompt_tokens?: number;
    readonly completion_tokens?: number;
    readonly prompt_tokens_details?: { readonly cached_tokens?: number } | null;
  } | null;
}

export interface ChunkDelta {
  /** A string, or a list of parts (Mistral's thinking models). Thoughts stand in other fields and are not read. */
  readonly content?: unknown;
  readonly refusal?: string | null;
}

export type SendOnce = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Sends one chat request and gives its pieces as they come. Retries, limits and errors are the caller's: they are in
 * `fetch`, which sees every byte. Rejects when the request fails; the pieces throw when the stream breaks.
 */
export async function openChat(base: string, body: Record<string, unknown>, fetch: SendOnce, signal: AbortSignal): Promise<AsyncIterable<ChatChunk>> {
  // Whatever is left undefined here is read from the environment (OPENAI_BASE_URL, OPENAI_ORG_ID, OPENAI_LOG, ...).
  const client = new OpenAI({
    baseURL: base,
    // `fetch` writes all headers itself, the key too; this only keeps the client from looking for one.
    apiKey: 'unused',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // The caller's clocks run on silence, not on the whole; this one must never be the first.
    timeout: 24 * 3600 * 1000,
    logLevel: 'off',
    defaultHeaders: {},
    defaultQuery: {},
    // In a web worker the package suspects a web page; here the key is the writer's own and stays in SecretStorage.
    dangerouslyAllowBrowser: true,
    fetch,
  });
  // The body is built field by field in requestBody.ts; the package's type would forbid what other servers need.
  const params = body as unknown as OpenAI.ChatCompletionCreateParamsStreaming;
  return (await client.chat.completions.create(params, { signal, maxRetries: 0 })) as AsyncIterable<ChatChunk>;
}

/** The error object that a server put inside its stream, as JSON; undefined for any other error. */
export function errorInStream(error: unknown): string | undefined {
  return error instanceof OpenAI.APIError && error.error !== undefined ? JSON.stringify({ error: error.error as unknown }) : undefined;
}
