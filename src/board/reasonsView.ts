// The reasons of a plan, ready to be read: each held stretch, move and night, why it is there, and what one change would save.
import type { Explanation } from '../core/schedule/explain/explain';
import { toldReasons, type ToldReason } from '../core/schedule/explain/sayReasons';
import type { Said } from '../core/schedule/said';
import { saidNames } from './clashView';
import type { Explaining } from './explaining';
import { namesOf, type Names } from './names';
import type { OpenTarget, ReasonsView, ReasonView } from './protocol';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

/** More nobody reads; what costs most comes first. */
const MOST = 200;

/** @param shown the board that is shown by now */
export function reasonsView({ state, explained, started }: Explaining, shown: WeighedBoard, telling: Telling): ReasonsView {
  const names = namesOf(started, telling);
  const { explanations = [], savings = [], tried = 0, all = 0, better } = explained ?? {};
  const cheaper = better && telling.say('While explaining, a plan came up that costs {0}: search for it.', telling.money(better.cost));
  const told = sayState(state, tried, all, telling);
  return {
    state,
    progress: state === 'running' ? (all === 0 ? 0 : tried / all) : 1,
    told: cheaper === undefined ? told : `${told} ${cheaper}`,
    reasons: toldReasons(started.problem, started.plan, { explanations, savings }, saidNames(started, names, telling)).slice(0, MOST).map((told) => reasonView(told, names, telling)),
    ...(started !== shown && { stale: telling.say('The board, the script or the rules have changed since. Explain anew for how they are now.') }),
  };
}

function sayState(state: ReasonsView['state'], tried: number, all: number, { say }: Telling): string {
  switch (state) {
    case 'running':
      return all === 0 ? say('Looking at the plan…') : say('Trying what one change would save: {0} of {1}.', tried, all);
    case 'failed':
      return say('Explaining broke down; the log says what happened.');
    case 'done':
      return tried < all ? say('Stopped after {0} of {1} changes.', tried, all) : all === 0 ? say('What a change would save is said of a plan without red flags.') : say('{0} changes were tried, each by itself.', all);
  }
}

function reasonView({ kind, id, day, title, why, savings }: ToldReason, names: Names, telling: Telling): ReasonView {
  const said = ({ text, values }: Said): string => telling.say(text, ...values);
  const [first] = savings;
  const at = day === undefined ? undefined : names.dayId(day);
  const less = Math.max(0, ...savings.map(({ saving }) => saving.less));
  return {
    id,
    subject: kind,
    ...(at !== undefined && { day: at }),
    title: said(title),
    why: why.map(said),
    ...(first && kind !== 'plan' && { saving: { text: savings.map(({ text }) => said(text)).join(' '), money: { value: less, text: telling.money(less) } } }),
    ...(first && openOf(first.saving.change, names, telling)),
  };
}

function openOf(change: NonNullable<Explanation['saving']>['change'], names: Names, { say }: Telling): { open?: OpenTarget } {
  switch (change.kind) {
    case 'resource':
      return names.openResource(change.resource);
    case 'location':
    case 'place':
      return names.openLocation(change.location);
    case 'demand':
      return names.openDemand(change.demand);
    default:
      return { open: { label: say('Open the rules'), what: 'rules' } };
  }
}
