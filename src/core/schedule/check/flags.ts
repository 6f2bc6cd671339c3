// The red flags of a plan: what it breaks of the days, of what can be had, and of what must hold between scenes.
import type { RedFlag } from '../checked';
import type { Problem } from '../problem';
import type { DayFacts } from './dayFacts';

type Place = { readonly day: number; readonly position: number } | undefined;

/** What the days break, in the order of the days. @param days ascending */
export function dayFlags(problem: Problem, days: readonly DayFacts[]): RedFlag[] {
  const shooting = days.filter(({ scenes }) => scenes.length > 0);
  return shooting.flatMap((facts, index) => [...calendarFlags(problem, facts), ...limitFlags(problem, facts), ...turnaroundFlags(problem, shooting[index - 1], facts)]);
}

function calendarFlags(problem: Problem, { day, scenes }: DayFacts): RedFlag[] {
  const flags: RedFlag[] = [];
  const why = problem.calendar[day]?.closed;
  if (why !== undefined) {
    flags.push({ kind: 'closed', day, why });
  }
  problem.resources.forEach(({ available }, resource) => {
    const needing = scenes.filter((scene) => problem.scenes[scene]?.resources.includes(resource));
    if (needing.length > 0 && available?.[day] === false) {
      flags.push({ kind: 'unavailable', day, resource, scenes: needing });
    }
  });
  problem.locations.forEach(({ available }, location) => {
    const there = scenes.filter((scene) => problem.scenes[scene]?.location === location);
    if (there.length > 0 && available?.[day] === false) {
      flags.push({ kind: 'locationAway', day, location, scenes: there });
    }
  });
  return flags;
}

function limitFlags(problem: Problem, { day, scenes, kind, eighths, minutes }: DayFacts): RedFlag[] {
  const flags: RedFlag[] = [];
  // A scene that is longer than a day may be may have a day to itself.
  if (scenes.length > 1 && eighths > problem.dayEighths) {
    flags.push({ kind: 'eighths', day, eighths, limit: problem.dayEighths });
  }
  if (scenes.length > 1 && minutes > problem.dayMinutes) {
    flags.push({ kind: 'minutes', day, minutes, limit: problem.dayMinutes });
  }
  if (kind === 'split' && !problem.mayMix) {
    flags.push({ kind: 'mixed', day });
  }
  return flags;
}

function turnaroundFlags(problem: Problem, before: DayFacts | undefined, after: DayFacts): RedFlag[] {
  if (!before) {
    return [];
  }
  const needed = problem.restDays[before.kind][after.kind];
  const free = after.day - before.day - 1;
  return free < needed ? [{ kind: 'turnaround', day: after.day, before: before.day, needed }] : [];
}

/** What the demands find broken. A demand about a scene that is not placed is judged by the others: the scene has a flag of its own. */
export function demandFlags(problem: Problem, placeOf: (scene: number) => Place): RedFlag[] {
  return problem.demands.flatMap((demand, index): RedFlag[] => {
    switch (demand.kind) {
      case 'before': {
        const first = placeOf(demand.first);
        const then = placeOf(demand.then);
        return first && then && first.position >= then.position ? [{ kind: 'before', demand: index, first: demand.first, then: demand.then }] : [];
      }
      case 'sameDay': {
        const days = new Set(demand.scenes.flatMap((scene) => placeOf(scene)?.day ?? []));
        return days.size > 1 ? [{ kind: 'sameDay', demand: index, scenes: demand.scenes }] : [];
      }
      case 'pinned': {
        const place = placeOf(demand.scene);
        return place && place.day !== demand.day ? [{ kind: 'pinned', demand: index, scene: demand.scene, day: demand.day }] : [];
      }
    }
  });
}
