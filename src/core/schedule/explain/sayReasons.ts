// All reasons of a plan in words, put together so that they can be read: what would save over the whole plan, each held stretch, the moves
// of a day in one, the nights in one. Each saving is said once.
import { type Names, type Said } from '../said';
import type { Plan, Problem } from '../problem';
import type { Explained, Explanation, Saving } from './explain';
import type { MoveFact, NightFact } from './facts';
import { sayExplanation, saySaving } from './sayExplain';

export interface ToldReason {
  /** `plan`: a saving that belongs to no one day. */
  readonly kind: 'plan' | 'held' | 'move' | 'night';
  /** Tells it from all others. */
  readonly id: string;
  /** Calendar day to look at. */
  readonly day?: number;
  readonly title: Said;
  readonly why: readonly Said[];
  readonly savings: readonly { readonly saving: Saving; readonly text: Said }[];
}

/** Savings of the whole plan first, then what costs most. */
export function toldReasons(problem: Problem, plan: Plan, { explanations, savings }: Pick<Explained, 'explanations' | 'savings'>, names: Names): ToldReason[] {
  const taken = new Set(explanations.flatMap(({ saving }) => saving ?? []));
  const general = savings.filter((saving) => !taken.has(saving)).map((saving, index): ToldReason => {
    const said = saySaving(problem, saving, names);
    return { kind: 'plan', id: `plan-${index}`, title: said.at(-1) ?? EMPTY, why: said.slice(0, -1), savings: [{ saving, text: said.at(-1) ?? EMPTY }] };
  });
  const told = new Set<Saving>();
  const once = ({ fact, saving }: Explanation): Explanation => {
    const isNew = saving !== undefined && !told.has(saving);
    if (isNew) {
      told.add(saving);
    }
    return { fact, ...(isNew && { saving }) };
  };
  const groups = new Map<string, Explanation[]>();
  for (const each of explanations.map(once)) {
    const { fact } = each;
    const id = fact.kind === 'held' ? `held-${fact.resource}-${fact.after}` : fact.kind === 'move' ? `move-${fact.day}` : 'night';
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  const grouped = [...groups].map(([id, group]) => ({ cost: group.reduce((sum, { fact }) => sum + fact.cost, 0), told: toldGroup(problem, plan, id, group, names) }));
  return [...general, ...grouped.sort((a, b) => b.cost - a.cost).flatMap((each) => each.told)];
}

const EMPTY: Said = { text: '', values: [] };

function toldGroup(problem: Problem, plan: Plan, id: string, group: readonly Explanation[], names: Names): ToldReason[] {
  const [first] = group;
  if (!first) {
    return [];
  }
  const savings = group.flatMap(({ fact, saving }) => (saving ? [{ saving, said: saySaving(problem, saving, names, fact) }] : []));
  const base = { kind: first.fact.kind, id, day: first.fact.kind === 'held' ? (first.fact.days[0] ?? first.fact.after) : first.fact.day, savings: savings.map(({ saving, said }) => ({ saving, text: said.at(-1) ?? EMPTY })) };
  const limits = savings.flatMap(({ said }) => said.slice(0, -1));
  if (group.length === 1) {
    const [title = EMPTY, ...why] = sayExplanation(problem, plan, { fact: first.fact }, names);
    return [{ ...base, title, why: [...why, ...limits] }];
  }
  const moves = group.flatMap(({ fact }) => (fact.kind === 'move' ? [fact] : []));
  const nights = group.flatMap(({ fact }) => (fact.kind === 'night' ? [fact] : []));
  const { title, why } = moves.length > 0 ? sayMoves(problem, plan, moves, names) : sayNights(problem, nights, names);
  return [{ ...base, title, why: [...why, ...limits] }];
}

/** The moves of a day, in the order of its scenes. */
function sayMoves({ scenes }: Problem, { days }: Plan, moves: readonly MoveFact[], names: Names): { title: Said; why: Said[] } {
  const day = moves[0]?.day ?? 0;
  const shot = days.find((each) => each.day === day)?.scenes ?? [];
  const place = ({ set }: MoveFact, scene: number): string => (set ? names.set(scene) : names.location(scenes[scene]?.location ?? 0));
  const sorted = [...moves].sort((a, b) => shot.indexOf(a.from) - shot.indexOf(b.from));
  const sum = (value: (move: MoveFact) => number): number => moves.reduce((total, move) => total + value(move), 0);
  return {
    title: { text: '{0}: {1} moves ({2}, {3} minutes).', values: [names.day(day), moves.length, names.money(sum(({ cost }) => cost)), sum(({ minutes }) => minutes)] },
    why: sorted.map((move) => ({
      text: move.set ? 'Sc. {0} to {1}: a set move from {2} to {3}.' : 'Sc. {0} to {1}: a move from {2} to {3}.',
      values: [names.scene(move.from), names.scene(move.to), place(move, move.from), place(move, move.to)],
    })),
  };
}

function sayNights({ scenes }: Problem, nights: readonly NightFact[], names: Names): { title: Said; why: Said[] } {
  const days = nights.map(({ day }) => day).sort((a, b) => a - b);
  const all = scenes.filter(({ light }) => light === 'night').length;
  return {
    title: { text: '{0} nights: {1} ({2}).', values: [nights.length, names.days(days), names.money(nights.reduce((sum, { cost }) => sum + cost, 0))] },
    why: [{ text: 'Scenes that play at night: {0}.', values: [all] }],
  };
}
