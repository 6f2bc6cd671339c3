// A folder of scenarios in memory, with what can go wrong in a real one.
import type { Folder } from '../../../src/scenarios/shelf';

export interface MemoryFolder extends Folder {
  readonly files: Map<string, string>;
  /** The next writings fail with this. */
  fails: string | undefined;
}

export function memoryFolder(files: Readonly<Record<string, string>> = {}): MemoryFolder {
  const kept = new Map(Object.entries(files));
  const folder: MemoryFolder = {
    files: kept,
    fails: undefined,
    list: () => Promise.resolve([...kept.keys()]),
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, text) => {
      if (folder.fails !== undefined) {
        return Promise.reject(new Error(folder.fails));
      }
      kept.set(name, text);
      return Promise.resolve();
    },
    remove: (name) => {
      kept.delete(name);
      return Promise.resolve();
    },
  };
  return folder;
}
