// A production's breakdown as the view shows it. Pure: the words come from the caller, in the writer's language.
import type { BreakdownScene, SceneElement, Suggestion } from '../core/breakdown/breakdown';
import { sliceOf, type Script } from '../core/fountain/script';
import { formatEighths } from '../core/page/formatLength';
import type { Production } from '../core/production/production';
import type { ProductionState } from '../planning/planning';
import { listedCategories } from './shownElements';
import type { Field, FieldName, Shown, ShownElement, ShownRow, ShownScene, ShownSuggestion } from './protocol';
import { castRowName, lightName, lightNote, sayCount, sayHow, sayLostTags, sayOrphans, viewWords, type NamedCategory, type Translate } from './words';

export interface ToShow {
  readonly uri: string;
  /** The script's, or its file's name. */
  readonly title: string;
  readonly state: Pick<ProductionState, 'script' | 'production' | 'breakdown' | 'kept' | 'undo' | 'redo' | 'trouble'>;
  /** In the order they are shown in, named in the writer's language. */
  readonly categories: readonly NamedCategory[];
  /** In any order: shown by where they stand. */
  readonly suggestions: readonly Suggestion[];
  /** The name of the file that the production is kept in. */
  readonly file: string;
  readonly asking?: string;
}

export function shownBreakdown(show: ToShow, t: Translate): Shown {
  const { uri, title, state, categories, file, asking } = show;
  const { breakdown, production, kept, trouble, undo, redo } = state;
  const inOrder = [...show.suggestions].sort((a, b) => a.from - b.from || a.to - b.to);
  const waiting = new Map<string, number>();
  inOrder.forEach(({ sceneId }) => waiting.set(sceneId, (waiting.get(sceneId) ?? 0) + 1));
  const kinds = new Map(categories.map((each) => [each.id, each]));
  const spread = scenesByElement(breakdown.scenes);
  const making: Making = { production, categories, kinds, spread, t };
  return {
    kind: 'show',
    uri,
    title,
    totals: totalsOf(breakdown.scenes, t),
    scenes: breakdown.scenes.map((scene) => shownScene(scene, waiting.get(scene.id) ?? 0, making)),
    categories: listedCategories(production, breakdown.scenes, categories, t),
    suggestions: inOrder.map((each) => shownSuggestion(each, state.script, kinds)),
    orphans: breakdown.orphans.map(({ id, number, heading }) => ({ id, told: number === undefined ? heading : `${number}. ${heading}` })),
    ...(breakdown.orphans.length === 0 ? {} : { orphansTold: sayOrphans(breakdown.orphans.length, t) }),
    ...lostTagsOf(breakdown.scenes, t),
    ...(trouble === undefined ? {} : { trouble }),
    keeping: trouble !== undefined ? t('Nothing can be changed until the file can be read.') : kept ? t('Kept in {0}, beside the script.', file) : t('Made from the script alone. Your first change is kept in {0}, beside the script.', file),
    ...(asking === undefined ? {} : { asking }),
    undo: undo !== undefined,
    redo: redo !== undefined,
    words: viewWords(t, undo, redo),
  };
}

function lostTagsOf(scenes: readonly BreakdownScene[], t: Translate): Pick<Shown, 'lostTags'> {
  const lostIn = ({ elements }: BreakdownScene): number => elements.reduce((sum, { lost = [] }) => sum + lost.length, 0);
  const count = scenes.reduce((sum, scene) => sum + lostIn(scene), 0);
  return count === 0 ? {} : { lostTags: { told: sayLostTags(count, t), scenes: scenes.filter((scene) => lostIn(scene) > 0).map(({ id }) => id) } };
}

interface Making {
  readonly production: Production;
  readonly categories: readonly NamedCategory[];
  readonly kinds: ReadonlyMap<string, NamedCategory>;
  /** How many scenes an element is in. */
  readonly spread: ReadonlyMap<string, number>;
  readonly t: Translate;
}

function scenesByElement(scenes: readonly BreakdownScene[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { elements } of scenes) {
    elements.forEach(({ id }) => counts.set(id, (counts.get(id) ?? 0) + 1));
  }
  return counts;
}

function totalsOf(scenes: readonly BreakdownScene[], t: Translate): string {
  const sum = (of: (scene: BreakdownScene) => number): number => scenes.reduce((all, scene) => all + of(scene), 0);
  const count = scenes.length === 1 ? t('1 scene') : t('{0} scenes', scenes.length);
  return [count, t('{0} pages', formatEighths(sum(({ eighths }) => eighths))), hoursOf(Math.round(sum(({ minutes }) => minutes)), t)].join(' · ');
}

function hoursOf(minutes: number, t: Translate): string {
  return minutes < 60 ? t('{0} min of shooting', minutes) : minutes % 60 === 0 ? t('{0} h of shooting', minutes / 60) : t('{0} h {1} min of shooting', Math.floor(minutes / 60), minutes % 60);
}

function shownScene(scene: BreakdownScene, suggestions: number, making: Making): ShownScene {
  const { t, production } = making;
  const { id, number, heading, place = '', set, light, page, eighths, minutes, storyDay } = scene;
  const record = Object.hasOwn(production.scenes, id) ? production.scenes[id] : undefined;
  const field = (value: string | number | undefined, proposed: string | number | undefined): Field => ({ value: String(value ?? ''), proposed: String(proposed ?? '') });
  const fields: Record<FieldName, Field> = {
    light: field(record?.light, lightName(light, t)),
    storyDay: field(record?.storyDay, storyDay),
    minutes: field(record?.minutes, rounded(minutes)),
    synopsis: field(record?.synopsis, record?.synopsis === undefined ? scene.synopsis : undefined),
    notes: field(record?.notes, undefined),
  };
  const facts = [t('p. {0}', page), formatEighths(eighths), t('{0} min', rounded(minutes)), ...(storyDay === '' ? [] : [t('story day {0}', storyDay)])];
  const isNight = light === 'night';
  const isInside = place === 'INT' || place === 'INT/EXT';
  const taken = Object.keys(record?.without ?? {}).flatMap((element) => (Object.hasOwn(production.elements, element) ? [{ id: element, name: production.elements[element]?.name ?? '' }] : []));
  return {
    id, number, place, set, heading,
    light: lightName(light, t),
    lightNote: lightNote(scene.lightFrom, t),
    strip: isInside ? (isNight ? 'intNight' : 'intDay') : isNight ? 'extNight' : 'extDay',
    facts: facts.join(' · '),
    fields,
    rows: rowsOf(scene, making),
    out: taken,
    suggestions,
  };
}

/** Minutes as they are read: no tenth where there is none. */
function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** The breakdown gives them in the order of sheets. */
function rowsOf({ elements }: BreakdownScene, making: Making): ShownRow[] {
  const { categories, t } = making;
  const known = new Set(categories.map(({ id }) => id));
  const others = [...new Set(elements.map(({ category }) => category))].filter((id) => !known.has(id)).map((id) => ({ id, name: id, colour: '#808080' }));
  return [...categories, ...others].flatMap(({ id, name, colour }) => {
    const own = elements.filter(({ category }) => category === id);
    const parts = id === 'cast' ? (['speaks', 'silent', 'hand'] as const).map((from) => ({ key: `${id}/${from}`, name: castRowName(from, name, t), own: own.filter((each) => each.from === from) })) : [{ key: id, name, own }];
    return parts.filter((part) => part.own.length > 0).map((part): ShownRow => ({ key: part.key, category: id, name: part.name, colour, elements: part.own.map((each) => shownElement(each, name, making)) }));
  });
}

function shownElement(element: SceneElement, category: string, { spread, t }: Making): ShownElement {
  const { id, name, castNumber, from, count, spans, lost = [] } = element;
  const told = [name, category, sayHow(from, t), ...(count === undefined ? [] : [t('how many: {0}', count)]), sayCount(spread.get(id) ?? 1, t)].join(', ');
  return {
    id, name, from, told,
    ...(castNumber === undefined ? {} : { number: castNumber }),
    ...(count === undefined ? {} : { count }),
    places: spans.length,
    lost: lost.map(({ words }) => words),
  };
}

/** Around a suggestion, in characters. */
const AROUND = 70;

function shownSuggestion({ key, sceneId, category, name, from, to, source }: Suggestion, script: Script, kinds: ReadonlyMap<string, NamedCategory>): ShownSuggestion {
  const before = sliceOf(script, Math.max(0, from - AROUND), from).replace(/^[^]*[\r\n]/, '');
  const behind = sliceOf(script, to, Math.min(script.length, to + AROUND)).replace(/[\r\n][^]*$/, '');
  const kind = kinds.get(category);
  return {
    key, category, name,
    scene: sceneId,
    categoryName: kind?.name ?? category,
    colour: kind?.colour ?? '#808080',
    before: before.length === Math.min(AROUND, from) && from > AROUND ? `…${before.replace(/^\S*\s/, '')}` : before,
    words: sliceOf(script, from, to),
    behind: behind.length === AROUND ? `${behind.replace(/\s\S*$/, '')}…` : behind,
    fromModel: source === 'model',
  };
}
