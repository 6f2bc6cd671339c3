// The boards of a production, and the one that is always there: the script's own order, kept nowhere until a hand changes it.
import { boardOfScript } from '../core/board/boardOfScript';
import type { Board } from '../core/production/board';
import type { Production } from '../core/production/production';
import { SCRIPT_ORDER } from '../planning/shownBoard';
import type { Say } from './telling';
import { own } from './names';
import type { Ground } from './weigh';

export { SCRIPT_ORDER };

export interface NamedBoard {
  readonly id: string;
  readonly board: Board;
}

const inScriptOrder = new WeakMap<Ground['breakdown'], { readonly rules: Production['rules']; readonly board: Board }>();

/** The script in its own order, packed into days by the rules: the same object while both are the same. */
export function scriptOrder({ breakdown, production }: Ground, say: Say): Board {
  const known = inScriptOrder.get(breakdown);
  if (known?.rules === production.rules) {
    return known.board;
  }
  let last = 0;
  const board = boardOfScript(breakdown.scenes, production.rules, say('Script order'), () => `day-${(last += 1)}`);
  inScriptOrder.set(breakdown, { rules: production.rules, board });
  return board;
}

/** The script order first, then what is kept, by name. */
export function boardsOf(ground: Ground, say: Say): NamedBoard[] {
  const kept = Object.entries(ground.production.boards).map(([id, board]) => ({ id, board }));
  return [{ id: SCRIPT_ORDER, board: scriptOrder(ground, say) }, ...kept.toSorted((left, right) => left.board.name.localeCompare(right.board.name) || (left.id < right.id ? -1 : 1))];
}

/** The board wished for, else the first that is kept, else the script order. */
export function boardShown(ground: Ground, wish: string | undefined, say: Say): NamedBoard {
  const all = boardsOf(ground, say);
  return all.find(({ id }) => id === wish) ?? all[1] ?? { id: SCRIPT_ORDER, board: scriptOrder(ground, say) };
}

/** The board that a change is of: the one chosen last, if it is there by now; else the one that the view shows. */
export function boardMeant(now: Ground, chosen: string | undefined, shown: string, say: Say): string {
  return chosen !== undefined && boardNow(now, chosen, say) ? chosen : shown;
}

/** Whether strips, days and boneyard are the same: then a plan of the one may stand in the place of the other. */
export function sameStrips(one: Board, other: Board): boolean {
  return one === other || JSON.stringify([one.days, one.boneyard]) === JSON.stringify([other.days, other.boneyard]);
}

/** The board of an id as a change meets it; undefined: it is gone. */
export function boardNow(ground: Ground, id: string, say: Say): Board | undefined {
  return id === SCRIPT_ORDER ? scriptOrder(ground, say) : own(ground.production.boards, id);
}

/** The production with this board in it; without a board: without it. */
export function withBoard(production: Production, id: string, board: Board | undefined): Production {
  const others = Object.entries(production.boards).filter(([key]) => key !== id);
  return { ...production, boards: Object.fromEntries(board ? [...others, [id, board]] : others) };
}

/** A name that no board has yet: "My board", "My board 2". */
export function freeName({ boards }: Production, wished: string): string {
  const taken = new Set(Object.values(boards).map(({ name }) => name));
  let name = wished;
  for (let time = 2; taken.has(name); time += 1) {
    name = `${wished} ${time}`;
  }
  return name;
}
