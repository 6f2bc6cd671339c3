// The reasons of a plan, ready to be read: each held stretch, move and night, why it is there, and what one change would save.
import type { Explanation } from '../core/schedule/explain/explain';
import { sayExplanation } from '../core/schedule/explain/sayExplain';
import type { Fact } from '../core/schedule/explain/facts';
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
  const { explanations = [], tried = 0, all = 0, better } = explained ?? {};
  const cheaper = better && telling.say('While explaining, a plan came up that costs {0}: search for it.', telling.money(better.cost));
  const told = sayState(state, tried, all, telling);
  return {
    state,
    progress: state === 'running' ? (all === 0 ? 0 : tried / all) : 1,
    told: cheaper === undefined ? told : `${told} ${cheaper}`,
    reasons: explanations.slice(0, MOST).map((explanation) => reasonView(explanation, started, names, telling)),
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

function reasonView(explanation: Explanation, weighed: WeighedBoard, names: Names, telling: Telling): ReasonView {
  const { fact, saving } = explanation;
  const said = sayExplanation(weighed.problem, weighed.plan, explanation, saidNames(weighed, names, telling)).map(({ text, values }: Said) => telling.say(text, ...values));
  const [title = '', ...rest] = said;
  // What it would save is said last.
  const last = saving ? rest.at(-1) : undefined;
  const day = names.dayId(fact.kind === 'held' ? (fact.days[0] ?? fact.after) : fact.day);
  return {
    id: idOf(fact),
    subject: fact.kind,
    ...(day !== undefined && { day }),
    title,
    why: last === undefined ? rest : rest.slice(0, -1),
    ...(saving && last !== undefined && { saving: { text: last, money: { value: saving.less, text: telling.money(saving.less) } }, ...openOf(saving.change, names, telling) }),
  };
}

function idOf(fact: Fact): string {
  return fact.kind === 'held' ? `held-${fact.resource}-${fact.after}` : fact.kind === 'move' ? `move-${fact.day}-${fact.from}` : `night-${fact.day}`;
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
