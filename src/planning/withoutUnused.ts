// Lets go of what settling had added for a script that has changed since: a heading half written leaves no set behind.
import type { Breakdown } from '../core/breakdown/breakdown';
import type { Production } from '../core/production/production';

/**
 * @param file the production as its file has it: nothing of that goes
 * @param settled the same with all that was ever added by settling
 * @param breakdown of the settled one
 */
export function withoutUnused(file: Production, settled: Production, breakdown: Breakdown): Production {
  const scenes = new Set(breakdown.scenes.map(({ id }) => id));
  const elements = new Set(breakdown.scenes.flatMap((scene) => [...scene.elements.map(({ id }) => id), ...(scene.voices ?? [])]));
  const sets = new Set(breakdown.scenes.map(({ setId }) => setId));
  const kept = {
    scenes: only(file.scenes, settled.scenes, (id) => scenes.has(id)),
    elements: only(file.elements, settled.elements, (id) => elements.has(id)),
    sets: only(file.sets, settled.sets, (id) => sets.has(id)),
  };
  return kept.scenes === settled.scenes && kept.elements === settled.elements && kept.sets === settled.sets ? settled : { ...settled, ...kept };
}

function only<T>(file: Readonly<Record<string, T>>, all: Readonly<Record<string, T>>, used: (id: string) => boolean): Readonly<Record<string, T>> {
  const unused = Object.keys(all).filter((id) => !Object.hasOwn(file, id) && !used(id));
  return unused.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([id]) => !unused.includes(id)));
}
