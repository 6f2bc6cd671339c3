// Strips and day breaks as rows: what the one-line schedule, the shooting schedule and the call sheet have in common.
import { formatEighths } from '../page/formatLength';
import type { BreakdownScene } from '../breakdown/breakdown';
import { cell, column, eighthsCell } from './build';
import type { PlannedInput, SheetInput } from './input';
import { boardDays, castOf, dayName, hasDates, lightText, locationName, own, placeText, scenesById, stripTone } from './lookUp';
import type { SheetCell, SheetColumn, SheetFact, SheetRow } from './sheet';
import { fill, type SheetWords } from './words';

/** The columns of a strip: number, I/E, set, D/N, pages, cast, location. */
export function stripColumns({ texts }: SheetWords): SheetColumn[] {
  return [column(texts.scene, 4, 'right'), column(texts.place, 3), column(texts.set, 18), column(texts.light, 4), column(texts.length, 4, 'right'), column(texts.cast, 9), column(texts.location, 11)];
}

/** A strip as a row of those columns. @param below lines under it */
export function stripRow(input: SheetInput, scene: BreakdownScene, below: readonly SheetFact[], words: SheetWords): SheetRow {
  const cells: SheetCell[] = [
    cell(scene.number, 'strong'), cell(placeText(scene)), cell(scene.set === '' ? scene.heading : scene.set, 'strong'), cell(lightText(scene, words)),
    eighthsCell(scene.eighths), { text: castOf(scene), category: 'cast' }, cell(locationName(input, scene)),
  ];
  return { kind: 'cells', cells, strip: stripTone(scene), about: { kind: 'scene', id: scene.id }, ...(below.length > 0 && { below }) };
}

/** The synopsis of a scene, as a line below its strip. */
export function synopsisFacts({ synopsis = '' }: BreakdownScene, { texts }: SheetWords): SheetFact[] {
  return synopsis.trim() === '' ? [] : [{ label: texts.synopsis, value: synopsis.trim() }];
}

/** The scenes of a day of the plan, in the order of shooting. @param index into the plan's days */
export function scenesOfDay(input: SheetInput, { plan, sceneIds }: PlannedInput, index: number): BreakdownScene[] {
  const scenes = scenesById(input);
  return (plan.days[index]?.scenes ?? []).flatMap((scene) => scenes.get(sceneIds[scene] ?? '') ?? []);
}

/** Every day of the plan: its banners and strips, its end, and the days off before the next; then what is not scheduled. */
export function scheduleRows(input: SheetInput, planned: PlannedInput, below: (scene: BreakdownScene) => readonly SheetFact[], words: SheetWords): SheetRow[] {
  const board = boardDays(planned);
  const scenes = scenesById(input);
  const rows = planned.plan.days.flatMap((_, index): SheetRow[] => {
    const strips = board[index]?.strips ?? scenesOfDay(input, planned, index).map(({ id }) => ({ scene: id }));
    const shown = strips.flatMap((strip): SheetRow[] => {
      if ('banner' in strip) {
        return [{ kind: 'section', text: strip.banner, tone: 'banner' }];
      }
      const scene = scenes.get(strip.scene);
      return scene ? [stripRow(input, scene, below(scene), words)] : [];
    });
    const waits: SheetRow[] = scenesOfDay(input, planned, index).length > 0 ? [] : [{ kind: 'section', text: words.texts.wait, tone: 'banner' }];
    const note = board[index]?.note?.trim() ?? '';
    return [...shown, ...waits, ...(note === '' ? [] : [{ kind: 'section' as const, text: note, tone: 'banner' as const }]), dayBreak(input, planned, index, words), ...daysOffRow(input, planned, index, words)];
  });
  return [...rows, ...boneyardRows(input, planned, below, words)];
}

/** "END OF DAY 3 - Tue 12 May - 4 5/8 pages - 2 moves". */
export function dayBreak(input: SheetInput, planned: PlannedInput, index: number, words: SheetWords): SheetRow {
  const day = planned.plan.days[index]?.day;
  const { eighths = 0, moves = 0 } = planned.checked.days.find((each) => each.day === day) ?? {};
  const { texts } = words;
  const date = day === undefined ? undefined : planned.problem.calendar[day]?.date;
  const parts = [fill(texts.endOfDay, index + 1), ...(date !== undefined && hasDates(input) ? [words.date(date, 'short')] : []), eighths === 8 ? texts.page : fill(texts.pages, formatEighths(eighths)), ...(moves === 0 ? [] : [moves === 1 ? texts.move : fill(texts.moves, moves)])];
  return { kind: 'section', text: parts.join(' - '), tone: 'dayBreak', about: { kind: 'day', index } };
}

/** The closed days between a day of the plan and the next. Where no dates are shown, the week's own are not either. */
function daysOffRow(input: SheetInput, { plan, problem }: PlannedInput, index: number, words: SheetWords): SheetRow[] {
  const from = plan.days[index]?.day;
  const to = plan.days[index + 1]?.day;
  if (from === undefined || to === undefined) {
    return [];
  }
  const closed = problem.calendar.slice(from + 1, to).filter((day) => day.closed !== undefined && (hasDates(input) || day.closed === 'off'));
  const first = closed[0]?.date;
  const last = closed.at(-1)?.date;
  if (first === undefined || last === undefined) {
    return [];
  }
  if (!hasDates(input)) {
    return closed.map(() => ({ kind: 'section', text: words.texts.dayOff, tone: 'dayOff' }));
  }
  const when = closed.length === 1 ? words.date(first, 'short') : closed.length === to - from - 1 ? fill(words.texts.fromTo, words.date(first, 'short'), words.date(last, 'short')) : closed.map(({ date }) => words.date(date, 'short')).join(', ');
  return [{ kind: 'section', text: fill(words.texts.daysOff, when), tone: 'dayOff' }];
}

/** The scenes that are on no day: in the board's boneyard, or left out by the plan. */
function boneyardRows(input: SheetInput, planned: PlannedInput, below: (scene: BreakdownScene) => readonly SheetFact[], words: SheetWords): SheetRow[] {
  const placed = new Set(planned.plan.days.flatMap(({ scenes }) => scenes.map((scene) => planned.sceneIds[scene])));
  const left = input.breakdown.scenes.filter(({ id }) => !placed.has(id));
  return left.length === 0 ? [] : [{ kind: 'section', text: words.texts.boneyard, tone: 'group' }, ...left.map((scene) => stripRow(input, scene, below(scene), words))];
}

/** Where a scene is shot in the plan: "Day 3 - Tue 12 May"; undefined where it is on no day. */
export function dayOfScene(input: SheetInput, planned: PlannedInput, sceneId: string, words: SheetWords): string | undefined {
  const index = planned.plan.days.findIndex(({ scenes }) => scenes.some((scene) => planned.sceneIds[scene] === sceneId));
  return index < 0 ? undefined : dayName(input, planned, index, words);
}

/** What the production notes about a scene. */
export function sceneNotes({ production }: SheetInput, sceneId: string): string {
  return own(production.scenes, sceneId)?.notes?.trim() ?? '';
}
