// One script's production as its file keeps it: read, changed one change at a time, taken back and done again. What cannot be read is never written over.
import type { Production } from '../core/production/production';

/** The file of a production. What fails says so with a sentence for the writer. */
export interface ProductionFile {
  /** Undefined where there is none. */
  read(): Promise<string | undefined>;
  /** Whole, or not at all. */
  write(text: string): Promise<void>;
}

/** How a file's text becomes a production and back: core/production/file.ts. */
export interface ProductionForm {
  read(text: string): { readonly production: Production } | { readonly trouble: string };
  write(production: Production): string;
  /** Why a text may not be written: read back it would be no production. Undefined where it may. A sentence for the writer. */
  refuse(text: string): string | undefined;
  empty(): Production;
}

interface Step {
  readonly label: string;
  readonly before: Production;
  readonly after: Production;
}

/** Older steps are let go: each holds a production. */
const MOST_STEPS = 200;

/** The file says something else than was thought and cannot be read, or could not be read once written: nothing is written. The message is a sentence for the writer. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export class KeptProduction {
  private text: string | undefined;
  private readAs: Production;
  private fault: string | undefined;
  private past: Step[] = [];
  private future: Step[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  /** @param changed called after what is here has changed, whoever did it */
  constructor(
    private readonly file: ProductionFile,
    private readonly form: ProductionForm,
    private readonly changed: () => void,
  ) {
    this.readAs = form.empty();
  }

  /** As the file has it; an empty one while there is no file, or none that can be read. */
  get production(): Production {
    return this.readAs;
  }

  get kept(): boolean {
    return this.text !== undefined && this.fault === undefined;
  }

  /** Why the file cannot be read, as a sentence. */
  get trouble(): string | undefined {
    return this.fault;
  }

  /** Work that no change may run beside, such as giving the file another name. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.after(work);
  }

  /** Reads the file anew: what another hand, or git, has made of it. That ends the history of changes: they are not ours to take back. */
  reread(): Promise<void> {
    return this.after(() => this.readNow());
  }

  /**
   * @param make given what is here once all changes before are done; gives the production before the change and after it.
   * The same one twice: nothing to do
   * @throws Unreadable, or what writing throws: then all is as it was
   */
  change(label: string, make: () => { readonly before: Production; readonly after: Production }): Promise<void> {
    return this.after(async () => {
      await this.readForWriting();
      const { before, after } = make();
      if (before === after) {
        return;
      }
      await this.write(after);
      this.past = [...this.past, { label, before, after }].slice(-MOST_STEPS);
      this.future = [];
      this.changed();
    });
  }

  /** Takes the last change back; resolves to what it was, undefined where there is none. */
  undo(): Promise<string | undefined> {
    return this.travel(() => this.past, ({ before }) => before, () => this.future);
  }

  redo(): Promise<string | undefined> {
    return this.travel(() => this.future, ({ after }) => after, () => this.past);
  }

  /** What undo would take back. */
  get undoable(): string | undefined {
    return this.past.at(-1)?.label;
  }

  /** What redo would do again. */
  get redoable(): string | undefined {
    return this.future.at(-1)?.label;
  }

  /** @param from where the step is taken from, and `to` which list it goes; both may be emptied by what another hand has written */
  private travel(from: () => Step[], target: (step: Step) => Production, to: () => Step[]): Promise<string | undefined> {
    return this.after(async () => {
      await this.readForWriting();
      const step = from().at(-1);
      if (!step) {
        return undefined;
      }
      await this.write(target(step));
      from().pop();
      to().push(step);
      this.changed();
      return step.label;
    });
  }

  /** One after the other; a failed one holds up none behind it. */
  private after<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async readForWriting(): Promise<void> {
    await this.readNow();
    if (this.fault !== undefined) {
      throw new Unreadable(this.fault);
    }
  }

  private async readNow(): Promise<void> {
    const text = await this.file.read();
    if (text === this.text) {
      return;
    }
    this.text = text;
    this.past = [];
    this.future = [];
    const read = text === undefined ? { production: this.form.empty() } : this.form.read(text);
    this.fault = 'trouble' in read ? read.trouble : undefined;
    this.readAs = 'trouble' in read ? this.form.empty() : read.production;
    this.changed();
  }

  private async write(production: Production): Promise<void> {
    const text = this.form.write(production);
    // What would lock the production out of its own file is not written: all of it would be lost to the views.
    const refusal = this.form.refuse(text);
    if (refusal !== undefined) {
      throw new Unreadable(refusal);
    }
    await this.file.write(text);
    this.text = text;
    this.readAs = production;
  }
}
