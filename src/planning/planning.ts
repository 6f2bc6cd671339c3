// What planning gives to the features of the shoot (breakdown, production, board, sheets): the store of productions and the solver.
import type * as vscode from 'vscode';
import type { Breakdown } from '../core/breakdown/breakdown';
import type { Script } from '../core/fountain/script';
import type { Production } from '../core/production/production';
import type { CheckedPlan } from '../core/schedule/checked';
import type { PlanOptions, PlanProgress, Problem } from '../core/schedule/problem';

/** Given to each feature's register(app, planning, ...). Both are read when first asked for. */
export interface Planning extends vscode.Disposable {
  productions(): Promise<Productions>;
  solver(): Promise<Solver>;
}

/** A script with its production, as both stand now. */
export interface ProductionState {
  /** Of the script. */
  readonly uri: vscode.Uri;
  readonly script: Script;
  /**
   * Settled: each scene has its record, each speaking character its element and number, each set its record (settle.ts). What settling
   * adds is written with the next change of the writer's, never by itself.
   */
  readonly production: Production;
  readonly breakdown: Breakdown;
  /** Whether the file beside the script is there. Without it no number, id or board is fixed yet. */
  readonly kept: boolean;
  /** What `undo` and `redo` would take back and do again, as their labels; missing where there is nothing. */
  readonly undo?: string;
  readonly redo?: string;
  /** Why the file cannot be read, as a sentence. Then the production is as if there were none, and a change is refused. */
  readonly trouble?: string;
}

/** The productions of the scripts; the file beside each is the one place where they are kept. */
export interface Productions {
  /** @throws WriterError where the script cannot be opened, or is untitled (save it first) */
  of(script: vscode.Uri): Promise<ProductionState>;
  /**
   * Changes the production and writes its file, whole; one step of undo. Changes of one script come one after the other.
   * @param label what undo says it takes back, in the writer's language: "Tag", "Move scene 12"
   * @param change given the newest state; returning the same production means that there is nothing to do
   * @throws WriterError where the file cannot be written or read: then nothing has changed
   */
  change(script: vscode.Uri, label: string, change: (state: ProductionState) => Production): Promise<ProductionState>;
  /** Takes the last change back; resolves to its label, undefined where there is none. A change of the file from outside ends the history. */
  undo(script: vscode.Uri): Promise<string | undefined>;
  redo(script: vscode.Uri): Promise<string | undefined>;
  /** The script or its production changed (debounced behind typing); the script's address. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** A script has another name, its production with it: what is kept under the old address belongs under the new one. */
  readonly onDidMove: vscode.Event<{ readonly from: vscode.Uri; readonly to: vscode.Uri }>;
  /** The file beside a script. */
  fileOf(script: vscode.Uri): vscode.Uri;
  /** A new id, not used in this production. */
  newId(production: Production): string;
}

/** Runs the engine away from the editor's own thread. */
export interface Solver {
  /**
   * Searches until it is proved, the time is over or the signal aborts: with one seed on each core there is.
   * Every plan told has passed the checker. A solver that breaks down rejects with an Error.
   */
  plan(problem: Problem, options: PlanOptions, run: SolverRun): Promise<PlanProgress>;
}

export interface SolverRun {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** Each better plan, bound or proof. */
  onBetter(progress: PlanProgress, checked: CheckedPlan | undefined): void;
}
