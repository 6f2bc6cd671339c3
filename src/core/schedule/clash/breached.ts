// What a plan breaks, as constraints: for where it is not proved that there is no better one.
import { movesOf } from '../plan/dayOrder';
import { modelOf } from '../plan/model';
import type { Plan, Problem } from '../problem';
import type { Constraint } from './constraint';

/** The constraints that a plan breaks, each once, and the scenes on the days where it does. */
export function breachedBy(problem: Problem, plan: Plan): { constraints: Constraint[]; scenes: number[] } {
  const model = modelOf(problem, {});
  const found = new Map<string, Constraint>();
  const scenes = new Set<number>();
  const tell = (constraint: Constraint, where: readonly number[]): void => {
    found.set(JSON.stringify(constraint), constraint);
    where.forEach((scene) => scenes.add(scene));
  };
  const order = plan.days.flatMap((day) => day.scenes);
  problem.demands.forEach((demand, index) => {
    const constraint: Constraint = { kind: 'demand', demand: index };
    const dayOf = (scene: number): number | undefined => plan.days.find((day) => day.scenes.includes(scene))?.day;
    if (demand.kind === 'before' && order.includes(demand.first) && order.includes(demand.then) && order.indexOf(demand.first) >= order.indexOf(demand.then)) {
      tell(constraint, [demand.first, demand.then]);
    } else if (demand.kind === 'sameDay' && new Set(demand.scenes.flatMap((scene) => dayOf(scene) ?? [])).size > 1) {
      tell(constraint, demand.scenes);
    } else if (demand.kind === 'pinned' && dayOf(demand.scene) !== undefined && dayOf(demand.scene) !== demand.day) {
      tell(constraint, [demand.scene]);
    }
  });
  plan.days.forEach(({ day, scenes: shot }, at) => {
    breachesOfDay(problem, day, shot, tell);
    const list = shot.flatMap((scene) => problem.scenes[scene] ?? []);
    const { moves, setMoves } = movesOf(model, shot);
    const minutes = list.reduce((sum, scene) => sum + scene.minutes, 0) + moves * problem.costs.moveMinutes + setMoves * problem.costs.setMoveMinutes;
    if (shot.length > 1 && minutes > problem.dayMinutes) {
      tell({ kind: 'minutes' }, shot);
    }
    const before = plan.days.slice(0, at).findLast((each) => each.scenes.length > 0);
    if (before && shot.length > 0 && day - before.day - 1 < problem.restDays[kindOf(problem, before.scenes)][kindOf(problem, shot)]) {
      tell({ kind: 'rest' }, [...before.scenes, ...shot]);
    }
  });
  return { constraints: [...found.values()], scenes: [...scenes].sort((a, b) => a - b) };
}

function breachesOfDay(problem: Problem, day: number, shot: readonly number[], tell: (constraint: Constraint, scenes: readonly number[]) => void): void {
  const closed = problem.calendar[day]?.closed;
  if (closed !== undefined && shot.length > 0) {
    tell({ kind: 'closed', why: closed }, shot);
  }
  for (const scene of shot) {
    const { resources, location } = problem.scenes[scene] ?? { resources: [], location: -1 };
    resources.filter((resource) => problem.resources[resource]?.available?.[day] === false).forEach((resource) => tell({ kind: 'resource', resource }, [scene]));
    if (problem.locations[location]?.available?.[day] === false) {
      tell({ kind: 'location', location }, [scene]);
    }
  }
  const kind = kindOf(problem, shot);
  if (kind === 'split' && !problem.mayMix) {
    tell({ kind: 'noMixing' }, shot);
  }
  const eighths = shot.reduce((sum, scene) => sum + (problem.scenes[scene]?.eighths ?? 0), 0);
  if (shot.length > 1 && eighths > problem.dayEighths) {
    tell({ kind: 'eighths' }, shot);
  }
}

function kindOf({ scenes }: Problem, shot: readonly number[]): 'day' | 'night' | 'split' {
  const [day, night] = [shot.some((scene) => scenes[scene]?.light === 'day'), shot.some((scene) => scenes[scene]?.light === 'night')];
  return night ? (day ? 'split' : 'night') : 'day';
}
