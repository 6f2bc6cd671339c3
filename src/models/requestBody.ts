// The body of a request: the smallest that works, and what to leave out once a server has complained.
import { estimateTokens } from '../core/suggest/estimateTokens';
import type { ChatRequest } from '../core/suggest/chat';

/** How the answer's form is asked for, the strictest first. */
export type AnswerForm = 'json_schema' | 'json_object' | 'text';

/** What a server takes, as far as it is known. */
export interface Manners {
  readonly form: AnswerForm;
  readonly limit: 'max_tokens' | 'max_completion_tokens' | 'none';
  readonly limitSwapped: boolean;
  readonly usage: boolean;
  /** OpenRouter: only providers that obey every field of the request. */
  readonly routing: boolean;
}

/** What servers have taught us: fields by origin, the form of answers by origin and model. Lives as long as the session. */
export type MannersMemory = Map<string, Manners>;

export interface Target {
  readonly origin: string;
  readonly model: string;
  readonly contextTokens: number;
}

/** What is known before anything was asked. */
function firstManners(origin: string): Manners {
  const openai = origin === 'https://api.openai.com';
  return {
    form: 'json_schema',
    // OpenAI's newer models refuse max_tokens; Mistral and older servers refuse the other (422).
    limit: openai ? 'max_completion_tokens' : 'max_tokens',
    limitSwapped: false,
    usage: openai,
    routing: origin === 'https://openrouter.ai',
  };
}

export function recallManners(memory: MannersMemory, { origin, model }: Target): Manners {
  const fields = memory.get(origin) ?? firstManners(origin);
  // Whether a model can be held to a schema differs from model to model of one server; the fields do not.
  return { ...fields, form: memory.get(`${origin} ${model}`)?.form ?? 'json_schema' };
}

export function rememberManners(memory: MannersMemory, { origin, model }: Target, manners: Manners): void {
  memory.set(origin, manners);
  memory.set(`${origin} ${model}`, manners);
}

/** The JSON body, as plain data. Never `n`, sampling, `store` or tools: some server refuses each of them. */
export function buildBody(request: ChatRequest, target: Target, manners: Manners): Record<string, unknown> {
  const format = request.answer === undefined ? undefined : responseFormat(request.answer, manners.form);
  return {
    model: target.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(manners.limit === 'none' ? {} : { [manners.limit]: request.maxOutputTokens + thinkingRoom(request, target) }),
    ...(format === undefined ? {} : { response_format: format }),
    ...(manners.usage ? { stream_options: { include_usage: true } } : {}),
    ...(manners.routing && format !== undefined ? { provider: { require_parameters: true } } : {}),
  };
}

function responseFormat(answer: NonNullable<ChatRequest['answer']>, form: AnswerForm): Record<string, unknown> | undefined {
  if (form === 'text') {
    return undefined;
  }
  return form === 'json_object'
    ? { type: 'json_object' }
    : { type: 'json_schema', json_schema: { name: answer.name, strict: true, schema: answer.schema } };
}

/**
 * Models that think count their thoughts into the limit: without room for them the answer is cut before it starts.
 * They are given what the request leaves of the context, so that the two together never pass it.
 */
function thinkingRoom(request: ChatRequest, { model, contextTokens }: Target): number {
  if (!/(?:^|\/)(?:gpt-5|o[134](?:-|$)|gpt-oss|deepseek-r|qwq|magistral)|qwen-?3|thinking|reason/i.test(model)) {
    return 0;
  }
  const asked = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return Math.max(0, Math.min(4096, contextTokens - asked - request.maxOutputTokens));
}

/**
 * After a 400, 404 or 422: the manners to try next, or undefined when the complaint is about nothing we can leave out.
 * Every call gives less than before, so trying again comes to an end.
 */
export function learnManners(manners: Manners, sent: Record<string, unknown>, status: number, complaint: string): Manners | undefined {
  const text = complaint.toLowerCase();
  const noEndpoint = status === 404 && /no (?:allowed )?(?:endpoints|providers)/.test(text);
  if (status !== 400 && status !== 422 && !noEndpoint) {
    return undefined;
  }
  const names = (...words: string[]): boolean => words.some((word) => text.includes(word));
  if (manners.limit in sent && names(manners.limit)) {
    const other = manners.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    return { ...manners, limit: manners.limitSwapped ? 'none' : other, limitSwapped: true };
  }
  if ('stream_options' in sent && names('stream_options', 'include_usage')) {
    return { ...manners, usage: false };
  }
  const lower: AnswerForm = manners.form === 'json_schema' ? 'json_object' : 'text';
  if ('response_format' in sent && (noEndpoint || names('response_format', 'response format', 'json_schema', 'json_object', 'json schema', 'json mode', 'structured', 'grammar', 'schema'))) {
    return { ...manners, form: lower };
  }
  if ('provider' in sent && names('provider', 'require_parameters')) {
    return { ...manners, routing: false };
  }
  const optional = 'response_format' in sent || 'stream_options' in sent || 'provider' in sent;
  // Nothing named: once more with nothing that is not needed.
  return optional && !noEndpoint ? { ...manners, form: 'text', usage: false, routing: false } : undefined;
}
