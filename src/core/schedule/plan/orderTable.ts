// The best order of any few scenes within a day where that is not simply place by place: order demands, or set moves dearer than moves.
import type { Model } from './model';

export interface OrderTable {
  /** The cheapest order that keeps the order demands and the minutes of a day; undefined where there is none. */
  best(scenes: readonly number[]): { readonly order: readonly number[]; readonly moves: number; readonly setMoves: number } | undefined;
}

const NO_WAY = 255;

/** A table of the least set moves, by set of scenes, last scene and number of moves; and what it was made from. */
interface Table {
  readonly many: number;
  readonly least: Uint8Array;
  readonly blocked: Int32Array;
  readonly step: Uint8Array;
}

/** For a dozen scenes at the most: each set of scenes, each last scene, each number of moves gets its least number of set moves. */
export function orderTable(model: Model): OrderTable {
  const many = model.problem.scenes.length;
  const table: Table = { many, least: new Uint8Array((1 << many) * many * many).fill(NO_WAY), blocked: blockedBy(model, many), step: stepsBetween(model, many) };
  for (let scene = 0; scene < many; scene += 1) {
    table.least[((1 << scene) * many + scene) * many] = 0;
  }
  for (let set = 1; set < 1 << many; set += 1) {
    for (let last = 0; last < many; last += 1) {
      if ((set >> last) & 1) {
        extend(table, set, last);
      }
    }
  }
  return { best: (scenes) => bestOf(model, table, scenes) };
}

function extend({ many, least, blocked, step }: Table, set: number, last: number): void {
  for (let next = 0; next < many; next += 1) {
    if (((set >> next) & 1) === 0 && (set & (blocked[next] as number)) === 0) {
      const kind = step[last * many + next] as number;
      for (let moves = 0; moves < many - 1; moves += 1) {
        const before = least[(set * many + last) * many + moves] as number;
        const cell = ((set | (1 << next)) * many + next) * many + moves + (kind === 2 ? 1 : 0);
        if (before !== NO_WAY && before + (kind === 1 ? 1 : 0) < (least[cell] as number)) {
          least[cell] = before + (kind === 1 ? 1 : 0);
        }
      }
    }
  }
}

function orderBack(table: Table, set: number, last: number, moves: number): number[] {
  const { many, least, blocked, step } = table;
  const rest = set & ~(1 << last);
  if (rest === 0) {
    return [last];
  }
  const now = least[(set * many + last) * many + moves] as number;
  for (let before = 0; before < many; before += 1) {
    const kind = step[before * many + last] as number;
    const earlier = moves - (kind === 2 ? 1 : 0);
    if ((rest >> before) & 1 && earlier >= 0 && (least[(rest * many + before) * many + earlier] as number) + (kind === 1 ? 1 : 0) === now && (rest & (blocked[last] as number)) === 0) {
      return [...orderBack(table, rest, before, earlier), last];
    }
  }
  return [];
}

function bestOf({ problem }: Model, table: Table, scenes: readonly number[]): ReturnType<OrderTable['best']> {
  const { costs, dayMinutes } = problem;
  const set = scenes.reduce((bits, scene) => bits | (1 << scene), 0);
  const minutes = scenes.reduce((sum, scene) => sum + (problem.scenes[scene]?.minutes ?? 0), 0);
  let found: { last: number; moves: number; setMoves: number; money: number } | undefined;
  for (const last of scenes) {
    for (let moves = 0; moves < table.many; moves += 1) {
      const setMoves = table.least[(set * table.many + last) * table.many + moves] as number;
      const money = moves * costs.move + setMoves * costs.setMove;
      const fits = scenes.length < 2 || minutes + moves * costs.moveMinutes + setMoves * costs.setMoveMinutes <= dayMinutes;
      if (setMoves !== NO_WAY && fits && money < (found?.money ?? Infinity)) {
        found = { last, moves, setMoves, money };
      }
    }
  }
  return found && { order: orderBack(table, set, found.last, found.moves), moves: found.moves, setMoves: found.setMoves };
}

/** For each scene those that must come after it: it cannot follow them. */
function blockedBy({ befores }: Model, many: number): Int32Array {
  const blocked = new Int32Array(many);
  for (let at = 0; at < befores.length; at += 2) {
    const first = befores[at] as number;
    blocked[first] = (blocked[first] as number) | (1 << (befores[at + 1] as number));
  }
  return blocked;
}

/** 0 same set, 1 another set at the location, 2 another location. */
function stepsBetween({ spotOf, spotLocation }: Model, many: number): Uint8Array {
  const steps = new Uint8Array(many * many);
  for (let one = 0; one < many; one += 1) {
    for (let other = 0; other < many; other += 1) {
      const [from, to] = [spotOf[one] as number, spotOf[other] as number];
      steps[one * many + other] = from === to ? 0 : spotLocation[from] === spotLocation[to] ? 1 : 2;
    }
  }
  return steps;
}
