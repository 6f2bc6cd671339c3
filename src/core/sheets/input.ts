// What the sheets are made from: the production, its breakdown and, where there is one, a plan as the checker found it.
import type { Breakdown } from '../breakdown/breakdown';
import type { Board } from '../production/board';
import type { Category, Production } from '../production/production';
import type { CheckedPlan } from '../schedule/checked';
import type { Plan, Problem } from '../schedule/problem';

export interface SheetInput {
  /** What the script is called, where the rules give the production no title. */
  readonly title: string;
  readonly production: Production;
  readonly breakdown: Breakdown;
  /** In the order in which sheets show them; cast first. */
  readonly categories: readonly (Category & { readonly id: string })[];
  readonly planned?: PlannedInput;
}

/** A plan with what its numbers stand for, as problemOf gives it. */
export interface PlannedInput {
  /** Of the board. */
  readonly name: string;
  readonly problem: Problem;
  readonly plan: Plan;
  readonly checked: CheckedPlan;
  /** By scene, resource and location index of the problem. */
  readonly sceneIds: readonly string[];
  readonly resourceIds: readonly string[];
  readonly locationIds: readonly string[];
  /** Its banners, notes and boneyard are shown. */
  readonly board?: Board;
}
