// The command line's model, named by the environment: the only place where the environment decides what is asked.
import { readAddress } from './address';
import { contextTokensFor } from './contextTokens';
import type { Model, ModelFailure } from './model';
import { createOpenAiModel } from './openaiModel';

const IDLE_MS = 30_000;

/**
 * The model that BACKLOT_BASE_URL and BACKLOT_MODEL name, asked with BACKLOT_API_KEY where there is one;
 * BACKLOT_CONTEXT_TOKENS says how much it can read. Or what is missing, in one sentence. Sends nothing.
 */
export function modelFromEnvironment(env: Readonly<Record<string, string | undefined>>): Model | ModelFailure {
  const base = env['BACKLOT_BASE_URL']?.trim() ?? '';
  const model = env['BACKLOT_MODEL']?.trim() ?? '';
  if (base === '' || model === '') {
    const missing = [base === '' ? 'BACKLOT_BASE_URL' : '', model === '' ? 'BACKLOT_MODEL' : ''].filter((name) => name !== '').join(' and ');
    return { kind: 'notConnected', message: `No model is named: set ${missing} (and BACKLOT_API_KEY if the server wants a key).` };
  }
  const address = readAddress(base);
  if (typeof address === 'string') {
    return { kind: 'notConnected', message: 'BACKLOT_BASE_URL is not an address of a model server: give one like http://localhost:11434/v1.' };
  }
  const key = env['BACKLOT_API_KEY']?.trim();
  const setting = Number(env['BACKLOT_CONTEXT_TOKENS'] ?? 0);
  return createOpenAiModel({
    address,
    model,
    contextTokens: contextTokensFor(model, address.local, Number.isFinite(setting) ? setting : 0),
    key: () => Promise.resolve(key === '' ? undefined : key),
    // Whoever sets these variables and runs this verb has said yes to this origin; the door lets through no other.
    permit: () => Promise.resolve(undefined),
    memory: new Map(),
    idleMs: IDLE_MS,
  });
}
