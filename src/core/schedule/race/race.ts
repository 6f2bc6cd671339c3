// Several runs of the planning engine against each other, each with its own seed: gathers what they find, believes no plan that the checker has not passed, and ends them.
import type { CheckedPlan } from '../checked';
import { check } from '../check/check';
import type { PlanOptions, PlanProgress, Problem } from '../problem';
import { isWorkerNews, type EngineWorker, type WorkerNews } from './messages';

/** A difference of costs that comes from the order of adding up alone. */
const ROUNDING = 1e-6;

export interface RaceWatcher {
  /** Each better plan, bound or proof. */
  onBetter(progress: PlanProgress, checked: CheckedPlan | undefined): void;
  /** A worker broke down, or told what is not so; the others go on. Sizes and reasons, never a word of the script. */
  onTrouble?(reason: string): void;
}

/** Runs the engine on workers until it is proved, all have ended, or `stop`. Knows no clock: who has a time limit calls `stop`. */
export class Race {
  /** Resolves to the best known; rejects where every worker broke down before there was a plan. */
  readonly result: Promise<PlanProgress>;
  #resolve: (progress: PlanProgress) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  readonly #problem: Problem;
  readonly #watcher: RaceWatcher;
  readonly #workers: readonly EngineWorker[];
  readonly #running: Set<EngineWorker>;
  readonly #steps = new Map<EngineWorker, number>();
  #best: PlanProgress = { cost: Infinity, bound: 0, proved: false, steps: 0 };
  #checked: CheckedPlan | undefined;
  #breaches = Infinity;
  #broken: Error | undefined;
  #ended = 0;
  #over = false;

  /** @param workers at least one; the first has the options' seed, each other the next higher one */
  constructor(workers: readonly EngineWorker[], problem: Problem, options: PlanOptions, watcher: RaceWatcher) {
    this.#problem = problem;
    this.#watcher = watcher;
    this.#workers = workers;
    this.#running = new Set(workers);
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    workers.forEach((worker, index) => {
      worker.listen((news) => this.#hear(worker, news), (error) => this.#lose(worker, error));
      worker.start({ kind: 'plan', problem, options: { ...options, seed: options.seed + index } });
    });
  }

  /** Ends all workers at once; `result` resolves to what is known. */
  stop(): void {
    this.#finish();
  }

  #hear(worker: EngineWorker, news: unknown): void {
    if (this.#over || !this.#running.has(worker)) {
      return;
    }
    if (!isWorkerNews(news)) {
      this.#lose(worker, new Error('a worker of the planning engine told what cannot be read'));
      return;
    }
    this.#read(worker, news);
  }

  #read(worker: EngineWorker, news: WorkerNews): void {
    if (news.kind === 'failed') {
      this.#lose(worker, new Error(news.reason));
      return;
    }
    const { progress } = news;
    this.#steps.set(worker, progress.steps);
    const better = this.#take(progress);
    // Tell before ending, so that the last plan told is the one returned.
    if (better) {
      this.#watcher.onBetter(this.#best, this.#checked);
    }
    if (this.#best.proved) {
      this.#finish();
    } else if (news.kind === 'over') {
      this.#running.delete(worker);
      this.#ended += 1;
      worker.end();
      this.#finishIfAlone();
    }
  }

  /** Takes over what is better in a worker's progress; whether anything was. */
  #take(progress: PlanProgress): boolean {
    let { plan, cost, nearest, bound, proved } = this.#best;
    let better = false;
    // Who prices a plan wrongly is not believed a bound or a proof: the plan is, at the checker's price.
    let isWrong = false;
    // With a proof comes the best of the plans that cost the same: it begins earlier, or waits less.
    const wanted = progress.proved && !this.#best.proved && progress.cost <= cost + ROUNDING;
    if (progress.plan && (progress.cost < cost - ROUNDING || wanted)) {
      const checked = check(this.#problem, progress.plan);
      if (checked.flags.length > 0) {
        this.#watcher.onTrouble?.(`a plan breaks ${checked.flags.length} of its conditions: ${checked.flags[0]?.kind ?? ''}`);
        return false;
      }
      if (Math.abs(checked.cost.total - progress.cost) > ROUNDING * Math.max(1, checked.cost.total)) {
        this.#watcher.onTrouble?.(`a plan costs ${checked.cost.total}, not ${progress.cost}`);
        isWrong = true;
      }
      if (checked.cost.total < cost || (wanted && checked.cost.total <= cost + ROUNDING)) {
        plan = progress.plan;
        cost = checked.cost.total;
        nearest = undefined;
        this.#checked = checked;
        better = true;
      }
    } else if (!plan && progress.nearest && progress.nearest !== nearest) {
      const breaches = check(this.#problem, progress.nearest).flags.length;
      if (breaches < this.#breaches) {
        this.#breaches = breaches;
        nearest = progress.nearest;
        better = true;
      }
    }
    if (!isWrong && progress.bound > bound && progress.bound <= cost + ROUNDING * Math.max(1, cost)) {
      bound = Math.min(progress.bound, cost);
      better = true;
    }
    // A worker's proof holds for its own plan: it is this one, or one that costs the same, or there is none at all. A bound that is met ends
    // nothing by itself: the engine goes on for a while, for the best of the plans that cost the same.
    if (!isWrong && !proved && progress.proved && (plan ? bound >= cost || (progress.plan !== undefined && progress.cost >= cost - ROUNDING) : !progress.plan)) {
      proved = true;
      bound = plan ? cost : bound;
      better = true;
    }
    const steps = [...this.#steps.values()].reduce((sum, each) => sum + each, 0);
    this.#best = { ...(plan && { plan }), cost, ...(!plan && nearest && { nearest }), bound, proved, steps };
    return better;
  }

  #lose(worker: EngineWorker, error: Error): void {
    if (this.#over || !this.#running.delete(worker)) {
      return;
    }
    this.#broken = error;
    worker.end();
    this.#watcher.onTrouble?.(`a worker of the planning engine ended: ${error.message}`);
    this.#finishIfAlone();
  }

  #finishIfAlone(): void {
    if (this.#running.size > 0) {
      return;
    }
    if (this.#broken && this.#ended === 0 && !this.#best.plan) {
      this.#over = true;
      this.#reject(this.#broken);
      return;
    }
    this.#finish();
  }

  #finish(): void {
    if (this.#over) {
      return;
    }
    this.#over = true;
    for (const worker of this.#workers) {
      worker.end();
    }
    const { plan, bound, cost } = this.#best;
    this.#resolve(plan && bound >= cost ? { ...this.#best, proved: true } : this.#best);
  }
}
