// VS Code's own models (those of Copilot and of other extensions) as a Model.
import * as vscode from 'vscode';
import type { ChatRequest } from '../core/suggest/chat';
import type { Model, ModelEvent, ModelFailure } from './model';
import type { Permit } from './outlet';
import { VSCODE_ORIGIN } from './permit';
import { cancelled, empty, failureOf, timedOut, tooLong } from './vscodeFailures';

export interface VscodeModelOptions {
  readonly chat: vscode.LanguageModelChat;
  readonly permit: Permit;
  /** 0: what the model says of itself. */
  readonly contextTokens: number;
  readonly idleMs: number;
  readonly log?: (line: string) => void;
}

/** How a model is named in the settings. */
export function nameOf(chat: vscode.LanguageModelChat): string {
  return `${chat.vendor}/${chat.id}`;
}

/** The model of this name ("vendor/id"), if VS Code has it now. */
export async function findVscodeModel(name: string): Promise<vscode.LanguageModelChat | undefined> {
  const slash = name.indexOf('/');
  const found = await vscode.lm.selectChatModels({ vendor: name.slice(0, Math.max(0, slash)), id: name.slice(slash + 1) });
  return found.find((chat) => nameOf(chat) === name);
}

export function createVscodeModel(options: VscodeModelOptions): Model {
  const { chat } = options;
  return {
    id: chat.id,
    label: vscode.l10n.t('{model} (VS Code)', { model: chat.name }),
    origin: VSCODE_ORIGIN + chat.vendor,
    // Nobody can tell where such a model runs.
    local: false,
    contextTokens: options.contextTokens > 0 ? options.contextTokens : chat.maxInputTokens,
    stream: (request, signal) => ask(options, request, signal),
    preview: (request) => JSON.stringify({ model: nameOf(chat), messages: foldSystem(request) }, null, 2),
  };
}

/** VS Code knows no system role: those words stand before the first of the writer's. */
function foldSystem({ messages }: ChatRequest): { readonly role: 'user' | 'assistant'; readonly content: string }[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rest = messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }]));
  if (system.length === 0) {
    return rest;
  }
  const [first, ...others] = rest;
  return first?.role === 'user'
    ? [{ role: 'user', content: [...system, first.content].join('\n\n') }, ...others]
    : [{ role: 'user', content: system.join('\n\n') }, ...rest];
}

async function* ask(options: VscodeModelOptions, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent, void, void> {
  const { chat, log } = options;
  const cancel = new vscode.CancellationTokenSource();
  const clock: { stalled: boolean; timer?: ReturnType<typeof setTimeout> } = { stalled: false };
  const onAbort = (): void => cancel.cancel();
  signal.addEventListener('abort', onAbort, { once: true });
  // A provider may ignore the token, so nothing is awaited without an eye on it.
  const stopped = new Promise<never>((_resolve, reject) => cancel.token.onCancellationRequested(() => reject(new vscode.CancellationError())));
  stopped.catch(() => undefined);
  const waitAtMost = (ms: number): void => {
    clearTimeout(clock.timer);
    clock.timer = setTimeout(() => {
      clock.stalled = true;
      cancel.cancel();
    }, ms);
  };
  const began = Date.now();
  let characters = 0;
  try {
    const blocked = await options.permit(VSCODE_ORIGIN + chat.vendor);
    if (blocked !== undefined || signal.aborted) {
      yield failed(blocked ?? cancelled());
      return;
    }
    const messages = foldSystem(request).map(({ role, content }) => (role === 'user' ? vscode.LanguageModelChatMessage.User(content) : vscode.LanguageModelChatMessage.Assistant(content)));
    if (await isTooLong(chat, messages, cancel.token)) {
      yield failed(tooLong(chat));
      return;
    }
    const justification = vscode.l10n.t('Backlot asks for alternatives to a line of your screenplay.');
    // No clock until the request is on its way: the first one waits for the writer's consent.
    const response = await Promise.race([chat.sendRequest(messages, { justification }, cancel.token), stopped]);
    waitAtMost(options.idleMs * 2);
    const parts = response.stream[Symbol.asyncIterator]();
    for (let next = await Promise.race([parts.next(), stopped]); next.done !== true; next = await Promise.race([parts.next(), stopped])) {
      waitAtMost(options.idleMs);
      if (next.value instanceof vscode.LanguageModelTextPart && next.value.value !== '') {
        characters += next.value.value.length;
        yield { kind: 'text', text: next.value.value };
      }
    }
    yield isAborted(signal) ? failed(cancelled()) : characters === 0 ? failed(empty(chat)) : { kind: 'done', finish: 'stop', model: chat.id };
  } catch (error) {
    const failure = isAborted(signal) ? cancelled() : clock.stalled ? timedOut(chat) : failureOf(error, chat);
    yield failed(failure);
  } finally {
    log?.(`model: VS Code's, ${characters} characters in ${Date.now() - began} ms`);
    clearTimeout(clock.timer);
    signal.removeEventListener('abort', onAbort);
    cancel.cancel();
    cancel.dispose();
  }
}

async function isTooLong(chat: vscode.LanguageModelChat, messages: readonly vscode.LanguageModelChatMessage[], token: vscode.CancellationToken): Promise<boolean> {
  try {
    const counts = await Promise.all(messages.map((message) => chat.countTokens(message, token)));
    return counts.reduce((sum, count) => sum + count, 0) > chat.maxInputTokens;
  } catch {
    // A provider that cannot count will say itself what it cannot take.
    return false;
  }
}

/** A call, because what was false before an await need not be so after it. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function failed(failure: ModelFailure): ModelEvent {
  return { kind: 'failed', failure };
}
