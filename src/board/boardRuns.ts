// What runs for a board: a search for a cheaper plan, and explanations. Both show what they find and change nothing before a yes.
import * as vscode from 'vscode';
import type { Board } from '../core/production/board';
import { WriterError } from '../host/commands';
import type { Planning } from '../planning/planning';
import type { BoardSession } from './boardSession';
import { freeName, sameStrips, SCRIPT_ORDER } from './boards';
import { Explaining } from './explaining';
import type { BoardState, OptimiseScope } from './protocol';
import { reasonsView } from './reasonsView';
import { runView } from './runView';
import { Search } from './searching';

const CHOSEN_SECONDS = 'backlot.board.seconds';

export class BoardRuns implements vscode.Disposable {
  search: Search | undefined;
  private explaining: Explaining | undefined;

  constructor(
    private readonly session: BoardSession,
    private readonly planning: Planning,
  ) {}

  dispose(): void {
    this.search?.stop();
    this.explaining?.stop();
  }

  /** For a state of the view. */
  views(): Pick<BoardState, 'run' | 'reasons'> {
    const { weighed, ground, telling } = this.session;
    return {
      ...(this.search && { run: runView(this.search, weighed, ground, telling) }),
      ...(this.explaining && { reasons: reasonsView(this.explaining, weighed, telling) }),
    };
  }

  get seconds(): number {
    const kept = this.session.app.context.globalState.get<number>(CHOSEN_SECONDS, 10);
    return Number.isFinite(kept) ? Math.min(3600, Math.max(1, kept)) : 10;
  }

  /** Searches until it is proved, over or stopped; what was found meanwhile stands beside the board. */
  async optimise(scope: OptimiseScope, seconds: number): Promise<void> {
    await this.session.app.context.globalState.update(CHOSEN_SECONDS, seconds);
    this.search?.stop();
    const { ground, weighed, productions } = this.session;
    const search = new Search(weighed, scope, seconds, () => productions.newId(ground.production), () => this.tellRun(search));
    this.search = search;
    this.tellRun(search);
    try {
      await search.run(await this.planning.solver());
    } finally {
      this.tellRun(search);
    }
  }

  /** The proposal becomes a board, and nothing else changes. */
  async take(as: 'new' | 'replace'): Promise<void> {
    const { search, session } = this;
    const { id } = session.shown;
    const made = search?.boardNamed('');
    if (!search || !made) {
      throw new WriterError(vscode.l10n.t('There is no proposed plan to take. Search for one first.'));
    }
    const label = vscode.l10n.t('Take the proposed plan');
    const name = made.made.proved === true ? vscode.l10n.t('Cheapest plan') : vscode.l10n.t('Best found');
    if (as === 'replace' && id !== SCRIPT_ORDER && !sameStrips(session.weighed.board, search.started.board)) {
      throw new WriterError(vscode.l10n.t('This is not the board that the plan was made from any more. Take the plan as a new board: then nothing of yours is lost.'));
    }
    search.stop();
    this.search = undefined;
    if (as === 'replace' && id !== SCRIPT_ORDER) {
      await session.replace(label, id, (board): Board => ({ ...made, name: board.name }));
    } else {
      await session.keep(label, ({ production }): Board => ({ ...made, name: freeName(production, name) }));
    }
  }

  async leave(): Promise<void> {
    this.search?.stop();
    this.search = undefined;
    await this.session.refresh();
  }

  stop(what: 'run' | 'reasons'): void {
    (what === 'run' ? this.search : this.explaining)?.stop();
  }

  /** Resolves when all is explained, or it was stopped. */
  async explain(): Promise<void> {
    this.explaining?.stop();
    const explaining = new Explaining(this.session.weighed, () => this.tellReasons(explaining));
    this.explaining = explaining;
    this.tellReasons(explaining);
    await explaining.run();
  }

  closeReasons(): void {
    this.explaining?.stop();
    this.explaining = undefined;
  }

  /** Of a search that was left nothing is told any more. */
  private tellRun(search: Search): void {
    if (this.search === search && this.session.ready) {
      const { weighed, ground, telling } = this.session;
      this.session.post({ kind: 'run', run: runView(search, weighed, ground, telling) });
    }
  }

  private tellReasons(explaining: Explaining): void {
    if (this.explaining === explaining && this.session.ready) {
      this.session.post({ kind: 'reasons', reasons: reasonsView(explaining, this.session.weighed, this.session.telling) });
    }
  }
}
