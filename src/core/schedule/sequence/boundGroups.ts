// Divides a part's actors into groups small enough for the exact search: what each group must wait by itself, together, no order undercuts.
import { reduce, type Part } from './reduce';
import { MOST_SCENES } from './remaining';

/** So many actors are proved in seconds. */
const MOST_TOGETHER = 8;
/** More groups would say little more: the dearest actors are in the first. */
const MOST_GROUPS = 6;

/** The groups, each as the parts it falls into. The dearest actors come first. */
export function boundGroups(part: Part): Part[] {
  const scenesOf = part.costs.map((): number[] => []);
  part.casts.forEach((cast, scene) => cast.forEach((actor) => scenesOf[actor]?.push(scene)));
  const groups: number[][] = [];
  let waiting = [...part.costs.keys()];
  while (waiting.length > 0 && groups.length < MOST_GROUPS) {
    const group: number[] = [];
    const later: number[] = [];
    for (const actor of waiting) {
      const fits = group.length < MOST_TOGETHER && kindsOf([...group, actor], part) <= MOST_SCENES;
      (fits ? group : later).push(actor);
    }
    if (group.length === 0) {
      break;
    }
    groups.push(group);
    waiting = later;
  }
  return groups.flatMap((group) => reduce({ durations: part.durations, actors: group.map((actor) => ({ cost: part.costs[actor] ?? 0, scenes: scenesOf[actor] ?? [] })) }).parts);
}

/** How many kinds of scenes there are if only these actors count. */
function kindsOf(actors: readonly number[], { casts }: Part): number {
  const counted = new Set(actors);
  const kinds = new Set(casts.map((cast) => cast.filter((actor) => counted.has(actor)).join()));
  kinds.delete('');
  return kinds.size;
}
