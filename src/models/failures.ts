// What went wrong with a request, as one sentence for the writer that says what to do next.
import { plainMessage } from '../host/plainMessage';
import type { ModelFailure } from './model';
import type { Translate } from './translate';

/** Where a request went: for naming it in sentences. */
export interface Destination {
  readonly host: string;
  readonly model: string;
  /** What must never appear in a sentence. */
  readonly key?: string | undefined;
}

/** An answer that was an error: its status (0 when it came inside a stream), body and Retry-After. */
export interface HttpProblem {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs?: number;
}

export interface Failures {
  cancelled(): ModelFailure;
  timeout(seconds: number, started: boolean): ModelFailure;
  redirected(): ModelFailure;
  wrongOrigin(): ModelFailure;
  notAServer(): ModelFailure;
  unreadable(): ModelFailure;
  empty(): ModelFailure;
  thoughtTooLong(): ModelFailure;
  refused(said?: string): ModelFailure;
  filtered(): ModelFailure;
  network(error: unknown): ModelFailure;
  http(problem: HttpProblem): ModelFailure;
}

/** The sentences about one destination. */
export function failuresFor(to: Destination, t: Translate): Failures {
  const { host, model } = to;
  const named = nameOf(to);
  return {
    cancelled: () => ({ kind: 'cancelled', message: t('Cancelled. Your script is unchanged.') }),
    timeout: (seconds, started) => ({
      kind: 'timeout',
      message: started
        ? t('{host} stopped in the middle of its answer and said nothing more for {seconds} seconds. Try again.', { host: named, seconds })
        : t('{host} did not answer within {seconds} seconds. Check that it is running, then try again.', { host: named, seconds }),
    }),
    redirected: () => ({
      kind: 'blocked',
      message: t('{host} wants to pass the request on to another address, so nothing was sent there. Connect the model again with its final address.', { host: named }),
    }),
    wrongOrigin: () => ({ kind: 'blocked', message: t('The request was not for {host}, so it was not sent. Connect the model again.', { host }) }),
    notAServer: () => ({
      kind: 'badAnswer',
      message: t('{host} does not answer as a model server. Check the address, which often ends in "/v1", and connect again.', { host: named }),
    }),
    unreadable: () => ({ kind: 'badAnswer', message: t('The answer of {host} could not be read. Try again, or choose another model.', { host }) }),
    empty: () => ({ kind: 'badAnswer', message: t('{model} answered without a word. Try again, or choose another model.', { model }) }),
    thoughtTooLong: () => ({
      kind: 'badAnswer',
      message: t('{model} used up all its room before it answered. Ask for fewer alternatives, or choose a model that thinks less.', { model }),
    }),
    refused: (said) => withWords({ kind: 'refused', message: t('{model} declined to answer. Say what you want in other words, or choose another model.', { model }) }, said, to),
    filtered: () => ({ kind: 'refused', message: t('The content filter of {host} stopped the answer. Say what you want in other words, or choose another model.', { host }) }),
    network: (error) => ({ kind: 'network', message: networkSentence(codeOf(error), to, t) }),
    http: (problem) => withWords({ ...httpFailure(problem, to, t), ...(problem.status ? { status: problem.status } : {}) }, wordsOf(problem.body), to),
  };
}

/** Begins with the model where it is known: a writer knows that name, and rarely the address. */
function networkSentence(code: string, to: Destination, t: Translate): string {
  const reason = networkReason(code, to.host, t);
  if (reason !== undefined) {
    return to.model === '' ? reason : t('{model} cannot be reached. {reason}', { model: to.model, reason });
  }
  const host = nameOf(to);
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE'
    ? t('{host} broke off the connection. Try again.', { host })
    : t('{host} could not be reached. Check the address and your network, then try again.', { host });
}

/** Why there is no way to a server, where the system says so. */
function networkReason(code: string, host: string, t: Translate): string | undefined {
  if (code === 'ECONNREFUSED') {
    return t('Nothing answers at {host}. Start the model server there, or connect to another address.', { host });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return t('There is no server by the name {host}, or there is no network. Check both, then try again.', { host });
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return t('The connection to {host} is not secure: its certificate is not valid. Check the address.', { host });
  }
  return undefined;
}

/** The model with its address, or the address alone where no model has been chosen yet. */
function nameOf({ host, model }: Destination): string {
  return model === '' ? host : `${model} (${host})`;
}

function httpFailure(problem: HttpProblem, to: Destination, t: Translate): ModelFailure {
  const { host, model } = to;
  const named = nameOf(to);
  const status = problem.status || statusWithin(problem.body);
  const body = problem.body;
  if (/content_filter|content_policy|moderation/i.test(body) && status < 500) {
    return { kind: 'refused', message: t('The content filter of {host} stopped the request. Choose another model for this scene.', { host }) };
  }
  if (isTooLong(body) && (status === 400 || status === 413 || status === 422 || status === 500)) {
    return {
      kind: 'badRequest',
      message: t('The request is too long for {model}. Lower "Context Tokens" in the settings of Backlot, or choose a model with more room.', { model }),
    };
  }
  // Google's servers answer 400 to a wrong key.
  if (status === 401 || status === 403 || status === 407 || (status === 400 && /api.?key.{0,20}(?:invalid|not valid|expired)/i.test(body))) {
    return {
      kind: 'unauthorised',
      message: status === 403
        ? t('{host} does not let this key use {model}. Check what the key may do, or connect with another one.', { host, model })
        : t('{host} does not accept the key. Connect the model again with the right one.', { host: named }),
    };
  }
  if (status === 402 || /insufficient_quota|insufficient.{0,10}(?:credit|balance|funds)/i.test(body)) {
    return { kind: 'rateLimited', message: t('The account at {host} has no credit left. Add some there, or choose another model.', { host }) };
  }
  if (status === 404 || status === 405 || status === 410) {
    return { kind: 'notFound', message: notFoundSentence(body, to, t) };
  }
  if (status === 429) {
    return { kind: 'rateLimited', message: waitSentence(problem.retryAfterMs, named, t) };
  }
  if (status === 408 || status === 504 || status === 524) {
    return { kind: 'timeout', message: t('{host} took too long and gave up. Try again.', { host: named }) };
  }
  if (status >= 500) {
    return { kind: 'overloaded', message: t('{host} is having trouble of its own just now. Try again in a little while.', { host: named }) };
  }
  return { kind: 'badRequest', message: t('{host} did not take the request for {model}. Choose another model there, or check the address.', { host, model }) };
}

function notFoundSentence(body: string, { host, model }: Destination, t: Translate): string {
  return looksLikeJson(body) && /model|endpoint/i.test(body)
    ? t('{host} has no model named {model}. Choose one it has.', { host, model })
    : t('There is no model server at this address of {host}. Check the address, which often ends in "/v1", and connect again.', { host });
}

function waitSentence(retryAfterMs: number | undefined, host: string, t: Translate): string {
  // Whoever asks for more than a day does not mean it.
  if (retryAfterMs === undefined || retryAfterMs > 24 * 3_600_000) {
    return t('{host} has had too many requests just now. Wait a minute, then try again.', { host });
  }
  const minutes = Math.ceil(retryAfterMs / 60_000);
  return minutes > 1
    ? t('{host} has had too many requests and asks to wait {minutes} minutes. Try again then.', { host, minutes })
    : t('{host} has had too many requests and asks to wait a minute. Try again then.', { host });
}

/** Whether an error says that the request does not fit the model's context. */
export function isTooLong(body: string): boolean {
  return /context_length_exceeded|context (?:length|size|window)|maximum context|too many tokens|prompt is too long|exceed_context_size/i.test(body);
}

function looksLikeJson(body: string): boolean {
  return /^\s*[{[]/.test(body);
}

/** OpenRouter and others put the status into the error object of a stream. */
function statusWithin(body: string): number {
  const code = Number(/"(?:code|status|status_code)"\s*:\s*"?(\d{3})\b/.exec(body)?.[1]);
  if (code >= 400 && code < 600) {
    return code;
  }
  if (/rate.?limit/i.test(body)) {
    return 429;
  }
  return /invalid_api_key|authentication/i.test(body) ? 401 : /invalid_request/i.test(body) ? 400 : 500;
}

/** The message inside an error body, whatever its shape; '' where there is none fit to show. */
function wordsOf(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return '';
  }
  for (let depth = 0; depth < 4 && typeof value === 'object' && value !== null; depth++) {
    const record = value as Record<string, unknown>;
    value = record['error'] ?? record['message'] ?? record['detail'] ?? record['msg'] ?? (Array.isArray(value) ? (value as unknown[])[0] : undefined);
  }
  return typeof value === 'string' ? value : '';
}

function withWords(failure: ModelFailure, words: string | undefined, to: Destination): ModelFailure {
  const said = cleanWords(words ?? '', to.key);
  return said === '' ? failure : { ...failure, said };
}

/**
 * A server's words made fit to stand in a message: one line, short, no key. Brackets go, since VS Code makes links
 * (even to commands) of `[text](address)` in messages.
 */
function cleanWords(words: string, key?: string): string {
  const secretless = key ? words.split(key).join('…') : words;
  const bare = secretless
    .replace(/\b(?:sk|key|gsk|pk|xai)-[\w*-]{6,}/gi, '…')
    .replace(/[[\]<>`]/g, '')
    .replace(/\b(?:command|javascript|https?|vscode\w*):\S+/gi, '…');
  return plainMessage(bare);
}

/** The system's code for a failed request ("ECONNREFUSED"), from the error or whatever caused it; '' if it has none. */
function codeOf(error: unknown): string {
  let at: unknown = error;
  for (let depth = 0; depth < 6 && typeof at === 'object' && at !== null; depth++) {
    const { code, cause, errors } = at as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === 'string') {
      return code;
    }
    // Node tries IPv6 and IPv4 and gives both failures as one AggregateError.
    at = cause ?? (Array.isArray(errors) ? (errors as unknown[])[0] : undefined);
  }
  return '';
}
