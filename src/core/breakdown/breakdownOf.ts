// Breaks a script down: what each scene needs, from its own words and from what the production knows of it.
import type { Layout } from '../page/page';
import { sceneLengthsOf, type SceneLength } from '../page/sceneLengths';
import { matchScenes } from '../production/matchScenes';
import type { Production, SceneLight, SceneRecord } from '../production/production';
import { rosterOf } from '../production/roster';
import { scenesOf, type OutlineItem, type Scene } from '../script/outline';
import { filledNumbers } from '../script/sceneNumbers';
import { sceneContentsOf, type SceneContent } from '../script/sceneContents';
import { skyLightOf } from '../script/timeOfDay';
import type { Breakdown, BreakdownScene } from './breakdown';
import { nameIndexOf } from './castMentions';
import { elementsOfScene, type ElementSources } from './elementsOfScene';
import { categoryRank } from './categories';
import { setKey, settingOfScene } from './setting';
import { storyDaysOf } from './storyDays';
import { firstActionOf } from './synopsis';

const breakdowns = new WeakMap<Production, { readonly layout: Layout; readonly breakdown: Breakdown }>();

/**
 * The breakdown of a script. What is worked out from a scene's words is kept until they change, so that it may be asked for after every
 * keystroke. A scene that has no record yet (`settle` gives it one) has the id ''.
 */
export function breakdownOf(layout: Layout, production: Production): Breakdown {
  const known = breakdowns.get(production);
  if (known?.layout === layout) {
    return known.breakdown;
  }
  const breakdown = read(layout, production);
  breakdowns.set(production, { layout, breakdown });
  return breakdown;
}

function read(layout: Layout, production: Production): Breakdown {
  const { script } = layout;
  const { ids, orphans } = matchScenes(production, script);
  const scenes = scenesOf(script);
  const records = ids.map((id) => (id === undefined ? undefined : production.scenes[id]));
  const lights = lightsOf(scenes, records);
  const days = storyDaysOf(
    scenes.map(({ item }, index) => ({ heading: item.heading, times: settingOfScene(item).times, light: lights[index]?.said, byHand: records[index]?.storyDay })),
  );
  const roster = rosterOf(production);
  const sources: ElementSources = { production, roster, names: nameIndexOf(roster.keys()), rank: categoryRank(production) };
  const contents = sceneContentsOf(script);
  const lengths = sceneLengthsOf(layout);
  const setIds = setIdsOf(production);
  // A scene new among numbered ones is called 2A, as numbering would call it: no two are scene 3.
  const numbers = scenes.some(({ item }) => item.number !== undefined) ? filledNumbers(scenes.map(({ item }) => item.number)) : scenes.map((_, index) => String(index + 1));
  return {
    scenes: scenes.map((scene, index) => {
      const content = contents[index] ?? { pieces: [] };
      const given: SceneFacts = { scene, number: numbers[index] ?? '', content, length: lengths[index], id: ids[index] ?? '', record: records[index], light: lights[index] ?? ASSUMED, day: days[index] ?? '1', setIds };
      return sceneOf(given, sources);
    }),
    orphans: orphans.map((id) => {
      const { heading = '', number } = production.scenes[id] ?? {};
      return { id, heading, ...(number !== undefined && { number }) };
    }),
  };
}

interface SceneFacts {
  readonly scene: OutlineItem<Scene>;
  /** Its own, or the one it would be given. */
  readonly number: string;
  readonly content: SceneContent;
  readonly length: SceneLength | undefined;
  readonly id: string;
  readonly record: SceneRecord | undefined;
  readonly light: ResolvedLight;
  readonly day: string;
  readonly setIds: ReadonlyMap<string, string>;
}

function sceneOf({ scene, number, content, length, id, record, light, day, setIds }: SceneFacts, sources: ElementSources): BreakdownScene {
  const { item, from, to, line } = scene;
  const { production } = sources;
  const { place, set, key } = settingOfScene(item);
  const setId = setIds.get(key);
  const location = setId === undefined ? undefined : production.sets[setId]?.location;
  const eighths = length?.eighths ?? 1;
  const { elements, voices } = elementsOfScene(scene, content, record, sources);
  const synopsis = record?.synopsis ?? item.synopsis ?? firstActionOf(content);
  return {
    id,
    number,
    heading: item.heading,
    from,
    to,
    line,
    page: length?.page ?? 1,
    ...(place && { place }),
    set,
    ...(setId !== undefined && { setId }),
    ...(location !== undefined && Object.hasOwn(production.locations, location) && { locationId: location }),
    light: light.light,
    lightFrom: light.from,
    storyDay: day,
    storyDayFrom: record?.storyDay === undefined ? 'proposed' : 'hand',
    eighths,
    minutes: record?.minutes ?? eighths * production.rules.minutesPerEighth,
    ...(synopsis !== undefined && synopsis !== '' && { synopsis }),
    elements,
    ...(voices.length > 0 && { voices }),
  };
}

interface ResolvedLight {
  readonly light: SceneLight;
  readonly from: BreakdownScene['lightFrom'];
  /** What the heading says by itself. */
  readonly said: SceneLight | undefined;
}

const ASSUMED: ResolvedLight = { light: 'day', from: 'assumed', said: undefined };

/** The light of each scene; what goes on from the scene before, or says nothing of its time, has its light, as resolved, also where that was set by hand. */
function lightsOf(scenes: readonly OutlineItem<Scene>[], records: readonly (SceneRecord | undefined)[]): ResolvedLight[] {
  let before: SceneLight | undefined;
  return scenes.map(({ item }, index) => {
    const { times } = settingOfScene(item);
    const byHand = records[index]?.light;
    const said = times.map((time) => skyLightOf(time, undefined)).find((light) => light !== undefined);
    // Where a heading says nothing of the time it is the time there was; FLASHBACK or 1977 says something, though not the light.
    const taken = said ?? (times.length === 0 ? before : times.map((time) => skyLightOf(time, before)).find((light) => light !== undefined));
    const light = byHand ?? taken ?? 'day';
    before = light;
    return { light, said: byHand ?? said, from: byHand !== undefined ? 'hand' : said !== undefined ? 'heading' : taken !== undefined ? 'before' : 'assumed' };
  });
}

const setIds = new WeakMap<Production['sets'], ReadonlyMap<string, string>>();

function setIdsOf({ sets }: Production): ReadonlyMap<string, string> {
  let ids = setIds.get(sets);
  if (!ids) {
    // Where two records have one name (each of two branches added one), the one with a location counts, then the first.
    const sorted = Object.entries(sets).sort(([a, one], [b, other]) => Number(one.location === undefined) - Number(other.location === undefined) || (a < b ? -1 : 1));
    ids = new Map(sorted.reverse().map(([id, { name }]) => [setKey(name), id]));
    setIds.set(sets, ids);
  }
  return ids;
}
