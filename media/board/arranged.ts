// The board as it will be once a move is made, worked out at once, so that nothing jumps back while the extension works it out in earnest.
import type { BoardEdit, DayView, SceneStrip, StripView } from '../../src/board/protocol';

export interface Arrangement {
  readonly days: readonly DayView[];
  readonly boneyard: readonly SceneStrip[];
  readonly toPlace: readonly SceneStrip[];
}

/** The arrangement after an edit. Edits other than moves leave it as it is: the extension's answer shows them. */
export function arranged(now: Arrangement, edit: BoardEdit): Arrangement {
  switch (edit.op) {
    case 'moveStrips': {
      const { taken, rest } = takeOut(now, edit.strips);
      return taken.length === 0 ? now : { ...rest, days: rest.days.map((day) => (day.id === edit.day ? { ...day, strips: inserted(day.strips, taken, edit.before) } : day)) };
    }
    case 'toBoneyard': {
      const { taken, rest } = takeOut(now, edit.strips);
      return { ...rest, boneyard: [...rest.boneyard, ...taken.filter((strip) => strip.kind === 'scene')] };
    }
    case 'moveDay': {
      const day = now.days.find(({ id }) => id === edit.day);
      if (!day) {
        return now;
      }
      const left = now.days.filter((each) => each !== day);
      const at = edit.before === undefined ? -1 : left.findIndex(({ id }) => id === edit.before);
      return { ...now, days: at < 0 ? [...left, day] : [...left.slice(0, at), day, ...left.slice(at)] };
    }
    default:
      return now;
  }
}

/** Whether both have the same strips in the same places. */
export function sameOrder(one: Arrangement, other: Arrangement): boolean {
  return orderOf(one) === orderOf(other);
}

function orderOf({ days, boneyard, toPlace }: Arrangement): string {
  return JSON.stringify([days.map(({ id, strips }) => [id, strips.map(({ key }) => key)]), boneyard.map(({ key }) => key), toPlace.map(({ key }) => key)]);
}

/** The strips of these keys in the board's order, and the board without them. */
function takeOut({ days, boneyard, toPlace }: Arrangement, keys: readonly string[]): { readonly taken: StripView[]; readonly rest: Arrangement } {
  const moving = new Set(keys);
  const taken = [...days.flatMap(({ strips }) => strips), ...boneyard, ...toPlace].filter(({ key }) => moving.has(key));
  const without = <T extends StripView>(strips: readonly T[]): readonly T[] => (strips.some(({ key }) => moving.has(key)) ? strips.filter(({ key }) => !moving.has(key)) : strips);
  return {
    taken,
    rest: {
      days: days.map((day) => {
        const strips = without(day.strips);
        return strips === day.strips ? day : { ...day, strips };
      }),
      boneyard: without(boneyard),
      toPlace: without(toPlace),
    },
  };
}

function inserted(strips: readonly StripView[], taken: readonly StripView[], before: string | undefined): readonly StripView[] {
  const at = before === undefined ? -1 : strips.findIndex(({ key }) => key === before);
  return at < 0 ? [...strips, ...taken] : [...strips.slice(0, at), ...taken, ...strips.slice(at)];
}
