// backlot breakdown: what each scene needs: place, set, light, length, cast, elements, and what else its action names.
import type { Breakdown, BreakdownScene, SceneElement, Suggestion } from '../core/breakdown/breakdown';
import { categoriesOf } from '../core/breakdown/categories';
import { suggestionsOf } from '../core/breakdown/suggestions';
import { formatEighths } from '../core/page/formatLength';
import type { Production } from '../core/production/production';
import { plain } from './ledger';
import { onlyFile, readOptions } from './options';
import { PAPER, pageOptionsFrom } from './printing';
import { readShoot, type ScriptShoot } from './production';
import type { Verb } from './verb';

export const breakdownVerb: Verb = {
  name: 'breakdown',
  summary: 'what each scene needs: set, light, eighths, cast, elements, suggestions',
  usage: `backlot breakdown FILE [--production P.json] [--json] [--paper letter|a4]
  From the script, and from its production: the file beside the script (FILE.production.json) unless another is named. Nothing is written.
  Suggestions are found in the scenes' action by a list of English words; of other languages little is found.

The fields of --json:

  scenes      [{id, number, heading, line, page, place, set, light, lightFrom, storyDay, storyDayFrom, eighths, minutes, synopsis, cast, elements, suggestions}]
              line counts from 0, page from 1; place is INT, EXT, INT/EXT or EST; light is day, night, dawn or dusk;
              lightFrom is heading, before (continuous), assumed or hand; storyDay counts the story's days, F1, F2, ... are flashbacks;
              id is the scene's in the production, for a scene that is new to it one that is not kept
    cast        [{id, number, name, from}]: from is speaks, silent (named in action) or hand
    voices      element ids of cast heard in voice-over alone: not called; missing where there are none
  elements    [{id, category, name, from, count, lost}]: all but cast; lost: [{words, before, behind}] that are not in the scene any more
    suggestions [{category, name, from, to}]: offsets in the script, in UTF-16 units
  elements    [{id, category, name, number, character, scenes}]: every element of the production; scenes by their numbers
  categories  [{id, name, colour}]
  sets        [{id, name, location, scenes, eighths}]
  orphans     [{id, number, heading}]: scenes of the production that the script has no more
  production  the file it was read from; missing where there is none`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, production: { type: 'string' }, ...PAPER });
    const shoot = await readShoot(onlyFile(positionals), values.production, pageOptionsFrom(values), io);
    const found = suggestionsOf(shoot.layout, shoot.production, shoot.breakdown);
    io.write(values.json === true ? `${JSON.stringify(breakdownJson(shoot, found))}\n` : breakdownText(shoot, found).split('\n').map(plain).join('\n'));
    return 0;
  },
};

function breakdownJson({ production, breakdown, file }: ScriptShoot, found: readonly Suggestion[]): unknown {
  const ofScene = groupedBy(found, ({ sceneId }) => sceneId);
  return {
    scenes: breakdown.scenes.map((scene) => sceneJson(scene, ofScene.get(scene.id) ?? [])),
    elements: elementsJson(production, breakdown),
    categories: categoriesOf(production).map(({ id, name, colour }) => ({ id, name, colour })),
    sets: setsJson(production, breakdown),
    orphans: breakdown.orphans,
    ...(file !== undefined && { production: file }),
  };
}

function sceneJson({ from: _from, to: _to, setId: _setId, locationId: _location, elements, ...scene }: BreakdownScene, found: readonly Suggestion[]): unknown {
  return {
    ...scene,
    cast: elements.filter(isCast).map(({ id, castNumber, name, from }) => ({ id, ...(castNumber !== undefined && { number: castNumber }), name, from })),
    elements: elements.filter((element) => !isCast(element)).map(({ id, category, name, from, count, lost }) => ({ id, category, name, from, ...(count !== undefined && { count }), ...(lost && { lost }) })),
    suggestions: found.map(({ category, name, from, to }) => ({ category, name, from, to })),
  };
}

function elementsJson(production: Production, { scenes }: Breakdown): unknown[] {
  const numbers = new Map<string, string[]>();
  for (const { number, elements } of scenes) {
    elements.forEach(({ id }) => numbers.set(id, [...(numbers.get(id) ?? []), number]));
  }
  const rows = Object.entries(production.elements).map(([id, { category, name, castNumber, character }]) => ({
    id, category, name, ...(castNumber !== undefined && { number: castNumber }), ...(character !== undefined && { character }), scenes: numbers.get(id) ?? [],
  }));
  const ranks = new Map(categoriesOf(production).map(({ id }, at) => [id, at]));
  const rank = (category: string): number => ranks.get(category) ?? ranks.size;
  return rows.sort((a, b) => rank(a.category) - rank(b.category) || (a.number ?? Infinity) - (b.number ?? Infinity) || (a.name < b.name ? -1 : 1));
}

function setsJson({ sets }: Production, { scenes }: Breakdown): unknown[] {
  return Object.entries(sets).map(([id, { name, location }]) => {
    const here = scenes.filter(({ setId }) => setId === id);
    return { id, name, ...(location !== undefined && { location }), scenes: here.map(({ number }) => number), eighths: here.reduce((sum, { eighths }) => sum + eighths, 0) };
  });
}

function breakdownText({ production, breakdown }: ScriptShoot, found: readonly Suggestion[]): string {
  const names = new Map(categoriesOf(production).map(({ id, name }) => [id, name]));
  const ofScene = groupedBy(found, ({ sceneId }) => sceneId);
  const scenes = breakdown.scenes.map((scene) => sceneText(scene, ofScene.get(scene.id) ?? [], (category) => names.get(category) ?? category, (id) => production.elements[id]?.name ?? id));
  const orphans = breakdown.orphans.map(({ number, heading }) => `  ${number === undefined ? '' : `${number} `}${heading}\n`);
  return `${scenes.join('\n')}${orphans.length > 0 ? `\nScenes of the production that the script has no more\n${orphans.join('')}` : ''}`;
}

function sceneText(scene: BreakdownScene, found: readonly Suggestion[], nameOf: (category: string) => string, nameById: (id: string) => string): string {
  const { number, heading, page, eighths, light, lightFrom, storyDay, synopsis, elements } = scene;
  const cast = elements.filter(isCast).map(({ castNumber, name, from }) => `${castNumber === undefined ? '' : `${castNumber} `}${name}${from === 'silent' ? ' (silent)' : ''}`);
  const others = groupedBy(elements.filter((element) => !isCast(element)), ({ category }) => category);
  const suggested = groupedBy(found, ({ category }) => category);
  const heard = (scene.voices ?? []).map(nameById);
  const rows: [string, string][] = [
    ...(cast.length > 0 ? [['Cast', cast.join(', ')] as [string, string]] : []),
    ...(heard.length > 0 ? [['Voice-over', heard.join(', ')] as [string, string]] : []),
    ...[...others].map(([category, list]): [string, string] => [nameOf(category), list.map(elementText).join(', ')]),
    ...[...suggested].map(([category, list]): [string, string] => [`${nameOf(category)}?`, list.map(({ name }) => name).join(', ')]),
  ];
  const facts = `page ${page}, ${formatEighths(eighths)}, ${light}${lightFrom === 'assumed' ? ' (not said)' : ''}, ${storyDay.startsWith('F') ? `flashback ${storyDay.slice(1)}` : `story day ${storyDay}`}`;
  return `${number}  ${heading}  (${facts})\n${synopsis === undefined ? '' : `    ${synopsis}\n`}${rows.map(([label, text]) => `    ${label}: ${text}\n`).join('')}`;
}

function elementText({ name, count, lost }: SceneElement): string {
  return `${count === undefined ? '' : `${count} `}${name}${lost ? ' (its words are gone)' : ''}`;
}

function isCast({ category }: SceneElement): boolean {
  return category === 'cast';
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
