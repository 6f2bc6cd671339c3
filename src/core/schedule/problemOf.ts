// The planning problem of a production: its breakdown, terms, rules and demands in plain numbers.
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import type { Board } from '../production/board';
import { availableOn, datedDays } from '../production/calendar';
import type { BreakdownElement, Production, SceneLight, Terms } from '../production/production';
import type { Rules } from '../production/rules';
import { horizonOf } from './horizon';
import type { CalendarDay, DayKind, Problem, ProblemDemand, ProblemLocation, ProblemScene, Resource, WorkLight } from './problem';

/** A problem with what its numbers stand for. */
export interface ProblemParts {
  readonly problem: Problem;
  /** By scene index: ids of scene records. */
  readonly sceneIds: readonly string[];
  /** By resource index: ids of elements. Cast, and whatever else costs something or cannot always be had. */
  readonly resourceIds: readonly string[];
  /** By location index: a location's id, or that of a set that is a place of its own, or the words of a set that the production does not have. */
  readonly locationIds: readonly string[];
  /** By demand index. */
  readonly demandIds: readonly string[];
}

/**
 * The problem of planning a production. Scenes in a board's boneyard are left out, and its own days off are closed.
 *
 * Crew are paid for each day of the company and so are in `companyDay`, also those with windows: on a day on which one is away somebody
 * else does the work. A key crew member who is away closes the day. Windows and pinned days hang on dates: without a start of the shoot
 * there are none, and they are left out. A pinned day that does not lie in the calendar is one that nothing can be shot on.
 */
export function problemOf(production: Production, breakdown: Breakdown, { board }: { readonly board?: Board } = {}): ProblemParts {
  const left = new Set(board?.boneyard);
  const scenes = breakdown.scenes.filter(({ id }) => !left.has(id));
  const resourceIds = resourcesOf(production, scenes);
  const locationIds = [...new Set(scenes.map(placeOf))];
  const { calendar } = datedDays(horizonOf(production, scenes, board, restDaysOf(production.rules)), board?.days ?? []);
  const dated = production.rules.start !== undefined;
  const demands = demandsOf(production, scenes, calendar, dated);
  const problem: Problem = {
    calendar,
    scenes: scenes.map((scene) => sceneOf(scene, scenes, resourceIds, locationIds)),
    resources: resourceIds.map((id) => resourceOf(production, production.elements[id], calendar, dated)),
    locations: locationIds.map((id) => locationOf(Object.hasOwn(production.locations, id) ? production.locations[id] : undefined, calendar, dated)),
    dayEighths: production.rules.dayEighths,
    dayMinutes: production.rules.dayHours * 60,
    restDays: restDaysOf(production.rules),
    mayMix: production.rules.mayMix,
    costs: costsOf(production),
    demands: demands.map(({ demand }) => demand),
  };
  return { problem, sceneIds: scenes.map(({ id }) => id), resourceIds, locationIds, demandIds: demands.map(({ id }) => id) };
}

const LIGHTS: Readonly<Record<SceneLight, WorkLight>> = { day: 'day', night: 'night', dawn: 'either', dusk: 'either' };

/** Where a scene is shot: its location, else its set. */
const placeOf = ({ locationId, setId, set }: BreakdownScene): string => locationId ?? setId ?? set;

function resourcesOf({ elements }: Production, scenes: readonly BreakdownScene[]): string[] {
  const used = new Set(scenes.flatMap(({ elements: list }) => list.map(({ id }) => id)));
  const counted = ({ category, dayCost = 0, available = [], away = [] }: BreakdownElement): boolean => category === 'cast' || dayCost > 0 || available.length > 0 || away.length > 0;
  const number = (element: BreakdownElement): number => element.castNumber ?? Number.MAX_SAFE_INTEGER;
  return [...used]
    .flatMap((id) => {
      const element = Object.hasOwn(elements, id) ? elements[id] : undefined;
      return element && counted(element) ? [{ id, element }] : [];
    })
    .sort((a, b) => Number(b.element.category === 'cast') - Number(a.element.category === 'cast') || number(a.element) - number(b.element))
    .map(({ id }) => id);
}

function sceneOf(scene: BreakdownScene, scenes: readonly BreakdownScene[], resourceIds: readonly string[], locationIds: readonly string[]): ProblemScene {
  const set = (each: BreakdownScene): string => each.setId ?? each.set;
  const needed = new Set(scene.elements.map(({ id }) => resourceIds.indexOf(id)).filter((index) => index >= 0));
  return {
    eighths: scene.eighths,
    minutes: scene.minutes,
    light: LIGHTS[scene.light],
    set: scenes.findIndex((each) => set(each) === set(scene)),
    location: locationIds.indexOf(placeOf(scene)),
    resources: [...needed].sort((a, b) => a - b),
  };
}

function windowed(terms: Pick<Terms, 'available' | 'away'> | undefined, calendar: readonly CalendarDay[], dated: boolean): { available?: boolean[] } {
  return dated && terms && (terms.available?.length ?? 0) + (terms.away?.length ?? 0) > 0 ? { available: calendar.map(({ date }) => availableOn(terms, date)) } : {};
}

/** What a worked day costs: their own sum, else the rules' for cast. */
export function dayCostOf({ rules }: Pick<Production, 'rules'>, element: BreakdownElement | undefined): number {
  return element?.dayCost ?? (element?.category === 'cast' ? rules.castDayCost : 0);
}

function resourceOf(production: Production, element: BreakdownElement | undefined, calendar: readonly CalendarDay[], dated: boolean): Resource {
  return {
    dayCost: dayCostOf(production, element),
    holdShare: element?.holdShare ?? 1,
    ...(element?.dropAfter !== undefined && { dropAfter: element.dropAfter }),
    ...windowed(element, calendar, dated),
  };
}

function locationOf(location: Pick<Terms, 'dayCost' | 'available' | 'away'> | undefined, calendar: readonly CalendarDay[], dated: boolean): ProblemLocation {
  return { dayCost: location?.dayCost ?? 0, ...windowed(location, calendar, dated) };
}

function costsOf({ rules, crew }: Production): Problem['costs'] {
  const { companyDayCost, nightCost: night, moveCost: move, moveMinutes, setMoveCost: setMove, setMoveMinutes } = rules;
  return { companyDay: companyDayCost + Object.values(crew).reduce((sum, { dayCost }) => sum + (dayCost ?? 0), 0), night, move, moveMinutes, setMove, setMoveMinutes };
}

function demandsOf({ demands }: Production, scenes: readonly BreakdownScene[], calendar: readonly CalendarDay[], dated: boolean): { id: string; demand: ProblemDemand }[] {
  const index = (id: string): number => scenes.findIndex((scene) => scene.id === id);
  return Object.entries(demands).flatMap(([id, demand]): { id: string; demand: ProblemDemand }[] => {
    switch (demand.kind) {
      case 'before': {
        const [first, then] = [index(demand.first), index(demand.then)];
        return first < 0 || then < 0 ? [] : [{ id, demand: { kind: 'before', first, then } }];
      }
      case 'sameDay': {
        const together = demand.scenes.map(index).filter((scene) => scene >= 0);
        return together.length < 2 ? [] : [{ id, demand: { kind: 'sameDay', scenes: together } }];
      }
      case 'pinned': {
        const scene = index(demand.scene);
        return scene < 0 || !dated ? [] : [{ id, demand: { kind: 'pinned', scene, day: calendar.findIndex(({ date }) => date === demand.date) } }];
      }
    }
  });
}

const KINDS: readonly DayKind[] = ['day', 'night', 'split'];

/** A day's wrap is its call and its length; where the next call comes before the rest is over, days in between must lie free: a week at the most. */
export function restDaysOf(rules: Pick<Rules, 'dayCall' | 'nightCall' | 'splitCall' | 'dayHours' | 'turnaroundHours'>): Problem['restDays'] {
  const call: Readonly<Record<DayKind, number>> = { day: minutesOf(rules.dayCall), night: minutesOf(rules.nightCall), split: minutesOf(rules.splitCall) };
  const free = (before: DayKind, after: DayKind): number => {
    const short = call[before] + (rules.dayHours + rules.turnaroundHours) * 60 - (24 * 60 + call[after]);
    return Math.min(7, Math.max(0, Math.ceil(short / (24 * 60))));
  };
  const row = (before: DayKind): Record<DayKind, number> => ({ day: free(before, 'day'), night: free(before, 'night'), split: free(before, 'split') });
  return Object.fromEntries(KINDS.map((before) => [before, row(before)])) as Problem['restDays'];
}

/** Of the day; what is no time counts as midnight. */
function minutesOf(time: string): number {
  const [, hours = '0', minutes = '0'] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
