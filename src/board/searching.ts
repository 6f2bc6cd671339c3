// A search for a cheaper plan of one board: what was asked, the best so far, and what it is worth. It changes nothing.
import { earliest } from '../core/board/earliest';
import { seenOf } from '../core/board/boardOfScript';
import { scenesOnBoard } from '../core/board/strips';
import type { Board } from '../core/production/board';
import { check } from '../core/schedule/check/check';
import { clashOf, type Clash } from '../core/schedule/clash/clash';
import { boardOfPlan } from '../core/schedule/boardOfPlan';
import type { Plan, PlanOptions, PlanProgress } from '../core/schedule/problem';
import type { Solver } from '../planning/planning';
import type { OptimiseScope } from './protocol';
import { inSlices, type Slices } from './slices';
import { weigh, type WeighedBoard } from './weigh';

/** Between two tellings: plans may come by the hundred in the first second. */
const TELL_MS = 120;

export class Search {
  state: 'running' | 'done' | 'failed' = 'running';
  progress: PlanProgress | undefined;
  elapsed = 0;
  /** Why no plan keeps all the rules, once that is known. */
  clash: Clash | undefined;
  private clashing: Slices<Clash> | undefined;
  private readonly abort = new AbortController();
  private best: { readonly plan: Plan; readonly board: WeighedBoard } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param started the board as it was when the search began
   * @param changed told while it runs, not more often than a view can follow
   */
  constructor(
    readonly started: WeighedBoard,
    readonly scope: OptimiseScope,
    readonly seconds: number,
    private readonly newId: () => string,
    private readonly changed: () => void,
  ) {}

  /** Resolves when it is over, however it ended. @throws what the solver breaks down with */
  async run(solver: Solver): Promise<void> {
    const began = Date.now();
    const clock = setInterval(() => {
      this.elapsed = Math.min(this.seconds, Math.floor((Date.now() - began) / 1000));
      this.changed();
    }, 1000);
    try {
      const options: PlanOptions = { seed: 1, start: this.started.plan, keep: keptDays(this.started, this.scope) };
      this.progress = await solver.plan(this.started.problem, options, { seconds: this.seconds, signal: this.abort.signal, onBetter: (progress) => this.better(progress) });
      this.state = 'done';
      await this.findClash();
    } catch (error) {
      this.state = 'failed';
      throw error;
    } finally {
      clearInterval(clock);
      clearTimeout(this.timer);
      this.elapsed = Math.min(this.seconds, Math.round((Date.now() - began) / 1000));
    }
  }

  /** At once; what was found stays. */
  stop(): void {
    this.abort.abort();
    this.clashing?.stop();
  }

  get stopped(): boolean {
    return this.abort.signal.aborted;
  }

  /** No plan keeps all rules: proved. */
  get impossible(): boolean {
    return this.state === 'done' && this.progress?.proved === true && this.progress.plan === undefined;
  }

  /** The best plan as a board, or, while none keeps the rules, the one that breaks the fewest. */
  get proposal(): WeighedBoard | undefined {
    const plan = this.progress?.plan ?? this.progress?.nearest;
    if (!plan) {
      return undefined;
    }
    if (this.best?.plan !== plan) {
      const { problem } = this.started;
      // Days that are to stay hold the others where they are.
      const early = this.scope.from === 'all' ? earliest(problem, plan, (each) => check(problem, each)) : plan;
      this.best = { plan, board: weigh(this.started, this.boardOf(early, '')) };
    }
    return this.best.board;
  }

  /** The proposal to be kept under a name; undefined while there is none. */
  boardNamed(name: string): Board | undefined {
    const { proposal, progress } = this;
    const { proved, bound = 0 } = this.worth;
    return proposal && { ...proposal.board, name, made: progress?.plan ? { by: 'engine', proved, ...(Number.isFinite(bound) && { bound }) } : { by: 'engine' } };
  }

  /** What is proved of the whole: a proof under kept days is one of the rest alone. */
  get worth(): { readonly proved: boolean; readonly bound?: number } {
    const whole = this.scope.from === 'all';
    const { proved = false, bound } = this.progress ?? {};
    return { proved: whole && proved && this.progress?.plan !== undefined, ...(whole && bound !== undefined && { bound }) };
  }

  /** Only of a search of the whole: with kept days it may be they that are in the way. */
  private async findClash(): Promise<void> {
    const { progress, scope, stopped } = this;
    if (progress?.plan || scope.from !== 'all' || (stopped && !this.impossible)) {
      return;
    }
    this.changed();
    this.clashing = inSlices(clashOf(this.started.problem, progress?.nearest ? { nearest: progress.nearest } : {}), () => undefined);
    this.clash = await this.clashing.result;
  }

  private better(progress: PlanProgress): void {
    this.progress = progress;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed();
    }, TELL_MS);
  }

  private boardOf(plan: Plan, name: string): Board {
    const { board, breakdown, parts } = this.started;
    const days = boardOfPlan(plan, parts, this.newId, board);
    const made: Board = { name, days, boneyard: board.boneyard, seen: {}, made: { by: 'engine' } };
    const onBoard = scenesOnBoard(made);
    return { ...made, seen: seenOf(breakdown.scenes.filter(({ id }) => onBoard.has(id))) };
  }
}

/** Calendar days that stay as they are. */
export function keptDays({ board, places, plan }: WeighedBoard, scope: OptimiseScope): number[] {
  if (scope.from === 'all') {
    return [];
  }
  const placeOf = (day: string): number | undefined => places[board.days.findIndex(({ id }) => id === day)];
  const days = plan.days.map(({ day }) => day);
  if (scope.from === 'day') {
    const from = placeOf(scope.day);
    return from === undefined ? days : days.filter((day) => day < from);
  }
  const free = new Set(scope.days.map(placeOf));
  return days.filter((day) => !free.has(day));
}
