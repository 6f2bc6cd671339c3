// A change that the view asks for, done to a board, with the words that undo and a screen reader say of it.
import { acceptChanges, markSeen } from '../core/board/changes';
import * as operations from '../core/board/operations';
import { isScene, keysOf, sceneOfKey, scenesOnBoard } from '../core/board/strips';
import type { Breakdown } from '../core/breakdown/breakdown';
import type { Board } from '../core/production/board';
import type { BoardEdit } from './protocol';
import { scenesById, shootingNumbers } from './names';
import type { Say } from './telling';

/** The board after the change: the same object where there is nothing to do. Strips of scenes that nobody knows are left out. */
export function applyEdit(board: Board, edit: BoardEdit, breakdown: Breakdown, newId: () => string): Board {
  const known = knownKeys(board, edit, breakdown);
  const changed = apply(board, edit, known, breakdown, newId);
  // A scene that a hand has placed has been seen.
  const fresh = known.flatMap((key) => sceneOfKey(key) ?? []).filter((scene) => !Object.hasOwn(board.seen, scene));
  return changed === board ? board : markSeen(changed, breakdown, fresh);
}

function apply(board: Board, edit: BoardEdit, known: readonly string[], breakdown: Breakdown, newId: () => string): Board {
  switch (edit.op) {
    case 'moveStrips':
      return operations.moveStrips(board, known, edit.day, edit.before);
    case 'toBoneyard':
      return operations.toBoneyard(board, known);
    case 'moveToNewDay':
      return operations.moveToNewDay(board, known, newId, edit.before);
    case 'moveDay':
      return operations.moveDay(board, edit.day, edit.before);
    case 'addDay':
      return operations.addDay(board, 'shoot', newId, edit.before);
    case 'addOff':
      return operations.addDay(board, 'off', newId, edit.before);
    case 'removeDay':
      return operations.removeDay(board, edit.day, edit.strips);
    case 'splitDay':
      return operations.splitDay(board, edit.day, edit.at, newId);
    case 'joinDays':
      return operations.joinDays(board, edit.day);
    case 'addBanner':
      return edit.text === undefined ? board : operations.addBanner(board, edit.day, edit.text, edit.before);
    case 'editBanner':
      return edit.text === undefined ? board : operations.editBanner(board, edit.strip, edit.text);
    case 'removeBanner':
      return operations.removeBanner(board, edit.strip);
    case 'note':
      return edit.text === undefined ? board : operations.noteDay(board, edit.day, edit.text);
    case 'acceptChanges':
      return acceptChanges(board, breakdown, edit.scenes);
  }
}

/** Of the strips that are to move those of scenes in the script or on the board, and banners. */
function knownKeys(board: Board, edit: BoardEdit, { scenes }: Breakdown): string[] {
  if (!('strips' in edit) || typeof edit.strips === 'string') {
    return [];
  }
  const known = new Set([...scenesOnBoard(board), ...scenes.map(({ id }) => id)]);
  return edit.strips.filter((key) => {
    const scene = sceneOfKey(key);
    return scene === undefined || known.has(scene);
  });
}

/** What undo says it takes back: "Move scene 12", "Day off". */
export function labelOf(edit: BoardEdit, breakdown: Breakdown, say: Say): string {
  switch (edit.op) {
    case 'moveStrips':
    case 'moveToNewDay':
      return movedLabel(edit.strips, breakdown, (scene) => say('Move scene {0}', scene), (strips) => (strips === 1 ? say('Move a strip') : say('Move {0} strips', strips)));
    case 'toBoneyard':
      return movedLabel(edit.strips, breakdown, (scene) => say('Scene {0} to the boneyard', scene), (strips) => say('{0} strips to the boneyard', strips));
    case 'moveDay':
      return say('Move day');
    case 'addDay':
      return say('Add a day');
    case 'addOff':
      return say('Add a day off');
    case 'removeDay':
      return say('Remove day');
    case 'splitDay':
      return say('Day break');
    case 'joinDays':
      return say('Join days');
    case 'addBanner':
    case 'editBanner':
    case 'removeBanner':
      return say('Banner');
    case 'note':
      return say('Note on the day');
    case 'acceptChanges':
      return say('Changes looked over');
  }
}

function movedLabel(keys: readonly string[], breakdown: Breakdown, one: (scene: string) => string, many: (strips: number) => string): string {
  const scene = keys.length === 1 ? scenesById(breakdown).get(sceneOfKey(keys[0] ?? '') ?? '') : undefined;
  return scene ? one(scene.number) : many(keys.length);
}

/** Where strips are now, for one who cannot see it: "Scene 12 is now on Day 3, 2 of 5."; undefined where that is not what changed. */
export function sayPlace(board: Board, edit: BoardEdit, breakdown: Breakdown, say: Say): string | undefined {
  const first = edit.op === 'moveStrips' || edit.op === 'moveToNewDay' ? edit.strips.find((key) => sceneOfKey(key) !== undefined) : undefined;
  const id = first === undefined ? undefined : sceneOfKey(first);
  const at = id === undefined ? -1 : board.days.findIndex(({ strips }) => strips.some((strip) => isScene(strip) && strip.scene === id));
  const day = board.days[at];
  const number = shootingNumbers(board.days)[at];
  if (id === undefined || !day || number === undefined) {
    return undefined;
  }
  const place = day.strips.findIndex((strip) => isScene(strip) && strip.scene === id) + 1;
  return say('Scene {0} is now on day {1}, {2} of {3}.', scenesById(breakdown).get(id)?.number ?? '', number, place, day.strips.length);
}

/** A banner's words as they stand; undefined: no such banner. */
export function bannerText(board: Board, key: string): string | undefined {
  const keys = keysOf(board.days);
  const at = keys.findIndex((ofDay) => ofDay.includes(key));
  const strip = board.days[at]?.strips[keys[at]?.indexOf(key) ?? -1];
  return strip && !isScene(strip) ? strip.banner : undefined;
}
