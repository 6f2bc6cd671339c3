// What changed in the script since a board was looked over. Shown, never acted upon by itself: nothing is rescheduled without a yes.
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import type { Board, SeenScene } from '../production/board';
import { castOf, seenScene } from './boardOfScript';
import { isScene, scenesOnBoard } from './strips';

export type SceneChange =
  /** In the script, and nowhere on the board: to be placed. */
  | { readonly kind: 'new' }
  /** On the board, and not in the script any more. `was`: as it was looked over, where that is known. */
  | { readonly kind: 'dropped'; readonly was?: SeenScene }
  | { readonly kind: 'changed'; readonly was: SeenScene; readonly heading: boolean; readonly eighths: boolean; readonly light: boolean; readonly joined: readonly string[]; readonly left: readonly string[] };

/** By scene id, in the order of the script; dropped ones last, in the order of the board. */
export function changesOf(board: Board, { scenes }: Breakdown): ReadonlyMap<string, SceneChange> {
  const onBoard = scenesOnBoard(board);
  const found = new Map<string, SceneChange>();
  for (const scene of scenes) {
    const change = onBoard.has(scene.id) ? changeOf(seenIn(board, scene.id), scene) : ({ kind: 'new' } as const);
    if (change) {
      found.set(scene.id, change);
    }
  }
  const known = new Set(scenes.map(({ id }) => id));
  for (const id of onBoard) {
    const was = seenIn(board, id);
    if (!known.has(id)) {
      found.set(id, { kind: 'dropped', ...(was && { was }) });
    }
  }
  return found;
}

function changeOf(was: SeenScene | undefined, scene: BreakdownScene): SceneChange | undefined {
  if (!was) {
    return undefined;
  }
  const cast = castOf(scene);
  const joined = cast.filter((id) => !was.cast.includes(id));
  const left = was.cast.filter((id) => !cast.includes(id));
  const change = { kind: 'changed', was, heading: was.heading !== scene.heading, eighths: was.eighths !== scene.eighths, light: was.light !== scene.light, joined, left } as const;
  return change.heading || change.eighths || change.light || joined.length + left.length > 0 ? change : undefined;
}

/**
 * The writer has looked these changes over: changed scenes are remembered as they are now, dropped ones leave the board. New ones
 * stay to be placed. A plan that scenes leave is no longer the one that was proved.
 * @param chosen scene ids; without: all
 */
export function acceptChanges(board: Board, breakdown: Breakdown, chosen?: readonly string[]): Board {
  const wanted = chosen && new Set(chosen);
  const changes = [...changesOf(board, breakdown)].filter(([id, { kind }]) => kind !== 'new' && (wanted?.has(id) ?? true));
  if (changes.length === 0) {
    return board;
  }
  const dropped = new Set(changes.flatMap(([id, { kind }]) => (kind === 'dropped' ? [id] : [])));
  const without: Board = {
    ...board,
    made: madeAfter(board, changes.map(([, change]) => change), dropped),
    days: dropped.size === 0 ? board.days : board.days.map((day) => ({ ...day, strips: day.strips.filter((strip) => !isScene(strip) || !dropped.has(strip.scene)) })),
    boneyard: board.boneyard.filter((id) => !dropped.has(id)),
    seen: Object.fromEntries(Object.entries(board.seen).filter(([id]) => !dropped.has(id))),
  };
  return markSeen(without, breakdown, changes.map(([id]) => id));
}

/** The engine answered for other scenes than are shot now: what it proved of those is said of these no more. */
function madeAfter({ made, days }: Board, changes: readonly SceneChange[], dropped: ReadonlySet<string>): Board['made'] {
  if (made.by !== 'engine') {
    return made;
  }
  if (days.some(({ strips }) => strips.some((strip) => isScene(strip) && dropped.has(strip.scene)))) {
    return { by: 'hand' };
  }
  const shotOtherwise = changes.some((change) => change.kind === 'changed' && (change.eighths || change.light || change.joined.length + change.left.length > 0));
  return shotOtherwise ? { by: 'engine' } : made;
}

/** Remembers these scenes as they are now; ids that the breakdown does not have are left out. */
export function markSeen(board: Board, { scenes }: Breakdown, ids: readonly string[]): Board {
  const wanted = new Set(ids);
  const seen = scenes.filter(({ id }) => wanted.has(id)).map((scene) => [scene.id, seenScene(scene)] as const);
  return seen.length === 0 ? board : { ...board, seen: Object.fromEntries([...Object.entries(board.seen), ...seen]) };
}

/** Scenes to be placed, in the order of the script. */
export function toPlace(board: Board, { scenes }: Breakdown): BreakdownScene[] {
  const onBoard = scenesOnBoard(board);
  return scenes.filter(({ id }) => !onBoard.has(id));
}

/** A file from elsewhere may name its scenes anything: only own keys count. */
function seenIn(board: Board, id: string): SeenScene | undefined {
  return Object.hasOwn(board.seen, id) ? board.seen[id] : undefined;
}
