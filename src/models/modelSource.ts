// The model the writer has connected, as their settings say it now.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { createKeys, type Keys } from '../host/secrets';
import { modelSettings, onSettingsChange, type ModelSettings } from '../host/settings';
import { readAddress, type Address } from './address';
import { contextTokensFor } from './contextTokens';
import type { ListedModel } from './listModels';
import type { Model, ModelFailure } from './model';
import type { Permit } from './outlet';
import { createLeave, notSent, type Leave } from './permit';
import type { MannersMemory } from './requestBody';

export interface ModelSource {
  /** The connected model, or why there is none. Sends nothing; what may not be sent is stopped when it would leave. */
  current(): Promise<Model | ModelFailure>;
  /**
   * The same for what the writer did not command: it asks them no question, and is no model where one would have to be asked. What it
   * is given to send is held to that too.
   */
  unasked(): Promise<Model | ModelFailure>;
  /** Leads the writer to a model. */
  connect(): Promise<void>;
  /** After the writer chose another model, or changed a setting of it. */
  readonly onDidChange: vscode.Event<void>;
}

/** What connecting and asking share. */
export interface ModelHouse {
  dispose(): void;
  readonly leave: Leave;
  readonly keys: Keys;
  readonly onDidChange: vscode.Event<void>;
  readonly current: () => Promise<Model | ModelFailure>;
  readonly unasked: () => Promise<Model | ModelFailure>;
  /** A model on a server; with a key of its own while it is being tried, otherwise with the one stored for the origin. */
  modelAt(address: Address, model: ListedModel, trying?: { readonly key: string | undefined }): Promise<Model>;
  /** Keeps what a server said it can read. */
  rememberContext(address: Address, model: string, tokens: number): Promise<void>;
}

const CONTEXTS = 'backlot.modelContexts';

export function createModelHouse({ context, log }: App): ModelHouse {
  const keys = createKeys(context.secrets);
  const leave = createLeave(context.globalState, log);
  const memory: MannersMemory = new Map();
  const changed = new vscode.EventEmitter<void>();
  const settings = onSettingsChange(['model'], () => changed.fire());
  const logLine = (line: string): void => log.info(line);
  const contexts = (): Record<string, number> => context.globalState.get(CONTEXTS, {});
  const nameFor = (address: Address, model: string): string => `${address.base} ${model}`;

  const modelBy = async (permit: Permit, address: Address, model: ListedModel, trying?: { readonly key: string | undefined }): Promise<Model> => {
    // Read when there is a model to ask: a writer without one starts without it.
    const { createOpenAiModel } = await import('./openaiModel');
    const { contextTokens, idleTimeoutSeconds } = modelSettings();
    return createOpenAiModel({
      address,
      model: model.id,
      contextTokens: contextTokensFor(model.id, address.local, contextTokens, model.contextTokens ?? contexts()[nameFor(address, model.id)]),
      key: () => (trying ? Promise.resolve(trying.key) : keys.get(address.origin)),
      permit,
      memory,
      idleMs: idleTimeoutSeconds * 1000,
      log: logLine,
      translate: (message, args) => (args ? vscode.l10n.t(message, args) : vscode.l10n.t(message)),
    });
  };

  const modelAt: ModelHouse['modelAt'] = (...asked) => modelBy(leave.permit, ...asked);
  const unasked = async (): Promise<Model | ModelFailure> => {
    const access = context.languageModelAccessInformation;
    let permit = leave.unasked;
    // VS Code asks for its own consent at a first request, in a modal message too.
    const permitFor = (chat: vscode.LanguageModelChat): Permit => (permit = async (origin) => (access.canSendRequest(chat) === true ? leave.unasked(origin) : notSent()));
    const model = await resolve(modelSettings(), (...asked) => modelBy(leave.unasked, ...asked), { permitFor, log: logLine });
    return 'stream' in model ? ((await permit(model.origin)) ?? model) : model;
  };

  return {
    leave,
    keys,
    onDidChange: changed.event,
    modelAt,
    unasked,
    current: () => resolve(modelSettings(), modelAt, { permitFor: () => leave.permit, log: logLine }),
    rememberContext: async (address, model, tokens) => context.globalState.update(CONTEXTS, { ...contexts(), [nameFor(address, model)]: tokens }),
    dispose: () => {
      settings.dispose();
      changed.dispose();
    },
  };
}

interface Ways {
  /** What may leave for one of VS Code's own models. */
  readonly permitFor: (chat: vscode.LanguageModelChat) => Permit;
  readonly log: (line: string) => void;
}

async function resolve(settings: ModelSettings, modelAt: ModelHouse['modelAt'], { permitFor, log }: Ways): Promise<Model | ModelFailure> {
  const { provider, name, address: typed, contextTokens, idleTimeoutSeconds } = settings;
  if (provider === 'none' || name === '' || (provider === 'openai-compatible' && typed === '')) {
    return notConnected(vscode.l10n.t('No model is connected. Run "Backlot: Connect a Model" to choose one.'));
  }
  if (provider === 'vscode') {
    const { createVscodeModel, findVscodeModel } = await import('./vscodeModel');
    const chat = await findVscodeModel(name);
    return chat
      ? createVscodeModel({ chat, permit: permitFor(chat), contextTokens, idleMs: idleTimeoutSeconds * 1000, log })
      : notConnected(vscode.l10n.t('VS Code does not have the model {name} now. Run "Backlot: Connect a Model" to choose another.', { name }));
  }
  const address = readAddress(typed);
  return typeof address === 'string'
    ? notConnected(vscode.l10n.t('The address of the model in your settings is not a web address. Run "Backlot: Connect a Model" to enter it again.'))
    : modelAt(address, { id: name });
}

function notConnected(message: string): ModelFailure {
  return { kind: 'notConnected', message };
}
