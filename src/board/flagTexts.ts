// Red flags in words: what the board breaks, on which day, and where it could be changed.
import { keyOfScene } from '../core/board/strips';
import type { RedFlag } from '../core/schedule/checked';
import type { FlagView, OpenTarget } from './boardView';
import type { Names } from './names';
import type { Telling } from './telling';

/** In the order of the days, those of no day first; scenes on no day are told in one. */
export function flagViews(flags: readonly RedFlag[], names: Names, telling: Telling): FlagView[] {
  const unplaced = flags.flatMap((flag) => (flag.kind === 'unplaced' ? [flag.scene] : []));
  const found = flags.flatMap((flag): FlagView[] => {
    const said = flag.kind === 'unplaced' ? undefined : sayFlag(flag, names, telling);
    return said ? [{ id: '', text: said.text, ...dayOf(flag, names), strips: said.scenes.flatMap((scene) => keyOf(names, scene)), ...(said.open && { open: said.open }) }] : [];
  });
  const first = unplaced.length === 0 ? [] : [onNoDay(unplaced, names, telling)];
  return [...first, ...found.filter(({ day }) => day === undefined), ...found.filter(({ day }) => day !== undefined)].map((flag, at) => ({ ...flag, id: `f${at + 1}` }));
}

interface Said {
  readonly text: string;
  readonly scenes: readonly number[];
  readonly open?: OpenTarget;
}

function sayFlag(flag: Exclude<RedFlag, { kind: 'unplaced' }>, names: Names, { say, list, pages, hours }: Telling): Said | undefined {
  const scenes = (all: readonly number[]): string => list(all.map((scene) => names.scene(scene)));
  const rules: OpenTarget = { label: say('Open the rules'), what: 'rules' };
  switch (flag.kind) {
    case 'twice':
      return { text: say('Scene {0} stands on the board twice.', names.scene(flag.scene)), scenes: [flag.scene] };
    case 'unavailable':
      return { text: say('{0} cannot be had on {1}, for scene {2}.', names.resource(flag.resource), names.day(flag.day), scenes(flag.scenes)), scenes: flag.scenes, ...names.openResource(flag.resource) };
    case 'locationAway':
      return { text: say('{0} cannot be had on {1}, for scene {2}.', names.location(flag.location), names.day(flag.day), scenes(flag.scenes)), scenes: flag.scenes, ...names.openLocation(flag.location) };
    case 'eighths':
      return { text: say('{0} has {1}; {2} a day are allowed.', names.day(flag.day), pages(flag.eighths), pages(flag.limit)), scenes: [], open: rules };
    case 'minutes':
      return { text: say('{0} takes {1}; {2} a day are allowed.', names.day(flag.day), hours(flag.minutes), hours(flag.limit)), scenes: [], open: rules };
    case 'mixed':
      return { text: say('{0} has day work and night work.', names.day(flag.day)), scenes: [], open: rules };
    case 'turnaround':
      return { text: say(flag.needed === 1 ? 'Too little rest between {0} and {1}: a day between them must be free.' : 'Too little rest between {0} and {1}: {2} days between them must be free.', names.day(flag.before), names.day(flag.day), flag.needed), scenes: [], open: rules };
    case 'before':
      return { text: say('Scene {0} must be shot before scene {1}.', names.scene(flag.first), names.scene(flag.then)), scenes: [flag.first, flag.then], ...names.openDemand(flag.demand) };
    case 'sameDay':
      return { text: say('Scenes {0} must be shot on one day.', scenes(flag.scenes)), scenes: flag.scenes, ...names.openDemand(flag.demand) };
    case 'pinned':
      return { text: say('Scene {0} must be shot on {1}.', names.scene(flag.scene), names.pinned(flag.demand) ?? names.day(flag.day)), scenes: [flag.scene], ...names.openDemand(flag.demand) };
    case 'closed':
      return { text: say('Nothing can be shot on {0}.', names.day(flag.day)), scenes: [], open: rules };
    case 'unknownDay':
      return { text: say('The calendar ends before the last day of the board.'), scenes: [], open: rules };
    case 'dayOrder':
    case 'unknownScene':
      // A board's days take the calendar's one after the other, and its scenes are the problem's: neither can be here.
      return undefined;
  }
}

function onNoDay(scenes: readonly number[], names: Names, { say, list }: Telling): FlagView {
  const numbers = list(scenes.map((scene) => names.scene(scene)));
  return { id: '', text: scenes.length === 1 ? say('Scene {0} is on no day.', numbers) : say('{0} scenes are on no day: {1}.', scenes.length, numbers), strips: scenes.flatMap((scene) => keyOf(names, scene)) };
}

function keyOf(names: Names, scene: number): string[] {
  const id = names.sceneId(scene);
  return id === undefined ? [] : [keyOfScene(id)];
}

function dayOf(flag: RedFlag, names: Names): { day?: string } {
  const id = 'day' in flag && flag.kind !== 'pinned' ? names.dayId(flag.day) : undefined;
  return id === undefined ? {} : { day: id };
}
