// Which change of terms has to do with which held days, move or night; what has to do with none belongs to the whole plan.
import type { Problem } from '../problem';
import type { Change } from './change';
import type { Fact } from './facts';

/** Whether a change is about the people, scenes and places of a fact. A limit of every day is about no one of them. */
export function concerns({ scenes, demands }: Problem, change: Change, fact: Fact): boolean {
  const of = fact.kind === 'held' ? [...scenes.keys()].filter((scene) => scenes[scene]?.resources.includes(fact.resource)) : fact.kind === 'move' ? [fact.from, fact.to] : fact.scenes;
  switch (change.kind) {
    case 'resource':
      return of.some((scene) => scenes[scene]?.resources.includes(change.resource));
    case 'location':
      return of.some((scene) => scenes[scene]?.location === change.location);
    case 'demand': {
      const demand = demands[change.demand];
      const asked = demand?.kind === 'before' ? [demand.first, demand.then] : demand?.kind === 'sameDay' ? demand.scenes : demand ? [demand.scene] : [];
      return asked.some((scene) => of.includes(scene));
    }
    case 'open':
      return fact.kind === 'held' && change.days.some((day) => day > fact.after && day < fact.before);
    case 'place':
      return fact.kind === 'move' && !fact.set && of.every((scene) => [change.location, change.at].includes(scenes[scene]?.location ?? -1));
    default:
      return false;
  }
}
