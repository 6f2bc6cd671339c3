// Small planning problems by chance, with everything in them that a problem may have: for the checker, the engine and brute force.
import type { CalendarDay, DayKind, Plan, Problem, ProblemDemand, ProblemScene, Resource, WorkLight } from '../../src/core/schedule/problem';
import { calendarOf } from '../../src/core/production/calendar';
import { pick } from './randomScript';

export interface ProblemSize {
  readonly scenes: number;
  /** Calendar days. */
  readonly days: number;
}

/** A problem; some have no plan that breaks nothing. */
export function randomProblem(random: () => number, { scenes, days }: ProblemSize): Problem {
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const some = (share: number): boolean => random() < share;
  const locations = whole(1, 3);
  const resources = whole(1, 4);
  const available = (): { available?: boolean[] } => (some(0.25) ? { available: Array.from({ length: days }, () => !some(0.3)) } : {});
  const list = Array.from({ length: scenes }, (): ProblemScene => {
    const location = whole(0, locations - 1);
    return {
      eighths: whole(1, 12),
      minutes: whole(20, 300),
      light: pick<WorkLight>(random, ['day', 'day', 'day', 'night', 'either']),
      set: location * 10 + whole(0, 1),
      location,
      resources: Array.from({ length: resources }, (_, index) => index).filter(() => some(0.5)),
    };
  });
  const mixed = some(0.5);
  return {
    calendar: calendarFor(random, days),
    scenes: list,
    resources: Array.from({ length: resources }, (): Resource => ({ dayCost: whole(0, 9) * 100, holdShare: pick(random, [0, 0.5, 1, 1]), ...(some(0.3) ? { dropAfter: whole(0, 3) } : {}), ...available() })),
    locations: Array.from({ length: locations }, () => ({ dayCost: whole(0, 5) * 100, ...available() })),
    dayEighths: whole(8, 30),
    dayMinutes: whole(250, 900),
    restDays: restDays(whole(0, 1), whole(0, 1), whole(0, 1)),
    mayMix: mixed,
    costs: { companyDay: whole(0, 20) * 50, night: whole(0, 5) * 50, move: whole(0, 5) * 50, moveMinutes: pick(random, [0, 30, 90]), setMove: whole(0, 2) * 50, setMoveMinutes: pick(random, [0, 15]) },
    demands: Array.from({ length: some(0.4) ? whole(1, 2) : 0 }, (): ProblemDemand => {
      const scene = (): number => whole(0, scenes - 1);
      return pick<() => ProblemDemand>(random, [
        () => ({ kind: 'before', first: scene(), then: scene() }),
        () => ({ kind: 'sameDay', scenes: [...new Set([scene(), scene()])] }),
        () => ({ kind: 'pinned', scene: scene(), day: whole(0, days - 1) }),
      ])();
    }),
  };
}

function calendarFor(random: () => number, days: number): CalendarDay[] {
  const daysOff = pick(random, [[], [2], [0, 6], [3, 4]]);
  const start = pick(random, ['2026-12-29', '2028-02-27', '2026-05-11']);
  return calendarOf({ start, daysOff, holidays: random() < 0.2 ? [start] : [] }, () => random() < 0.05, days);
}

/** From night to day there is the least rest. */
function restDays(nightToDay: number, nightToSplit: number, splitToDay: number): Record<DayKind, Record<DayKind, number>> {
  return {
    day: { day: 0, night: 0, split: 0 },
    night: { day: nightToDay, night: 0, split: nightToSplit },
    split: { day: splitToDay, night: 0, split: 0 },
  };
}

/** Any plan of a problem that places each scene once, on open days or closed, with empty days between: it may break all else. */
export function randomPlan(random: () => number, problem: Problem): Plan {
  const byDay = new Map<number, number[]>();
  const scenes = problem.scenes.map((_, scene) => scene).sort(() => random() - 0.5);
  for (const scene of scenes) {
    const day = Math.floor(random() * problem.calendar.length);
    byDay.set(day, [...(byDay.get(day) ?? []), scene]);
  }
  if (random() < 0.3) {
    const empty = Math.floor(random() * problem.calendar.length);
    byDay.set(empty, byDay.get(empty) ?? []);
  }
  return { days: [...byDay].sort(([one], [other]) => one - other).map(([day, list]) => ({ day, scenes: list })) };
}
