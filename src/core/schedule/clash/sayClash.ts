// A clash in words: what cannot all be kept, one sentence each.
import { datesSaid, pagesSaid, type Names, type Said } from '../said';
import type { Problem } from '../problem';
import type { Clash } from './clash';
import type { Constraint } from './constraint';

/** First what is the matter, then a sentence for each constraint, then where they meet. */
export function sayClash(problem: Problem, { kind, constraints, scenes }: Clash, names: Names): Said[] {
  if (kind === 'none' && constraints.length === 0) {
    return [{ text: 'No plan can be made: there are not enough days to shoot on.', values: [] }];
  }
  const lead =
    kind === 'perhaps'
      ? constraints.length === 0 ? 'No plan was found.' : 'No plan was found; these get in each other\'s way:'
      : constraints.length === 1 ? 'No plan can keep to this:' : 'No plan can keep to all of these:';
  const told = constraints.map((constraint) => sayConstraint(problem, constraint, names, scenes));
  return [{ text: lead, values: [] }, ...told, ...meeting(scenes, names)];
}

const MOST_SCENES = 12;

function meeting(scenes: readonly number[], names: Names): Said[] {
  if (scenes.length === 0 || scenes.length > MOST_SCENES) {
    return [];
  }
  const list = scenes.map((scene) => names.scene(scene)).join(', ');
  return [scenes.length === 1 ? { text: 'They meet in scene {0}.', values: [list] } : { text: 'They meet in scenes {0}.', values: [list] }];
}

/** One constraint as a sentence. `scenes` are those in question: where a whole shoot is, they are not named. */
export function sayConstraint(problem: Problem, constraint: Constraint, names: Names, scenes: readonly number[] = []): Said {
  switch (constraint.kind) {
    case 'resource':
      return sayWindow(names.resource(constraint.resource), problem.resources[constraint.resource]?.available, problem, names);
    case 'location':
      return sayWindow(names.location(constraint.location), problem.locations[constraint.location]?.available, problem, names);
    case 'demand':
      return sayDemand(problem, constraint.demand, names);
    case 'closed':
      return sayClosed(problem, constraint.why, names);
    case 'eighths':
      return sayPages(problem, scenes, names);
    case 'minutes':
      return { text: 'A day has {0} hours for scenes and moves.', values: [Math.round(problem.dayMinutes / 6) / 10] };
    case 'rest':
      return { text: 'The turnaround asks for free days between some days, as after a night; a day is taken to run its full hours.', values: [] };
    case 'noMixing':
      return { text: 'Day and night work do not share a day.', values: [] };
  }
}

function sayWindow(name: string, available: readonly boolean[] | undefined, { calendar }: Problem, names: Names): Said {
  const days = [...calendar.keys()].filter((day) => available?.[day] !== false);
  return days.length === 0 ? { text: '{0} cannot be had on any day of the shoot.', values: [name] } : { text: '{0} can only be had {1}.', values: [name, datesSaid(days, names.date, calendar)] };
}

function sayPages({ dayEighths, scenes: all }: Problem, scenes: readonly number[], names: Names): Said {
  if (scenes.length < 2 || scenes.length > MOST_SCENES) {
    return { text: 'Pages a day, at the most: {0}.', values: [pagesSaid(dayEighths)] };
  }
  const eighths = (scene: number): number => all[scene]?.eighths ?? 0;
  const list = scenes.map((scene) => `${names.scene(scene)} (${pagesSaid(eighths(scene))})`).join(', ');
  return { text: 'Pages a day, at the most: {0}. Scenes {1} have {2} together.', values: [pagesSaid(dayEighths), list, pagesSaid(scenes.reduce((sum, scene) => sum + eighths(scene), 0))] };
}

function sayDemand({ demands, calendar }: Problem, index: number, names: Names): Said {
  const demand = demands[index];
  switch (demand?.kind) {
    case 'before':
      return { text: 'Scene {0} is to be shot before scene {1}.', values: [names.scene(demand.first), names.scene(demand.then)] };
    case 'sameDay':
      return { text: 'Scenes {0} are to be shot on one day.', values: [demand.scenes.map((scene) => names.scene(scene)).join(', ')] };
    case 'pinned':
      return calendar[demand.day] === undefined
        ? { text: 'Scene {0} is pinned to a day outside the shoot.', values: [names.scene(demand.scene)] }
        : { text: 'Scene {0} is pinned to {1}.', values: [names.scene(demand.scene), names.date(demand.day)] };
    case undefined:
      return { text: 'A demand is not known any more.', values: [] };
  }
}

function sayClosed({ calendar }: Problem, why: 'weekday' | 'holiday' | 'off' | 'crew', names: Names): Said {
  const days = [...calendar.entries()].flatMap(([day, { closed }]) => (closed === why ? [day] : []));
  switch (why) {
    case 'weekday':
      return { text: 'There is no work on the days off of the week.', values: [] };
    case 'holiday':
      return { text: 'There is no work on holidays: {0}.', values: [datesSaid(days, names.date)] };
    case 'off':
      return { text: 'The board has days off: {0}.', values: [datesSaid(days, names.date)] };
    case 'crew':
      return { text: 'Crew without whom nothing is shot are away: {0}.', values: [datesSaid(days, names.date)] };
  }
}
