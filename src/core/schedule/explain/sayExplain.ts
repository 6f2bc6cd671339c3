// The reasons of a plan in words.
import { datesSaid, pagesSaid, type Names, type Said } from '../said';
import { sayConstraint } from '../clash/sayClash';
import type { Plan, Problem } from '../problem';
import type { Change } from './change';
import type { Explanation, Saving } from './explain';
import type { Fact, HeldFact, MoveFact, NightFact } from './facts';

/** What it is, why it is there, and what one change would save: one sentence each. */
export function sayExplanation(problem: Problem, plan: Plan, { fact, saving }: Explanation, names: Names): Said[] {
  return [sayFact(fact, names), ...sayWhy(problem, plan, fact, names), ...(saving ? saySaving(problem, saving, names, fact) : [])];
}

function sayFact(fact: Fact, names: Names): Said {
  switch (fact.kind) {
    case 'held':
      return fact.days.length === 1
        ? { text: '{0} is held on {1} ({2}).', values: [names.resource(fact.resource), names.days(fact.days), names.money(fact.cost)] }
        : { text: '{0} is held on {1} days ({2}; {3}).', values: [names.resource(fact.resource), fact.days.length, names.days(fact.days), names.money(fact.cost)] };
    case 'move':
      return fact.set
        ? { text: '{0}: a set move between scenes {1} and {2} ({3}, {4} minutes).', values: [names.day(fact.day), names.scene(fact.from), names.scene(fact.to), names.money(fact.cost), fact.minutes] }
        : { text: '{0}: a move between scenes {1} and {2} ({3}, {4} minutes).', values: [names.day(fact.day), names.scene(fact.from), names.scene(fact.to), names.money(fact.cost), fact.minutes] };
    case 'night':
      return { text: '{0} is a night ({1}).', values: [names.day(fact.day), names.money(fact.cost)] };
  }
}

function sayWhy(problem: Problem, plan: Plan, fact: Fact, names: Names): Said[] {
  switch (fact.kind) {
    case 'held':
      return [whyHeld(problem, plan, fact, names)];
    case 'move':
      return [whyMoved(problem, plan, fact, names)];
    case 'night':
      return [whyNight(problem, fact, names)];
  }
}

const list = (scenes: readonly number[], names: Names): string => scenes.map((scene) => names.scene(scene)).join(', ');

/** The scenes before and behind, and what is shot in between. */
function whyHeld(problem: Problem, { days }: Plan, { resource, after, before }: HeldFact, names: Names): Said {
  const shotOn = (day: number): readonly number[] => days.find((each) => each.day === day)?.scenes ?? [];
  const theirs = (day: number): number[] => shotOn(day).filter((scene) => problem.scenes[scene]?.resources.includes(resource));
  const between = days.filter(({ day }) => day > after && day < before).flatMap(({ scenes }) => scenes);
  const values = [names.day(after), list(theirs(after), names), names.day(before), list(theirs(before), names)];
  if (between.length === 0) {
    return { text: 'Works on {0} in sc. {1} and again on {2} in sc. {3}; nothing is shot in between.', values };
  }
  return between.length > MOST_BETWEEN
    ? { text: 'Works on {0} in sc. {1} and again on {2} in sc. {3}; the {4} scenes shot in between are without them.', values: [...values, between.length] }
    : { text: 'Works on {0} in sc. {1} and again on {2} in sc. {3}; what is shot in between is without them: sc. {4}.', values: [...values, list(between, names)] };
}

const MOST_BETWEEN = 12;

function whyMoved({ scenes }: Problem, { days }: Plan, { set, day, from, to }: MoveFact, names: Names): Said {
  const place = (scene: number): string => (set ? names.set(scene) : names.location(scenes[scene]?.location ?? 0));
  const alike = (one: number, other: number): boolean => scenes[one]?.location === scenes[other]?.location && (!set || scenes[one]?.set === scenes[other]?.set);
  const shot = days.find((each) => each.day === day)?.scenes ?? [];
  const pages = (scene: number): string => pagesSaid(shot.filter((each) => alike(each, scene)).reduce((sum, each) => sum + (scenes[each]?.eighths ?? 0), 0));
  return { text: 'They share the day: {0} ({1} pg.) and {2} ({3} pg.).', values: [place(from), pages(from), place(to), pages(to)] };
}

function whyNight({ scenes }: Problem, { scenes: night }: NightFact, names: Names): Said {
  const all = [...scenes.keys()].filter((scene) => scenes[scene]?.light === 'night');
  return all.length === 1 ? { text: 'The one scene that plays at night: sc. {0}.', values: [list(night, names)] } : { text: 'Of the {0} scenes that play at night: sc. {1}.', values: [all.length, list(night, names)] };
}

/** What is in the way, and what the plan would cost without it. `fact`: what it would help. */
export function saySaving(problem: Problem, { change, less, atLeast }: Saving, names: Names, fact?: Fact): Said[] {
  const limits: Said[] = change.kind === 'resource' || change.kind === 'location' || change.kind === 'demand' ? [sayConstraint(problem, change, names)] : [];
  const shared = fact?.kind === 'held' && change.kind === 'resource' && fact.resource !== change.resource ? sharedBy(problem, fact.resource, change.resource) : [];
  const sharing: Said[] =
    fact?.kind !== 'held' || change.kind !== 'resource' || shared.length === 0 || shared.length > MOST_SHARED
      ? []
      : [{ text: '{0} and {1} are both in sc. {2}.', values: [names.resource(fact.resource), names.resource(change.resource), list(shared, names)] }];
  const [text, values] = sayChange(problem, change, atLeast, names);
  return [...limits, ...sharing, { text, values: [names.money(less), ...values] }];
}

const MOST_SHARED = 6;

const sharedBy = ({ scenes }: Problem, one: number, other: number): number[] => [...scenes.keys()].filter((scene) => scenes[scene]?.resources.includes(one) === true && scenes[scene].resources.includes(other));

/** {0} is the money; each sentence stands here whole, so that it can be translated. */
function sayChange({ calendar }: Problem, change: Change, atLeast: boolean, names: Names): [string, (string | number)[]] {
  switch (change.kind) {
    case 'resource':
    case 'location':
      return [
        atLeast ? 'If {1} could also be had {2}, the plan would cost at least {0} less.' : 'If {1} could also be had {2}, the plan would cost {0} less.',
        [change.kind === 'resource' ? names.resource(change.resource) : names.location(change.location), datesSaid(change.days, names.date, calendar)],
      ];
    case 'demand':
      return [atLeast ? 'Without that, the plan would cost at least {0} less.' : 'Without that, the plan would cost {0} less.', []];
    case 'open':
      return [atLeast ? 'If there were work on {1}, the plan would cost at least {0} less.' : 'If there were work on {1}, the plan would cost {0} less.', [datesSaid(change.days, names.date)]];
    case 'eighths':
      return [atLeast ? 'If a day could hold {1} pages, the plan would cost at least {0} less.' : 'If a day could hold {1} pages, the plan would cost {0} less.', [pagesSaid(change.eighths)]];
    case 'minutes':
      return [atLeast ? 'If a day had {1} hours, the plan would cost at least {0} less.' : 'If a day had {1} hours, the plan would cost {0} less.', [Math.round(change.minutes / 6) / 10]];
    case 'rest':
      return [atLeast ? 'If the turnaround asked for no free days, the plan would cost at least {0} less.' : 'If the turnaround asked for no free days, the plan would cost {0} less.', []];
    case 'mixing':
      return [atLeast ? 'If day and night work could share a day, the plan would cost at least {0} less.' : 'If day and night work could share a day, the plan would cost {0} less.', []];
    case 'place':
      return [
        atLeast ? 'If what plays at {1} were shot at {2}, the plan would cost at least {0} less.' : 'If what plays at {1} were shot at {2}, the plan would cost {0} less.',
        [names.location(change.location), names.location(change.at)],
      ];
  }
}
