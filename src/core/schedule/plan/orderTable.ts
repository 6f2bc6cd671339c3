// The best order of any few scenes within a day where that is not simply place by place: order demands, or set moves dearer than moves.
import type { Model } from './model';

export interface OrderTable {
  /** The cheapest order that keeps the order demands and the minutes of a day; undefined where there is none. */
  best(scenes: readonly number[]): { readonly order: readonly number[]; readonly moves: number; readonly setMoves: number } | undefined;
}

const NO_WAY = 255;

/** For a dozen scenes at the most: each set of scenes, each last scene, each number of moves gets its least number of set moves. */
export function orderTable(model: Model): OrderTable {
  const many = model.problem.scenes.length;
  const size = 1 << many;
  const least = new Uint8Array(size * many * many).fill(NO_WAY);
  const blocked = blockedBy(model, many);
  const step = stepsBetween(model, many);
  for (let scene = 0; scene < many; scene += 1) {
    least[((1 << scene) * many + scene) * many] = 0;
  }
  for (let set = 1; set < size; set += 1) {
    for (let last = 0; last < many; last += 1) {
      if ((set >> last) & 1) {
        extend(set, last);
      }
    }
  }

  function extend(set: number, last: number): void {
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

  function orderBack(set: number, last: number, moves: number): number[] {
    const rest = set & ~(1 << last);
    if (rest === 0) {
      return [last];
    }
    const now = least[(set * many + last) * many + moves] as number;
    for (let before = 0; before < many; before += 1) {
      const kind = step[before * many + last] as number;
      const earlier = moves - (kind === 2 ? 1 : 0);
      if ((rest >> before) & 1 && earlier >= 0 && (least[(rest * many + before) * many + earlier] as number) + (kind === 1 ? 1 : 0) === now && (rest & (blocked[last] as number)) === 0) {
        return [...orderBack(rest, before, earlier), last];
      }
    }
    return [];
  }

  const { costs, dayMinutes } = model.problem;
  return {
    best(scenes) {
      const set = scenes.reduce((bits, scene) => bits | (1 << scene), 0);
      const minutes = scenes.reduce((sum, scene) => sum + (model.problem.scenes[scene]?.minutes ?? 0), 0);
      let found: { last: number; moves: number; setMoves: number; money: number } | undefined;
      for (const last of scenes) {
        for (let moves = 0; moves < many; moves += 1) {
          const setMoves = least[(set * many + last) * many + moves] as number;
          const money = moves * costs.move + setMoves * costs.setMove;
          if (setMoves !== NO_WAY && (scenes.length < 2 || minutes + moves * costs.moveMinutes + setMoves * costs.setMoveMinutes <= dayMinutes) && money < (found?.money ?? Infinity)) {
            found = { last, moves, setMoves, money };
          }
        }
      }
      return found && { order: orderBack(set, found.last, found.moves), moves: found.moves, setMoves: found.setMoves };
    },
  };
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
