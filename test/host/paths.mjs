// Where things are: the checkout, and the cache folder for what is heavy to install.
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A second extension, which brings a language model: how tests meet VS Code's own models. */
export const TEST_MODEL = path.join(ROOT, 'test/support/testModel');

/** The browser-served VS Code: code-server 4.139.1 carries VS Code 1.139.1. `recipe` changes when the way of installing does. */
export const VERSIONS = { codeServer: '4.139.1', node: '24.21.0', recipe: 1 };

/** Kept between runs and shared by all checkouts of this user. */
export const CACHE = process.env.BACKLOT_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'backlot');

const key = createHash('sha256').update(JSON.stringify({ ...VERSIONS, platform: process.platform, arch: process.arch })).digest('hex').slice(0, 12);

/** The folder of the browser-served VS Code; VSCODE_HOST_DIR names one that stands already. */
export const HOST_DIR = process.env.VSCODE_HOST_DIR ?? path.join(CACHE, `vscode-host-${key}`);

/** The Node that the browser-served VS Code runs on. */
export function hostNode(dir = HOST_DIR) {
  return path.join(dir, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
}

/** The program that starts the browser-served VS Code. */
export function hostEntry(dir = HOST_DIR) {
  return path.join(dir, 'node_modules/code-server/out/node/entry.js');
}
