// Strips as the board shows them: the facts of a scene in the trade's short words.
import type { SceneChange } from '../core/board/changes';
import { isScene, keyOfScene, keysOf } from '../core/board/strips';
import type { BreakdownScene } from '../core/breakdown/breakdown';
import { formatEighths } from '../core/page/formatLength';
import type { BoardDay } from '../core/production/board';
import type { Production, SceneLight } from '../core/production/production';
import type { Person, SceneStrip, StripView } from './boardView';
import { own } from './names';
import type { Telling } from './telling';

export interface StripFacts {
  readonly production: Production;
  readonly scenes: ReadonlyMap<string, BreakdownScene>;
  readonly changes: ReadonlyMap<string, SceneChange>;
  readonly telling: Telling;
}

/** Index for index with the days. */
export function stripsOfDays(days: readonly BoardDay[], facts: StripFacts): StripView[][] {
  const keys = keysOf(days);
  return days.map(({ strips }, at) =>
    strips.map((strip, index): StripView => {
      const key = keys[at]?.[index] ?? '';
      return isScene(strip) ? sceneStrip(strip.scene, facts, key) : { kind: 'banner', key, text: strip.banner };
    }),
  );
}

export function sceneStrip(id: string, facts: StripFacts, key = keyOfScene(id)): SceneStrip {
  const scene = facts.scenes.get(id);
  return scene ? ofScript(scene, facts, key) : gone(id, facts, key);
}

function ofScript(scene: BreakdownScene, facts: StripFacts, key: string): SceneStrip {
  const { telling, production } = facts;
  const people = castOfScene(scene);
  const place = placeOf(scene);
  const light = lightName(scene.light, telling);
  const state = stateOf(scene.id, facts);
  const location = own(production.locations, scene.locationId)?.name ?? '';
  const cast = people.map(({ number, name }) => number || name).join(', ');
  const spoken = [telling.say('Scene {0}', scene.number), scene.heading, telling.pages(scene.eighths), people.length === 0 ? telling.say('no cast') : people.map(({ name }) => name).join(', '), location, ...(state ? [state.label, ...state.told] : [])];
  return {
    kind: 'scene', key, scene: scene.id, number: scene.number, place: place.label, light, colour: { place: place.colour, light: scene.light }, set: scene.set, heading: scene.heading, synopsis: scene.synopsis ?? '',
    eighths: scene.eighths, length: formatEighths(scene.eighths), cast, people, location, storyDay: scene.storyDay, ...(state && { state }), spoken: spoken.filter((part) => part !== '').join(', '),
  };
}

/** A scene that the script does not have any more: what is remembered of it. */
function gone(id: string, facts: StripFacts, key: string): SceneStrip {
  const { telling, production } = facts;
  const change = facts.changes.get(id);
  const was = change?.kind === 'dropped' ? change.was : undefined;
  const record = own(production.scenes, id);
  const heading = was?.heading ?? record?.heading ?? telling.say('A scene that is gone');
  const light = (['day', 'night', 'dawn', 'dusk'] as const).find((each) => each === was?.light) ?? 'day';
  const eighths = was?.eighths ?? 0;
  const label = telling.say('dropped');
  const told = [telling.say('It is not in the script any more.')];
  return {
    kind: 'scene', key, scene: id, number: record?.number ?? '', place: '', light: '', colour: { place: 'none', light }, set: heading, heading, synopsis: '',
    eighths, length: formatEighths(eighths), cast: '', people: [], location: '', storyDay: '', state: { kind: 'dropped', label, told }, spoken: [heading, label, ...told].join(', '),
  };
}

const NO_NUMBER = Number.MAX_SAFE_INTEGER;

/** Cast by number; who has none, last. */
function castOfScene(scene: BreakdownScene): Person[] {
  return scene.elements
    .filter(({ category }) => category === 'cast')
    .toSorted((left, right) => (left.castNumber ?? NO_NUMBER) - (right.castNumber ?? NO_NUMBER))
    .map(({ id, name, castNumber }) => ({ id, name, number: castNumber === undefined ? '' : String(castNumber) }));
}

function placeOf({ place }: BreakdownScene): { label: string; colour: SceneStrip['colour']['place'] } {
  switch (place) {
    case 'INT':
      return { label: 'I', colour: 'int' };
    case 'EXT':
    case 'EST':
      return { label: 'E', colour: 'ext' };
    case 'INT/EXT':
      return { label: 'I/E', colour: 'both' };
    default:
      return { label: '', colour: 'none' };
  }
}

function lightName(light: SceneLight, { say }: Telling): string {
  return { day: say('D'), night: say('N'), dawn: say('Dawn'), dusk: say('Dusk') }[light];
}

function stateOf(id: string, { changes, telling, production }: StripFacts): SceneStrip['state'] {
  const change = changes.get(id);
  const { say } = telling;
  if (change?.kind === 'new') {
    return { kind: 'new', label: say('new'), told: [say('New in the script.')] };
  }
  if (change?.kind !== 'changed') {
    return undefined;
  }
  const name = (element: string): string => own(production.elements, element)?.name ?? say('somebody who is gone');
  const told = [
    ...(change.heading ? [say('It was: {0}', change.was.heading)] : []),
    ...(change.eighths ? [say('Its length was {0}.', telling.pages(change.was.eighths))] : []),
    // A new heading says the light, too.
    ...(change.light && !change.heading ? [say('It was to be shot at another time of day.')] : []),
    ...(change.joined.length > 0 ? [say('Now with {0}.', telling.list(change.joined.map(name)))] : []),
    ...(change.left.length > 0 ? [say('Without {0} now.', telling.list(change.left.map(name)))] : []),
  ];
  return { kind: 'changed', label: say('changed'), told };
}
