// What a plan has to keep to, one by one, so that each can be left out to see whether a plan would be possible without it.
import type { CalendarDay, DayKind, Problem } from '../problem';

export type Constraint =
  /** When somebody or something can be had. */
  | { readonly kind: 'resource'; readonly resource: number }
  | { readonly kind: 'location'; readonly location: number }
  /** An order, a day shared, a pinned day: an index into the problem's demands. */
  | { readonly kind: 'demand'; readonly demand: number }
  /** Days without work: weekdays and holidays, days off of the board, days on which key crew are away. */
  | { readonly kind: 'closed'; readonly why: NonNullable<CalendarDay['closed']> }
  | { readonly kind: 'eighths' }
  | { readonly kind: 'minutes' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'noMixing' };

/** All that a problem has, the particular ones first: they are what a writer would rather hear of. */
export function constraintsOf(problem: Problem): Constraint[] {
  const limited = ({ available }: { readonly available?: readonly boolean[] }): boolean => available?.includes(false) === true;
  const reasons = new Set(problem.calendar.flatMap(({ closed }) => closed ?? []));
  return [
    ...problem.demands.map((_, demand): Constraint => ({ kind: 'demand', demand })),
    ...problem.resources.flatMap((each, resource): Constraint[] => (limited(each) ? [{ kind: 'resource', resource }] : [])),
    ...problem.locations.flatMap((each, location): Constraint[] => (limited(each) ? [{ kind: 'location', location }] : [])),
    ...[...reasons].map((why): Constraint => ({ kind: 'closed', why })),
    ...(problem.mayMix ? [] : [{ kind: 'noMixing' } as const]),
    { kind: 'rest' },
    { kind: 'minutes' },
    { kind: 'eighths' },
  ];
}

/** Two years of days, sixty pages of a day: more than any shoot has. */
const NO_LIMIT = 1e9;
const NO_REST: Record<DayKind, number> = { day: 0, night: 0, split: 0 };

/** The problem with some of its constraints alone, and, where they are given, with some of its scenes alone. */
export function limitedTo(problem: Problem, kept: readonly Constraint[], scenes: readonly number[] = problem.scenes.map((_, scene) => scene)): Problem {
  const has = (kind: Constraint['kind']): boolean => kept.some((each) => each.kind === kind);
  const resources = new Set(kept.flatMap((each) => (each.kind === 'resource' ? [each.resource] : [])));
  const locations = new Set(kept.flatMap((each) => (each.kind === 'location' ? [each.location] : [])));
  const demands = new Set(kept.flatMap((each) => (each.kind === 'demand' ? [each.demand] : [])));
  const closed = new Set(kept.flatMap((each) => (each.kind === 'closed' ? [each.why] : [])));
  const index = new Map(scenes.map((scene, at) => [scene, at]));
  return {
    ...problem,
    calendar: problem.calendar.map((day) => (day.closed === undefined || closed.has(day.closed) ? day : { date: day.date })),
    scenes: scenes.flatMap((scene) => problem.scenes[scene] ?? []),
    resources: problem.resources.map((each, at) => (resources.has(at) ? each : without(each))),
    locations: problem.locations.map((each, at) => (locations.has(at) ? each : without(each))),
    dayEighths: has('eighths') ? problem.dayEighths : NO_LIMIT,
    dayMinutes: has('minutes') ? problem.dayMinutes : NO_LIMIT,
    restDays: has('rest') ? (scenes.length < problem.scenes.length ? partialRest(problem.restDays) : problem.restDays) : { day: NO_REST, night: NO_REST, split: NO_REST },
    mayMix: problem.mayMix || !has('noMixing'),
    demands: problem.demands.flatMap((demand, at): Problem['demands'] => {
      const place = (scene: number): number => index.get(scene) ?? -1;
      if (!demands.has(at)) {
        return [];
      }
      switch (demand.kind) {
        case 'before':
          return [{ kind: 'before', first: place(demand.first), then: place(demand.then) }];
        case 'sameDay':
          return [{ kind: 'sameDay', scenes: demand.scenes.map(place).filter((scene) => scene >= 0) }];
        case 'pinned':
          return [{ kind: 'pinned', scene: place(demand.scene), day: demand.day }];
      }
    }),
  };
}

function without<T extends { readonly available?: readonly boolean[] }>({ available: _, ...rest }: T): Omit<T, 'available'> {
  return rest;
}

/**
 * Where scenes are left out, a split day may look like a day or a night, and a day between two others may look free: what rest the rest of
 * the scenes then asks for at least.
 */
function partialRest(rest: Problem['restDays']): Problem['restDays'] {
  const kinds = ['day', 'night', 'split'] as const;
  const least = (before: DayKind, after: DayKind): number => Math.min(1, ...[before, 'split' as const].flatMap((one) => [after, 'split' as const].map((other) => rest[one][other])));
  const row = (before: DayKind): Record<DayKind, number> => ({ day: least(before, 'day'), night: least(before, 'night'), split: least(before, 'split') });
  return Object.fromEntries(kinds.map((kind) => [kind, row(kind)])) as Problem['restDays'];
}
