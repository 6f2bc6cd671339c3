// The board of one script: what is shown, what the writer does to it, and what runs for it. The view is a window onto it.
import * as vscode from 'vscode';
import type { Board } from '../core/production/board';
import { tellWriter, WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import type { App } from '../host/app';
import type { Planning, Productions, ProductionState } from '../planning/planning';
import { shownBoardKey } from '../planning/shownBoard';
import { uniqueDays } from '../core/board/operations';
import { applyEdit, labelOf, sayPlace } from './applyEdit';
import { askText } from './asking';
import { boardMeant, boardNow, boardShown, boardsOf, freeName, SCRIPT_ORDER, scriptOrder, withBoard, type NamedBoard } from './boards';
import { SECONDS, shownState } from './boardState';
import { comparisonOf } from './comparing';
import { figuresOf } from './figures';
import { boardHelp, boardWords } from './words';
import type { BoardEdit, BoardState, ToBoard } from './protocol';
import { BoardRuns } from './boardRuns';
import { telling, type Telling } from './telling';
import { weigh, type Ground, type WeighedBoard } from './weigh';

export class BoardSession implements vscode.Disposable {
  /** What the view was told last: for tests, and for commands. */
  told: BoardState | undefined;
  /** Listens to all that the view is told: for tests. */
  heard: ((message: ToBoard) => void) | undefined;
  selected: { readonly strips: readonly string[]; readonly day?: string } = { strips: [] };
  readonly runs: BoardRuns;
  private compared: readonly string[] | undefined;
  private now: ProductionState | undefined;
  private version = 0;
  private drawing = 0;
  private preview: { readonly seq: number; readonly edit: BoardEdit } | undefined;
  private previewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listener: vscode.Disposable;
  /** The changes of this board, one after the other: each meets the board that the one before it left. */
  private turn: Promise<unknown> = Promise.resolve();

  /** @param post to the view, if it is there */
  constructor(
    readonly app: App,
    planning: Planning,
    readonly productions: Productions,
    readonly uri: vscode.Uri,
    private readonly send: (message: ToBoard) => void,
  ) {
    this.runs = new BoardRuns(this, planning);
    this.listener = productions.onDidChange((changed) => changed.toString() === uri.toString() && this.refreshSoon());
  }

  post(message: ToBoard): void {
    this.heard?.(message);
    this.send(message);
  }

  dispose(): void {
    this.runs.dispose();
    clearTimeout(this.previewTimer);
    this.listener.dispose();
  }

  /** Reads everything anew and shows it. */
  async refresh(): Promise<void> {
    const drawing = (this.drawing += 1);
    const state = await this.stateNow();
    // A later one has been asked for meanwhile: that one shows it.
    if (drawing === this.drawing) {
      this.show(state);
    }
  }

  /** Whether there is a board to speak of. */
  get ready(): boolean {
    return this.now !== undefined;
  }

  /** @throws WriterError where there is no board to be changed */
  get ground(): ProductionState {
    if (!this.now) {
      throw new WriterError(vscode.l10n.t('There is no board of this script yet.'));
    }
    return this.now;
  }

  get shown(): NamedBoard {
    return boardShown(this.ground, this.app.context.workspaceState.get<string>(this.key), say);
  }

  get weighed(): WeighedBoard {
    return weigh(this.ground, this.shown.board);
  }

  get telling(): Telling {
    return telling(say, vscode.env.language, this.ground.production.rules.currency);
  }

  async choose(id: string): Promise<void> {
    await this.app.context.workspaceState.update(this.key, id);
    this.runs.closeReasons();
    await this.refresh();
  }

  /** Does a change to the board shown. The script's own order is kept nowhere: changed, it becomes a board of its own. */
  async edit(asked: BoardEdit): Promise<void> {
    const edit = await askText(asked, this.weighed.board);
    if (!edit) {
      return;
    }
    await this.inTurn(() => this.make(edit));
  }

  private async make(edit: BoardEdit): Promise<void> {
    const before = this.weighed;
    await this.change(labelOf(edit, this.ground.breakdown, say), (board, ground, newId) => applyEdit(board, edit, ground.breakdown, newId));
    const after = this.weighed;
    const place = sayPlace(after.board, edit, this.ground.breakdown, say);
    const changes = figuresOf(after, this.telling, before).changes.map(({ text }) => `${text}.`);
    this.speak([...(place === undefined ? [] : [place]), ...changes].join(' '));
  }

  /** Asked as one drags: only the last of what came meanwhile is answered. */
  tryOut(seq: number, edit: BoardEdit): void {
    this.preview = { seq, edit };
    this.previewTimer ??= setTimeout(() => {
      this.previewTimer = undefined;
      const asked = this.preview;
      if (asked && this.now) {
        const before = this.weighed;
        let last = 0;
        const board = applyEdit(before.board, asked.edit, this.now.breakdown, () => `trial-${(last += 1)}`);
        const after = board === before.board ? before : weigh(this.now, board);
        this.post({ kind: 'preview', seq: asked.seq, figures: figuresOf(after, this.telling, before) });
      }
    });
  }

  /** @param change of the board shown, as it stands by then */
  async change(label: string, change: (board: Board, ground: Ground, newId: () => string) => Board): Promise<void> {
    const { id: shown } = this.shown;
    let id = shown;
    let made: string | undefined;
    await this.productions.change(this.uri, label, (now) => {
      id = boardMeant(now, this.app.context.workspaceState.get<string>(this.key), shown, say);
      const found = boardNow(now, id, say);
      if (!found) {
        throw new WriterError(vscode.l10n.t('That board is not there any more.'));
      }
      const tidy = uniqueDays(found);
      const next = change(tidy, now, () => this.productions.newId(now.production));
      if (next === tidy) {
        return now.production;
      }
      made = id === SCRIPT_ORDER ? this.productions.newId(now.production) : id;
      return withBoard(now.production, made, id === SCRIPT_ORDER ? { ...next, name: freeName(now.production, vscode.l10n.t('My board')) } : next);
    });
    await (made === undefined || made === id ? this.refresh() : this.choose(made));
  }

  /** Keeps one more board and shows it. */
  keep(label: string, make: (now: ProductionState) => Board): Promise<void> {
    return this.inTurn(() => this.add(label, make));
  }

  private async add(label: string, make: (now: ProductionState) => Board): Promise<void> {
    let made = '';
    await this.productions.change(this.uri, label, (now) => {
      made = this.productions.newId(now.production);
      return withBoard(now.production, made, make(now));
    });
    await this.choose(made);
  }

  /** A board of its own in the order of the script. */
  async newBoard(): Promise<void> {
    await this.keep(vscode.l10n.t('New board'), (now) => ({ ...scriptOrder(now, say), name: freeName(now.production, vscode.l10n.t('My board')) }));
  }

  async duplicate(id: string): Promise<void> {
    await this.keep(vscode.l10n.t('Duplicate board'), (now) => {
      const board = this.found(now, id);
      return { ...board, name: freeName(now.production, id === SCRIPT_ORDER ? vscode.l10n.t('My board') : board.name) };
    });
  }

  /** Puts another board in the place of one that is kept; undefined: takes it away. */
  replace(label: string, id: string, make: (board: Board) => Board | undefined): Promise<void> {
    return this.inTurn(async () => {
      await this.productions.change(this.uri, label, (now) => withBoard(now.production, id, make(this.found(now, id))));
      await this.refresh();
    });
  }

  async takeBack(which: 'undo' | 'redo'): Promise<void> {
    const label = await this.inTurn(() => this.productions[which](this.uri));
    await this.refresh();
    if (label === undefined) {
      this.speak(which === 'undo' ? vscode.l10n.t('There is nothing to undo.') : vscode.l10n.t('There is nothing to redo.'));
    } else {
      this.speak(which === 'undo' ? vscode.l10n.t('Taken back: {0}.', label) : vscode.l10n.t('Done again: {0}.', label));
    }
  }

  async compare(boards: readonly string[] | undefined): Promise<void> {
    this.compared = boards;
    await this.refresh();
  }

  speak(text: string, quiet = true): void {
    if (text !== '') {
      this.post({ kind: 'told', text, ...(quiet && { quiet: true }) });
    }
  }

  /** Of the view, which shows nothing yet or lost what it showed. */
  reveal(place: { readonly strip?: string; readonly day?: string }): void {
    this.post({ kind: 'reveal', ...place });
  }

  private get key(): string {
    return shownBoardKey(this.uri);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private found(now: ProductionState, id: string): Board {
    const board = boardNow(now, id, say);
    if (!board) {
      throw new WriterError(vscode.l10n.t('That board is not there any more.'));
    }
    return board;
  }

  private refreshSoon(): void {
    void this.refresh().catch((error: unknown) => tellWriter(this.app.log, 'backlot.board', error));
  }

  private async stateNow(): Promise<ProductionState | string> {
    try {
      return await this.productions.of(this.uri);
    } catch (error) {
      if (error instanceof WriterError) {
        return error.message;
      }
      throw error;
    }
  }

  private show(state: ProductionState | string): void {
    const common = { kind: 'show', uri: this.uri.toString(), version: (this.version += 1), seconds: { choices: SECONDS, chosen: this.runs.seconds }, words: boardWords(), help: boardHelp() } as const;
    if (typeof state === 'string' || state.trouble !== undefined) {
      // What was shown is of another time; a change would be refused.
      this.now = undefined;
      this.told = { ...common, title: nameIn(this.uri), boards: [], empty: this.unreadable(state) };
    } else {
      const before = this.told?.shown;
      this.now = state;
      this.sayGone(before);
      const body = shownState(state, this.shown, this.telling);
      const compared = this.compared?.flatMap((id) => boardsOf(state, say).find((each) => each.id === id) ?? []);
      this.told = {
        ...common, title: nameIn(this.uri), ...body,
        ...(body.shown && this.runs.views()),
        ...(compared && compared.length > 0 && { comparison: comparisonOf(state, compared, this.telling) }),
        ...(state.undo !== undefined && { undo: state.undo }),
        ...(state.redo !== undefined && { redo: state.redo }),
      };
    }
    this.post(this.told);
  }

  /** Deleted, taken back, or gone with a change of the file from outside: another one is shown, and that is told. */
  private sayGone(before: BoardState['shown']): void {
    const { id, board } = this.shown;
    if (before && before.id !== id && before.id !== SCRIPT_ORDER && boardNow(this.ground, before.id, say) === undefined) {
      this.speak(vscode.l10n.t('“{0}” is not there any more. This is “{1}”.', before.name, board.name), false);
    }
  }

  private unreadable(state: ProductionState | string): NonNullable<BoardState['empty']> {
    return typeof state === 'string'
      ? { title: vscode.l10n.t('There is no board to show.'), hint: state }
      : { title: vscode.l10n.t('The production cannot be read.'), hint: state.trouble ?? '', open: { label: vscode.l10n.t('Open its file'), what: 'file' } };
  }
}

const say = (text: string, ...values: (string | number)[]): string => vscode.l10n.t(text, ...values);
