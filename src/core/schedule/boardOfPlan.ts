// A plan as the days of a board, with what a hand had put on the board before: banners, notes, days off.
import type { Board, BoardDay, Strip } from '../production/board';
import { planOfBoard } from './planOfBoard';
import type { Plan } from './problem';
import type { ProblemParts } from './problemOf';

/**
 * Days that stand for a plan: days off put in by hand stay, open days between two of the plan's wait without strips, and open days before
 * the first are days off, on which nobody is paid.
 * @param from the board that the plan was made from: a day at the same place of the calendar keeps its id and note, and a banner stays
 * with the strip before it, or, on top of a day, with the one after it
 */
export function boardOfPlan(plan: Plan, parts: Pick<ProblemParts, 'problem' | 'sceneIds'>, newId: () => string, from?: Board): BoardDay[] {
  const { calendar } = parts.problem;
  const shot = new Map(plan.days.map(({ day, scenes }) => [day, scenes]));
  const first = plan.days[0]?.day ?? 0;
  const last = plan.days.at(-1)?.day ?? -1;
  const old = from ? oldDays(from, parts) : new Map<number, BoardDay>();
  const { before, after, alone } = bannersOf(from, old, parts.sceneIds);
  const days: BoardDay[] = [];
  for (let day = 0; day <= last; day += 1) {
    const closed = calendar[day]?.closed;
    if (closed !== undefined && closed !== 'off' && !shot.has(day)) {
      continue;
    }
    const { id = newId(), note } = old.get(day) ?? {};
    const scenes = (shot.get(day) ?? []).flatMap((scene) => parts.sceneIds[scene] ?? []);
    const strips = [...(alone.get(day) ?? []), ...scenes.flatMap((scene): Strip[] => [...(before.get(scene) ?? []), { scene }, ...(after.get(scene) ?? [])])];
    days.push({ id, kind: closed === 'off' || day < first ? 'off' : 'shoot', strips, ...(note !== undefined && { note }) });
  }
  return keepStray(keepBehind(days, old, last), last, alone);
}

/** What a hand put behind the plan's last day: days off stay at the end, and notes of shooting days that there are no more go to the last that there is. */
function keepBehind(days: readonly BoardDay[], old: ReadonlyMap<number, BoardDay>, last: number): BoardDay[] {
  const behind = [...old].filter(([day]) => day > last).sort(([one], [other]) => one - other).map(([, day]) => day);
  const notes = behind.flatMap(({ kind, note }) => (kind === 'shoot' && note !== undefined ? [note] : []));
  const at = days.findLastIndex(({ kind }) => kind === 'shoot');
  const noted = notes.length === 0 ? days : days.map((day, index) => (index === at ? { ...day, note: [...(day.note === undefined ? [] : [day.note]), ...notes].join('; ') } : day));
  return [...noted, ...behind.filter(({ kind }) => kind === 'off')];
}

/** The board's days by their place in the calendar, days off too. */
function oldDays(board: Board, parts: Pick<ProblemParts, 'problem' | 'sceneIds'>): Map<number, BoardDay> {
  const shoot = board.days.filter(({ kind }) => kind === 'shoot');
  const off = board.days.filter(({ kind }) => kind === 'off');
  const closed = [...parts.problem.calendar.entries()].flatMap(([day, { closed: why }]) => (why === 'off' ? [day] : []));
  return new Map([
    ...planOfBoard(board, parts).days.flatMap(({ day }, at): [number, BoardDay][] => (shoot[at] ? [[day, shoot[at]]] : [])),
    ...closed.flatMap((day, at): [number, BoardDay][] => (off[at] ? [[day, off[at]]] : [])),
  ]);
}

interface Banners {
  /** By scene id. */
  readonly before: ReadonlyMap<string, Strip[]>;
  readonly after: ReadonlyMap<string, Strip[]>;
  /** By calendar day: of days without scenes. */
  readonly alone: ReadonlyMap<number, Strip[]>;
}

function bannersOf(board: Board | undefined, old: ReadonlyMap<number, BoardDay>, sceneIds: readonly string[]): Banners {
  const known = new Set(sceneIds);
  const before = new Map<string, Strip[]>();
  const after = new Map<string, Strip[]>();
  const alone = new Map<number, Strip[]>();
  const put = <K>(map: Map<K, Strip[]>, key: K, strip: Strip): unknown => map.set(key, [...(map.get(key) ?? []), strip]);
  for (const [day, { strips }] of board ? old : []) {
    const scenes = strips.map((strip) => ('scene' in strip && known.has(strip.scene) ? strip.scene : undefined));
    strips.forEach((strip, at) => {
      const [behind, ahead] = [scenes.slice(0, at).findLast((id) => id !== undefined), scenes.slice(at).find((id) => id !== undefined)];
      if (!('banner' in strip)) {
        return;
      }
      if (behind !== undefined) {
        put(after, behind, strip);
      } else if (ahead === undefined) {
        put(alone, day, strip);
      } else {
        put(before, ahead, strip);
      }
    });
  }
  return { before, after, alone };
}

/** Banners of days without scenes that the plan does not reach any more go to the end. */
function keepStray(days: BoardDay[], last: number, alone: Banners['alone']): BoardDay[] {
  const stray = [...alone].filter(([day]) => day > last).flatMap(([, strips]) => strips);
  const end = days.at(-1);
  return end && stray.length > 0 ? [...days.slice(0, -1), { ...end, strips: [...end.strips, ...stray] }] : days;
}
