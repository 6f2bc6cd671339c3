// One change of the terms of a shoot: what is tried to see what it would save, and what is then said of it.
import type { Plan, Problem } from '../problem';
import { workedDays } from './facts';

export type Change =
  /** Could be had on these calendar days, too. */
  | { readonly kind: 'resource'; readonly resource: number; readonly days: readonly number[] }
  | { readonly kind: 'location'; readonly location: number; readonly days: readonly number[] }
  /** Would not be asked for. */
  | { readonly kind: 'demand'; readonly demand: number }
  /** There were work on these days. */
  | { readonly kind: 'open'; readonly days: readonly number[] }
  | { readonly kind: 'eighths'; readonly eighths: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'rest' }
  | { readonly kind: 'mixing' }
  /** All sets of one location were at another. */
  | { readonly kind: 'place'; readonly location: number; readonly at: number };

/** The problem as it would be. */
export function changedBy(problem: Problem, change: Change): Problem {
  switch (change.kind) {
    case 'resource':
      return { ...problem, resources: problem.resources.map((each, index) => (index === change.resource ? opened(each, change.days) : each)) };
    case 'location':
      return { ...problem, locations: problem.locations.map((each, index) => (index === change.location ? opened(each, change.days) : each)) };
    case 'demand':
      return { ...problem, demands: problem.demands.filter((_, index) => index !== change.demand) };
    case 'open':
      return { ...problem, calendar: problem.calendar.map((day, index) => (change.days.includes(index) ? { date: day.date } : day)) };
    case 'eighths':
      return { ...problem, dayEighths: change.eighths };
    case 'minutes':
      return { ...problem, dayMinutes: change.minutes };
    case 'rest': {
      const none = { day: 0, night: 0, split: 0 };
      return { ...problem, restDays: { day: none, night: none, split: none } };
    }
    case 'mixing':
      return { ...problem, mayMix: true };
    case 'place':
      return { ...problem, scenes: problem.scenes.map((scene) => (scene.location === change.location ? { ...scene, location: change.at } : scene)) };
  }
}

function opened<T extends { readonly available?: readonly boolean[] }>(each: T, days: readonly number[]): T {
  return each.available ? { ...each, available: each.available.map((able, day) => able || days.includes(day)) } : each;
}

/** Changes to try: each window wide open, each demand left out, each limit somewhat higher, places that a day moves between made one. */
export function changesToTry(problem: Problem, plan: Plan): Change[] {
  const closedDays = (available: readonly boolean[] | undefined): number[] => (available ?? []).flatMap((able, day) => (able ? [] : [day]));
  const openable = problem.calendar.flatMap(({ closed }, day) => (closed === 'off' || closed === 'crew' || closed === 'holiday' ? [day] : []));
  return [
    ...problem.resources.flatMap(({ available }, resource): Change[] => (closedDays(available).length > 0 ? [{ kind: 'resource', resource, days: closedDays(available) }] : [])),
    ...problem.demands.map((_, demand): Change => ({ kind: 'demand', demand })),
    ...problem.locations.flatMap(({ available }, location): Change[] => (closedDays(available).length > 0 ? [{ kind: 'location', location, days: closedDays(available) }] : [])),
    { kind: 'eighths', eighths: Math.ceil((problem.dayEighths * 1.25) / 4) * 4 },
    { kind: 'minutes', minutes: problem.dayMinutes + 60 },
    ...(problem.mayMix ? [] : [{ kind: 'mixing' } as const]),
    ...(Object.values(problem.restDays).some((row) => Object.values(row).some((days) => days > 0)) ? [{ kind: 'rest' } as const] : []),
    ...(openable.length > 0 ? [{ kind: 'open', days: openable } as const] : []),
    ...placesToJoin(problem, plan),
  ];
}

const MOST_PLACES = 3;

/** Pairs of locations between which most moves are made. */
function placesToJoin({ scenes }: Problem, { days }: Plan): Change[] {
  const counts = new Map<string, { count: number; location: number; at: number }>();
  for (const { scenes: shot } of days) {
    shot.slice(1).forEach((to, index) => {
      const [one, other] = [scenes[shot[index] ?? to]?.location ?? 0, scenes[to]?.location ?? 0];
      const many = (location: number): number => scenes.filter((scene) => scene.location === location).length;
      const [location, at] = many(one) < many(other) || (many(one) === many(other) && one > other) ? [one, other] : [other, one];
      if (location !== at) {
        const key = `${location} ${at}`;
        counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, location, at });
      }
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_PLACES).map(({ location, at }): Change => ({ kind: 'place', location, at }));
}

/** The change as far as a plan makes use of it; undefined where it makes none. */
export function usedOf(problem: Problem, change: Change, plan: Plan): Change | undefined {
  switch (change.kind) {
    case 'resource': {
      const days = workedDays(problem, plan, change.resource).filter((day) => problem.resources[change.resource]?.available?.[day] === false);
      return days.length > 0 ? { ...change, days } : undefined;
    }
    case 'location': {
      const days = plan.days.filter(({ day, scenes }) => problem.locations[change.location]?.available?.[day] === false && scenes.some((scene) => problem.scenes[scene]?.location === change.location)).map(({ day }) => day);
      return days.length > 0 ? { ...change, days } : undefined;
    }
    case 'open': {
      const days = plan.days.filter(({ day, scenes }) => scenes.length > 0 && problem.calendar[day]?.closed !== undefined).map(({ day }) => day);
      return days.length > 0 ? { ...change, days } : undefined;
    }
    case 'eighths': {
      const eighths = Math.max(0, ...plan.days.filter(({ scenes }) => scenes.length > 1).map(({ scenes }) => scenes.reduce((sum, scene) => sum + (problem.scenes[scene]?.eighths ?? 0), 0)));
      return eighths > problem.dayEighths ? { kind: 'eighths', eighths } : undefined;
    }
    default:
      return change;
  }
}
