// Demands that cannot all hold, or not with the cast, the location and the calendar as they are.
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import { availableOn, isDate } from './calendar';
import type { Production } from './production';
import type { Demand } from './rules';
import { said, type Said } from './validateSaid';
import { closedOn, grouped, type Warning } from './validateWarning';

type Pinned = Extract<Demand, { kind: 'pinned' }>;

export function demandWarnings(production: Production, breakdown: Breakdown): Warning[] {
  const scenes = new Map(breakdown.scenes.map((scene) => [scene.id, scene]));
  const demands = Object.entries(production.demands);
  const circles = circlesOf(demands);
  return demands.flatMap(([id, demand]) => {
    const at = (field: string, what: Said): Warning => ({ on: 'demands', id, field, said: what });
    const gone = scenesOf(demand).filter(([, scene]) => !scenes.has(scene));
    const named = (scene: string): string => scenes.get(scene)?.number ?? nameOf(production, scene);
    const circle = circles.get(id);
    return [
      ...gone.map(([field, scene]) => at(field, said('Scene {0} is not in the script any more.', nameOf(production, scene)))),
      ...(circle ? [at('then', said('These go round in a circle: {0}. One must go.', circle.map(named).join(' → ')))] : []),
      ...(demand.kind === 'pinned' ? pinWarnings(production, demand, scenes.get(demand.scene)).map((what) => at('date', what)) : []),
      ...(demand.kind === 'pinned' ? [] : pinsApart(demand, demands, named).map((what) => at(demand.kind === 'before' ? 'then' : 'scenes', what))),
      ...(demand.kind === 'pinned' ? otherPin(id, demand, demands).map((what) => at('date', what)) : []),
    ];
  });
}

function scenesOf(demand: Demand): (readonly [string, string])[] {
  switch (demand.kind) {
    case 'before':
      return [['first', demand.first], ['then', demand.then]];
    case 'sameDay':
      return demand.scenes.map((scene) => ['scenes', scene] as const);
    case 'pinned':
      return [['scene', demand.scene]];
  }
}

/** What a scene that is gone was called. */
function nameOf({ scenes }: Production, id: string): string {
  const record = Object.hasOwn(scenes, id) ? scenes[id] : undefined;
  return record ? `${record.number ?? ''} ${record.heading}`.trim() : '?';
}

const CLOSED = {
  early: 'The shoot starts later, on {1}.',
  weekday: '{0} is a day off.',
  holiday: '{0} is a holiday.',
  crew: 'On {0} somebody of the key crew is away.',
} as const;

function pinWarnings(production: Production, { date }: Pinned, scene: BreakdownScene | undefined): Said[] {
  if (!isDate(date)) {
    return [said('There is no {0} in the calendar.', date)];
  }
  const why = closedOn(production, date);
  const closed = why === undefined ? [] : [said(CLOSED[why], { date }, { date: production.rules.start ?? date })];
  const { elements, locations } = production;
  const away = (scene?.elements ?? []).filter(({ id }) => Object.hasOwn(elements, id) && !availableOn(elements[id] ?? {}, date)).map(({ name }) => name);
  const location = scene?.locationId !== undefined && Object.hasOwn(locations, scene.locationId) ? locations[scene.locationId] : undefined;
  return [
    ...closed,
    ...(away.length > 0 ? [said('Not available on {0}: {1}.', { date }, away.join(', '))] : []),
    ...(location && !availableOn(location, date) ? [said('{0} is not available on {1}.', location.name, { date })] : []),
  ];
}

function pinOf(scene: string, demands: readonly (readonly [string, Demand])[]): string | undefined {
  const found = demands.map(([, demand]) => demand).find((demand): demand is Pinned => demand.kind === 'pinned' && demand.scene === scene);
  return found?.date;
}

/** Pinned days that an order or a shared day cannot have. */
function pinsApart(demand: Exclude<Demand, Pinned>, demands: readonly (readonly [string, Demand])[], named: (scene: string) => string): Said[] {
  if (demand.kind === 'before') {
    const [first, then] = [pinOf(demand.first, demands), pinOf(demand.then, demands)];
    return first !== undefined && then !== undefined && first > then ? [said('Scene {0} is pinned to {1}, behind scene {2} on {3}.', named(demand.first), { date: first }, named(demand.then), { date: then })] : [];
  }
  const pinned = demand.scenes.flatMap((scene) => {
    const date = pinOf(scene, demands);
    return date === undefined ? [] : [{ scene, date }];
  });
  const [one] = pinned;
  const other = pinned.find(({ date }) => date !== one?.date);
  return one && other ? [said('Scene {0} is pinned to {1}, scene {2} to {3}.', named(one.scene), { date: one.date }, named(other.scene), { date: other.date })] : [];
}

function otherPin(id: string, { scene, date }: Pinned, demands: readonly (readonly [string, Demand])[]): Said[] {
  const other = demands.find(([key, demand]) => key !== id && demand.kind === 'pinned' && demand.scene === scene && demand.date !== date)?.[1];
  return other?.kind === 'pinned' ? [said('The scene is pinned to {0} too.', { date: other.date })] : [];
}

/** The demands that are part of a circle, each with the scenes of a shortest one through it, the first named again at the end. */
function circlesOf(demands: readonly (readonly [string, Demand])[]): Map<string, readonly string[]> {
  const edges = demands.flatMap(([id, demand]) => (demand.kind === 'before' ? [{ id, ...demand }] : []));
  const after = grouped(edges, ({ first }) => first);
  const circles = new Map<string, readonly string[]>();
  for (const { id, first, then } of edges) {
    const way = shortestWay(then, first, (scene) => (after.get(scene) ?? []).map((edge) => edge.then));
    if (way) {
      circles.set(id, [first, ...way]);
    }
  }
  return circles;
}

function shortestWay(from: string, to: string, next: (scene: string) => readonly string[]): string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const [scene] of before) {
    if (scene === to) {
      const way: string[] = [];
      for (let at: string | undefined = to; at !== undefined; at = before.get(at)) {
        way.unshift(at);
      }
      return way;
    }
    for (const each of next(scene)) {
      if (!before.has(each)) {
        before.set(each, scene);
      }
    }
  }
  return undefined;
}
