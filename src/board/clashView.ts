// Why no plan keeps all the rules: which of them clash, each with the place where it could be changed.
import type { Clash } from '../core/schedule/clash/clash';
import { sayClash, sayConstraint } from '../core/schedule/clash/sayClash';
import type { Constraint } from '../core/schedule/clash/constraint';
import type { Names as SaidNames, Said } from '../core/schedule/said';
import type { OpenTarget, RunView } from './protocol';
import { dateOf, namesOf, type Names } from './names';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

export function clashView(clash: Clash, weighed: WeighedBoard, telling: Telling): NonNullable<RunView['clash']> {
  const names = namesOf(weighed, telling);
  const said = saidNames(weighed, names, telling);
  const sentence = ({ text, values }: Said): string => telling.say(text, ...values);
  const all = sayClash(weighed.problem, clash, said).map(sentence);
  // The lead, a sentence for each constraint, then where they meet.
  const told = [...all.slice(0, 1), ...all.slice(1 + clash.constraints.length)].join(' ');
  const items = clash.constraints.map((constraint) => ({ text: sentence(sayConstraint(weighed.problem, constraint, said, clash.scenes)), ...openOf(constraint, names, telling) }));
  return { told, items };
}

/** Numbers by the names that the schedule's sentences ask for. */
export function saidNames(weighed: WeighedBoard, names: Names, telling: Telling): SaidNames {
  const sets = new Map(weighed.breakdown.scenes.map(({ id, set }) => [id, set]));
  return {
    scene: (scene) => names.scene(scene),
    resource: (resource) => names.resource(resource),
    location: (location) => names.location(location),
    set: (scene) => sets.get(names.sceneId(scene) ?? '') ?? '',
    date: (day) => dateOf(weighed, day, telling) ?? names.day(day),
    money: telling.money,
  };
}

function openOf(constraint: Constraint, names: Names, { say }: Telling): { open?: OpenTarget } {
  switch (constraint.kind) {
    case 'resource':
      return names.openResource(constraint.resource);
    case 'location':
      return names.openLocation(constraint.location);
    case 'demand':
      return names.openDemand(constraint.demand);
    case 'closed':
      return constraint.why === 'off' ? {} : { open: { label: constraint.why === 'crew' ? say('Open the crew') : say('Open the rules'), what: constraint.why === 'crew' ? 'crew' : 'rules' } };
    default:
      return { open: { label: say('Open the rules'), what: 'rules' } };
  }
}
