// The writer's keys: in VS Code's SecretStorage alone, each under the origin it may be sent to. Never in a log or a setting.
import type * as vscode from 'vscode';

const PREFIX = 'backlot.key:';

export interface Keys {
  /** The key for an origin (`new URL(address).origin`), if there is one. */
  get(origin: string): Promise<string | undefined>;
  store(origin: string, key: string): Promise<void>;
  forget(origin: string): Promise<void>;
  /** The origins that have a key. */
  origins(): Promise<string[]>;
}

export function createKeys(secrets: vscode.SecretStorage): Keys {
  return {
    get: async (origin) => secrets.get(PREFIX + origin),
    store: async (origin, key) => secrets.store(PREFIX + origin, key),
    forget: async (origin) => secrets.delete(PREFIX + origin),
    origins: async () => (await secrets.keys()).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
  };
}
