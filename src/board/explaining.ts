// Explains the plan of one board, in slices between the editor's own work; what is known so far can be shown at any time.
import { explainPlan, type Explained } from '../core/schedule/explain/explain';
import { inSlices, type Slices } from './slices';
import type { WeighedBoard } from './weigh';

/** Between two tellings. */
const TELL_MS = 150;

export class Explaining {
  state: 'running' | 'done' | 'failed' = 'running';
  explained: Explained | undefined;
  private work: Slices<Explained> | undefined;
  private told = 0;

  constructor(
    readonly started: WeighedBoard,
    private readonly changed: () => void,
  ) {}

  /** Resolves when all is explained, or it was stopped. @throws what the explaining breaks down with */
  async run(): Promise<void> {
    const { problem, plan } = this.started;
    this.work = inSlices(explainPlan(problem, plan, { seed: 1 }), (explained) => {
      this.explained = explained;
      if (Date.now() - this.told >= TELL_MS) {
        this.told = Date.now();
        this.changed();
      }
    });
    try {
      this.explained = (await this.work.result) ?? this.explained;
      this.state = 'done';
    } catch (error) {
      this.state = 'failed';
      throw error;
    } finally {
      this.changed();
    }
  }

  /** What is known stays. */
  stop(): void {
    this.work?.stop();
  }
}
