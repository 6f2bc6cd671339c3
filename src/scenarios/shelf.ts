// One script's scenarios: read from the files beside it, changed one at a time, each a file of its own. What cannot be read is never written over.
import { readScenario, scenarioFileName, serialiseScenario, type ScenarioFault } from '../core/scenarios/file';
import type { Scenario } from '../core/scenarios/scenario';

/** The folder of a script's scenarios. What fails says so with a sentence for the writer. */
export interface Folder {
  /** Names of its files; none where there is no such folder. */
  list(): Promise<readonly string[]>;
  /** Undefined where it is gone. */
  read(name: string): Promise<string | undefined>;
  /** Whole, or not at all. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A file that cannot be read as a scenario, and why. */
export type BrokenFile = { readonly name: string } & (ScenarioFault | { readonly reason: 'twice' | 'tooMany' });

interface Held {
  readonly scenario: Scenario;
  /** Its file and the text in it as last read or written; missing while there is none. */
  readonly file?: { readonly name: string; readonly text: string };
  /** As it is here it stands in no file: nothing may be written, or writing failed. */
  readonly unsaved?: true;
}

/** More in one folder are not scenarios of one script. */
const MOST_FILES = 400;

/**
 * What a change came to. `unreadable`: its file is not a scenario any more, so nothing was written. `tooLarge`: it would not
 * be read again as a scenario, so all is as it was.
 */
export type Changed = 'written' | 'inMemory' | 'unreadable' | 'tooLarge' | 'gone';

export class Shelf {
  private held = new Map<string, Held>();
  private unread: readonly BrokenFile[] = [];
  private failure: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  /**
   * @param folder missing where nothing may be written: then the scenarios live here alone
   * @param changed called after what is here has changed
   */
  constructor(
    private folder: Folder | undefined,
    private readonly changed: () => void,
  ) {}

  /** As they were asked for, those of one asking in its order. */
  get scenarios(): readonly Scenario[] {
    return [...this.held.values()].map(({ scenario }) => scenario);
  }

  get broken(): readonly BrokenFile[] {
    return this.unread;
  }

  /** How many are in memory alone. */
  get unsaved(): number {
    return [...this.held.values()].filter(({ unsaved }) => unsaved).length;
  }

  /** Why the last writing failed, for the writer. */
  get problem(): string | undefined {
    return this.failure;
  }

  get(id: string): Scenario | undefined {
    return this.held.get(id)?.scenario;
  }

  /** Reads the folder anew: what others have brought, changed and taken away. */
  reread(): Promise<void> {
    return this.after(async () => {
      const before = this.print();
      await this.readAll();
      if (this.print() !== before) {
        this.changed();
      }
    });
  }

  /** A new scenario, in a file of its own. */
  add(scenario: Scenario): Promise<Changed> {
    return this.after(async () => {
      return this.save({ scenario });
    });
  }

  /**
   * Changes a scenario as its file says it now, so that what a colleague changed meanwhile stays.
   * @param change gives the scenario as it is to be; the same one to leave it
   */
  change(id: string, change: (scenario: Scenario) => Scenario): Promise<Changed> {
    return this.after(async () => {
      const held = this.held.get(id);
      if (!held) {
        return 'gone';
      }
      const now = await this.fresh(held);
      if (now === 'unreadable') {
        await this.readAll();
        this.changed();
        return 'unreadable';
      }
      const next = change(now);
      return next === held.scenario ? 'written' : this.save({ ...held, scenario: next });
    });
  }

  /** Deletes the discarded ones, files and all. @returns how many went */
  removeDiscarded(): Promise<number> {
    return this.after(async () => {
      let gone = 0;
      for (const [id, held] of this.held) {
        const now = held.scenario.fate === 'discarded' ? await this.fresh(held) : 'unreadable';
        // Taken back by a colleague meanwhile, or no scenario any more: it stays.
        if (now === 'unreadable' || now.fate !== 'discarded') {
          continue;
        }
        if (held.file) {
          await this.folder?.remove(held.file.name);
        }
        this.held.delete(id);
        gone += 1;
      }
      this.changed();
      return gone;
    });
  }

  /** Writes what is in memory alone, where it may be written now. */
  saveAll(folder: Folder | undefined): Promise<void> {
    return this.after(async () => {
      this.folder = folder ?? this.folder;
      this.failure = undefined;
      for (const held of [...this.held.values()]) {
        if (held.unsaved) {
          await this.save(held);
        }
      }
      this.changed();
    });
  }

  /**
   * The script is somewhere else now: so is this, as soon as what is being written has been.
   * @param folder where its files are then; missing where nothing may be written
   * @param bring brings them there; where it fails all stays here in memory, and is told as not written
   */
  move(folder: Folder | undefined, bring: () => Promise<void>): Promise<void> {
    return this.after(async () => {
      this.folder = folder;
      this.failure = undefined;
      try {
        await bring();
        for (const held of [...this.held.values()].filter(({ unsaved }) => unsaved)) {
          await this.save(held);
        }
        await this.readAll();
      } catch (error) {
        this.failure = error instanceof Error ? error.message : String(error);
        this.held = new Map([...this.held].map(([id, { scenario }]) => [id, { scenario, unsaved: true }]));
      }
      this.changed();
    });
  }

  /** Writes a scenario into its file, and tells. What cannot be written stays in memory. */
  private async save(held: Held): Promise<Changed> {
    const { folder } = this;
    const { scenario, file } = held;
    const text = serialiseScenario(scenario);
    if (!readScenario(text).ok) {
      return 'tooLarge';
    }
    try {
      if (!folder) {
        this.held.set(scenario.id, { ...held, unsaved: true });
        return 'inMemory';
      }
      // What stands in its file may be no scenario any more: then that stays, and this one gets another.
      const own = file && (await this.fresh(held)) !== 'unreadable' ? file.name : undefined;
      const name = own ?? freeName(scenarioFileName(scenario), await folder.list());
      await folder.write(name, text);
      this.failure = undefined;
      this.held.set(scenario.id, { scenario, file: { name, text } });
      return 'written';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.held.set(scenario.id, { ...held, unsaved: true });
      return 'inMemory';
    } finally {
      this.changed();
    }
  }

  /** A scenario as its file says it now; as it is here where its file is gone, or nothing is kept on disk. */
  private async fresh({ scenario, file, unsaved }: Held): Promise<Scenario | 'unreadable'> {
    const text = file && (await this.folder?.read(file.name));
    if (text === undefined || text === file?.text) {
      return scenario;
    }
    const read = readScenario(text);
    if (!read.ok || read.scenario.id !== scenario.id) {
      return 'unreadable';
    }
    return unsaved ? scenario : read.scenario;
  }

  private async readAll(): Promise<void> {
    const { folder } = this;
    if (!folder) {
      return;
    }
    const known = new Map([...this.held.values()].flatMap((held) => (held.file ? [[held.file.name, held] as const] : [])));
    const found = new Map<string, Held>();
    const unread: BrokenFile[] = [];
    const names = [...(await folder.list())].sort();
    for (const name of names.slice(0, MOST_FILES)) {
      const text = await folder.read(name);
      if (text === undefined) {
        continue;
      }
      const old = known.get(name);
      const read = old?.file?.text === text && !old.unsaved ? { ok: true as const, scenario: old.scenario } : readScenario(text);
      if (!read.ok) {
        const { ok: _, ...fault } = read;
        unread.push({ name, ...fault });
      } else if (found.has(read.scenario.id)) {
        unread.push({ name, reason: 'twice' });
      } else {
        found.set(read.scenario.id, { scenario: read.scenario, file: { name, text } });
      }
    }
    unread.push(...names.slice(MOST_FILES, MOST_FILES + 1).map((name) => ({ name, reason: 'tooMany' as const })));
    // What could not be written says more than its file does.
    const unsaved = [...this.held].filter(([, held]) => held.unsaved);
    this.held = new Map([...found, ...unsaved].sort(([, a], [, b]) => byTime(a.scenario, b.scenario)));
    this.unread = unread;
  }

  private print(): string {
    return JSON.stringify([[...this.held.values()].map(({ scenario }) => scenario), this.unread]);
  }

  /** One after the other: two changes of a file at once would lose one. */
  private after<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => undefined);
    return next;
  }
}

function byTime(a: Scenario, b: Scenario): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}

/** The name, or one beside it where a file has that name already. */
function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((each) => each.toLowerCase()));
  const stem = name.replace(/\.json$/, '');
  let free = name;
  for (let count = 2; names.has(free.toLowerCase()); count++) {
    free = `${stem}-${count}.json`;
  }
  return free;
}
