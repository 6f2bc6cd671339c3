// Who is called on a day: cast with their day and their time, crew by department.
import type { CrewMember } from '../production/production';
import { cell, column, figure } from './build';
import { clockText, generalCall } from './clock';
import type { PlannedInput, SheetInput } from './input';
import { dateOfDay, outOfDaysOf, presentOn } from './lookUp';
import type { CellTone, SheetPart, SheetRow } from './sheet';
import type { SheetWords } from './words';

/**
 * The tables of cast and crew.
 * @param starts minutes behind the general call at which each scene of the problem begins
 */
export function callTables(input: SheetInput, planned: PlannedInput, index: number, starts: ReadonlyMap<number, number>, words: SheetWords): SheetPart[] {
  const kind = planned.checked.days.find(({ day }) => day === planned.plan.days[index]?.day)?.kind ?? 'day';
  const call = generalCall(input.production.rules, kind);
  return [...castTable(input, planned, index, { call, starts }, words), ...crewTable(input, planned, index, call, words)];
}

interface Times {
  /** The general call, minutes after midnight. */
  readonly call: number | undefined;
  readonly starts: ReadonlyMap<number, number>;
}

/** Everyone who works, with their scenes and when they are on set; and who is held. */
function castTable(input: SheetInput, planned: PlannedInput, index: number, { call, starts }: Times, words: SheetWords): SheetPart[] {
  const { texts } = words;
  const { day = -1, scenes = [] } = planned.plan.days[index] ?? {};
  const byId = new Map(input.breakdown.scenes.map((scene) => [scene.id, scene]));
  const rows = outOfDaysOf(input, planned).flatMap(({ id, element, marks }): SheetRow[] => {
    const mark = marks[day];
    if (element.category !== 'cast' || mark === undefined) {
      return [];
    }
    const theirs = scenes.filter((scene) => byId.get(planned.sceneIds[scene] ?? '')?.elements.some((each) => each.id === id));
    const first = theirs[0] === undefined ? undefined : starts.get(theirs[0]);
    const time = mark === 'H' ? texts.hold : call === undefined || first === undefined ? '' : clockText(call + first, words);
    const tone: CellTone = mark === 'H' ? 'held' : 'work';
    const numbers = theirs.flatMap((scene) => byId.get(planned.sceneIds[scene] ?? '')?.number ?? []);
    return [{ kind: 'cells', about: { kind: 'element', id }, cells: [element.castNumber === undefined ? cell('') : figure(element.castNumber), { text: element.name, category: 'cast' }, cell(element.played ?? ''), cell(mark, tone), cell(time, 'strong'), cell(numbers.join(', '))] }];
  });
  const columns = [column(texts.number, 3, 'right'), column(texts.name, 12), column(texts.played, 12), column(texts.today, 4, 'centre'), column(texts.onSet, 6), column(texts.scenes, 8)];
  return rows.length === 0 ? [] : [{ kind: 'table', table: { caption: texts.cast, columns, rows } }];
}

/** Crew by department, with their own call where it is not the general one. */
function crewTable(input: SheetInput, planned: PlannedInput, index: number, call: number | undefined, words: SheetWords): SheetPart[] {
  const { texts } = words;
  const crew = Object.values(input.production.crew);
  if (crew.length === 0) {
    return [{ kind: 'heading', text: texts.crew }, { kind: 'paragraph', text: texts.noCrew }];
  }
  const date = dateOfDay(input, planned, index);
  const departments = [...new Set(crew.map(({ department }) => department))].sort();
  const time = (member: CrewMember): string => (!presentOn(member, date) ? texts.away : call === undefined ? '' : clockText(call + (member.callOffset ?? 0), words));
  const rows = departments.flatMap((department): SheetRow[] => [
    ...(department.trim() === '' ? [] : [{ kind: 'section' as const, text: department, tone: 'group' as const }]),
    ...crew
      .filter((member) => member.department === department)
      .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
      .map((member): SheetRow => ({ kind: 'cells', cells: [cell(member.name), cell(member.job ?? ''), cell(time(member), presentOn(member, date) ? 'strong' : 'quiet'), cell(member.contact ?? '')] })),
  ]);
  return [{ kind: 'table', table: { caption: texts.crew, columns: [column(texts.name, 12), column(texts.job, 12), column(texts.callTime, 6), column(texts.contact, 12)], rows } }];
}
