// What becomes of a scene record that no scene of the script is like any more: it is given to a scene, or let go.
import type { Board, BoardDay, Strip } from '../production/board';
import type { Production, SceneRecord } from '../production/production';
import type { Demand } from '../production/rules';
import { joinTags } from './elements';

/**
 * Gives an orphan's tags, notes and place on every board to the scene whose record is `sceneId`. The orphan's id lives on, so that boards and
 * demands keep what they say of it; what the writer already put into the new record is kept as well, and goes before the orphan's.
 */
export function reattach(production: Production, orphanId: string, sceneId: string): Production {
  const [orphan, scene] = [recordOf(production, orphanId), recordOf(production, sceneId)];
  if (!orphan || !scene || orphanId === sceneId) {
    return production;
  }
  const { number: _, ...kept } = orphan;
  const tags = { ...orphan.tags };
  for (const [id, tag] of Object.entries(scene.tags)) {
    tags[id] = joinTags(tag, Object.hasOwn(orphan.tags, id) ? (orphan.tags[id] ?? tag) : tag);
  }
  const without = { ...orphan.without, ...scene.without };
  const notes = notesOf(scene.notes, orphan.notes);
  const joined: SceneRecord = { ...kept, ...scene, tags, ...(notes !== '' && { notes }), ...(Object.keys(without).length > 0 && { without }) };
  const scenes = { ...withoutKey(production.scenes, sceneId), [orphanId]: joined };
  return {
    ...production,
    scenes,
    boards: mapBoards(production, (board) => (holds(board, orphanId) ? dropScene(board, sceneId) : renameScene(board, sceneId, orphanId))),
    demands: Object.fromEntries(Object.entries(production.demands).map(([id, demand]) => [id, demandOf(demand, sceneId, orphanId)])),
    refused: Object.fromEntries(Object.keys(production.refused).map((key) => [key.startsWith(`${sceneId}:`) ? orphanId + key.slice(sceneId.length) : key, true as const])),
  };
}

/** Lets a record go: its tags, its strips, what boards remember of it, and demands that make no sense without it. */
export function letGo(production: Production, orphanId: string): Production {
  if (!recordOf(production, orphanId)) {
    return production;
  }
  const demands = Object.entries(production.demands).flatMap(([id, demand]) => {
    const left = demandWithout(demand, orphanId);
    return left ? [[id, left] as const] : [];
  });
  return {
    ...production,
    scenes: withoutKey(production.scenes, orphanId),
    boards: mapBoards(production, (board) => dropScene(board, orphanId)),
    demands: Object.fromEntries(demands),
    refused: Object.fromEntries(Object.keys(production.refused).filter((key) => !key.startsWith(`${orphanId}:`)).map((key) => [key, true as const])),
  };
}

/** Both, the scene's first; one that is in the other already is not said twice. */
function notesOf(scene = '', orphan = ''): string {
  return scene.includes(orphan) ? scene : orphan.includes(scene) ? orphan : `${scene}\n${orphan}`;
}

function recordOf({ scenes }: Production, id: string): SceneRecord | undefined {
  return Object.hasOwn(scenes, id) ? scenes[id] : undefined;
}

function mapBoards({ boards }: Production, change: (board: Board) => Board): Production['boards'] {
  return Object.fromEntries(Object.entries(boards).map(([id, board]) => [id, change(board)]));
}

function isScene(strip: Strip, id: string): boolean {
  return 'scene' in strip && strip.scene === id;
}

function holds({ days, boneyard }: Board, id: string): boolean {
  return boneyard.includes(id) || days.some(({ strips }) => strips.some((strip) => isScene(strip, id)));
}

function dropScene(board: Board, id: string): Board {
  return { ...withStrips(board, (strips) => strips.filter((strip) => !isScene(strip, id))), boneyard: board.boneyard.filter((each) => each !== id), seen: withoutKey(board.seen, id) };
}

function renameScene(board: Board, from: string, to: string): Board {
  const seen = Object.fromEntries(Object.entries(board.seen).map(([id, what]) => [id === from ? to : id, what]));
  return { ...withStrips(board, (strips) => strips.map((strip) => (isScene(strip, from) ? { scene: to } : strip))), boneyard: board.boneyard.map((each) => (each === from ? to : each)), seen };
}

function withStrips(board: Board, change: (strips: readonly Strip[]) => readonly Strip[]): Board {
  return { ...board, days: board.days.map((day): BoardDay => ({ ...day, strips: change(day.strips) })) };
}

function demandOf(demand: Demand, from: string, to: string): Demand {
  const of = (id: string): string => (id === from ? to : id);
  switch (demand.kind) {
    case 'before':
      return { ...demand, first: of(demand.first), then: of(demand.then) };
    case 'sameDay':
      return { ...demand, scenes: [...new Set(demand.scenes.map(of))] };
    case 'pinned':
      return { ...demand, scene: of(demand.scene) };
  }
}

function demandWithout(demand: Demand, id: string): Demand | undefined {
  switch (demand.kind) {
    case 'before':
      return demand.first === id || demand.then === id ? undefined : demand;
    case 'sameDay': {
      const scenes = demand.scenes.filter((each) => each !== id);
      return scenes.length < 2 && scenes.length < demand.scenes.length ? undefined : { ...demand, scenes };
    }
    case 'pinned':
      return demand.scene === id ? undefined : demand;
  }
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
