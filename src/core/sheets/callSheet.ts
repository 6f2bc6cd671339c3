// The call sheet of one day: when, where, what is shot, who is called, what is needed, and what comes next.
import type { BreakdownScene } from '../breakdown/breakdown';
import { formatEighths } from '../page/formatLength';
import { callTables } from './callPeople';
import { clockText, generalCall } from './clock';
import { flagLines } from './flagWords';
import { cell, column, emptySheet, sheet } from './build';
import type { PlannedInput, SheetInput } from './input';
import { boardDays, byCategory, dateOfDay, dayName, elementText, own } from './lookUp';
import type { Sheet, SheetFact, SheetPart, SheetRow, SheetTable } from './sheet';
import { sceneNotes, scenesOfDay, stripColumns, stripRow, synopsisFacts } from './strips';
import { ENGLISH, fill, type SheetWords } from './words';

/**
 * The call sheet of a day of the plan.
 * @param index into the plan's days
 */
export function callSheet(input: SheetInput, index: number, words: SheetWords = ENGLISH): Sheet {
  const { planned } = input;
  const { texts } = words;
  const day = planned?.plan.days[index]?.day;
  if (!planned || planned.plan.days.length === 0) {
    return emptySheet('call', input, words, texts.noPlan);
  }
  if (day === undefined) {
    return emptySheet('call', input, words, texts.noSuchDay);
  }
  const date = dateOfDay(input, planned, index);
  const under = [fill(texts.dayOf, index + 1, planned.plan.days.length), ...(date === undefined ? [] : [words.date(date, 'long')])];
  const scenes = scenesOfDay(input, planned, index);
  const after: SheetPart[] = [...noteParts(input, planned, index, scenes, words), ...advanceParts(input, planned, index, words)];
  if (scenes.length === 0) {
    return sheet('call', input, words, { under, parts: [{ kind: 'paragraph', text: texts.noSceneToday }, ...after] });
  }
  const starts = startsOf(planned, index);
  return sheet('call', input, words, {
    under,
    facts: [...dayFactsOf(input, planned, index, words), ...warningFacts(input, planned, index, starts, words)],
    parts: [
      ...locationParts(input, scenes, words),
      { kind: 'table', table: scenesTable(input, planned, index, scenes, starts, words) },
      ...callTables(input, planned, index, starts, words),
      ...requiredParts(input, scenes, words),
      ...after,
      { kind: 'paragraph', text: texts.estimate },
    ],
  });
}

/** How many minutes behind the general call each scene of a day begins, with the moves before it. */
function startsOf({ problem, plan }: PlannedInput, index: number): Map<number, number> {
  const { costs, scenes } = problem;
  const starts = new Map<number, number>();
  let minutes = 0;
  let before: number | undefined;
  for (const scene of plan.days[index]?.scenes ?? []) {
    const [from, to] = [before === undefined ? undefined : scenes[before], scenes[scene]];
    if (from && to) {
      minutes += from.location !== to.location ? costs.moveMinutes : from.set !== to.set ? costs.setMoveMinutes : 0;
    }
    starts.set(scene, minutes);
    minutes += to?.minutes ?? 0;
    before = scene;
  }
  return starts;
}

function dayFactsOf(input: SheetInput, { checked, plan }: PlannedInput, index: number, words: SheetWords): SheetFact[] {
  const { texts } = words;
  const day = checked.days.find((each) => each.day === plan.days[index]?.day);
  if (!day) {
    return [];
  }
  const call = generalCall(input.production.rules, day.kind);
  return [
    ...(call === undefined ? [] : [{ label: texts.generalCall, value: clockText(call, words) }]),
    { label: texts.kindOfDay, value: { day: texts.kindDay, night: texts.kindNight, split: texts.kindSplit }[day.kind] },
    { label: texts.length, value: formatEighths(day.eighths) },
    ...(call === undefined ? [] : [{ label: texts.wrap, value: clockText(call + day.minutes, words) }]),
  ];
}

const HOUR = 60;
/** Outside, nobody counts on the dark before the first nor on light behind the second; the sun of the place and the season is the reader's. */
const DARK = { until: 5 * HOUR, from: 20 * HOUR };

/** What is wrong with the day, and scenes outside whose light and reckoned hour do not go together. */
function warningFacts(input: SheetInput, planned: PlannedInput, index: number, starts: ReadonlyMap<number, number>, words: SheetWords): SheetFact[] {
  const { texts } = words;
  const flags = flagLines(input, planned, words).filter(({ days }) => days.includes(index)).map(({ text }) => text);
  const kind = planned.checked.days.find(({ day }) => day === planned.plan.days[index]?.day)?.kind ?? 'day';
  const call = generalCall(input.production.rules, kind);
  const lights = scenesOfDay(input, planned, index).flatMap((scene) => {
    const start = starts.get(planned.sceneIds.indexOf(scene.id));
    if (call === undefined || start === undefined || scene.place === undefined || scene.place === 'INT') {
      return [];
    }
    const hour = (call + start) % (24 * HOUR);
    const isDark = hour < DARK.until || hour >= DARK.from;
    const text = scene.light === 'night' && !isDark ? texts.nightByDay : scene.light === 'day' && isDark ? texts.dayByNight : undefined;
    return text === undefined ? [] : [fill(text, scene.number, clockText(call + start, words))];
  });
  return [{ label: texts.redFlags, value: flags.join('\n') }, { label: texts.lookAt, value: lights.join('\n') }].filter(({ value }) => value !== '');
}

/** Where the day is shot, each location once, in the order of shooting. */
function locationParts({ production }: SheetInput, scenes: readonly BreakdownScene[], words: SheetWords): SheetPart[] {
  const { texts } = words;
  return [...new Set(scenes.flatMap(({ locationId }) => locationId ?? []))].flatMap((id): SheetPart[] => {
    const location = own(production.locations, id);
    if (!location) {
      return [];
    }
    const sets = [...new Set(scenes.filter(({ locationId }) => locationId === id).map(({ set }) => set))].filter((set) => set !== '');
    const facts = [
      { label: texts.location, value: location.name },
      { label: texts.address, value: location.address ?? '' },
      { label: texts.set, value: sets.join(', ') },
      { label: texts.parking, value: location.parking ?? '' },
      { label: texts.hospital, value: location.hospital ?? '' },
      { label: texts.contact, value: location.contact ?? '' },
      { label: texts.notes, value: location.notes ?? '' },
    ];
    return [{ kind: 'facts', facts: facts.filter(({ value }) => value.trim() !== '') }];
  });
}

function scenesTable(input: SheetInput, planned: PlannedInput, index: number, scenes: readonly BreakdownScene[], starts: ReadonlyMap<number, number>, words: SheetWords): SheetTable {
  const { texts } = words;
  const kind = planned.checked.days.find(({ day }) => day === planned.plan.days[index]?.day)?.kind ?? 'day';
  const call = generalCall(input.production.rules, kind);
  const rows = scenes.map((scene): SheetRow => {
    const start = starts.get(planned.sceneIds.indexOf(scene.id));
    const row = stripRow(input, scene, synopsisFacts(scene, words), words);
    const time = cell(call === undefined || start === undefined ? '' : clockText(call + start, words));
    return row.kind === 'cells' ? { ...row, cells: [time, ...row.cells] } : row;
  });
  return { caption: texts.scenes, columns: [column(texts.onSet, 5), ...stripColumns(words)], rows };
}

/** What is needed besides cast, by category, with the scenes. */
function requiredParts(input: SheetInput, scenes: readonly BreakdownScene[], words: SheetWords): SheetPart[] {
  const { texts } = words;
  const needed = new Map(scenes.flatMap(({ elements }) => elements).filter(({ category }) => category !== 'cast').map((element) => [element.id, element]));
  const rows = byCategory(input, [...needed.values()]).flatMap(({ id, name, elements }): SheetRow[] => [
    { kind: 'section', text: name, tone: 'group' },
    ...elements.map((element): SheetRow => {
      const there = scenes.filter((scene) => scene.elements.some((each) => each.id === element.id));
      // Of extras the most that one scene asks for are called.
      const counts = there.flatMap((scene) => scene.elements.flatMap((each) => (each.id === element.id ? (each.count ?? []) : [])));
      const text = elementText({ name: element.name, ...(counts.length > 0 && { count: Math.max(...counts) }) });
      return { kind: 'cells', about: { kind: 'element', id: element.id }, cells: [{ text, category: id }, cell(there.map(({ number }) => number).join(', '))] };
    }),
  ]);
  return rows.length === 0 ? [] : [{ kind: 'table', table: { caption: texts.required, columns: [column(texts.element, 20), column(texts.scenes, 10)], rows } }];
}

function noteParts(input: SheetInput, planned: PlannedInput, index: number, scenes: readonly BreakdownScene[], words: SheetWords): SheetPart[] {
  const day = boardDays(planned)[index];
  const banners = day?.strips.flatMap((strip) => ('banner' in strip ? [strip.banner] : [])) ?? [];
  const ofScenes = scenes.map((scene) => ({ label: `${words.texts.scene} ${scene.number}`, value: sceneNotes(input, scene.id) }));
  const facts = [...[day?.note ?? '', ...banners].map((value) => ({ label: words.texts.notes, value })), ...ofScenes].filter(({ value }) => value.trim() !== '');
  return facts.length === 0 ? [] : [{ kind: 'heading', text: words.texts.notes }, { kind: 'facts', facts }];
}

function advanceParts(input: SheetInput, planned: PlannedInput, index: number, words: SheetWords): SheetPart[] {
  if (index === planned.plan.days.length - 1) {
    return [{ kind: 'paragraph', text: words.texts.lastDay }];
  }
  const scenes = scenesOfDay(input, planned, index + 1);
  const caption = fill(words.texts.advance, dayName(input, planned, index + 1, words));
  if (scenes.length === 0) {
    return [{ kind: 'heading', text: caption }, { kind: 'paragraph', text: words.texts.wait }];
  }
  return [{ kind: 'table', table: { caption, columns: stripColumns(words), rows: scenes.map((scene) => stripRow(input, scene, [], words)) } }];
}
